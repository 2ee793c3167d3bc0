"""The last line is true: what it offers works there, the way to all else is never cut, and a tap does it."""

from contextlib import suppress
from pathlib import Path

import pytest

from carecompanion.domain.sample import sample_book
from carecompanion.tui.parts.line import Words
from tests.tui.driving import MIDDLE, NOW, running
from tests.tui.walking import PLACES, bar, go, hints, untrue

NOT_TAPPED = ("hide", "close", "undo", "back_up_now", "next_step")
"""What ends the program, or is done beside the screen."""


async def test_hints_stay_true_in_every_line_of_a_sheet(tmp_path: Path) -> None:
    async with running(tmp_path, sample_book(NOW), size=MIDDLE) as session:
        for name in (
            "contact",
            "note",
            "appointment",
            "promise",
            "somebody new",
            "agreement",
            "what to show",
            "hiding",
        ):
            await go(session, name)
            begun = session.app.focused
            for _ in range(30):
                wrong = untrue(session)
                assert not wrong or (isinstance(session.app.focused, Words) and wrong == ["enter_save"]), name
                await session.press("tab")
                if session.app.focused is begun:
                    break


@pytest.mark.slow
@pytest.mark.parametrize("name", PLACES)
async def test_a_tap_on_a_hint_does_what_it_says(tmp_path: Path, name: str) -> None:
    async with running(tmp_path, sample_book(NOW), size=MIDDLE) as session:
        await go(session, name)
        for act in [key.id for _, _, key in hints(session)]:
            with suppress(AssertionError):  # half-answered questions are kept, and go on where they were
                await go(session, name)
            if act == "page_before" and act not in NOT_TAPPED:
                await session.press("right")  # there is one before only from the second on
            there = next(((row, reach) for row, reach, key in hints(session) if key.id == act), None)
            if act in NOT_TAPPED or there is None:
                continue
            before, line = (session.text, session.app.focused), bar(session)
            at = line.styles.padding.left + there[1].start, line.styles.padding.top + there[0]
            await session.pilot.click(offset=(line.region.x + at[0], line.region.y + at[1]))
            await session.settle()
            assert (session.text, session.app.focused) != before, f"{act} in {name}:\n{session.text}"
