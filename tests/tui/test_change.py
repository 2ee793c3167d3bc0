"""The key e: any entry on the sheet it was written with, filled in; saved unchanged it is what it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from carecompanion.domain.records import Record
from carecompanion.domain.sample import sample_book
from carecompanion.domain.timeline import entries
from carecompanion.tui.parts.item_list import ItemList
from tests.tui.driving import NOW, Session, running
from tests.tui.sheets import put_in

BOOK = sample_book(NOW)
EVERY = [entry.record for entry in entries(BOOK, NOW)]


def likeness(record: Record) -> tuple[object, ...]:
    """What makes entries alike on their sheets."""
    told = [getattr(record, name, None) for name in ("status", "kind", "route", "outcome", "written_by")]
    return type(record), *told, *(bool(getattr(record, name, None)) for name in ("note", "private", "moved_to_id"))


async def change(session: Session, record: Record) -> None:
    """The sheet of an entry of the journal, by its key."""
    rows = session.app.screen.query_one("#timeline", ItemList)
    rows.take(record.id)
    await session.press("e")
    assert session.app.screen is not rows.screen, record


async def unchanged(session: Session, records: list[Record]) -> None:
    """Each opened and saved as it is; the book is what it was."""
    await session.press("2")
    for record in records:
        await change(session, record)
        await session.press("ctrl+s")
        assert session.says("Saved."), f"{record}\n{session.text}"
        assert session.app.current_mode == "journal"
        assert len(session.app.screen_stack) == 1, f"{record}\n{session.text}"
        assert session.book == BOOK, record
        assert session.journal.draft(f"contact {record.id}") is None


async def only_who_wrote_it(session: Session, records: list[Record]) -> None:
    """Each with somebody else as its writer; nothing but that is another."""
    await session.press("2")
    book = BOOK
    for record in records:
        await change(session, record)
        put_in(session, written_by="Sam [Lowe]")
        await session.press("ctrl+s")
        assert session.says("Saved."), f"{record}\n{session.text}"
        book = book.keeping(replace(record, written_by="Sam [Lowe]"))
        assert session.book == book, record


async def test_an_entry_of_each_kind_that_is_saved_unchanged_stays_as_it_was(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await unchanged(session, list({type(record): record for record in EVERY}.values()))


async def test_whoever_wrote_an_entry_can_be_changed_and_nothing_else_is(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await only_who_wrote_it(session, list({type(record): record for record in EVERY}.values()))


@pytest.mark.slow
async def test_of_entries_that_are_unlike_nothing_but_the_line_that_is_changed_becomes_another(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await only_who_wrote_it(session, list({likeness(record): record for record in EVERY}.values()))


@pytest.mark.slow
async def test_entries_of_all_times_that_are_saved_unchanged_stay_as_they_were(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await unchanged(session, EVERY[::10])
