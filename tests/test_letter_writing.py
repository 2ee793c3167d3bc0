"""Letters line by line: what the answers keep is what the screens keep, from the first word to what came of it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import TextArea

from carecompanion import cli, going_through
from carecompanion.domain.records import Letter, LetterStep
from carecompanion.domain.sample import sample_book
from carecompanion.letter_writing import NO_NUMBER, NOT_SENT_YET, WHICH
from carecompanion.tui.parts.line import Line
from tests.test_adding import new_in, type_in
from tests.test_cli import PASSPHRASE, Shell, journal_in, kept, passphrase_in
from tests.test_cli import shell as shell
from tests.test_spoken_commands import AS_OF, run
from tests.tui.care_team import TEAM
from tests.tui.driving import NOW, Session, running
from tests.tui.test_letters import CONCERN, opened

BOOK = TEAM.keeping(CONCERN)


async def put(session: Session, **lines: str) -> None:
    """These words are in the lines of the sheet that is open."""
    for name, text in lines.items():
        control = session.app.screen.query_one(f"#{name}")
        if isinstance(control, TextArea):
            control.load_text(text)
        else:
            assert isinstance(control, Line)
            control.value = text
    await session.settle()


async def test_a_letter_is_begun_sent_answered_and_changed_as_on_the_screens(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path / "screens", TEAM) as session:
        await opened(session, "a", "p", "e")
        await put(session, to="Dana\nElm House", my_name="Sam", wanted="by post\nplease")
        await session.press("ctrl+s")
        begun = new_in(session.book, TEAM)
        await session.press("m", "e", "enter")
        sent = new_in(session.book, TEAM)
        await session.press("a", "a")
        await put(session, note="they rang")
        await session.press("ctrl+s")
        answered = new_in(session.book, TEAM)
    folder = journal_in(tmp_path / "spoken", TEAM)
    opens = ("--journal", folder, *AS_OF)
    type_in(
        monkeypatch, "ask for my", "england", *("Dana", "Elm House", ""), "Sam", "", "", *("by post", "please", ""), ""
    )
    assert shell("letters", "--new", *opens) == cli.DONE, shell.err
    assert "Saved. It is yours until you send it. Nothing is sent from here." in shell.out
    assert new_in(kept(folder), TEAM) == begun
    type_in(monkeypatch, "by email", "")
    assert shell("letters", 1, "--sent", *opens) == cli.DONE, shell.err
    assert new_in(kept(folder), TEAM) == sent
    type_in(monkeypatch, "they answered", "", "they rang", "")
    assert shell("letters", 1, "--step", *opens) == cli.DONE, shell.err
    assert "That ends the wait on Today too." in shell.out
    assert new_in(kept(folder), TEAM) == answered
    type_in(monkeypatch, "2", "they have", "", "-", "")
    assert shell("letters", 1, "--change", *opens) == cli.DONE, shell.err
    (step,) = kept(folder).letter_steps.values()
    assert (step.kind, step.note) == ("acknowledged", None)
    assert shell("undo", *opens) == cli.DONE
    assert new_in(kept(folder), TEAM) == answered


def test_each_part_of_a_concern_is_asked_with_its_hint_through_a_pipe(tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "j", TEAM, PASSPHRASE)
    opens = ("--journal", str(folder), "--passphrase-file", str(passphrase_in(tmp_path)), *AS_OF)
    answers = ("raise", "wales", "PTR team", "", "Sam", "text me", "", "3 march", *("Nobody rang.", ""), *[""] * 3)
    ran = run("letters", "--new", *opens, typed="\n".join((*answers, "A call back.", "", "", "")) + "\n")
    assert (ran.returncode, ran.stderr) == (cli.DONE, "")
    for line in (
        "To: Whom it is to; below that their address, if it goes by post. First help: ",
        "What happened? Plain facts: when and where, in the order they came. ",
        "Who was involved? ",
        "How did it affect you? ",
        "What would you like them to look into? ",
        "What would you like to happen? ",
        "What do you enclose? ",
    ):
        assert any(said.startswith(line) for said in ran.stdout.splitlines()), line
    assert "\x1b" not in ran.stdout
    for way, typed, kept_so in (
        ("--sent", "by post\n\n", "They usually say that they have it by Mon 16 March, 17:00."),
        ("--step", "they have\n\nby telephone\n\n", "That ends the wait on Today too."),
        ("--change", "2\nyou met\n\n\n\n", "It is changed."),
        ("--delete", "2\nyes\n", "Deleted: "),
    ):
        ran = run("letters", "1", way, *opens, typed=typed)
        assert (ran.returncode, ran.stderr) == (cli.DONE, "")
        assert kept_so in ran.stdout, way
    said = run("letters", "1", *opens).stdout
    assert "Nobody rang." in said
    assert "A call back." in said
    assert "You sent it, by post." in said


def test_what_the_kind_does_not_ask_is_not_asked_and_the_last_letter_comes_along(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "j", BOOK)
    type_in(monkeypatch, "say thank", "", "Dana", "", "", "", "", "She rang back.", "", "", "")
    assert shell("letters", "--new", "--journal", folder, *AS_OF) == cli.DONE, shell.err
    assert "On which day did it happen?" not in shell.out
    assert "What would you like to happen?" not in shell.out
    assert "Your name: as you sign. Now: Sam Brook." in shell.out
    thanks = next(each for each in kept(folder).letters.values() if each.kind == "thanks")
    assert (thanks.to, thanks.my_name, thanks.happened) == ("Dana", CONCERN.my_name, "She rang back.")


def test_what_was_half_written_is_there_on_the_next_try(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "j", BOOK)
    opens = ("--journal", folder, *AS_OF)
    type_in(monkeypatch, "", "", "", "", "", "", "", "Nobody rang, twice.", "")
    assert shell("letters", 1, "--change", *opens) == cli.REFUSED
    assert "kept as half-written" in shell.err
    assert kept(folder) == BOOK
    type_in(monkeypatch, *[""] * 16)
    assert shell("letters", 1, "--change", *opens) == cli.DONE, shell.err
    assert "What was half-written before is filled in." in shell.out
    assert kept(folder).letters[CONCERN.id] == replace(CONCERN, happened="Nobody rang, twice.")


def test_the_entries_it_rests_on_are_brought_along_and_taken_out(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sample_book(NOW)
    folder = journal_in(tmp_path / "j", before)
    opens = ("--journal", folder, *AS_OF)
    type_in(monkeypatch, "bring", "walking group", "1", "bring", "", "1", "that is all")
    assert shell("letters", 2, "--bring", *opens) == cli.DONE, shell.err
    assert "Saved. 2 entries are in. carecompanion undo takes it back." in shell.out
    letter = _thanks(kept(folder).letters.values())
    assert len(letter.brought) == 2
    assert all(kept(folder).record(each.entry_id) for each in letter.brought)
    type_in(monkeypatch, "take", "2", "")
    assert shell("letters", 2, "--bring", *opens) == cli.DONE, shell.err
    assert _thanks(kept(folder).letters.values()).brought == letter.brought[:1]
    type_in(monkeypatch, "")
    assert shell("letters", 2, "--bring", *opens) == cli.DONE
    assert shell.out.endswith("Nothing was changed.\n")


def test_answers_that_end_keep_the_entries_that_are_in(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "j", sample_book(NOW))
    type_in(monkeypatch, "bring", "walking group", "1")
    assert shell("letters", 2, "--bring", "--journal", folder, *AS_OF) == cli.DONE, shell.err
    assert f"{going_through.STOPPED} 1 entry is in." in shell.out
    assert len(_thanks(kept(folder).letters.values()).brought) == 1


@pytest.mark.parametrize("whole", [True, False], ids=["itself", "its reply"])
def test_what_is_kept_out_is_not_brought_along(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch, whole: bool
) -> None:
    book = sample_book(NOW)
    reply = max(book.replies.values(), key=lambda each: each.at)
    attempt = replace(book.attempts_of(reply.contact_id)[0], note="quince", keep_out=whole)
    folder = journal_in(tmp_path / "j", book.keeping(attempt, replace(reply, keep_out=not whole)))
    type_in(monkeypatch, "bring", "quince", "1")
    assert shell("letters", 2, "--bring", "--journal", folder, *AS_OF) == cli.REFUSED
    assert "kept out of anything you share" in shell.err
    assert not _thanks(kept(folder).letters.values()).brought


def test_a_letter_or_a_step_of_it_is_deleted_once_its_meaning_is_said(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = replace(CONCERN, sent_at=NOW, route="email")
    step = LetterStep(id="1" * 36, letter_id=CONCERN.id, kind="met", happened_on=NOW.date(), note="in the garden")
    folder = journal_in(tmp_path / "j", TEAM.keeping(sent, step))
    opens = ("--journal", folder, *AS_OF)
    type_in(monkeypatch, "2", "no")
    assert shell("letters", 1, "--delete", *opens) == cli.DONE, shell.err
    assert "2. You met about it (in the garden), Thursday 12 March" in shell.out
    assert shell.out.endswith("Nothing was deleted.\n")
    type_in(monkeypatch, "1", "yes")
    assert shell("letters", 1, "--delete", *opens) == cli.DONE, shell.err
    assert "Its step goes with it." in shell.out
    assert not kept(folder).letters
    assert not kept(folder).letter_steps
    assert shell("undo", *opens) == cli.DONE
    assert kept(folder).letters[CONCERN.id] == sent


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--new", 1), NO_NUMBER),
        (("--sent",), WHICH),
        ((1, "--step"), NOT_SENT_YET),
        ((1, "letter.pdf", "--change"), going_through.NO_FILE),
        ((7, "--change"), "There is no letter of that number."),
    ],
)
def test_what_makes_no_sense_is_refused_and_asks_nothing(
    tmp_path: Path, shell: Shell, arguments: tuple[object, ...], sentence: str
) -> None:
    folder = journal_in(tmp_path / "j", BOOK)
    assert shell.refuses("letters", *arguments, "--journal", folder, *AS_OF).startswith(sentence)
    assert kept(folder) == BOOK


def test_two_things_at_once_are_wrong_usage(tmp_path: Path, shell: Shell) -> None:
    assert shell("letters", 1, "--sent", "--step", "--journal", tmp_path) == cli.MISUSED


def _thanks(letters: Iterable[Letter]) -> Letter:
    return next(each for each in letters if each.kind == "thanks")
