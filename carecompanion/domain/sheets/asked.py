"""Something that was asked for or raised, and what came of it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import get_args

from carecompanion.domain.records import Point
from carecompanion.domain.sheets.asks import Ask, Option, Unclear, moment_text
from carecompanion.domain.sheets.sheet import Pieces
from carecompanion.domain.sheets.something import SomethingSheet
from carecompanion.domain.sources import source_of
from carecompanion.domain.vocabulary import PointOutcome
from carecompanion.language import _

OUTCOMES = (
    Option("s", "", _("not known yet")),
    Option("d", "acted_on", _("Acted on")),
    Option("w", "answered", _("Answered")),
    Option("t", "not_yet", _("Not yet")),
    Option("o", "no", _("No")),
)
MEANINGS = {
    "acted_on": _("This counts as followed up."),
    "answered": _("This counts as followed up."),
    "not_yet": _("This counts as not followed up once another visit has gone by."),
    "no": _("This counts as not followed up."),
}


class AskedSheet(SomethingSheet):
    """A point: what was asked for, when, at which visit or in which contact."""

    NAME = "asked"
    LATER = "outcome_of_it"
    was: Point | None

    def heading(self) -> str:
        """What is being written down."""
        return _("You asked for something") if self.was is None else _("What you asked for")

    def own_asks(self) -> Iterator[Ask]:
        """The words, what it came from, when, and what came of it."""
        was = self.was
        hint = _("what you asked for or raised")
        yield Ask(name="text", label=_("What"), held=was.text if was else "", hint=hint)
        yield from self.source_ask(source_of(was) if was else None)
        yield self.when(was.raised_at if was else None)
        yield from self.came_of_it(OUTCOMES, was)

    def outcome(self) -> Pieces:
        """What it will count as."""
        return (self._meaning,)

    def came_on(self, at: datetime) -> Mapping[str, str]:
        """Raised at the visit it came from."""
        return {"when": moment_text(at, self.book)}

    def record(self) -> Point:
        """The point."""
        text = self.what("text", _("What was it? A few words are enough."))
        raised_at = self.moment()
        if raised_at > self.now:
            raise Unclear("when", _("That is still ahead."))
        outcome = self.one_of("outcome_of_it", get_args(PointOutcome))
        outcome_on = self.outcome_on(self.book.day_of(raised_at), _("That is before you asked."))
        return self.made(Point, text=text, raised_at=raised_at, outcome=outcome, outcome_on=outcome_on)

    def said(self) -> str:
        """What is kept now."""
        return _("What you asked for is in the journal. {meaning}").format(meaning=self._meaning)

    @property
    def _meaning(self) -> str:
        later = _("It counts once you say what came of it. {ways}").format(ways=self.ways["came_of_it"])
        return MEANINGS.get(self.value("outcome_of_it"), later)
