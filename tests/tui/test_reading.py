"""Reading mode: the cursor on what is in hand, words before times, no count-downs, nothing that changes by itself."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.geometry import Offset

from carecompanion.domain.reading_mode import READING
from carecompanion.domain.sample import sample_book
from carecompanion.store import Journal
from carecompanion.tui.choosing import Choosing
from carecompanion.tui.door import GO_ON, Opening
from carecompanion.tui.parts.reading import ReadLine, is_reading
from carecompanion.tui.place import SAVED_SECONDS_READING, Place
from carecompanion.tui.unlock import Unlock
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, at_the_door, new_journal, running

BOOK = sample_book(NOW)
SIZES = (WIDE, MIDDLE, NARROW)
COUNTED_DOWN = re.compile(r"\b\d+ (min|h|days?|weeks?) (left|to prepare|away)\b")
CLOCK = "14:20"


def under_the_cursor(session: Session, letters: int = 200) -> str:
    """What the screen says from the terminal's own cursor on, to the end of the line."""
    place = session.app.cursor_position
    row = session.text.split("\n")[place.y] if place.y < session.text.count("\n") + 1 else ""
    return row[place.x : place.x + letters].rstrip(" ▐│_|")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_cursor_goes_along_with_the_row_in_hand(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, BOOK, size=size, reading=True) as session:
        assert under_the_cursor(session, 14) == "Voicemail to t"
        await session.press("down")
        assert under_the_cursor(session, 12) == "Text to Dana"
        await session.press("2", "down", "down")
        assert under_the_cursor(session, 19) == "Asked for: A longer"
        await session.press("end")
        assert session.app.cursor_position.y < size[1]
        await session.press("3", "down")
        assert under_the_cursor(session, 10) == "Keeps time"
        await session.press("4", "down")
        assert under_the_cursor(session, 9) == "Ade Bello"
        await session.press("5", "down")
        assert under_the_cursor(session, 12) == "You felt com"


async def test_the_cursor_is_in_the_line_or_on_the_letter_that_is_in_hand(tmp_path: Path) -> None:
    async with running(tmp_path, BOOK, size=MIDDLE, reading=True) as session:
        await session.press("c")
        assert under_the_cursor(session, 20) == "v Voicemail, chosen "[:20].rstrip()
        await session.press("tab")
        assert under_the_cursor(session, 16) == "1 Dana Whitfield"
        await session.press("tab", "tab", "tab")
        await session.type("ab")
        place = session.app.cursor_position
        assert session.text.split("\n")[place.y][: place.x].endswith("ab")
        await session.press("escape", "v", "enter")
        assert "on time?" in under_the_cursor(session)
        await session.press("y")
        assert "full time?" in under_the_cursor(session)
        await session.press("escape", "5", "w")
        await session.type("x")
        place = session.app.cursor_position
        assert session.text.split("\n")[place.y][: place.x].endswith("x")


async def test_in_the_palette_it_is_where_the_person_was_last(tmp_path: Path) -> None:
    async with running(tmp_path, BOOK, size=MIDDLE, reading=True) as session:
        await session.press("colon")
        await session.type("re")
        place = session.app.cursor_position
        assert session.text.split("\n")[place.y][: place.x].endswith("re")
        await session.press("down")
        screen = session.app.screen
        assert isinstance(screen, Choosing)
        assert session.app.cursor_position == screen.spot != place
        await session.type("a")
        assert session.app.cursor_position == place + Offset(1, 0)


async def test_on_a_page_it_goes_from_line_to_line_to_the_last(tmp_path: Path) -> None:
    async with running(tmp_path, BOOK, size=MIDDLE, reading=True) as session:
        await session.press("2", "enter")
        assert under_the_cursor(session) == "Moving Friday's visit"
        await session.press("down", "down", "down")
        assert under_the_cursor(session) == "no answer yet, agreed 3 h"
        await session.press(*["down"] * 30)
        assert under_the_cursor(session).startswith("Written Thursday 12 March")
        await session.press("escape", "5", "p", *["down"] * 4)
        assert under_the_cursor(session).startswith("Thursday 26 March 2026")
        await session.press("end", "up")
        last = under_the_cursor(session)
        await session.press("down", "down", "up", "up")
        assert under_the_cursor(session) == last or session.app.cursor_position.y < MIDDLE[1]
        await session.press("home")
        assert session.app.cursor_position.y == 0


