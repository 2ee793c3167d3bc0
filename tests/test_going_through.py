"""The review command as a conversation: each answer kept, and the points said in order."""

import io
import sys
from pathlib import Path

import pytest

from carecompanion import cli, going_through
from carecompanion.domain.book import Book
from carecompanion.domain.sample import sample_book
from carecompanion.domain.walk import QUESTIONS
from carecompanion.sharing.practising import END, NOTHING
from carecompanion.store import DiskFull, Journal
from tests.test_cli import Shell, journal_in, kept
from tests.test_cli import shell as shell  # the fixture
from tests.tui.driving import NOW

AT = ("--as-of", "2026-03-12T14:20:00Z")


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """These lines stand on standard input, and then nothing."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_it_asks_the_same_questions_and_keeps_each_answer(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "journal")
    typed(monkeypatch, "Sam", "To be asked", "Dana rang", "She listened", "", "The hour is short", "", "All of it")
    assert shell("review", "--walk", "--journal", folder, *AT) == cli.DONE
    assert shell.out.splitlines()[-1] == going_through.STOPPED
    typed(monkeypatch, "", "", "", "", "", "Jo", "Thank you")
    assert shell("review", "--walk", "--journal", folder, *AT) == cli.DONE
    lines = shell.out.splitlines()
    asked = [line for line in lines if " of 6. " in line]
    assert asked == [f"{number} of 6. {question.asked}" for number, question in enumerate(QUESTIONS, 1)]
    for words in ("So far: To be asked", "Your own: Dana rang", "About: The hour is short", "So far: All of it"):
        assert words in lines
    assert lines[-2:] == ["", going_through.ALL_ASKED]
    book = kept(folder)
    (review,) = book.reviews.values()
    said = (review.matters_most, review.who_there, review.say_first, review.written_by)
    assert said == ("To be asked", "Jo", "Thank you", "Sam")
    assert [(each.side, each.text, each.wish) for each in book.review_points.values()] == [
        ("well", "Dana rang", None),
        ("well", "She listened", None),
        ("better", "The hour is short", "All of it"),
    ]


def test_empty_lines_skip_everything_and_keep_nothing(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "journal")
    typed(monkeypatch, *[""] * 7)
    assert shell("review", "--walk", "--journal", folder, *AT) == cli.DONE
    assert going_through.NO_POINT in shell.out
    assert shell.out.splitlines()[-1] == going_through.ALL_ASKED
    assert kept(folder) == Book()


def test_what_the_journal_brings_is_said_as_help(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = journal_in(tmp_path / "journal", sample_book(NOW))
    typed(monkeypatch, *[""] * 8)
    assert shell("review", "--walk", "--journal", folder, *AT) == cli.DONE
    lines = shell.out.splitlines()
    assert "From your journal: I got through: recorded 23 of 28 times, and 1 partly." in lines
    assert "So far: That we use the whole hour." in lines
    assert "\x1b" not in shell.out
    assert kept(folder) == sample_book(NOW)


def test_what_cannot_be_kept_is_said_and_what_was_answered_before_is_safe(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "journal")
    typed(monkeypatch, "", "To be asked", "Dana rang")
    keep, answers = Journal.keep, iter([True, False])

    def keep_once(journal: Journal, *records: object, **more: object) -> None:
        if not next(answers):
            raise DiskFull
        keep(journal, *records, **more)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(Journal, "keep", keep_once)
    assert shell("review", "--walk", "--journal", folder, *AT) == cli.REFUSED
    assert "The disk is full" in shell.err
    book = kept(folder)
    assert [review.matters_most for review in book.reviews.values()] == ["To be asked"]
    assert not book.review_points


def test_practising_says_one_thing_after_the_other_with_a_blank_line_between(shell: Shell, tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "journal", sample_book(NOW))
    assert shell("review", "--practise", "--journal", folder, *AT) == cli.DONE
    parts = shell.out.rstrip("\n").split("\n\n")
    assert parts[0] == "What matters most to me: That somebody tells Dana when things change."
    assert parts[1].startswith("What is going well: Dana rang back within the morning.")
    assert parts[-1] == END
    assert shell("review", "--practise", "--journal", journal_in(tmp_path / "other"), *AT) == cli.DONE
    assert shell.out.splitlines()[-1] in (END, NOTHING)


@pytest.mark.parametrize("way", ["--walk", "--practise"])
def test_neither_writes_a_file(shell: Shell, tmp_path: Path, way: str) -> None:
    file = tmp_path / "review.pdf"
    assert shell.refuses("review", file, way, "--journal", journal_in(tmp_path / "j"), *AT) == going_through.NO_FILE
    assert not file.exists()


def test_one_at_a_time(shell: Shell) -> None:
    assert shell("review", "--walk", "--practise") == cli.MISUSED
