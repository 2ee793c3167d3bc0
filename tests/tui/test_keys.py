"""The keys sheet: every key that works, in groups."""

import re
from pathlib import Path

import pytest

from carecompanion.tui.keymap import KEYS
from carecompanion.tui.keys import SHOWN
from tests.tui.driving import MIDDLE, NARROW, WIDE, running


@pytest.mark.parametrize("size", [WIDE, MIDDLE])
async def test_every_key_stands_there_with_its_whole_words(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, size=size) as session:
        await session.press("question_mark")
        seen = session.text
        await session.press("pagedown")
        seen += session.text
        for key in KEYS:
            if key.group in SHOWN:
                assert re.search(f"{re.escape(key.shown)} +{re.escape(key.words)}", seen)


@pytest.mark.parametrize(("size", "across"), [(WIDE, 4), (MIDDLE, 2), (NARROW, 2)])
async def test_the_groups_stand_side_by_side_as_there_is_room(
    tmp_path: Path, size: tuple[int, int], across: int
) -> None:
    async with running(tmp_path, size=size) as session:
        await session.press("question_mark")
        headings = next(row for row in session.text.splitlines() if "Go to" in row)
        assert [group for group in SHOWN if group in headings] == list(SHOWN[:across])
        assert session.says("esc close")


@pytest.mark.parametrize("key", ["escape", "question_mark"])
async def test_the_sheet_closes_to_where_it_was_opened(tmp_path: Path, key: str) -> None:
    async with running(tmp_path) as session:
        await session.press("2", "question_mark")
        assert session.says("hide while typing")
        await session.press(key)
        assert not session.says("hide while typing")
        assert session.app.current_mode == "journal"


async def test_in_the_smallest_window_the_keys_scroll_and_the_way_out_stays(tmp_path: Path) -> None:
    async with running(tmp_path, size=(36, 16)) as session:
        await session.press("question_mark")
        assert session.says("esc close")
        await session.press("end")
        assert session.says("ctrl+q")
        assert session.says("esc close")
