"""Backups of a journal: made and verified before they count, opened by that day's passphrase or the code alone."""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from carecompanion.domain.sample import sample_book
from carecompanion.domain.settings import Settings
from carecompanion.store import backup_file, backups, cipher, files, key_file, keys
from carecompanion.store.backup_errors import BackupNotMade
from carecompanion.store.errors import Closed
from carecompanion.store.journal import Journal
from carecompanion.store.keys import LITTLE_MEMORY
from tests.store.conftest import MARKER, NOTE, NOW
from tests.store.test_disk import ROOM

PASSPHRASE = "four plain words here"


def there(folder: Path) -> set[str]:
    """What lies in the folder of backups."""
    return {path.name for path in (folder / files.BACKUPS).iterdir()}


def test_a_backup_holds_what_was_kept_when_it_was_made(journal: Journal, folder: Path, tmp_path: Path) -> None:
    journal.keep(NOTE)
    backup = journal.back_up(NOW)
    journal.keep(replace(NOTE, id="later"))
    assert backups.backups_in(folder) == (backup,)
    assert backup.path.name == "2026-03-09T091200Z.ccbackup"
    backup_file.unpack(backup.path, tmp_path / "unpacked")
    held = Journal.open(tmp_path / "unpacked", None)
    assert list(held.book.everything()) == [NOTE]
    held.close()


def test_a_root_that_is_only_coming_is_in_no_backup(folder: Path, tmp_path: Path) -> None:
    journal, _code = Journal.create(folder, None, Settings(), NOW, records=[NOTE])
    now, coming = key_file.read_newest(folder), keys.sealed(keys.new_root(), None, LITTLE_MEMORY, 2)
    key_file.write(folder, replace(now, coming=coming))
    backup_file.unpack(journal.back_up(NOW).path, tmp_path / "unpacked")
    assert key_file.read_newest(tmp_path / "unpacked") == now
    journal.close()


def test_that_days_passphrase_opens_it_and_so_does_the_code_alone(folder: Path, tmp_path: Path) -> None:
    journal, code = Journal.create(folder, PASSPHRASE, Settings(), NOW, records=[NOTE], cost=LITTLE_MEMORY)
    old = journal.back_up(NOW)
    keys.seal(folder, keys.unlock(folder, PASSPHRASE), "other words altogether", LITTLE_MEMORY)
    new = journal.back_up(NOW + timedelta(days=1))
    journal.close()
    for backup, passphrase in ((old, PASSPHRASE), (new, "other words altogether")):
        backup_file.unpack(backup.path, place := tmp_path / backup.path.stem)
        Journal.open(place, passphrase).close()
        for name in files.KEYS:
            (place / name).unlink()
        held = Journal.open_with_code(place, code)
        assert list(held.book.everything()) == [NOTE]
        held.close()


def test_with_a_damaged_key_file_the_code_opens_the_backup(journal: Journal, folder: Path, tmp_path: Path) -> None:
    code = journal._opened.root.recovery_code()
    for name in files.KEYS:
        (folder / name).write_bytes(b"spoilt")
    backup_file.unpack(journal.back_up(NOW).path, tmp_path / "unpacked")
    Journal.open_with_code(tmp_path / "unpacked", code).close()


def test_two_in_one_second_have_names_of_their_own_and_so_have_two_at_once(journal: Journal, folder: Path) -> None:
    with ThreadPoolExecutor() as beside:
        made = list(beside.map(lambda _number: journal.back_up(NOW), range(3)))
    assert len({backup.path for backup in made}) == 3
    assert len(backups.backups_in(folder)) == 3
    assert len(there(folder)) == 3


def test_as_they_age_they_are_let_go_and_nothing_else_in_the_folder_is(journal: Journal, folder: Path) -> None:
    (folder / files.BACKUPS).mkdir()
    (folder / files.BACKUPS / "2026-01-01.ccbackup").write_text("theirs")
    for day in range(20):
        journal.back_up(NOW + timedelta(days=day))
    assert [backup.made_at.day for backup in backups.backups_in(folder)] == [28, 27, 26, 25, 24, 23, 22, 15]
    assert "2026-01-01.ccbackup" in there(folder)


def test_one_made_by_a_clock_that_is_behind_is_not_let_go_at_once(journal: Journal, folder: Path) -> None:
    for day in range(7):
        journal.back_up(NOW + timedelta(days=day))
    early = journal.back_up(NOW - timedelta(hours=1))
    assert early in backups.backups_in(folder)


def test_what_a_run_that_was_cut_off_has_left_is_taken_away(journal: Journal, folder: Path) -> None:
    unfinished = folder / files.BACKUPS / backups.UNFINISHED
    unfinished.mkdir(parents=True)
    (unfinished / files.JOURNAL).write_bytes(b"half")
    (folder / files.BACKUPS / "2026-01-01T000000Z.ccbackup.new").write_bytes(b"half")
    journal.back_up(NOW)
    assert there(folder) == {"2026-03-09T091200Z.ccbackup"}


