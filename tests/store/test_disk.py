"""Disks that are full, that refuse and that may only be read: what is said, and that trying again works."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from carecompanion.domain.settings import Settings
from carecompanion.store import bulk, cipher, creation, files, keys, schema
from carecompanion.store.errors import AlreadyThere, DiskFull, MovedAway, NotRead, NotSaved, StoreError
from carecompanion.store.journal import Journal
from tests.store.conftest import NOTE, NOW, reopened

ROOM = 1 << 20
LONG = replace(NOTE, text="x" * ROOM)


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[tuple[Journal, Path, Callable[[], object]]]:
    """A journal on a disk with no room for a long note, and a way to make room.

    The disk is a small tmpfs where mounting is allowed; elsewhere SQLite is told of one.
    """
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = (
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", disk], capture_output=True).returncode
        == 0
    )
    journal, _ = Journal.create(disk / "journal", None, Settings(), NOW)
    journal.keep(replace(NOTE, id="before"))
    yield journal, disk / "journal", _more_room(journal, disk, mounted)
    journal.close()
    if mounted:
        subprocess.run(["umount", disk], check=True)


def _more_room(journal: Journal, disk: Path, mounted: bool) -> Callable[[], object]:
    if mounted:
        return lambda: subprocess.run(["mount", "-o", f"remount,size={8 * ROOM}", disk], check=True)
    raw = journal._opened.connection()
    raw.execute("PRAGMA max_page_count = 100")
    return lambda: raw.execute("PRAGMA max_page_count = 100000")


def test_on_a_full_disk_nothing_is_kept_and_the_same_is_kept_once_there_is_room(
    full_disk: tuple[Journal, Path, Callable[[], object]],
) -> None:
    journal, folder, make_room = full_disk
    for _ in range(2):
        with pytest.raises(DiskFull):
            journal.keep(LONG)
        assert list(journal.book.notes) == ["before"]
    make_room()
    journal.keep(LONG)
    assert list(reopened(journal, folder).notes) == ["before", LONG.id]


LIMITED = """
import resource, signal, sys
from pathlib import Path
from carecompanion.store import StoreError
from carecompanion.store.journal import Journal
from tests.store.test_disk import LONG
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
journal = Journal.open(Path(sys.argv[1]), None)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
try:
    journal.keep(LONG)
except StoreError as error:
    print(type(error).__name__, len(journal.book.notes))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
journal.keep(LONG)
print(len(journal.book.notes))
"""


def run(program: str, folder: Path) -> str:
    """What the program prints, run beside the tests with the folder as its argument."""
    ran = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True)
    return ran.stdout


def test_past_a_limit_on_the_size_of_files_the_same_holds(journal: Journal, folder: Path) -> None:
    journal.keep(replace(NOTE, id="before"))
    journal.close()
    assert run(LIMITED, folder) == "NotSaved 1\n2\n"
    again = Journal.open(folder, None)
    assert list(again.book.notes) == ["before", LONG.id]
    again.close()


BY_ANOTHER_ACCOUNT = """
import os, sys
from pathlib import Path
from datetime import datetime, UTC
from carecompanion.domain.settings import Settings
from carecompanion.store import StoreError
from carecompanion.store.journal import Journal
folder = Path(sys.argv[1])
if os.geteuid() == 0:
    os.setuid(os.stat(folder).st_uid)
def opened(at): Journal.open(at, None)
def made(at): Journal.create(at / "new", None, Settings(), datetime.now(UTC))
for at in folder.iterdir():
    for act in (opened, made):
        try:
            act(at)
        except StoreError as error:
            print(type(error).__name__)
