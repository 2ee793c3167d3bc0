"""The five questions: what an answer says of a visit, what it is called, how it counts."""

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.settings import Settings
from carecompanion.domain.timeline import Mark
from carecompanion.domain.visit_questions import questions
from carecompanion.tui.questions import draw_ahead, draw_answered, draw_lit
from tests.tui.care_team import LAST_FRIDAY, YESTERDAY

STARTED, LASTED, LISTENED, COMFORTABLE, KNEW = questions("Dana")
WITHOUT_LENGTH = LAST_FRIDAY


@pytest.mark.parametrize(
    ("given", "late", "said", "mark"),
    [
        ("0", 0, "On time", "met"),
        ("1", 1, "1 min late", "met"),
        ("10", 10, "10 min late", "met"),
        ("11", 11, "11 min late", "missed"),
        ("600", 600, "600 min late", "missed"),
        ("y", None, "Yes", "met"),
        ("p", None, "A bit late", "partly"),
        ("n", None, "Very late, or not at all", "missed"),
        ("s", None, "skipped", "open"),
    ],
)
def test_minutes_late_count_by_the_grace_of_ten(given: str, late: int | None, said: str, mark: Mark) -> None:
    assert STARTED.answered(given, YESTERDAY).minutes_late == late
    assert STARTED.said(given, 60) == said
    assert STARTED.mark(given, YESTERDAY, Book()) == mark


def test_the_grace_is_the_one_the_journal_is_set_to() -> None:
    strict = Book(settings=Settings(late_grace_minutes=0))
    assert [STARTED.mark(given, YESTERDAY, strict) for given in ("0", "1")] == ["met", "missed"]


@pytest.mark.parametrize(
    ("given", "minutes", "said", "mark"),
    [
        ("0", 0, "0 of 60 min", "missed"),
        ("53", 53, "53 of 60 min", "missed"),
        ("54", 54, "54 of 60 min", "met"),
        ("600", 600, "600 of 60 min", "met"),
        ("p", None, "A bit short", "partly"),
        ("n", None, "Much too short", "missed"),
    ],
)
def test_minutes_given_count_from_nine_tenths_on(given: str, minutes: int | None, said: str, mark: Mark) -> None:
    assert LASTED.answered(given, YESTERDAY).minutes_given == minutes
    assert LASTED.said(given, 60) == said
    assert LASTED.mark(given, YESTERDAY, Book()) == mark


def test_minutes_of_a_visit_without_a_planned_length_are_kept_and_count_for_nothing() -> None:
    assert LASTED.answered("25", WITHOUT_LENGTH).minutes_given == 25
    assert LASTED.said("25", None) == "25 min"
    assert LASTED.mark("25", WITHOUT_LENGTH, Book()) == "open"


def test_each_answer_goes_into_its_own_field() -> None:
    visit = YESTERDAY
    for question, given in zip((STARTED, LASTED, LISTENED, COMFORTABLE, KNEW), "ypnyp", strict=True):
        visit = question.answered(given, visit)
    assert (visit.on_time, visit.full_time) == ("yes", "partly")
    assert (visit.listened, visit.comfortable, visit.knew_latest) == ("no", "yes", "partly")


@pytest.mark.parametrize(
    ("width", "lines"),
    [(120, 1), (88, 3), (60, 3), (59, 4), (36, 4)],
)
def test_answers_stand_beside_their_question_or_below_it_in_little_room(width: int, lines: int) -> None:
    shown = draw_lit(STARTED, "", 60, width).plain
    assert len(shown.splitlines()) == lines
    assert all(words in shown for words in ("y Yes", "p A bit late", "n Very late, or not at all"))


def test_a_question_is_drawn_ahead_lit_with_a_number_and_answered() -> None:
    assert draw_ahead(KNEW, 120).plain == "   Did Dana know the latest?"
    assert " ".join(draw_lit(LASTED, "25", 60, 120).plain.split()) == "› Did you get the full time? 25 of 60 min"
    assert draw_answered(LISTENED, "p", YESTERDAY, Book(), 50).plain == "◐ Did you feel listened to?\n  Partly"
