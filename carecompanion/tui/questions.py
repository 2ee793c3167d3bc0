"""The questions about a visit, drawn: one to answer now, those before it with their answers, those to come."""

from collections.abc import Sequence

from textual.content import Content

from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment
from carecompanion.domain.visit_questions import Question
from carecompanion.tui.parts.drawing import Piece, accent, bold, faint, mark, muted, say

ROOMY = 31
"""From this height on there is a blank line between things."""

LOW = 20
"""Below this height the last line has room for what else can be said; under the questions nobody would see it."""

SIDE_BY_SIDE = 60
"""From this width on, an answer stands beside its question."""

ASKED = 32
"""Cells for a question that has its answer beside it; a longer one has it below."""


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
