"""The review command: what it says, writes and refuses."""

import errno
import io
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from carecompanion import cli, reviewing
from carecompanion.domain.book import Book
from carecompanion.domain.records import Point
from carecompanion.domain.sample import sample_book
from carecompanion.sharing.html import draw_html
from carecompanion.sharing.new_file import BECAUSE
from carecompanion.sharing.shared import UNNOTED, copies, document_of
from carecompanion.sharing.writers import SHORT_OF_LETTERS
from carecompanion.store import DiskFull, Journal
from tests.domain.given import new
from tests.sharing.drawn import Page
from tests.test_cli import SECRET, Shell, journal_in
from tests.test_cli import shell as shell  # the fixture
from tests.tui.driving import NOW

AT = ("--as-of", "2026-03-12T14:20:00Z")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[object, ...]:
    """The options that open the sample journal."""
    return ("--journal", journal_in(tmp_path_factory.mktemp("sample") / "journal", sample_book(NOW)), *AT)


def book_in(folder: object) -> Book:
    """What the journal in a folder holds."""
    journal = Journal.open(Path(str(folder)), None)
    journal.close()
    return journal.book


def test_without_a_file_it_says_the_first_page(shell: Shell, sample: tuple[object, ...]) -> None:
    assert shell("review", *sample) == cli.DONE
    lines = shell.out.splitlines()
    assert lines[0] == "For my care review"
    assert "What is going well" in lines
    assert lines.index("What is going well") < lines.index("What could be better")
    assert "When will my next review be, after this one?" in lines
    assert not [line for line in lines if "___" in line or line == "What we agree to do"]
    assert "Every figure" not in lines


def test_what_was_left_out_is_said_in_no_way(shell: Shell, tmp_path: Path) -> None:
    book, words = sample_book(NOW), "Who tells Dana when my medicine changes?"
    point = next(each for each in book.review_points.values() if each.text == words)
    folder = journal_in(tmp_path / "journal", book.keeping(replace(point, taken=False)))
    assert shell("review", "--journal", folder, *AT) == cli.DONE
    assert "Can we agree what happens when Dana is away?" in shell.out
    assert words not in shell.out


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".md", ".txt"])
def test_each_kind_of_file_is_written_for_this_user_alone(
    shell: Shell, sample: tuple[object, ...], tmp_path: Path, suffix: str
) -> None:
    file = tmp_path / f"review{suffix}"
    assert shell("review", file, *sample) == cli.DONE
    assert shell.out == f"{reviewing.WRITTEN}\n"
    assert shell.out.endswith("This file is not protected: anyone who has it can read it.\n")
    assert shell.err == ""
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    content = file.read_bytes()
    if suffix == ".pdf":
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    else:
        text = content.decode()
    assert "What could be better" in text
    assert "How each figure is worked out" in text
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


def test_the_choices_reach_the_file(shell: Shell, sample: tuple[object, ...], tmp_path: Path) -> None:
    file = tmp_path / "review.HTML"
    days = ("--from", "2025-12-01", "--to", "2026-02-28")
    chosen = ("--names", "initials", "--dates", "rough", "--large-print")
    assert shell("review", file, *days, *chosen, *sample) == cli.DONE
    page = Page(file.read_text(encoding="utf-8"))
    assert "It covers early December 2025 to late February 2026." in page.text
    assert "D.W." in page.text
    assert "Dana" not in page.text
    assert page.elements[0][1]["class"] == "large"


def test_large_print_reaches_a_pdf(shell: Shell, sample: tuple[object, ...], tmp_path: Path) -> None:
    usual, large = tmp_path / "usual.pdf", tmp_path / "large.pdf"
    assert shell("review", usual, *sample) == cli.DONE
    assert shell("review", large, "--large-print", *sample) == cli.DONE
    assert len(PdfReader(large).pages) > len(PdfReader(usual).pages)


