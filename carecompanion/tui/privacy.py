"""Privacy: what the program protects from and what it does not, on a page of its own."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from carecompanion.sharing.privacy import PARTS, TITLE
from carecompanion.tui.parts.drawing import bold, faint, lines, say
from carecompanion.tui.parts.page import Page

if TYPE_CHECKING:
    from carecompanion.store import Journal

INDENT = 3


def privacy_page(_journal: "Journal", _clock: Callable[[], datetime]) -> Page:
    """The same for every journal."""
    return Page(draw_privacy)


def draw_privacy(width: int) -> Content:
    """Each part under its heading, point by point."""
    rows = [say(bold(TITLE))]
    for part in PARTS:
        rows += [say(""), say(bold(part.heading)), *(row for point in part.points for row in _point(point, width))]
    return lines(*rows)


def _point(point: str, width: int) -> Iterator[Content]:
    first, *rest = say(point).wrap(width - INDENT)
    yield say(faint("·"), " " * (INDENT - 1), first)
    yield from (row.pad_left(INDENT) for row in rest)
