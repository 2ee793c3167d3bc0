"""A choice of options in little room."""

from pathlib import Path

from carecompanion.domain.sample import sample_book
from tests.tui.driving import NARROW, NOW, running


async def test_an_option_longer_than_its_line_goes_on_below_its_own_words(tmp_path: Path) -> None:
    async with running(tmp_path, sample_book(NOW), size=NARROW) as session:
        await session.press("c")
        rows = session.text.splitlines()
        first = next(place for place, row in enumerate(rows) if "1 chasing:" in row)
        assert rows[first].index("chasing:") == len(rows[first + 1]) - len(rows[first + 1].lstrip())
