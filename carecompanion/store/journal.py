"""Journal: the one door to the encrypted file."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Self, TypeVar

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.domain.book import Book
from carecompanion.domain.records import Record
from carecompanion.domain.settings import Settings
from carecompanion.store import bulk, cipher, files, keys, schema
from carecompanion.store.answers import opening, saving
from carecompanion.store.creation import Contents, make
from carecompanion.store.errors import (
    CannotBeHeld,
    Closed,
    DiskFull,
    DoesNotFit,
    ForeignCode,
    JournalDamaged,
    MovedAway,
    NoJournal,
    StoreError,
)
from carecompanion.store.key_file import Argon2Cost
from carecompanion.store.keys import Root
from carecompanion.store.lock import FolderLock

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine  # what saves needs SQLModel, which is imported when first asked for

T = TypeVar("T")

HARMLESS = (CannotBeHeld, DiskFull, DoesNotFit, MovedAway)
"""After these the connection is as good as before; after any other it is made afresh."""


class Journal:
    """An open journal. `book` is always what the file holds: it changes when a save has been acknowledged.

    May be opened in one thread and used in another. Every method may raise one of the StoreError family.
    """

    def __init__(self, folder: Path, root: Root, lock: FolderLock, connection: sqlcipher.Connection) -> None:
        """For `create` and `open`, which see to it that all this belongs together."""
        self._folder = folder
        self._root = root
        self._lock: FolderLock | None = lock
        self._connection: sqlcipher.Connection | None = connection
        self._engine: Engine | None = None
        self._file = files.identity(folder / files.JOURNAL)
        self._turn = RLock()
        self.book = Book()

    def __repr__(self) -> str:
        return "<Journal>"

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str | None,
        settings: Settings,
        now: datetime,
        *,
        records: Sequence[Record] = (),
        cost: Argon2Cost | None = None,
    ) -> tuple[Self, str]:
        """A new journal with these records, and its recovery code. Takes as long as Argon2id does with a passphrase.

        Raises AlreadyThere and whatever the disk answers; then nothing is left behind.
        """
        root = keys.new_root()
        book = Book(settings=settings).keeping(*records)
        journal = cls(folder, root, *make(folder, root, Contents(book, now), passphrase, cost or Argon2Cost()))
        journal.book = book
        return journal, root.recovery_code()

    @classmethod
    def open(cls, folder: Path, passphrase: str | None) -> Self:
        """The journal in the folder. Raises WrongPassphrase, KeyFileDamaged, and as `open_with_root`."""
        return cls.open_with_root(folder, keys.unlock(folder, passphrase))

    @classmethod
    def open_with_code(cls, folder: Path, code: str) -> Self:
        """The journal in the folder, by its recovery code. Raises WrongCode, ForeignCode, and as `open_with_root`."""
        root = keys.unlock_with_code(folder, code)
        try:
            return cls.open_with_root(folder, root)
        except JournalDamaged:
            if keys.vouched_for(folder, root):
                raise
        raise ForeignCode(ForeignCode.perhaps)

    @classmethod
    def open_with_root(cls, folder: Path, root: Root) -> Self:
        """The journal in the folder, checked from end to end, brought up to date and read.

        Raises NoJournal, JournalDamaged, NewerVersion, OpenElsewhere, ReadOnly or NotRead.
        """
        lock = _locked(folder)
        try:
            journal = cls(folder, root, lock, _connected(folder / files.JOURNAL, root))
            journal._read_book()
        except BaseException:
            lock.release()
            raise
        return journal

    def keep(self, *records: Record, settings: Settings | None = None) -> None:
        """Keep records, and settings with them, all or none: after an error, the same again.

        Each takes the place of an earlier one with its id.
        """
        from carecompanion.store import rows

        def put(connection: "Connection") -> None:
            rows.put(connection, records)
            if settings is not None:
                rows.put_settings(connection, settings)

        with self._turn:
            self._save(put)
            book = self.book.keeping(*records)
            self.book = book.with_settings(settings) if settings is not None else book

    def keep_draft(self, sheet: str, values: dict[str, str]) -> None:
        """Keep what stands in an unfinished sheet, by the name of its fields."""
        from carecompanion.store import drafts

        self._save(lambda connection: drafts.put(connection, sheet, values))

    def draft(self, sheet: str) -> dict[str, str] | None:
        """What stood in an unfinished sheet; None when there is nothing."""
        from carecompanion.store import drafts

        return self._save(lambda connection: drafts.read(connection, sheet))

    def drop_draft(self, sheet: str) -> None:
        """Forget what stood in a sheet."""
        from carecompanion.store import drafts

        self._save(lambda connection: drafts.drop(connection, sheet))

    def close(self) -> None:
        """Close the file and let others open it; doing so twice does no harm."""
        with self._turn:
            self._let_go()
            lock, self._lock = self._lock, None
            if lock is not None:
                lock.release()

    def _save(self, act: "Callable[[Connection], T]") -> T:
        """Do this in one transaction; what the disk answers is said as one of the family."""
        with self._turn:
            try:
                return self._transact(act)
            except HARMLESS:
                raise
            except StoreError:
                self._let_go()
                raise

    @saving
    def _transact(self, act: "Callable[[Connection], T]") -> T:
        with self._connected_engine().begin() as connection:
            return act(connection)

    def _connected_engine(self) -> "Engine":
        from carecompanion.store.engine import engine

        if self._lock is None:
            raise Closed
        if files.identity(self._folder / files.JOURNAL) != self._file:
            raise MovedAway
        if self._engine is None:
            self._engine = engine(self._open_connection())
        return self._engine

    def _open_connection(self) -> sqlcipher.Connection:
        if self._connection is None:
            self._connection = cipher.connect(self._folder / files.JOURNAL, self._root)
        return self._connection

    def _let_go(self) -> None:
        engine, self._engine = self._engine, None
        connection, self._connection = self._connection, None
        if engine is not None:
            engine.dispose()
        elif connection is not None:
            connection.close()

    @opening
    def _read_book(self) -> None:
        try:
            connection = self._open_connection()
            self.book = bulk.read_book(connection)
            # what the check and the reading have left in the cache is seldom asked for again
            connection.execute("PRAGMA shrink_memory")
        except (ValueError, TypeError, KeyError):
            self._let_go()
            raise JournalDamaged from None


@opening
def _locked(folder: Path) -> FolderLock:
    if not files.exists(folder):
        raise NoJournal
    return FolderLock(folder)


def _connected(path: Path, root: Root) -> sqlcipher.Connection:
    # a read that the disk refused once can look like damage
    with suppress(JournalDamaged):
        return _checked(path, root)
    return _checked(path, root)


@opening
def _checked(path: Path, root: Root) -> sqlcipher.Connection:
    connection = cipher.connect(path, root)
    try:
        schema.bring_up_to_date(connection)
        cipher.check_whole(connection)
    except BaseException:
        connection.close()
        raise
    return connection
