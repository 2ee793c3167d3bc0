"""The encrypted file: SQLCipher with its settings and guards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.store.answers import opening
from carecompanion.store.errors import JournalDamaged, NotEncrypted, ReadOnly
from carecompanion.store.keys import Root

QUIET = "cipher_log_level = NONE"
"""Errors are raised; printed as well they would be painted over the screen."""

LOCKED_MEMORY = "cipher_memory_security = ON"
"""Keeps the file's pages out of swap and wipes them when freed, for the whole process from then on."""

NO_FREE_PAGES = "auto_vacuum = FULL"
"""For a new file only, as it takes effect in an empty one and writes to any other.

Without free pages a power cut cannot leave a torn one, which SQLCipher would report as damage (sqlcipher issue 617).
"""

ROOMY, SPARING = "cache_size = -32000", "cache_size = -4000"
"""How much of the file is held in memory, in KiB and at most. Roomy while it is checked and then read from end to end:
what the check has read is not read and deciphered again. After that seldom twice the same is asked for."""

SETTINGS = (
    "locking_mode = EXCLUSIVE",
    # one file at rest; EXTRA, as with FULL a power cut can bring the deleted rollback journal back and undo a save
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "fullfsync = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "foreign_keys = ON",
    SPARING,
)

USUAL = (LOCKED_MEMORY, *SETTINGS)
NEW = (NO_FREE_PAGES, *SETTINGS)
"""Without locked memory, which makes filling a file several times slower, while nobody has yet written in it."""

WAIT_SECONDS = 1.0
"""How long to wait for whoever else, a backup program perhaps, has the file for a moment."""


@opening
def connect(path: Path, root: Root, *, new: bool = False) -> sqlcipher.Connection:
    """A connection to the file at the path, which must be there; `new`: it is empty and about to be filled.

    Raises JournalDamaged, ReadOnly, OpenElsewhere, NotEncrypted or NotRead.
    """
    _look_at(path, new=new)
    where = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlcipher.connect(where, uri=True, isolation_level=None, check_same_thread=False, timeout=WAIT_SECONDS)
    try:
        _set_up(connection, root, NEW if new else USUAL)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlcipher.Connection) -> Iterator[None]:
    """What is done in it is kept whole; after an error, not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def hold_less(connection: sqlcipher.Connection) -> None:
    """Sparing from now on; what is held at the moment is given back, which takes 40 ms for 100,000 entries."""
    for pragma in (SPARING, "shrink_memory"):
        connection.execute(f"PRAGMA {pragma}")


@opening
def check_whole(connection: sqlcipher.Connection) -> None:
    """Read every page, its checksum and every row. Raises JournalDamaged, or NotRead."""
    # table by table, as the whole would read each word anew to compare the index of words, which can be made again
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage <> 0"
    # in this order: a torn free page fails the second check only, and does no harm
    for (name,) in connection.execute(tables).fetchall():
        if connection.execute(f"PRAGMA integrity_check({name})").fetchall() != [("ok",)]:
            raise JournalDamaged
    if connection.execute("PRAGMA cipher_integrity_check").fetchall():
        raise JournalDamaged


def _look_at(path: Path, *, new: bool) -> None:
    """Find out beforehand what SQLite would pass over: links, empty files, and files it could only read."""
    if path.is_symlink() or (path.stat().st_size == 0 and not new):
        raise JournalDamaged
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise ReadOnly


def _set_up(connection: sqlcipher.Connection, root: Root, settings: tuple[str, ...]) -> None:
    connection.execute(f"PRAGMA {QUIET}")
    connection.set_key(f"x'{root.database_key().hex()}'")
    if not connection.execute("PRAGMA cipher_version").fetchall():
        raise NotEncrypted
    for pragma in settings:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    # takes the lock, and reads the first page: a wrong key shows here
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    connection.execute("COMMIT")
