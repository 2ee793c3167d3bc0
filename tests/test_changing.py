"""Changing, deleting, undoing and the settings, line by line: found, heard first, kept as the screens keep it."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from carecompanion import arguments_of_asking, cli
from carecompanion.domain.choice_lines import CHOICES
from carecompanion.domain.records import Note
from carecompanion.domain.settings import Settings
from carecompanion.domain.settings_lines import SETTINGS, changed, said
from carecompanion.domain.trash import LEAD, NOTHING
from carecompanion.setting import SECOND_PLACE
from carecompanion.store import Journal
from tests.domain.given import day
from tests.test_adding import BOOK, new_in, type_in
from tests.test_cli import PASSPHRASE, SECRET, Shell, journal_in, kept, passphrase_in
from tests.test_cli import shell as shell
from tests.test_spoken_commands import AS_OF, run
from tests.tui.care_team import AGREED, DANA, TEAM, TOMORROW, YESTERDAY, numbered
from tests.tui.driving import NOW, running
from tests.tui.sheets import PLAN, RING, WENT
from tests.tui.waiting import LETTER, LETTER_TEXT

NEW_YEARS = "Thursday 1 January 2026, Friday 1 January 2027"
NOTE = Note(id=numbered(91), at=NOW, text="first\nsecond", private="for me")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return journal_in(tmp_path / "j", BOOK.keeping(NOTE))


# changing


async def test_what_is_changed_is_what_the_screens_keep(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = TEAM.keeping(RING)
    async with running(tmp_path / "screens", before) as session:
        await session.press("2", "e")
        assert session.says("What was promised")
        await session.press("k")
        await session.press("enter")
        expected = new_in(session.book, before)
    assert expected
    spoken = journal_in(tmp_path / "spoken", before)
    type_in(monkeypatch, "gp", "1", "", "", "", "", "kept", "", "")
    assert shell("change", "--journal", spoken, *AS_OF) == cli.DONE, (shell.out, shell.err)
    assert new_in(kept(spoken), before) == expected
    assert "By when: Friday, 5 March. Now: 6 March 2026." in shell.out
    assert "Saved. The promise is in the journal. This counts towards Keeps time. carecompanion undo" in shell.out


def test_an_empty_line_keeps_what_a_line_holds_and_a_dash_empties_it(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "second", "1", "good", "", "yes", "-", "", "", "", "")
    assert shell("change", "--journal", folder, *AS_OF) == cli.DONE, (shell.out, shell.err)
    assert "Now: first second." in shell.out
    assert kept(folder).notes[NOTE.id] == replace(NOTE, kind="good", private=None)


def test_with_nothing_changed_nothing_is_kept(shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    type_in(monkeypatch, "second", "1", "", "", "no")
    assert shell("change", "--journal", folder, *AS_OF) == cli.DONE
    assert shell.out.endswith("Nothing was changed.\n")
    type_in(monkeypatch)
    assert shell.refuses("undo", "--journal", folder, *AS_OF) == "There is nothing to undo."


@pytest.mark.parametrize(
    ("kind", "answers", "record"),
    [
        ("entry", ("letter", "1", "", "", "10:00", "my GP", "", ""), replace(LETTER, about="my GP")),
        (
            "entry",
            ("tomorrow", "", "1", "", "", "", "30", "", "", ""),
            replace(TOMORROW, planned_minutes=30),
        ),
        ("person", ("1", "", "nurse", "", "", "", "", "", "no"), replace(DANA, role="nurse")),
        (
            "agreement",
            ("1", "", "", "48", "", "", "", "-", "", "", "no"),
            replace(AGREED, reply_within=48, cover=None),
        ),
    ],
)
def test_every_kind_of_thing_can_be_changed(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, answers: tuple[str, ...], record: object
) -> None:
    folder = journal_in(tmp_path / "j", TEAM.keeping(LETTER, LETTER_TEXT, TOMORROW))
    if answers[0] == "tomorrow":
        answers = ("", *answers[2:3], *answers[3:])
    type_in(monkeypatch, *answers)
    assert shell("change", kind, "--journal", folder, *AS_OF) == cli.DONE, (shell.out, shell.err)
    found = [replace(each, due_at=None) if each.id == LETTER.id else each for each in kept(folder).everything()]  # type: ignore[call-arg]  # a contact
    assert record in found


def test_how_a_visit_went_is_changed_question_by_question(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "j", TEAM.keeping(replace(WENT, on_time="yes", listened="no")))
    type_in(monkeypatch, "home", "1", "", "", "", "yes", "", "", "", "")
    assert shell("change", "--journal", folder, *AS_OF) == cli.DONE, (shell.out, shell.err)
    assert kept(folder).appointments[YESTERDAY.id] == replace(WENT, on_time="yes", listened="yes")
    assert "Did you feel listened to? Now: No." in shell.out


def test_what_is_not_found_is_said(shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in ("change", "delete"):
        type_in(monkeypatch, "dragons")
        assert shell(command, "--journal", folder, *AS_OF) == cli.REFUSED
        assert "Nothing has these words." in shell.err
        type_in(monkeypatch)
        assert shell(command, "--journal", folder, *AS_OF) == cli.REFUSED
        assert "nothing was chosen" in shell.err
    assert kept(folder) == BOOK.keeping(NOTE)


# deleting, undoing, the trash


def test_deleting_says_first_what_it_changes_and_asks(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "second", "1", "")
    assert shell("delete", "--journal", folder, *AS_OF) == cli.DONE
    assert shell.out.endswith("Nothing was deleted.\n")
    type_in(monkeypatch, "second", "1", "yes")
    assert shell("delete", "--journal", folder, *AS_OF) == cli.DONE
    assert "Deleted: the note, first. carecompanion undo takes it back." in shell.out
    assert kept(folder) == BOOK


def test_somebody_who_is_named_is_not_deleted_and_why_is_said(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "dana")
    assert shell("delete", "person", "--journal", folder, *AS_OF) == cli.REFUSED
    assert shell.err.startswith("Nothing was deleted. Dana Whitfield is named in ")


def test_undo_and_redo_name_the_act(shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opens = ("--journal", folder, *AS_OF)
    type_in(monkeypatch, "a lift", "", "", "")
    assert shell("add", "asked", *opens) == cli.DONE
    assert shell("undo", *opens) == cli.DONE
    assert shell.out == "Undone: what was asked for, A lift. carecompanion redo does it again.\n".replace(
        "A lift", "a lift"
    )
    assert kept(folder) == BOOK.keeping(NOTE)
    assert shell("redo", *opens) == cli.DONE
    assert shell.out == "Done again: what was asked for, a lift.\n"
    assert shell.refuses("redo", *opens) == "There is nothing that was undone just now."


def test_the_trash_is_listed_put_back_from_and_emptied_for_good(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opens = ("--journal", folder, *AS_OF)
    assert shell("trash", *opens) == cli.DONE
    assert shell.out == f"{NOTHING}\n"
    type_in(monkeypatch, "second", "1", "yes")
    assert shell("delete", *opens) == cli.DONE
    type_in(monkeypatch)
    assert shell("trash", *opens) == cli.DONE
    assert shell.out.startswith(f"{LEAD}\nWhich one?")
    assert shell.out.endswith("Everything was left as it is.\n")
    type_in(monkeypatch, "1", "put")
    assert shell("trash", *opens) == cli.DONE
    assert "Put back: the note, first. carecompanion undo takes it back." in shell.out
    assert kept(folder) == BOOK.keeping(NOTE)
    type_in(monkeypatch, "second", "1", "yes")
    assert shell("delete", *opens) == cli.DONE
    type_in(monkeypatch, "1", "delete", "no")
    assert shell("trash", *opens) == cli.DONE
    type_in(monkeypatch, "1", "delete", "yes", "yes")
    assert shell("trash", *opens) == cli.DONE
    assert shell.out.endswith("Deleted for good. One backup was made anew, and the older ones are gone.\n")
    assert shell("trash", *opens) == cli.DONE
    assert shell.out == f"{NOTHING}\n"


# leaving out


async def test_leaving_out_is_what_the_screens_keep_and_is_put_back(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = TEAM.keeping(replace(WENT, listened="no"))
    async with running(tmp_path / "screens", before) as session:
        await session.press("3", "down", "down", "enter", "enter", "o")
        await session.type("my mistake")
        await session.press("enter")
        expected = new_in(session.book, before)
    assert [each["kind"] for each in expected] == ["LeftOut"]
    folder = journal_in(tmp_path / "spoken", before)
    opens = ("--journal", folder, *AS_OF)
    type_in(monkeypatch, "listens", "home", "1", "my mistake")
    assert shell("leave-out", *opens) == cli.DONE, (shell.out, shell.err)
    assert new_in(kept(folder), before) == expected
    assert "Saved. It no longer counts towards Listens. carecompanion undo takes it back." in shell.out
    type_in(monkeypatch, "listens", "", "1", "put")
    assert shell("leave-out", *opens) == cli.DONE, (shell.out, shell.err)
    assert "Saved. It counts towards Listens again." in shell.out
    assert not any(each.holds_at(NOW) for each in kept(folder).left_out.values())
    type_in(monkeypatch, "listens")
    assert shell("leave-out", *opens) == cli.REFUSED
    assert shell.err == "Nothing was left out: nothing was chosen.\n"


# the settings


def test_the_settings_are_said_each_with_what_it_is_for(shell: Shell, folder: Path) -> None:
    assert shell("settings", "--journal", folder, *AS_OF) == cli.DONE
    lines = shell.out.splitlines()
    assert lines[0].startswith("nation: England and Wales. Its bank holidays count as days off")
    assert [line.partition(":")[0] for line in lines[:-1]] == list(arguments_of_asking.SETTINGS)
    assert set(arguments_of_asking.SETTINGS) == {*SETTINGS, *CHOICES, SECOND_PLACE}


@pytest.mark.parametrize(
    ("name", "value", "settings", "words"),
    [
        ("nation", "scot", Settings(nation="scotland"), "Scotland"),
        ("nation", "Wales", Settings(), "England and Wales"),
        ("role-word", "key  worker", Settings(role_word="key worker"), "key worker"),
        ("closed-days", "", Settings(), "none"),
        ("closed-days", "1 May 2026", Settings(closed_days=(day("2026-05-01"),)), "Friday 1 May 2026"),
        ("closed-days", "1 Jan, 1/1/26", Settings(closed_days=(day("2026-01-01"), day("2027-01-01"))), NEW_YEARS),
        ("late-grace", "0", Settings(late_grace_minutes=0), "0 min"),
        ("gap-grace", "1", Settings(gap_grace_days=1), "1 day"),
        ("time-zone", "Europe/Dublin", Settings(time_zone="Europe/Dublin"), "Europe/Dublin"),
    ],
)
def test_a_setting_is_read_as_it_is_typed_and_said_in_words(
    name: str, value: str, settings: Settings, words: str
) -> None:
    read = changed(Settings(), name, value, NOW.date())
    assert read == settings
    assert said(read, name) == words


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("nation", value) for value in ("", "mars", "n o")),
        *(("late-grace", value) for value in ("", "-1", "121", "ten", "1" * 50, "٣", "0000009999")),
        *(("gap-grace", value) for value in ("61", "x")),
        *(("closed-days", value) for value in ("someday", "1 May, never")),
        *(("time-zone", value) for value in ("", "Mars/Olympus", "../etc")),
        ("role-word", " "),
        ("role-word", "w" * 41),
        ("closed-days", ",".join(str(date(2027, 1, 1) + timedelta(days=n)) for n in range(101))),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=r"\."):
        changed(Settings(), name, value, NOW.date())


def test_a_setting_is_changed_by_the_command_or_asked_for(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opens = ("--journal", folder, *AS_OF)
    assert shell("settings", "late-grace", "5", *opens) == cli.DONE
    assert shell.out == "Saved. Late grace: 5 min. carecompanion undo takes it back.\n"
    type_in(monkeypatch, "key worker")
    assert shell("settings", "role-word", *opens) == cli.DONE
    assert shell.out.endswith("Saved. Role word: key worker. carecompanion undo takes it back.\n")
    assert kept(folder).settings == Settings(late_grace_minutes=5, role_word="key worker")
    assert "Nothing was changed. The nation is" in shell.refuses("settings", "nation", "mars", *opens)
    type_in(monkeypatch)
    assert shell("settings", "nation", *opens) == cli.REFUSED
    assert shell.err == "Nothing was changed: the answers ended too early.\n"
    assert shell("undo", *opens) == cli.DONE
    assert shell.out == "Undone: what you call your co-ordinator. carecompanion redo does it again.\n"
    assert kept(folder).settings == Settings(late_grace_minutes=5)


# as programs of their own


def test_change_and_undo_come_through_a_pipe_into_a_journal_with_a_passphrase(tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "j", TEAM.keeping(PLAN), PASSPHRASE)
    opens = ("--journal", str(folder), "--passphrase-file", str(passphrase_in(tmp_path)), *AS_OF)
    ran = run("change", *opens, typed=f"plan\n1\n{SECRET}\n\n\n\n\n\n")
    assert (ran.returncode, ran.stderr) == (cli.DONE, "")
    assert "Now: A copy of my plan." in ran.stdout
    ran = run("undo", *opens)
    assert (ran.returncode, ran.stderr) == (cli.DONE, "")
    assert ran.stdout.startswith("Undone: a change to what was asked for, ")
    journal = Journal.open(folder, PASSPHRASE)
    journal.close()
    assert journal.book.points == {PLAN.id: PLAN}


def test_words_for_a_change_are_in_no_argument() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "carecompanion", "change", "--help"], capture_output=True, text=True, check=True
    )
    assert "{entry,person,agreement,trait}" in shown.stdout
