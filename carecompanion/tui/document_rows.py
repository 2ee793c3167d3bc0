"""A document as rows of a list, block by block, for a look at it on the screen before it is saved."""

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from carecompanion.sharing.document import Block, Document, Heading, PageBreak
from carecompanion.sharing.plain_lines import harmless
from carecompanion.tui.parts.document_lines import block_lines
from carecompanion.tui.parts.drawing import bold, faint, lines, say
from carecompanion.tui.parts.items import Item

BLOCK = "block:"
LEAST = 8
"""Cells of a line at the least."""


def document_rows(document: Document) -> Iterator[Item]:
    """The title and each block as a row that can be taken in hand, so that a long document can be read through."""
    title = harmless(document.title)
    before: Block | None = None
    yield Item(lambda width: lines(*say(bold(title)).wrap(max(LEAST, width))), f"{BLOCK}title")
    for number, block in enumerate(document.blocks):
        yield Item(partial(_drawn, block, not isinstance(before, Heading)), f"{BLOCK}{number}")
        before = block


def _drawn(block: Block, apart: bool, width: int) -> Content:
    gap = [say("")] if apart or isinstance(block, Heading) else []
    if isinstance(block, PageBreak):
        return say(faint("─" * width))
    return lines(*gap, *block_lines(block, max(LEAST, width)))
