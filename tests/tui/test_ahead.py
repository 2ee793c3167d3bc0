"""The places that are laid out before they are gone to: unseen, in nobody's way, and as they are once shown."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from textual.color import Color

from carecompanion.domain.records import Note
from carecompanion.tui import ahead
from carecompanion.tui.ahead import PLACES, lay_out_ahead
from carecompanion.tui.idle import Idle
from carecompanion.tui.place import Place
from tests.tui.care_team import numbered
from tests.tui.driving import NOW, Session, running
from tests.tui.sheets import LATELY

SLEPT = Note(id=numbered(91), at=NOW - timedelta(days=2), text="Slept badly")
WALKED = Note(id=numbered(92), at=NOW - timedelta(hours=5), text="Walked to the market")
BOOK = LATELY.keeping(SLEPT)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to wait for a quiet moment."""
    monkeypatch.setattr(ahead, "QUIET", 0.001)


def laid_out(session: Session) -> dict[str, Place]:
    """The places that there are, but for Today."""
    stacks = session.app._screen_stacks
    return {name: stack[0] for name, stack in stacks.items() if name in PLACES and isinstance(stack[0], Place)}


async def test_they_are_there_before_they_are_gone_to_and_nothing_is_seen_of_it(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", BOOK) as session:
        before = session.text
        await lay_out_ahead(session.app, session.journal)
        await session.settle()
        assert set(laid_out(session)) == set(PLACES)
        assert session.text == before
        assert session.app.current_mode == "today"
        there = laid_out(session)["journal"]
        await session.press("2", "down")
        assert session.app.screen is there
        assert session.says("Slept badly")
        await session.press("3")
        assert session.says("Communicates")
        await session.press("4")
        assert session.says("Dana Whitfield")


async def test_a_listener_stays_where_they_are(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", BOOK, reading=True) as session:
        await session.press("down")
        before = session.text, session.app.focused, session.app.cursor_position
        await lay_out_ahead(session.app, session.journal)
        await session.settle()
        assert (session.text, session.app.focused, session.app.cursor_position) == before


async def test_somebody_who_types_is_not_held_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path / "journal", BOOK) as session:
        waits = asyncio.create_task(lay_out_ahead(session.app, session.journal))
        with monkeypatch.context() as typing:
            typing.setattr(Idle, "quiet_for", 0.0)
            for _ in range(5):
                await session.press("down")
            assert not laid_out(session)
        await waits
        assert set(laid_out(session)) == set(PLACES)


async def test_what_is_written_down_after_is_there_and_in_the_colours_of_now(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", BOOK) as session:
        await lay_out_ahead(session.app, session.journal)
        session.journal.keep(WALKED)
        session.app.theme = "paper"
        await session.press("2")
        await session.settle()
        assert session.says("Walked to the market")
        there = laid_out(session)["journal"]
        assert there.styles.background == Color.parse(session.app.theme_variables["background"])


async def test_a_key_that_comes_while_a_place_is_laid_out_leads_there_all_the_same(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", BOOK) as session:
        laying = asyncio.create_task(lay_out_ahead(session.app, session.journal))
        while "journal" not in session.app._screen_stacks:
            await asyncio.sleep(0)  # a turn of the loop at a time until the place has begun; nothing is waited for
        assert not session.app._screen_stacks["journal"][0].is_mounted
        session.app.switch_mode("journal")
        await session.settle()
        assert session.says("Slept badly")
        await laying
        assert session.app.current_mode == "journal"


async def test_with_a_sheet_in_front_it_waits(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", BOOK) as session:
        await session.press("n")
        waiting = asyncio.create_task(lay_out_ahead(session.app, session.journal))
        await session.type("half a thought")
        assert not laid_out(session)
        await session.press("escape")
        await waiting
        assert set(laid_out(session)) == set(PLACES)


async def test_the_places_gone_to_before_stay_as_they_are(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", BOOK) as session:
        await session.press("2")
        there = session.app.screen
        await lay_out_ahead(session.app, session.journal)
        assert laid_out(session)["journal"] is there
