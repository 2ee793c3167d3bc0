"""One co-ordinator after another: whose time a new one ends, and from when on."""

from dataclasses import replace

import pytest

from carecompanion.domain.contradictions import against
from carecompanion.domain.coordinators import makes_way, taking_over
from carecompanion.domain.records import Coordination, Record
from tests.domain.given import DANA_FROM_2025, DANA_THEN_ADE, TEAM, book, day, new

ADE_FROM_10_MARCH = DANA_THEN_ADE[-1]


@pytest.mark.parametrize(
    ("team", "since", "before"),
    [
        (TEAM, "2026-03-12", DANA_FROM_2025),
        (TEAM, "2027-03-12", DANA_FROM_2025),  # told of beforehand
        (TEAM, "2025-01-02", DANA_FROM_2025),  # the day after she began
        (TEAM, "2025-01-01", None),  # the very day
        (TEAM, "2024-12-31", None),
        (DANA_THEN_ADE, "2026-03-01", None),  # a day of a time that has ended
        (DANA_THEN_ADE, "2026-03-02", None),  # between the two
        (DANA_THEN_ADE, "2026-03-10", None),
        (DANA_THEN_ADE, "2026-03-11", ADE_FROM_10_MARCH),
        ((), "2026-03-12", None),
    ],
)
def test_whoever_has_begun_before_and_is_still_there_makes_way(
    team: tuple[Record, ...], since: str, before: Coordination | None
) -> None:
    assert makes_way(book(team=team), day(since)) == before


def test_the_time_before_ends_on_the_day_the_new_one_begins() -> None:
    kept = book()
    ade = new(Coordination, person_id="ade", began_on=day("2026-03-12"))
    both = tuple(taking_over(kept, ade))
    assert both == (replace(DANA_FROM_2025, ended_on=ade.began_on), ade)
    assert not against(kept, *both)
    days = (day("2026-03-11"), day("2026-03-12"))
    assert [kept.keeping(*both).coordinator_id_on(each) for each in days] == ["dana", "ade"]


@pytest.mark.parametrize(
    ("team", "began_on", "ended_on", "clash"),
    [
        (TEAM, "2024-01-01", "2025-01-01", False),  # before her, up to the day she began
        (TEAM, "2024-01-01", "2025-01-02", True),
        (TEAM, "2026-03-01", "2026-03-08", True),  # a time that has ended ends nobody's
        (TEAM, "2025-01-01", None, True),
        (DANA_THEN_ADE, "2026-03-02", "2026-03-10", False),  # the gap between the two
        (DANA_THEN_ADE, "2026-03-02", None, True),  # runs into Ade's time
        (DANA_THEN_ADE, "2026-01-01", None, True),  # inside Dana's closed time
        (DANA_THEN_ADE, "2026-03-10", None, True),  # the very day Ade began
        (DANA_THEN_ADE, "2026-03-11", None, False),
        ((), "2026-03-12", None, False),
    ],
)
def test_two_on_one_day_contradict_each_other(
    team: tuple[Record, ...], began_on: str, ended_on: str | None, clash: bool
) -> None:
    kept = book(team=(*TEAM[:3], *(one for one in team if isinstance(one, Coordination))))
    ended = day(ended_on) if ended_on else None
    third = new(Coordination, person_id="okafor", began_on=day(began_on), ended_on=ended)
    assert bool(against(kept, *taking_over(kept, third))) is clash
