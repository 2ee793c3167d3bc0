"""Changing the passphrase and the recovery code: what opens the journal before, after, and wherever it is cut off."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.code_dates import CodeDates
from carecompanion.domain.settings import Settings
from carecompanion.store import backup_file, cipher, files, keys, renewal
from carecompanion.store.backup_errors import BackupNotMade
from carecompanion.store.errors import (
    Closed,
    DiskFull,
    ForeignCode,
    JournalDamaged,
    MovedAway,
    NotSaved,
    StoreError,
    WrongCode,
    WrongPassphrase,
)
from carecompanion.store.journal import Journal
from carecompanion.store.key_file import OpenSlot, read_newest
from carecompanion.store.keys import LITTLE_MEMORY
from tests.store.conftest import NOTE, NOW

OLD, NEW = "four plain words here", "other words than before"
FILES = {files.JOURNAL, *files.KEYS, files.LOCK}
BOTH = [NOTE, replace(NOTE, id="00000000-0000-7000-8000-000000000005", text="a second")]


def renewed(journal: Journal, passphrase: str | None) -> str:
    """A new recovery code without the backup that comes first, which has tests of its own."""
    renewal.renew(journal._opened, passphrase, LITTLE_MEMORY)
    return journal._opened.root.recovery_code()


class Locked(NamedTuple):
    """A journal with a passphrase, open, and what else opens it."""

    journal: Journal
    folder: Path
    code: str


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed journal with a note, under OLD; nobody changes it."""
    folder = tmp_path_factory.mktemp("made") / "journal"
    journal, code = Journal.create(folder, OLD, Settings(), NOW, cost=LITTLE_MEMORY)
    journal.keep(NOTE)
    journal.close()
    return folder, code


@pytest.fixture
def locked(made: tuple[Path, str], folder: Path) -> Iterator[Locked]:
    """The same, copied and open."""
    shutil.copytree(made[0], folder)
    journal = Journal.open(folder, OLD)
    yield Locked(journal, folder, made[1])
    journal.close()


def records_by(opening: Callable[..., Journal], folder: Path, secret: str | None) -> list[object]:
    """What a journal holds that this opens."""
    journal = opening(folder, secret)
    journal.close()
    return list(journal.book.everything())


def refused(opening: Callable[..., Journal], folder: Path, secret: str | None, error: type[StoreError]) -> None:
    with pytest.raises(error):
        opening(folder, secret)


# done


def test_after_a_change_of_passphrase_the_new_one_and_the_same_code_open_it(locked: Locked) -> None:
    locked.journal.change_passphrase(NEW, LITTLE_MEMORY)
    locked.journal.keep(BOTH[1])
    locked.journal.close()
    refused(Journal.open, locked.folder, OLD, WrongPassphrase)
    assert records_by(Journal.open, locked.folder, NEW) == BOTH
    assert records_by(Journal.open_with_code, locked.folder, locked.code) == BOTH
    assert len({(locked.folder / name).read_bytes() for name in files.KEYS}) == 1


def test_after_a_new_code_only_that_opens_it_and_the_journal_goes_on(locked: Locked) -> None:
    code = locked.journal.renew(NEW, LITTLE_MEMORY)
    locked.journal.keep(BOTH[1])
    locked.journal.close()
    assert {file.name for file in locked.folder.iterdir()} == FILES | {files.BACKUPS}
    refused(Journal.open, locked.folder, OLD, WrongPassphrase)
    refused(Journal.open_with_code, locked.folder, locked.code, ForeignCode)
    assert records_by(Journal.open, locked.folder, NEW) == BOTH
    assert records_by(Journal.open_with_code, locked.folder, code) == BOTH


def test_before_a_new_code_a_backup_is_made_that_opens_with_the_old_one(locked: Locked, tmp_path: Path) -> None:
    locked.journal.renew(NEW, LITTLE_MEMORY, at=NOW)
    (backup,) = locked.journal.backups()
    backup_file.unpack(backup.path, tmp_path / "unpacked")
    assert records_by(Journal.open, tmp_path / "unpacked", OLD) == [NOTE]
    assert records_by(Journal.open_with_code, tmp_path / "unpacked", locked.code) == [NOTE]


