"""The last line is true: what it offers works there, the way to all else is never cut, and a tap does it."""

from pathlib import Path

import pytest
from textual.widgets import Input

from carecompanion.domain.sample import sample_book
from carecompanion.tui.keymap import in_use
from carecompanion.tui.parts.choice import Choice
from carecompanion.tui.parts.line import Words
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running
from tests.tui.walking import PLACES, bar, go, hints

SMALLEST = (36, 16)
OF_THE_LINE = {"enter_save", "next_line", "to_list", "clear_line", "next_step", "open", "move", "step_back"}
"""What the line or the list in hand does itself, under a key of the same name."""

NOT_TAPPED = ("hide", "close", "undo", "back_up_now", "next_step")
"""What ends the program, or is done beside the screen."""
ANOTHER_NAME = {
    "stop_finding": "back",
    "back_to_draft": "cancel",
    "put_back": "open",
    "press_key": "open",
    "replied_now": "open",
    "move_point": "point_down",
}
"""What an act is called where it means something else than elsewhere."""


def untrue(session: Session) -> list[str]:
    """The hints that are drawn and do nothing here."""
    active = session.app.screen.active_bindings
    by_id = {each.binding.id for each in active.values() if each.enabled}
    focused = session.app.focused
    of_a_line = {"enter_save", "next_step"} if isinstance(focused, Choice | Input) else set()
    wrong = []
    for _row, _reach, key in hints(session):
        keys = set(in_use(key.id).keys.split(","))
        is_of_the_line = key.id in OF_THE_LINE and bool(keys & active.keys())
        if ANOTHER_NAME.get(key.id, key.id) not in by_id and key.id not in of_a_line and not is_of_the_line:
            wrong.append(key.id)
    return wrong


def cut(session: Session) -> list[str]:
    """What should be in sight and is not: the line itself, its first hint, the way to all others."""
    line, shown = bar(session), [key.id for _, _, key in hints(session)]
    first = next(iter(line.offered), None)
    lost = [name for name in (first, "keys") if name in line.offered and name not in shown]
    is_whole = line.region.y >= 0 and line.region.bottom <= session.app.size.height and line.region.height
    return lost if is_whole else [*lost, "the line"]


@pytest.mark.parametrize(
    "size",
    [MIDDLE, SMALLEST, *(pytest.param(size, marks=pytest.mark.slow) for size in (WIDE, NARROW))],
    ids=lambda size: f"{size[0]}x{size[1]}",
)
async def test_every_hint_works_where_it_stands_and_none_that_matters_is_cut(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    troubles: list[str] = []
    async with running(tmp_path, sample_book(NOW), size=size) as session:
        for name in PLACES:
            await go(session, name)
            troubles += [f"{name}: {trouble}" for trouble in (*untrue(session), *cut(session))]
    assert not troubles, "; ".join(troubles)


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
            await go(session, name)
            there = next(((row, reach) for row, reach, key in hints(session) if key.id == act), None)
            if act in NOT_TAPPED or there is None:  # half-answered questions are kept, and go on where they were
                continue
            before, line = (session.text, session.app.focused), bar(session)
            at = line.styles.padding.left + there[1].start, line.styles.padding.top + there[0]
            await session.pilot.click(offset=(line.region.x + at[0], line.region.y + at[1]))
            await session.settle()
            assert (session.text, session.app.focused) != before, f"{act} in {name}:\n{session.text}"
