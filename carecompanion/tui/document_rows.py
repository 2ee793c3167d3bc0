"""A document as rows of a list, block by block, for a look at it on the screen before it is saved."""

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from carecompanion.sharing.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Room, Table
from carecompanion.sharing.plain_lines import harmless
from carecompanion.tui.parts.drawing import Piece, bold, faint, lines, muted, say
from carecompanion.tui.parts.items import Item

BLOCK = "block:"
NARROW_TABLE = 60
ROOM_CELLS = 30


def document_rows(document: Document) -> Iterator[Item]:
    """The title and each block as a row that can be taken in hand, so that a long document can be read through."""
    title = harmless(document.title)
    before: Block | None = None
    yield Item(lambda width: _wrapped([bold(title)], width), f"{BLOCK}title")
    for number, block in enumerate(document.blocks):
        parts: list[tuple[Block, bool]] = [(block, True)]
        if isinstance(block, Table) and not block.is_room:
            parts = [(Table(block.heads, (row,)), not place) for place, row in enumerate(block.rows)]
        for place, (part, first) in enumerate(parts):
            yield Item(partial(_drawn, part, first and not isinstance(before, Heading)), f"{BLOCK}{number}:{place}")
        before = block


def _drawn(block: Block, apart: bool, width: int) -> Content:
    gap = [say("")] if apart else []
    match block:
        case Heading(text):
            return lines(say(""), _wrapped([bold(harmless(text))], width))
        case Paragraph(text, quiet):
            return lines(*gap, _wrapped([muted(harmless(text)) if quiet else harmless(text)], width))
        case Bullets(items, numbered):
            marks = (f"{place}. " if numbered else "– " for place in range(1, len(items) + 1))
            return lines(*gap, *(_hanging(mark, item, width) for mark, item in zip(marks, items, strict=True)))
        case Table(_, rows):
            return lines(*gap, *(_row(row, width) for row in rows if any(row)))
        case Room(label):
            return lines(*gap, say(muted(f"{harmless(label)}: " if label else ""), faint("_" * ROOM_CELLS)))
        case PageBreak():
            return say(faint("─" * width))


def _row(row: tuple[str, ...], width: int) -> Content:
    """A row of a table: its first cell in a column of its own where there is room, the rest in one line after it."""
    first, *rest = map(harmless, row)
    said = " – ".join(cell for cell in rest if cell)
    if width < NARROW_TABLE:
        return lines(say(muted(first)), *(part.pad_left(2) for part in say(said).wrap(max(8, width - 2))))
    return _hanging(first.ljust(18), said, width, style="$st-muted")


def _hanging(mark: str, text: str, width: int, *, style: str = "") -> Content:
    room = max(8, width - len(mark))
    first, *more = say(harmless(text)).wrap(room) or [say("")]
    start: Piece = (mark, style) if style else mark
    return lines(say(start, first), *(part.pad_left(len(mark)) for part in more))


def _wrapped(pieces: list[Piece], width: int) -> Content:
    return lines(*say(*pieces).wrap(max(8, width)))
