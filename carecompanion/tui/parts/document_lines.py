"""A document's blocks in lines, for every look at it on the screen: all of its text, and nothing else."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from carecompanion.sharing.document import Block, Bullets, Heading, PageBreak, Paragraph, Room, Table
from carecompanion.sharing.plain_lines import harmless
from carecompanion.tui.parts.drawing import Piece, faint, muted, say

TABLE = 48
"""Cells from which a table has its columns beside each other."""
GAP = 2
"""Cells between two columns."""
LEAST = 8
"""Cells that a column keeps when there is little room."""


def block_lines(block: Block, width: int, first: int = 1, marks: int = 0) -> Iterator[Content]:
    """A block in lines of at most so many cells; a list counted from `first`, its marks `marks` cells wide at least."""
    match block:
        case Heading(text, level):
            yield from _wrapped((harmless(text), "bold" if level == 2 else "bold $st-muted"), width)
        case Paragraph(text, quiet):
            yield from _wrapped(faint(harmless(text)) if quiet else harmless(text), width)
        case Bullets(items, numbered):
            beside = max(marks, mark_cells(first + len(items) - 1) if numbered else mark_cells(0))
            for place, item in enumerate(items, first):
                yield from _hanging((f"{place}" if numbered else "·").ljust(beside), harmless(item), width)
        case Table() if block.is_room:
            yield from _row([muted(harmless(head)) for head in block.heads], _even(len(block.heads), width))
            for _ in block.rows:
                yield from (say(""), say(faint("─" * width)))
        case Table(heads, rows):
            yield from _table(heads, rows, width)
        case Room(label, count):
            yield from _room(label, count, width)
        case PageBreak():
            return


def mark_cells(last: int) -> int:
    """The cells that the mark of a list has, up to that number; 0 for one without numbers."""
    return len(str(last)) + 2


def _wrapped(piece: Piece, width: int) -> Sequence[Content]:
    return say(piece).wrap(width)


def _hanging(mark: str, text: str, width: int) -> Iterator[Content]:
    """A thing of a list, its lines in line with one another beside its mark."""
    first, *rest = _wrapped(text, width - len(mark))
    yield say(muted(mark), first)
    yield from (row.pad_left(len(mark)) for row in rest)


def _room(label: str, count: int, width: int) -> Iterator[Content]:
    """Ruled lines, the first after its label where that leaves room."""
    said = say(muted(f"{harmless(label)}: ")) if label else say("")
    if said.cell_length > width - LEAST:
        yield from said.wrap(width)
        said = say("")
    yield say(said, faint("─" * (width - said.cell_length)))
    for _ in range(count - 1):
        yield from (say(""), say(faint("─" * width)))


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[Content]:
    """Rows in columns below their heads; in little room each row is a few lines, one to a cell."""
    cells = [[harmless(cell) for cell in row] for row in rows]
    if width < max(TABLE, len(heads) * (LEAST + GAP)):
        yield from _wrapped(muted(" – ".join(map(harmless, heads))), width)
        for row in cells:
            first, *rest = row
            yield from _wrapped(first, width)
            yield from (line.pad_left(GAP) for cell in rest if cell for line in _wrapped(cell, width - GAP))
        return
    widths = _fitting(heads, cells, width)
    yield from _row([muted(harmless(head)) for head in heads], widths)
    for row in cells:
        yield from _row(row, widths)


def _row(cells: Sequence[Piece], widths: Sequence[int]) -> Iterator[Content]:
    """A row, as high as its highest cell."""
    drawn = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for place in range(max(map(len, drawn))):
        yield _beside([column[place] if place < len(column) else say("") for column in drawn], widths)


def _beside(cells: Sequence[Piece | Content], widths: Sequence[int]) -> Content:
    """Words side by side, each in its column."""
    placed: list[Piece | Content] = []
    for cell, width in zip(cells, widths, strict=True):
        words = say(cell)
        placed += [words, " " * (max(0, width - words.cell_length) + GAP)]
    return say(*placed[:-1])


def _even(columns: int, width: int) -> list[int]:
    return [max(1, (width - GAP * (columns - 1)) // columns)] * columns


def _fitting(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """As wide as each column needs; the widest give way when it is too much."""
    widths = [max(say(cell).cell_length for cell in column) for column in zip(heads, *rows, strict=True)]
    room = width - GAP * (len(widths) - 1)
    while (beyond := sum(widths) - room) > 0:
        widest = max(widths)
        second = max((each for each in widths if each < widest), default=1)
        many = widths.count(widest)
        give = max(1, min(widest - second, -(-beyond // many)))
        widths = [each - give if each == widest else each for each in widths]
    return widths
