"""The views command: names listed, one looked through, one asked for line by line, one forgotten."""

from pathlib import Path

import pytest

from carecompanion import cli
from carecompanion.asking import TOO_EARLY
from carecompanion.domain.sample import sample_book
from carecompanion.store import Journal
from carecompanion.viewing import BOTH, HOW, NO_NAME, NO_SUCH, NONE_YET, NOT_KEPT, WHICH
from tests.test_adding import type_in
from tests.test_cli import PASSPHRASE, Shell, journal_in, passphrase_in
from tests.test_cli import shell as shell
from tests.test_spoken_commands import AS_OF, run
from tests.tui.driving import NOW, running

BOOK = sample_book(NOW)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return journal_in(tmp_path / "j", BOOK)


def views_in(folder: Path, passphrase: str | None = None) -> dict[str, dict[str, str]]:
    """The views of a closed journal."""
    journal = Journal.open(folder, passphrase)
    try:
        return journal.views()
    finally:
        journal.close()


def test_one_is_named_looked_through_and_forgotten_through_pipes(tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "j", BOOK, PASSPHRASE)
    opens = ("--journal", str(folder), "--passphrase-file", str(passphrase_in(tmp_path)), *AS_OF)
    assert run("views", *opens).stdout == f"{NONE_YET}\n"
    ran = run("views", "--new", *opens, typed="2\nDana\n\n3\nwaiting\nWho owes me words\n")
    assert (ran.returncode, ran.stderr) == (cli.DONE, "")
    lines = ran.stdout.splitlines()
    assert lines[:3] == ["Which kind? Now: All.", "1. All", "2. Contact"]
    assert any(line.endswith(". Dana Whitfield") for line in lines)
    assert lines[-3:] == [
        "Shows 1 entry.",
        "Which name is it to have?",
        "Kept by that name. carecompanion views 1 says what it shows.",
    ]
    named = "Who owes me words: Contact, Dana, last 6 months, waiting for a reply."
    assert run("views", *opens).stdout.splitlines() == [f"1. {named}", HOW]
    shown = run("views", "1", *opens).stdout.splitlines()
    assert shown[:2] == [named, "1 entry found, the newest first."]
    assert "Text: Dana – The letter to my GP. 7 h 55 min left, 22:15." in shown
    ran = run("views", "1", "--forget", *opens)
    assert ran.stdout == "“Who owes me words” is forgotten. What it showed stays in the journal.\n"
    assert views_in(folder, PASSPHRASE) == {}


async def test_what_is_named_is_what_the_screens_keep_and_they_have_it(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path / "screens", BOOK) as session:
        await session.press("2", "f", "c")
        while session.app.focused is not None and session.app.focused.id != "name_it":
            await session.press("tab")
        await session.type("talks")
        await session.press("enter")
        expected = session.journal.views()
    folder = journal_in(tmp_path / "spoken", BOOK)
    type_in(monkeypatch, "contact", "", "", "", "", "talks")
    assert shell("views", "--new", "--journal", folder, *AS_OF) == cli.DONE, shell.err
    assert views_in(folder) == expected


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (("2",), NO_SUCH),
        (("0",), NO_SUCH),
        (("--forget",), WHICH),
        (("1", "--new"), BOTH),
        (("--new", "--forget"), BOTH),
    ],
)
def test_what_makes_no_sense_is_refused(shell: Shell, folder: Path, given: tuple[str, ...], why: str) -> None:
    assert shell.refuses("views", *given, "--journal", folder, *AS_OF) == why


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        (("", "", ""), f"{NOT_KEPT}: {TOO_EARLY}"),
        (("", "", "", "", "", ""), NO_NAME),
        (("", "", "", "", "", " "), NO_NAME),
        (("99",), "No name was kept. There is no choice like that."),
    ],
)
def test_without_all_its_answers_no_name_is_kept(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch, answers: tuple[str, ...], why: str
) -> None:
    type_in(monkeypatch, *answers)
    assert shell("views", "--new", "--journal", folder, *AS_OF) == cli.REFUSED
    assert shell.err.startswith(why)
    assert views_in(folder) == {}


def test_a_name_cannot_steer_a_terminal(shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    type_in(monkeypatch, "", "", "", "", "", "a\x1b[31m name")
    assert shell("views", "--new", "--journal", folder, *AS_OF) == cli.DONE
    for given in ((), ("1",), ("1", "--forget")):
        assert shell("views", *given, "--journal", folder, *AS_OF) == cli.DONE
        assert "\x1b" not in shell.out
