"""Going through a review together: what is asked, what stands there, and what an answer keeps."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from carecompanion.domain.acts import Act, Step, named
from carecompanion.domain.book import Book
from carecompanion.domain.records import Brought, CareReview, Note, Record, ReviewPoint
from carecompanion.domain.review import Review, prepare, usual_days
from carecompanion.domain.sample import sample_book
from carecompanion.domain.shareable import shareable
from carecompanion.domain.walk import MOST, QUESTIONS, Going, Kept, Question, Slot, answer, first_open, going, slots
from tests.domain.given import at, book, new

NOW = at("2026-03-12 14:20")
REVIEW = new(CareReview, written_at=NOW)
BY_NAME = {question.name: question for question in QUESTIONS}
NUMBERS = count(1)


def key() -> str:
    return f"k{next(NUMBERS)}"


def review_of(whole: Book) -> Review:
    shared = shareable(whole)
    return prepare(shared, whole, usual_days(shared, NOW), NOW)


def stands(whole: Book) -> Going:
    return going(review_of(whole), whole, NOW, "new")


def rooms(name: str, whole: Book) -> tuple[Slot, ...]:
    question: Question = BY_NAME[name]  # type: ignore[index]  # it is one of them
    return slots(question, stands(whole))


def answered(whole: Book, name: str, text: str, place: int = -1, by: str = "") -> Book:
    """The book after an answer in the room of that place."""
    kept = answer(rooms(name, whole)[place], text, stands(whole), NOW, key, by)
    return whole if kept is None else whole.keeping(*kept.records).without(*kept.going)


def test_the_questions_come_in_the_order_in_which_they_are_talked_about() -> None:
    assert [question.name for question in QUESTIONS] == [
        *("matters_most", "well", "better", "help", "who_there", "say_first"),
    ]


@pytest.mark.parametrize("name", ["matters_most", "who_there", "say_first"])
def test_an_answer_about_the_review_begins_it_and_stands_there_again(name: str) -> None:
    after = answered(book(), name, "Jo, my sister", by="Sam")
    (review,) = after.reviews.values()
    assert (getattr(review, name), review.written_at, review.written_by) == ("Jo, my sister", NOW, "Sam")
    assert [slot.text for slot in rooms(name, after)] == ["Jo, my sister"]
    again = answered(after, name, "Jo")
    changed: dict[str, Any] = {name: "Jo"}
    assert again.reviews[review.id] == replace(review, **changed)
    assert getattr(answered(again, name, "  ").reviews[review.id], name) is None


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("text", ["", " \n "])
def test_a_question_that_is_skipped_keeps_nothing(question: Question, text: str) -> None:
    assert answer(rooms(question.name, book())[-1], text, stands(book()), NOW, key) is None


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_stands_there_already_is_not_kept_again(question: Question) -> None:
    whole = answered(answered(book(), "better", "The hour is short"), question.name, "As it is")
    for slot in rooms(question.name, whole):
        assert answer(slot, slot.text, stands(whole), NOW, key) is None


@pytest.mark.parametrize("side", ["well", "better"])
def test_each_thing_is_a_point_of_its_own_with_room_for_one_more(side: str) -> None:
    whole = answered(answered(book(), side, "[First]"), side, "Second", by="Sam")
    assert [slot.text for slot in rooms(side, whole)] == ["[First]", "Second", ""]
    assert [(each.side, each.text, each.written_by) for each in whole.review_points.values()] == [
        (side, "[First]", None),
        (side, "Second", "Sam"),
    ]
    assert len(whole.reviews) == 1
    reworded = answered(whole, side, "The first", place=0)
    assert [slot.text for slot in rooms(side, reworded)] == ["The first", "Second", ""]
    assert [slot.text for slot in rooms(side, answered(reworded, side, "", place=0))] == ["Second", ""]


def test_a_wish_stands_beside_its_point_whether_that_is_ones_own_or_from_the_journal() -> None:
    whole = answered(sample_book(NOW), "better", "Nobody rang")
    points = [slot.item.source is None if slot.item else None for slot in rooms("help", whole)]
    assert points == [False, False, True]
    before = [slot.text for slot in rooms("help", whole)]
    assert first_open(rooms("help", whole)) == before.index("")
    for place in range(3):
        whole = answered(whole, "help", f"Wish {place}", place)
    assert [slot.text for slot in rooms("help", whole)] == ["Wish 0", "Wish 1", "Wish 2"]
    assert first_open(rooms("help", whole)) == 0
    assert len(whole.review_points) == len(sample_book(NOW).review_points) + 2


def test_without_a_point_that_could_be_better_what_would_help_is_one() -> None:
    after = answered(book(), "help", "A walk on Fridays")
    assert [(each.side, each.text) for each in after.review_points.values()] == [("better", "A walk on Fridays")]
    assert [(slot.item is not None, slot.text) for slot in rooms("help", after)] == [(True, "")]


def test_points_that_are_out_or_kept_out_are_not_gone_through() -> None:
    out = (
        new(ReviewPoint, review_id=REVIEW.id, side="well", text="Out", taken=False),
        new(ReviewPoint, review_id=REVIEW.id, side="well", text="Kept out", keep_out=True),
    )
    assert [slot.text for slot in rooms("well", book(REVIEW, *out))] == [""]


def test_words_for_the_person_alone_stay_with_a_point_that_is_reworded() -> None:
    point = new(ReviewPoint, review_id=REVIEW.id, side="well", text="She rang", private="I cried")
    after = answered(book(REVIEW, point), "well", "She rang back", place=0)
    assert after.review_points[point.id] == replace(point, text="She rang back", written_at=NOW)


def test_what_was_brought_along_is_from_the_journal_and_not_asked_for_again() -> None:
    note = new(Note, at=NOW, text="They rang", kind="good")
    point = new(ReviewPoint, review_id=REVIEW.id, side="well", brought=(Brought(entry_id=note.id),))
    whole = book(REVIEW, note, point)
    assert [item.point for item in stands(whole).brought("well")] == [point]
    assert [slot.text for slot in rooms("well", whole)] == [""]


def test_of_many_points_the_last_are_gone_through() -> None:
    many = [new(ReviewPoint, review_id=REVIEW.id, side="better", text=f"Point {number}") for number in range(500)]
    whole = book(REVIEW, *many)
    assert [slot.text for slot in rooms("better", whole)] == [*(f"Point {n}" for n in range(500 - MOST, 500)), ""]
    assert len(rooms("help", whole)) == MOST
    assert stands(whole).many("better") == 500


def acts(whole: Book) -> Iterator[tuple[str, Kept]]:
    for name in BY_NAME:
        kept = answer(rooms(name, whole)[-1], "x", stands(whole), NOW, key)
        assert kept is not None
        yield name, kept


def test_each_answer_has_a_name_for_undo() -> None:
    whole = book()
    said = {name: named(_act(kept, whole), whole, NOW) for name, kept in acts(whole)}
    assert said == {
        "matters_most": "what matters most to you",
        "well": "the point, x",
        "better": "the point, x",
        "help": "the point, x",
        "who_there": "who should be there",
        "say_first": "what you will say first",
    }


def _act(kept: Kept, whole: Book) -> Act:
    before: list[Record | None] = [whole.record(record.id) for record in kept.records]
    return Act(1, NOW, tuple(Step(old, record) for old, record in zip(before, kept.records, strict=True)))
