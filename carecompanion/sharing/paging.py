"""What stands on which page of a document: between its page breaks, or as a PDF of it has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from carecompanion.sharing.document import Block, Bullets, Document, Table


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """A block, or as much of a list or a table as stands on one page; `first` is the number of its first thing."""

    block: Block
    first: int = 1


Page = tuple[Part, ...]


def pages_by_break(document: Document) -> tuple[Page, ...]:
    """The pages as the document asks for them."""
    return tuple(tuple(map(Part, page)) for page in document.pages)


class Placing:
    """Where each part came to stand while it was drawn: pages counted from 1."""

    def __init__(self) -> None:
        self._placed: list[tuple[int, Part]] = []

    def note(self, page: int, block: Block, first: int = 1) -> None:
        """This begins on that page."""
        self._placed.append((page, Part(block, first)))

    def note_table(self, table: Table, pages: Sequence[int]) -> None:
        """The rows of a table stand on these pages; with no rows its heads on the only one."""
        for page in dict.fromkeys(pages):
            rows = tuple(row for row, on in zip(table.rows, pages, strict=False) if on == page)
            self.note(page, Table(table.heads, rows))

    def note_items(self, bullets: Bullets, pages: Sequence[int]) -> None:
        """The things of a list begin on these pages."""
        for page in dict.fromkeys(pages):
            items = tuple(item for item, on in zip(bullets.items, pages, strict=True) if on == page)
            self.note(page, Bullets(items, bullets.numbered), pages.index(page) + 1)

    def pages(self, number: int) -> tuple[Page, ...]:
        """So many pages, each with what is on it."""
        return tuple(tuple(part for on, part in self._placed if on == page) for page in range(1, number + 1))


def rows_on(calls: Sequence[int], rows: int, columns: int) -> list[int]:
    """On which page each row of a table was drawn, by the pages on which its cells were.

    Every cell is drawn once to be measured and then in its place, and the heads come again first on every page.
    """
    drawn = calls[(rows + 1) * columns :: columns]
    found = [page for before, page in pairwise(drawn) if page == before]
    return found if rows and len(found) == rows else list(drawn[:1]) * max(1, rows)
