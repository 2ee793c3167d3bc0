"""Which review is prepared for."""

from dataclasses import replace
from datetime import timedelta

import pytest

from carecompanion.domain.records import Appointment, CareReview
from carecompanion.domain.review_in_hand import review_in_hand, review_to_keep, visit_in_hand
from carecompanion.domain.vocabulary import AppointmentStatus
from tests.domain.given import at, book, new, visit

NOW = at("2026-03-12 14:20")
NEW = "00000000-0000-7000-8000-000000000009"


def review(days: float, status: AppointmentStatus = "planned") -> Appointment:
    return visit(f"{NOW + timedelta(days=days):%Y-%m-%d %H:%M}", status, kind="review")


@pytest.mark.parametrize(
    ("reviews", "chosen"),
    [
        ([], None),
        ([(30, "planned"), (14, "planned")], 1),
        ([(14, "cancelled_by_service"), (30, "planned")], 1),
        ([(-0.2, "planned")], 0),
        ([(-0.2, "planned"), (30, "planned")], 0),
        ([(-6.9, "went_ahead"), (90, "planned")], 0),
        ([(-7.1, "went_ahead"), (90, "planned")], 1),
        ([(-3, "went_ahead"), (20.9, "planned")], 1),
        ([(-3, "went_ahead"), (21.1, "planned")], 0),
        ([(-3, "moved_by_me"), (90, "planned")], 1),
        ([(-30, "went_ahead")], None),
        ([(-30, "planned")], None),
    ],
)
def test_it_is_the_next_one_or_the_one_that_has_just_been(
    reviews: list[tuple[float, AppointmentStatus]], chosen: int | None
) -> None:
    visits = [review(*each) for each in reviews]
    assert visit_in_hand(book(*visits), NOW) == (None if chosen is None else visits[chosen])


def test_what_was_prepared_belongs_to_its_review_and_what_had_no_date_to_the_next() -> None:
    coming, last = review(14), review(-300, "went_ahead")
    mine, before = new(CareReview, appointment_id=coming.id), new(CareReview, appointment_id=last.id)
    floating = new(CareReview, written_at=NOW - timedelta(days=2))
    assert review_in_hand(book(coming, last, before), NOW) is None
    assert review_in_hand(book(coming, last, before, floating), NOW) == floating
    assert review_in_hand(book(coming, last, before, floating, mine), NOW) == mine
    assert review_in_hand(book(last, floating), NOW) == floating
    assert review_in_hand(book(last, replace(floating, written_at=NOW - timedelta(days=301))), NOW) is None


def test_decisions_are_kept_with_the_review_in_hand_under_its_date() -> None:
    coming, floating = review(14), new(CareReview, who_there="Jo")
    assert review_to_keep(book(), NOW, NEW) == CareReview(id=NEW)
    assert review_to_keep(book(coming), NOW, NEW) == CareReview(id=NEW, appointment_id=coming.id)
    assert review_to_keep(book(coming, floating), NOW, NEW) == replace(floating, appointment_id=coming.id)
