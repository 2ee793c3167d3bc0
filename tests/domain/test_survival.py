from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecompanion.domain.survival import median, survival

HOURS = st.lists(st.integers(0, 50).map(lambda hours: timedelta(hours=hours)), max_size=30)


def hours(*lengths: float) -> list[timedelta]:
    return [timedelta(hours=length) for length in lengths]


def weeks(*lengths: int) -> list[timedelta]:
    return [timedelta(weeks=length) for length in lengths]


def test_the_typical_time_of_the_worked_example_is_26_hours() -> None:
    answered, censored = hours(2, 5, 20, 26, 50), hours(30, 100)
    shares = [round(float(share), 4) for _, share in survival(answered, censored)]
    assert shares == [0.8571, 0.7143, 0.5714, 0.4286, 0.2143]
    assert median(answered, censored) == timedelta(hours=26)


def test_the_median_agrees_with_freireich_1963() -> None:
    """Weeks of remission under 6-MP: Freireich and others 1963, Blood 21:699; the shares are those of its textbooks."""
    answered = weeks(6, 6, 6, 7, 10, 13, 16, 22, 23)
    censored = weeks(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
    shares = {length.days // 7: round(float(share), 3) for length, share in survival(answered, censored)}
    assert shares == {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert median(answered, censored) == timedelta(weeks=23)


@pytest.mark.parametrize(
    ("answered", "censored", "expected"),
    [
        ([], [], None),
        ([], [1, 2, 3], None),
        ([3], [], 3),
        ([1, 2], [], 1),
        ([1, 2, 3], [], 2),
        ([0, 0, 0, 1, 1], [], 0),
        ([1, 2], [5, 5, 5], None),
        ([1, 2], [2, 2], 2),
        ([1], [1], 1),
        ([2], [1], 2),
        ([1, 1, 2, 2, 2, 3], [], 2),
    ],
)
def test_the_median_is_the_first_length_with_at_most_half_still_waiting(
    answered: list[float], censored: list[float], expected: float | None
) -> None:
    found = median(hours(*answered), hours(*censored))
    assert found == (None if expected is None else timedelta(hours=expected))


def test_a_share_of_exactly_one_half_is_reached_however_many_steps_lead_there() -> None:
    """In floating point the product of these twelve steps is 0.5000000000000001."""
    assert median(hours(*range(1, 25)), []) == timedelta(hours=12)
    assert dict(survival(hours(*range(1, 25)), []))[timedelta(hours=12)] == Fraction(1, 2)


@given(HOURS, HOURS)
def test_the_share_still_waiting_only_falls(answered: list[timedelta], censored: list[timedelta]) -> None:
    shares = [share for _, share in survival(answered, censored)]
    assert shares == sorted(shares, reverse=True)
    assert all(0 <= share < 1 for share in shares)


@given(HOURS.filter(bool))
def test_without_anyone_waiting_the_median_is_the_lower_middle_one(answered: list[timedelta]) -> None:
    assert median(answered, []) == sorted(answered)[(len(answered) - 1) // 2]
