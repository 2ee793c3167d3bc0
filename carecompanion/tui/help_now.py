"""Help now: whom to ring, from anywhere, without a passphrase."""

from collections.abc import Iterable
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.domain.book import Book
from carecompanion.sharing.guidance import ALONE, GENTLY, TITLE, HelpGroup, HelpLine, checked, help_lines, own_help
from carecompanion.tui.keymap import ANYWHERE, bind
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.drawing import bold, faint, lines, muted, say
from carecompanion.tui.parts.page import READ_ON
from carecompanion.tui.parts.styled_once import StyledOnce

GAP = 3
LEAST = 40
"""Columns that what a number is for needs beside it."""


class HelpNow(ModalScreen[None], StyledOnce):
    """The person's own numbers and those of their nation; before a journal is open, those of every nation."""

    BINDINGS = [
        bind("back", "dismiss"),
        *ANYWHERE,
    ]
    nothing_to_lose = True

    def __init__(self, book: Book | None, now: datetime) -> None:
        super().__init__()
        own = own_help(book, now) if book else ()
        self._groups = (*own, *help_lines(book.settings.nation if book else None))

    def compose(self) -> ComposeResult:
        """One page, and the way back."""
        with VerticalScroll(id="help"):
            yield Numbers(self._groups)
        yield KeyBar(("hide",), ("back",))

    def on_resize(self) -> None:
        """Reading on is offered where there is more than shows."""
        self.call_after_refresh(self._offer)

    def _offer(self) -> None:
        further: tuple[Hint, ...] = (READ_ON,) if self.query_one(VerticalScroll).max_scroll_y else ()
        self.query_one(KeyBar).offer((*further, "hide"))


class Numbers(Static):
    """Numbers and what they are for: side by side where there is room, else below each other."""

    def __init__(self, groups: tuple[HelpGroup, ...]) -> None:
        super().__init__()
        self._groups = groups

    def render(self) -> Content:
        """A heading, the numbers, when they were checked."""
        every = [line for group in self._groups for line in group.lines]
        width = self.content_size.width
        column = GAP + max(say(line.ring).cell_length for line in every)
        beside = column + LEAST <= width
        rows = [say(bold(TITLE)), say(muted(GENTLY))]
        for group in self._groups:
            rows += [say(""), *([say(bold(group.heading)), *_gap(beside)] if group.heading else [])]
            rows += _below_each_other(_rows(group.lines, column if beside else 0, width), beside)
        return lines(*rows, say(""), say(faint(ALONE)), say(faint(checked())))


def _rows(numbers: Iterable[HelpLine], column: int, width: int) -> list[Content]:
    if column:
        return [_beside(line, column, width - column) for line in numbers]
    return [lines(say(bold(line.ring)), say(muted(line.what))) for line in numbers]


def _beside(line: HelpLine, column: int, room: int) -> Content:
    first, *rest = say(line.what).wrap(room)
    ring = say(bold(line.ring))
    return lines(say(ring, " " * (column - ring.cell_length), first), *(row.pad_left(column) for row in rest))


def _below_each_other(rows: list[Content], close: bool) -> list[Content]:
    return rows if close else [part for row in rows for part in (row, say(""))][:-1]


def _gap(close: bool) -> list[Content]:
    return [] if close else [say("")]
