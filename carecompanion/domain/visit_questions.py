"""What is asked about a visit: the five questions, the person's own, then what is still open with whoever came."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import BY_ANSWER
from carecompanion.domain.follow_ups import FollowUp, to_ask_about
from carecompanion.domain.lines import cut, first_line
from carecompanion.domain.names import visitor, who
from carecompanion.domain.outcomes import POINTS
from carecompanion.domain.records import Appointment, OwnAnswer, Point, Promise, Update
from carecompanion.domain.sheets.asks import Option
from carecompanion.domain.timeline import Mark
from carecompanion.domain.visits import fullness, punctuality
from carecompanion.domain.vocabulary import Answer, PointOutcome, PromiseOutcome
from carecompanion.language import _

Minutes = Literal["minutes_late", "minutes_given"]

SKIPPED = "s"
ANSWERS: dict[str, Answer] = {"y": "yes", "p": "partly", "n": "no"}
LETTERS = {answer: letter for letter, answer in ANSWERS.items()}
LONGEST_NUMBER = 3
LONGEST_QUOTED = 44
PROMISED: dict[str, PromiseOutcome] = {"y": "kept", "p": "late", "n": "broken"}
CAME_OF_IT: dict[str, PointOutcome] = {"y": "acted_on", "p": "answered", "n": "not_yet"}

MORE_ASKED: Mapping[Literal["kind_to_me", "next_known", "put_right"], tuple[str, str]] = {
    "kind_to_me": (_("Friendly"), _("Were they friendly?")),
    "next_known": (_("Next one"), _("Did you know when the next one is?")),
    "put_right": (_("Put right"), _("Did someone say sorry or put it right?")),
}
"""The fields of a visit that hold further answers, each with its name and what it asks."""


@dataclass(frozen=True, slots=True, repr=False)
class Question:
    """`key` names the field that holds the answer, `minutes` one for a number typed instead.

    `words` are the answers on y, p and n.
    """

    key: str
    asked: str
    words: tuple[str, str, str] = (_("Yes"), _("Partly"), _("No"))
    minutes: Minutes | None = None
    number: str = ""

    @property
    def options(self) -> tuple[Option, ...]:
        """The answers in words by their letters, and skipping it."""
        words = zip("ypn", self.words, strict=True)
        return (*(Option(key, key, word) for key, word in words), Option(SKIPPED, SKIPPED, _("Skip")))

    def answered(self, given: str, visit: Appointment) -> Appointment:
        """The visit with an answer in it; as it was when the question was skipped."""
        facts: dict[str, Any] = {}
        if given in ANSWERS:
            facts[self.key] = ANSWERS[given]
        elif given.isdigit() and self.minutes is not None:
            facts[self.minutes] = int(given)
        return replace(visit, **facts)

    def said(self, given: str, planned_minutes: int | None) -> str:
        """An answer in words: "A bit late", "20 min late", "25 of 60 min"."""
        if given == SKIPPED:
            return _("skipped")
        if not given.isdigit():
            return self.words["ypn".index(given)]
        if self.minutes == "minutes_late":
            return _("{given} min late").format(given=given) if int(given) else _("On time")
        return (
            _("{given} of {planned_minutes} min").format(given=given, planned_minutes=planned_minutes)
            if planned_minutes
            else _("{given} min").format(given=given)
        )

    def mark(self, given: str, visit: Appointment, book: Book) -> Mark:
        """How an answer counts for itself; a number is weighed against what was arranged."""
        if given in ANSWERS:
            return BY_ANSWER[ANSWERS[given]]
        if not given.isdigit():
            return "open"
        arranged = Appointment(id=visit.id, planned_at=visit.planned_at, planned_minutes=visit.planned_minutes)
        weighed = self.answered(given, arranged)
        return (punctuality(weighed, book) if self.minutes == "minutes_late" else fullness(weighed)) or "open"


def questions(about: str) -> Sequence[Question]:
    """The five, about whoever the visit was with, as they are called inside a sentence."""
    return (
        Question(
            "on_time",
            _("Did it start on time?"),
            (_("Yes"), _("A bit late"), _("Very late, or not at all")),
            "minutes_late",
            _("or type how many minutes late"),
        ),
        Question(
            "full_time",
            _("Did you get the full time?"),
            (_("Yes"), _("A bit short"), _("Much too short")),
            "minutes_given",
            _("or type how many minutes you got"),
        ),
        Question("listened", _("Did you feel listened to?")),
        Question("comfortable", _("Did you feel comfortable?")),
        Question("knew_latest", _("Did {about} know the latest?").format(about=about)),
    )


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

    def answered(self, given: str, visit: Appointment) -> Appointment:  # noqa: ARG002  # for those that need it
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
            return _("Did {name} know? {quoted}").format(name=name, quoted=_quoted(record.what)), (
                _("Yes"),
                _("In part"),
                _("No"),
            )
        case Promise():
            return _("Did {name} do it? {quoted}").format(name=name, quoted=_quoted(record.text)), (
                _("Yes"),
                _("Yes, but late"),
                _("No"),
            )
        case Point():
            return _("What came of it? {quoted}").format(quoted=_quoted(record.text)), (
                _("It was done"),
                _("I had an answer"),
                _("Nothing yet"),
            )


def _quoted(words: str) -> str:
    return f"“{cut(first_line(words), LONGEST_QUOTED)}”"


def own_questions(visit: Appointment, book: Book) -> Iterator[OwnQuestion]:
    """The person's own that were to be asked, and those that were answered."""
    asked = [each for each in more_questions(visit, book) if isinstance(each, OwnQuestion)]
    yield from asked
    for each in visit.own:
        own = book.own_traits.get(each.trait_id)
        if own is not None and all(question.key != own.id for question in asked):
            yield OwnQuestion(own.id, first_line(own.question))


def given_to(question: Question, visit: Appointment) -> str:
    """What was answered to a question, as its key or its digits."""
    if isinstance(question, OwnQuestion):
        return next((LETTERS[each.answer] for each in visit.own if each.trait_id == question.key), SKIPPED)
    answer = getattr(visit, question.key)
    minutes = getattr(visit, question.minutes) if question.minutes else None
    return LETTERS[answer] if answer else str(minutes) if minutes is not None else SKIPPED


def whom(visit: Appointment, book: Book) -> str:
    """Whoever a visit was with, inside a sentence; "" when nobody was named."""
    return visitor(visit, book) if visit.person_id or (visit.with_ or "").strip() else ""
