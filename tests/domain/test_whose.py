from collections.abc import Iterable
from datetime import date
from typing import get_args

import pytest

from carecompanion.domain.periods import Period
from carecompanion.domain.records import Coordination, Record
from carecompanion.domain.whose import WhoseTime, choices, coordinator_for, time_in_role, whose_words
from tests.domain.given import ADE, DANA, DANA_THEN_ADE, OKAFOR, TEAM, book, day, new

EVERY: tuple[WhoseTime, ...] = get_args(WhoseTime)


def held(person: str, began: str, ended: str | None = None) -> Coordination:
    """Somebody's time as co-ordinator."""
    return new(Coordination, person_id=person, began_on=day(began), ended_on=day(ended) if ended else None)


def team(*times: Coordination) -> tuple[Record, ...]:
    return (DANA, ADE, OKAFOR, *times)


@pytest.mark.parametrize(
    ("people", "today", "now", "before"),
    [
        ((), "2026-03-12", None, None),
        (TEAM, "2026-03-12", "dana", None),
        (TEAM, "2024-12-31", None, None),
        (DANA_THEN_ADE, "2026-03-01", "dana", None),
        (DANA_THEN_ADE, "2026-03-02", None, "dana"),
        (DANA_THEN_ADE, "2026-03-09", None, "dana"),
        (DANA_THEN_ADE, "2026-03-10", "ade", "dana"),
        (team(held("dana", "2025-01-01", "2025-06-01"), held("dana", "2025-08-01")), "2026-03-12", "dana", None),
        (
            team(
                held("ade", "2024-01-01", "2024-06-01"),
                held("dana", "2024-06-01", "2025-01-01"),
                held("ade", "2025-01-01"),
            ),
            "2026-03-12",
            "ade",
            "dana",
        ),
        (
            team(
                held("ade", "2024-01-01", "2024-06-01"),
                held("okafor", "2024-06-01", "2025-01-01"),
                held("dana", "2025-01-01"),
            ),
            "2026-03-12",
            "dana",
            "okafor",
        ),
        # a time without a day is nobody's
        (team(held("ade", "2025-01-01", "2025-01-01"), held("dana", "2025-01-01")), "2026-03-12", "dana", None),
        # what is still to come has not been yet
        (team(held("dana", "2025-01-01"), held("ade", "2027-01-01", "2028-01-01")), "2026-03-12", "dana", None),
        (team(held("dana", "2025-01-01", "2026-06-01")), "2026-03-12", "dana", None),
    ],
)
def test_whose_time_may_count(people: Iterable[Record], today: str, now: str | None, before: str | None) -> None:
    found, on = book(team=people), day(today)
    assert coordinator_for("now", found, on) == now
    assert coordinator_for("before", found, on) == before
    assert coordinator_for("everyone", found, on) is None
    there: dict[WhoseTime, bool] = {"now": now is not None, "before": before is not None, "everyone": True}
    assert choices(found, on) == tuple(choice for choice in EVERY if there[choice])


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ("now", "Ade Bello, care co-ordinator"),
        ("before", "Dana Whitfield, care co-ordinator before"),
        ("everyone", "Everyone who was your care co-ordinator"),
    ],
)
def test_it_is_said_whose_it_is(choice: WhoseTime, words: str) -> None:
    assert whose_words(choice, book(team=DANA_THEN_ADE), day("2026-03-12")) == words


def test_the_role_has_the_persons_own_word_on_one_line() -> None:
    own = book(role_word="key worker\nor so")
    assert whose_words("now", own, day("2026-03-12")) == "Dana Whitfield, key worker"
    assert whose_words("before", own, day("2026-03-12")) == "Everyone who was your key worker"


def test_a_time_in_the_role_ends_the_day_before_it_ended_or_today() -> None:
    today = day("2026-03-12")
    two = book(
        team=team(
            held("dana", "2026-03-01"), held("ade", "2025-01-01", "2025-02-01"), held("ade", "2026-01-01", "2026-03-01")
        )
    )
    assert time_in_role("now", two, today) == (Period(day("2026-03-01"), today),)
    assert time_in_role("before", two, today) == (
        Period(date(2025, 1, 1), date(2025, 1, 31)),
        Period(date(2026, 1, 1), date(2026, 2, 28)),
    )
    assert time_in_role("everyone", two, today) == ()
    assert time_in_role("now", book(team=(DANA,)), today) == ()
