"""Nothing blinks, moves by itself or makes a sound."""

from pathlib import Path

from textual.widgets import Input, TextArea

from tests.tui.driving import running


async def test_nothing_moves_by_itself_and_no_cursor_blinks(tmp_path: Path) -> None:
    async with running(tmp_path) as session:
        assert session.app.animation_level == "none"
        for key in ("c", "n", "s", "v"):
            await session.press(key)
            for line in session.app.screen.query("Input, TextArea"):
                assert isinstance(line, Input | TextArea)
                assert not line.cursor_blink, (key, line)
            await session.press("escape")