def test_without_a_backup_the_code_stays_as_it_was(locked: Locked) -> None:
    (locked.folder / files.BACKUPS).write_bytes(b"a file of that name")
    with pytest.raises(BackupNotMade, match=r"^Your recovery code was not changed\. No backup was made"):
        locked.journal.renew(NEW, LITTLE_MEMORY)
    locked.journal.close()
    assert records_by(Journal.open_with_code, locked.folder, locked.code) == [NOTE]


def test_who_kept_the_old_key_file_cannot_open_the_file_with_it(locked: Locked) -> None:
    kept = {name: (locked.folder / name).read_bytes() for name in files.KEYS}
    locked.journal.renew(OLD, LITTLE_MEMORY)
    locked.journal.close()
    for name, content in kept.items():
        (locked.folder / name).write_bytes(content)
    with pytest.raises(StoreError):
        Journal.open(locked.folder, OLD)


def test_what_is_done_after_a_new_code_can_be_undone_with_what_was_done_before(locked: Locked) -> None:
    locked.journal.renew(OLD, LITTLE_MEMORY)
    locked.journal.keep(BOTH[1])
    while locked.journal.undo():
        pass
    assert locked.journal.book == Book()
    assert locked.journal.find("words").ids == ()


def test_a_new_code_follows_a_new_code(locked: Locked) -> None:
    codes = {locked.journal.renew(OLD, LITTLE_MEMORY) for _ in range(3)}
    assert len(codes) == 3
    locked.journal.close()
    assert records_by(Journal.open, locked.folder, OLD) == [NOTE]


