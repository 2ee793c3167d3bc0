"""A change the service made: when the person was told, whether they were told why, and whether they had a say."""

from collections.abc import Sequence
from datetime import date
from typing import get_args

from textual import on
from textual.app import ComposeResult

from carecompanion.domain.kinds import CHANGES
from carecompanion.domain.names import at_start
from carecompanion.domain.records import Change
from carecompanion.domain.vocabulary import ChangeKind
from carecompanion.tui.day import Day, written_out
from carecompanion.tui.field import ANSWERS, Field, Unclear
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.line import Line
from carecompanion.tui.something import Something

KEYS: dict[ChangeKind, str] = {"worker": "w", "time": "t", "plan": "p", "medicine": "m", "other": "o"}
KINDS = tuple(Option(key, kind, at_start(CHANGES[kind])) for kind, key in KEYS.items())
TOLD = (Option("d", "told", "on a day"), Option("v", "never", "never told"), Option("s", "", "not said"))


class ChangeSheet(Something):
    """A change; never told and told on a day cannot both be said."""

    NAME = "change"
    was: Change | None

    @property
    def more_of_it(self) -> str:
        """What is said later."""
        return "told"

    def heading(self) -> str:
        """What is being written down."""
        return "Something was changed" if self.was is None else "What was changed"

    def own_lines(self) -> ComposeResult:
        """The words, of what kind, from when; told when, why, and with a say or not."""
        was = self.was
        told = "" if was is None else "never" if was.never_told else "told" if was.told_on else ""
        yield Field("What", Line(was.what if was else "", hint="what is different", id="text"))
        yield Field("About", Choice(KINDS, was.kind if was else None, id="about_what"))
        effective_on = written_out(was.effective_on) if was else "today"
        yield Day(
            "From", self.book, self.now, name="effective_on", text=effective_on, hint="the day it came in", either=True
        )
        yield Field("You were told", Choice(TOLD, told, id="told"))
        told_on = written_out(was.told_on) if was and was.told_on else ""
        yield Day("Told on", self.book, self.now, name="told_on", text=told_on, hint="today, Tuesday, 5 March")
        yield Field("Told why?", Choice(ANSWERS, (was and was.reason_given) or "", id="reason_given"))
        yield Field("Had a say?", Choice(ANSWERS, (was and was.my_say) or "", id="my_say"))
        yield Field("Note", Line((was and was.note) or "", hint="a few words, if you like", id="note"), more=True)

    def start(self) -> None:
        """The lines that are needed; then the first."""
        self.show_what_is_needed()
        super().start()

    @on(Choice.Changed, "#told")
    def show_what_is_needed(self) -> None:
        """The day comes and goes with having been told."""
        self.field("told_on").display = self.value("told") == "told"

    def move_on(self, picked: Choice) -> None:
        """From having been told, to its day or past it; the line of the day has only just come or gone."""
        if picked.id == "told":
            self.query_one("#told_on" if self.value("told") == "told" else "#reason_given").focus()
        else:
            super().move_on(picked)

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """Whether it counts as having been told first."""
        return (self._meaning(self.line("told_on").day_so_far, self.line("effective_on").day_so_far),)

    def record(self) -> Change:
        """The change."""
        what = self.words("text", "what")
        if what is None:
            raise Unclear("text", "What was changed? A few words are enough.")
        chosen = self.value("about_what")
        told = self.value("told")
        told_on = self.line("told_on").past_day if told == "told" else None
        if told == "told" and told_on is None:
            raise Unclear("told_on", "On which day? Choose “not said” above if you do not know.")
        return self.made(
            Change,
            what=what,
            kind=next((kind for kind in get_args(ChangeKind) if kind == chosen), None),
            effective_on=self.line("effective_on").day or self.today,
            told_on=told_on,
            never_told=told == "never",
            reason_given=self.answer("reason_given"),
            my_say=self.answer("my_say"),
            note=self.words("note", "note"),
        )

    def said(self) -> str:
        """What is kept now."""
        meaning = self._meaning(self.line("told_on").day_so_far, self.line("effective_on").day_so_far)
        return f"The change is in the journal. {meaning}"

    def _meaning(self, told_on: date | None, effective_on: date | None) -> str:
        told = self.value("told")
        if told == "never":
            return "This counts as not told first."
        if not told or told_on is None:
            return "Nothing is said of when you were told, so that does not count."
        before = told_on < (effective_on or self.today)
        return "You heard before it came in." if before else "You did not hear before the day it came in."
