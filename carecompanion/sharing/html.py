"""A document as one HTML page: nothing in it runs, nothing is fetched, and whatever a person typed is escaped."""

from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files

from carecompanion.sharing.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Room, Table
from carecompanion.sharing.plain_lines import harmless

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def draw_html(document: Document, *, large_print: bool = False) -> str:
    """The document as a page of its own, which a screen reader reads in order and which prints well."""
    size = ' class="large"' if large_print else ""
    body = "\n".join(part for block in document.blocks for part in _drawn(block))
    title = words(document.title)
    return (
        f'<!DOCTYPE html>\n<html lang="{words(document.language)}"{size}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>\n{_look()}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def words(text: str) -> str:
    """Words on one line, none of them markup."""
    return escape(harmless(text))


def _drawn(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f'<h{level} dir="auto">{words(text)}</h{level}>'
        case Paragraph(text, quiet):
            yield f'<p dir="auto"{" class=quiet" if quiet else ""}>{words(text)}</p>'
        case Bullets(items, numbered):
            kind = "ol" if numbered else "ul"
            yield f"<{kind}>"
            yield from (f'<li dir="auto">{words(item)}</li>' for item in items)
            yield f"</{kind}>"
        case Table(heads, rows):
            yield f"<table{' class=room' if block.is_room else ''}>"
            yield _row([f'<th scope="col">{words(head)}</th>' for head in heads], "thead")
            yield from (_cells(row) for row in rows)
            yield "</tbody>\n</table>"
        case Room(label, lines):
            yield f'<p class="room">{f"{words(label)}:" if label else "&nbsp;"}</p>'
            yield from ['<p class="room">&nbsp;</p>'] * (lines - 1)
        case PageBreak():
            yield '<hr class="page">'


def _row(cells: list[str], part: str) -> str:
    return f"<{part}>\n<tr>{''.join(cells)}</tr>\n</{part}>\n<tbody>"


def _cells(row: tuple[str, ...]) -> str:
    """A row; its first cell says what the row is about, where it says something."""
    if not any(row):
        return f"<tr>{'<td>&nbsp;</td>' * len(row)}</tr>"
    first, *rest = row
    others = "".join(f'<td dir="auto">{words(cell)}</td>' for cell in rest)
    return f'<tr><th scope="row" dir="auto">{words(first)}</th>{others}</tr>'


@cache
def _look() -> str:
    return files("carecompanion.sharing").joinpath("data/document.css").read_text(encoding="utf-8")