def test_the_copy_is_a_file_like_a_new_one(locked: Locked) -> None:
    locked.journal.renew(OLD, LITTLE_MEMORY)
    locked.journal.close()
    assert (locked.folder / files.JOURNAL).stat().st_mode & 0o777 == 0o600
    connection = cipher.connect(locked.folder / files.JOURNAL, keys.unlock(locked.folder, OLD))
    assert connection.execute("PRAGMA auto_vacuum").fetchone() == (1,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()


def test_a_passphrase_is_put_on_an_open_journal_with_a_new_code_and_taken_off_again(folder: Path) -> None:
    journal, code = Journal.create(folder, None, Settings(), NOW)
    assert not journal.has_passphrase
    with pytest.raises(ValueError, match="comes with a new recovery code"):
        journal.change_passphrase(NEW, LITTLE_MEMORY)
    in_clear = read_newest(folder).slot
    assert isinstance(in_clear, OpenSlot)
    second = journal.renew(NEW, LITTLE_MEMORY)
    assert journal.has_passphrase
    assert all(in_clear.root.hex().encode() not in (folder / name).read_bytes() for name in files.KEYS)
    third = journal.renew(None)
    assert not journal.has_passphrase
    assert len({code, second, third}) == 3
    journal.close()
    assert records_by(Journal.open, folder, None) == []


def test_the_code_opens_a_journal_whose_passphrase_is_forgotten_and_a_new_one_is_set(locked: Locked) -> None:
    locked.journal.close()
    for key_files in (True, False):
        for name in files.KEYS if not key_files else ():
            (locked.folder / name).unlink()
        journal = Journal.open_with_code(locked.folder, locked.code)
        journal.change_passphrase(NEW, LITTLE_MEMORY)
        journal.close()
        refused(Journal.open, locked.folder, OLD, WrongPassphrase)
        assert records_by(Journal.open, locked.folder, NEW) == [NOTE]


@pytest.mark.parametrize("passphrase", [NEW, None])
def test_a_lost_key_file_does_not_stand_in_the_way_of_a_new_code(locked: Locked, passphrase: str | None) -> None:
    for name in files.KEYS:
        (locked.folder / name).unlink()
    code = locked.journal.renew(passphrase, LITTLE_MEMORY)
    locked.journal.close()
    assert records_by(Journal.open, locked.folder, passphrase) == [NOTE]
    assert records_by(Journal.open_with_code, locked.folder, code) == [NOTE]


def test_the_passphrase_or_the_code_proves_whose_journal_it_is(locked: Locked) -> None:
    for secret in (OLD, locked.code, locked.code.lower().replace("-", " ")):
        locked.journal.prove(secret)
    for secret in (NEW, "", keys.new_root().recovery_code()):
        with pytest.raises(WrongPassphrase):
            locked.journal.prove(secret)
    locked.journal.prove_code(locked.code)
    with pytest.raises(WrongCode):
        locked.journal.prove_code(OLD)
    with pytest.raises(ForeignCode):
        locked.journal.prove_code(keys.new_root().recovery_code())


@pytest.mark.parametrize("act", ["change_passphrase", "renew"])
def test_a_journal_that_is_closed_or_moved_keeps_its_keys(locked: Locked, act: str) -> None:
    before = {name: (locked.folder / name).read_bytes() for name in files.KEYS}
    (locked.folder / files.JOURNAL).rename(locked.folder / "elsewhere.db")
    with pytest.raises(MovedAway):
        getattr(locked.journal, act)(NEW, LITTLE_MEMORY)
    (locked.folder / "elsewhere.db").rename(locked.folder / files.JOURNAL)
    locked.journal.close()
    with pytest.raises(Closed):
        getattr(locked.journal, act)(NEW, LITTLE_MEMORY)
    assert {name: (locked.folder / name).read_bytes() for name in files.KEYS} == before


# cut off


class CutOff(BaseException):
    """The power goes."""


def states_of(locked: Locked, act: Callable[[], object], into: Path) -> list[Path]:
    """The folder as it is before each step by which the act reaches the disk, and after the last."""
    states: list[Path] = []

    def keep_state() -> None:
        states.append(into / str(len(states)))
        shutil.copytree(locked.folder, states[-1])

    def noted(step: Callable[..., object]) -> Callable[..., object]:
        def stepping(*args: object, **named: object) -> object:
            keep_state()
            return step(*args, **named)

        return stepping

    with pytest.MonkeyPatch.context() as patched:
        for where, name in ((os, "fsync"), (os, "replace"), (Path, "replace"), (Path, "unlink"), (os, "open")):
            patched.setattr(where, name, noted(getattr(where, name)))
        for name in ("_copy", "_same"):
            patched.setattr(renewal, name, noted(getattr(renewal, name)))
        act()
    keep_state()
    return states


CHANGES: dict[str, tuple[str | None, str | None, Callable[[Journal], object]]] = {
    "another passphrase": (OLD, NEW, lambda journal: journal.change_passphrase(NEW, LITTLE_MEMORY)),
    "a new code": (OLD, OLD, lambda journal: renewed(journal, OLD)),
    "both": (OLD, NEW, lambda journal: renewed(journal, NEW)),
    "a first passphrase": (None, NEW, lambda journal: renewed(journal, NEW)),
    "no passphrase any more": (OLD, None, lambda journal: renewed(journal, None)),
}
"""Each change, the passphrase before and after, and how it is made."""


def opened_by(folder: Path, passphrases: tuple[str | None, str | None]) -> int:
    """Which of the two opens the journal: 0 the old one, 1 the new one."""
    # without one first: a journal that has none opens with any
    for passphrase in sorted(passphrases, key=lambda passphrase: passphrase is not None):
        with suppress(WrongPassphrase):
            assert records_by(Journal.open, folder, passphrase) == [NOTE]
            return passphrases.index(passphrase)
    raise AssertionError("neither opens it")


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES)
def test_wherever_a_change_is_cut_off_the_old_or_the_new_opens_it_with_everything(
    locked: Locked, tmp_path: Path, change: str
) -> None:
    before, after, act = CHANGES[change]
    if before is None:
        renewed(locked.journal, None)
    old_code = locked.journal._opened.root.recovery_code()
    states = states_of(locked, lambda: act(locked.journal), tmp_path)
    new_code = locked.journal._opened.root.recovery_code()
    assert len(states) > 6
    opened = []
    for state in states:
        by_code = tmp_path / f"{state.name} by code"
        shutil.copytree(state, by_code)
        opened.append(opened_by(state, (before, after)))
        assert {file.name for file in state.iterdir()} <= FILES | {files.ROLLBACK}
        assert read_newest(state).coming is None, "what was cut off is not cleaned up"
        assert len({(state / name).read_bytes() for name in files.KEYS}) == 1
        journal: Journal | None = None
        for code in (old_code, new_code):
            with suppress(ForeignCode):
                journal = journal or Journal.open_with_code(by_code, code)
        assert journal is not None
        assert list(journal.book.everything()) == [NOTE]
        journal.close()
    assert opened[0] == 0
    assert opened == sorted(opened), "what was new went back to the old"
    assert opened[-1] == (1 if before != after else 0)


