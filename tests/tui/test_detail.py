"""An entry whole, on a page of its own."""

from pathlib import Path

import pytest

from carecompanion.domain.sample import sample_book
from tests.tui.driving import MIDDLE, NARROW, NOW, running


@pytest.mark.parametrize("size", [MIDDLE, NARROW, (36, 16)])
@pytest.mark.parametrize("keys", [("enter",), ("3", "enter", "enter", "enter")])
async def test_what_stands_at_the_right_is_never_broken(
    tmp_path: Path, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with running(tmp_path, sample_book(NOW), size=size) as session:
        await session.press(*keys)
        rows = [row.rstrip("▐ ") for row in session.text.splitlines()[:-2]]
        at_the_right = ("Today, 08:20", "Accessible", "Keeps time", "Listens", "Communicates")
        assert any(row.endswith(words) for row in rows for words in at_the_right)
        assert not [row for row in rows if row.endswith(("Keeps", "Today,", "Accessibl")) or row.strip() == "time"]


async def test_a_letter_that_means_nothing_does_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, sample_book(NOW), size=MIDDLE) as session:
        await session.press("enter")
        before = session.text
        await session.press("q", "c", "z")
        assert session.text == before
