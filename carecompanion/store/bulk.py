"""Many rows at once, both ways, by plain statements: importing SQLModel takes as long as a whole start."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.domain.records import LISTS, Record
from carecompanion.domain.settings import Settings
from carecompanion.domain.shapes import hints
from carecompanion.domain.uncollected import uncollected
from carecompanion.store import finding
from carecompanion.store.columns import read, read_records, written

SETTINGS_ID = 1
"""The id of the one row of settings."""

AT_A_TIME = 2_000
"""How many rows are in memory beside the records that are made of them."""


def fill(connection: sqlcipher.Connection, journal: Mapping[str, str], book: Book) -> None:
    """Put the journal's own row, the settings and every record of a book into a new file, in one transaction."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    rows["journal"].append(dict(journal))
    rows["settings"].append({"id": SETTINGS_ID, **written(book.settings)})
    for record in book.everything():
        rows[LIST_NAMES[type(record)]].append(written(record))
    connection.execute("BEGIN IMMEDIATE")
    # only at the end do references have to be whole: a visit may be moved to one that is kept with it
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for table, values in rows.items():
        names = values[0].keys()
        places = ", ".join(f":{name}" for name in names)
        connection.executemany(f"INSERT INTO {table} ({_listed(names)}) VALUES ({places})", values)  # noqa: S608  # our own names
    finding.fill(connection.executemany, book)
    connection.execute("COMMIT")


def read_book(connection: sqlcipher.Connection) -> Book:
    """Every record and the settings. Raises ValueError, TypeError or KeyError for what makes no sense."""
    with uncollected():
        lists = _lists(connection)
    settings = next(_rows(connection, "settings", Settings), None)
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
        for rows in _rows(connection, name, kind):
            lists[name].update(read_records(kind, rows, once))
    return lists


def _rows(
    connection: sqlcipher.Connection, table: str, kind: type[Record | Settings]
) -> Iterator[list[tuple[Any, ...]]]:
    """A table's rows in the order in which they were first kept, some at a time, their values in the fields' order."""
    named: type = kind
    statement = f"SELECT {_listed(hints(named))} FROM {table} ORDER BY rowid"  # noqa: S608  # our own names
    cursor = connection.execute(statement)
    while rows := cursor.fetchmany(AT_A_TIME):
        yield rows


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