@pytest.mark.parametrize(
    ("step", "of", "top", "height", "at", "begins"),
    [
        (1, 100, 0, 10, 1, 0),
        (9, 100, 0, 10, 9, 0),
        (10, 100, 0, 10, 10, 1),
        (-1, 100, 5, 10, 0, 0),
        (200, 100, 0, 10, 99, 90),
        (1, 0, 0, 10, 0, 0),
        (3, 5, 0, 1, 3, 3),
    ],
)
def test_the_window_follows_the_line_that_is_read(
    step: int, of: int, top: int, height: int, at: int, begins: int
) -> None:
    line = ReadLine()
    assert line.move(step, of, top, height) == begins
    assert line.at == at


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_no_place_has_a_clock_a_count_down_or_two_columns(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, BOOK, size=size, reading=True) as session:
        for keys in (("1",), ("2",), ("2", "enter"), ("escape", "3"), ("4",), ("5",), ("5", "l"), ("escape", "5", "o")):
            await session.press(*keys)
            assert CLOCK not in session.text, keys
            assert not COUNTED_DOWN.search(session.text), (keys, session.text)
            assert not set("●○◐━╍┃┤▎") & set(session.text), keys
        assert session.book.counts_down is False


async def test_rows_begin_with_their_words_and_end_with_their_time(tmp_path: Path) -> None:
    async with running(tmp_path, BOOK, size=MIDDLE, reading=True) as session:
        assert session.says("Text to Dana: The letter to my GP. Due by 22:15.")
        assert session.says("Dr Okafor, medication review, Elm House. Tue 17 March 14:30")
        await session.press("2")
        assert session.says("Visit: Dana, at home. Late and cut short. 11 March 14:00")
        await session.press("slash")
        await session.type("letter")
        assert session.says("Text: Dana – The letter to my GP. Due by 22:15. 11 March 22:15")
        await session.press("escape", "3", "down", "enter")
        assert session.says("Sometimes. Went ahead, on time and in full 3 of 7 times, and 1 partly")


async def test_nothing_is_drawn_again_by_itself(tmp_path: Path) -> None:
    now = [NOW]

    def clock() -> datetime:
        return now[0]

    async with running(tmp_path, BOOK, size=MIDDLE, reading=True, clock=clock) as session:
        drawn: list[Place] = []
        place = session.app.screen
        assert isinstance(place, Place)
        place.redraw = lambda: drawn.append(place)  # type: ignore[method-assign]
        now[0] += timedelta(minutes=5)
        session.app._look_at_the_clocks()
        await session.settle()
        assert drawn == []


async def test_what_was_saved_is_said_for_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds: list[float] = []
    usual = Place.set_timer

    def noting(self: Place, delay: float, callback: Callable[[], None]) -> object:
        seconds.append(delay)
        return usual(self, delay, callback)

    async with running(tmp_path, BOOK, size=MIDDLE, reading=True) as session:
        monkeypatch.setattr(Place, "set_timer", noting)
        await session.press("c", "enter")
        assert session.says("Saved.")
    assert SAVED_SECONDS_READING in seconds


async def test_it_is_chosen_in_settings_holds_at_once_and_is_undone(tmp_path: Path) -> None:
    async with running(tmp_path, BOOK, size=WIDE) as session:
        assert session.says("7 h 55 min left")
        assert session.says(CLOCK)
        before = session.text
        await session.press("colon")
        await session.type("screen reader")
        await session.press("enter")
        await session.until("n off")
        await session.press("y")
        assert session.says("Reading mode: on.")
        assert session.journal.choices()[READING] == "yes"
        assert is_reading()
        await session.press("escape")
        assert session.says("Due by 22:15.")
        assert not session.says(CLOCK)
        await session.press("u")
        assert session.says("reading mode")
        assert not is_reading()
        await session.press("2", "1")
        assert session.text.split("\n")[3:30] == before.split("\n")[3:30]
        assert session.book.counts_down


async def test_a_journal_for_which_it_was_chosen_opens_in_it(tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "journal", BOOK)
    journal.keep(chosen={READING: "yes"}, at=NOW)
    journal.close()
    async with at_the_door(lambda: Opening(lambda: Journal.open(tmp_path / "journal", None)), size=MIDDLE) as session:
        await session.until("Waiting for a reply")
        assert session.says("Due by 22:15.")
        assert under_the_cursor(session, 9) == "Voicemail"


async def test_told_for_once_it_holds_until_something_else_is_chosen(tmp_path: Path) -> None:
    async with running(tmp_path, BOOK, size=MIDDLE, reading=True) as session:
        session.journal.keep(chosen={READING: "yes"}, at=NOW)
        session.app.on_chosen()
        assert is_reading()
        session.journal.undo()
        session.app.on_chosen()
        assert not is_reading()


async def test_hidden_it_says_how_to_go_on_and_the_door_has_the_cursor_in_its_line(tmp_path: Path) -> None:
    async with at_the_door(lambda: Unlock(tmp_path, lambda: NOW), hidden=True, reading=True) as session:
        assert session.text.split() == GO_ON.split()
        await session.press("x")
        line = session.app.focused
        assert line is not None
        assert line.region.contains_point(session.app.cursor_position)


async def test_without_it_the_cursor_is_left_to_textual(tmp_path: Path) -> None:
    async with running(tmp_path, BOOK, size=MIDDLE) as session:
        before = session.app.cursor_position
        await session.press("down", "down")
        assert session.app.cursor_position == before
