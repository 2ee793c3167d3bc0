"""The last line is true: what it offers works there, the way to all else is never cut, and a tap does it."""

from pathlib import Path

import pytest

from carecompanion.domain.sample import sample_book
from carecompanion.tui.parts.line import Words
from tests.tui.driving import MIDDLE, NOW, Session, running
from tests.tui.walking import PLACES, bar, go, hints, untrue, walk

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
    """A program after the other until each was tapped: what is half-answered is kept, and does not begin anew."""
    async with running(tmp_path / "first", sample_book(NOW), size=MIDDLE) as session:
        await walk(session, name)
        acts = [key.id for _, _, key in hints(session) if key.id not in NOT_TAPPED]
    for turn in range(len(acts)):
        if not acts:
            break
        async with running(tmp_path / str(turn), sample_book(NOW), size=MIDDLE) as session:
            await walk(session, name)
            await tap(session, name, acts.pop(0))
            while acts and await is_back(session, name) and acts[0] in [key.id for _, _, key in hints(session)]:
                await tap(session, name, acts.pop(0))
    assert not acts


async def is_back(session: Session, name: str) -> bool:
    """Go there again, from wherever a tap led; whether that is where it led to before."""
    try:
        await go(session, name)
    except AssertionError:
        return False
    return True


async def tap(session: Session, name: str, act: str) -> None:
    """Tap on the hint of an act: the screen says something else then, or another line is in hand."""
    if act == "page_before":
        await session.press("right")  # there is one before only from the second on
    row, reach = next((row, reach) for row, reach, key in hints(session) if key.id == act)
    before, line = (session.text, session.app.focused), bar(session)
    at = line.styles.padding.left + reach.start, line.styles.padding.top + row
    await session.pilot.click(offset=(line.region.x + at[0], line.region.y + at[1]))
    await session.settle()
    assert (session.text, session.app.focused) != before, f"{act} in {name}:\n{session.text}"
