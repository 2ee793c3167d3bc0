"""The shared command: the list, one copy said, one written again, and what is refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from carecompanion import cli, reviewing, shared
from carecompanion.domain.book import Book
from carecompanion.domain.records import SharedCopy
from carecompanion.domain.sample import sample_book
from carecompanion.sharing.frozen import frozen
from carecompanion.sharing.shared import FILE_STAYS, NOT_SHOWN, NOTHING, copies
from carecompanion.sharing.text import draw_text
from carecompanion.store import Journal
from tests.sharing.test_drawn import WHOLE
from tests.test_adding import type_in
from tests.test_cli import Shell, journal_in
from tests.test_cli import shell as shell  # the fixture
from tests.test_reviewing import AT, book_in
from tests.tui.driving import NOW

COPY = SharedCopy(
    id="00000000-0000-0000-0000-000000000001",
    at=NOW,
    document=frozen(WHOLE),
    file_format="pdf",
    names="initials",
    dates="rough",
    large_print=True,
    given_to="Dana",
)


@pytest.fixture
def held(tmp_path: Path) -> tuple[object, ...]:
    """The options that open a journal out of which one thing was shared."""
    return ("--journal", journal_in(tmp_path / "journal", Book().keeping(COPY)), *AT)


def test_the_list_has_the_newest_first_and_numbers_that_stay(shell: Shell, tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "journal", sample_book(NOW))
    assert shell("shared", "--journal", folder, *AT) == cli.DONE
    newest, oldest = shell.out.splitlines()
    assert newest.startswith("2: Thank you, for Dana, as web page. ")
    assert oldest.startswith("1: For my care review, for Dana, as PDF. ")
    assert shell("shared", "--journal", journal_in(tmp_path / "empty"), *AT) == cli.DONE
    assert shell.out == f"{NOTHING}\n"


def test_how_it_was_shared_is_said(shell: Shell, held: tuple[object, ...]) -> None:
    assert shell("shared", *held) == cli.DONE
    assert shell.out == (
        "1: For my care review, for Dana, as PDF, large print, names as initials, dates as “early March”. "
        "Thursday 12 March, 14:20.\n"
    )


def test_one_is_said_in_plain_lines(shell: Shell, held: tuple[object, ...]) -> None:
    assert shell("shared", 1, *held) == cli.DONE
    assert "I felt listened to." in shell.out.splitlines()
    assert "3 March 2026 – Visit: Dana." in shell.out


def test_one_is_written_again_unchanged_and_noted_once_more(
    shell: Shell, held: tuple[object, ...], tmp_path: Path
) -> None:
    file = tmp_path / "again.txt"
    assert shell("shared", 1, file, "--for", "Jo", *held) == cli.DONE
    assert shell.out == f"{shared.WRITTEN}\n"
    assert file.read_text(encoding="utf-8") == draw_text(WHOLE)
    assert file.stat().st_mode & 0o777 == 0o600
    once_more, first = copies(book_in(held[1]))
    assert first == COPY
    assert once_more == replace(COPY, id=once_more.id, written_at=NOW, file_format="txt", given_to="Jo")
    assert shell.refuses("shared", 1, file, *held).startswith("There is a file of that name already.")
    assert len(copies(book_in(held[1]))) == 2


def test_what_makes_no_sense_is_refused(shell: Shell, held: tuple[object, ...], tmp_path: Path) -> None:
    file = tmp_path / "again.txt"
    for number in (0, 2, -1):
        assert shell.refuses("shared", *held, "--", number, file) == shared.NO_SUCH
    assert shell.refuses("shared", 1, tmp_path / "again.docx", *held) == reviewing.TO_WRITE
    assert shell.refuses("shared", 1, "--for", "Jo", *held) == reviewing.FOR_NOBODY
    assert shell("shared", "one", *held) == cli.MISUSED
    assert not file.exists()


def test_a_copy_that_is_no_document_is_told_of(shell: Shell, tmp_path: Path) -> None:
    bad = replace(COPY, document="{}")
    held = ("--journal", journal_in(tmp_path / "journal", Book().keeping(bad)), *AT)
    assert shell("shared", *held) == cli.DONE
    assert shell.out.startswith("1: A copy without a title, for Dana, as PDF")
    assert shell.refuses("shared", 1, *held) == NOT_SHOWN
    assert shell.refuses("shared", 1, tmp_path / "again.txt", *held) == NOT_SHOWN
    assert Journal.open(tmp_path / "journal", None).book.shared_copies[bad.id] == bad


def test_a_copy_is_taken_out_of_the_list_once_that_was_said_and_comes_back(
    shell: Shell, held: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "")
    assert shell("shared", 1, "--delete", *held) == cli.DONE
    assert shell.out.startswith(f"For my care review, Thursday 12 March, 14:20.\n{FILE_STAYS}\n")
    assert shell.out.endswith("Nothing was deleted.\n")
    type_in(monkeypatch, "yes")
    assert shell("shared", 1, "--delete", *held) == cli.DONE
    assert not copies(book_in(held[1]))
    assert shell("undo", *held) == cli.DONE
    assert copies(book_in(held[1])) == (COPY,)


def test_deleting_needs_a_number_and_no_file(shell: Shell, held: tuple[object, ...], tmp_path: Path) -> None:
    assert shell.refuses("shared", "--delete", *held) == shared.WHICH
    assert shell.refuses("shared", 1, tmp_path / "a.pdf", "--delete", *held) == shared.WHICH
    assert shell.refuses("shared", 7, "--delete", *held) == shared.NO_SUCH
