"""The wait after a wrong guess: it grows, and ends."""

from datetime import timedelta

import pytest

from carecompanion.domain.guessing import wait_after


@pytest.mark.parametrize(
    ("wrong", "seconds"), [(0, 0), (1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 30), (7, 30), (1_000_000, 30)]
)
def test_the_wait_doubles_up_to_half_a_minute(wrong: int, seconds: int) -> None:
    assert wait_after(wrong) == timedelta(seconds=seconds)
