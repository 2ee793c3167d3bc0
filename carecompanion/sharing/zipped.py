"""The journal as a zip of tables, one for each list: the same journal as the JSON one, for a spreadsheet."""

import io
import json
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from carecompanion.domain.book import Book
from carecompanion.domain.records import LISTS
from carecompanion.domain.settings import Settings
from carecompanion.language import _
from carecompanion.sharing.fields import fields_of
from carecompanion.sharing.interchange import Refused, read_journal, write_journal
from carecompanion.sharing.quoting import shown
from carecompanion.sharing.table import Table, read_own_table, unguarded, write_table

OF_THE_JOURNAL = ("format", "version", "exported_at")
LARGEST = 200_000_000
"""Bytes that its tables hold together, at most."""


def write_zip(book: Book, now: datetime) -> bytes:
    """The whole book as a zip: journal.csv, settings.csv and a table for each list, every field a column."""
    file: dict[str, Any] = json.loads(write_journal(book, now))
    tables = {"journal": write_table(OF_THE_JOURNAL, [[str(file[key]) for key in OF_THE_JOURNAL]])}
    tables["settings"] = _written(Settings, [file["settings"]])
    tables |= {name: _written(kind, file[name]) for name, kind in LISTS.items()}
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, table in tables.items():
            member = zipfile.ZipInfo(f"{name}.csv")
            member.external_attr = 0o600 << 16
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, table)
    return whole.getvalue()


def read_zip(content: bytes) -> Book:
    """The journal that such a zip holds. Raises Refused, with every problem."""
    tables = _tables(content)
    about = tables.pop("journal", None)
    if about is None or not about.lines:
        raise Refused(_("This is not a zip of a journal: there is no journal.csv in it."))
    unknown = [name for name in tables if name not in (*LISTS, "settings")]
    if unknown:
        raise Refused(
            *(
                _("“{name}.csv” is no list this version of carecompanion knows.").format(name=shown(name))
                for name in unknown
            )
        )
    file = dict(zip(about.head, about.lines[0].cells, strict=False))
    document: dict[str, Any] = file | {"version": _parsed(file.get("version", ""))}
    settings = _entries("settings", Settings, tables.pop("settings", Table((), ())))
    if settings:
        document["settings"] = settings[0]
    document |= {name: _entries(name, LISTS[name], table) for name, table in tables.items()}
    return read_journal(json.dumps(document))


def _written(kind: type, entries: Iterable[dict[str, Any]]) -> bytes:
    known = fields_of(kind)
    rows = ([_cell(known[key].text, entry.get(key)) for key in known] for entry in entries)
    return write_table(tuple(known), rows)


def _cell(text: bool, value: object) -> str | None:
    if value is None:
        return None
    return str(value) if text else json.dumps(value, ensure_ascii=False)


def _tables(content: bytes) -> dict[str, Table]:
    """The tables of a zip by their names. Raises Refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            names = [member.filename.removesuffix(".csv") for member in members]
            if len(set(names)) < len(names) or sum(member.file_size for member in members) > LARGEST:
                raise Refused(_("This is not a zip of a journal: it is too large, or a table is in it twice."))
            return {name: read_own_table(archive.read(member)) for name, member in zip(names, members, strict=True)}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(_("This zip is damaged or locked, and could not be opened.")) from None


def _entries(name: str, kind: type, table: Table) -> list[dict[str, Any]]:
    """The entries as the JSON journal has them. Raises Refused when the cells do not fit the columns."""
    long = [line for line in table.lines if len(line.cells) != len(table.head)]
    if len(set(table.head)) < len(table.head) or long:
        where = _(", line {number}").format(number=long[0].number) if long else ""
        raise Refused(
            _("{name}.csv{where}: the columns are not those that were written.").format(name=name, where=where)
        )
    known = fields_of(kind)
    text = [column not in known or known[column].text for column in table.head]
    return [
        {
            key: cell if as_it_is else _parsed(cell)
            for key, as_it_is, written in zip(table.head, text, line.cells, strict=True)
            if (cell := unguarded(written)) is not None
        }
        for line in table.lines
    ]


def _parsed(cell: str) -> object:
    """What a cell says as JSON; where it is none the cell itself, which is then said not to fit."""
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        return cell
