"""From every earlier version of the file to today's: a backup first, no row lost, and all of the steps or none."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.sharing.interchange import write_journal
from carecompanion.store import backup_file, backups, cipher, files, keys, restoring, schema, steps
from carecompanion.store.backup_errors import BackupNotMade
from carecompanion.store.errors import JournalDamaged, StoreError
from carecompanion.store.journal import Journal
from tests.store.conftest import NOW
from tests.store.test_golden import GOLDEN, WRITTEN_AT, without_empty_lists

EARLIER = range(1, schema.VERSION)
CHILDREN = ("coordinations", "attempts", "replies", "points", "promises", "absences")
"""Tables whose rows refer to others, which a step that rebuilds a table could take along."""


@pytest.fixture(params=EARLIER)
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, int]:
    """A journal of each earlier version, and which that is."""
    folder = tmp_path / "journal"
    shutil.copytree(GOLDEN / f"version-{request.param}", folder)
    return folder, request.param


def everything(path: Path, folder: Path) -> dict[str, Any]:
    """The version, what every table looks like and every row of it; nothing is changed by looking."""
    connection: sqlcipher.Connection = cipher.connect(path, keys.unlock(folder, None))
    master = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    tables = [name for name, sql in master if sql and sql.lstrip().upper().startswith("CREATE TABLE")]
    found: dict[str, Any] = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}  # noqa: S608
    found |= {"master": master, "version": connection.execute("PRAGMA user_version").fetchone()[0]}
    connection.close()
    return found


def test_every_row_is_there_afterwards_the_ones_that_refer_to_others_too(golden: tuple[Path, int]) -> None:
    folder, _version = golden
    before = everything(folder / files.JOURNAL, folder)
    Journal.open(folder, None).close()
    after = everything(folder / files.JOURNAL, folder)
    assert after["version"] == schema.VERSION
    rows = {name: len(kept) for name, kept in before.items() if name not in ("master", "version")}
    assert all(rows[name] for name in CHILDREN)
    assert {name: len(after[name]) for name in rows} == rows


def test_a_backup_of_the_file_as_it_was_is_made_first(golden: tuple[Path, int], tmp_path: Path) -> None:
    folder, version = golden
    before = everything(folder / files.JOURNAL, folder)
    for _ in range(2):
        Journal.open(folder, None).close()
        (backup,) = backups.backups_in(folder)
    assert backup_file.check_backup(backup.path).schema == version
    backup_file.unpack(backup.path, tmp_path / "unpacked")
    assert everything(tmp_path / "unpacked" / files.JOURNAL, tmp_path / "unpacked") == before


def test_restoring_it_gives_every_record_again(golden: tuple[Path, int]) -> None:
    folder, version = golden
    kept = (GOLDEN / f"version-{version}.json").read_text(encoding="utf-8")
    journal = Journal.open(folder, None)
    journal.keep(without=tuple(journal.book.list("notes").values()))
    journal.close()
    (backup,) = backups.backups_in(folder)
    restoring.unpack_backup(folder, backup.path, lambda work: keys.unlock(work, None)).put_in_place(NOW)
    again = Journal.open(folder, None)
    assert without_empty_lists(write_journal(again.book, WRITTEN_AT)) == without_empty_lists(kept)
    assert again.draft("note") == {"text": "half written"}
    again.close()


def test_a_backup_of_todays_version_gives_every_record_again(golden: tuple[Path, int]) -> None:
    folder, version = golden
    kept = (GOLDEN / f"version-{version}.json").read_text(encoding="utf-8")
    journal = Journal.open(folder, None)
    backup = journal.back_up(datetime.now(UTC))
    journal.close()
    assert backup_file.check_backup(backup.path).schema == schema.VERSION
    restoring.unpack_backup(folder, backup.path, lambda work: keys.unlock(work, None)).put_in_place(NOW)
    again = Journal.open(folder, None)
    assert without_empty_lists(write_journal(again.book, WRITTEN_AT)) == without_empty_lists(kept)
    again.close()


@pytest.mark.parametrize("wrong", ["SELECT nonsense", "DELETE FROM people"], ids=["an error", "a lost reference"])
def test_a_last_step_that_fails_leaves_version_schema_and_every_row_as_before(
    golden: tuple[Path, int], monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    folder, _version = golden
    before = everything(folder / files.JOURNAL, folder)
    with monkeypatch.context() as patched:
        patched.setattr(schema, "STEPS", (*steps.STEPS, ("UPDATE people SET name = 'x'", wrong)))
        patched.setattr(schema, "VERSION", schema.VERSION + 1)
        with pytest.raises(StoreError):
            Journal.open(folder, None)
    assert everything(folder / files.JOURNAL, folder) == before
    Journal.open(folder, None).close()


def test_without_a_backup_no_step_is_taken(golden: tuple[Path, int]) -> None:
    folder, _version = golden
    before = everything(folder / files.JOURNAL, folder)
    (folder / files.BACKUPS).write_text("a file of that name")
    with pytest.raises(BackupNotMade, match="comes from an older version") as refusal:
        Journal.open(folder, None)
    assert "Your journal is safe" in str(refusal.value)
    assert everything(folder / files.JOURNAL, folder) == before
    (folder / files.BACKUPS).unlink()
    Journal.open(folder, None).close()


def test_a_damaged_file_of_an_earlier_version_is_left_alone(golden: tuple[Path, int]) -> None:
    folder, _version = golden
    written = bytearray((folder / files.JOURNAL).read_bytes())
    written[len(written) // 2] ^= 1
    (folder / files.JOURNAL).write_bytes(written)
    with pytest.raises(JournalDamaged):
        Journal.open(folder, None)
    assert (folder / files.JOURNAL).read_bytes() == bytes(written)
    assert backups.backups_in(folder) == ()
