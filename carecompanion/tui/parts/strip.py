"""The strip of waits: every wait a shape over a line of time, and the agreed time as a mark through it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from textual.content import Content

from carecompanion.language import _
from carecompanion.tui.parts.drawing import Piece, drawn, faint, lines, mark, muted, say

if TYPE_CHECKING:
    from carecompanion.domain.timeline import Mark  # at run time it would come before the first paint

TICKS: tuple[tuple[timedelta, str], ...] = (
    (timedelta(), _("at once")),
    (timedelta(hours=1), "1 h"),
    (timedelta(hours=4), "4 h"),
    (timedelta(days=1), _("1 day")),
    (timedelta(days=3), _("3 days")),
    (timedelta(days=7), _("1 week")),
    (timedelta(days=28), _("4 weeks")),
    (timedelta(days=91), _("3 months")),
)
"""Lengths that stand equally far apart, so that minutes and weeks can both be seen."""

WORSE: "Sequence[Mark]" = ("none", "met", "open", "partly", "missed")
"""The marks, from the one that stands at the bottom to the one on top."""

HIGHEST = 4
"""More shapes above each other than that are drawn as one for several."""


def strip(width: int, waits: Sequence[tuple[timedelta, "Mark"]], agreed: timedelta | None, said: str) -> Content:
    """The waits as shapes, each over its length, in `width` cells; `said` is what was agreed, in words."""
    ticks = _ticks(max([length for length, _between in waits] + [agreed or timedelta()]))
    cells = max(len(ticks), width - len(ticks[-1][1]))
    columns: dict[int, list[Mark]] = defaultdict(list)
    for length, which in waits:
        columns[_cell(length, ticks, cells)].append(which)
    each = -(-max(map(len, columns.values()), default=1) // HIGHEST)
    tick = _cell(agreed, ticks, cells) if agreed is not None else None
    rows = [*_agreed(tick, said, width), *_shapes(columns, each, tick, cells), _line(tick, cells), _names(ticks, cells)]
    return lines(*rows, *([say(faint(_("Each shape stands for up to {each}.").format(each=each)))] if each > 1 else []))


def _ticks(longest: timedelta) -> tuple[tuple[timedelta, str], ...]:
    """The ticks up to the first that is not shorter than the longest; at least up to a day."""
    last = next((place for place, (length, _between) in enumerate(TICKS) if length >= longest), len(TICKS) - 1)
    return TICKS[: max(last, 3) + 1]


def _cell(length: timedelta, ticks: Sequence[tuple[timedelta, str]], cells: int) -> int:
    """Where a length stands, from 0 on; what is longer than the last tick stands there."""
    apart = (cells - 1) / (len(ticks) - 1)
    for place, ((low, _between), (high, _between)) in enumerate(pairwise(ticks)):
        if length <= high:
            return round((place + (length - low) / (high - low)) * apart)
    return cells - 1


def _agreed(tick: int | None, said: str, width: int) -> Iterable[Content]:
    """The words beside the top of the mark, on the side that has room; above it where neither has."""
    if tick is None:
        return
    words, (tick_mark,) = _("agreed {said}").format(said=said), drawn(("┃", "$st-muted"))
    if tick + 2 + len(words) <= width:
        yield say(" " * tick, tick_mark, muted(f" {words}"))
    elif len(words) < tick:
        yield say(" " * (tick - 1 - len(words)), muted(f"{words} "), tick_mark)
    else:
        yield say(muted(words))


def _shapes(columns: "dict[int, list[Mark]]", each: int, tick: int | None, cells: int) -> Iterable[Content]:
    """Rows of shapes, the highest first; of several in one the worst is shown."""
    stacks = {cell: _stack(marks, each) for cell, marks in columns.items()}
    for level in reversed(range(max(map(len, stacks.values()), default=0))):
        pieces: list[Piece] = []
        for cell in range(cells):
            stack = stacks.get(cell, [])
            above = drawn(("┃", "$st-faint")) if cell == tick else [" "]
            pieces += [mark(stack[level])] if level < len(stack) else above
        yield say(*pieces)


def _stack(marks: "list[Mark]", each: int) -> "list[Mark]":
    ordered = sorted(marks, key=WORSE.index)
    return [ordered[min(place + each, len(ordered)) - 1] for place in range(0, len(ordered), each)]


def _line(tick: int | None, cells: int) -> Content:
    if tick is None:
        return say(*drawn(("─" * cells, "$st-faint")))
    return say(*drawn(("─" * tick, "$st-faint"), ("┃", "$st-muted"), ("─" * (cells - tick - 1), "$st-faint")))


def _names(ticks: Sequence[tuple[timedelta, str]], cells: int) -> Content:
    """The name of each tick below it, as far as there is room; that of the last always."""
    row, last = "", ticks[-1][1]
    for place, (_between, name) in enumerate(ticks[:-1]):
        at = round(place * (cells - 1) / (len(ticks) - 1))
        if at >= len(row) + bool(row) and at + len(name) < cells - 1:
            row = row.ljust(at) + name
    return say(faint(row.ljust(cells - 1) + last))
