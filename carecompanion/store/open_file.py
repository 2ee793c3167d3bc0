"""The journal's file while it is open: the lock on its folder and the connection, made afresh when it is lost."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import TypeVar

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.store import cipher, files, schema
from carecompanion.store.answers import opening, saving
from carecompanion.store.backup_errors import BackupNotMade
from carecompanion.store.errors import (
    CannotBeHeld,
    Closed,
    DiskFull,
    DoesNotFit,
    JournalDamaged,
    MovedAway,
    NoJournal,
    StoreError,
)
from carecompanion.store.keys import Root
from carecompanion.store.lock import FolderLock

T = TypeVar("T")

HARMLESS = (CannotBeHeld, DiskFull, DoesNotFit, MovedAway)
"""After these the connection is as good as before; after any other it is made afresh."""

BEFORE_STEPS = "Your journal comes from an older version of this program, and was not opened, so that nothing is lost."


class OpenFile:
    """Does one act after the other on the file, each in one transaction. May be used from several threads."""

    def __init__(self, folder: Path, root: Root, lock: FolderLock, connection: sqlcipher.Connection) -> None:
        self.folder = folder
        self.root = root
        self._lock: FolderLock | None = lock
        self._connection: sqlcipher.Connection | None = connection
        self._file = files.identity(folder / files.JOURNAL)
        self.turn = RLock()

    def __repr__(self) -> str:
        return "<OpenFile>"

    def act(self, act: Callable[[sqlcipher.Connection], T]) -> T:
        """Do this in one transaction; what the disk answers is said as one of the family."""
        with self.turn:
            try:
                return self._transact(act)
            except HARMLESS:
                raise
            except StoreError:
                self.let_go()
                raise

    def make_sure(self) -> None:
        """See to it that the journal is open and the folder's file is the one. Raises Closed or MovedAway."""
        if self._lock is None:
            raise Closed
        if files.identity(self.folder / files.JOURNAL) != self._file:
            raise MovedAway

    def go_over(self, root: Root) -> None:
        """Go on with the file that has taken the place of this one, under another root."""
        self.root = root
        self._file = files.identity(self.folder / files.JOURNAL)

    @opening
    def look(self, at: Callable[[sqlcipher.Connection], T]) -> T:
        """Read something, in no transaction."""
        with self.turn:
            if self._lock is None:
                raise Closed
            return at(self.connection())

    def close(self) -> None:
        """Close the file and let others open it; doing so twice does no harm."""
        with self.turn:
            self.let_go()
            lock, self._lock = self._lock, None
            if lock is not None:
                lock.release()

    @saving
    def _transact(self, act: Callable[[sqlcipher.Connection], T]) -> T:
        self.make_sure()
        connection = self.connection()
        with cipher.transaction(connection):
            return act(connection)

    def connection(self) -> sqlcipher.Connection:
        """The connection, made afresh when the last act has lost it."""
        if self._connection is None:
            self._connection = cipher.connect(self.folder / files.JOURNAL, self.root)
        return self._connection

    def let_go(self) -> None:
        """Drop the connection; the next act makes another."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


@opening
def locked(folder: Path) -> FolderLock:
    """The lock of a folder with a journal in it. Raises NoJournal or OpenElsewhere."""
    if not files.exists(folder):
        raise NoJournal
    return FolderLock(folder)


def connected(folder: Path, root: Root) -> sqlcipher.Connection:
    """A connection to a journal that has been checked from end to end and brought up to date."""
    # a read that the disk refused once can look like damage
    with suppress(JournalDamaged):
        return _checked(folder, root)
    return _checked(folder, root)


@opening
def _checked(folder: Path, root: Root) -> sqlcipher.Connection:
    connection = cipher.connect(folder / files.JOURNAL, root)
    try:
        connection.execute(f"PRAGMA {cipher.ROOMY}")
        if schema.lacks_steps(connection):
            _bring_up_to_date(connection, folder, root)
        cipher.check_whole(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _bring_up_to_date(connection: sqlcipher.Connection, folder: Path, root: Root) -> None:
    """Keep a backup of the file as it is, then take the steps it lacks. Raises BackupNotMade; then none are taken."""
    from carecompanion.store import backups

    cipher.check_whole(connection)
    try:
        backups.make(folder, root, lambda at: at(connection), datetime.now(UTC))
    except BackupNotMade as error:
        raise error.first(BEFORE_STEPS) from None
    schema.bring_up_to_date(connection)
