"""A tap does what a key does: on a place, a row, a hint, an option."""

from pathlib import Path

import pytest

from carecompanion.store import ChosenKeys
from carecompanion.tui.detail import DetailPane
from carecompanion.tui.parts.choice import Choice
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.page import Page
from tests.tui.care_team import TEAM
from tests.tui.driving import MIDDLE, NARROW, WIDE, Session, running
from tests.tui.waiting import ONE_WAITS, TWO_WAIT

SMALLEST = (36, 16)


async def tap(session: Session, words: str, *, last: bool = False) -> None:
    """Tap where these words stand on the screen."""
    rows = session.text.splitlines()
    there = [(row.index(words), number) for number, row in enumerate(rows) if words in row]
    assert there, f"nowhere to tap “{words}”:\n{session.text}"
    await session.pilot.click(offset=there[-1 if last else 0])
    await session.settle()


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, SMALLEST])
async def test_every_place_opens_by_its_name(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, TEAM, size=size) as session:
        for name in ("Journal", "Traits", "Team", "Today"):
            await tap(session, name)
            assert session.app.current_mode == name.lower()


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, SMALLEST])
async def test_a_row_is_taken_up_by_one_tap_and_opened_by_the_next(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, TWO_WAIT, size=size) as session:
        await session.press("2")
        rows = session.app.screen.query_one(ItemList)
        first = rows.key_in_hand
        await tap(session, "Voicemail" if size[0] > 60 else "moving Fr", last=size[0] <= 60)
        assert rows.key_in_hand != first
        assert not isinstance(session.app.screen, Page)
        await tap(session, "Voicemail" if size[0] > 60 else "moving Fr", last=size[0] <= 60)
        assert isinstance(session.app.screen, Page)
        assert not session.app.screen.query(DetailPane)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_an_option_is_picked_where_it_stands(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, ONE_WAITS, size=size) as session:
        await session.press("c")
        await tap(session, "Email")
        assert session.app.screen.query_one("#how", Choice).value == "email"
        await tap(session, "save")
        assert "email" in {attempt.route for attempt in session.book.attempts.values()}


async def test_a_hint_does_what_it_says_also_under_another_key(tmp_path: Path) -> None:
    ChosenKeys(tmp_path).keep({"contact": "z"})
    async with running(tmp_path, TEAM) as session:
        await tap(session, "I got in touch   a")
        assert session.says("You got in touch")
