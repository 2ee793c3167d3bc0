"""Leaving an entry out of a trait with a reason, and putting it back with the same key."""

import json
from pathlib import Path

import pytest

from carecompanion.domain.periods import period
from carecompanion.domain.traits import assess
from carecompanion.sharing.figures import figures
from carecompanion.sharing.interchange import read_journal, write_journal
from carecompanion.store import Journal
from carecompanion.tui.parts.line import Line
from tests.tui.driving import NARROW, NOW, Session, running
from tests.tui.every_entry import BOOK, OVERDUE
from tests.tui.looking_through import back, entries, open_figure, rows, take
from tests.tui.waiting import fail_once, put

BEFORE, AFTER = "Replied in time 2 of 5 times", "Too few to say – 4 contacts so far."
REASON = "I had the [wrong] number"


async def into_accessible(session: Session) -> None:
    """To the contact that was never answered, among the entries behind Accessible."""
    await session.press("3")
    take(session, "accessible")
    await session.press("enter")
    take(session, f"entry:{OVERDUE.id}")
    await session.settle()


async def ask_why(session: Session) -> None:
    """The key that leaves out, until the reason is asked for."""
    await session.press("o")
    await session.until("Leave out of Accessible")


def row_of(session: Session, entry_id: str) -> str:
    """The row of an entry."""
    return dict(entries(session))[entry_id]


def figure(session: Session, key: str) -> str:
    """The row of a figure or a card."""
    return " ".join(dict(rows(session))[key].split())


async def test_what_is_left_out_counts_nowhere_in_the_trait_until_the_same_key_puts_it_back(tmp_path: Path) -> None:
    folder = tmp_path / "j"
    async with running(folder, BOOK) as session:
        await into_accessible(session)
        assert BEFORE in figure(session, "measure:replied_in_time")
        assert "7 of 9 times" in figure(session, "measure:got_through")
        assert session.says("o leave out")
        await ask_why(session)
        assert session.says("Leave out of Accessible: Text, Dana – never answered")
        assert session.says("It stays in your journal and no longer counts towards Accessible.")
        await session.press("enter")
        assert session.says("Please say why in a few words: it stands beside the figure.")
        assert len(session.book.left_out) == 1
        await put(session, REASON)
        await session.press("enter")
        await session.until("Saved. It no longer counts towards Accessible.")
        (kept,) = (each for each in session.book.left_out.values() if each.entry_id == OVERDUE.id)
        assert (kept.trait, kept.reason, kept.left_out_at, kept.put_back_at) == ("accessible", REASON, NOW, None)
        assert AFTER in figure(session, "measure:replied_in_time")
        assert "6 of 8 times" in figure(session, "measure:got_through")
        assert session.says("2 were answered") is False
        assert row_of(session, OVERDUE.id).endswith(f"not counted: you left it out Your reason: {REASON}")
        assert session.says("o put back")
        await session.press("escape")
        assert AFTER in figure(session, "accessible")
        await open_figure(session, "accessible", "got_through")
        assert session.says("the 8 tries behind")
        assert session.text.count("Your reason: ") == 2
        await session.press("escape")
        take(session, "measure:response")
        await session.press("enter")
        assert OVERDUE.id not in dict(entries(session))
        await session.press("escape")

    journal = Journal.open(folder, None)
    assert journal.book.left_out[kept.id] == kept
    exported = write_journal(journal.book, NOW)
    journal.close()
    assert REASON in exported
    assert read_journal(exported).left_out[kept.id].reason == REASON
    days = period("3_months", journal.book, NOW)
    assert days is not None
    told = json.loads(figures(assess(journal.book, days, NOW)))["traits"]
    (accessible,) = (trait for trait in told if trait["id"] == "accessible")
    out = accessible["measures"][0]["excluded"]
    assert {"id": OVERDUE.id, "why": "left out", "reason": REASON} in out


async def test_putting_back_is_said_at_once_and_what_was_left_out_stays_written_down(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK, size=NARROW) as session:
        await into_accessible(session)
        for _ in range(2):
            await ask_why(session)
            await put(session, REASON)
            await session.press("enter")
            await session.until("Saved. It no longer counts")
            assert AFTER in figure(session, "measure:replied_in_time")
            await session.press("o")
            await session.until("Saved. It counts towards Accessible again.")
            assert BEFORE in figure(session, "measure:replied_in_time")
            assert row_of(session, OVERDUE.id).endswith("4 weeks late")
        ours = [each for each in session.book.left_out.values() if each.entry_id == OVERDUE.id]
        assert [(each.reason, each.put_back_at) for each in ours] == [(REASON, NOW)] * 2


async def test_a_full_disk_keeps_the_reason_and_the_figure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await into_accessible(session)
        await ask_why(session)
        await put(session, REASON)
        fail_once(monkeypatch)
        await session.press("enter")
        await session.until("The disk is full, so this was not saved.")
        assert session.app.screen.query_one("#reason", Line).value == REASON
        assert len(session.book.left_out) == 1
        await session.press("enter")
        await session.until("Saved. It no longer counts")
        assert AFTER in figure(session, "measure:replied_in_time")
        fail_once(monkeypatch)
        await session.press("o")
        assert session.says("The disk is full, so this was not saved.")
        assert AFTER in figure(session, "measure:replied_in_time")
        assert session.says("o put back")


async def test_a_half_written_reason_is_there_again_and_the_checklist_cannot_be_left_out(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await into_accessible(session)
        await ask_why(session)
        await put(session, REASON)
        await back(session)
        await session.until("What you wrote is kept, and will be there when you come back to it.")
        await ask_why(session)
        assert session.app.screen.query_one("#reason", Line).value == REASON
        await back(session)
        take(session, "measure:set_up")
        await session.press("o")
        assert len(session.book.left_out) == 1
        await session.press("enter", "o")
        assert session.says("What was agreed is a list to look at; nothing of it can be left out.")
        assert len(session.book.left_out) == 1


async def test_the_reason_can_be_changed_and_an_entry_that_counts_opens_itself(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await into_accessible(session)
        await ask_why(session)
        await put(session, REASON)
        await session.press("enter")
        before = next(each for each in session.book.left_out.values() if each.reason == REASON)
        take(session, f"entry:{OVERDUE.id}")
        await session.settle()
        assert session.says("e change the reason")
        await session.press("e")
        assert session.says("Left out of Accessible: Text, Dana – never answered")
        session.app.screen.query_one("#reason", Line).value = "It was a Sunday"
        await session.press("enter")
        assert session.book.left_out[before.id].reason == "It was a Sunday"
        assert session.book.left_out[before.id].left_out_at == before.left_out_at
        assert "Your reason: It was a Sunday" in row_of(session, OVERDUE.id)
        await session.press("o", "e")
        assert session.says("You got in touch")
