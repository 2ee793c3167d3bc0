"""The names of the files in a journal's folder, and writing a small one whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

CHOSEN_KEYS = "keys.json"
JOURNAL = "journal.db"
ROLLBACK = "journal.db-journal"
"""SQLite's own, beside the journal while it is open; with it a save that was cut off is undone."""
UNFINISHED = "journal.new"
UNFINISHED_ROLLBACK = "journal.new-journal"
KEYS = ("journal.keys", "journal.keys2")
UNFINISHED_KEYS = tuple(f"{name}.new" for name in KEYS)
LOCK = "journal.lock"
CHOSEN_LOOKS = "looks.json"
BACKUPS = "backups"
RESTORING = "restoring"
"""A journal that is being made ready to take the place of the present one."""
RESTORED = "restored"
"""One that is whole and on its way into its place."""
SETTING_ASIDE = "setting-aside"
SET_ASIDE = "set-aside"
"""The beginning of the names of folders that hold a journal another one took the place of."""

NEW_FILE = os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
"""Make the file or fail: never follow a link, never take over what is there."""


def exists(folder: Path) -> bool:
    """Whether there is a journal in the folder."""
    return os.path.lexists(folder / JOURNAL)


def identity(path: Path) -> tuple[int, int] | None:
    """What tells the file at the path from any other, whatever it holds; None when there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def write_whole(path: Path, content: bytes) -> None:
    """Put the content at the path so that a power cut leaves the old file or the new one. Raises OSError."""
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, NEW_FILE | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def make_empty(path: Path) -> None:
    """Make an empty file that only its owner can read. Raises OSError when anything is there, a link too."""
    os.close(os.open(path, NEW_FILE | os.O_WRONLY, 0o600))


def remove_unfinished(folder: Path) -> None:
    """Take away a journal file or a key file that was being made when something cut it off. Raises OSError."""
    for name in (UNFINISHED, UNFINISHED_ROLLBACK, *UNFINISHED_KEYS, f"{CHOSEN_LOOKS}.new"):
        (folder / name).unlink(missing_ok=True)


def undoes_nothing(rollback: Path) -> bool:
    """Whether what SQLite left beside a closed file is spent: not there, empty or without its head. Raises OSError."""
    try:
        with rollback.open("rb") as file:
            return not file.read(8).strip(b"\0")
    except FileNotFoundError:
        return True


def sync_folder(folder: Path) -> None:
    """See to it that the names in the folder are on the disk; Windows has no such call and needs none."""
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
