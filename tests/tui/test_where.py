"""After hiding a person is where they were: the place, the row, what was open over it, each word and the cursor."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from carecompanion.domain.sample import sample_book
from carecompanion.store import Journal
from carecompanion.tui import journal as journal_place
from carecompanion.tui.door import Opening
from carecompanion.tui.parts.line import Line, Words
from tests.tui.driving import NOW, WIDE, Session, at_the_door, running


@asynccontextmanager
async def back_again(folder: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Session]:
    """The program started afresh behind a hidden screen, and a key pressed."""
    async with at_the_door(lambda: Opening(lambda: Journal.open(folder, None)), hidden=True, size=size) as session:
        await session.press("x")
        while session.app.journal is None:
            await session.settle()
        yield session


async def hide(folder: Path, keys: Sequence[str], size: tuple[int, int] = WIDE) -> str:
    """Press these keys, hide, and answer with what the screen said before."""
    async with running(folder, sample_book(NOW), size=size) as session:
        for key in keys:
            await session.press(key)
        said = await session.still()
        await session.press("ctrl+l")
        assert session.app.return_value == "hidden"
        return said


async def says_again(session: Session, said: str) -> None:
    """Until the screen says this. Raises AssertionError."""
    for _ in range(500):
        if session.text == said:
            return
        await session.settle()
    assert session.text == said


async def cursor_is_back(session: Session, column: int) -> None:
    """Until the cursor stands in this column of its line. Raises AssertionError."""
    for _ in range(500):
        line = session.app.focused
        at = line.cursor_position if isinstance(line, Line) else None
        if at == column or (isinstance(line, Words) and line.cursor_location[1] == column):
            return
        await session.settle()
    raise AssertionError(session.text)


WAYS = {
    "today, at the side": "right down",
    "journal, finding": "slash l e t t",
    "a figure": "3 down enter down enter",
    "an entry": "2 down down enter",
    "contact, something chosen": "c v",
    "a visit": "v y p",
    "changing from an entry's page": "2 t t t enter e",
    "leaving out": "3 enter end o w e l l",
    "review, a point reworded": "5 down e w e l l",
}
"""The keys that lead to each."""

MORE_WAYS = {
    "today": "down down",
    "journal": "2 down down down",
    "journal, narrowed": "2 t t p down",
    "journal, found": "slash l e t t enter down",
    "traits": "3 down p p",
    "a trait": "3 down enter down down",
    "team": "4 down down",
    "an entry behind a figure": "3 enter end enter",
    "changing an entry": "2 down down down enter e",
    "contact": "c",
    "a reply": "r",
    "appointment": "a tab tab o h",
    "something without words": "s p",
    "somebody": "4 a J o",
    "changing somebody": "4 down e X",
    "changing a visit": "2 end e X",
    "an own trait": "3 a W e l l",
    "the filters": "2 f",
    "review": "5 down down down",
    "behind a point of the review": "5 down enter down",
    "letters": "5 l down",
    "what the role promises": "5 o down down",
    "an own point": "5 a w e l l",
    "the review itself": "5 g J o",
    "bringing an entry": "2 down down down down b tab w e l l",
    "bringing from an entry's page": "2 down down down down enter b tab w e l l",
    "bringing a figure": "3 b tab w e l l",
    "a visit that was not planned": "v o down enter",
    "a visit that did not happen": "v x",
    "a visit that will not happen": "v o end enter",
    "what somebody promised, changed": "2 t t t t t enter e",
}


WORDS = {
    "contact": ("c v a b c left", "You got in touch", "abZc"),
    "a reply, earlier": ("r t tab tab tab w e l l left", "replied to your", "welZl"),
    "no longer waiting": ("r x w e l l home", "No longer waiting", "Zwell"),
    "note": ("n w e l l enter a n d left left", "Note", "aZnd"),
    "something": ("s p w e l l", "Promise", "wellZ"),
    "what was agreed": ("4 g ctrl+u o l d left", "agree", "olZd"),
    "from an entry's page": ("2 t t t enter e X", "Note", "XZ"),
}
"""The keys that lead to a form with words in it, its name, and the words once a Z is typed after coming back."""


@pytest.fixture(autouse=True)
def _shown_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_place, "REST", 0.001)


@pytest.mark.parametrize("keys", WAYS.values(), ids=WAYS)
async def test_coming_back_the_screen_says_what_it_said(tmp_path: Path, keys: str) -> None:
    said = await hide(tmp_path, keys.split())
    async with back_again(tmp_path) as session:
        await says_again(session, said)


@pytest.mark.slow
@pytest.mark.parametrize("keys", MORE_WAYS.values(), ids=MORE_WAYS)
async def test_so_it_does_everywhere(tmp_path: Path, keys: str) -> None:
    await test_coming_back_the_screen_says_what_it_said(tmp_path, keys)


@pytest.mark.slow
@pytest.mark.parametrize("keys", ["exclamation_mark", "question_mark", "2 x", "2 d", "3 w", "6"])
async def test_from_what_is_only_looked_at_one_comes_back_to_the_place_below(tmp_path: Path, keys: str) -> None:
    place = keys.split()[0] if " " in keys else "1"
    said = await hide(tmp_path / "place", [place])
    await hide(tmp_path / "over", keys.split())
    async with back_again(tmp_path / "over") as session:
        await says_again(session, said)


@pytest.mark.parametrize(("keys", "form", "typed"), WORDS.values(), ids=WORDS)
async def test_each_word_is_there_and_the_next_letter_goes_where_it_would_have_gone(
    tmp_path: Path, keys: str, form: str, typed: str
) -> None:
    await hide(tmp_path, keys.split())
    async with back_again(tmp_path) as session:
        await session.until(typed.replace("Z", ""))
        await cursor_is_back(session, typed.index("Z"))
        await session.type("Z")
        assert session.says(form)
        assert session.says(typed)


async def test_a_close_is_not_a_hiding_and_the_next_start_is_at_today(tmp_path: Path) -> None:
    await hide(tmp_path, ["3"])
    async with back_again(tmp_path) as session:
        await session.until("Whose" if session.says("Whose") else "Communicates")
        await session.press("2", "ctrl+q")
        assert session.app.return_value == "closed"
    async with back_again(tmp_path) as session:
        await session.until("Waiting for a reply")
        assert session.app.current_mode == "today"


async def test_where_one_was_is_in_no_file_that_can_be_read_and_gone_once_used(tmp_path: Path) -> None:
    await hide(tmp_path, ["slash", "h", "e", "r", "o", "n"])
    for file in tmp_path.iterdir():
        assert b"heron" not in file.read_bytes()
    async with back_again(tmp_path) as session:
        await session.until("heron")
        assert session.journal.draft("where") is None


async def test_what_is_gone_meanwhile_is_passed_over(tmp_path: Path) -> None:
    await hide(tmp_path, ["2", "t", "t", "t", "enter"])
    journal = Journal.open(tmp_path, None)
    for note in tuple(journal.book.notes.values()):
        journal.keep(without=[note])
    journal.close()
    async with back_again(tmp_path) as session:
        await session.until("Nothing of this kind")
        assert session.app.current_mode == "journal"


async def test_what_was_only_chosen_and_not_written_is_not_kept_beyond_coming_back(tmp_path: Path) -> None:
    await hide(tmp_path, ["c", "t"])
    async with back_again(tmp_path) as session:
        await session.until("● t Text")
        await session.press("escape", "c")
        await session.until("You got in touch")
        assert not session.says("● t Text")
