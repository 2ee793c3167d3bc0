"""Adding line by line: what the answers keep is what the sheets of the screens keep, and nothing typed is lost."""

import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from carecompanion import adding, arguments_of_asking, asking, cli
from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.domain.choice_lines import CHOICES
from carecompanion.domain.records import Record
from carecompanion.domain.settings_lines import SETTINGS
from carecompanion.setting import SECOND_PLACE
from carecompanion.store import Journal
from carecompanion.tui.parts.choice import Choice
from carecompanion.tui.parts.line import Line
from tests.test_cli import PASSPHRASE, SECRET, Shell, journal_in, kept, passphrase_in
from tests.test_cli import shell as shell
from tests.test_spoken_commands import AS_OF, run
from tests.tui.care_team import LAST_FRIDAY, TEAM, TOMORROW, YESTERDAY
from tests.tui.driving import Session, running
from tests.tui.sheets import CAT, NEWS, PLAN, RING
from tests.tui.waiting import LETTER, ONE_WAITS

BOOK = ONE_WAITS.keeping(YESTERDAY, TOMORROW, NEWS, RING, PLAN, CAT)
"""Somebody to write about, a text that waits, a visit to tell of and one to come, and things that are open."""


class Case(NamedTuple):
    """One kind of thing: the keys that open its sheet and choose there, the words for its lines, and the answers."""

    kind: str
    keys: tuple[str, ...]
    words: dict[str, str]
    answers: tuple[str, ...]


CASES = (
    Case("contact", ("c",), {"about": "my rent"}, ("", "", "", "", "my rent", "")),
    Case(
        "contact",
        ("c", "c", "s"),
        {"about": "the bus pass", "when": "yesterday 4pm"},
        ("call", "we", "", "yesterday 4pm", "", "the bus pass", "no"),
    ),
    Case(
        "contact",
        ("c", "e"),
        {"about": "still no letter", "chasing": LETTER.id},
        ("4", "da", "", "chasing", "still no letter", ""),
    ),
    Case("reply", ("r", "t"), {"said": "will send it"}, ("1", "", "", "", "", "will send it", "")),
    Case(
        "appointment",
        ("a",),
        {"when": "tomorrow 2pm", "where": "at home"},
        ("", "tomorrow 2pm", "", "at home", "", ""),
    ),
    Case("asked", ("s", "a"), {"text": "a copy of it"}, ("a copy of it", "", "", "")),
    Case(
        "promise",
        ("s", "p"),
        {"text": "will ring", "due_on": "friday"},
        ("will ring", "", "friday", "", ""),
    ),
    Case("change", ("s", "c"), {"text": "another day"}, ("another day", "", "", "", "", "", "")),
    Case("update", ("s", "n"), {"text": "new tablets"}, ("new tablets", "", "", "")),
    Case("absence", ("s", "w"), {"to_on": "20 march"}, ("", "", "20 march", "", "", "")),
    Case("handover", ("s", "h"), {"new_one_else": "Jo Park"}, ("", "Jo Park", "", "", "", "")),
    Case("person", ("4", "a"), {"name": "Jo Park", "role": "nurse"}, ("Jo Park", "nurse", "", "", "", "", "")),
    Case(
        "agreement",
        ("4", "g"),
        {"reply_within": "12", "cover": "the desk"},
        ("", "", "12", "", "", "", "the desk", "", "", ""),
    ),
    Case(
        "trait",
        ("3", "a"),
        {"name": "Explains", "question": "Did they explain it?"},
        ("Explains", "Did they explain it?", ""),
    ),
)


def type_in(monkeypatch: pytest.MonkeyPatch, *answers: str, terminal: bool = False) -> None:
    """These lines are on standard input."""
    stream = io.StringIO("".join(f"{answer}\n" for answer in answers))
    monkeypatch.setattr(stream, "isatty", lambda: terminal)
    monkeypatch.setattr(sys, "stdin", stream)


def new_in(after: Book, before: Book) -> list[dict[str, Any]]:
    """The records that are new or changed, by their lists, the ids of new ones numbered."""
    there = {record.id for record in before.everything()}
    found = [record for record in after.everything() if _in(before, record) != record]
    numbers = {record.id: f"new {number}" for number, record in enumerate(found) if record.id not in there}
    return [{name: numbers.get(value, value) for name, value in _fields(record)} for record in found]


def _in(book: Book, record: Record) -> Record | None:
    return book.list(LIST_NAMES[type(record)]).get(record.id)


def _fields(record: Record) -> Iterator[tuple[str, Any]]:
    yield "kind", type(record).__name__
    yield from ((each.name, getattr(record, each.name)) for each in fields(record))


