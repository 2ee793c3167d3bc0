"""A whole book at once, into a new file and out of a file."""

from collections.abc import Iterator
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.domain.book import Book
from carecompanion.domain.records import LISTS, Record
from carecompanion.domain.settings import Settings
from carecompanion.domain.shapes import hints
from carecompanion.domain.uncollected import uncollected
from carecompanion.store import cipher, finding, rows
from carecompanion.store.columns import read, read_records

AT_A_TIME = 2_000
"""How many rows are in memory beside the records that are made of them."""


def fill(connection: sqlcipher.Connection, journal: rows.Row, book: Book) -> None:
    """Put the journal's own row, the settings and every record of a book into a new file, in one transaction."""
    with cipher.transaction(connection):
        rows.put_rows(connection, "journal", [journal])
        rows.put_settings(connection, book.settings)
        rows.put(connection, book.everything())
        finding.fill(connection, book)


def read_book(connection: sqlcipher.Connection) -> Book:
    """Every record and the settings. Raises ValueError, TypeError or KeyError for what makes no sense."""
    with uncollected():
        lists = _lists(connection)
    settings = next(_some_at_a_time(connection, "settings", Settings), None)
    if settings is None:
        raise ValueError("a journal without settings")
    values = dict(zip(hints(Settings), settings[0], strict=True))
    return Book(settings=read(Settings, values), **lists)  # type: ignore[arg-type]  # names are LISTS'


def _lists(connection: sqlcipher.Connection) -> dict[str, dict[str, Record]]:
    """The records by id, list by list. What stands in several of them, ids above all, is held in memory once."""
    once: dict[Any, Any] = {}
    lists: dict[str, dict[str, Record]] = {}
    for name, kind in LISTS.items():
        lists[name] = {}
        for some in _some_at_a_time(connection, name, kind):
            lists[name].update(read_records(kind, some, once))
    return lists


def _some_at_a_time(
    connection: sqlcipher.Connection, table: str, kind: type[Record | Settings]
) -> Iterator[list[tuple[Any, ...]]]:
    """A table's rows in the order in which they were first kept, some at a time, their values in the fields' order."""
    named: type = kind
    statement = f"SELECT {rows.listed(hints(named))} FROM {table} ORDER BY rowid"  # noqa: S608  # our own names
    cursor = connection.execute(statement)
    while some := cursor.fetchmany(AT_A_TIME):
        yield some