@pytest.mark.slow
@pytest.mark.parametrize("known", [OLD, NEW])
def test_while_both_roots_are_kept_a_wrong_passphrase_is_still_a_wrong_one(
    locked: Locked, tmp_path: Path, known: str
) -> None:
    states = states_of(locked, lambda: renewed(locked.journal, NEW), tmp_path)
    between = [state for state in states if read_newest(state).coming is not None]
    assert between
    for state in between[:1] + between[-1:]:
        with pytest.raises(WrongPassphrase):
            Journal.open(state, "neither of the two")
        with suppress(WrongPassphrase):
            Journal.open(state, known).close()


def test_while_both_roots_are_kept_a_damaged_journal_is_still_told_from_a_wrong_passphrase(
    locked: Locked, tmp_path: Path
) -> None:
    states = states_of(locked, lambda: renewed(locked.journal, OLD), tmp_path)
    between = next(state for state in states if read_newest(state).coming is not None)
    os.truncate(between / files.JOURNAL, 4096)
    with pytest.raises(JournalDamaged):
        Journal.open(between, OLD)
    with pytest.raises(WrongPassphrase):
        Journal.open(between, NEW)


# refused by the disk


STEPS: list[tuple[object, str]] = [
    (files, "write_whole"),
    (files, "make_empty"),
    (cipher, "connect"),
    (cipher, "check_whole"),
    (renewal, "_figures"),
    (Path, "replace"),
    (os, "fsync"),
]


@pytest.mark.parametrize(("where", "step"), STEPS, ids=[step for _, step in STEPS])
@pytest.mark.parametrize("nth", [0, *(pytest.param(nth, marks=pytest.mark.slow) for nth in (1, 2))])
@pytest.mark.parametrize("error", [OSError(5, "refused"), pytest.param(CutOff(), marks=pytest.mark.slow)], ids=repr)
def test_a_change_that_a_step_refuses_leaves_the_journal_open_and_safe(
    locked: Locked, where: object, step: str, nth: int, error: BaseException
) -> None:
    genuine, calls = getattr(where, step), []

    def refusing(*args: object, **named: object) -> object:
        calls.append(1)
        if len(calls) == nth + 1:
            raise error
        return genuine(*args, **named)

    code = None
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(where, step, refusing)
        with suppress(DiskFull, NotSaved, CutOff):
            code = renewed(locked.journal, NEW)
    locked.journal.keep(BOTH[1])
    locked.journal.close()
    if code is not None:
        assert records_by(Journal.open_with_code, locked.folder, code) == BOTH
        refused(Journal.open, locked.folder, OLD, WrongPassphrase)
        assert records_by(Journal.open, locked.folder, NEW) == BOTH
        return
    journal = None
    for passphrase in (OLD, NEW):
        with suppress(WrongPassphrase):
            journal = journal or Journal.open(locked.folder, passphrase)
    assert journal is not None
    assert list(journal.book.everything()) == BOTH
    again = renewed(journal, NEW)
    journal.close()
    assert records_by(Journal.open_with_code, locked.folder, again) == BOTH


def test_on_a_full_disk_it_is_said_and_everything_is_as_before(locked: Locked) -> None:
    before = {name: (locked.folder / name).read_bytes() for name in files.KEYS}
    with pytest.MonkeyPatch.context() as patched:

        def full(*_args: object) -> None:
            raise OSError(28, "full")

        patched.setattr(files, "make_empty", full)
        with pytest.raises(DiskFull):
            renewed(locked.journal, NEW)
    assert {name: (locked.folder / name).read_bytes() for name in files.KEYS} == before
    assert {file.name for file in locked.folder.iterdir()} == FILES


def test_a_copy_that_lacks_something_does_not_take_the_files_place(locked: Locked) -> None:
    genuine = cipher.check_whole

    def losing(connection: object) -> None:
        connection.execute("DELETE FROM notes")  # type: ignore[attr-defined]  # sqlcipher ships no types
        genuine(connection)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cipher, "check_whole", losing)
        with pytest.raises(NotSaved):
            renewed(locked.journal, NEW)
    locked.journal.close()
    assert records_by(Journal.open, locked.folder, OLD) == [NOTE]


