from typing import Any

import pytest

from tests.domain.given import book, measured, outcome, visit


@pytest.mark.parametrize(("name", "field"), [("comfortable", "comfortable"), ("kind", "kind_to_me")])
@pytest.mark.parametrize(
    ("answer", "fields", "expected"),
    [
        ("yes", {}, "met"),
        ("partly", {}, "partly"),
        ("no", {}, "missed"),
        (None, {}, "not_answered"),
        ("no", {"person_id": "okafor"}, None),
        ("no", {"status": "moved_by_service"}, None),
        ("no", {"status": "cancelled_by_me"}, None),
    ],
)
def test_ease_is_asked_of_the_co_ordinators_appointments_that_went_ahead(
    name: str, field: str, answer: str | None, fields: dict[str, Any], expected: str | None
) -> None:
    whole = book(visit("2026-03-09 10:00", **{field: answer} | fields))
    assert outcome(measured(whole, name)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"put_right": "yes"}, "met"),
        ({"put_right": "partly", "status": "they_did_not_come"}, "partly"),
        ({"put_right": "no", "status": "cancelled_by_service"}, "missed"),
        ({"put_right": "yes", "status": "cancelled_by_me"}, "met"),  # any status
        ({"status": "moved_by_service"}, "not_answered"),
        ({"put_right": "no", "person_id": "okafor"}, None),
    ],
)
def test_put_right_looks_at_the_co_ordinators_appointments_however_they_ended(
    fields: dict[str, Any], expected: str | None
) -> None:
    assert outcome(measured(book(visit("2026-03-09 10:00", **fields)), "put_right")) == expected
