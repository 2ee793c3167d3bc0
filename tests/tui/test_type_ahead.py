"""Keys typed faster than a form opens are for the form; none of them is lost, and none does something else."""

import asyncio
from pathlib import Path

from textual import events

from tests.tui.care_team import TEAM
from tests.tui.driving import Session, running


async def type_at_once(session: Session, first: str, rest: str) -> None:
    """One key, and as soon as a form is on its way all the others, without waiting for it."""
    session.app.post_message(events.Key(first, first))
    while not any(worker.group == "writing" for worker in session.app.workers):
        await asyncio.sleep(0)  # a turn of the loop at a time until the form is on its way
    for letter in rest:
        session.app.post_message(events.Key("enter" if letter == "\n" else letter, letter))


async def test_words_typed_before_a_sheet_is_there_stand_in_it(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await type_at_once(session, "n", "Slept")
        await session.until("Slept")
        await session.press("ctrl+s")
        assert [note.text for note in session.book.notes.values()] == ["Slept"]


async def test_words_typed_while_one_sheet_turns_to_another_stand_in_that(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await type_at_once(session, "s", "pWill")
        await session.until("Will")
        assert session.says("Somebody said they would do something")
        await session.press("enter")
        assert [promise.text for promise in session.book.promises.values()] == ["Will"]


async def test_a_contact_typed_in_one_go_is_saved_once(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await type_at_once(session, "c", "\n")
        await session.until("Saved.")
        assert len(session.book.contacts) == 1


async def test_leaving_waits_for_nothing(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        session.app.post_message(events.Key("s", "s"))
        await session.press("ctrl+q")
    assert session.app.return_value == "closed"
