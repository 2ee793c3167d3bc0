from itertools import product

import pytest

from carecompanion.domain.outcomes import outcome
from carecompanion.domain.visits import fullness, is_with_coordinator, punctuality
from carecompanion.domain.vocabulary import Answer
from tests.domain.given import DANA_THEN_ADE, at, book, measured, verdicts, visit

ANSWERS: tuple[Answer | None, ...] = ("yes", "partly", "no", None)


@pytest.mark.parametrize(("late", "on_time"), list(product((0, 10, 11, None), ANSWERS)))
@pytest.mark.parametrize(("given", "full_time"), list(product((54, 53, None), ANSWERS)))
def test_a_visit_is_judged_as_the_measures_judge_it(
    late: int | None, on_time: Answer | None, given: int | None, full_time: Answer | None
) -> None:
    seen = visit(
        "2026-03-11 14:00",
        minutes_late=late,
        on_time=on_time,
        planned_minutes=60,
        minutes_given=given,
        full_time=full_time,
    )
    known = book(seen)
    assert verdicts(measured(known, "on_time")) == [found for found in (punctuality(seen, known),) if found]
    assert verdicts(measured(known, "full_time")) == [found for found in (fullness(seen),) if found]
    assert verdicts(measured(known, "as_arranged")) == [outcome(seen, known, at("2026-03-31 12:00")).mark]


@pytest.mark.parametrize(
    ("planned_at", "person_id", "is_own"),
    [
        ("2026-03-01 23:59", "dana", True),
        ("2026-03-02 00:00", "dana", False),
        ("2026-03-05 10:00", None, False),
        ("2026-03-10 00:00", "ade", True),
        ("2026-03-10 00:00", "dana", False),
    ],
)
def test_a_visit_is_with_the_coordinator_of_its_own_day(planned_at: str, person_id: str | None, is_own: bool) -> None:
    known = book(team=DANA_THEN_ADE)
    assert is_with_coordinator(visit(planned_at, person_id=person_id), known) is is_own
