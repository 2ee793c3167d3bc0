"""What is said of a review and its points on the screen, and how an act on a point is named."""

from dataclasses import replace
from datetime import timedelta

import pytest

from carecompanion.domain.acts import Act, Step, named
from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment, Brought, CareReview, Note, OwnTrait, Person, Record, ReviewPoint
from carecompanion.domain.review import prepare, usual_days
from carecompanion.domain.review_in_hand import days_of, points_of
from carecompanion.domain.review_items import Item, items, name_of
from carecompanion.domain.review_words import NO_REVIEW, away, headline, row_words, worked_out
from carecompanion.domain.sample import sample_book
from carecompanion.domain.shareable import shareable
from tests.domain.given import at, book, day, new

NOW = at("2026-03-12 14:20")
REVIEW = new(CareReview)
NOTE = new(Note, at=at("2026-03-09 10:00"), text="They rang\nat once", kind="good")
CLEAR = new(OwnTrait, name="Clear", question="Was it clear?", began_on=day("2026-01-01"))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (14, "14 days away"),
        (2, "2 days away"),
        (1, "tomorrow at 10:00"),
        (0, "today at 10:00"),
        (-1, "yesterday"),
        (-2, "2 days ago"),
        (1200, "1,200 days away"),
    ],
)
def test_how_far_away_a_review_is(days: int, words: str) -> None:
    assert away(days, "10:00") == words


def test_the_headline_says_with_whom_and_when_as_far_as_that_is_known() -> None:
    sam = new(Person, name="Sam Lee", role="")
    visit = new(Appointment, planned_at=at("2026-03-26 10:00"), kind="review")
    for fields, said in (
        ({}, "Care review, Thursday 26 March"),
        ({"with_": " the whole\nteam "}, "Care review with the whole team, Thursday 26 March"),
        ({"person_id": sam.id}, "Care review with Sam, Thursday 26 March"),
        ({"planned_at": at("2027-03-26 10:00")}, "Care review, Friday 26 March 2027"),
    ):
        assert headline(replace(visit, **fields), book(sam), NOW)[0] == said
    assert headline(None, book(), NOW) == (NO_REVIEW, "")


def listed(*records: Record, whole: Book | None = None) -> tuple[Book, tuple[Item, ...]]:
    held = (whole or sample_book(NOW)).keeping(REVIEW, *records)
    shared = shareable(held)
    review = prepare(shared, held, usual_days(shared, NOW), NOW)
    return review.book, items(review, points_of(REVIEW, shared))


def test_a_point_stands_in_the_persons_own_words_with_the_count_it_rests_on() -> None:
    shared, (first, *_rest) = listed()
    assert (
        row_words(first, shared, NOW)
        == worked_out(first, shared, NOW)
        == ("You felt comfortable 9 of 10 times, and 1 partly")
    )
    own = new(ReviewPoint, review_id=REVIEW.id, side="well", drawn_from="comfortable", text="She is kind")
    shared, (first, *_rest) = listed(own)
    assert row_words(first, shared, NOW) == "She is kind (9 of 10 times, and 1 partly)"
    assert worked_out(first, shared, NOW) == "You felt comfortable 9 of 10 times, and 1 partly"


def test_an_entry_brought_along_stands_with_its_day_and_a_point_of_ones_own_alone() -> None:
    brought = new(ReviewPoint, review_id=REVIEW.id, side="ask", brought=(Brought(entry_id=NOTE.id),))
    worded = replace(brought, side="well", text="See here")
    alone = new(ReviewPoint, review_id=REVIEW.id, side="better", text="Only this")
    for point, row, was in (
        (brought, "They rang\nat once – Mon 9 March", "They rang\nat once – Mon 9 March"),
        (worded, "See here (They rang\nat once – Mon 9 March)", "They rang\nat once – Mon 9 March"),
        (alone, "Only this", ""),
    ):
        shared, found = listed(point, NOTE, whole=book())
        item = next(each for each in found if each.point == point)
        assert (row_words(item, shared, NOW), worked_out(item, shared, NOW)) == (row, was)


def test_a_point_keeps_its_name_whatever_is_decided_about_it() -> None:
    _shared, found = listed()
    names = [name_of(item) for item in found]
    assert len(set(names)) == len(names)
    for item in found:
        assert item.source is not None
        _side, drawn_from, *brought = name_of(item).split(":")
        point = new(
            ReviewPoint,
            review_id=REVIEW.id,
            side=item.side,
            drawn_from=drawn_from or None,
            brought=tuple(Brought(entry_id=key) for key in brought),
            taken=False,
        )
        assert name_of(point) == name_of(item)
        assert [name_of(each) for each in listed(point)[1]] == names


def act(before: ReviewPoint | None, after: ReviewPoint | None) -> str:
    done = Act(1, NOW, (Step(before, after),))
    return named(done, book(NOTE, CLEAR, REVIEW), NOW)


def test_what_was_done_with_a_point_is_named_with_what_it_is_about() -> None:
    point = new(ReviewPoint, review_id=REVIEW.id, side="well", drawn_from="comfortable")
    out, moved = replace(point, taken=False), replace(point, place=2)
    own = new(ReviewPoint, review_id=REVIEW.id, side="ask", text="Why\nnot?")
    for before, after, words in (
        (None, out, "leaving out the point, You felt comfortable"),
        (point, out, "leaving out the point, You felt comfortable"),
        (out, point, "putting in the point, You felt comfortable"),
        (None, moved, "moving the point, You felt comfortable"),
        (point, moved, "moving the point, You felt comfortable"),
        (None, replace(point, text="Kind"), "the point, Kind"),
        (point, replace(point, text="Kind"), "a change to the point, Kind"),
        (None, own, "the point, Why"),
        (own, None, "deleting the point, Why"),
        (None, replace(point, drawn_from=CLEAR.id), "the point, Clear"),
        (None, replace(point, drawn_from="cover"), "the point, Who can I turn to when you are away?"),
        (None, replace(point, drawn_from=None, brought=(Brought(entry_id=NOTE.id),)), "the point, They rang"),
        (None, replace(point, drawn_from="gone"), "a point for your review"),
    ):
        assert act(before, after) == words


def test_the_days_a_review_looks_at_end_today_at_the_latest() -> None:
    today = NOW.date()
    review = replace(REVIEW, first_day=today - timedelta(days=9), last_day=today + timedelta(days=9))
    assert days_of(None, today) is None
    assert days_of(REVIEW, today) is None
    found = days_of(review, today)
    assert found is not None
    assert (found.first, found.last) == (review.first_day, today)
    assert days_of(replace(review, first_day=today + timedelta(days=1)), today) is None
