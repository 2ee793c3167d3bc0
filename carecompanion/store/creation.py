"""Making the files of a new journal: all of them, or none."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.domain.book import Book
from carecompanion.domain.identity import new_id
from carecompanion.store import bulk, cipher, files, keys, schema
from carecompanion.store.answers import saving
from carecompanion.store.errors import AlreadyThere
from carecompanion.store.key_file import Argon2Cost
from carecompanion.store.lock import FolderLock

Made = tuple[FolderLock, sqlcipher.Connection]
OURS = (files.JOURNAL, files.UNFINISHED, files.UNFINISHED_ROLLBACK, *files.KEYS, files.LOCK)


@dataclass(frozen=True, slots=True, repr=False)
class Contents:
    """What a new journal holds from the start."""

    book: Book
    now: datetime


@saving
def make(folder: Path, root: keys.Root, contents: Contents, passphrase: str | None, cost: Argon2Cost) -> Made:
    """Make the journal's files, and the folder if need be; the lock that is held and a connection are handed over.

    Raises AlreadyThere, OpenElsewhere, ReadOnly, DiskFull or NotSaved; then nothing is left behind.
    """
    if files.exists(folder):
        raise AlreadyThere
    made = [place for place in (folder, *folder.parents) if not place.exists()]
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for place in made:  # or a power cut could take the folder away, with the journal that was said to be in it
            files.sync_folder(place.parent)
        return _make_in(folder, root, contents, passphrase, cost)
    except BaseException:
        for place in made:
            with suppress(OSError):
                place.rmdir()
        raise


def _make_in(folder: Path, root: keys.Root, contents: Contents, passphrase: str | None, cost: Argon2Cost) -> Made:
    lock = _free(folder)
    try:
        _clear(folder, contents.now)
        _write_file(folder / files.UNFINISHED, root, contents)
        keys.seal(folder, root, passphrase, cost)
        # the one step that makes it a journal: a power cut before it leaves a folder in which one can be made
        (folder / files.UNFINISHED).rename(folder / files.JOURNAL)
        files.sync_folder(folder)
        return lock, cipher.connect(folder / files.JOURNAL, root)
    except BaseException:
        for name in OURS:
            with suppress(OSError):
                (folder / name).unlink()
        lock.release()
        raise


def _free(folder: Path) -> FolderLock:
    """The folder's lock, once it is sure that nobody has made a journal there in the meantime."""
    lock = FolderLock(folder)
    if files.exists(folder):
        lock.release()
        raise AlreadyThere
    return lock


def _clear(folder: Path, now: datetime) -> None:
    """Take away what an attempt that was cut off has left, and set aside what a journal has that may yet be found."""
    files.remove_unfinished(folder)
    for name in (*files.KEYS, files.ROLLBACK):
        with suppress(FileNotFoundError):
            (folder / name).rename(folder / f"{name}.{now.astimezone(UTC):%Y%m%dT%H%M%S}")


def _write_file(path: Path, root: keys.Root, contents: Contents) -> None:
    files.make_empty(path)
    connection = cipher.connect(path, root, new=True)
    try:
        schema.lay_out(connection)
        named = {"id": new_id(contents.now), "made_at": contents.now.astimezone(UTC).isoformat()}
        bulk.fill(connection, named, contents.book)
    finally:
        connection.close()
