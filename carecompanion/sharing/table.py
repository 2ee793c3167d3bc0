"""A table as CSV: read from any spreadsheet, and written so that no cell is ever run as a formula."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from carecompanion.language import _
from carecompanion.sharing.interchange import Refused

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
MARK = "'"
"""Set before a cell that a spreadsheet could run, before one that begins with it, and alone in one that holds
nothing written down; taken away again on reading."""
DELIMITERS = (",", ";", "\t")
SAYS_ITS_DELIMITER = re.compile(r"sep=(.)\r?\n")
"""A first line by which some spreadsheets tell one another."""
LONGEST_CELL = 10_000_000
MOST_ROWS = 100_000
NO_TABLE = _("This is not a table: it needs a line with the names of the columns, and lines below it.")


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """One line below the head, with the number of the line of the file on which it begins."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """The names of the columns, and the lines that hold anything."""

    head: tuple[str, ...]
    lines: tuple[Line, ...]


def write_table(head: Sequence[str], rows: Iterable[Sequence[str | None]]) -> bytes:
    """A table as RFC 4180 has it, in UTF-8 with the mark by which spreadsheets know it; None is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    for row in rows:
        writer.writerow(["" if cell is None else guarded(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """The cell so that no spreadsheet runs it, and so that an empty one is not taken for none."""
    return f"{MARK}{cell}" if not cell or cell.startswith((*BEGINS_A_FORMULA, MARK)) else cell


def unguarded(cell: str) -> str | None:
    """What `guarded` was given; None for an empty cell."""
    return cell.removeprefix(MARK) if cell else None


def read_table(content: bytes) -> Table:
    """The table a file holds, whatever its encoding and its delimiter. Raises Refused."""
    text = _decoded(content)
    if "\0" in text:
        raise Refused(_("This is not a table: it holds signs that no text has."))
    said = SAYS_ITS_DELIMITER.match(text)
    found = _lines(text[said.end() :], said[1], begins=2) if said else _lines(text, _delimiter(text))
    first, *lines = found or [Line(1, ())]
    head = tuple(name.strip() for name in first.cells)
    if len([name for name in head if name]) < 2 or not lines:
        raise Refused(NO_TABLE)
    return Table(head, tuple(lines))


def read_own_table(content: bytes) -> Table:
    """A table that `write_table` made, its cells as they stand there. Raises Refused."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(_("One of its tables is not in UTF-8.")) from None
    lines = _lines(text, ",", blank=True)
    if not lines:
        raise Refused(_("One of its tables has no names of columns."))
    return Table(lines[0].cells, tuple(lines[1:]))


def _decoded(content: bytes) -> str:
    """UTF-16 with its mark, UTF-8 with or without one, else what Windows in Western Europe writes."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(_("This is not text, so there is no table in it."))


def _delimiter(text: str) -> str:
    """Whichever parts the head into most columns, outside quotes."""
    head = next(iter(text.lstrip("\r\n").splitlines()), "")[:10_000]
    return max(DELIMITERS, key=lambda delimiter: len(next(csv.reader([head], delimiter=delimiter), ())))


def _lines(text: str, delimiter: str, *, blank: bool = False, begins: int = 1) -> list[Line]:
    """The lines of a text; those without a word only where `blank`, but a line that is wholly empty is never one."""
    lines = []
    try:
        for number, cells in _cells(text, delimiter, begins):
            if (blank and cells) or any(cell.strip() for cell in cells):
                lines.append(Line(number, cells))
            if len(lines) > MOST_ROWS:
                raise Refused(
                    _("This table has more than {most_rows:,} lines. Share it out into several files.").format(
                        most_rows=MOST_ROWS
                    )
                )
    except csv.Error:
        raise Refused(_("This is not a table from some line on: a quotation mark is out of place there.")) from None
    return lines


def _cells(text: str, delimiter: str, begins: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    csv.field_size_limit(LONGEST_CELL)  # what is in one note may be longer than the module takes a cell to be
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    began = begins
    for cells in reader:
        yield began, tuple(cells)
        began = reader.line_num + begins
