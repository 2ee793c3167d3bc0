"""Rows of the tables: putting them in, one or a hundred thousand, and taking them out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.domain.book import LIST_NAMES
from carecompanion.domain.records import Record
from carecompanion.domain.settings import Settings
from carecompanion.store.columns import written

Row = Mapping[str, Any]
"""A row's values as columns hold them, by the names of the columns."""

SETTINGS_ID = 1
"""The id of the one row of settings."""


def put(connection: sqlcipher.Connection, records: Iterable[Record]) -> None:
    """Keep records, each in place of an earlier one with its id, so that doing it twice is the same as once."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for record in records:
        grouped[LIST_NAMES[type(record)]].append(written(record))
    # only at the end do references have to be whole: a visit may be moved to one that is kept with it
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for table, rows in grouped.items():
        put_rows(connection, table, rows)


def remove(connection: sqlcipher.Connection, records: Iterable[Record]) -> None:
    """Take records out; one that is not there changes nothing."""
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for record in records:
        connection.execute(f"DELETE FROM {LIST_NAMES[type(record)]} WHERE id = ?", (record.id,))  # noqa: S608  # our own names


def put_settings(connection: sqlcipher.Connection, settings: Settings) -> None:
    """Keep what the journal is set to."""
    put_rows(connection, "settings", [{"id": SETTINGS_ID, **written(settings)}])


def put_rows(connection: sqlcipher.Connection, table: str, rows: Iterable[Row]) -> None:
    """Keep rows of one table, each in place of the one with its key. All name the same columns, the key first."""
    made = list(rows)
    if made:
        connection.executemany(_upsert(table, tuple(made[0])), made)


def add_rows(connection: sqlcipher.Connection, table: str, rows: Iterable[Row]) -> None:
    """Keep rows that one table does not have yet. All name the same columns."""
    made = list(rows)
    if made:
        connection.executemany(_insert(table, tuple(made[0])), made)


def listed(names: Iterable[str]) -> str:
    """The names of columns as a statement has them; some are words of SQL itself."""
    return ", ".join(f'"{name}"' for name in names)


@cache
def _insert(table: str, names: tuple[str, ...]) -> str:
    places = ", ".join(f":{name}" for name in names)
    return f"INSERT INTO {table} ({listed(names)}) VALUES ({places})"  # noqa: S608  # our own names


@cache
def _upsert(table: str, names: tuple[str, ...]) -> str:
    key, *others = names
    changed = ", ".join(f'"{name}" = excluded."{name}"' for name in others)
    return f'{_insert(table, names)} ON CONFLICT ("{key}") DO UPDATE SET {changed}'
