"""What is chosen about the program itself, from the command line: read, said, kept as the screens keep it, undone."""

from pathlib import Path

import pytest

from carecompanion import cli
from carecompanion.domain.choice_lines import CHOICES, YES_OR_NO
from carecompanion.domain.hiding import NOT_SO_MANY, HideWhen
from carecompanion.store import Journal
from tests.test_adding import type_in
from tests.test_cli import PASSPHRASE, Shell, journal_in, passphrase_in
from tests.test_cli import shell as shell
from tests.test_spoken_commands import AS_OF, run
from tests.tui.care_team import TEAM
from tests.tui.driving import chosen, running


def chosen_in(folder: Path, passphrase: str | None = None) -> dict[str, str]:
    """What is chosen in a closed journal."""
    journal = Journal.open(folder, passphrase)
    try:
        return chosen(journal)
    finally:
        journal.close()


@pytest.mark.parametrize(
    ("name", "typed", "kept", "words"),
    [
        ("hide-minutes", "1", {"hide_after": "1", "hide_on_leaving": "no"}, "1"),
        ("hide-minutes", " 30 ", {"hide_after": "30", "hide_on_leaving": "no"}, "30"),
        ("hide-elsewhere", "yes", {"hide_after": "5", "hide_on_leaving": "yes"}, "yes"),
        ("hide-elsewhere", "OFF", {"hide_after": "5", "hide_on_leaving": "no"}, "no"),
        ("reading-mode", "on", {"reading_mode": "yes"}, "yes"),
        ("reading-mode", "n", {"reading_mode": ""}, "no"),
        ("hints", "no", {"first_week_hints": "no"}, "no"),
        ("hints", "Y", {"first_week_hints": ""}, "yes"),
    ],
)
def test_a_choice_is_read_as_it_is_typed_and_said_in_words(
    name: str, typed: str, kept: dict[str, str], words: str
) -> None:
    assert CHOICES[name].read(typed, {}) == kept
    assert CHOICES[name].said(kept) == words


@pytest.mark.parametrize(
    ("name", "typed", "why"),
    [
        *(("hide-minutes", typed, NOT_SO_MANY) for typed in ("", "0", "31", "five", "1" * 40, "٣", "-1")),
        *((name, "perhaps", YES_OR_NO) for name in ("hide-elsewhere", "reading-mode", "hints")),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused_and_changes_nothing(
    shell: Shell, tmp_path: Path, name: str, typed: str, why: str
) -> None:
    folder = journal_in(tmp_path / "j")
    assert shell.refuses("settings", "--journal", folder, *AS_OF, name, "--", typed) == f"Nothing was changed. {why}"
    assert chosen_in(folder) == {}


async def test_what_is_chosen_is_what_the_screens_keep(tmp_path: Path, shell: Shell) -> None:
    async with running(tmp_path / "screens", TEAM) as session:
        for words, shown, *keys in (
            ("screen hides", "Elsewhere", "7", "enter"),
            ("reading mode", "n off", "y"),
            ("hints in the first", "y one a day", "n"),
        ):
            await session.press("colon")
            await session.type(words)
            await session.press("enter")
            await session.until(shown)
            await session.press(*keys)
            await session.press("escape")
        expected = chosen(session.journal)
    folder = journal_in(tmp_path / "spoken", TEAM)
    for name, value in (("hide-minutes", "7"), ("reading-mode", "yes"), ("hints", "no")):
        assert shell("settings", name, value, "--journal", folder, *AS_OF) == cli.DONE, shell.err
    assert chosen_in(folder) == expected == {**HideWhen(7).choices(), "reading_mode": "yes", "first_week_hints": "no"}


def test_the_minutes_are_asked_for_through_a_pipe_and_undone(tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "j", None, PASSPHRASE)
    opens = ("--journal", str(folder), "--passphrase-file", str(passphrase_in(tmp_path)), *AS_OF)
    ran = run("settings", "hide-minutes", *opens, typed="12\n")
    assert (ran.returncode, ran.stderr) == (cli.DONE, "")
    assert ran.stdout.splitlines() == [
        "Minutes until the screen hides: After so many minutes without a key the screen hides, and no words are lost.",
        "Now: 5.",
        "Saved. Minutes until the screen hides: 12. carecompanion undo takes it back.",
    ]
    assert chosen_in(folder, PASSPHRASE)["hide_after"] == "12"
    ran = run("undo", *opens)
    assert ran.stdout.startswith("Undone: when the screen hides by itself.")
    assert chosen_in(folder, PASSPHRASE) == {}


def test_yes_or_no_is_asked_by_number_through_a_pipe(tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "j")
    ran = run("settings", "reading-mode", "--journal", str(folder), *AS_OF, typed="2\n")
    assert (ran.returncode, ran.stderr) == (cli.DONE, "")
    assert ran.stdout.splitlines()[1:] == [
        "1. No",
        "2. Yes",
        "Saved. Reading mode: yes. carecompanion undo takes it back.",
    ]
    assert chosen_in(folder) == {"reading_mode": "yes"}
    ran = run("undo", "--journal", str(folder), *AS_OF)
    assert ran.stdout.startswith("Undone: reading mode.")
    assert chosen_in(folder) == {}


def test_a_second_place_is_set_through_a_pipe_used_by_the_next_backup_and_taken_away(tmp_path: Path) -> None:
    folder, stick = journal_in(tmp_path / "j"), tmp_path / "stick"
    stick.mkdir()
    opens = ("--journal", str(folder), *AS_OF)
    ran = run("settings", "second-place", *opens, typed=f"{stick}\n")
    assert (ran.returncode, ran.stderr) == (cli.DONE, "")
    assert ran.stdout.endswith(f"Saved. A second place for backups: {stick}. carecompanion undo takes it back.\n")
    assert run("backup", *opens).returncode == cli.DONE
    assert list(stick.glob("*.ccbackup"))
    ran = run("settings", "second-place", *opens, typed="-\n")
    assert ran.stdout.endswith("Saved. A second place for backups: none. carecompanion undo takes it back.\n")
    assert run("undo", *opens).stdout.startswith("Undone: the second place for backups.")
    assert f"second-place: {stick}." in run("settings", *opens).stdout


def test_a_second_place_that_cannot_be_is_refused_and_the_same_again_changes_nothing(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, stick = journal_in(tmp_path / "j"), tmp_path / "stick"
    asked, opens = ("settings", "second-place"), ("--journal", folder, *AS_OF)
    for wrong in (stick, folder, folder / "backups"):
        shell.refuses(*asked, wrong, *opens)
        assert chosen_in(folder) == {}
    stick.mkdir()
    assert shell(*asked, stick, *opens) == cli.DONE
    assert shell(*asked, stick, *opens) == cli.DONE
    assert shell.out == f"Nothing was changed. A second place for backups: {stick}.\n"
    type_in(monkeypatch)
    assert shell(*asked, *opens) == cli.REFUSED
    assert shell.err == "Nothing was changed: the answers ended too early.\n"


def test_choices_that_end_early_or_are_none_change_nothing(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "j")
    type_in(monkeypatch)
    assert shell("settings", "hints", "--journal", folder, *AS_OF) == cli.REFUSED
    type_in(monkeypatch, "9")
    assert shell("settings", "hints", "--journal", folder, *AS_OF) == cli.REFUSED
    assert shell.err.startswith("Nothing was changed. There is no choice like that.")
    type_in(monkeypatch, "")
    assert shell("settings", "hints", "--journal", folder, *AS_OF) == cli.DONE
    assert shell.out.endswith("Nothing was changed. Hints in the first week: yes.\n")
    assert chosen_in(folder) == {}
