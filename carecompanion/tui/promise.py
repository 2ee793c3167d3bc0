"""Something somebody said they would do, by when, and whether they did."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import get_args

from textual.app import ComposeResult

from carecompanion.domain.moments import day_words
from carecompanion.domain.names import called, role_word
from carecompanion.domain.records import Promise
from carecompanion.domain.sources import source_of
from carecompanion.domain.vocabulary import PromiseOutcome
from carecompanion.tui.day import Day, written_out
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.line import Line
from carecompanion.tui.something import Something
from carecompanion.tui.who import likely_people, people_options

OUTCOMES = (
    Option("s", "", "not known yet"),
    Option("k", "kept", "Kept"),
    Option("l", "late", "Kept late"),
    Option("n", "broken", "Not kept"),
)
NOBODY = Option("n", "", "nobody named")


class PromiseSheet(Something):
    """A promise; the first states are the co-ordinator and today."""

    NAME = "promise"
    was: Promise | None

    @property
    def more_of_it(self) -> str:
        """What is said later."""
        return "outcome_of_it"

    def heading(self) -> str:
        """What is being written down."""
        return "Somebody said they would do something" if self.was is None else "What was promised"

    def own_lines(self) -> ComposeResult:
        """The words, whose, by when, what it came from, and what came of it."""
        was = self.was
        people = likely_people(self.book, self.now, was.by_person_id if was else None)
        first = was.by_person_id or "" if was else people[0].id if people else ""
        yield Field("What", Line(was.text if was else "", hint="such as: will ring by Friday", id="text"))
        yield Field("Who", Choice([*people_options(people), NOBODY], first, id="by"))
        due_on = written_out(was.due_on) if was and was.due_on else ""
        yield Day("By when", self.book, self.now, name="due_on", text=due_on, hint="Friday, 5 March", ahead=True)
        yield from self.source_line(source_of(was) if was else None)
        made_on = written_out(was.made_on) if was else "today"
        yield Day("Said on", self.book, self.now, name="made_on", text=made_on, more=was is None)
        yield Field("Came of it", Choice(OUTCOMES, (was and was.outcome) or "", id="outcome_of_it"), more=was is None)
        on = written_out(was.outcome_on) if was and was.outcome_on else ""
        yield Day("On", self.book, self.now, name="outcome_on", text=on, hint="the day, if you like", more=was is None)

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """When it will count, and whether it will."""
        return (self._meaning(self.line("due_on").day_so_far, self.line("made_on").day_so_far or self.today),)

    def came_on(self, at: datetime) -> None:
        """Said on the day of the visit it came from."""
        self.put("made_on", written_out(self.book.day_of(at)))

    def record(self) -> Promise:
        """The promise."""
        text = self.words("text", "text")
        if text is None:
            raise Unclear("text", "What was said? A few words are enough.")
        made_on = self.line("made_on").past_day or self.today
        due_on = self.line("due_on").day
        if due_on is not None and due_on < made_on:
            raise Unclear("due_on", "That is before it was said.")
        chosen = self.value("outcome_of_it")
        outcome = next((one for one in get_args(PromiseOutcome) if one == chosen), None)
        outcome_on = self.line("outcome_on").past_day if outcome else None
        if outcome_on is not None and outcome_on < made_on:
            raise Unclear("outcome_on", "That is before it was said.")
        kept = {"outcome": outcome, "outcome_on": outcome_on, "made_on": made_on, "due_on": due_on}
        return self.made(Promise, text=text, by_person_id=self.value("by") or None, **kept)

    def said(self) -> str:
        """What is kept now."""
        due_on, made_on = self.line("due_on").day_so_far, self.line("made_on").day_so_far or self.today
        return f"The promise is in the journal. {self._meaning(due_on, made_on)}"

    def _meaning(self, due_on: date | None, made_on: date) -> str:
        by, role = self.value("by"), role_word(self.book.settings)
        if by not in ("", self.book.coordinator_id_on(made_on)):
            return f"{called(self.book, by)} was not your {role} then, so this does not count towards Keeps time."
        if self.value("outcome_of_it"):
            return "This counts towards Keeps time."
        if due_on is None:
            return "No day was named, so it counts once you say what came of it."
        if due_on < self.today:
            return "Its day has gone, so it counts as not kept until you say otherwise."
        return f"It counts once {day_words(due_on, self.today)} has gone, or you say what came of it."
