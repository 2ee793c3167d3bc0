"""Preview: how a document will read, one of its pages at a time, with all of its text and nothing else."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from carecompanion.sharing.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Room, Table
from carecompanion.sharing.paging import Page, pages_by_break
from carecompanion.sharing.plain_lines import harmless
from carecompanion.tui.parts.drawing import Piece, bold, both_ends, faint, lines, muted, say

HOW = "How it will read"
WIDEST, NARROWEST = 88, 20
"""Cells of a line at the most, for reading, and at the least."""
TABLE = 48
"""Cells from which a table has its columns beside each other."""
GAP = 2
"""Cells between two columns."""
LEAST = 8
"""Cells that a column keeps when there is little room."""


class Preview(VerticalScroll, can_focus=False):
    """A document page by page, no line longer than `width` cells; `show` shows another, `turn` another page.

    `heading` says above it what this is. `pages` are its pages as a PDF has them, where that is known.
    """

    def __init__(
        self,
        document: Document | None = None,
        width: int = WIDEST,
        *,
        heading: str = HOW,
        pages: Sequence[Page] = (),
        id: str | None = None,  # noqa: A002  # Textual's name
    ) -> None:
        super().__init__(id=id)
        self._document, self._widest, self._heading = document or Document("", ()), width, heading
        self._pages = tuple(pages) or pages_by_break(self._document)
        self.page = 0
        """Which page shows, counted from 0."""

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def compose(self) -> ComposeResult:
        """The words of one page."""
        yield Static()

    def show(self, document: Document, pages: Sequence[Page] = ()) -> None:
        """Show this document, on the page it was on as far as it has one."""
        self._document, self._pages = document, tuple(pages) or pages_by_break(document)
        self.page = min(self.page, self.pages - 1)
        self._draw()

    def turn(self, step: int) -> None:
        """Go so many pages on, as far as there are any."""
        page = min(max(0, self.page + step), self.pages - 1)
        if page != self.page:
            self.page = page
            self._draw()
            self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Lines break elsewhere in another width."""
        self._draw()

    def _draw(self) -> None:
        paper = self.query_one(Static)
        room = self.scrollable_content_region.width - paper.styles.gutter.width
        width = max(NARROWEST, min(self._widest, room))
        where = f"page {self.page + 1} of {self.pages}" if self.pages > 1 else ""
        head = both_ends(width, [faint(self._heading)], [faint(where)] if where else [])
        words = draw_page(self._pages[self.page], width, self._document.title if not self.page else "")
        paper.update(lines(head, say(""), words))


def draw_page(page: Page, width: int, title: str = "") -> Content:
    """One page of a document in lines of at most so many cells; the first begins with its title."""
    rows = list(_wrapped(bold(harmless(title)), width)) if title else []
    for part in page:
        if isinstance(part.block, Heading) and rows:
            rows.append(say(""))
        rows += _drawn(part.block, part.first, width)
    return lines(*rows) if rows else say("")


def _drawn(block: Block, first: int, width: int) -> Iterator[Content]:
    match block:
        case Heading(text):
            yield from _wrapped(bold(harmless(text)), width)
        case Paragraph(text, quiet):
            yield from _wrapped(faint(harmless(text)) if quiet else harmless(text), width)
        case Bullets(items, numbered):
            marks = [f"{place}  " if numbered else "·  " for place in range(first, first + len(items))]
            beside = max(map(len, marks), default=0)
            for mark, item in zip(marks, items, strict=True):
                yield from _hanging(mark.ljust(beside), harmless(item), width)
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
