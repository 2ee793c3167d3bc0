"""The version of a journal's file, and bringing an older one up to date in one transaction."""

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.store import cipher
from carecompanion.store.errors import JournalDamaged, NewerVersion
from carecompanion.store.steps import STEPS

APPLICATION_ID = 0x43434A31
"""Marks a file as one of ours ("CCJ1"): a file of no bytes opens as an empty journal under any key."""

VERSION = len(STEPS)


def lay_out(connection: sqlcipher.Connection) -> None:
    """Lay the tables out in an empty file."""
    _step(connection, 0, (f"PRAGMA application_id = {APPLICATION_ID}",))


def lacks_steps(connection: sqlcipher.Connection) -> bool:
    """Whether the file is of an older version than this program's.

    Raises JournalDamaged when it is no journal of ours, NewerVersion when a newer program has written it.
    """
    version = _number(connection, "user_version")
    if _number(connection, "application_id") != APPLICATION_ID or version < 1:
        raise JournalDamaged
    if version > VERSION:
        raise NewerVersion
    return version < VERSION


def bring_up_to_date(connection: sqlcipher.Connection) -> None:
    """Take the steps the file has not taken yet; it ends with all of them taken or, if one fails, none.

    Raises as `lacks_steps`.
    """
    if lacks_steps(connection):
        _step(connection, _number(connection, "user_version"))


def _step(connection: sqlcipher.Connection, version: int, first: tuple[str, ...] = ()) -> None:
    # off before the transaction, or a table rebuilt by a step would take the rows that refer to it along
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with cipher.transaction(connection):
            for statement in (*first, *(statement for step in STEPS[version:] for statement in step)):
                connection.execute(statement)
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                raise JournalDamaged
            connection.execute(f"PRAGMA user_version = {VERSION}")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _number(connection: sqlcipher.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
