"""Putting records into the tables, and reading the whole book out of them."""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, select, text
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlmodel import SQLModel

from carecompanion.domain.book import Book
from carecompanion.domain.records import LISTS, Record
from carecompanion.domain.settings import Settings
from carecompanion.domain.shapes import hints
from carecompanion.store.columns import read, read_records, written
from carecompanion.store.tables import ROWS, Row, SettingsRow

ONLY = 1
"""The id of the one row of settings."""


def put(connection: Connection, records: Iterable[Record]) -> None:
    """Keep records, each in place of an earlier one with its id, so that doing it twice is the same as once."""
    grouped: dict[type[Record], list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        grouped[type(record)].append(written(record))
    # only at the end do references have to be whole: a visit may be moved to one that is kept with it
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for kind, values in grouped.items():
        connection.execute(upsert(ROWS[kind]), values)


def put_settings(connection: Connection, settings: Settings) -> None:
    """Keep what the journal is set to."""
    connection.execute(upsert(SettingsRow), {"id": ONLY, **written(settings)})


def read_book(connection: Connection) -> Book:
    """Every record and the settings. Raises ValueError, TypeError or KeyError for what makes no sense."""
    with _no_collecting():
        lists = {name: _read_list(connection, ROWS[kind], kind) for name, kind in LISTS.items()}
    return Book(settings=_read_settings(connection), **lists)  # type: ignore[arg-type]  # names are LISTS'


@cache
def upsert(row: type[SQLModel]) -> Insert:
    """The statement that puts a row in, or in place of the one with its key."""
    table = _table(row)
    statement = insert(table)
    key = [column.name for column in table.primary_key]
    changed = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in key}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Records hold no cycles, and looking for some among thousands of new ones doubles the time of reading."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _table(row: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(row.__tablename__)]


def _read_list(connection: Connection, row: type[Row], kind: type[Record]) -> dict[str, Record]:
    """The records of one table in the order in which they were first kept."""
    table = _table(row)
    named: type = kind
    columns = [table.c[name] for name in hints(named)]
    return read_records(kind, connection.execute(select(*columns).order_by(text("rowid"))))


def _read_settings(connection: Connection) -> Settings:
    row = connection.execute(select(_table(SettingsRow))).mappings().one_or_none()
    if row is None:
        raise ValueError("a journal without settings")
    return read(Settings, {name: value for name, value in row.items() if name != "id"})