async def by_screen(session: Session, case: Case) -> list[dict[str, Any]]:
    """What the screens keep, which is taken back."""
    before = session.book
    await session.press("1")
    await session.press(*case.keys)
    for name, text in case.words.items():
        control = session.app.screen.query_one(f"#{name}")
        assert isinstance(control, Line | Choice)
        control.value = text
    await session.settle()
    await session.press("ctrl+s")
    found = new_in(session.book, before)
    assert found, session.text
    session.journal.undo()
    return found


async def test_whatever_is_added_is_what_the_screens_keep(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path / "screens", BOOK) as session:
        expected = [await by_screen(session, case) for case in CASES]
    folder = journal_in(tmp_path / "spoken", BOOK)
    for case, records in zip(CASES, expected, strict=True):
        type_in(monkeypatch, *case.answers)
        assert shell("add", case.kind, "--journal", folder, *AS_OF) == cli.DONE, (case, shell.out, shell.err)
        assert new_in(kept(folder), BOOK) == records, case
        assert "Saved. " in shell.out
        assert shell.out.endswith("carecompanion undo takes it back.\n")
        assert shell("undo", "--journal", folder, *AS_OF) == cli.DONE
        assert kept(folder) == BOOK


async def test_a_note_of_several_lines_is_kept_whole(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path / "screens", BOOK) as session:
        await session.press("n")
        await session.type("first")
        await session.press("enter")
        await session.type("second")
        await session.press("ctrl+s")
        expected = new_in(session.book, BOOK)
    folder = journal_in(tmp_path / "spoken", BOOK)
    type_in(monkeypatch, "", "first", "second", "", "")
    assert shell("add", "note", "--journal", folder, *AS_OF) == cli.DONE
    assert new_in(kept(folder), BOOK) == expected
    assert "Saved. Your note is in the journal." in shell.out


async def test_how_a_visit_went_is_kept_as_the_screens_keep_it(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path / "screens", BOOK) as session:
        await session.press("v", "2", "0", "enter", "y", "p", "n", "s")
        await session.press("y", "n", "s", "s")
        await session.type("glad of it")
        await session.press("enter")
        expected = new_in(session.book, BOOK)
    assert expected
    folder = journal_in(tmp_path / "spoken", BOOK)
    type_in(monkeypatch, "1", "it went", "20 min", "y", "partly", "n", "", "yes", "n", "s", "s", "glad of it", "")
    assert shell("add", "visit", "--journal", folder, *AS_OF) == cli.DONE, shell.err
    assert new_in(kept(folder), BOOK) == expected
    assert "Saved. How the visit with Dana went." in shell.out


def test_a_visit_that_did_not_happen_and_one_that_was_never_planned(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "j", TEAM.keeping(LAST_FRIDAY, TOMORROW))
    type_in(monkeypatch, "3", "they moved", "", "a meeting", "next mon 2pm", "", "")
    assert shell("add", "visit", "--journal", folder, *AS_OF) == cli.DONE, shell.err
    assert "Saved. Dana: the new time is Monday 16 March, 14:00." in shell.out
    assert kept(folder).appointments[TOMORROW.id].status == "moved_by_service"
    type_in(monkeypatch, "another", "", "yesterday 4pm", "", *("y",) * 5, "", "", "", "")
    assert shell("add", "visit", "--journal", folder, *AS_OF) == cli.DONE, (shell.out, shell.err)
    (went,) = (visit for visit in kept(folder).appointments.values() if visit.status == "went_ahead")
    assert (went.on_time, went.knew_latest) == ("yes", "yes")


# what is not kept, and what is kept for later


def test_answers_that_end_early_keep_nothing_but_a_draft_that_the_next_time_begins_with(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "j", BOOK)
    type_in(monkeypatch, "a lift to the clinic", "")
    assert shell("add", "asked", "--journal", folder, *AS_OF) == cli.REFUSED
    assert shell.err.startswith("Nothing was kept: the answers ended too early. What you wrote is kept as half-written")
    assert kept(folder) == BOOK
    journal = Journal.open(folder, None)
    assert (journal.draft("asked") or {})["text"] == "a lift to the clinic"
    journal.close()
    type_in(monkeypatch, "", "", "", "")
    assert shell("add", "asked", "--journal", folder, *AS_OF) == cli.DONE
    assert "What was half-written before is filled in." in shell.out
    assert [each.text for each in kept(folder).points.values() if each.id != PLAN.id] == ["a lift to the clinic"]
    journal = Journal.open(folder, None)
    assert journal.draft("asked") is None
    journal.close()


async def test_what_was_cut_off_is_on_the_sheet_of_the_screens(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "j", BOOK)
    type_in(monkeypatch, "a lift to the clinic")
    assert shell("add", "asked", "--journal", folder, *AS_OF) == cli.REFUSED
    journal = Journal.open(folder, None)
    draft = journal.draft("asked")
    journal.close()
    async with running(tmp_path / "screens", BOOK) as session:
        session.journal.keep_draft("asked", draft or {})
        await session.press("s")
        assert session.says("a lift to the clinic")


