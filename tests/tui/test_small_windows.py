"""In the smallest window every sheet can be used: the line in hand shows with its name."""

from pathlib import Path

import pytest
from textual.widget import Widget

from carecompanion.domain.sample import sample_book
from carecompanion.tui.field import Field
from tests.tui.driving import NOW, running
from tests.tui.walking import walk

SMALLEST = (36, 15)
SHEETS = ("contact", "handover", "agreement", "what to show", "saving a copy", "note")
"""Those with the most lines."""


def has_room(line: Widget) -> bool:
    """Whether the line in hand shows, from the row with its name."""
    around = [each for each in line.ancestors if isinstance(each, Widget)]
    field = next((each for each in around if isinstance(each, Field)), line)
    lines = next((each for each in around if each.id == "lines"), line.screen)
    shown = line.region.intersection(lines.region).intersection(line.screen.region)
    return field.region.y in range(lines.region.y, lines.region.bottom) and shown.height >= min(line.region.height, 3)


@pytest.mark.parametrize("name", SHEETS)
async def test_every_line_can_be_gone_to_and_shows_with_its_name(tmp_path: Path, name: str) -> None:
    async with running(tmp_path / "journal", sample_book(NOW), size=SMALLEST) as session:
        await walk(session, name)
        await session.press("ctrl+n")
        begun = line = session.app.focused
        while line is not None:
            assert has_room(line), f"{line.id}\n{session.text}"
            await session.press("tab")
            line = session.app.focused if session.app.focused is not begun else None


async def test_the_line_that_is_written_on_stays_in_sight_in_a_long_note(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", sample_book(NOW), size=(50, 20)) as session:
        await session.press("n")
        await session.paste("\n".join(f"Line {number}." for number in range(60)))
        assert session.says("Line 59.")
        await session.press("enter")
        await session.type("The end.")
        assert session.says("The end.")
        await session.press(*["up"] * 40)
        assert session.says("Line 20.")