"""


def test_a_folder_that_may_only_be_read_is_said_to_be() -> None:
    nobody = 65534
    with tempfile.TemporaryDirectory() as named:
        place = Path(named)
        folders = [place / "with its lock", place / "without"]
        for folder in folders:
            Journal.create(folder, None, Settings(), NOW)[0].close()
        (folders[1] / files.LOCK).unlink()
        for path in (place, *place.rglob("*")) if os.geteuid() == 0 else ():
            os.chown(path, nobody, nobody)
        for folder in folders:
            folder.chmod(0o500)
        assert run(BY_ANOTHER_ACCOUNT, place) == "ReadOnly\n" * 4
        for folder in folders:
            folder.chmod(0o700)


@pytest.mark.parametrize("replaced", [False, True])
def test_a_journal_moved_away_while_open_takes_nothing_until_it_is_back(
    journal: Journal, folder: Path, replaced: bool
) -> None:
    journal.keep(replace(NOTE, id="before"))
    (folder / files.JOURNAL).rename(folder / "elsewhere.db")
    if replaced:
        (folder / files.JOURNAL).write_bytes((folder / "elsewhere.db").read_bytes())
    with pytest.raises(MovedAway):
        journal.keep(NOTE)
    assert list(journal.book.notes) == ["before"]
    (folder / "elsewhere.db").rename(folder / files.JOURNAL)
    journal.keep(NOTE)
    assert list(reopened(journal, folder).notes) == ["before", NOTE.id]


def fail(error: BaseException) -> Callable[..., None]:
    def failing(*_args: object, **_named: object) -> None:
        raise error

    return failing


STEPS: list[tuple[object, str]] = [
    (creation, "_write_file"),
    (bulk, "fill"),
    (schema, "lay_out"),
    (cipher, "_set_up"),
    (keys, "seal"),
    (keys, "write"),
    (os, "fsync"),
    (files, "sync_folder"),
    (Path, "rename"),
]


@pytest.mark.parametrize(("where", "step"), STEPS, ids=[step for _, step in STEPS])
@pytest.mark.parametrize("error", [OSError(28, "full"), OSError(5, "refused"), KeyboardInterrupt()], ids=repr)
def test_a_new_journal_that_fails_half_way_leaves_nothing_behind(
    tmp_path: Path, where: object, step: str, error: BaseException
) -> None:
    folder = tmp_path / "a" / "journal"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(where, step, fail(error))
        with pytest.raises((StoreError, KeyboardInterrupt)) as caught:
            Journal.create(folder, None, Settings(), NOW)
    assert list(tmp_path.iterdir()) == []
    if isinstance(error, OSError):
        assert isinstance(caught.value, DiskFull if error.errno == 28 else (NotSaved, StoreError))
    Journal.create(folder, None, Settings(), NOW)[0].close()


def test_what_a_lost_journal_needs_is_set_aside_and_not_written_over(journal: Journal, folder: Path) -> None:
    journal.close()
    (folder / files.JOURNAL).unlink()
    (folder / files.ROLLBACK).write_text("what undoes a save in the lost journal")
    lost = {name: (folder / name).read_bytes() for name in (*files.KEYS, files.ROLLBACK)}
    Journal.create(folder, None, Settings(), NOW)[0].close()
    assert {name: (folder / f"{name}.20260309T091200").read_bytes() for name in lost} == lost
    Journal.open(folder, None).close()


def test_what_an_attempt_that_was_cut_off_left_is_in_nobodys_way(folder: Path) -> None:
    folder.mkdir()
    for name in (files.UNFINISHED, files.UNFINISHED_ROLLBACK, f"{files.KEYS[0]}.new"):
        (folder / name).write_text("half")
    Journal.create(folder, None, Settings(), NOW)[0].close()
    Journal.open(folder, None).close()
    assert {file.name for file in folder.iterdir()} == {files.JOURNAL, *files.KEYS, files.LOCK}


def test_a_link_in_place_of_a_journal_is_not_written_through(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    (folder / files.JOURNAL).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(AlreadyThere):
        Journal.create(folder, None, Settings(), NOW)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("name", [files.UNFINISHED, files.LOCK])
def test_links_in_place_of_the_other_files_are_not_followed(folder: Path, tmp_path: Path, name: str) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_text("theirs")
    folder.mkdir()
    (folder / name).symlink_to(theirs)
    with suppress(StoreError):
        Journal.create(folder, None, Settings(), NOW)[0].close()
    assert theirs.read_text() == "theirs"


KILLED = """
import os, sys
from dataclasses import replace
from pathlib import Path
from carecompanion.store.journal import Journal
from tests.store.conftest import NOTE
journal = Journal.open(Path(sys.argv[1]), None)
for number in range(10_000):
    journal.keep(replace(NOTE, id=str(number)))
    os.write(1, f"{number}\\n".encode())
"""


@pytest.mark.parametrize("after", [30])
def test_what_was_acknowledged_is_there_after_the_program_is_killed(journal: Journal, folder: Path, after: int) -> None:
    journal.close()
    with subprocess.Popen([sys.executable, "-c", KILLED, str(folder)], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        acknowledged = [program.stdout.readline().strip() for _ in range(after)]
        program.kill()
        acknowledged += program.stdout.read().split()
    again = Journal.open(folder, None)
    assert set(acknowledged) <= set(again.book.notes)
    assert len(again.book.notes) <= len(acknowledged) + 1
    again.close()


def test_a_new_journal_that_does_not_open_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(path: Path, root: keys.Root, *, new: bool = False) -> object:
        if not new:
            raise NotRead
        return usual(path, root, new=new)

    usual = cipher.connect
    monkeypatch.setattr(cipher, "connect", connect)
    with pytest.raises(NotRead):
        Journal.create(tmp_path / "journal", None, Settings(), NOW)
    assert list(tmp_path.iterdir()) == []
