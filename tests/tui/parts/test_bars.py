"""The first and the last line of the screen, in every width."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from carecompanion.domain.book import Book
from carecompanion.tui.parts.bars import NavBar
from tests.tui.care_team import TEAM
from tests.tui.driving import MIDDLE, NARROW, WIDE, running

SMALLEST = (36, 16)
SIZES = [WIDE, MIDDLE, NARROW, SMALLEST]


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (("c",), ("enter save", "tab next line", "ctrl+n", "esc cancel")),
        (("n",), ("ctrl+s save", "shift+tab", "ctrl+n more", "esc back, kept")),
        (("a",), ("enter save", "tab next line", "ctrl+n more", "esc cancel")),
        (("4", "enter"), ("0 hide", "! help now", "esc back")),
    ],
)
async def test_every_key_of_a_form_or_page_stands_on_its_last_lines(
    tmp_path: Path, size: tuple[int, int], keys: Sequence[str], shown: Sequence[str]
) -> None:
    async with running(tmp_path, TEAM, size=size) as session:
        await session.press(*keys)
        last = " ".join(" ".join(session.text.splitlines()[-4:]).split())
        assert [key for key in shown if key not in last] == []


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (("c",), "enter save  ctrl+n more       esc"),
        (("n",), "ctrl+s save  ctrl+n more     esc"),
        (("4", "a"), "enter save  ctrl+n more       esc"),
    ],
)
async def test_where_there_are_few_rows_the_keys_that_matter_most_stand_on_one(
    tmp_path: Path, keys: Sequence[str], shown: str
) -> None:
    async with running(tmp_path, TEAM, size=SMALLEST) as session:
        await session.press(*keys)
        assert " ".join(session.text.splitlines()[-1].split()) == " ".join(shown.split())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", "12345")
async def test_a_place_has_its_keys_on_one_line_that_leads_to_all_of_them(
    tmp_path: Path, size: tuple[int, int], place: str
) -> None:
    async with running(tmp_path, TEAM, size=size) as session:
        await session.press(place)
        rows = [row for row in session.text.splitlines() if "? keys" in row]
        assert len(rows) == 1
        assert rows[0].endswith("? keys")


@pytest.mark.parametrize("size", [*SIZES, (44, 20), (60, 24)])
@pytest.mark.parametrize("place", "12345")
async def test_the_words_beside_the_rule_are_whole_and_apart_from_it(
    tmp_path: Path, size: tuple[int, int], place: str
) -> None:
    async with running(tmp_path, Book(), size=size) as session:
        await session.press(place)
        bar = session.app.screen.query_one(NavBar)
        bar._label = "sample journal, all invented"
        _places, rule = bar.render().plain.split("\n")
        said = next(words for words in rule.split("━") if words.strip())
        assert said.strip() in ("sample journal, all invented", "sample journal", "sample")
        assert said.startswith("  ") or said.endswith("  ")


async def test_the_places_and_the_time_stand_on_one_line_in_every_width(tmp_path: Path) -> None:
    async with running(tmp_path, Book(), size=WIDE) as session:
        bar = session.app.screen.query_one(NavBar)
        bar.say_when("Wednesday 30 September   14:20", "Wed 30 Sep  14:20")
        for width in range(SMALLEST[0], WIDE[0] + 20):
            await session.pilot.resize_terminal(width, 40)
            await session.settle()
            places, _rule = bar.render().plain.split("\n")
            assert len(places.rstrip()) <= bar.content_size.width, places
            assert all(name in places for name in ("Today", "Journal", "Traits", "Team", "Review"))
