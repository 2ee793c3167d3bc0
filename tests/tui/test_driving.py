"""Settled means settled: what these tests look at is what a person would see a moment later."""

from functools import partialmethod
from pathlib import Path

import pytest
from textual._animator import Animator

from tests.tui.driving import running
from tests.tui.sheets import LATELY, go_to


async def test_a_line_taken_in_hand_is_in_sight_however_late_the_scroll_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Animator, "__init__", partialmethod(Animator.__init__, frames_per_second=0.05))
    async with running(tmp_path / "j", LATELY, size=(36, 16)) as session:
        await session.press("s", "p")
        assert not session.says("By when")
        await go_to(session, "due_on")
        assert session.says("By when")
