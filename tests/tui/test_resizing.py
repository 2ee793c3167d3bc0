"""Resizing the window: place, what is in hand, words, the cursor in them and the focus stay, however small it was."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.widget import Widget
from textual.widgets import Input, TextArea

from carecompanion.domain.sample import sample_book
from carecompanion.tui.door import TooSmall
from carecompanion.tui.field import Field
from carecompanion.tui.parts.item_list import ItemList
from tests.tui.driving import NOW, Session, running

SIZES = [(36, 15), (240, 70), (80, 24), (30, 10), (40, 15), (50, 30), (120, 14), (120, 40)]
"""Through all of these, two of which are too small to show anything, and back to the first."""

Begin = Callable[[Session], Awaitable[None]]


@dataclass(frozen=True)
class Standing:
    """Where a person is: what would be lost if the window forgot it."""

    screens: tuple[str, ...]
    focused: str | None
    """The line, or the row in hand."""
    words: tuple[str, ...]
    cursor: object


def standing(session: Session) -> Standing:
    screens = [screen for screen in session.app.screen_stack if not isinstance(screen, TooSmall)]
    top, line = screens[-1], screens[-1].focused
    cursor = (line.cursor_position, line.selection) if isinstance(line, Input) else None
    return Standing(
        tuple(type(screen).__name__ for screen in screens),
        line.key_in_hand if isinstance(line, ItemList) else line.id if line is not None else None,
        tuple(each.value if isinstance(each, Input) else each.text for each in top.query("Input, TextArea").results()),  # type: ignore[attr-defined]  # of these two kinds
        line.selection if isinstance(line, TextArea) else cursor,
    )


def in_sight(session: Session) -> bool:
    """Whether what has the focus shows: the row in hand of a list, or a line with its name."""
    focused = session.app.focused
    if focused is None:
        return False
    if isinstance(focused, ItemList):
        place = focused._place
        assert place is not None
        top, bottom = focused._offsets[place] - focused.scroll_offset.y, focused._offsets[place + 1]
        return 0 <= top < focused.size.height and (bottom - focused.scroll_offset.y <= focused.size.height or top == 0)
    row = focused.cursor_screen_offset.y if isinstance(focused, TextArea) else focused.region.y
    around = [each for each in focused.ancestors if isinstance(each, Widget)]
    box = next((each for each in around if isinstance(each, Field)), focused)
    lines = next((each for each in around if each.id == "lines"), focused.screen)
    named = box.region.y >= lines.region.y or isinstance(focused, TextArea)
    return named and lines.region.y <= row < lines.region.bottom <= session.app.size.height


async def in_the_middle_of_a_long_journal(session: Session) -> None:
    await session.press("2", *["pagedown"] * 4, "down")


async def found_words(session: Session) -> None:
    await session.press("2", "slash", "l", "e", "t", "enter", "down", "down")


async def a_sheet_with_half_typed_words(session: Session) -> None:
    await session.press("c", "v", "1", "tab")
    await session.type("about the letter")
    await session.press("left", "left", "left")


async def a_note_of_several_lines(session: Session) -> None:
    await session.press("n")
    await session.paste(
        "\n".join(f"The {number}th line of what I want to keep, and it is long." for number in range(30))
    )
    await session.press("up", "up", "up", "home", "right")


async def a_point_of_the_review(session: Session) -> None:
    await session.press("5", *["down"] * 9)


async def the_walk(session: Session) -> None:
    await session.press("5", "w")
    await session.type(" And a name to ring.")
    await session.press("left", "left")


async def a_trait_open(session: Session) -> None:
    await session.press("3", "down", "enter", *["down"] * 5)


async def a_trait_in_hand_beside_today(session: Session) -> None:
    await session.press("tab", "down")


async def a_page_read_on(session: Session) -> None:
    await session.press("3", "w", "down", "down")


async def looking_for_what_to_do(session: Session) -> None:
    await session.press("colon", "w", "r", "i", "down", "down")


async def an_agreement_with_more_lines(session: Session) -> None:
    await session.press("4", "g", "ctrl+n", "tab")


async def the_people_of_the_team(session: Session) -> None:
    await session.press("4", "down", "down", "down")


@pytest.mark.parametrize(
    "begin",
    [
        in_the_middle_of_a_long_journal,
        found_words,
        a_sheet_with_half_typed_words,
        a_note_of_several_lines,
        a_point_of_the_review,
        the_walk,
        a_trait_open,
        a_trait_in_hand_beside_today,
        a_page_read_on,
        looking_for_what_to_do,
        an_agreement_with_more_lines,
        the_people_of_the_team,
    ],
    ids=lambda each: each.__name__,
)
async def test_nothing_is_lost_by_resizing(tmp_path: Path, begin: Begin) -> None:
    async with running(tmp_path / "journal", sample_book(NOW)) as session:
        await begin(session)
        before = standing(session)
        for size in SIZES:
            await session.pilot.resize_terminal(*size)
            await session.settle()
            small = size[0] < 36 or size[1] < 15
            assert session.says("This window is very small") is small
            if not small:
                assert standing(session) == before, size
                assert in_sight(session) or before.focused is None, f"{size}\n{session.text}"


async def test_a_window_too_small_from_the_beginning_says_so_and_then_shows_today(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", sample_book(NOW), size=(30, 10)) as session:
        assert session.says("This window is very small")
        await session.pilot.resize_terminal(80, 24)
        await session.settle()
        assert session.says("Waiting for a reply")
        await session.press("down")
        assert standing(session).screens == ("Today",)
