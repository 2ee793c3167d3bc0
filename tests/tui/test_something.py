"""The key s: six kinds of things on sheets that lead to each other, with every word kept on the way."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

import pytest
from textual import events

from carecompanion.tui.write_down import SHEETS
from tests.tui.care_team import ADE, DANA, TEAM
from tests.tui.driving import MIDDLE, NARROW, NOW, Session, running
from tests.tui.sheets import LATELY, WENT, begin, focus, go_to, held, put_in
from tests.tui.test_full_disk import Disk, disk
from tests.tui.waiting import LETTER, TYPED

__all__ = ["disk"]

LETTERS = "apcnwh"


def drafts(session: Session) -> dict[str, Mapping[str, str]]:
    """What is half-written, by kind."""
    found = ((kind, session.journal.draft(kind)) for kind in SHEETS)
    return {kind: draft for kind, draft in found if draft is not None}


async def test_a_letter_on_the_first_line_turns_to_any_kind_and_the_words_go_along(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await begin(session, "tab", "ctrl+n", "tab")
        assert focus(session) == "outcome_on"
        put_in(session, text=TYPED, private="mine")
        begins = {"p": "text", "c": "text", "n": "text", "w": "away", "h": "new_one", "a": "text"}
        for letter, first in begins.items():
            await go_to(session, "kind_of_thing")
            await session.press(letter)
            assert (focus(session), held(session, "text"), held(session, "private")) == (first, TYPED, "mine")
            if letter == "p":
                put_in(session, due_on="friday")
        await go_to(session, "kind_of_thing")
        await session.press("p")
        assert held(session, "due_on") == "friday"
        put_in(session, private="")
        await go_to(session, "kind_of_thing")
        await session.press("a")
        assert not session.says("mine")
        assert not drafts(session)
        await session.press("enter")
        (point,) = session.book.points.values()
        assert (point.text, point.private) == (TYPED, None)
        await session.press("2")
        assert session.says("[/] [red]x[/red] [@click=app.bell]y")


async def test_arrows_go_along_the_kinds_and_stay_on_that_line(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("s")
        for step in ("left", "left", "right"):
            await session.press(step)
            assert focus(session) == "kind_of_thing"
        assert session.says("● h New care co-ordinator")
        assert not session.says("For me only")
        await session.press("escape")
        assert not session.says("kept")
        assert not drafts(session)


async def test_what_is_typed_at_once_after_the_letter_arrives_on_the_sheet_that_comes(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("s")
        for letter in "pcnr":
            session.app.post_message(events.Key(letter, letter))
            await asyncio.sleep(0)  # one turn of the loop, as between two keys; nothing is waited for
        await session.until("What cnr")
        assert (held(session, "kind_of_thing"), focus(session)) == ("promise", "text")


@pytest.mark.slow
async def test_each_kind_has_its_draft_and_words_that_meet_stand_beside_each_other(tmp_path: Path) -> None:
    async with running(tmp_path / "j", LATELY) as session:
        await begin(session, "h")
        await session.press("o")
        await session.paste("Sam Lowe")
        await session.press("escape")
        assert session.says("What you wrote is kept, and will be there when you come back to it.")
        session.journal.keep_draft("change", {"text": "theirs", "private": "secret", "note": "n", "keep_out": "yes"})
        await session.press("s")
        assert (held(session, "text"), focus(session)) == ("theirs", "kind_of_thing")
        await session.press("escape")
        assert drafts(session).keys() == {"change", "handover"}
        await begin(session, "h")
        assert session.says("Sam Lowe")
        assert (held(session, "text"), held(session, "private")) == ("theirs", "secret")
        assert drafts(session).keys() == {"handover"}
        await session.press("escape", "s")
        await session.press("c")
        assert (held(session, "text"), held(session, "note"), held(session, "keep_out")) == ("theirs", "n", "yes")
        session.journal.keep_draft("promise", {"text": "mine", "private": "hush", "keep_out": ""})
        await go_to(session, "kind_of_thing")
        await session.press("p")
        assert (held(session, "text"), held(session, "private")) == ("mine theirs", "hush secret")
        assert held(session, "keep_out") == "yes"
        await session.press("escape", "s")
        assert held(session, "kind_of_thing") == "promise"
        put_in(session, text="", private="")
        await session.press("c")
        assert held(session, "note") == "n"
        put_in(session, note="")
        await session.press("escape")
        (left,) = drafts(session).values()
        assert left["new_one_else"] == "Sam Lowe"


async def test_a_visit_and_a_contact_lead_to_what_came_of_them(tmp_path: Path) -> None:
    async with running(tmp_path / "j", LATELY, size=MIDDLE) as session:
        await session.press("enter")
        await session.press("s")
        assert held(session, "source") == LETTER.id
        await session.press("escape", "escape", "2", "down", "enter")
        assert session.says("s write down what came of it")
        await session.press("s")
        assert (held(session, "source"), held(session, "when")) == (WENT.id, "11 March 2026 14:00")
        await session.press("escape")
        assert session.says("Visit with Dana, home")
        assert not drafts(session)
        await begin(session, "p")
        assert held(session, "source") == WENT.id
        await session.paste("a form")
        await session.press("escape")
        assert session.says("Visit with Dana, home")
        await session.press("escape", "1")
        await begin(session, "enter")
        (promise,) = session.book.promises.values()
        assert (promise.text, promise.appointment_id, promise.made_on) == ("a form", WENT.id, WENT.planned_at.date())
        await session.press("down", "enter")
        assert session.says("Friday 13 March, 11:00")
        assert not session.says("write down what came of it")


async def test_on_a_full_disk_every_line_stays_as_it_was_and_saves_once_there_is_room(disk: Disk) -> None:
    folder, fill = disk
    async with running(folder, LATELY, size=MIDDLE) as session:
        fill(session, True)
        await begin(session, "p")
        await session.paste(TYPED * 40)
        await session.press("tab", "2")
        await session.paste("friday")
        await session.press("tab", "2")
        for _ in range(2):
            await session.press("enter")
            assert session.says("The disk is full, so this was not saved.")
            assert (held(session, "text"), held(session, "source")) == (TYPED * 40, WENT.id)
        fill(session, False)
        await session.press("enter")
        (promise,) = session.book.promises.values()
    assert (promise.text, promise.by_person_id, promise.appointment_id) == (TYPED * 40, ADE.id, WENT.id)


@pytest.mark.slow
@pytest.mark.parametrize("size", [NARROW, (36, 16)])
async def test_in_small_windows_the_keys_and_the_line_in_hand_stay_in_sight(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    shown = {"p": "such as", "c": "what is", "n": "such as", "w": "1 Dana", "h": "someone else", "a": "what you"}
    async with running(tmp_path / "j", LATELY, size=size) as session:
        await session.press("s")
        for letter, words in shown.items():
            await go_to(session, "kind_of_thing")
            assert session.says("This is")
            await session.press(letter)
            assert session.says("enter save")
            assert session.says("esc cancel" if size == NARROW else "ctrl+n more esc")  # its word gives way to a key
            assert session.says(words), session.text
        for cut in ("You were tol ", "Cover worked "):
            assert cut not in session.text


@pytest.mark.slow
async def test_words_are_kept_exactly_on_every_sheet_and_shown(tmp_path: Path) -> None:
    wanted = ("[@click=app.bell]y", "שלום", "🙂")
    async with running(tmp_path / "j", TEAM) as session:
        for letter in LETTERS:
            await begin(session, letter)
            await session.press("ctrl+n")
            lines = [line for line in ("text", "note", "private") if session.app.screen.query(f"#{line}")]
            put_in(session, **dict.fromkeys(lines, TYPED))
            if letter == "h":
                put_in(session, new_one_else=TYPED)
            await session.press("enter")
            assert session.says("Saved."), session.text
        book = session.book
        await session.press("2")
        assert all(words in session.text for words in wanted), session.text
    for name in ("points", "promises", "changes", "updates", "absences", "notes"):
        (record,) = book.list(name).values()
        texts = [getattr(record, field) for field in ("text", "what", "note", "private") if hasattr(record, field)]
        assert set(texts) == {TYPED} or name == "notes"
        assert record.written_at == NOW
    assert {person.name for person in book.people.values()} - {one.name for one in TEAM.people.values()} == {TYPED}
    assert {time.private for time in book.coordinations.values()} == {None, TYPED}
    assert book.coordinator_on(NOW.date()) != DANA


async def test_words_that_have_no_line_on_the_sheet_that_is_saved_are_kept_as_a_note(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await begin(session, "c")
        put_in(session, text="Visits move", note=TYPED)
        await go_to(session, "kind_of_thing")
        await session.press("p", "enter")
        assert [promise.text for promise in session.book.promises.values()] == ["Visits move"]
        assert [note.text for note in session.book.notes.values()] == [TYPED]
