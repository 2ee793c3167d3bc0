"""The entries behind a figure: exactly those that the figure counts and leaves out, each to be opened whole."""

import json
from pathlib import Path
from typing import Any

import pytest

from carecompanion.domain.records import Record
from carecompanion.domain.traits import response_time
from carecompanion.domain.window import Window
from carecompanion.domain.wording import WHY
from carecompanion.sharing.figures import figures
from tests.tui.care_team import AGREED, TEAM
from tests.tui.driving import NARROW, NOW, Session, running
from tests.tui.every_entry import (
    ANSWERED,
    AWAY,
    BOOK,
    CLOSED,
    FIRST_REPLY,
    KEPT,
    LAST_VISIT,
    LATE,
    MISTAKE,
    NEWS,
    OVERDUE,
    WAITING,
)
from tests.tui.looking_through import TO_EVERYTHING, back, entries, everything, open_figure, take, the_list

LOW = (80, 16)
"""A window in which there is less to draw."""

TRIED = next(each for each in BOOK.attempts.values() if each.contact_id == OVERDUE.id)
OPENED: dict[str, tuple[Record, str, str]] = {
    "passed_on": (NEWS, "Update A new tablet Ade ●", "Told Monday 2 February"),
    "regular": (LAST_VISIT, "Visit Mon 16 February, Dana no visit since ○", "Monday 16 February, 10:00"),
    "promises_kept": (KEPT, "Promise to ring the council kept ●", "Due Sunday 1 February"),
    "followed_up": (ANSWERED, "10:00 Asked for a quieter room answered ●", "Monday 26 January"),
    "set_up": (AGREED, "Agreement A way to get in touch agreed ●", "within 24 hours, any day"),
    "got_through": (TRIED, "10:00 Text Dana – never answered got through ●", "Text to Dana"),
    "cover_when_away": (AWAY, "Away Dana, until Thu 5 February no cover named ◐", "Nobody was named to cover"),
    "settled": (FIRST_REPLY, "12:00 Reply Dana sent a message yes ●", "It settled things"),
}
"""Of some figures: an entry behind it, its row, and what it says whole."""


@pytest.mark.slow
async def test_every_figure_opens_into_what_it_counts_and_leaves_out_with_why_and_that_whole(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK, size=LOW) as session:
        await session.press(*TO_EVERYTHING)
        told: list[dict[str, Any]] = json.loads(figures(everything(session)))["traits"]
        for trait in told:
            take(session, trait["id"])
            await session.press("enter")
            for measure in trait["measures"]:
                take(session, f"measure:{measure['id']}")
                await session.press("enter")
                assert_lists(entries(session), measure)
                if measure["id"] in OPENED:
                    await assert_opens(session, *OPENED[measure["id"]])
                await session.press("escape")
            await session.press("escape")


def assert_lists(listed: list[tuple[str, str]], measure: dict[str, Any]) -> None:
    """The rows are exactly what a measure, as JSON, counts and leaves out, and those say why."""
    out = [(entry_id, words) for entry_id, words in listed if "not counted: " in words]
    counted = [entry_id for entry_id, words in listed if "not counted: " not in words]
    assert sorted(counted) == sorted(measure["counted"]), measure["id"]
    whys: dict[str, str] = {name.replace("_", " "): words for name, words in WHY.items()}
    expected = [(each["id"], whys[each["why"]]) for each in measure["excluded"]]
    found = [(entry_id, why) for entry_id, words in out for why in whys.values() if f": {why}" in words]
    assert sorted(found) == sorted(expected), measure["id"]


async def assert_opens(session: Session, record: Record, row: str, whole: str) -> None:
    """The entry has that row, and enter shows it whole; back from it the same row is in hand."""
    assert (record.id, row) in entries(session), session.text
    take(session, f"entry:{record.id}")
    held = the_list(session).key_in_hand
    await session.press("enter")
    await session.until(whole)
    await back(session)
    assert the_list(session).key_in_hand == held


async def test_how_soon_replies_came_opens_into_every_wait_the_longest_first(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await session.press(*TO_EVERYTHING)
        await open_figure(session, "accessible", "response")
        response = response_time(Window(session.book, everything(session).period, NOW))
        waits = sorted(response.clocks, key=lambda clock: clock.waited(NOW), reverse=True)
        assert [entry_id for entry_id, _ in entries(session)] == [clock.contact.id for clock in waits]
        rows = dict(entries(session))
        assert rows[OVERDUE.id].startswith("9 Feb Text Dana – never answer")
        assert rows[OVERDUE.id].endswith(" 4 weeks so far ○")
        assert rows[LATE.id].endswith("3 days ○")
        assert rows[WAITING.id].endswith("4 h 20 min so far ·")
        assert rows[CLOSED.id].endswith("under 1 min, you closed it ·")
        assert any(words.startswith("20 Jan 2025 ") for words in rows.values())
        assert MISTAKE.id not in rows
        assert session.says("How this is worked out")


async def test_the_checklist_says_what_is_agreed_and_what_is_not_yet(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await session.press("3")
        await open_figure(session, "accessible", "set_up")
        assert [words for _, words in entries(session)] == [
            "Agreement A way to get in touch agreed ●",
            "Agreement A reply time agreed ●",
            "Agreement Who covers when they are away agreed ●",
            "Agreement What to do when it is urgent not yet ○",
        ]
        assert session.says("Ways to get help are agreed: 3 of 4")
        assert session.says("It was agreed on Friday 9 January.")
        assert not session.says("o leave out")


async def test_whose_time_and_which_days_stand_above_the_entries_in_a_narrow_window_too(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK, size=NARROW) as session:
        await session.press("3", "enter", "enter")
        assert session.says("last 3 months")
        assert session.says("Dana Whitfield")
        await session.press("t", "t", "p")
        assert session.says("Everyone")
        assert session.says("last 6 months")


async def test_in_a_window_made_wider_the_working_out_stands_beside_an_empty_list(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM, size=NARROW) as session:
        await session.press("3", "enter", "enter")
        assert session.says("Knew the latest about you: nothing recorded yet")
        assert session.says("Nothing in this time.")
        assert not session.says("o leave out")
        await session.pilot.resize_terminal(120, 40)
        await session.settle()
        assert session.says("How this is worked out")
        assert session.says("Dana Whitfield, care co-ordinator, last 3 months")
