"""What the main screens say, line by line, in plain; `python -m tests.tui.test_snapshots` writes it anew."""

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from carecompanion.domain.sample import sample_book
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, running

FOLDER = Path(__file__).parent / "snapshots"
READ = "_read"
"""Ends the names of screens in reading mode."""
SCREENS: dict[str, Sequence[str]] = {
    "today": (),
    "journal": ("2",),
    "traits": ("3",),
    "trait": ("3", "end", "up", "enter"),
    "promise": ("s", "p"),
    "contact": ("c",),
    "check_in": ("v", "n", "p"),
    "safety": ("6",),
    "review": ("5", "down"),
    "letters": ("5", "l"),
    "letter": ("5", "l", "down", "enter"),
    "role": ("5", "o"),
    "walk": ("5", "w"),
    "practise": ("5", "t", "space"),
    "shared": ("5", "h"),
    "settings": ("7",),
    "here": ("2", "question_mark"),
    "anything": ("colon",),
    "own_keys": ("colon", *"own", "space", *"keys", "enter"),
    "today_read": (),
    "journal_read": ("2",),
    "trait_read": ("3", "end", "up", "enter"),
}
SIZES = [(name, size) for name in SCREENS for size in (MIDDLE, NARROW)] + [("review", WIDE)]


async def said(name: str, size: tuple[int, int]) -> str:
    """What a screen says in plain."""
    with tempfile.TemporaryDirectory() as folder:
        place, reading = Path(folder) / "journal", name.endswith(READ)
        async with running(place, sample_book(NOW), size=size, theme="plain", reading=reading) as session:
            for key in SCREENS[name]:
                await session.press(key)
            return await session.still() + "\n"


def snapshot(name: str, size: tuple[int, int]) -> Path:
    """Where a screen's words are kept."""
    return FOLDER / f"{name}-{size[0]}x{size[1]}.txt"


@pytest.mark.parametrize(("name", "size"), SIZES)
async def test_a_screen_says_what_it_said(name: str, size: tuple[int, int]) -> None:
    assert await said(name, size) == snapshot(name, size).read_text(encoding="utf-8")


async def write() -> None:
    """Keep what every screen says now."""
    for name, size in SIZES:
        snapshot(name, size).write_text(await said(name, size), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(write())
