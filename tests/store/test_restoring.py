"""Restoring: the present journal is set aside whole, and a power cut leaves one journal or the other."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from carecompanion.domain.settings import Settings
from carecompanion.store import backups, files, keys, restoring
from carecompanion.store.backup_errors import BackupDamaged, NoBackup
from carecompanion.store.cut_off import finish_restoring
from carecompanion.store.errors import KeyFileDamaged, NoJournal, OpenElsewhere, WrongPassphrase
from carecompanion.store.journal import Journal
from carecompanion.store.keys import LITTLE_MEMORY, Root
from tests.store.conftest import NOTE, NOW

LATER = replace(NOTE, id="later")
OLD, NEW = "the words of old", "the words of now"


def by(passphrase: str | None) -> restoring.Unlock:
    return lambda work: keys.unlock(work, passphrase)


def opens(folder: Path, passphrase: str | None = None) -> list[str]:
    """The ids of the notes of the journal in a folder."""
    journal = Journal.open(folder, passphrase)
    journal.close()
    return list(journal.book.notes)


def test_what_a_backup_holds_is_shown_before_anything_is_touched(journal: Journal, folder: Path) -> None:
    journal.keep(NOTE)
    backup = journal.back_up(NOW)
    journal.keep(LATER)
    journal.close()
    unpacked = restoring.unpack_backup(folder, backup.path, by(None))
    assert unpacked.made_at == NOW
    assert list(unpacked.book.everything()) == [NOTE]
    restoring.leave_unpacked(folder)
    assert not (folder / files.RESTORING).exists()
    assert opens(folder) == [NOTE.id, LATER.id]


def test_the_present_journal_is_set_aside_and_opens_where_it_went(journal: Journal, folder: Path) -> None:
    journal.keep(NOTE)
    backup = journal.back_up(NOW)
    journal.keep(LATER)
    journal.close()
    for number in range(2):
        aside = restoring.unpack_backup(folder, backup.path, by(None)).put_in_place(NOW)
        assert aside is not None
        assert aside.name == ("set-aside-2026-03-09T091200Z" if not number else "set-aside-2026-03-09T091200Z-2")
        assert opens(folder) == [NOTE.id]
    assert opens(folder / "set-aside-2026-03-09T091200Z") == [NOTE.id, LATER.id]
    assert backups.backups_in(folder) == (backup,)
    kept = Journal.open(folder, None)
    kept.keep(replace(NOTE, id="since"))
    kept.close()
    assert opens(folder / "set-aside-2026-03-09T091200Z") == [NOTE.id, LATER.id]


def test_where_there_is_no_journal_it_is_made_of_the_backup(journal: Journal, tmp_path: Path) -> None:
    journal.keep(NOTE)
    backup = journal.back_up(NOW)
    other = tmp_path / "another" / "computer"
    assert restoring.unpack_backup(other, backup.path, by(None)).put_in_place(NOW) is None
    assert opens(other) == [NOTE.id]
    assert (other / files.JOURNAL).stat().st_mode & 0o077 == other.stat().st_mode & 0o077 == 0


def with_two_passphrases(folder: Path) -> tuple[backups.Backup, Root]:
    journal, _ = Journal.create(folder, OLD, Settings(), NOW, records=[NOTE], cost=LITTLE_MEMORY)
    backup = journal.back_up(NOW)
    root = journal._opened.root
    keys.seal(folder, root, NEW, LITTLE_MEMORY)
    journal.close()
    return backup, root


def test_the_passphrase_of_that_day_or_the_code_opens_it_and_the_present_one_stays(folder: Path) -> None:
    backup, root = with_two_passphrases(folder)
    with pytest.raises(WrongPassphrase):
        restoring.unpack_backup(folder, backup.path, by(NEW))
    assert not (folder / files.RESTORING).exists()
    code = root.recovery_code()
    for unlock in (by(OLD), lambda work: keys.unlock_with_code(work, code)):
        restoring.unpack_backup(folder, backup.path, unlock).put_in_place(NOW)
        assert opens(folder, NEW) == [NOTE.id]
        with pytest.raises(WrongPassphrase):
            Journal.open(folder, OLD)


def test_where_the_present_passphrase_cannot_open_it_that_of_the_day_does(folder: Path, tmp_path: Path) -> None:
    backup, _root = with_two_passphrases(tmp_path / "other")
    Journal.create(folder, None, Settings(), NOW)[0].close()
    aside = restoring.unpack_backup(folder, backup.path, by(OLD)).put_in_place(NOW)
    assert opens(folder, OLD) == [NOTE.id]
    assert aside is not None
    assert opens(aside) == []


def test_a_backup_without_a_key_file_asks_for_the_code_from_then_on(folder: Path, tmp_path: Path) -> None:
    other, code = Journal.create(tmp_path / "other", None, Settings(), NOW, records=[NOTE])
    for name in files.KEYS:
        (tmp_path / "other" / name).unlink()
    backup = other.back_up(NOW)
    other.close()
    Journal.create(folder, None, Settings(), NOW)[0].close()
    restoring.unpack_backup(folder, backup.path, lambda work: keys.unlock_with_code(work, code)).put_in_place(NOW)
    with pytest.raises(KeyFileDamaged):
        Journal.open(folder, None)
    Journal.open_with_code(folder, code).close()


def test_a_save_that_was_cut_off_goes_aside_with_its_journal(journal: Journal, folder: Path) -> None:
    journal.keep(NOTE)
    backup = journal.back_up(NOW)
    journal.close()
    (folder / files.ROLLBACK).write_bytes(b"of the damaged file alone")
    aside = restoring.unpack_backup(folder, backup.path, by(None)).put_in_place(NOW)
    assert aside is not None
    assert (aside / files.ROLLBACK).read_bytes() == b"of the damaged file alone"
    assert not (folder / files.ROLLBACK).exists()
    assert opens(folder) == [NOTE.id]


def test_while_the_journal_is_open_nothing_takes_its_place(journal: Journal, folder: Path) -> None:
    journal.keep(NOTE)
    unpacked = restoring.unpack_backup(folder, journal.back_up(NOW).path, by(None))
    with pytest.raises(OpenElsewhere):
        unpacked.put_in_place(NOW)
    journal.keep(LATER)
    journal.close()
    assert opens(folder) == [NOTE.id, LATER.id]


def test_the_newest_that_is_whole_and_opens_is_offered(journal: Journal, folder: Path, tmp_path: Path) -> None:
    root = journal._opened.root
    journal.keep(NOTE)
    good = journal.back_up(NOW)
    cut = journal.back_up(NOW + timedelta(days=1))
    cut.path.write_bytes(cut.path.read_bytes()[:5000])
    stranger, _ = Journal.create(tmp_path / "other", None, Settings(), NOW)
    foreign = stranger.back_up(NOW + timedelta(days=2))
    stranger.close()
    shutil.copy(foreign.path, folder / files.BACKUPS)
    journal.close()
    unpacked = restoring.unpack_newest(folder, root)
    assert unpacked.made_at == good.made_at
    good.path.unlink()
    with pytest.raises(NoBackup, match="No backup of this journal opens"):
        restoring.unpack_newest(folder, root)


def test_a_damaged_backup_touches_nothing(journal: Journal, folder: Path) -> None:
    journal.keep(NOTE)
    backup = journal.back_up(NOW)
    journal.close()
    backup.path.write_bytes(backup.path.read_bytes()[:-1])
    with pytest.raises(BackupDamaged):
        restoring.unpack_backup(folder, backup.path, by(None))
    assert not (folder / files.RESTORING).exists()
    assert opens(folder) == [NOTE.id]


class PowerCut(BaseException):
    """Nothing after this is done."""


STEPS = [(Path, "rename"), (Path, "replace"), (Path, "unlink"), (Path, "mkdir"), (os, "link"), (shutil, "rmtree")]


def cut_at(monkeypatch: pytest.MonkeyPatch, number: int) -> list[int]:
    """Cut the power at that change of the disk; from then on nothing can be changed."""
    count = [0]

    def wrapped(change: Callable[..., Any]) -> Callable[..., Any]:
        def changed(*arguments: Any, **options: Any) -> Any:
            count[0] += 1
            if count[0] > number:
                raise PowerCut
            return change(*arguments, **options)

        return changed

    for place, name in STEPS:
        monkeypatch.setattr(place, name, wrapped(getattr(place, name)))
    return count


@pytest.mark.parametrize("other_root", [False, True], ids=["the same root", "another root"])
def test_a_power_cut_leaves_one_journal_or_the_other_and_finishing_ends_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other_root: bool
) -> None:
    present, _ = Journal.create(folder, None, Settings(), NOW, records=[LATER])
    source = Journal.create(tmp_path / "other", OLD, Settings(), NOW, records=[NOTE], cost=LITTLE_MEMORY)[0]
    backup = (source if other_root else present).back_up(NOW)
    expected = NOTE.id if other_root else LATER.id
    if not other_root:
        present.keep(NOTE)
    source.close()
    present.close()
    whole = tmp_path / "whole"
    shutil.copytree(folder, whole)
    ended: list[bool] = []
    for number in range(200):
        shutil.rmtree(folder)
        shutil.copytree(whole, folder)
        unpacked = restoring.unpack_backup(folder, backup.path, by(OLD if other_root else None))
        with monkeypatch.context() as patched:
            count = cut_at(patched, number)
            try:
                unpacked.put_in_place(NOW)
                ended.append(True)
            except PowerCut:
                ended.append(False)
        finish_restoring(folder)
        restoring.leave_unpacked(folder)
        found = _found(folder, expected)
        asides = list(folder.glob("set-aside-*"))
        if found == "restored":
            assert [opens(aside) for aside in asides] == [list(_notes(other_root))]
        else:
            assert asides == []
        if ended[-1]:
            assert found == "restored"
            break
    assert count[0] > 10
    assert ended.count(False) > 10


def _notes(other_root: bool) -> tuple[str, ...]:
    return (LATER.id,) if other_root else (LATER.id, NOTE.id)


def _found(folder: Path, expected: str) -> str:
    """Which of the two journals is there; whichever it is, its own passphrase opens it."""
    for passphrase in (None, OLD):
        try:
            notes = opens(folder, passphrase)
        except WrongPassphrase:
            continue
        return "restored" if notes == [expected] and (passphrase == OLD or expected == LATER.id) else "as it was"
    raise NoJournal
