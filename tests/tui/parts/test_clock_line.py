"""The line of a reply clock, shape by shape."""

import pytest

from carecompanion.domain.course import Course
from carecompanion.tui.parts.clock_line import WIDEST, clock_line


def course(ended: float, due: float | None, *tried: float, answered: bool = True, late: bool = False) -> Course:
    return Course(ended=ended, due=due, tried=tried or (0,), answered=answered, late=late, said="in words")


@pytest.mark.parametrize(
    ("drawn", "line", "tries"),
    [
        (course(0.5, 1), "━━━━━●────┤", "↑  you got in touch"),
        (course(0, 1), "●─────────┤", "↑  you got in touch"),
        (course(0.5, 1, answered=False), "━━━━━━────┤", "↑  you got in touch"),
        (course(1, 0.5, late=True), "━━━━━┃╍╍╍╍●", "↑  you got in touch"),
        (course(1, 0.5, answered=False, late=True), "━━━━━┃╍╍╍╍╍", "↑  you got in touch"),
        (course(1, None), "━━━━━━━━━━●", "↑  you got in touch"),
        (course(1, None, answered=False), "━━━━━━━━━━━", "↑  you got in touch"),
        (course(0.5, 1, 0, 0.2, 0.4), "━━━━━●────┤", "↑ ↑ ↑  3 tries"),
        (course(0.5, 1, 0, 0.01), "━━━━━●────┤", "↑  2 tries"),
    ],
)
def test_it_shows_the_time_gone_by_the_agreed_time_and_the_answer(drawn: Course, line: str, tries: str) -> None:
    assert clock_line(11, drawn).plain.splitlines() == [line, tries, "in words"]


@pytest.mark.parametrize(("width", "cells"), [(5, 8), (20, 20), (300, WIDEST)])
def test_it_is_neither_too_short_to_read_nor_as_wide_as_the_screen(width: int, cells: int) -> None:
    assert len(clock_line(width, course(1, None)).plain.splitlines()[0]) == cells
