"""Journal: the one door to the encrypted file."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.domain.acts import Act, Earlier, Setting, Step
from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.domain.records import Record
from carecompanion.domain.settings import Settings
from carecompanion.domain.trash import Gone
from carecompanion.store import bulk, choices, cipher, drafts, files, finding, history, keys, rows, views
from carecompanion.store import settings as kept_settings
from carecompanion.store.answers import opening
from carecompanion.store.creation import Contents, make
from carecompanion.store.errors import ForeignCode, JournalDamaged, MovedAway, WrongPassphrase
from carecompanion.store.finding import Found
from carecompanion.store.key_file import Argon2Cost
from carecompanion.store.keys import Root
from carecompanion.store.lock import FolderLock
from carecompanion.store.open_file import OpenFile, connected, locked
from carecompanion.store.own_keys import OwnKeys


class Journal(OwnKeys):
    """An open journal. `book` is always what the file holds: it changes when a save has been acknowledged.

    May be opened in one thread and used in another. Every method may raise one of the StoreError family.
    """

    def __init__(self, folder: Path, root: Root, lock: FolderLock, connection: sqlcipher.Connection) -> None:
        """For `create` and `open`, which see to it that all this belongs together."""
        self._opened = OpenFile(folder, root, lock, connection)
        self._act = self._opened.act
        self._turn = self._opened.turn
        self.book = Book()
        self._drafts: dict[str, dict[str, str]] = {}

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
        unlocked = keys.unlock_each(folder, passphrase)
        for root in unlocked.roots:
            with suppress(JournalDamaged):
                return cls.open_with_root(folder, root)
        raise WrongPassphrase if unlocked.refused else JournalDamaged

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
        lock = locked(folder)
        try:
            journal = cls(folder, root, lock, connected(folder, root))
            journal._read_book()
            # what an earlier run left half done; where that cannot be written, the next opening tries again
            with suppress(OSError):
                files.remove_unfinished(folder)
                keys.settle(folder, root)
        except BaseException:
            lock.release()
            raise
        return journal

    def keep(
        self,
        *records: Record,
        without: Sequence[Record] = (),
        settings: Settings | None = None,
        chosen: Mapping[str, str] | None = None,
        at: datetime | None = None,
    ) -> None:
        """Keep records, take others out, keep settings and choices, all or none: after an error, the same again.

        Each takes the place of an earlier one with its id. It is one act, done `at` (now): `undo` takes it back whole.
        """
        with self._turn:
            steps = [Step(self._kept(record), record) for record in records]
            steps += [Step(kept, None) for record in without if (kept := self._kept(record)) is not None]
            book = self.book.keeping(*records).without(*without)

            def put(connection: sqlcipher.Connection) -> None:
                self._put(connection, steps, book)
                changes: tuple[Setting, ...] = ()
                if settings is not None or chosen:
                    now = kept_settings.values(connection, self.book.settings)
                    changes = kept_settings.changed(now, settings, chosen or {})
                    kept_settings.put(connection, settings or self.book.settings, changes)
                history.add(connection, steps, changes, at or datetime.now(UTC))

            self._act(put)
            self.book = book.with_settings(settings) if settings is not None else book

    def undo(self) -> Act | None:
        """Undo the last act that is done, and answer with it as it was done; None when there is none.

        Every act can be undone, also after opening again.
        """
        return self._turn_acts(back=True)

    def redo(self) -> Act | None:
        """Do the last undone act again; None when there is none, or something else was done since."""
        return self._turn_acts(back=False)

    def earlier(self, record: Record) -> tuple[Earlier, ...]:
        """How a record was before each of its changes, the latest first."""
        return self._act(lambda connection: history.earlier(connection, record))

    def trash(self) -> tuple[Gone, ...]:
        """What was taken out of the journal, act by act, the latest first."""
        return self._act(lambda connection: history.trash(connection, self.book))

    def forget(self, *records: Record) -> None:
        """Take records that are in the trash out of the file for good, with their history and half-written changes.

        Raises ValueError for one that is still in the journal.
        """
        if any(self._kept(record) is not None for record in records):
            raise ValueError("This is still in the journal.")

        def forget(connection: sqlcipher.Connection) -> dict[str, dict[str, str]]:
            history.forget(connection, records)
            return drafts.read(connection)

        with self._turn:
            self._drafts = self._act(forget)

    def find(self, words: str, most: int = finding.MOST) -> Found:
        """The records that hold each of these words, or words that begin so, best match first."""
        return self._opened.look(lambda connection: finding.find(connection, words, self.book, most))

    def keep_draft(self, sheet: str, values: dict[str, str]) -> None:
        """Keep what stands in an unfinished sheet, by the name of its fields."""
        with self._turn:
            self._act(lambda connection: drafts.put(connection, sheet, values))
            self._drafts[sheet] = dict(values)

    @opening
    def draft(self, sheet: str) -> dict[str, str] | None:
        """What stood in an unfinished sheet; None when there is nothing. Waits for nobody who is using the file."""
        try:
            self._opened.make_sure()
        except MovedAway:  # or another file is just being put in its place, under a new code
            with self._turn:
                self._opened.make_sure()
        there = self._drafts.get(sheet)
        return None if there is None else dict(there)

    def drop_draft(self, sheet: str) -> None:
        """Forget what stood in a sheet."""
        with self._turn:
            self._act(lambda connection: drafts.drop(connection, sheet))
            self._drafts.pop(sheet, None)

    def views(self) -> dict[str, dict[str, str]]:
        """The ways of looking at the journal that have a name."""
        return self._act(views.read)

    def keep_view(self, name: str, chosen: dict[str, str]) -> None:
        """Give a way of looking a name, in place of the one that has it."""
        self._act(lambda connection: views.put(connection, name, chosen))

    def drop_view(self, name: str) -> None:
        """Forget a way of looking."""
        self._act(lambda connection: views.drop(connection, name))

    def choices(self) -> dict[str, str]:
        """What was chosen about the program itself, by name."""
        return self._opened.look(choices.read)

    def keep_choice(self, name: str, chosen: str) -> None:
        """Keep what is known of the program itself and is no act of a person, such as when something was last done."""
        self._act(lambda connection: choices.put(connection, name, chosen))

    def count_down(self, wanted: bool) -> None:
        """From now on its book says how long there is until something is due, or else the moment."""
        with self._turn:
            self.book = self.book.counting_down(wanted)

    def hold_less(self) -> None:
        """From now on hold less of the file in memory than it was read with, and give back what is held."""
        self._opened.look(cipher.hold_less)

    def close(self) -> None:
        """Close the file and let others open it; doing so twice does no harm."""
        self._opened.close()

    def _turn_acts(self, *, back: bool) -> Act | None:
        def turn(connection: sqlcipher.Connection) -> tuple[Act, Book] | None:
            act = history.turn(connection, self.book, back=back)
            if act is None:
                return None
            there = [step.after for step in act.steps if step.after is not None]
            book = self.book.keeping(*there).without(*(step.record for step in act.steps if step.after is None))
            self._put(connection, act.steps, book)
            if act.settings:
                book = book.with_settings(kept_settings.applied(book.settings, act.settings))
                kept_settings.put(connection, book.settings, act.settings)
            return act, book

        with self._turn:
            turned = self._act(turn)
            if turned is None:
                return None
            act, self.book = turned
            return act.turned() if back else act

    @staticmethod
    def _put(connection: sqlcipher.Connection, steps: Sequence[Step], book: Book) -> None:
        """Bring the tables and the index of words to what the steps lead to."""
        kept = [step.after for step in steps if step.after is not None]
        gone = [step.record for step in steps if step.after is None]
        rows.put(connection, kept)
        rows.remove(connection, gone)
        finding.put(connection, kept, book)
        finding.drop(connection, gone, book)

    def _kept(self, record: Record) -> Record | None:
        return self.book.list(LIST_NAMES[type(record)]).get(record.id)

    @opening
    def _read_book(self) -> None:
        try:
            connection = self._opened.connection()
            self.book = bulk.read_book(connection)
            self._drafts = drafts.read(connection)
            finding.fill_missing(connection, self.book)
        except (ValueError, TypeError, KeyError):
            self._opened.let_go()
            raise JournalDamaged from None
