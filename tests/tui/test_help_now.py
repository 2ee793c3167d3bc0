"""Help now, from a place, from a form, and before a journal is open."""

from pathlib import Path

import pytest
from textual.screen import Screen

from carecompanion.domain.book import Book
from carecompanion.domain.sample import sample_book
from carecompanion.domain.settings import Settings
from carecompanion.domain.vocabulary import Nation
from carecompanion.store import Journal
from carecompanion.tui.first_run import FirstRun
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, at_the_door, running

COMMON = ("999, or go to A&E", "Samaritans 116 123", "Text SHOUT to 85258")


@pytest.mark.parametrize(
    ("nation", "own", "others"),
    [
        ("england_and_wales", "NHS 111, then 2", "Lifeline"),
        ("scotland", "NHS 24 on 111", "NHS 111"),
        ("northern_ireland", "Lifeline 0808 808 8000", "NHS"),
    ],
)
async def test_one_key_shows_the_numbers_of_the_nation(tmp_path: Path, nation: Nation, own: str, others: str) -> None:
    async with running(tmp_path, Book(settings=Settings(nation=nation))) as session:
        await session.press("exclamation_mark")
        assert all(session.says(number) for number in (*COMMON, own))
        assert not session.says(others)
        assert session.says("This program cannot contact anyone, and nobody else reads it.")
        await session.press("escape")
        assert not session.says(COMMON[0])
        assert session.says("Today")


async def test_help_is_there_while_typing_and_no_word_is_lost(tmp_path: Path) -> None:
    async with running(tmp_path) as session:
        await session.press("n")
        await session.paste("hard morning")
        await session.press("ctrl+g", "ctrl+g")
        assert session.says("Samaritans 116 123")
        await session.press("escape")
        assert session.says("hard morning")


async def test_one_key_helps_from_a_line_of_a_sheet_that_takes_no_letters(tmp_path: Path) -> None:
    async with running(tmp_path) as session:
        await session.press("c", "exclamation_mark")
        assert session.says("Samaritans 116 123")
        await session.press("escape")
        assert session.says("I got in touch")


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16)])
async def test_before_a_journal_is_open_every_nation_is_there_and_can_be_scrolled_to(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    def door() -> Screen[Journal]:
        return FirstRun(tmp_path / "journal", lambda: NOW)

    async with at_the_door(door, size=size) as session:
        await session.press("ctrl+g")
        assert session.says("If you need help now")
        seen = session.text
        for _ in range(6):
            await session.press("pagedown")
            seen += "\n" + session.text
        for number in (*COMMON, "NHS 111, then 2", "NHS 24 on 111", "Lifeline 0808 808 8000", "Checked against"):
            assert number in seen


async def test_hiding_works_from_help(tmp_path: Path) -> None:
    async with running(tmp_path) as session:
        await session.press("exclamation_mark", "0")
        assert session.app.return_value == "hidden"


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16)])
async def test_the_persons_own_numbers_come_first(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, sample_book(NOW), size=size) as session:
        await session.press("exclamation_mark")
        assert session.says("Your own plan")
        assert session.says("Ring the duty desk, 9 to 5")
        seen = session.text
        for _ in range(6):
            await session.press("pagedown")
            seen += "\n" + session.text
        own = [seen.index(words) for words in ("Dana 01632 960 480", "Text Dana 07700 900 123")]
        assert max(own) < seen.index(COMMON[0])
