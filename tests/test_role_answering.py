"""The role command: what the role promises asked about thing by thing, through standard input."""

from pathlib import Path

import pytest

from carecompanion import cli
from carecompanion.domain.role_promises import promised
from carecompanion.role_answering import NO_SUCH, STOPPED, TO_ASK
from carecompanion.tui.parts.line import Line
from tests.test_adding import new_in, type_in
from tests.test_cli import PASSPHRASE, Shell, journal_in, kept, passphrase_in
from tests.test_cli import shell as shell
from tests.test_spoken_commands import AS_OF, run
from tests.tui.care_team import TEAM
from tests.tui.driving import NOW, running

MANY = len(promised(TEAM, NOW))


def test_each_thing_is_asked_about_through_a_pipe_and_all_is_one_act(tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "j", TEAM, PASSPHRASE)
    opens = ("--journal", str(folder), "--passphrase-file", str(passphrase_in(tmp_path)), *AS_OF)
    ran = run("role", "--answer", *opens, typed="yes\n2\nnot sure\n" + "\n" * (MANY - 3))
    assert (ran.returncode, ran.stderr) == (cli.DONE, "")
    lines = ran.stdout.splitlines()
    assert lines[0].startswith(f"1 of {MANY}. ")
    assert lines[1:5] == ["1. Yes", "2. No", "3. Not sure", "4. Nothing said"]
    assert lines[-1].startswith("Saved. ")
    assert lines[-1].endswith("carecompanion undo takes it back.")
    assert sum(line.startswith("It becomes a question: ") for line in lines) == 1
    asked = "What is the best way to get in touch?"
    assert f"It becomes a question: {asked}" in lines
    assert asked in run("role", *opens).stdout
    assert run("undo", *opens).returncode == cli.DONE
    assert asked not in run("role", *opens).stdout


async def test_what_is_answered_is_what_the_screens_keep(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path / "screens", TEAM) as session:
        await session.press("5", "o", "y", "n")
        expected = [(each.item, each.answer) for each in session.book.role_answers.values()]
    folder = journal_in(tmp_path / "spoken", TEAM)
    type_in(monkeypatch, "yes", "no", *[""] * (MANY - 2))
    assert shell("role", "--answer", "--journal", folder, *AS_OF) == cli.DONE, shell.err
    assert [(each.item, each.answer) for each in kept(folder).role_answers.values()] == expected


def test_what_is_answered_before_the_end_is_kept_and_what_is_no_answer_refuses_the_whole(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "j", TEAM)
    opens = ("role", "--answer", "--journal", folder, *AS_OF)
    type_in(monkeypatch, "yes", "perhaps")
    assert shell(*opens) == cli.REFUSED
    assert shell.err.startswith("Nothing was kept. There is no choice like that.")
    assert not kept(folder).role_answers
    type_in(monkeypatch, "yes", "no")
    assert shell(*opens) == cli.DONE
    assert STOPPED in shell.out
    assert [each.answer for each in kept(folder).role_answers.values()] == ["yes", "no"]
    type_in(monkeypatch, *[""] * MANY)
    assert shell(*opens) == cli.DONE
    assert shell.out.endswith("Nothing was changed.\n")


async def test_one_thing_is_answered_with_the_day_it_was_asked_about_as_on_its_sheet(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path / "screens", TEAM) as session:
        await session.press("5", "o", "down", "e", "n")
        session.app.screen.query_one("#asked_on", Line).value = "8 march"
        await session.press("ctrl+s")
        expected = new_in(session.book, TEAM)
    folder = journal_in(tmp_path / "spoken", TEAM)
    opens = ("--journal", folder, *AS_OF)
    type_in(monkeypatch, "no", "8 march", "")
    assert shell("role", 2, "--answer", *opens) == cli.DONE, shell.err
    assert "When did you ask about it? The day, if you asked." in shell.out
    assert new_in(kept(folder), TEAM) == expected
    assert shell("role", *opens) == cli.DONE
    assert "2. You know how to reach them. No, asked Sun 8 March." in shell.out
    type_in(monkeypatch, "yes", "tomorrow")
    assert shell("role", 2, "--answer", *opens) == cli.REFUSED
    assert "still ahead" in shell.err


@pytest.mark.parametrize(
    ("arguments", "sentence"), [((2,), TO_ASK), ((0, "--answer"), NO_SUCH), ((99, "--answer"), NO_SUCH)]
)
def test_a_number_goes_with_a_question_about_something_that_is_there(
    tmp_path: Path, shell: Shell, arguments: tuple[object, ...], sentence: str
) -> None:
    assert shell.refuses("role", *arguments, "--journal", journal_in(tmp_path / "j", TEAM), *AS_OF) == sentence
