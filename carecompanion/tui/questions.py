"""The five questions about a visit: what is asked, what an answer is called, and what it says of the visit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from textual.content import Content

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import BY_ANSWER
from carecompanion.domain.records import Appointment
from carecompanion.domain.timeline import Mark
from carecompanion.domain.visits import fullness, punctuality
from carecompanion.domain.vocabulary import Answer
from carecompanion.tui.parts.drawing import Piece, accent, bold, faint, mark, muted, say

Minutes = Literal["minutes_late", "minutes_given"]

SKIPPED = "s"
ANSWERS: dict[str, Answer] = {"y": "yes", "p": "partly", "n": "no"}
LONGEST_NUMBER = 3

ROOMY = 31
"""From this height on there is a blank line between things."""

LOW = 20
"""Below this height the last line has room for what else can be said; under the questions nobody would see it."""

SIDE_BY_SIDE = 60
"""From this width on, an answer stands beside its question."""

ASKED = 32
"""Cells for a question that has its answer beside it; a longer one has it below."""


@dataclass(frozen=True, slots=True)
class Question:
    """`key` names the field that holds the answer, `minutes` one for a number typed instead.

    `words` are the answers on y, p and n.
    """

    key: str
    asked: str
    words: tuple[str, str, str] = ("Yes", "Partly", "No")
    minutes: Minutes | None = None
    number: str = ""

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
            return "skipped"
        if not given.isdigit():
            return self.words["ypn".index(given)]
        if self.minutes == "minutes_late":
            return f"{given} min late" if int(given) else "On time"
        return f"{given} of {planned_minutes} min" if planned_minutes else f"{given} min"

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
            "Did it start on time?",
            ("Yes", "A bit late", "Very late, or not at all"),
            "minutes_late",
            "or type how many minutes late",
        ),
        Question(
            "full_time",
            "Did you get the full time?",
            ("Yes", "A bit short", "Much too short"),
            "minutes_given",
            "or type how many minutes you got",
        ),
        Question("listened", "Did you feel listened to?"),
        Question("comfortable", "Did you feel comfortable?"),
        Question("knew_latest", f"Did {about} know the latest?"),
    )


def draw_question(
    question: Question, ahead: int, given: Sequence[str], number: str, visit: Appointment, book: Book, width: int
) -> Content:
    """A question so many places after the one to answer now (below 0: before it), with what was given to it."""
    if ahead > 0:
        return draw_ahead(question, width)
    if ahead == 0:
        return draw_lit(question, number, visit.planned_minutes, width)
    return draw_answered(question, given[0], visit, book, width)


def draw_answered(question: Question, given: str, visit: Appointment, book: Book, width: int) -> Content:
    """A question with its mark and what was answered, in a window so many cells wide."""
    said = question.said(given, visit.planned_minutes)
    return say(mark(question.mark(given, visit, book)), _gap(width), muted(_asked(question, width)), said)


def draw_lit(question: Question, number: str, planned_minutes: int | None, width: int) -> Content:
    """The question to answer now with its answers, or the number that is being typed."""
    start: list[Piece] = [("›", "$st-accent"), _gap(width), bold(_asked(question, width))]
    if number:
        return say(*start, accent(question.said(number, planned_minutes)))
    return say(*start, *_to_choose_from(question, width))


def draw_ahead(question: Question, width: int) -> Content:
    """A question still to come."""
    return say(" ", _gap(width), faint(question.asked))


def _to_choose_from(question: Question, width: int) -> list[Piece]:
    beside = _is_beside(question, width)
    answers = [f"{key} {word}" for key, word in zip("ypn", question.words, strict=True)]
    apart = " " * 5
    if width < SIDE_BY_SIDE or (beside and len(apart.join(answers)) > width - ASKED - 9):
        apart = "\n" + " " * (ASKED + 3 if beside else len(_gap(width)) + 1)
    pieces: list[Piece] = []
    for answer in answers:
        pieces += [apart if pieces else "", accent(answer[0]), answer[1:]]
    return pieces


def _asked(question: Question, width: int) -> str:
    if _is_beside(question, width):
        return question.asked.ljust(ASKED)
    return f"{question.asked}\n{' ' * (len(_gap(width)) + 1)}"


def _is_beside(question: Question, width: int) -> bool:
    return width >= SIDE_BY_SIDE and len(question.asked) < ASKED


def _gap(width: int) -> str:
    return "  " if width >= SIDE_BY_SIDE else " "
