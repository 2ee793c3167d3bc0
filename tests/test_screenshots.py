"""The pictures in screenshots/ show what the program shows now; `python -m tests.screenshots` makes them anew."""

import re
from html import unescape
from pathlib import Path

import pytest

from carecompanion.tui.themes import PALETTES
from tests.screenshots import FOLDER, PICTURES, THEMES, picture

WORDS = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)


def words(drawn: str) -> list[str]:
    """The words of a picture, in its order."""
    return unescape(" ".join(WORDS.findall(drawn))).split()


@pytest.mark.parametrize("name", PICTURES)
async def test_a_picture_says_what_the_program_says(name: str) -> None:
    kept = (FOLDER / f"{name}-dusk.svg").read_text(encoding="utf-8")
    assert words(kept) == words(await picture(name, "dusk"))


@pytest.mark.parametrize("name", PICTURES)
def test_the_dark_and_the_light_picture_differ_in_their_colours_alone(name: str) -> None:
    dark, light = ((FOLDER / f"{name}-{theme}.svg").read_text(encoding="utf-8") for theme in THEMES)
    assert words(dark) == words(light)
    assert PALETTES["dusk"].page in dark
    assert PALETTES["paper"].page in light


def test_there_are_no_other_pictures() -> None:
    assert {path.name for path in Path(FOLDER).iterdir()} == {
        f"{name}-{theme}.svg" for name in PICTURES for theme in THEMES
    }


def test_a_picture_fetches_nothing() -> None:
    for path in Path(FOLDER).iterdir():
        drawn = path.read_text(encoding="utf-8")
        assert not re.search(r"url\(\s*[\"']?http", drawn), path.name