def test_words_deleted_for_good_are_in_no_later_backup(journal: Journal, tmp_path: Path) -> None:
    secret = replace(NOTE, text="unrepeatable zanzibar")
    journal.keep(secret)
    before = journal.back_up(NOW)
    journal.keep(without=[secret])
    journal.forget(secret)
    after = journal.back_up(NOW + timedelta(minutes=1))
    for backup, expected in ((before, True), (after, False)):
        backup_file.unpack(backup.path, place := tmp_path / backup.path.stem)
        assert (b"zanzibar" in deciphered(place)) is expected


def deciphered(place: Path) -> bytes:
    """The whole file in the clear, whatever tables or free pages words may lie in."""
    from tests.store.test_without_us import deciphered as in_the_clear

    return in_the_clear((place / files.JOURNAL).read_bytes(), keys.unlock(place, None).database_key())


def test_no_word_of_it_lies_open_anywhere_while_it_is_made(
    journal: Journal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, bytes] = {}

    def looked(at: Path) -> backup_file.Manifest:
        seen.update({path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()})
        modes = {path.stat().st_mode & 0o077 for path in folder.rglob("*")}
        assert modes == {0}
        return backup_file._look_through(at, None)

    journal.keep(NOTE)
    monkeypatch.setattr(backup_file, "check_backup", looked)
    os_umask = os.umask(0)
    journal.back_up(NOW)
    os.umask(os_umask)
    assert {files.JOURNAL, "2026-03-09T091200Z.ccbackup.new"} <= seen.keys()
    assert not any(MARKER.encode() in content for content in seen.values())


SPOILS = {
    "a row too few": "DELETE FROM notes",
    "a row too many": "INSERT INTO drafts VALUES ('a', '{}', '2026-03-09')",
}


@pytest.mark.parametrize("statement", SPOILS.values(), ids=SPOILS.keys())
def test_a_copy_that_is_not_the_same_never_counts(
    journal: Journal, folder: Path, monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    journal.keep(NOTE)
    good = journal.back_up(NOW)
    verify = backups._verify

    def spoilt(copy: Path, root: keys.Root, held: backups.Held) -> None:
        connection = cipher.connect(copy, root)
        connection.execute(statement)
        connection.close()
        verify(copy, root, held)

    monkeypatch.setattr(backups, "_verify", spoilt)
    with pytest.raises(BackupNotMade):
        journal.back_up(NOW + timedelta(days=1))
    assert there(folder) == {good.path.name}
    journal.keep(replace(NOTE, id="later"))


@pytest.mark.parametrize("flip", [0, 5000, -100])
def test_a_copy_with_a_flipped_bit_never_counts(
    journal: Journal, folder: Path, monkeypatch: pytest.MonkeyPatch, flip: int
) -> None:
    verify = backups._verify

    def spoilt(copy: Path, root: keys.Root, held: backups.Held) -> None:
        written = bytearray(copy.read_bytes())
        written[flip] ^= 1
        copy.write_bytes(written)
        verify(copy, root, held)

    monkeypatch.setattr(backups, "_verify", spoilt)
    with pytest.raises(BackupNotMade):
        journal.back_up(NOW)
    assert there(folder) == set()


def test_a_backup_that_changes_on_its_way_to_the_disk_never_counts(
    journal: Journal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = backup_file._write

    def spoilt(stream: object, *rest: object) -> None:
        write(stream, *rest)  # type: ignore[arg-type]
        stream.seek(3000)  # type: ignore[attr-defined]
        stream.write(b"other")  # type: ignore[attr-defined]

    monkeypatch.setattr(backup_file, "_write", spoilt)
    with pytest.raises(BackupNotMade):
        journal.back_up(NOW)
    assert there(folder) == set()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own, where mounting is allowed."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_on_a_full_disk_the_journal_stands_and_it_says_why(small_disk: Path) -> None:
    journal, _ = Journal.create(folder := small_disk / "journal", None, Settings(), NOW, records=[NOTE])
    (small_disk / "filler").write_bytes(bytes(ROOM - 500_000))
    with pytest.raises(BackupNotMade, match="the disk is full"):
        journal.back_up(NOW)
    assert there(folder) == set()
    journal.keep(replace(NOTE, id="later"))
    (small_disk / "filler").unlink()
    journal.back_up(NOW)
    journal.close()


def test_a_folder_that_cannot_be_made_is_said_and_the_journal_stands(journal: Journal, folder: Path) -> None:
    (folder / files.BACKUPS).write_text("a file of that name")
    with pytest.raises(BackupNotMade, match="Your journal is safe"):
        journal.back_up(NOW)
    journal.keep(NOTE)


def test_of_a_file_that_was_damaged_while_open_none_is_made_and_nothing_else_stops(folder: Path) -> None:
    notes = [replace(NOTE, id=f"{number}", text="word " * 500) for number in range(100)]
    journal, _ = Journal.create(folder, None, Settings(), NOW, records=notes)
    good = journal.back_up(NOW)
    journal.close()
    again = Journal.open(folder, None)
    again.hold_less()  # as the program does, or what was read when it was opened would be what is kept
    with (folder / files.JOURNAL).open("r+b") as file:
        file.seek(-40_000, os.SEEK_END)
        (byte,) = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))
    with pytest.raises(BackupNotMade, match="part of the journal could not be read"):
        again.back_up(NOW + timedelta(days=1))
    assert again.backups() == (good,)
    again.keep_choice("still", "works")
    assert again.choices()["still"] == "works"
    again.close()


