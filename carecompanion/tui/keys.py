"""Keys: what every key does, from any place."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.tui.keymap import KEYS, Group, Key, bind
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import accent, bold, lines, muted, say

SHOWN: tuple[Group, ...] = ("Go to", "Write down", "In a list", "Any time", "In Review")
"""The keys that work "Here" always stand on the last line of where they work."""

COLUMNS: tuple[tuple[Group, ...], ...] = (("Go to",), ("Write down",), ("In a list",), ("Any time", "In Review"))
"""The groups as they stand below each other, column by column."""

WIDE = 100
"""Cells from which all columns stand side by side."""

SHORT = 60
"""Cells below which the short words are used."""

GAP = 2


class KeysSheet(ModalScreen[None]):
    """The keys, group by group."""

    BINDINGS = [
        bind("cancel", "dismiss"),
        bind("keys", "dismiss"),
        bind("hide", "app.hide"),
    ]

    def compose(self) -> ComposeResult:
        """A sheet over the place it was opened from."""
        with Vertical(id="sheet"):
            yield Static(say(bold("Keys")), id="title")
            with VerticalScroll(id="key_table"):
                yield KeyTable()
            yield KeyBar((), (("cancel", "close"),))


class KeyTable(Static):
    """Groups of keys: four side by side when wide, else two by two, each key with its words."""

    def render(self) -> Content:
        """The table as wide as there is room."""
        width = self.content_size.width
        across = len(COLUMNS) if width >= WIDE else 2
        columns = [_column(groups, short=width < SHORT) for groups in COLUMNS]
        longest = [max(row.cell_length for band in columns[place::across] for row in band) for place in range(across)]
        widths = _widths(longest, width)
        rows: list[Content] = []
        for first in range(0, len(COLUMNS), across):
            band = zip_longest(*columns[first : first + across], fillvalue=say(""))
            rows += [*([say("")] if rows else []), *(_side_by_side(cells, widths) for cells in band)]
        return lines(*rows)


def _column(groups: Sequence[Group], *, short: bool) -> list[Content]:
    rows: list[Content] = []
    for group in groups:
        keys = [key for key in KEYS if key.group == group]
        beside = max(len(key.shown) for key in keys) + GAP
        rows += [*([say("")] if rows else []), say(bold(group)), *(_row(key, beside, short) for key in keys)]
    return rows


def _row(key: Key, beside: int, short: bool) -> Content:
    return say(accent(f"{key.shown:<{beside}}"), muted(key.short if short else key.words))


def _widths(longest: Sequence[int], width: int) -> list[int]:
    """Equal columns where that does, else each as wide as it needs; the widest give way when it is too much."""
    equal = width // len(longest)
    if max(longest) + GAP <= equal:
        return [equal] * len(longest)
    widths = [need + GAP for need in longest]
    while sum(widths) > width:
        widths[widths.index(max(widths))] -= 1
    return widths


def _side_by_side(cells: Sequence[Content], widths: Sequence[int]) -> Content:
    return say(*(_cell(cell, width) for cell, width in zip(cells, widths, strict=True)))


def _cell(words: Content, width: int) -> Content:
    """Words in exactly `width` cells."""
    fitting = words if words.cell_length < width else words.truncate(width - 1, ellipsis=True)
    return say(fitting, " " * (width - fitting.cell_length))
