"""What a journal is set to, a sheet for each: the word for the role, the nation, closed days, and the two graces."""

from collections.abc import Iterable
from datetime import date

from carecompanion.domain import how_many
from carecompanion.domain.first_week import HINTS_WANTED
from carecompanion.domain.kinds import NATIONS
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import long_day
from carecompanion.domain.reading_mode import READING
from carecompanion.domain.settings import Settings
from carecompanion.domain.settings_lines import LONG_WORD, LONGEST_WORD, MOST_DAYS, MOST_MINUTES, closed_days
from carecompanion.domain.sheets.asks import written_out
from carecompanion.domain.wording import at_start, role_word
from carecompanion.language import _
from carecompanion.tui.field import Unclear
from carecompanion.tui.nations import OPTIONS
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.line import Line
from carecompanion.tui.setting_sheet import ChoiceSheet, SettingSheet, number


class RoleWordSheet(SettingSheet):
    """What the person calls the one who looks after their care."""

    TITLE = _("What you call them")
    WHY = _("Everything here uses your own word for the person in charge of your care.")
    LABEL = _("Called")

    def control(self) -> Line:
        """The word."""
        return Line(self.journal.book.settings.role_word, hint=Settings().role_word, id="role_word")

    def keep(self, value: str) -> str:
        """Keep it; without one it is the usual one."""
        word = first_line(value) or Settings().role_word
        if len(word) > LONGEST_WORD:
            raise Unclear("role_word", LONG_WORD)
        self.set(role_word=word)
        return _("{role_word} is what they are called from now on.").format(
            role_word=at_start(role_word(self.journal.book.settings))
        )


class NationSheet(SettingSheet):
    """Where the person lives."""

    TITLE = _("Where you live")
    WHY = _("Bank holidays, and the numbers under help now, follow it.")
    LABEL = _("Nation")

    def control(self) -> Choice:
        """The three."""
        return Choice(OPTIONS, self.journal.book.settings.nation, id="nation")

    def keep(self, value: str) -> str:
        """Keep it."""
        self.set(nation=value)
        return _("Bank holidays and help numbers are those of {nations}.").format(
            nations=NATIONS[self.journal.book.settings.nation]
        )


class ClosedDaysSheet(SettingSheet):
    """Days that are no working days, beside bank holidays."""

    TITLE = _("Days the team is closed")
    WHY = _("Days beside bank holidays and weekends that do not count when a reply is waited for in working days.")
    LABEL = _("Closed")

    def control(self) -> Line:
        """The days, with commas."""
        days = ", ".join(written_out(day) for day in self.journal.book.settings.closed_days)
        return Line(days, hint=_("as 24 December, 2 January; empty for none"), id="closed_days")

    def keep(self, value: str) -> str:
        """Keep them, in order. Raises Unclear."""
        days = self._read(value)
        self.set(closed_days=days)
        return (
            _("Closed: {said}.").format(said=self._said(days))
            if days
            else _("No days are closed beside bank holidays.")
        )

    def echo(self, value: str) -> str:
        """The days as they are understood."""
        try:
            days = self._read(value)
        except Unclear:
            return ""
        return f"= {self._said(days)}" if days else ""

    def _read(self, value: str) -> tuple[date, ...]:
        try:
            return closed_days(value, self.journal.book.day_of(self.clock()))
        except ValueError as nonsense:
            raise Unclear("closed_days", str(nonsense)) from None

    def _said(self, days: Iterable[date]) -> str:
        today = self.journal.book.day_of(self.clock())
        return ", ".join(long_day(day, today) for day in days)


class LateGraceSheet(SettingSheet):
    """How late a visit may begin."""

    TITLE = _("How late still counts as on time")
    WHY = _("A visit that begins this many minutes late, or less, is on time.")
    LABEL = _("Minutes")

    def control(self) -> Line:
        """The minutes."""
        return Line(str(self.journal.book.settings.late_grace_minutes), id="late_grace_minutes")

    def keep(self, value: str) -> str:
        """Keep them."""
        minutes = number(value, MOST_MINUTES, _("minutes"))
        self.set(late_grace_minutes=minutes)
        return _("Up to {minutes} late is on time.").format(minutes=how_many.minutes(minutes))


class GapGraceSheet(SettingSheet):
    """How much longer than agreed it may be from one visit to the next."""

    TITLE = _("How much longer between visits is all right")
    WHY = _("A gap between visits this many days longer than agreed, or less, is as agreed.")
    LABEL = _("Days")

    def control(self) -> Line:
        """The days."""
        return Line(str(self.journal.book.settings.gap_grace_days), id="gap_grace_days")

    def keep(self, value: str) -> str:
        """Keep them."""
        days = number(value, MOST_DAYS, _("days"))
        self.set(gap_grace_days=days)
        return _("A gap of up to {days} more is as agreed.").format(days=how_many.days(days))


READING_MODE = (Option("n", "", _("off")), Option("y", "yes", _("on")))


class ReadingSheet(ChoiceSheet):
    """Whether the screens are made for a screen reader."""

    TITLE = _("Reading mode")
    WHY = _("For a screen reader: the cursor shows where you are, words come before times, and nothing ticks.")
    LABEL = _("Reading")
    NAME = READING
    OPTIONS = READING_MODE


HINTS = (Option("y", "", _("one a day")), Option("n", "no", _("none")))


class HintsSheet(ChoiceSheet):
    """The hints of the first week."""

    TITLE = _("Hints in the first week")
    WHY = _("Today can say one thing worth knowing a day, in the first week only.")
    LABEL = _("Hints")
    NAME = HINTS_WANTED
    OPTIONS = HINTS
