"""A whole number as it is typed."""

import pytest

from carecompanion.domain.whole_numbers import whole_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1", 1),
        (" 24 ", 24),
        ("007", 7),
        ("999", 999),
        ("1000", None),
        ("0", None),
        ("", None),
        ("-3", None),
        ("1.5", None),
        ("٣", None),
        ("0000000019999", None),
        ("000000000000000000007", 7),
        ("9" * 10_000, None),
    ],
)
def test_a_number_is_read_only_within_its_bounds(typed: str, number: int | None) -> None:
    assert whole_number(typed, 1, 999) == number


def test_none_at_all_is_a_number_where_that_may_be() -> None:
    assert [whole_number(typed, 0, 60) for typed in ("0", "000", "60", "61", "0000009999")] == [0, 0, 60, None, None]
