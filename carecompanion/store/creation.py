"""Making the files of a new journal: all of them, or none."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from carecompanion.domain.identity import new_id
from carecompanion.domain.records import Record
from carecompanion.domain.settings import Settings
from carecompanion.store import cipher, files, keys, rows, schema
from carecompanion.store.answers import saving
from carecompanion.store.errors import AlreadyThere
from carecompanion.store.key_file import Argon2Cost
from carecompanion.store.lock import FolderLock
from carecompanion.store.tables import JournalRow

OURS = (files.JOURNAL, files.UNFINISHED, files.UNFINISHED_ROLLBACK, *files.KEYS, files.LOCK)


@dataclass(frozen=True, slots=True, repr=False)
class Contents:
    """What a new journal holds from the start."""

    settings: Settings
    records: Sequence[Record]
    now: datetime


@saving
def make(folder: Path, root: keys.Root, contents: Contents, passphrase: str | None, cost: Argon2Cost) -> FolderLock:
    """Make the journal's files, and the folder if need be; the folder's lock is held and handed over.

    Raises AlreadyThere, OpenElsewhere, ReadOnly, DiskFull or NotSaved; then nothing is left behind.
    """
    if files.exists(folder):
        raise AlreadyThere
    made = [place for place in (folder, *folder.parents) if not place.exists()]
    try:
        return _make_in(_private(folder), root, contents, passphrase, cost)
    except BaseException:
        for place in made:
            with suppress(OSError):
                place.rmdir()
        raise


def _private(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _make_in(folder: Path, root: keys.Root, contents: Contents, passphrase: str | None, cost: Argon2Cost) -> FolderLock:
    lock = _free(folder)
    try:
        _clear(folder, contents.now)
        _write_file(folder / files.UNFINISHED, root, contents)
        keys.seal(folder, root, passphrase, cost)
        # the one step that makes it a journal: a power cut before it leaves a folder in which one can be made
        (folder / files.UNFINISHED).rename(folder / files.JOURNAL)
        files.sync_folder(folder)
    except BaseException:
        for name in OURS:
            (folder / name).unlink(missing_ok=True)
        lock.release()
        raise
    return lock


def _free(folder: Path) -> FolderLock:
    """The folder's lock, once it is sure that nobody has made a journal there in the meantime."""
    lock = FolderLock(folder)
    if files.exists(folder):
        lock.release()
        raise AlreadyThere
    return lock


def _clear(folder: Path, now: datetime) -> None:
    """Take away what an attempt that was cut off has left, and set aside what a journal has that may yet be found."""
    for name in (files.UNFINISHED, files.UNFINISHED_ROLLBACK):
        (folder / name).unlink(missing_ok=True)
    for name in (*files.KEYS, files.ROLLBACK):
        with suppress(FileNotFoundError):
            (folder / name).rename(folder / f"{name}.{now.astimezone(UTC):%Y%m%dT%H%M%S}")


def _write_file(path: Path, root: keys.Root, contents: Contents) -> None:
    files.make_empty(path)
    connection = cipher.connect(path, root, new=True)
    try:
        schema.lay_out(connection)
        with cipher.engine(connection).begin() as within:
            _fill(within, contents)
    finally:
        connection.close()


def _fill(connection: Connection, contents: Contents) -> None:
    named = {"id": new_id(contents.now), "made_at": contents.now.astimezone(UTC).isoformat()}
    connection.execute(rows.upsert(JournalRow), named)
    rows.put_settings(connection, contents.settings)
    rows.put(connection, contents.records)
