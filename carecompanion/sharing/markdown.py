"""A document as Markdown; whatever a person typed stays words."""

import re
from collections.abc import Iterable, Iterator

from carecompanion.sharing.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Room, Table
from carecompanion.sharing.plain_lines import harmless

MEANT = re.compile(r"([\\`*_\[\]<>&|~#!$^=:@])")
"""What Markdown would read as its own, wherever it stands."""
AT_START = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))")
"""What it would read as its own at the start of a line."""
RULE = "\\_" * 40


def draw_markdown(document: Document) -> str:
    """The document as Markdown that any reader of it knows: tables as GitHub has them."""
    parts = [f"# {words(document.title)}"]
    parts += [part for block in document.blocks if (part := "\n".join(_drawn(block)))]
    return "\n\n".join(parts) + "\n"


def words(text: str) -> str:
    """Words on one line that Markdown leaves as they are."""
    escaped = MEANT.sub(r"\\\1", " ".join(harmless(text).split()))
    return AT_START.sub(lambda found: f"{found[1]}{_at_start(found[2])}", escaped)


def _at_start(mark: str) -> str:
    return f"\\{mark}" if mark in "-+" else f"{mark}\u2060"


def _drawn(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * level} {words(text)}"
        case Paragraph(text, quiet):
            yield f"*{words(text)}*" if quiet and text.strip() else words(text)
        case Bullets(items, numbered):
            yield from (f"{f'{place}.' if numbered else '-'} {words(item)}" for place, item in enumerate(items, 1))
        case Table(heads, rows):
            yield _row(map(words, heads))
            yield _row("---" for _ in heads)
            yield from (_row(map(words, row)) for row in rows)
        case Room(label, lines):
            yield f"{words(label)}\\: {RULE}" if label else RULE
            yield from ["", RULE] * (lines - 1)
        case PageBreak():
            yield "---"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
