"""The entry command: found as the others find, said whole, and as it was before it was changed."""

from dataclasses import replace
from pathlib import Path

import pytest

from carecompanion import cli
from carecompanion.domain.book import Book
from carecompanion.domain.records import Note
from carecompanion.domain.sample import sample_book
from carecompanion.domain.timeline import entries
from carecompanion.sharing.spoken_entry import spoken_entry
from carecompanion.store import Journal
from tests.test_adding import type_in
from tests.test_cli import PASSPHRASE, Shell, journal_in, passphrase_in
from tests.test_cli import shell as shell
from tests.test_spoken_commands import AS_OF, run
from tests.tui.care_team import numbered
from tests.tui.driving import NOW

BOOK = sample_book(NOW)
NOTE = Note(id=numbered(91), at=NOW, text="a first heron\nby the canal", private="for me alone")


def test_an_entry_is_said_whole_through_a_pipe(tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "j", BOOK, PASSPHRASE)
    opens = ("--journal", str(folder), "--passphrase-file", str(passphrase_in(tmp_path)), *AS_OF)
    ran = run("entry", *opens, typed="duty desk friday\n1\n")
    assert (ran.returncode, ran.stderr) == (cli.DONE, "")
    asked, _, said = ran.stdout.partition("\n\n")
    assert asked.splitlines()[:2] == [
        "Which entry? Words that are in it, or an empty line for the latest.",
        "Which one?",
    ]
    assert said.splitlines()[:7] == [
        "Moving Friday's visit.",
        "Voicemail to the duty desk, Thursday 12 March, 08:20.",
        "",
        "No answer after 6 h, agreed 3 h.",
        "",
        "What happened",
        "Voicemail to the duty desk. Today, 08:20.",
    ]
    assert "No reply yet, 3 h late. Accessible." in said


def test_what_it_was_before_follows_the_latest_first(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "j", Book().keeping(NOTE))
    journal = Journal.open(folder, None)
    for text in ("a second heron", "a third heron"):
        journal.keep(replace(NOTE, text=text), at=NOW)
    journal.close()
    type_in(monkeypatch, "", "1")
    assert shell("entry", "--journal", folder, *AS_OF) == cli.DONE
    lines = shell.out.splitlines()
    herons = [line for line in lines if "heron" in line][1:]
    assert herons == ["a third heron.", "a second heron.", "a first heron"]
    assert "by the canal." in lines
    assert lines.count("What it was until Thursday 12 March, 14:20") == 2
    assert lines.count("For you only") == 3


def test_every_entry_of_the_sample_can_be_said() -> None:
    for entry in entries(BOOK, NOW):
        said = spoken_entry(entry.record, BOOK, NOW, lambda _record: ())
        assert said
        assert all(line == line.rstrip() for line in said)


def test_without_an_answer_nothing_is_said(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = journal_in(tmp_path / "j", BOOK)
    type_in(monkeypatch)
    assert shell("entry", "--journal", folder, *AS_OF) == cli.REFUSED
    assert shell.err == "Nothing was said: nothing was chosen.\n"
    type_in(monkeypatch, "no such word anywhere", "x")
    assert shell("entry", "--journal", folder, *AS_OF) == cli.REFUSED
    assert shell.err == "Nothing was said. Nothing has these words.\n"


def test_an_entry_cannot_steer_a_terminal(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = journal_in(tmp_path / "j", Book().keeping(replace(NOTE, text="a\x1b[31m heron", private="\x07")))
    type_in(monkeypatch, "", "1")
    assert shell("entry", "--journal", folder, *AS_OF) == cli.DONE
    assert "\x1b" not in shell.out
    assert "\x07" not in shell.out
