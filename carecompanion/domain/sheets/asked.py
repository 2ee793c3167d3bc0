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

OUTCOMES = (
    Option("s", "", "not known yet"),
    Option("d", "acted_on", "Acted on"),
    Option("w", "answered", "Answered"),
    Option("t", "not_yet", "Not yet"),
    Option("o", "no", "No"),
)
MEANINGS = {
    "acted_on": "This counts as followed up.",
    "answered": "This counts as followed up.",
    "not_yet": "This counts as not followed up once another visit has gone by.",
    "no": "This counts as not followed up.",
}


class AskedSheet(SomethingSheet):
    """A point: what was asked for, when, at which visit or in which contact."""

    NAME = "asked"
    LATER = "outcome_of_it"
    was: Point | None

    def heading(self) -> str:
        """What is being written down."""
        return "You asked for something" if self.was is None else "What you asked for"

    def own_asks(self) -> Iterator[Ask]:
        """The words, what it came from, when, and what came of it."""
        was = self.was
        hint = "what you asked for or raised"
        yield Ask(name="text", label="What", held=was.text if was else "", hint=hint)
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
        text = self.what("text", "What was it? A few words are enough.")
        raised_at = self.moment()
        if raised_at > self.now:
            raise Unclear("when", "That is still ahead.")
        outcome = self.one_of("outcome_of_it", get_args(PointOutcome))
        outcome_on = self.outcome_on(self.book.day_of(raised_at), "That is before you asked.")
        return self.made(Point, text=text, raised_at=raised_at, outcome=outcome, outcome_on=outcome_on)

    def said(self) -> str:
        """What is kept now."""
        return f"What you asked for is in the journal. {self._meaning}"

    @property
    def _meaning(self) -> str:
        later = f"It counts once you say what came of it. {self.ways['came_of_it']}"
        return MEANINGS.get(self.value("outcome_of_it"), later)
