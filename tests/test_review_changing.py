"""The points of a review line by line: what the answers keep is what the keys of the screens keep."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from carecompanion import cli, going_through
from carecompanion.domain.book import Book
from carecompanion.domain.records import ReviewPoint
from carecompanion.domain.review_in_hand import review_in_hand
from carecompanion.review_changing import BEFORE, DAYS, DONE, NO_FIGURES
from carecompanion.store import Journal
from tests.test_adding import new_in, type_in
from tests.test_cli import PASSPHRASE, Shell, journal_in, kept, passphrase_in
from tests.test_cli import shell as shell
from tests.test_spoken_commands import AS_OF, run
from tests.tui.driving import NOW, running
from tests.tui.test_bring import BOOK, HARD, SECRET
from tests.tui.test_review import SAMPLE
from tests.tui.test_review_points import reword

SECOND_WISH = "More of it"


@pytest.fixture
def opens(tmp_path: Path) -> tuple[object, ...]:
    """The options that open a journal with a review in hand."""
    return ("--journal", journal_in(tmp_path / "spoken", BOOK), *AS_OF)


def folder_of(opens: tuple[object, ...]) -> Path:
    folder = opens[1]
    assert isinstance(folder, Path)
    return folder


def read(folder: Path) -> Book:
    """What a journal with a passphrase holds."""
    journal = Journal.open(folder, PASSPHRASE)
    journal.close()
    return journal.book


def new_points(opens: tuple[object, ...]) -> list[ReviewPoint]:
    """What is decided now and was not before."""
    there = kept(folder_of(opens)).review_points
    return [each for key, each in there.items() if BOOK.review_points.get(key) != each]


async def test_a_point_is_left_out_reworded_and_moved_as_by_keys(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch, opens: tuple[object, ...]
) -> None:
    async with running(tmp_path / "screens", BOOK) as session:
        await session.press("5")
        await session.press("space")
        await session.press("down")
        await reword(session, "She listens", SECOND_WISH)
        await session.press("J")
        expected = new_in(session.book, BOOK)
    type_in(
        monkeypatch, "1", "leave", "yes", "2", "say it", "She listens", SECOND_WISH, "yes", "2", "move it down", "no"
    )
    assert shell("review", "--change", *opens) == cli.DONE, shell.err
    assert new_in(kept(folder_of(opens)), BOOK) == expected
    lines = shell.out.splitlines()
    assert "It is left out. carecompanion undo takes it back." in lines
    assert any(line.startswith("Worked out: You got through ") for line in lines)
    assert lines[-1] == DONE
    assert "\x1b" not in shell.out


def test_what_stands_is_said_with_what_is_left_out_and_an_act_that_does_nothing_is_not_offered(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, opens: tuple[object, ...]
) -> None:
    type_in(monkeypatch, "1", "leave", "yes", "1", "put it in", "no")
    assert shell("review", "--change", *opens) == cli.DONE, shell.err
    lines = shell.out.splitlines()
    first = next(line for line in lines if line.startswith("1. Going well: "))
    assert f"{first} Left out." in lines
    assert not any(" Move it up" in line for line in lines)
    assert "It goes along. carecompanion undo takes it back." in lines


def test_an_own_point_is_added_and_deleted_and_a_decision_taken_back(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, opens: tuple[object, ...]
) -> None:
    type_in(monkeypatch, "add", "could be", "The hour is short", "All of it", "no")
    assert shell("review", "--change", *opens) == cli.DONE, shell.err
    assert "Saved. It stands under “Could be better”." in shell.out
    (point,) = new_points(opens)
    assert (point.side, point.text, point.wish) == ("better", "The hour is short", "All of it")
    number = next(line for line in shell.out.splitlines() if line.endswith("Add a point of your own")).split(".")[0]
    type_in(monkeypatch, number)
    shell("review", "--change", *opens)
    its_own = next(line for line in shell.out.splitlines() if "The hour is short" in line).split(".")[0]
    type_in(monkeypatch, its_own, "delete", "no", "yes", its_own, "delete", "yes", "")
    assert shell("review", "--change", *opens) == cli.DONE, shell.err
    assert "The point is deleted." in shell.out
    assert not new_points(opens)
    type_in(monkeypatch, "2", "say it", "Mine", "", "yes", "2", "take back", "yes", "")
    assert shell("review", "--change", *opens) == cli.DONE, shell.err
    assert "It stands as it was worked out." in shell.out
    assert not new_points(opens)


def test_words_left_as_they_are_keep_nothing(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, opens: tuple[object, ...]
) -> None:
    type_in(monkeypatch, "2", "say it", "", "", "")
    assert shell("review", "--change", *opens) == cli.DONE, shell.err
    assert "Nothing was changed." in shell.out
    assert not new_points(opens)


def test_points_of_ones_own_stand_in_the_order_in_which_they_were_added(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = journal_in(tmp_path / "j", Book())
    names = [f"Point {number}" for number in range(8)]
    answers = [("add", "questions", name, "", "yes") for name in names]
    type_in(monkeypatch, *[each for answer in answers for each in answer][:-1], "no")
    assert shell("review", "--change", "--journal", folder) == cli.DONE, shell.err
    assert [each.text for each in sorted(kept(folder).review_points.values(), key=lambda point: point.id)] == names


def test_a_sheet_left_half_way_says_that_what_came_before_is_kept(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, opens: tuple[object, ...]
) -> None:
    type_in(monkeypatch, "2", "say it", "", "")
    assert shell("review", "--change", *opens) == cli.REFUSED
    assert shell.err == "Nothing was changed: nothing was chosen.\n"
    type_in(monkeypatch, "1", "leave", "yes", "2", "say it", "Half of it")
    assert shell("review", "--change", *opens) == cli.REFUSED
    assert "kept as half-written" in shell.err
    assert shell.err.endswith(f"{BEFORE}\n")
    type_in(monkeypatch, "2", "say it", "", "", "")
    assert shell("review", "--change", *opens) == cli.DONE
    assert "What was half-written before is filled in." in shell.out
    assert any(point.text == "Half of it" for point in new_points(opens))


def test_the_days_that_are_named_are_those_it_is_about(shell: Shell, opens: tuple[object, ...]) -> None:
    assert "could not" in shell.refuses("review", "--change", "--from", "nonsense", *opens)
    assert shell.refuses("review", "--about", "--from", "2026-01-01", *opens) == DAYS


def test_answers_that_end_keep_what_was_changed_before(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, opens: tuple[object, ...]
) -> None:
    type_in(monkeypatch)
    assert shell("review", "--change", *opens) == cli.REFUSED
    assert shell.err == "Nothing was changed: nothing was chosen.\n"
    type_in(monkeypatch, "1", "leave")
    assert shell("review", "--change", *opens) == cli.DONE
    assert shell.out.splitlines()[-1] == going_through.STOPPED
    type_in(monkeypatch, "1", "put", "yes", "nonsense")
    assert shell("review", "--change", *opens) == cli.REFUSED
    assert shell.err.startswith("There is no choice like that.")
    assert shell.err.endswith(f"{BEFORE}\n")
    assert all(point.taken for point in new_points(opens))


def test_who_comes_and_which_days_through_a_pipe(tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "j", SAMPLE, PASSPHRASE)
    opens = ("--journal", str(folder), "--passphrase-file", str(passphrase_in(tmp_path)), *AS_OF)
    ran = run("review", "--about", *opens, typed="Jo and my advocate\n5 january\n\nyesterday\n")
    assert (ran.returncode, ran.stderr) == (cli.DONE, "")
    assert "Who do you want there? Names, or who they are to you." in ran.stdout
    assert "Saved. It looks at 5 January 2026 to 12 March 2026." in ran.stdout
    book = read(folder)
    was, review = review_in_hand(SAMPLE, NOW), review_in_hand(book, NOW)
    assert was is not None
    assert review == replace(
        was,
        who_there="Jo and my advocate",
        first_day=date(2026, 1, 5),
        last_day=date(2026, 3, 12),
        copy_received_on=date(2026, 3, 11),
    )
    ran = run("review", "--about", *opens, typed="\n" * 4)
    assert ran.stdout.endswith("Nothing was changed.\n")
    assert read(folder) == book
    for way, typed, said in (
        ("--change", "1\nleave\nno\n", "It is left out."),
        ("--bring", "figure\naccessible\n4\n\n\n\n", "Brought to your review."),
        ("--bring", "entry\n\n1\n\nMy words\n\n", "Brought to your review."),
    ):
        ran = run("review", way, *opens, typed=typed)
        assert (ran.returncode, ran.stderr) == (cli.DONE, "")
        assert said in ran.stdout, (way, ran.stdout)
    assert "still ahead" in run("review", "--about", *opens, typed="\n\n\ntomorrow\n").stderr


def test_an_entry_is_brought_along_once_and_what_is_kept_out_never(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, opens: tuple[object, ...]
) -> None:
    type_in(monkeypatch, "entry", "line was cut", "1", "", "It hurt", "A call back")
    assert shell("review", "--bring", *opens) == cli.DONE, shell.err
    (point,) = new_points(opens)
    assert (point.side, point.text, point.wish) == ("better", "It hurt", "A call back")
    assert [each.entry_id for each in point.brought] == [HARD.id]
    type_in(monkeypatch, "entry", "line was cut", "1")
    assert shell("review", "--bring", *opens) == cli.DONE
    assert shell.out.splitlines()[-1] == "This is in your review already, under “Could be better”."
    journal = Journal.open(folder_of(opens), None)
    journal.keep(SECRET)
    journal.close()
    type_in(monkeypatch, "entry", "For me", "1")
    assert shell("review", "--bring", *opens) == cli.REFUSED
    assert "kept out of anything you share" in shell.err


def test_a_figure_that_was_left_out_is_taken_in_again(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch, opens: tuple[object, ...]
) -> None:
    type_in(monkeypatch, "1", "leave", "")
    assert shell("review", "--change", *opens) == cli.DONE
    type_in(monkeypatch, "figure", "approachable", "you felt comfortable")
    assert shell("review", "--bring", *opens) == cli.DONE, shell.err
    assert "Brought to your review." in shell.out
    assert all(point.taken for point in new_points(opens))
    empty = journal_in(tmp_path / "empty", Book())
    type_in(monkeypatch, "figure")
    assert shell("review", "--bring", "--journal", empty, *AS_OF) == cli.REFUSED
    assert shell.err == f"{NO_FIGURES}\n"


@pytest.mark.parametrize("way", ["--change", "--bring", "--about"])
def test_a_conversation_writes_no_file(shell: Shell, opens: tuple[object, ...], way: str) -> None:
    assert shell.refuses("review", "page.pdf", way, *opens) == going_through.NO_FILE
    assert shell.refuses("review", way, "--names", "roles", *opens) == going_through.NO_FILE
