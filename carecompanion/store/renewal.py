"""A new root for an open journal: the file is copied under the new key, and the copy takes its place in one step."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.store import cipher, files, key_file, keys
from carecompanion.store.answers import saving
from carecompanion.store.errors import JournalDamaged, NotSaved
from carecompanion.store.key_file import Argon2Cost, KeyFile
from carecompanion.store.keys import Root
from carecompanion.store.open_file import OpenFile

SURVIVE = ("application_id", "user_version", "auto_vacuum", "page_count")
"""What the copy has to have as the file has it."""


@saving
def renew(opened: OpenFile, passphrase: str | None, cost: Argon2Cost) -> None:
    """Put the journal under a root that nobody has had, kept under this passphrase or, with None, in the open.

    A power cut at any moment leaves a folder that opens: until the copy is in its place with what opened it before,
    from then on with the new. Raises one of the StoreError family; then it is as before.
    """
    root = keys.new_root()
    opened.make_sure()
    now = keys.kept(opened.folder, opened.root) or _kept_anew(opened, passphrase, cost)
    coming = keys.sealed(root, passphrase, cost, now.sequence + 1)
    with opened.turn:
        opened.make_sure()
        _copy_beside(opened, root, replace(now, coming=coming))
        # from here on either root may be the journal's, which the key file holds both of
        (opened.folder / files.UNFINISHED).replace(opened.folder / files.JOURNAL)
        opened.go_over(root)
        files.sync_folder(opened.folder)
    # the new root is the journal's; what the key file still has of the old opens nothing, and the next opening takes it
    with suppress(OSError):
        keys.settle(opened.folder, root)


def _kept_anew(opened: OpenFile, passphrase: str | None, cost: Argon2Cost) -> KeyFile:
    """For a journal whose key file was lost: while the new root is coming, the passphrase opens both."""
    return keys.sealed(opened.root, passphrase, cost, keys.next_sequence(opened.folder))


def _copy_beside(opened: OpenFile, root: Root, both: KeyFile) -> None:
    """The key file with both roots, and the whole journal under the new key beside the old file, which is closed."""
    try:
        key_file.write(opened.folder, both)
        _copy(opened.connection(), opened.folder / files.UNFINISHED, root)
        opened.let_go()
        _see_that_nothing_is_undone(opened.folder / files.ROLLBACK)
    except BaseException:
        with suppress(OSError):
            files.remove_unfinished(opened.folder)
            keys.settle(opened.folder, opened.root)
        raise


def _see_that_nothing_is_undone(rollback: Path) -> None:
    """What would undo a save in the old file would spoil the new one that takes its name."""
    if not files.undoes_nothing(rollback):
        raise NotSaved


def _copy(source: sqlcipher.Connection, path: Path, root: Root) -> None:
    files.remove_unfinished(path.parent)
    files.make_empty(path)
    copy = cipher.connect(path, root, new=True)
    try:
        source.backup(copy)
    finally:
        copy.close()
    if not _same(source, path, root):
        raise NotSaved


def _same(source: sqlcipher.Connection, path: Path, root: Root) -> bool:
    """Whether the copy, read anew, is whole and holds as much as the file."""
    copy = cipher.connect(path, root)
    try:
        cipher.check_whole(copy)
        return _figures(copy) == _figures(source)
    except JournalDamaged:
        return False
    finally:
        copy.close()


def _figures(connection: sqlcipher.Connection) -> list[tuple[str, int]]:
    """What a copy is compared by: how many rows each table has, and what the file says of itself."""
    named = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    counted = [(f"SELECT count(*) FROM {name}", name) for (name,) in named]  # noqa: S608  # our own names
    asked = [*counted, *((f"PRAGMA {name}", name) for name in SURVIVE)]
    return [(name, connection.execute(statement).fetchone()[0]) for statement, name in asked]
