"""A new journal: every place says that there is nothing yet, and offers only keys that do something."""

from pathlib import Path

import pytest

from carecompanion.tui.parts.item_list import ItemList
from tests.tui.driving import MIDDLE, NARROW, running

SIZES = [MIDDLE, NARROW]


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_journal_offers_writing_and_nothing_to_open(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, size=size) as session:
        await session.press("2")
        assert session.says("Nothing here yet.")
        assert not session.says("enter open")
        assert not session.says("t type")


@pytest.mark.parametrize("size", [*SIZES, (36, 16)])
async def test_every_empty_place_says_what_will_show_and_how_to_begin(tmp_path: Path, size: tuple[int, int]) -> None:
    said = {
        "1": ("Three ways to begin", "How well things are going will show here"),
        "2": ("What you write down shows here", "c writes down that you got in touch"),
        "3": ("A word shows here once",),
        "4": ("a adds your care co-ordinator", "will stand here"),
    }
    async with running(tmp_path, size=size) as session:
        for digit, sentences in said.items():
            await session.press(digit)
            seen = session.text.replace("▐", "")
            await session.press("end")
            for sentence in sentences:
                assert sentence in " ".join(f"{seen} {session.text}".replace("▐", "").split()), session.text
        await session.press("3", "end")
        rows = session.app.screen.query_one(ItemList)
        assert any("v says how a visit went" in rows._items.draw(at, 200).plain for at in range(rows._items.count))
        await session.press("2", "x")
        assert session.says("What you delete waits here")


@pytest.mark.parametrize("size", SIZES)
async def test_behind_a_trait_without_entries_nothing_is_opened(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, size=size) as session:
        await session.press("3", "enter")
        assert session.says("last 3 months")
        assert session.says("Nothing recorded yet.")
        assert session.says("There are no entries in this time.")
        await session.press("enter")
        assert session.says("Knew the latest about you: nothing recorded yet")
        assert not session.says("0 visits")
        assert not session.says("enter open")
        assert session.says("p period")


async def test_the_first_entry_brings_the_keys_for_it(tmp_path: Path) -> None:
    async with running(tmp_path, size=MIDDLE) as session:
        await session.press("2", "n")
        await session.paste("a first note")
        await session.press("ctrl+s")
        assert session.says("a first note")
        assert session.says("enter open")


async def test_the_first_day_hints_at_the_three_ways_to_begin(tmp_path: Path) -> None:
    async with running(tmp_path / "journal") as session:
        assert session.says("c I got in touch a appointment n note ! help now")
        assert not session.says("they replied")
        await session.press("n")
        await session.paste("A first word")
        await session.press("ctrl+s")
        assert session.says("r they replied")
