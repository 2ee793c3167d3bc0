"""A note: a page to write on, kept exactly."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import TextArea

from carecompanion.domain.records import Note
from carecompanion.domain.vocabulary import NoteKind
from tests.tui.care_team import TEAM, numbered
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, running
from tests.tui.waiting import TYPED, fail_once, put, retype


async def test_words_and_one_key_make_a_note(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("n", "h", "i", "enter", "0", "ctrl+s")
        [note] = session.book.notes.values()
        assert (note.text, note.kind, note.at, note.private, note.keep_out) == ("hi\n0", "note", NOW, None, False)
        assert session.says("Saved. Your note is in the journal.")


@pytest.mark.parametrize(("letter", "kind"), [("g", "good"), ("h", "hard")])
async def test_good_things_are_as_quick_as_hard_ones(tmp_path: Path, letter: str, kind: NoteKind) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("n", "shift+tab", letter, "x", "ctrl+s")
        [note] = session.book.notes.values()
        assert (note.text, note.kind) == ("x", kind)


@pytest.mark.parametrize("words", [TYPED, f"  {TYPED}\n\n\tsecond\n", "long " * 20_000], ids=["odd", "lines", "long"])
async def test_words_are_kept_exactly(tmp_path: Path, words: str) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("n")
        await put(session, words)
        await session.press("ctrl+s")
        assert [note.text for note in session.book.notes.values()] == [words]


async def test_what_is_for_me_only_has_its_own_box(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("n")
        await put(session, "fact")
        await session.press("ctrl+n")
        assert session.says("For me only, never in anything you share")
        await put(session, "one\ntwo")
        await session.press("tab", "y")
        await retype(session, "when", "yesterday 2:20pm")
        assert session.says("= Wednesday 11 March, 14:20")
        await session.press("enter")
        [note] = session.book.notes.values()
        assert (note.text, note.private, note.keep_out) == ("fact", "one\ntwo", True)
        assert note.at == NOW - timedelta(days=1)


async def test_an_empty_page_and_a_time_ahead_are_asked_about(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("n", "ctrl+s")
        assert session.says("There are no words yet.")
        await session.press("x", "ctrl+n")
        await retype(session, "when", "tomorrow 9am")
        await session.press("ctrl+s")
        assert session.says("That is still ahead.")
        assert not session.book.notes


async def test_esc_keeps_the_words_and_brings_them_back(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("n")
        await put(session, TYPED)
        await session.press("escape")
        assert session.says("What you wrote is kept, and will be there when you come back to it.")
        assert not session.book.notes
        await session.press("n")
        assert session.app.screen.query_one("#text", TextArea).text == TYPED
        await session.press("ctrl+s")
        assert [note.text for note in session.book.notes.values()] == [TYPED]
        assert session.journal.draft("note") is None


async def test_a_save_that_fails_keeps_the_words_and_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        fail_once(monkeypatch)
        await session.press("n")
        await put(session, TYPED)
        await session.press("ctrl+s")
        assert session.says("The disk is full, so this was not saved.")
        await session.press("ctrl+s")
        assert [note.text for note in session.book.notes.values()] == [TYPED]


async def test_tab_leaves_the_words(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("n", "tab")
        assert session.app.focused is session.app.screen.query_one("#kind")


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_everything_shows_at_the_three_sizes(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path / "journal", TEAM, size=size) as session:
        await session.press("n")
        await put(session, "my words")
        await session.press("ctrl+n")
        shown = (
            "Note Thursday 12 March, 14:20",
            "Kind ● n Note",
            "my words",
            "For me only",
            "Keep out",
            "When",
            "ctrl+s",
        )
        text = " ".join(session.text.split())
        places = [text.find(words) for words in shown]
        assert places == sorted(set(places))
        assert -1 not in places


async def test_a_note_is_changed_on_its_page_and_keeps_the_rest(tmp_path: Path) -> None:
    was = Note(
        id=numbered(95),
        at=NOW - timedelta(days=1, seconds=7),
        text="one\r\ntwo\u2028three",
        private="mine",
        written_by="Sam",
        written_at=NOW - timedelta(days=1),
    )
    async with running(tmp_path / "journal", TEAM.keeping(was)) as session:
        await session.press("2", "enter", "e")
        assert session.says("Note Wednesday 11 March, 14:19")
        await session.press("escape")
        assert session.journal.draft(f"note {was.id}") is None
        await session.press("e", "shift+tab", "g", "ctrl+s")
        assert session.says("Saved. The good thing is in the journal.")
        assert session.book.notes == {was.id: replace(was, kind="good")}
        await session.press("e")
        await put(session, "!")
        await session.press("escape")
        assert session.says("What you wrote is kept")
        await session.press("n")
        assert session.app.screen.query_one("#text", TextArea).text == ""
        await session.press("escape", "e", "ctrl+s")
        assert session.book.notes[was.id].text.startswith("!one")


async def test_a_supporter_can_be_named_and_the_page_says_so(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("n", "x", "ctrl+n")
        assert session.says("Written by a supporter’s name, if it was not you")
        await retype(session, "written_by", TYPED)
        await session.press("ctrl+s")
        [note] = session.book.notes.values()
        assert note.written_by == TYPED
        await session.press("2", "enter")
        assert session.says("Written Thursday 12 March, 14:20 by [/] [red]x[/red] [@click=app.bell]y")
        await session.press("e", "ctrl+n")
        await retype(session, "written_by", " ")
        await session.press("ctrl+s")
        assert session.book.notes[note.id].written_by is None
