"""Which backups are kept: the last of each day, week and month, and always the latest few."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from carecompanion.domain.rotation import kept

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)


def days_ago(*days: float) -> list[datetime]:
    return [NOON - timedelta(days=each) for each in days]


CASES = {
    "none": ([], []),
    "one, however old": ([900], [900]),
    "seven days": (range(7), range(7)),
    "the last of a day, but for the latest three": ([0, 0.01, 0.02, 0.03, 0.04], [0, 0.01, 0.02]),
    "what was made before a change stays beside it": ([0, 0.001, 1, 1.001, 1.002], [0, 0.001, 1]),
    # 12 March 2026 is a Thursday: Sundays were 4, 11 and 18 days ago, and the last day of February 12
    "then the last day of each week": (range(30), [0, 1, 2, 3, 4, 5, 6, 11, 12, 18]),
    "a gap makes older days count": ([0, 40, 41, 42, 43, 44, 45, 46], [0, 40, 41, 42, 43, 44, 45, 46]),
    "one a month for a year": ([30.4 * month for month in range(16)], [30.4 * month for month in range(12)]),
}


@pytest.mark.parametrize(("made", "expected"), CASES.values(), ids=CASES.keys())
def test_the_last_of_each_day_week_and_month_is_kept(made: list[float], expected: list[float]) -> None:
    assert sorted(kept(days_ago(*made))) == sorted(days_ago(*expected))


def test_over_800_days_a_year_is_covered_by_few_files() -> None:
    there: set[datetime] = set()
    for day in range(800):
        there = kept({*there, NOON + timedelta(days=day)})
        newest = max(there)
        assert newest == NOON + timedelta(days=day)
        assert len(there) <= 23
        assert {newest - timedelta(days=back) for back in range(min(7, day + 1))} <= there
        if day > 366:
            assert newest - min(there) > timedelta(days=300)
        assert all(later - earlier <= timedelta(days=31) for earlier, later in pairwise(sorted(there)))


def test_however_often_one_is_made_there_are_at_most_25() -> None:
    there: set[datetime] = set()
    for step in range(3000):
        there = kept({*there, NOON + timedelta(hours=7 * step)})
        assert len(there) <= 25
