"""The strip of waits: where each wait stands, what is agreed, and that none is lost."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

import pytest

from carecompanion.domain.outcomes import Mark
from carecompanion.tui.parts.strip import HIGHEST, TICKS, strip

SHAPES: dict[str, Mark] = {"●": "met", "○": "missed", "·": "open", "◐": "partly"}
Waits = Sequence[tuple[timedelta, Mark]]
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def drawn(waits: Waits, agreed: timedelta | None = None, said: str = "", width: int = 60) -> list[str]:
    return strip(width, waits, agreed, said).plain.split("\n")


def shapes(rows: Sequence[str]) -> Counter[Mark]:
    """The shapes above the line."""
    above = rows[: next(place for place, row in enumerate(rows) if row.startswith(("─", "┃")))]
    return Counter(SHAPES[letter] for row in above for letter in row if letter in SHAPES)


def met(*lengths: timedelta) -> list[tuple[timedelta, Mark]]:
    return [(length, "met") for length in lengths]


@pytest.mark.parametrize(
    ("length", "tick"),
    [(timedelta(), "at once"), (HOUR, "1 h"), (4 * HOUR, "4 h"), (DAY, "1 day")],
)
def test_a_wait_as_long_as_a_tick_stands_above_its_name(length: timedelta, tick: str) -> None:
    shape, _line, names = drawn(met(length))
    assert shape.index("●") == names.index(tick)


def test_waits_between_two_ticks_stand_between_them_the_longer_the_further_right() -> None:
    shape, _line, names = drawn([*met(8 * HOUR), (16 * HOUR, "missed")])
    assert names.index("4 h") < shape.index("●") < shape.index("○") < names.index("1 day")


@pytest.mark.parametrize(
    ("longest", "last"),
    [
        (timedelta(), "1 day"),
        (DAY, "1 day"),
        (DAY + timedelta(seconds=1), "3 days"),
        (7 * DAY, "1 week"),
        (28 * DAY, "4 weeks"),
        (29 * DAY, "3 months"),
        (900 * DAY, "3 months"),
    ],
)
def test_the_ticks_reach_as_far_as_the_longest_wait_but_at_least_a_day(longest: timedelta, last: str) -> None:
    rows = drawn(met(longest))
    assert rows[-1].endswith(last)
    assert rows[-1].startswith("at once")


def test_a_wait_longer_than_the_last_tick_stands_at_the_end() -> None:
    shape, line, _names = drawn(met(900 * DAY))
    assert shape.index("●") == len(line) - 1


@pytest.mark.parametrize("agreed", [HOUR, 4 * HOUR, DAY, 3 * DAY, 28 * DAY])
@pytest.mark.parametrize("width", [30, 60, 100])
def test_the_agreed_time_is_one_mark_through_every_row_with_its_words_beside_it(agreed: timedelta, width: int) -> None:
    words, *rows, line, _names = drawn([*met(HOUR / 2), (40 * DAY, "open")], agreed, "so soon", width)
    assert "agreed so soon" in words
    assert {row.index("┃") for row in (words, line) if "┃" in row} == {line.index("┃")}
    assert all(row[line.index("┃")] in "┃●○·" for row in rows)
    assert max(map(len, (words, *rows, line))) <= width


def test_the_words_stand_right_of_the_mark_where_there_is_room_and_else_left_of_it() -> None:
    assert drawn([], HOUR, "1 hour")[0].strip() == "┃ agreed 1 hour"
    assert drawn([], DAY, "24 hours")[0].strip() == "agreed 24 hours ┃"


def test_words_with_room_on_neither_side_stand_above_the_mark() -> None:
    words, *rows, line, _names = drawn([*met(HOUR), (40 * DAY, "open")], DAY, "3 working days", 30)
    assert words == "agreed 3 working days"
    assert all(row[line.index("┃")] in "┃●" for row in rows)


def test_without_an_agreed_time_there_is_no_mark() -> None:
    assert "┃" not in strip(60, met(DAY), None, "").plain


def test_nothing_at_all_is_a_line_with_its_ticks() -> None:
    line, names = drawn([])
    assert set(line) == {"─"}
    assert names.split() == ["at", "once", "1", "h", "4", "h", "1", "day"]


@pytest.mark.parametrize(
    ("waits", "rows", "each"), [(1, 1, 1), (4, 4, 1), (5, 3, 2), (8, 4, 2), (9, 3, 3), (100, 4, 25)]
)
def test_more_than_four_above_each_other_become_fewer_shapes_that_say_so(waits: int, rows: int, each: int) -> None:
    lines = drawn(met(*[HOUR] * waits))
    assert len([line for line in lines if "●" in line]) == rows <= HIGHEST
    assert (lines[-1] == f"Each shape stands for up to {each}.") is (each > 1)


def test_the_worst_stands_on_top_and_is_what_a_shape_for_several_shows() -> None:
    mixed: Waits = [(HOUR, "missed"), (HOUR, "met"), (HOUR, "open"), (HOUR, "met")]
    assert "".join(row.strip() for row in drawn(mixed)[:4]) == "○·●●"
    several = drawn([*mixed, (HOUR, "met")])
    assert [row.strip() for row in several[:3]] == ["○", "·", "●"]


@pytest.mark.parametrize("width", [24, 31, 44, 60, 74, 114])
def test_every_wait_is_drawn_once_unless_each_shape_stands_for_several(width: int) -> None:
    kinds: tuple[Mark, ...] = ("met", "missed", "open")
    lengths = [timedelta(minutes=(7 * number) ** 2) for number in range(40)]
    waits = [(length, kinds[number % 3]) for number, length in enumerate(lengths)]
    rows = drawn(waits, DAY, "24 hours", width)
    if rows[-1].startswith("Each"):
        each = int(rows.pop().rstrip(".").split()[-1])
        assert len(waits) / each <= shapes(rows).total() <= len(waits)
    else:
        assert shapes(rows) == Counter(mark for _, mark in waits)
    assert max(map(len, rows)) <= width


def test_the_longer_of_two_waits_never_stands_further_left() -> None:
    lengths = [
        length + (later - length) * part / 10 for (length, _), (later, _) in pairwise(TICKS) for part in range(10)
    ]
    places = [drawn([*met(length), (91 * DAY, "open")])[-3].index("●") for length in lengths[:-1]]
    assert places == sorted(places)
