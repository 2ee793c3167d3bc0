"""Opening a journal: four answers told apart, and one window at a time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from carecompanion.domain.settings import Settings
from carecompanion.store import cipher, files, keys
from carecompanion.store.errors import (
    Closed,
    ForeignCode,
    JournalDamaged,
    KeyFileDamaged,
    NoJournal,
    OpenElsewhere,
    WrongCode,
    WrongPassphrase,
)
from carecompanion.store.journal import Journal
from carecompanion.store.keys import LITTLE_MEMORY
from tests.store.conftest import NOTE, NOW


def test_a_passphrase_or_the_recovery_code_opens_it(folder: Path) -> None:
    journal, code = Journal.create(folder, "four plain words here", Settings(), NOW, cost=LITTLE_MEMORY)
    journal.keep(NOTE)
    journal.close()
    with pytest.raises(WrongPassphrase):
        Journal.open(folder, "four plain words")
    for opening, secret in ((Journal.open, "four plain words here"), (Journal.open_with_code, code)):
        again = opening(folder, secret)
        assert list(again.book.everything()) == [NOTE]
        again.close()


def test_what_reading_it_needed_is_given_back(folder: Path) -> None:
    Journal.create(folder, None, Settings(), NOW)[0].close()
    journal = Journal.open(folder, None)

    def held() -> tuple[int]:
        found: tuple[int] = journal._opened.look(lambda at: at.execute("PRAGMA cache_size").fetchone())
        return found

    assert held() == (-32_000,)
    journal.hold_less()
    assert held() == (-4_000,)
    journal.keep(NOTE)
    journal.close()
    with pytest.raises(Closed):
        journal.hold_less()


def test_the_recovery_code_alone_opens_it_without_any_key_file(folder: Path) -> None:
    journal, code = Journal.create(folder, None, Settings(), NOW)
    journal.close()
    for name in files.KEYS:
        (folder / name).unlink()
    with pytest.raises(KeyFileDamaged):
        Journal.open(folder, None)
    Journal.open_with_code(folder, code).close()


@pytest.mark.parametrize("key_files", [True, False], ids=["with the key files", "without them"])
def test_another_journals_code_is_told_from_a_slip(folder: Path, tmp_path: Path, key_files: bool) -> None:
    Journal.create(folder, None, Settings(), NOW)[0].close()
    other, code = Journal.create(tmp_path / "other", None, Settings(), NOW)
    other.close()
    for name in files.KEYS if not key_files else ():
        (folder / name).unlink()
    with pytest.raises(ForeignCode):
        Journal.open_with_code(folder, code)
    with pytest.raises(WrongCode):
        Journal.open_with_code(folder, code[:-1] + ("0" if code[-1] != "0" else "2"))


def test_with_the_right_code_a_damaged_journal_is_damaged_and_not_foreign(folder: Path) -> None:
    journal, code = Journal.create(folder, None, Settings(), NOW)
    journal.close()
    os.truncate(folder / files.JOURNAL, 4096)
    with pytest.raises(JournalDamaged):
        Journal.open_with_code(folder, code)
    with pytest.raises(JournalDamaged):
        Journal.open(folder, None)


def test_after_a_refusal_the_folder_is_free_again(folder: Path) -> None:
    Journal.create(folder, None, Settings(), NOW)[0].close()
    whole = (folder / files.JOURNAL).read_bytes()
    (folder / files.JOURNAL).write_bytes(b"")
    with pytest.raises(JournalDamaged):
        Journal.open(folder, None)
    (folder / files.JOURNAL).write_bytes(whole)
    Journal.open(folder, None).close()


def in_the_file(folder: Path, statement: str) -> None:
    connection = cipher.connect(folder / files.JOURNAL, keys.unlock(folder, None))
    connection.execute(statement)
    connection.close()


WRONG_ROWS = [
    "UPDATE notes SET kind = 'whisper'",
    "UPDATE notes SET at = 'yesterday'",
    "UPDATE settings SET closed_days = '{'",
    "UPDATE settings SET nation = 'elsewhere'",
    "DELETE FROM settings",
]


@pytest.mark.parametrize("statement", WRONG_ROWS)
def test_rows_that_make_no_sense_are_damage(journal: Journal, folder: Path, statement: str) -> None:
    journal.keep(NOTE)
    journal.close()
    in_the_file(folder, statement)
    for _ in range(2):
        with pytest.raises(JournalDamaged):
            Journal.open(folder, None)


def test_where_nothing_is_there_is_no_journal(folder: Path) -> None:
    with pytest.raises(NoJournal):
        Journal.open(folder, None)
    folder.mkdir()
    with pytest.raises(NoJournal):
        Journal.open(folder, None)
    assert list(folder.iterdir()) == []


OPENING = """
import sys
from pathlib import Path
from carecompanion.store import Journal, StoreError
try:
    Journal.open(Path(sys.argv[1]), None)
except StoreError as error:
    print(type(error).__name__)
"""


def test_a_second_window_is_refused_until_the_first_is_closed(journal: Journal, folder: Path) -> None:
    with pytest.raises(OpenElsewhere):
        Journal.open(folder, None)
    command = [sys.executable, "-c", OPENING, str(folder)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "OpenElsewhere\n"
    journal.keep(NOTE)
    journal.close()
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == ""
