"""Putting another journal file in the place of the present one, which is set aside: never written over, never lost.

A power cut at any moment leaves the present journal, or the other one once `finish` was called.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from carecompanion.domain.book import Book
from carecompanion.store import backup_file, backups, files, key_file, keys
from carecompanion.store.answers import opening, saving
from carecompanion.store.backup_errors import BackupDamaged, NoBackup
from carecompanion.store.cut_off import still_present
from carecompanion.store.errors import JournalDamaged, NewerVersion, NotRead, OpenElsewhere
from carecompanion.store.keys import Root
from carecompanion.store.lock import FolderLock

OURS = (files.JOURNAL, files.ROLLBACK, *files.KEYS)

PASSED_OVER = (BackupDamaged, NoBackup, JournalDamaged, NewerVersion, NotRead)
"""What makes a backup none to be offered; the one before it may be."""

Unlock = Callable[[Path], Root]
"""The root of the journal in a folder, by whatever the person has: a passphrase of that day, a code."""


@dataclass(frozen=True, slots=True, repr=False)
class Unpacked:
    """A journal ready to be put in place: what opens it, what it holds, and when it was backed up if it was."""

    folder: Path
    root: Root
    book: Book
    made_at: datetime | None = None

    def put_in_place(self, now: datetime | None = None) -> Path | None:
        """Set the present journal aside and put this one in its place; answers with where the present one went.

        The present passphrase stays when it opens this one too. Raises OpenElsewhere, DiskFull, ReadOnly or NotSaved;
        then the present journal is where it was.
        """
        return put_in_place(self.folder, self.root, now or datetime.now(UTC))


def unpack_backup(folder: Path, backup: Path, unlock: Unlock) -> Unpacked:
    """Unpack a backup beside the journal, open it and read it. Nothing of the journal is touched.

    Raises what `unlock` does, BackupDamaged, NoBackup, NewerVersion, and whatever the disk answers.
    """
    work = empty(folder)
    try:
        manifest = backup_file.unpack(backup, work)
        root = unlock(work)
        return Unpacked(folder, root, read(work, root), manifest.made_at)
    except BaseException:
        leave_unpacked(folder)
        raise


def unpack_newest(folder: Path, root: Root) -> Unpacked:
    """The newest backup that is whole and opens with this root, unpacked. Raises NoBackup."""
    for backup in backups.backups_in(folder):
        with suppress(*PASSED_OVER):
            return unpack_backup(folder, backup.path, lambda _work: root)
    raise NoBackup(NoBackup.none_good)


def read(work: Path, root: Root) -> Book:
    """What the journal in a folder holds, once it was looked through from end to end and brought up to date."""
    from carecompanion.store.journal import Journal

    journal = Journal.open_with_root(work, root)
    journal.close()
    return journal.book


def leave_unpacked(folder: Path) -> None:
    """Take away what was made ready and is not wanted."""
    shutil.rmtree(folder / files.RESTORING, ignore_errors=True)


@saving
def put_in_place(folder: Path, root: Root, now: datetime) -> Path | None:
    """Put what lies ready in the place of the present journal, which is set aside."""
    lock = FolderLock(folder)
    try:
        _finish(folder)
        aside = _set_aside(folder, now)
        _take_keys(folder, root)
        files.sync_folder(folder / files.RESTORING)
        (folder / files.RESTORING).rename(folder / files.RESTORED)
        files.sync_folder(folder)
        _finish(folder)
    except BaseException:
        _leave_present(folder)
        raise
    else:
        return aside
    finally:
        lock.release()


@saving
def finish(folder: Path) -> None:
    """Finish what a power cut has cut off."""
    with suppress(OpenElsewhere):
        lock = FolderLock(folder)
        try:
            _finish(folder)
        finally:
            lock.release()


def _take_keys(folder: Path, root: Root) -> None:
    """The present key file where it opens this journal too; else its own, or one that says to ask for the code."""
    work = folder / files.RESTORING
    if keys.vouched_for(folder, root):
        key_file.write(work, key_file.read_newest(folder))
    for name in files.KEYS:
        if not (work / name).exists():
            files.make_empty(work / name)


def _finish(folder: Path) -> None:
    """Each step may be done twice; the journal itself comes last, and until then nothing of the present one counts."""
    ready = folder / files.RESTORED
    if (ready / files.JOURNAL).exists():
        (folder / files.ROLLBACK).unlink(missing_ok=True)
        for name in files.KEYS:
            if (ready / name).exists():
                (ready / name).replace(folder / name)
        files.sync_folder(folder)
        (ready / files.JOURNAL).replace(folder / files.JOURNAL)
        files.sync_folder(folder)
    shutil.rmtree(ready, ignore_errors=True)
    _leave_present(folder)


def _leave_present(folder: Path) -> None:
    """Take away what was set aside of a journal that is still the present one: its file under a second name."""
    shutil.rmtree(folder / files.SETTING_ASIDE, ignore_errors=True)
    for aside in still_present(folder):
        shutil.rmtree(aside, ignore_errors=True)


@opening
def empty(folder: Path) -> Path:
    """Where a journal may be made ready; the journal's folder is made if need be."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    leave_unpacked(folder)
    return folder / files.RESTORING


def _set_aside(folder: Path, now: datetime) -> Path | None:
    """The present journal's files in a folder of their own, as they are; None when there is none."""
    there = [name for name in OURS if os.path.lexists(folder / name)]
    if not there:
        return None
    at = f"{now.astimezone(UTC):{backups.NAMED}}"
    names = (f"{files.SET_ASIDE}-{at}", *(f"{files.SET_ASIDE}-{at}-{number}" for number in range(2, 1000)))
    gathered = folder / files.SETTING_ASIDE
    gathered.mkdir(mode=0o700)
    for name in there:
        _link(folder / name, gathered / name)
    files.sync_folder(gathered)
    aside = gathered.rename(folder / next(name for name in names if not os.path.lexists(folder / name)))
    files.sync_folder(folder)
    return aside


def _link(source: Path, target: Path) -> None:
    """The same file under another name, so that what cannot be read is kept too; copied where there are no links."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        _copy(source, target)


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as read_from:
        target.unlink(missing_ok=True)
        files.make_empty(target)
        with target.open("r+b") as write_to:
            shutil.copyfileobj(read_from, write_to, backup_file.CHUNK)
            write_to.flush()
            os.fsync(write_to.fileno())
