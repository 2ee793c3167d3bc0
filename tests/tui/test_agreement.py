"""What was agreed: from a day on, filled from what is in force, an old agreement never changed."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.sheets.agreement import read_gap
from carecompanion.tui.field import Unclear
from carecompanion.tui.parts.line import Line
from tests.tui.care_team import AGREED, BEFORE, DANA, TEAM
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running

TODAY = date(2026, 3, 12)


def fill(session: Session, **words: str) -> None:
    """Put words in lines at once."""
    for name, text in words.items():
        session.app.screen.query_one(f"#{name}", Line).value = text


def take(session: Session, name: str) -> None:
    """Take a line in hand."""
    session.app.screen.query_one(f"#{name}").focus()


async def test_a_new_agreement_is_filled_from_the_one_in_force_and_leaves_it_alone(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "g")
        assert session.says("From today = Thursday 12 March")
        assert session.says("● p Phone m Mobile ● t Text")
        assert session.says("What was agreed before stays.")
        fill(session, reply_within="48")
        await session.press("ctrl+s")
        assert session.says("What you agreed holds from today.")
        book = session.book
        new = book.agreement_on(TODAY)
    assert new is not None
    assert (new.starts_on, new.person_id, new.written_at) == (TODAY, DANA.id, NOW)
    assert (new.reply_within, new.reply_unit, new.routes) == (48, "hours", ("phone", "text"))
    assert (new.meet_every_days, new.usual_minutes, new.cover, new.written) == (14, 60, "duty desk", True)
    assert (new.opens, new.closes, new.weekdays) == (None, None, None)
    assert (book.agreements[AGREED.id], book.agreements[BEFORE.id]) == (AGREED, BEFORE)


async def test_two_agreements_cannot_begin_on_one_day(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "g")
        for day in ("9 January 2026", "1 Feb 2025"):
            fill(session, starts_on=day)
            await session.press("enter")
            assert session.says("There is already something agreed from that day. Choose another day.")
        fill(session, starts_on="")
        await session.press("enter")
        assert session.says("From which day? Today is fine.")
        assert len(session.book.agreements) == 2


async def test_working_time_asks_for_hours_and_days(tmp_path: Path) -> None:
    async with running(tmp_path / "j", Book()) as session:
        await session.press("4", "g")
        assert not session.says("Day begins")
        fill(session, reply_within="4")
        take(session, "reply_unit")
        await session.press("w")
        assert session.says("Day begins 09:00")
        fill(session, opens="8:30", closes="8:30")
        await session.press("ctrl+s")
        assert session.says("The day ends before it begins.")
        fill(session, closes="6pm")
        take(session, "weekdays")
        await session.press("m", "t", "w", "h", "f", "ctrl+s")
        assert session.says("Please choose at least one day.")
        await session.press("u", "t", "ctrl+s")
        agreement = session.book.agreement_on(TODAY)
    assert agreement is not None
    assert (agreement.reply_within, agreement.reply_unit, agreement.person_id) == (4, "working_hours", None)
    assert (agreement.opens, agreement.closes, agreement.weekdays) == (time(8, 30), time(18), (1, 6))


async def test_ways_are_chosen_and_taken_back_by_their_letters(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "g", "tab", "p", "e", "i", "enter")
        agreement = session.book.agreement_on(TODAY)
    assert agreement is not None
    assert agreement.routes == ("text", "email", "in_person")


async def test_a_number_needs_its_unit_and_a_unit_its_number(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "g")
        for number in ("0", "1000", "soon", "²"):
            fill(session, reply_within=number)
            await session.press("ctrl+s")
            assert session.says("Please type a number from 1 to 999, as in 24.")
        fill(session, reply_within="")
        await session.press("ctrl+s")
        assert session.says("How many? Or choose nothing agreed below.")
        take(session, "reply_unit")
        await session.press("n")
        fill(session, reply_within="24")
        await session.press("ctrl+s")
        assert session.says("Is that hours, working hours or working days?")
        fill(session, reply_within="", usual_minutes="600", meet_every="10 days", urgent_route="ring 111 [sic]")
        await session.press("ctrl+s")
        agreement = session.book.agreement_on(TODAY)
    assert agreement is not None
    assert (agreement.reply_within, agreement.reply_unit) == (None, None)
    assert (agreement.usual_minutes, agreement.meet_every_days) == (600, 10)
    assert agreement.urgent_route == "ring 111 [sic]"


async def test_private_words_and_keeping_out_are_kept(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "g", "ctrl+n")
        await session.paste("I wanted 12 hours")
        await session.press("tab", "y", "ctrl+s")
        agreement = session.book.agreement_on(TODAY)
    assert agreement is not None
    assert (agreement.private, agreement.keep_out) == ("I wanted 12 hours", True)


async def test_a_half_written_agreement_is_there_the_next_time(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "g", "tab", "e")
        fill(session, cover="Sam Lowe")
        await session.press("escape", "g")
        assert session.says("● e Email")
        assert session.says("Sam Lowe")
        assert session.says("From 12 March 2026")


async def test_the_sheet_fits_every_window(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "g")
        for size in (WIDE, MIDDLE, NARROW, (36, 16)):
            await session.pilot.resize_terminal(*size)
            await session.settle()
            assert session.says("What was agreed")
            assert session.says("enter save")


async def test_what_was_agreed_is_put_right_and_nothing_new_begins(tmp_path: Path) -> None:
    whole = replace(AGREED, opens=time(8), weekdays=(0, 5), private="hush", written_by="Sam", written_at=NOW)
    async with running(tmp_path / "j", TEAM.keeping(whole)) as session:
        await session.press("4", "g", "shift+tab")
        assert session.says("This is ● n something new 1 from 9 January 2026 2 from 1 February 2025")
        await session.press("1", "ctrl+s")
        assert session.book.agreements[AGREED.id] == whole
        await session.press("g", "shift+tab", "1")
        fill(session, starts_on="1 Feb 2025")
        await session.press("enter")
        assert session.says("There is already something agreed from that day. Choose another day.")
        fill(session, starts_on="10 January 2026", cover="Ade")
        await session.press("enter")
        assert session.says("Saved. What you agreed holds from Sat 10 January.")
        book = session.book
    assert book.agreements[AGREED.id] == replace(whole, starts_on=date(2026, 1, 10), cover="Ade")
    assert len(book.agreements) == 2


async def test_another_agreement_is_reached_from_each_and_words_wait_by_their_sheet(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "g", "shift+tab", "2")
        assert session.says("From 1 February 2025")
        fill(session, cover="Sam Lowe")
        take(session, "leads")
        await session.press("n")
        assert session.says("From today")
        assert not session.says("Sam Lowe")
        await session.press("escape", "g", "shift+tab", "right")
        assert session.says("From 9 January 2026")
        take(session, "leads")
        await session.press("2")
        assert session.says("Sam Lowe")
        await session.press("enter")
        assert session.book.agreements[BEFORE.id] == replace(BEFORE, cover="Sam Lowe")
        assert session.journal.draft(f"agreement {BEFORE.id}") is None


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("2 weeks", 14),
        ("2weeks", 14),
        ("14 days", 14),
        ("1 day", 1),
        ("a week", 7),
        ("week", 7),
        ("Every fortnight", 14),
        ("every two weeks", 14),
        ("weekly", 7),
        ("3 fortnights", 42),
        ("999 days", 999),
        ("", None),
        ("  ", None),
    ],
)
def test_how_often_to_meet_is_read_as_people_say_it(typed: str, days: int | None) -> None:
    assert read_gap(typed) == days


@pytest.mark.parametrize("typed", ["0 days", "14", "often", "1000 days", "143 weeks", "2 months", "٢ weeks"])
def test_what_cannot_be_read_as_a_gap_is_asked_for_again(typed: str) -> None:
    with pytest.raises(Unclear, match="Try 2 weeks or 10 days"):
        read_gap(typed)
