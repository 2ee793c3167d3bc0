"""Putting records into the tables, one or a few at a time."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlmodel import SQLModel, col

from carecompanion.domain.records import Record
from carecompanion.domain.settings import Settings
from carecompanion.store.bulk import SETTINGS_ID
from carecompanion.store.columns import written
from carecompanion.store.tables import ROWS, SettingsRow


def put(connection: Connection, records: Iterable[Record]) -> None:
    """Keep records, each in place of an earlier one with its id, so that doing it twice is the same as once."""
    grouped: dict[type[Record], list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        grouped[type(record)].append(written(record))
    # only at the end do references have to be whole: a visit may be moved to one that is kept with it
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for kind, values in grouped.items():
        connection.execute(upsert(ROWS[kind]), values)


def remove(connection: Connection, records: Iterable[Record]) -> None:
    """Take records out; one that is not there changes nothing."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    grouped: dict[type[Record], list[dict[str, str]]] = defaultdict(list)
    for record in records:
        grouped[type(record)].append({"gone": record.id})
    for kind, gone in grouped.items():
        row = ROWS[kind]
        connection.execute(delete(row).where(col(row.id) == bindparam("gone")), gone)


def put_settings(connection: Connection, settings: Settings) -> None:
    """Keep what the journal is set to."""
    connection.execute(upsert(SettingsRow), {"id": SETTINGS_ID, **written(settings)})


@cache
def upsert(row: type[SQLModel]) -> Insert:
    """The statement that puts a row in, or in place of the one with its key."""
    table = _table(row)
    statement = insert(table)
    key = [column.name for column in table.primary_key]
    changed = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in key}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)


def _table(row: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(row.__tablename__)]
