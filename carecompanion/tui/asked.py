"""Something that was asked for or raised, and what came of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import get_args

from textual.app import ComposeResult

from carecompanion.domain.records import Point
from carecompanion.domain.sources import source_of
from carecompanion.domain.vocabulary import PointOutcome
from carecompanion.tui.day import Day, written_out
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.keymap import shown
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.line import Line
from carecompanion.tui.something import Something
from carecompanion.tui.when import When, moment_text

OUTCOMES = (
    Option("s", "", "not known yet"),
    Option("d", "acted_on", "Acted on"),
    Option("w", "answered", "Answered"),
    Option("t", "not_yet", "Not yet"),
    Option("o", "no", "No"),
)
MEANINGS = {
    "": "It counts once you say what came of it. The key {} on its row does that.",
    "acted_on": "This counts as followed up.",
    "answered": "This counts as followed up.",
    "not_yet": "This counts as not followed up once another visit has gone by.",
    "no": "This counts as not followed up.",
}


class AskedSheet(Something):
    """A point: what was asked for, when, at which visit or in which contact."""

    NAME = "asked"
    was: Point | None

    @property
    def more_of_it(self) -> str:
        """What is said later."""
        return "outcome_of_it"

    def heading(self) -> str:
        """What is being written down."""
        return "You asked for something" if self.was is None else "What you asked for"

    def own_lines(self) -> ComposeResult:
        """The words, what it came from, when, and what came of it."""
        was = self.was
        yield Field("What", Line(was.text if was else "", hint="what you asked for or raised", id="text"))
        yield from self.source_line(source_of(was) if was else None)
        yield When(self.book, self.now, at=was.raised_at if was else None)
        yield Field("Came of it", Choice(OUTCOMES, (was and was.outcome) or "", id="outcome_of_it"), more=was is None)
        on = written_out(was.outcome_on) if was and was.outcome_on else ""
        yield Day("On", self.book, self.now, name="outcome_on", text=on, hint="the day, if you like", more=was is None)

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """What it will count as."""
        return (self._meaning,)

    def came_on(self, at: datetime) -> None:
        """Raised at the visit it came from."""
        self.put("when", moment_text(at, self.book))

    def record(self) -> Point:
        """The point."""
        text = self.words("text", "text")
        if text is None:
            raise Unclear("text", "What was it? A few words are enough.")
        raised_at = self.query_one(When).moment
        if raised_at > self.now:
            raise Unclear("when", "That is still ahead.")
        chosen = self.value("outcome_of_it")
        outcome = next((one for one in get_args(PointOutcome) if one == chosen), None)
        outcome_on = self.line("outcome_on").past_day if outcome else None
        if outcome_on is not None and outcome_on < self.book.day_of(raised_at):
            raise Unclear("outcome_on", "That is before you asked.")
        return self.made(Point, text=text, raised_at=raised_at, outcome=outcome, outcome_on=outcome_on)

    def said(self) -> str:
        """What is kept now."""
        return f"What you asked for is in the journal. {self._meaning}"

    @property
    def _meaning(self) -> str:
        return MEANINGS[self.value("outcome_of_it")].format(shown("change"))
