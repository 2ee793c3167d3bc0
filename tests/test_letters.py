"""The letters command: what it says, writes and refuses."""

import errno
import io
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from carecompanion import cli, letters, reviewing
from carecompanion.domain.book import Book
from carecompanion.domain.records import Letter
from carecompanion.domain.sample import sample_book
from carecompanion.sharing.new_file import BECAUSE
from tests.domain.given import day, new
from tests.test_cli import SECRET, Shell, journal_in
from tests.test_cli import shell as shell  # the fixture
from tests.tui.driving import NOW

AT = ("--as-of", "2026-03-12T14:20:00Z")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[object, ...]:
    """The options that open the sample journal."""
    return ("--journal", journal_in(tmp_path_factory.mktemp("sample") / "journal", sample_book(NOW)), *AT)


def test_it_says_which_letters_there_are_and_where_each_stands(shell: Shell, sample: tuple[object, ...]) -> None:
    assert shell("letters", *sample) == cli.DONE
    assert shell.out.splitlines() == [
        "Letters",
        "",
        "1. Raising a concern, to the team manager, Elm House. It was settled, Sat 10 January.",
        "2. Thank you, to Dana. Sent Tue 10 February.",
    ]


def test_a_letter_is_said_whole_with_what_came_of_it_and_the_route(shell: Shell, sample: tuple[object, ...]) -> None:
    assert shell("letters", "1", *sample) == cli.DONE
    lines = shell.out.splitlines()
    assert lines[0] == "Raising a concern"
    assert "You met about it. With the team manager. They listened. Wednesday 31 December 2025." in lines
    assert lines.index("What came of it") < lines.index("The usual way in England")
    assert "Full answer: agreed with you (not checked)." in lines
    assert lines[-1] == "Checked in November 2026. Check with your service."
    assert shell("letters", "2", *sample) == cli.DONE
    assert "The usual way" not in shell.out


def test_without_any_there_is_a_sentence(shell: Shell, tmp_path: Path) -> None:
    assert shell("letters", "--journal", journal_in(tmp_path / "journal"), *AT) == cli.DONE
    assert shell.out == "Letters\n\nThere are no letters yet.\n" or "There are no letters yet." in shell.out


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".md", ".txt"])
def test_each_kind_of_file_is_written_for_this_user_alone(
    shell: Shell, sample: tuple[object, ...], tmp_path: Path, suffix: str
) -> None:
    file = tmp_path / f"letter{suffix}"
    assert shell("letters", "1", file, *sample) == cli.DONE
    assert shell.out == f"{letters.WRITTEN}\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    content = file.read_bytes()
    if suffix == ".pdf":
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    else:
        text = content.decode()
    assert "I am writing to raise a concern." in text


def test_names_and_print_are_as_chosen(shell: Shell, sample: tuple[object, ...], tmp_path: Path) -> None:
    file = tmp_path / "letter.html"
    chosen = ("--names", "initials", "--dates", "rough", "--large-print")
    assert shell("letters", "2", file, *chosen, *sample) == cli.DONE
    text = file.read_text(encoding="utf-8")
    assert "Dana" not in text
    assert 'class="large"' in text


# refused


def test_a_file_that_is_there_already_is_left_as_it_was(
    shell: Shell, sample: tuple[object, ...], tmp_path: Path
) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("mine", encoding="utf-8")
    assert shell.refuses("letters", "1", file, *sample).startswith("There is a file of that name already.")
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_takes_no_file_is_told_of(shell: Shell, sample: tuple[object, ...], tmp_path: Path) -> None:
    assert shell.refuses("letters", "1", tmp_path / "nowhere" / "letter.pdf", *sample) == BECAUSE[errno.ENOENT]


@pytest.mark.parametrize("number", ["0", "3", "x", "1.5", "²", "0000000019"])
def test_a_number_that_no_letter_has_is_told_of(shell: Shell, sample: tuple[object, ...], number: str) -> None:
    assert shell.refuses("letters", number, *sample) == letters.NO_SUCH


def test_a_name_with_another_end_is_refused_before_anything_is_opened(shell: Shell, tmp_path: Path) -> None:
    refused = shell.refuses("letters", "1", tmp_path / f"{SECRET}.docx", "--journal", tmp_path)
    assert refused == reviewing.TO_WRITE


def test_a_letter_that_is_kept_out_is_neither_said_nor_written(shell: Shell, tmp_path: Path) -> None:
    letter = new(Letter, kind="change", begun_on=day("2026-03-10"), happened=SECRET, keep_out=True)
    letter = replace(letter, id="018f0000-0000-7000-8000-000000000001")
    where = ("--journal", journal_in(tmp_path / "journal", Book().keeping(letter)), *AT)
    assert shell("letters", "1", *where) == cli.DONE
    assert SECRET not in shell.out
    assert shell.refuses("letters", "1", tmp_path / "letter.pdf", *where) == letters.KEPT_OUT
    assert not (tmp_path / "letter.pdf").exists()
