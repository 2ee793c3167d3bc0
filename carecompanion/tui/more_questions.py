"""What is asked about a visit after the five: the person's own questions, then what is still open with whoever came."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from carecompanion.domain.book import Book
from carecompanion.domain.follow_ups import FollowUp, to_ask_about
from carecompanion.domain.lines import first_line
from carecompanion.domain.names import who
from carecompanion.domain.outcomes import POINTS
from carecompanion.domain.records import Appointment, OwnAnswer, Point, Promise, Update
from carecompanion.domain.timeline import Mark
from carecompanion.domain.vocabulary import PointOutcome, PromiseOutcome
from carecompanion.tui.parts.drawing import clipped
from carecompanion.tui.questions import ANSWERS, Question

LONGEST_QUOTED = 44
PROMISED: dict[str, PromiseOutcome] = {"y": "kept", "p": "late", "n": "broken"}
CAME_OF_IT: dict[str, PointOutcome] = {"y": "acted_on", "p": "answered", "n": "not_yet"}


@dataclass(frozen=True, slots=True, repr=False)
class OwnQuestion(Question):
    """The question of a trait of the person's own; its key is the trait's id."""

    def answered(self, given: str, visit: Appointment) -> Appointment:
        """The visit with the answer in it, in place of an earlier one."""
        if given not in ANSWERS:
            return visit
        others = (each for each in visit.own if each.trait_id != self.key)
        return replace(visit, own=(*others, OwnAnswer(trait_id=self.key, answer=ANSWERS[given])))


@dataclass(frozen=True, slots=True, repr=False)
class OpenQuestion(Question):
    """Asks whoever `person_id` is after something that is still open; its key is the id of that record."""

    record: FollowUp = field(kw_only=True)
    person_id: str | None = field(kw_only=True)

    def answered(self, given: str, visit: Appointment) -> Appointment:
        """The visit, of which this says nothing."""
        return visit

    def settled(self, given: str, day: date) -> FollowUp | None:
        """The record with what was said of it on a day; None when nothing was."""
        record = self.record
        if given not in ANSWERS:
            return None
        match record:
            case Update():
                asked = replace(
                    next(each for each in record.recipients if each.person_id == self.person_id),
                    knew=ANSWERS[given],
                    checked_on=day,
                )
                others = (asked if each.person_id == self.person_id else each for each in record.recipients)
                return replace(record, recipients=tuple(others))
            case Promise():
                return replace(record, outcome=PROMISED[given])
            case Point():
                return replace(record, outcome=CAME_OF_IT[given])

    def mark(self, given: str, visit: Appointment, book: Book) -> Mark:
        """How what was said counts."""
        if isinstance(self.record, Point) and given in CAME_OF_IT:
            return POINTS[CAME_OF_IT[given]]
        return Question.mark(self, given, visit, book)


def more_questions(visit: Appointment, book: Book) -> Iterator[Question]:
    """The person's own questions that are to be asked about a visit, then at most three about what is still open."""
    day = book.day_of(visit.planned_at)
    for own in sorted(book.own_traits.values(), key=lambda each: (each.began_on, each.id)):
        if own.is_asked_on(day) and own.person_id in (None, visit.person_id):
            yield OwnQuestion(own.id, first_line(own.question))
    for record in to_ask_about(book, visit):
        asked, words = _asked(record, visit, book)
        yield OpenQuestion(record.id, asked, words, record=record, person_id=visit.person_id)


def _asked(record: FollowUp, visit: Appointment, book: Book) -> tuple[str, tuple[str, str, str]]:
    name = who(book, visit.person_id)
    match record:
        case Update():
            return f"Did {name} know? {_quoted(record.what)}", ("Yes", "In part", "No")
        case Promise():
            return f"Did {name} do it? {_quoted(record.text)}", ("Yes", "Yes, but late", "No")
        case Point():
            return f"What came of it? {_quoted(record.text)}", ("It was done", "I had an answer", "Nothing yet")


def _quoted(words: str) -> str:
    return f"“{clipped(first_line(words), LONGEST_QUOTED)}”"
