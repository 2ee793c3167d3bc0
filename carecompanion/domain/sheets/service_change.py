"""A change the service made: when the person was told, whether they were told why, and whether they had a say."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from carecompanion.domain.kinds import CHANGES
from carecompanion.domain.names import at_start
from carecompanion.domain.records import Change
from carecompanion.domain.sheets.asks import TODAY, Ask, ChoiceAsk, Option, Unclear
from carecompanion.domain.sheets.sheet import ANSWERS, Pieces
from carecompanion.domain.sheets.something import SomethingSheet
from carecompanion.domain.vocabulary import ChangeKind
from carecompanion.language import _

KEYS: dict[ChangeKind, str] = {"worker": "w", "time": "t", "plan": "p", "medicine": "m", "other": "o"}
KINDS = tuple(Option(key, kind, at_start(CHANGES[kind])) for kind, key in KEYS.items())
TOLD = (Option("d", "told", _("on a day")), Option("v", "never", _("never told")), Option("s", "", _("not said")))


class ChangeSheet(SomethingSheet):
    """A change; never told and told on a day cannot both be said."""

    NAME = "change"
    LATER = "told"
    SOMETIMES = ("told_on",)
    was: Change | None

    def heading(self) -> str:
        """What is being written down."""
        return _("Something was changed") if self.was is None else _("What was changed")

    def own_asks(self) -> Iterator[Ask]:
        """The words, of what kind, from when; told when, why, and with a say or not."""
        was = self.was
        told = "" if was is None else "never" if was.never_told else "told" if was.told_on else ""
        yield Ask(name="text", label=_("What"), held=was.what if was else "", hint=_("what is different"))
        yield ChoiceAsk(name="about_what", label=_("About"), held=(was and was.kind) or "", options=KINDS)
        effective_on = was.effective_on if was else TODAY
        yield self.on(
            "effective_on",
            _("From"),
            effective_on,
            hint=_("the day it came in"),
            either=True,
            aloud=_("From which day?"),
        )
        yield ChoiceAsk(name="told", label=_("You were told"), held=told, options=TOLD)
        yield self.on(
            "told_on",
            _("Told on"),
            was.told_on if was else None,
            hint=_("today, Tuesday, 5 March"),
            aloud=_("On which day were you told?"),
        )
        reason = (was and was.reason_given) or ""
        yield ChoiceAsk(name="reason_given", label=_("Told why?"), held=reason, options=ANSWERS)
        yield ChoiceAsk(name="my_say", label=_("Had a say?"), held=(was and was.my_say) or "", options=ANSWERS)
        yield self.note_line(was.note if was else None)

    def needed(self, name: str) -> bool:
        """The line of the day comes and goes with having been told."""
        return name != "told_on" or self.value("told") == "told"

    def outcome(self) -> Pieces:
        """Whether it counts as having been told first."""
        return (self._meaning(self.day_so_far("told_on"), self.day_so_far("effective_on")),)

    def record(self) -> Change:
        """The change."""
        what = self.what("what", _("What was changed? A few words are enough."))
        told = self.value("told")
        told_on = self.past_day("told_on") if told == "told" else None
        if told == "told" and told_on is None:
            raise Unclear("told_on", _("On which day? Choose “not said” above if you do not know."))
        return self.made(
            Change,
            what=what,
            kind=self.one_of("about_what", get_args(ChangeKind)),
            effective_on=self.day("effective_on") or self.today,
            told_on=told_on,
            never_told=told == "never",
            reason_given=self.answer("reason_given"),
            my_say=self.answer("my_say"),
            note=self.words("note", "note"),
        )

    def said(self) -> str:
        """What is kept now."""
        meaning = self._meaning(self.day_so_far("told_on"), self.day_so_far("effective_on"))
        return _("The change is in the journal. {meaning}").format(meaning=meaning)

    def _meaning(self, told_on: date | None, effective_on: date | None) -> str:
        told = self.value("told")
        if told == "never":
            return _("This counts as not told first.")
        if not told or told_on is None:
            return _("Nothing is said of when you were told, so that does not count.")
        before = told_on < (effective_on or self.today)
        return _("You heard before it came in.") if before else _("You did not hear before the day it came in.")
