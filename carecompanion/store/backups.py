"""The backups of a journal, in a folder beside it: made, verified, listed, and let go as they age."""

import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.domain.rotation import kept
from carecompanion.store import backup_file, cipher, files, key_file, keys
from carecompanion.store.answers import saving
from carecompanion.store.backup_errors import BackupNotMade
from carecompanion.store.errors import Closed, JournalDamaged, NewerVersion, StoreError
from carecompanion.store.keys import Root

T = TypeVar("T")
Look = Callable[[Callable[[sqlcipher.Connection], T]], T]
"""Does something with the connection to a journal while nothing else is done to it."""
Lists = Callable[[], Mapping[str, int]]

SUFFIX = ".ccbackup"
NAMED = "%Y-%m-%dT%H%M%SZ"
UNFINISHED = "unfinished"
"""In the folder of backups: what is being made, or what a run that was cut off has left."""
ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: when it was made, and where it lies."""

    made_at: datetime
    path: Path


@dataclass(frozen=True, slots=True)
class Held:
    """What tells a whole copy from one that lacks something: whose it is, its version, and the rows of each table."""

    journal_id: str
    schema: int
    rows: Mapping[str, int]


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """The backups in the journal's folder, the newest first."""
    return lying_in(folder / files.BACKUPS)


def lying_in(place: Path) -> tuple[Backup, ...]:
    """The backups that lie in a place, by their names, the newest first; none when it is not there."""
    try:
        found = [Backup(at, path) for path in place.iterdir() if (at := _instant(path)) is not None]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))


def make(folder: Path, root: Root, look: Look[Any], now: datetime, lists: Lists = dict) -> Backup:
    """Make a backup and verify it; only then are old ones let go. `lists`: how many records each list has to have.

    Raises BackupNotMade; then everything is as it was.
    """
    with ONE_AT_A_TIME:
        try:
            return _made(folder, root, look, now, lists)
        except Closed:
            raise
        except StoreError as error:
            raise BackupNotMade.after(error) from None


@saving
def _made(folder: Path, root: Root, look: Look[Any], now: datetime, lists: Lists) -> Backup:
    place = folder / files.BACKUPS
    place.mkdir(mode=0o700, exist_ok=True)
    clear(place)
    work = place / UNFINISHED
    work.mkdir(mode=0o700)
    try:
        held = look(lambda connection: _copied(connection, work / files.JOURNAL, lists()))
        _verify(work / files.JOURNAL, root, held)
        _take_keys(folder, root, work)
        backup = _free(place, now)
        backup_file.pack(work, backup.path, backup_file.Manifest(backup.made_at, held.journal_id, held.schema))
    finally:
        clear(place)
    let_go(of_the_same(place, backup), backup)
    return backup


def clear(place: Path) -> None:
    """Take away what is unfinished in a place for backups."""
    shutil.rmtree(place / UNFINISHED, ignore_errors=True)
    for draft in place.glob(f"*{SUFFIX}.new"):
        draft.unlink(missing_ok=True)


def of_the_same(place: Path, backup: Backup) -> tuple[Backup, ...]:
    """The backups in a place that are of the same journal as this one: another's may lie there too."""
    whose = backup_file.told_by(backup.path)
    return tuple(each for each in lying_in(place) if backup_file.told_by(each.path) == whose)


def let_go(there: Iterable[Backup], newest: Backup) -> None:
    """Take away those of these backups that are not kept any longer; never the one that was just made."""
    there = tuple(there)
    keep = kept(backup.made_at for backup in there)
    for backup in there:
        if backup.made_at not in keep and backup.path.name != newest.path.name:
            with suppress(OSError):  # it goes the next time
                backup.path.unlink()


@saving
def let_older_go(folder: Path, newest: Backup) -> None:
    """Take away every backup beside the journal but the one that was just made. Raises NotSaved or ReadOnly."""
    let_all_go(of_the_same(folder / files.BACKUPS, newest), newest)


def let_all_go(there: Iterable[Backup], but: Backup) -> None:
    """Take away all of these backups but the one that was just made. Raises OSError."""
    for backup in there:
        if backup.path.name != but.path.name:
            backup.path.unlink(missing_ok=True)
            files.sync_folder(backup.path.parent)


def _copied(connection: sqlcipher.Connection, path: Path, lists: Mapping[str, int]) -> Held:
    """Copy what the file holds, and nothing that was deleted from it. Raises JournalDamaged when rows are missing."""
    files.make_empty(path)  # made by SQLite, others could read it
    connection.execute("VACUUM INTO ?", (str(path),))
    held = _held(connection)
    if any(held.rows[name] != count for name, count in lists.items()):
        raise JournalDamaged
    return held


def _held(connection: sqlcipher.Connection) -> Held:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage <> 0").fetchall()
    counting = {name: f'SELECT count(*) FROM "{name}"' for (name,) in tables}  # noqa: S608  # our own names
    rows = {name: int(connection.execute(count).fetchone()[0]) for name, count in counting.items()}
    ((journal_id,),) = connection.execute("SELECT id FROM journal").fetchall()
    return Held(str(journal_id), int(connection.execute("PRAGMA user_version").fetchone()[0]), rows)


def _verify(copy: Path, root: Root, held: Held) -> None:
    """Open the copy and look through all of it. Raises JournalDamaged."""
    connection = cipher.connect(copy, root)
    try:
        cipher.check_whole(connection)
        if _held(connection) != held:
            raise JournalDamaged
    finally:
        connection.close()


def _take_keys(folder: Path, root: Root, work: Path) -> None:
    """The key file of today, unless it is damaged or another journal's: then the recovery code opens the backup."""
    with suppress(NewerVersion):
        if (held := keys.kept(folder, root)) is not None:
            key_file.write(work, held)


def _free(place: Path, now: datetime) -> Backup:
    """The next second after which no backup is named."""
    made_at = now.astimezone(UTC).replace(microsecond=0)
    while (path := place / f"{made_at:{NAMED}}{SUFFIX}").exists():
        made_at += timedelta(seconds=1)
    return Backup(made_at, path)


def _instant(path: Path) -> datetime | None:
    """When a backup of that name was made; None for any other file."""
    if path.suffix != SUFFIX or path.is_symlink():
        return None
    try:
        return datetime.strptime(path.stem, NAMED).replace(tzinfo=UTC)
    except ValueError:
        return None
