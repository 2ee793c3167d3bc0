"""Something that was asked for or raised, and what came of it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import get_args

from carecompanion.domain.records import Point
from carecompanion.domain.sheets.asks import Ask, ChoiceAsk, Option, Unclear, moment_text
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
        was, more = self.was, self.was is None
        hint = "what you asked for or raised"
        yield Ask(name="text", label="What", held=was.text if was else "", hint=hint)
        yield from self.source_ask(source_of(was) if was else None)
        yield self.when(was.raised_at if was else None)
        came = (was and was.outcome) or ""
        yield ChoiceAsk(name="outcome_of_it", label="Came of it", held=came, options=OUTCOMES, more=more)
        yield self.on(
            "outcome_on",
            "On",
            was.outcome_on if was else None,
            hint="the day, if you like",
            more=more,
            aloud="On which day?",
        )

    def outcome(self) -> Pieces:
        """What it will count as."""
        return (self._meaning,)

    def came_on(self, at: datetime) -> Mapping[str, str]:
        """Raised at the visit it came from."""
        return {"when": moment_text(at, self.book)}

    def record(self) -> Point:
        """The point."""
        text = self.words("text", "text")
        if text is None:
            raise Unclear("text", "What was it? A few words are enough.")
        raised_at = self.moment()
        if raised_at > self.now:
            raise Unclear("when", "That is still ahead.")
        chosen = self.value("outcome_of_it")
        outcome = next((one for one in get_args(PointOutcome) if one == chosen), None)
        outcome_on = self.past_day("outcome_on") if outcome else None
        if outcome_on is not None and outcome_on < self.book.day_of(raised_at):
            raise Unclear("outcome_on", "That is before you asked.")
        return self.made(Point, text=text, raised_at=raised_at, outcome=outcome, outcome_on=outcome_on)

    def said(self) -> str:
        """What is kept now."""
        return f"What you asked for is in the journal. {self._meaning}"

    @property
    def _meaning(self) -> str:
        later = f"It counts once you say what came of it. {self.ways['came_of_it']}"
        return MEANINGS.get(self.value("outcome_of_it"), later)