@pytest.mark.parametrize(
    ("kind", "answers", "sentence"),
    [
        ("contact", ("pigeon",), "There is no choice like that."),
        ("contact", ("", "d"), "More than one begins like that."),
        ("contact", ("", "", "tomorrow 4pm"), "That is still ahead. carecompanion add appointment"),
        ("contact", ("", "", "the day of the bus"), "I could not read that as a time."),
        ("appointment", ("", "", "", "", "", ""), "I could not read that as a time. Try tomorrow 2pm"),
        ("promise", ("will ring", "", "1 march 2025"), "That is before it was said."),
        ("note", ("", "", ""), "There are no words yet."),
    ],
)
def test_through_a_pipe_an_answer_that_cannot_be_read_keeps_nothing_and_says_why(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch, kind: str, answers: tuple[str, ...], sentence: str
) -> None:
    folder = journal_in(tmp_path / "j", BOOK)
    type_in(monkeypatch, *answers)
    assert shell("add", kind, "--journal", folder, *AS_OF) == cli.REFUSED
    assert sentence in shell.err
    assert shell.err.startswith("Nothing was kept")
    assert kept(folder) == BOOK


def test_at_a_terminal_it_asks_again_until_it_understands(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "j", BOOK)
    answers = ("pigeon", "t", "9", "", "tomorrow 4pm", "9.15", "", "rent", "")
    type_in(monkeypatch, *answers, terminal=True)
    assert shell("add", "contact", "--journal", folder, *AS_OF) == cli.DONE, shell.err
    for sentence in ("There is no choice like that.", "That is still ahead.", "That is Thursday 12 March, 09:15."):
        assert sentence in shell.out


def test_nothing_waits_is_said_and_so_is_an_unknown_kind(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "j", TEAM)
    type_in(monkeypatch)
    said = shell.refuses("add", "reply", "--journal", folder, *AS_OF)
    assert said.startswith("Nothing is waiting for a reply.")
    assert shell("add", "pigeon", "--journal", folder) == cli.MISUSED


def test_every_kind_that_the_command_names_can_be_added_and_every_setting_said() -> None:
    assert sorted(arguments_of_asking.ADDED) == sorted(adding.KINDS)
    assert list(arguments_of_asking.SETTINGS) == [*SETTINGS, *CHOICES, SECOND_PLACE]


def test_words_of_a_person_cannot_steer_the_terminal(
    tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal_in(tmp_path / "j", BOOK)
    type_in(monkeypatch, "wave \x1b[2J", "", "", "")
    assert shell("add", "asked", "--journal", folder, *AS_OF) == cli.DONE
    type_in(monkeypatch, "wave", "1", "", "", "", "", "", "")
    assert shell("change", "--journal", folder, *AS_OF) == cli.DONE, (shell.out, shell.err)
    assert "\x1b" not in shell.out


# as a program of its own


def test_a_note_comes_through_a_pipe_into_a_journal_with_a_passphrase(tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "j", TEAM, PASSPHRASE)
    opens = ("--journal", str(folder), "--passphrase-file", str(passphrase_in(tmp_path)), *AS_OF)
    ran = run("add", "note", *opens, typed=f"good\n{SECRET}\n\n\n")
    assert (ran.returncode, ran.stderr) == (cli.DONE, "")
    assert "Saved. The good thing is in the journal. carecompanion undo takes it back." in ran.stdout
    assert SECRET not in ran.stdout
    ran = run("add", "note", *opens[:2], *AS_OF, typed=f"{PASSPHRASE}\n{SECRET}\n")
    assert (ran.returncode, ran.stdout) == (cli.REFUSED, "")


def test_no_screen_is_imported_to_write_something_down(tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "j", TEAM)
    program = (
        "import sys; from carecompanion.cli import main; main(sys.argv[1:]);"
        "print(sorted({'textual', 'rich'} & set(sys.modules)))"
    )
    arguments = [sys.executable, "-c", program, "add", "note", "--journal", str(folder), *AS_OF]
    ran = subprocess.run(arguments, input="\nwords\n\n\n", capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
    assert len(kept(folder).notes) == 1


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("1", ["No"]),
        ("2", ["Yes"]),
        ("0", []),
        ("3", []),
        ("99999999999", []),
        ("000112", []),
        ("YES", ["Yes"]),
        ("y", ["Yes"]),
        ("n", ["No"]),
        ("not", []),
        ("٢", []),
    ],
)
def test_a_choice_is_known_by_its_number_or_its_beginning(given: str, found: list[str]) -> None:
    assert [option.words for option in asking.named(given, asking.YES_OR_NO)] == found