def test_of_a_closed_journal_none_is_made(journal: Journal, folder: Path) -> None:
    journal.close()
    with pytest.raises(Closed):
        journal.back_up(NOW)
    assert there(folder) == set()


KILLED = """
import os, sys
from pathlib import Path
from carecompanion.store import backup_file
from carecompanion.store.journal import Journal
from tests.store.conftest import NOW
journal = Journal.open(Path(sys.argv[1]), None)
backup_file.check_backup = lambda path: os.kill(os.getpid(), 9)
journal.back_up(NOW)
"""


def test_a_run_that_is_killed_leaves_no_backup_that_counts(journal: Journal, folder: Path) -> None:
    journal.close()
    assert subprocess.run([sys.executable, "-c", KILLED, str(folder)]).returncode == -9
    assert backups.backups_in(folder) == ()
    again = Journal.open(folder, None)
    again.back_up(NOW)
    again.close()
    assert there(folder) == {"2026-03-09T091200Z.ccbackup"}


def test_a_save_beside_it_is_kept_and_no_hindrance(folder: Path) -> None:
    book = sample_book(datetime(2026, 3, 12, 14, 20, tzinfo=NOW.tzinfo))
    journal, _ = Journal.create(folder, None, book.settings, NOW, records=tuple(book.everything()))
    with ThreadPoolExecutor() as beside:
        backing = [beside.submit(journal.back_up, NOW + timedelta(days=day)) for day in range(3)]
        for number in range(20):
            journal.keep(replace(NOTE, id=f"saved {number}"))
        assert len({done.result().path for done in backing}) == 3
    assert len(journal.book.notes) == len(book.notes) + 20
    journal.close()


def test_it_is_of_the_same_kind_of_file_as_the_journal(journal: Journal, folder: Path, tmp_path: Path) -> None:
    backup_file.unpack(journal.back_up(NOW).path, tmp_path / "unpacked")
    connection = cipher.connect(tmp_path / "unpacked" / files.JOURNAL, keys.unlock(folder, None))
    for pragma, expected in (("auto_vacuum", 1), ("application_id", 0x43434A31), ("freelist_count", 0)):
        assert connection.execute(f"PRAGMA {pragma}").fetchone() == (expected,)
    connection.close()


def test_backups_of_another_journal_beside_it_are_never_let_go(journal: Journal, folder: Path, tmp_path: Path) -> None:
    other, _ = Journal.create(tmp_path / "other", None, Settings(), NOW)
    (folder / files.BACKUPS).mkdir()
    theirs = shutil.copy(other.back_up(NOW - timedelta(days=900)).path, folder / files.BACKUPS)
    other.close()
    for day in range(30):
        journal.back_up(NOW + timedelta(days=day))
    journal.remake_backups(NOW + timedelta(days=30))
    assert len(there(folder)) == 2
    assert Path(theirs).exists()


@pytest.mark.slow
def test_ten_megabytes_are_backed_up_in_half_a_second_and_looked_through_in_a_fifth(folder: Path) -> None:
    words = random.Random(1)
    notes = [
        replace(NOTE, id=f"{number}", text=" ".join(f"word{words.randrange(3000)}" for _ in range(20)))
        for number in range(20_000)
    ]
    journal, _ = Journal.create(folder, None, Settings(), NOW, records=notes)
    assert (folder / files.JOURNAL).stat().st_size > 10_000_000
    backing, checking = [], []
    for day in range(7):
        began = time.perf_counter()
        journal.back_up(NOW + timedelta(days=day))
        backing.append(time.perf_counter() - began)
        began = time.perf_counter()
        journal._opened.look(cipher.check_whole)
        checking.append(time.perf_counter() - began)
    journal.close()
    assert min(backing) <= 0.5
    assert min(checking) <= 0.2