@pytest.mark.parametrize("spent", [True, False])
def test_what_would_undo_a_save_in_the_old_file_is_never_left_for_the_new(locked: Locked, spent: bool) -> None:
    rollback = locked.folder / files.ROLLBACK
    head = b"\0" * 8 if spent else bytes.fromhex("d9d505f920a163d7")
    genuine = locked.journal._opened.let_go

    def leaving_one_behind() -> None:
        genuine()
        rollback.write_bytes(head + b"pages" * 100)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(locked.journal._opened, "let_go", leaving_one_behind)
        with suppress(NotSaved):
            renewed(locked.journal, NEW)
    rollback.unlink()
    locked.journal.close()
    assert records_by(Journal.open, locked.folder, NEW if spent else OLD) == [NOTE]


# the key file


def test_a_missing_or_older_copy_of_the_key_file_is_made_anew_by_opening(locked: Locked) -> None:
    older = (locked.folder / files.KEYS[1]).read_bytes()
    locked.journal.change_passphrase(NEW, LITTLE_MEMORY)
    locked.journal.close()
    whole = (locked.folder / files.KEYS[0]).read_bytes()
    for name in files.KEYS:
        for spoiled in (older, whole[:-9], None):
            (locked.folder / name).unlink()
            if spoiled is not None:
                (locked.folder / name).write_bytes(spoiled)
            Journal.open(locked.folder, NEW).close()
            assert {(locked.folder / twin).read_bytes() for twin in files.KEYS} == {whole}


def test_the_key_file_of_another_journal_is_left_as_it_is(locked: Locked, tmp_path: Path) -> None:
    other, _ = Journal.create(tmp_path / "other", None, Settings(), NOW)
    other.close()
    for name in files.KEYS:
        shutil.copy(tmp_path / "other" / name, locked.folder / name)
    foreign = (locked.folder / files.KEYS[0]).read_bytes()
    root = locked.journal._opened.root
    locked.journal.close()
    Journal.open_with_root(locked.folder, root).close()
    assert (locked.folder / files.KEYS[0]).read_bytes() == foreign


# when the code was checked


def test_it_is_kept_when_the_code_was_made_and_last_checked(locked: Locked) -> None:
    assert locked.journal.code_dates() == CodeDates(made_at=NOW)
    checked = NOW + timedelta(days=3)
    locked.journal.note_code_checked(checked)
    locked.journal.close()
    journal = Journal.open(locked.folder, OLD)
    assert journal.code_dates() == CodeDates(made_at=NOW, checked_at=checked)
    anew = NOW + timedelta(days=9)
    journal.renew(OLD, LITTLE_MEMORY, at=anew)
    assert journal.code_dates() == CodeDates(made_at=anew)
    journal.close()


RENEWING = """
import os, sys
from pathlib import Path
from carecompanion.store.journal import Journal
from carecompanion.store.keys import LITTLE_MEMORY
journal = Journal.open_with_code(Path(sys.argv[1]), sys.stdin.readline())
while True:
    os.write(1, f"{journal.renew(sys.argv[2], LITTLE_MEMORY)}\\n".encode())
"""


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35])
def test_killed_while_codes_are_made_it_opens_with_the_last_or_with_one_that_nobody_was_told(
    locked: Locked, after: float
) -> None:
    locked.journal.close()
    told = locked.code
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", RENEWING, str(locked.folder), OLD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as program:
            assert program.stdin is not None
            assert program.stdout is not None
            program.stdin.write(f"{told}\n")
            program.stdin.flush()
            told = program.stdout.readline().strip()
            with suppress(subprocess.TimeoutExpired):
                program.wait(after)
            program.kill()
            told = [told, *program.stdout.read().split()][-1]
        journal = Journal.open(locked.folder, OLD)
        assert list(journal.book.everything()) == [NOTE]
        present = journal._opened.root.recovery_code()
        journal.close()
        assert not (locked.folder / files.UNFINISHED).exists()
        if present != told:
            refused(Journal.open_with_code, locked.folder, told, ForeignCode)
        told = present