def test_letters_that_a_pdf_lacks_are_told_of_without_saying_them(shell: Shell, tmp_path: Path) -> None:
    point = new(Point, text="日本語", raised_at=NOW)
    where = ("--journal", journal_in(tmp_path / "journal", Book().keeping(point)), *AT)
    assert shell("review", tmp_path / "review.pdf", *where) == cli.DONE
    assert shell.out == f"{reviewing.WRITTEN} {SHORT_OF_LETTERS}\n"
    assert shell("review", tmp_path / "review.html", *where) == cli.DONE
    assert shell.out == f"{reviewing.WRITTEN}\n"
    assert "日本語" in (tmp_path / "review.html").read_text(encoding="utf-8")


def test_an_empty_journal_has_a_review_too(shell: Shell, tmp_path: Path) -> None:
    where = ("--journal", journal_in(tmp_path / "journal"), *AT)
    assert shell("review", *where) == cli.DONE
    assert "Nothing stands out in these days. There is room for my own points." in shell.out
    assert shell("review", tmp_path / "review.pdf", *where) == cli.DONE


# what was shared


def test_a_file_is_noted_as_shared_exactly_as_it_is(shell: Shell, tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "journal", sample_book(NOW))
    asked = ("--names", "roles", "--dates", "rough", "--large-print", "--for", " Dana  Whitlock ")
    assert shell("review", tmp_path / "review.html", *asked, "--journal", folder, *AT) == cli.DONE
    book = book_in(folder)
    copy = copies(book)[0]
    assert (copy.names, copy.dates, copy.large_print, copy.file_format) == ("roles", "rough", True, "html")
    assert copy.given_to == "Dana Whitlock"
    assert copy.at == NOW
    assert copy.review_id in book.reviews
    document = document_of(copy)
    assert document is not None
    assert draw_html(document, large_print=True) == (tmp_path / "review.html").read_text(encoding="utf-8")
    assert "Dana" not in copy.document
    shell("review", "--journal", folder, *AT)
    assert shell.refuses("review", tmp_path / "review.html", "--journal", folder, *AT)
    assert len(copies(book_in(folder))) == len(copies(book))


def test_when_it_cannot_be_noted_the_file_stays_and_a_sentence_says_so(
    shell: Shell, sample: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Journal, "keep", full)
    assert shell("review", tmp_path / "review.txt", *sample) == cli.DONE
    assert shell.out == f"{reviewing.WRITTEN} {UNNOTED} {DiskFull.sentence}\n"
    assert "What is going well" in (tmp_path / "review.txt").read_text(encoding="utf-8")


def test_whom_it_is_for_belongs_to_a_file(shell: Shell, sample: tuple[object, ...]) -> None:
    assert shell.refuses("review", "--for", "Dana", *sample) == reviewing.FOR_NOBODY


# refused


def test_a_file_that_is_there_already_is_left_as_it_was(
    shell: Shell, sample: tuple[object, ...], tmp_path: Path
) -> None:
    file = tmp_path / "review.txt"
    file.write_text("mine", encoding="utf-8")
    assert shell.refuses("review", file, *sample).startswith("There is a file of that name already.")
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_takes_no_file_is_told_of(shell: Shell, sample: tuple[object, ...], tmp_path: Path) -> None:
    assert shell.refuses("review", tmp_path / "nowhere" / "review.pdf", *sample) == BECAUSE[errno.ENOENT]
    (tmp_path / "file").touch()
    assert shell.refuses("review", tmp_path / "file" / "review.pdf", *sample) == BECAUSE[errno.ENOENT]


def test_a_name_with_another_end_is_refused_before_anything_is_opened(shell: Shell, tmp_path: Path) -> None:
    assert shell.refuses("review", tmp_path / f"{SECRET}.docx", "--journal", tmp_path) == reviewing.TO_WRITE


def test_days_that_make_no_sense_are_refused(shell: Shell, sample: tuple[object, ...]) -> None:
    assert "--from is after --to" in shell.refuses("review", "--from", "2026-03-01", "--to", "2026-01-01", *sample)
    assert "--to could not be read" in shell.refuses("review", "--to", "soon", *sample)
    assert shell("review", "--names", "nicknames", *sample) == cli.MISUSED
