"""`backup` and `restore`: what they say before and after, what they refuse, and that nothing is ever written over."""

import io
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from carecompanion import backups, cli
from carecompanion.domain.book import Book
from carecompanion.domain.records import Note
from carecompanion.domain.sample import sample_book
from carecompanion.store import Backup, Journal, backups_in, check_backup
from tests.test_cli import PASSPHRASE, SECRET, Shell, journal_in, kept, passphrase_in, shell
from tests.tui.driving import NOW

__all__ = ["shell"]

AT = ("--as-of", NOW.isoformat())
NOTE = Note(id="00000000-0000-7000-8000-000000000091", at=NOW - timedelta(days=2), text=SECRET)
LATER = replace(NOTE, id="00000000-0000-7000-8000-000000000092", at=NOW - timedelta(days=1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A journal with one note."""
    return journal_in(tmp_path / "journal", Book().keeping(NOTE))


def with_a_later_note(folder: Path) -> None:
    journal = Journal.open(folder, None)
    journal.keep(LATER)
    journal.close()


def asides(folder: Path) -> list[Path]:
    return sorted(folder.glob("set-aside-*"))


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    """Somebody who types an answer."""
    stream = io.StringIO(answer)
    monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", stream)


def test_a_backup_is_made_beside_the_journal_and_says_what_it_holds(shell: Shell, folder: Path) -> None:
    assert shell("backup", "--journal", folder, *AT) == cli.DONE
    (backup,) = backups_in(folder)
    assert shell.out.startswith(f"Backup made: {backup.path}. It holds 1 entry, of Tue 10 March.")
    assert "anyone who has this file can read it" in shell.out
    assert check_backup(backup.path).made_at == NOW.replace(second=0, microsecond=0)


@pytest.mark.parametrize("name", ["copy.ccbackup", ""], ids=["a name", "a folder"])
def test_a_copy_of_it_goes_where_it_is_wanted(shell: Shell, folder: Path, tmp_path: Path, name: str) -> None:
    (place := tmp_path / "stick").mkdir()
    assert shell("backup", place / name, "--journal", folder, *AT) == cli.DONE
    (copy,) = place.iterdir()
    assert copy.name == (name or "2026-03-12T142000Z.ccbackup")
    assert copy.stat().st_mode & 0o777 == 0o600
    (backup,) = backups_in(folder)
    assert copy.read_bytes() == backup.path.read_bytes()


def test_a_copy_is_never_written_over_a_file(shell: Shell, folder: Path, tmp_path: Path) -> None:
    (file := tmp_path / "copy").write_text("theirs")
    assert "There is a file of that name already" in shell.refuses("backup", file, "--journal", folder)
    assert file.read_text() == "theirs"
    assert "No backup was made" not in shell.refuses("backup", tmp_path / "none" / "x", "--journal", folder)


def test_restoring_says_first_what_the_backup_holds_and_lacks(
    shell: Shell, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy"
    shell("backup", copy, "--journal", folder, *AT)
    with_a_later_note(folder)
    at_a_terminal(monkeypatch, "no\n")
    assert shell("restore", copy, "--journal", folder, *AT) == cli.DONE
    assert shell.out.splitlines() == [
        "This backup was made today, 14:20. It holds 1 entry, of Tue 10 March.",
        "Your journal has 1 record that this copy lacks.",
        "Nothing was restored. Your journal is as it was.",
    ]
    assert list(kept(folder).notes) == [NOTE.id, LATER.id]
    assert asides(folder) == []
    assert not (folder / "restoring").exists()


def test_restoring_sets_the_journal_aside_after_a_backup_of_it(
    shell: Shell, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy"
    shell("backup", copy, "--journal", folder, *AT)
    with_a_later_note(folder)
    at_a_terminal(monkeypatch, "yes\n")
    assert shell("restore", copy, "--journal", folder, *AT) == cli.DONE
    (aside,) = asides(folder)
    assert shell.out.splitlines()[-1] == (
        f"Restored: your journal holds 1 entry, of Tue 10 March. What was there before lies in {aside}."
    )
    assert list(kept(folder).notes) == [NOTE.id]
    assert list(kept(aside).notes) == [NOTE.id, LATER.id]
    assert len(backups_in(folder)) == 2
    assert shell("restore", "--yes", "--journal", folder, *AT) == cli.DONE
    assert "This copy has 1 record that your journal lacks." in shell.out
    assert list(kept(folder).notes) == [NOTE.id, LATER.id]


def test_without_a_terminal_and_without_yes_nothing_is_restored(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell("backup", "--journal", folder, *AT)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert shell("restore", "--journal", folder, *AT) == cli.REFUSED
    assert "there is no terminal to ask at" in shell.err
    assert asides(folder) == []


def test_on_another_computer_the_passphrase_of_that_day_or_the_code_opens_it(shell: Shell, tmp_path: Path) -> None:
    secret = passphrase_in(tmp_path)
    folder = journal_in(tmp_path / "journal", Book().keeping(NOTE), PASSPHRASE)
    shell("backup", tmp_path / "copy", "--journal", folder, "--passphrase-file", secret, *AT)
    assert "with the recovery code alone" in shell.out
    code = Journal.open(folder, PASSPHRASE)
    spelt = code._opened.root.recovery_code()
    code.close()
    for number, words in enumerate((PASSPHRASE, spelt)):
        file = passphrase_in(tmp_path, words)
        other = tmp_path / f"other {number}"
        assert shell("restore", tmp_path / "copy", "--yes", "--journal", other, "--passphrase-file", file, *AT) == 0
        assert "What was there before" not in shell.out
        again = Journal.open(other, PASSPHRASE)
        assert list(again.book.notes) == [NOTE.id]
        again.close()
    file = passphrase_in(tmp_path, "something else")
    nowhere = tmp_path / "nowhere"
    refused = shell.refuses("restore", tmp_path / "copy", "--yes", "--journal", nowhere, "--passphrase-file", file, *AT)
    assert refused == "That did not open it. Nothing is lost – try again."
    assert not nowhere.exists() or list(nowhere.iterdir()) == []


def test_another_journal_that_opens_is_compared_backed_up_and_set_aside(
    shell: Shell, folder: Path, tmp_path: Path
) -> None:
    other = journal_in(tmp_path / "other", Book().keeping(LATER))
    shell("backup", tmp_path / "copy", "--journal", other, *AT)
    assert shell("restore", tmp_path / "copy", "--yes", "--journal", folder, *AT) == cli.DONE
    assert "Your journal has 1 record that this copy lacks." in shell.out
    assert "This copy has 1 record that your journal lacks." in shell.out
    assert list(kept(folder).notes) == [LATER.id]
    (aside,) = asides(folder)
    assert list(kept(aside).notes) == [NOTE.id]
    assert len(backups_in(folder)) == 1


def test_another_journal_that_does_not_open_is_set_aside_without_being_compared(
    shell: Shell, folder: Path, tmp_path: Path
) -> None:
    locked = journal_in(tmp_path / "locked", Book().keeping(LATER), PASSPHRASE)
    shell("backup", tmp_path / "copy", "--journal", folder, *AT)
    assert shell("restore", tmp_path / "copy", "--yes", "--journal", locked, *AT) == cli.DONE
    assert "so the two were not compared" in shell.out
    assert list(kept(locked).notes) == [NOTE.id]
    (aside,) = asides(locked)
    journal = Journal.open(aside, PASSPHRASE)
    assert list(journal.book.notes) == [LATER.id]
    journal.close()


@pytest.mark.parametrize("content", [b"", b"text"])
def test_what_is_no_backup_is_refused_before_anything_is_asked(
    shell: Shell, folder: Path, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "file").write_bytes(content)
    assert "is not a backup" in shell.refuses("restore", tmp_path / "file", "--yes", "--journal", folder)
    assert "There is no backup there" in shell.refuses("restore", tmp_path / "none", "--yes", "--journal", folder)
    assert "There is no backup there" in shell.refuses("restore", "--yes", "--journal", folder)
    assert list(kept(folder).notes) == [NOTE.id]


def test_a_journal_that_was_deleted_comes_back_from_the_newest_backup(shell: Shell, folder: Path) -> None:
    shell("backup", "--journal", folder, *AT)
    for path in folder.glob("journal.*"):
        path.unlink()
    for command in ((), ("new",)):
        assert "backups of it are, so no new one was set up" in shell.refuses(*command, "--journal", folder)
    assert shell("restore", "--yes", "--journal", folder, *AT) == cli.DONE
    assert list(kept(folder).notes) == [NOTE.id]


def test_while_the_journal_is_open_in_a_window_nothing_is_restored(shell: Shell, folder: Path) -> None:
    shell("backup", "--journal", folder, *AT)
    journal = Journal.open(folder, None)
    assert "open in another window" in shell.refuses("restore", "--yes", "--journal", folder, *AT)
    journal.close()


@pytest.mark.parametrize("suffix", [".json", ".csv"])
def test_before_an_import_a_backup_of_what_was_there_is_made(
    shell: Shell, folder: Path, tmp_path: Path, suffix: str
) -> None:
    file = tmp_path / f"in{suffix}"
    if suffix == ".json":
        other = journal_in(tmp_path / "other", Book().keeping(LATER))
        shell("export", file, "--journal", other)
    else:
        file.write_text("date,time,place\n20/3/2026,10:00,at home\n", encoding="utf-8")
    assert shell("import", file, "--yes", "--journal", folder, *AT) == cli.DONE, shell.err
    (backup,) = backups_in(folder)
    shell("restore", backup.path, "--yes", "--journal", folder, *AT)
    assert list(kept(folder).everything()) == [NOTE]


def test_without_a_backup_nothing_is_imported(shell: Shell, folder: Path, tmp_path: Path) -> None:
    other = journal_in(tmp_path / "other", Book().keeping(LATER))
    shell("export", tmp_path / "in.json", "--journal", other)
    (folder / "backups").write_text("a file of that name")
    refused = shell.refuses("import", tmp_path / "in.json", "--journal", folder, *AT)
    assert refused.startswith("Nothing of this file was kept. No backup was made")
    assert list(kept(folder).notes) == [NOTE.id]


def test_a_damaged_journal_is_read_round_when_asked(shell: Shell, tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "journal", sample_book(NOW))
    assert shell("restore", "--salvage", "--yes", "--journal", folder, *AT) == cli.DONE
    assert "Your journal is whole" in shell.out
    file = folder / "journal.db"
    damaged = bytearray(file.read_bytes())
    damaged[-3000] ^= 1
    file.write_bytes(damaged)
    assert "is damaged" in shell.refuses("today", "--journal", folder, *AT)
    assert shell("restore", "--salvage", "--yes", "--journal", folder, *AT) == cli.DONE
    assert shell.out.startswith("Of your journal this could be read: ")
    (aside,) = asides(folder)
    assert (aside / "journal.db").read_bytes() == bytes(damaged)
    assert shell("today", "--journal", folder, *AT) == cli.DONE
    assert kept(folder).people


def test_a_damaged_journal_is_set_aside_for_its_newest_backup(shell: Shell, folder: Path) -> None:
    shell("backup", "--journal", folder, *AT)
    (folder / "journal.db").write_bytes(b"spoilt")
    assert shell("restore", "--yes", "--journal", folder, *AT) == cli.DONE
    (aside,) = asides(folder)
    assert (aside / "journal.db").read_bytes() == b"spoilt"
    assert list(kept(folder).notes) == [NOTE.id]


@pytest.mark.parametrize("command", ["backup", "import"])
def test_a_wait_of_more_than_a_moment_is_spoken_of(
    shell: Shell, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    spoken = Event()
    back_up = Journal.back_up

    class Noticing(io.StringIO):
        def write(self, words: str) -> int:
            if "Making a backup" in words:
                spoken.set()
            return super().write(words)

    def waiting(journal: Journal, now: datetime) -> Backup:
        assert spoken.wait(20)
        return back_up(journal, now)

    shell("export", tmp_path / "in.json", "--journal", journal_in(tmp_path / "other", Book().keeping(LATER)))
    monkeypatch.setattr(backups, "PATIENCE", 0.01)
    monkeypatch.setattr(Journal, "back_up", waiting)
    monkeypatch.setattr(sys, "stderr", Noticing())
    file = (tmp_path / "in.json",) if command == "import" else ()
    assert shell(command, *file, "--journal", folder, *AT) == cli.DONE
