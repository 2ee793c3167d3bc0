"""A second place for backups: copied to when it is there, no hindrance when it is not, and never cleared of others'."""

from datetime import timedelta
from pathlib import Path

import pytest

from carecompanion.domain.settings import Settings
from carecompanion.store import files
from carecompanion.store.backup_errors import BackupNotMade, NoPlace
from carecompanion.store.journal import Journal
from tests.store.conftest import NOTE, NOW


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that stands for a memory stick."""
    (place := tmp_path / "stick").mkdir()
    return place


def names(place: Path) -> set[str]:
    return {path.name for path in place.iterdir()}


def test_none_is_set_at_first(journal: Journal) -> None:
    assert journal.second_place() is None
    journal.back_up(NOW)


def test_each_backup_goes_there_too_and_when_it_was_reached_is_kept(
    journal: Journal, folder: Path, stick: Path
) -> None:
    journal.set_second_place(stick)
    assert journal.second_place() is not None
    backup = journal.back_up(NOW)
    assert (stick / backup.path.name).read_bytes() == backup.path.read_bytes()
    assert (stick / backup.path.name).stat().st_mode & 0o777 == 0o600
    journal.close()
    again = Journal.open(folder, None)
    place = again.second_place()
    assert place is not None
    assert (place.folder, place.reached_at) == (stick, NOW)
    again.set_second_place(None)
    assert again.second_place() is None
    again.close()


def test_a_place_that_is_not_there_is_no_hindrance(journal: Journal, stick: Path) -> None:
    journal.set_second_place(stick)
    journal.back_up(NOW)
    stick.rename(away := stick.with_name("away"))
    backup = journal.back_up(NOW + timedelta(days=1))
    assert backup in journal.backups()
    assert not stick.exists()
    place = journal.second_place()
    assert place is not None
    assert place.reached_at == NOW
    away.rename(stick)
    journal.back_up(NOW + timedelta(days=2))
    assert names(stick) == {"2026-03-09T091200Z.ccbackup", "2026-03-11T091200Z.ccbackup"}


def test_older_ones_go_there_as_well_and_what_is_not_ours_stays(journal: Journal, stick: Path, tmp_path: Path) -> None:
    other, _ = Journal.create(tmp_path / "other", None, Settings(), NOW)
    other.set_second_place(stick)
    theirs = {other.back_up(NOW - timedelta(days=day)).path.name for day in range(100, 110)} & names(stick)
    other.close()
    (stick / "2020-01-01T000000Z.ccbackup").write_text("no backup at all")
    journal.set_second_place(stick)
    for day in range(20):
        journal.back_up(NOW + timedelta(days=day))
    ours = names(stick) - theirs - {"2020-01-01T000000Z.ccbackup"}
    assert ours == {backup.path.name for backup in journal.backups()}
    assert theirs <= names(stick)
    assert "2020-01-01T000000Z.ccbackup" in names(stick)


@pytest.mark.parametrize("where", ["none", "file", "journal", "journal/backups"])
def test_what_is_no_other_folder_is_not_set(journal: Journal, tmp_path: Path, where: str) -> None:
    journal.back_up(NOW)
    (tmp_path / "file").write_text("x")
    with pytest.raises(NoPlace):
        journal.set_second_place(tmp_path / where)
    assert journal.second_place() is None


def test_remaking_leaves_one_backup_everywhere(journal: Journal, folder: Path, stick: Path) -> None:
    journal.set_second_place(stick)
    for day in range(3):
        journal.back_up(NOW + timedelta(days=day))
    journal.keep(NOTE)
    made = journal.remake_backups(NOW + timedelta(days=3))
    assert journal.backups() == (made,)
    assert names(stick) == names(folder / files.BACKUPS) == {made.path.name}


def test_when_the_new_one_does_not_come_about_the_older_ones_stay(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = journal.back_up(NOW)
    monkeypatch.setattr("carecompanion.store.backup_file.pack", lambda *_given: (_ for _ in ()).throw(OSError(28, "")))
    with pytest.raises(BackupNotMade, match="disk is full"):
        journal.remake_backups(NOW + timedelta(days=1))
    assert journal.backups() == (kept,)
