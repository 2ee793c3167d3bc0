"""A document as plain text."""

from collections.abc import Iterator
from textwrap import TextWrapper

from carecompanion.sharing.document import Block, Bullets, Document, Heading, Paragraph, Room, Table
from carecompanion.sharing.plain_lines import harmless, plain, stopped

WIDTH = 78
RULE = "_" * 40


def draw_text(document: Document) -> str:
    """The document as lines of at most 78 characters, longer words whole; rooms to write in are ruled."""
    title = harmless(document.title)
    parts = [f"{title}\n{'=' * min(len(title), WIDTH)}"]
    parts += [part for block in document.blocks if (part := "\n".join(_drawn(block)))]
    return "\n\n".join(parts) + "\n"


def spoken(document: Document) -> tuple[str, ...]:
    """The document as plain lines, one to a thing; a heading under which there is only room to write is left out."""
    parts: list[list[str]] = [[document.title], []]
    for block in document.blocks:
        if isinstance(block, Heading):
            parts.append([block.text])
        parts[-1] += map(stopped, _said(block))
    return plain([parts[0], parts[1], *(part for part in parts[2:] if len(part) > 1)])


def _drawn(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            said = harmless(text)
            yield from (said, ("-" if level == 2 else ".") * min(len(said), WIDTH))
        case Room(label, lines):
            yield f"{harmless(label)}: {RULE}" if label else RULE
            yield from ["", RULE] * (lines - 1)
        case Table() if block.is_room:
            yield "   ".join(map(harmless, block.heads))
            yield from ["", RULE] * len(block.rows)
        case Bullets(items, numbered):
            for place, item in enumerate(items, 1):
                mark = f"{place}. " if numbered else "- "
                yield from _wrapped(item, mark, " " * len(mark))
        case _:
            for line in _said(block):
                yield from _wrapped(line)


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    drawn = TextWrapper(WIDTH, first, rest, break_long_words=False, break_on_hyphens=False)
    return drawn.wrap(harmless(text))


def _said(block: Block) -> Iterator[str]:
    """What a block says, a line to a thing; a row of a table as one line."""
    match block:
        case Paragraph(text):
            yield text
        case Bullets(items):
            yield from items
        case Table(_, rows) if not block.is_room:
            yield from (" – ".join(cell for cell in row if cell) for row in rows)
        case _:
            return
