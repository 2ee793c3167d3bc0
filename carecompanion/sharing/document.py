"""A document as data: what it says, in which order; how it looks is for whoever draws it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Heading:
    """A heading; level 1 is the title's, which has one of its own, so that these begin at 2."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True, repr=False)
class Paragraph:
    """A paragraph; `quiet` when it is about the document itself."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Bullets:
    """Things in a list; `numbered` when their order helps to speak about them."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """Rows under their heads. Rows of nothing but "" are room to write in."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def is_room(self) -> bool:
        """Whether it is all room to write in."""
        return not any(any(row) for row in self.rows)


@dataclass(frozen=True, slots=True, repr=False)
class Room:
    """Room to write in, so many lines, after a few words that say for what."""

    label: str = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a page of its own."""


Block = Heading | Paragraph | Bullets | Table | Room | PageBreak


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """A whole document: its title, its language as in "en-GB", and what stands in it."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "en-GB"

    @property
    def pages(self) -> tuple[tuple[Block, ...], ...]:
        """What stands between its page breaks: one page at the least."""
        pages: list[list[Block]] = [[]]
        for block in self.blocks:
            if isinstance(block, PageBreak):
                pages.append([])
            else:
                pages[-1].append(block)
        return tuple(map(tuple, pages))

    @property
    def first_page(self) -> "Document":
        """The same up to its first page break."""
        return Document(self.title, self.pages[0], self.language)
