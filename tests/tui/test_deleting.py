"""Deleting with the same key twice, undoing, doing again, the trash, and what an entry was before."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from carecompanion.domain.records import Note, Reply
from carecompanion.store import Journal
from carecompanion.tui import backing_up, trash
from carecompanion.tui.parts.line import Line
from tests.tui.care_team import AGREED, DANA, numbered
from tests.tui.driving import MIDDLE, NOW, Session, running
from tests.tui.sheets import LATELY, WENT
from tests.tui.waiting import LETTER, LETTER_TEXT, ONE_WAITS, fail_once

NOTE = Note(id=numbered(81), at=NOW - timedelta(days=1), text="Slept [/] badly", written_at=NOW - timedelta(days=1))
CAME = Reply(id=numbered(82), contact_id=LETTER.id, at=NOW - timedelta(minutes=5), kind="message", by_person_id=DANA.id)


async def test_the_same_key_twice_deletes_and_says_first_what_that_changes(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", ONE_WAITS, size=MIDDLE) as session:
        await session.press("2", "d")
        assert session.says("Delete this?")
        assert session.says("the letter to my GP")
        assert session.says("It will no longer count towards Accessible.")
        assert session.says("d delete it esc keep it")
        assert session.book.attempts
        await session.press("d")
        assert not session.book.attempts
        assert not session.book.contacts
        assert session.says("Deleted: the text, Dana – the letter to my GP. u undo")


async def test_esc_keeps_it(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        before = session.book
        await session.press("2", "d", "escape")
        assert session.book == before
        assert session.app.current_mode == "journal"


async def test_undo_names_the_act_puts_the_row_in_hand_and_redo_does_it_again(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", LATELY.keeping(NOTE)) as session:
        before = session.book
        await session.press("2", "end", "d", "d")
        assert NOTE.id not in session.book.notes or WENT.id not in session.book.appointments
        await session.press("home", "u")
        assert session.says("Undone: deleting the")
        assert set(session.book.everything()) == set(before.everything())
        await session.press("d")
        assert session.says("Delete this?")
        assert session.says("at home") or session.says("Slept [/] badly")
        await session.press("escape", "ctrl+r")
        assert session.says("Done again: deleting the")
        await session.press("ctrl+r")
        assert session.says("There is nothing that was undone just now.")


async def test_a_note_is_undone_from_wherever_one_is(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        await session.press("n")
        await session.type("The kettle broke")
        await session.press("ctrl+s")
        assert session.says("u undo")
        await session.press("3", "u")
        assert session.says("Undone: the note, The kettle broke.")
        assert not session.book.notes
        await session.press("ctrl+r")
        assert [note.text for note in session.book.notes.values()] == ["The kettle broke"]
        await session.press("u", "u")
        assert session.says("There is nothing to undo.")


async def test_every_act_can_be_undone_after_opening_again(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        await session.press("c", "enter")
        assert len(session.book.attempts) == 2
    journal = Journal.open(tmp_path / "journal", None)
    assert journal.undo() is not None
    assert set(journal.book.everything()) == set(ONE_WAITS.everything())
    journal.close()


async def test_a_contact_on_today_goes_whole_with_its_reply(tmp_path: Path) -> None:
    second = replace(LETTER_TEXT, id=numbered(83), at=NOW - timedelta(minutes=30), outcome="sent")
    async with running(tmp_path / "journal", ONE_WAITS.keeping(second)) as session:
        await session.press("d")
        assert session.says("Delete this?")
        await session.press("d")
        assert not session.book.contacts
        assert not session.book.attempts
        await session.press("u")
        assert len(session.book.attempts) == 2


async def test_deleting_a_reply_says_that_its_contact_will_wait_again(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", ONE_WAITS.keeping(CAME)) as session:
        await session.press("2", "d")
        assert session.says("What it answered will wait for a reply again.")
        await session.press("escape", "down", "d")
        assert session.says("Its reply goes with it.")


async def test_somebody_who_is_named_stays(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        await session.press("4", "d")
        assert session.says("Nothing was deleted Dana Whitfield is named in")
        assert DANA.id in session.book.people


async def test_a_full_disk_deletes_nothing_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        before = session.book
        fail_once(monkeypatch)
        await session.press("2", "d", "d")
        assert session.says("disk is full")
        assert session.book == before


async def test_from_its_page_an_entry_is_deleted_and_the_page_is_left(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", ONE_WAITS.keeping(NOTE)) as session:
        await session.press("2", "end", "enter", "d", "d")
        assert not session.book.notes
        assert session.says("Deleted: the note, Slept [/] badly.")


async def deleted(session: Session) -> None:
    """The newest entry of the journal, deleted; and the trash."""
    await session.press("2", "d", "d", "x")


async def test_the_trash_shows_what_was_deleted_and_puts_it_back(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", LATELY) as session:
        before = session.book
        await deleted(session)
        assert session.says("What was deleted")
        assert session.says("The text, Dana – the letter to my GP")
        assert session.says("deleted Thursday 12 March, 14:20")
        await session.press("enter")
        assert session.says("Put back: the text, Dana – the letter to my GP.")
        assert session.says("Nothing is here.")
        assert set(session.book.everything()) == set(before.everything())
        await session.press("escape")
        assert session.says("the letter to my GP")


async def test_keys_in_a_burst_delete_nothing_for_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trash, "READING", 60)
    async with running(tmp_path / "journal", LATELY) as session:
        before = session.book
        await session.press(*"2ddxddddddd")
        assert session.says("Delete this for good?")
        await session.press("escape", "escape", "u")
        assert set(session.book.everything()) == set(before.everything())


async def test_deleted_for_good_it_cannot_be_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trash, "READING", 0.001)
    # with a backup it would ask whether to remake it
    monkeypatch.setattr(backing_up.DailyBackup, "look", lambda _self: None)
    async with running(tmp_path / "journal", LATELY) as session:
        await deleted(session)
        await session.press("d")
        assert session.says("Delete this for good?")
        assert session.says("cannot be brought back")
        await session.press("escape", "d", "d")
        assert session.says("Deleted for good.")
        await session.press("escape", "u")
        assert session.says("There is nothing to undo.")
        assert not session.book.contacts
        assert session.journal.find("letter").ids == ()


async def test_an_empty_trash_says_what_it_is_for(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", LATELY) as session:
        await session.press("2", "x")
        assert session.says("Nothing is here. What you delete waits here")
        await session.press("enter", "d", "escape")
        assert session.app.current_mode == "journal"


async def test_an_entry_says_when_it_was_changed_and_what_it_was(tmp_path: Path) -> None:
    changed = datetime(2026, 3, 11, 9, 30, tzinfo=NOW.tzinfo)
    async with running(tmp_path / "journal", ONE_WAITS.keeping(NOTE)) as session:
        await session.press("2", "end", "enter")
        assert not session.says("Changed")
        await session.press("escape")
        session.journal.keep(replace(NOTE, text="Slept well"), at=changed)
        session.app.screen.redraw()  # type: ignore[attr-defined]  # the place that is shown
        await session.press("end", "enter")
        assert session.says("Slept well")
        assert session.says("Changed Wednesday 11 March, 09:30. w shows what it was before.")
        await session.press("w")
        assert session.says("Until Wednesday 11 March, 09:30")
        assert session.says("Slept [/] badly")
        await session.press("escape")
        assert session.says("Slept well")


async def test_somebody_s_page_says_what_was_written_of_them_before(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        await session.press("4", "e")
        session.app.screen.query_one("#role", Line).value = "Social worker"
        await session.press("ctrl+s", "enter")
        assert session.says("Changed Thursday 12 March, 14:20. w shows what it was before.")
        await session.press("w")
        assert session.says("Until Thursday 12 March, 14:20")
        assert session.says(DANA.role)
        await session.press("escape")
        assert session.says("Social worker")
        await session.press("d")
        assert session.says("Nothing was deleted Dana Whitfield is named in")
        await session.press("d", "escape", "escape")
        assert session.app.current_mode == "team"


async def test_what_was_agreed_says_what_it_was_before(tmp_path: Path) -> None:
    changed = datetime(2026, 3, 11, 9, 30, tzinfo=NOW.tzinfo)
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        session.journal.keep(replace(AGREED, cover="Nobody at all"), at=changed)
        session.app.screen.open_entry(session.book.agreements[AGREED.id])  # type: ignore[attr-defined]  # the place
        await session.until("Nobody at all")
        await session.press("w")
        assert session.says("Until Wednesday 11 March, 09:30")
        assert not session.says("Nobody at all")
