from typing import Any

import pytest

from carecompanion.domain.records import Change, Point
from tests.domain.given import DANA_THEN_ADE, at, book, day, measured, new, outcome, visit


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"listened": "yes"}, "met"),
        ({"listened": "partly"}, "partly"),
        ({"listened": "no"}, "missed"),
        ({}, "not_answered"),
        ({"listened": "no", "person_id": "okafor"}, None),
        ({"listened": "no", "person_id": None}, None),
        ({"listened": "no", "status": "they_did_not_come"}, None),
        ({"listened": "no", "status": "i_could_not_go"}, None),
    ],
)
def test_listened_looks_at_the_co_ordinators_appointments_that_went_ahead(
    fields: dict[str, Any], expected: str | None
) -> None:
    assert outcome(measured(book(visit("2026-03-09 10:00", **fields)), "listened")) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [("answered", "met"), ("acted_on", "met"), ("no", "missed"), ("not_yet", "no_visit_since"), (None, "no_outcome")],
)
def test_a_point_is_followed_up_when_it_is_answered_or_acted_on(given: str | None, expected: str) -> None:
    point = new(Point, text="tablets", raised_at=at("2026-03-09 10:20"), outcome=given)
    assert outcome(measured(book(visit("2026-03-09 10:00"), point), "followed_up")) == expected


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (visit("2026-03-09 10:20"), "no_visit_since"),  # not after it was raised
        (visit("2026-03-09 10:21"), "missed"),
        (visit("2026-04-20 10:00"), "missed"),  # beyond the period
        (visit("2026-04-21 10:00"), "no_visit_since"),  # not by now
        (visit("2026-03-16 10:00", "cancelled_by_service"), "no_visit_since"),
        (visit("2026-03-16 10:00", person_id="okafor"), "no_visit_since"),
        (visit("2026-03-16 10:00", person_id=None), "no_visit_since"),
    ],
)
def test_not_yet_counts_once_a_later_appointment_with_the_co_ordinator_went_ahead(later: Any, expected: str) -> None:
    point = new(Point, text="tablets", raised_at=at("2026-03-09 10:20"), outcome="not_yet")
    whole = book(visit("2026-03-09 10:00"), later, point)
    assert outcome(measured(whole, "followed_up", now="2026-04-20 10:00")) == expected


def test_the_appointment_a_point_was_raised_at_is_not_a_later_one() -> None:
    own = visit("2026-03-09 10:00")
    point = new(Point, text="tablets", raised_at=at("2026-03-09 09:50"), outcome="not_yet", appointment_id=own.id)
    assert outcome(measured(book(own, point), "followed_up")) == "no_visit_since"
    assert outcome(measured(book(own, point, visit("2026-03-09 09:55")), "followed_up")) == "missed"


def test_the_later_appointment_is_with_whoever_is_co_ordinator_then() -> None:
    point = new(Point, text="tablets", raised_at=at("2026-03-01 10:20"), outcome="not_yet")
    for person, expected in (("ade", "missed"), ("dana", "no_visit_since")):
        whole = book(point, visit("2026-03-12 10:00", person_id=person), team=DANA_THEN_ADE)
        assert outcome(measured(whole, "followed_up")) == expected
        assert outcome(measured(whole, "followed_up", coordinator_id="dana")) == expected


def test_a_point_raised_after_now_is_not_there_yet() -> None:
    point = new(Point, text="tablets", raised_at=at("2026-03-09 10:20"), outcome="no")
    assert outcome(measured(book(point), "followed_up", now="2026-03-09 10:19")) is None
    assert outcome(measured(book(point), "followed_up", now="2026-03-09 10:20")) == "missed"


@pytest.mark.parametrize(
    ("answer", "expected"), [("yes", "met"), ("partly", "partly"), ("no", "missed"), (None, "not_said")]
)
def test_had_a_say_counts_every_change(answer: str | None, expected: str) -> None:
    change = new(Change, what="new clinic", effective_on=day("2026-03-09"), my_say=answer)
    assert outcome(measured(book(change), "had_a_say")) == expected
