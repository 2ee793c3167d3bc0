"""Finding by words from anywhere, the filters, and ways of looking that have a name."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from carecompanion.domain.records import Agreement, Note
from carecompanion.tui.parts.find_line import FindLine
from carecompanion.tui.parts.item_list import ItemList
from tests.tui.care_team import DANA, numbered
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running
from tests.tui.sheets import CAT, LATELY, PLAN, RING
from tests.tui.waiting import LETTER_TEXT

GOOD = Note(id=numbered(91), at=NOW - timedelta(days=2), text="Café [b]with[/b] the letter group", kind="good")
LONG = Note(id=numbered(92), at=NOW - timedelta(days=40), text=f"A letter came {'and much else ' * 20}")
BOOK = LATELY.keeping(GOOD, LONG, PLAN, replace(RING, due_on=None))


def in_hand(session: Session) -> str | None:
    return session.app.screen.query_one("#timeline", ItemList).key_in_hand


@pytest.mark.parametrize("place", ["1", "2", "3", "4", "5"])
async def test_from_anywhere_words_are_found_as_they_are_typed(tmp_path: Path, place: str) -> None:
    async with running(tmp_path / "journal", BOOK) as session:
        await session.press(place, "slash")
        await session.type("lett")
        assert session.app.current_mode == "journal"
        assert session.says("/ lett 3 of ")
        assert session.says("the letter to my GP")
        assert session.says("Café [b]with[/b] the letter group")
        await session.type("er caf")
        assert session.says("1 of ")
        await session.until("the letter to my GP", gone=True)


async def test_keys_typed_at_once_after_the_key_are_all_for_the_line(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", BOOK) as session:
        await session.press("slash", *"cafe")
        assert session.app.screen.query_one(FindLine).line.value == "cafe"
        assert session.says("Café [b]with[/b]")


async def test_enter_goes_to_the_list_and_esc_to_the_entry_in_its_place(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", BOOK, size=MIDDLE) as session:
        await session.press("slash")
        await session.type("letter")
        assert session.says("enter go to the list")
        await session.press("enter", "end")
        assert in_hand(session) == LONG.id
        assert session.says("enter open")
        await session.press("escape")
        assert in_hand(session) == LONG.id
        assert session.says("Today, Thursday 12 March") or session.says("January")
        assert not session.app.screen.query_one(FindLine).is_open
        await session.press("escape")
        assert session.app.current_mode == "today"


async def test_what_was_found_opens_whole_and_can_be_deleted_from_the_list(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", BOOK) as session:
        await session.press("slash")
        await session.type("cafe")
        await session.press("down", "enter")
        assert session.says("Good thing")
        await session.press("escape", "d", "d")
        assert GOOD.id not in session.book.notes
        assert session.says("Nothing found for “cafe”. esc shows everything.")


async def test_somebody_is_found_first_by_their_name_and_opens_among_the_team(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", BOOK) as session:
        await session.press("slash")
        await session.type("dana whit")
        await session.press("enter")
        assert in_hand(session) == DANA.id
        await session.press("enter")
        assert session.app.current_mode == "team"
        assert session.says("Dana Whitfield")


@pytest.mark.parametrize(("words", "kind", "place"), [("cat", "Trait", "traits"), ("duty", "Agreed", "team")])
async def test_what_is_no_entry_is_found_too_and_opens_in_its_place(
    tmp_path: Path, words: str, kind: str, place: str
) -> None:
    agreed = Agreement(id=numbered(93), starts_on=NOW.date(), cover="Duty at Elm House", person_id=DANA.id)
    async with running(tmp_path / "journal", BOOK.keeping(CAT, agreed)) as session:
        await session.press("slash")
        await session.type(words)
        assert session.says(kind)
        await session.press("enter", "enter")
        assert session.app.current_mode == place


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16)])
async def test_the_line_and_the_way_out_show_in_every_window(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path / "journal", BOOK, size=size) as session:
        await session.press("slash")
        await session.type("letter")
        await session.until("3 of ")
        assert session.says("esc stop")
        assert session.says("Good thing")


async def test_filters_add_up_stand_in_one_line_and_go_one_by_one(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", BOOK) as session:
        await session.press("2", "f", "s", "1", "a", "3", "p")
        assert session.says("Shows 1 entry.")
        await session.press("enter")
        assert session.says("Asked for · Dana · last 3 months · promised, still open 1 entry")
        assert in_hand(session) == RING.id
        for words in ("Asked for · Dana · last 3 months", "Asked for · Dana", "Asked for"):
            await session.press("escape")
            assert session.says(words)
            assert not session.says(f"{words} ·")
        await session.press("escape")
        assert session.says("everything")
        assert session.app.current_mode == "journal"
        await session.press("escape")
        assert session.app.current_mode == "today"


async def test_in_a_narrow_window_what_is_chosen_is_named(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", BOOK, size=NARROW) as session:
        await session.press("2", "t", "p")
        assert session.says("Contact · last 30 days")
        await session.press("escape")
        assert session.says("Contact")
        assert not session.says("last 30 days")


async def test_words_are_looked_for_among_what_the_filters_leave(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", BOOK) as session:
        await session.press("2", "f", "n", "enter", "slash")
        await session.type("letter")
        assert session.says("2 of 2")
        assert session.says("Notes")
        await session.press("escape")
        assert session.says("2 entries") or session.says("Notes")


async def test_a_way_of_looking_is_kept_by_name_and_forgotten(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", BOOK) as session:
        await session.press("2", "f", "n", "a", "a", "e", "g")
        await session.type("The [good] ones")
        await session.press("enter")
        assert session.journal.views() == {
            "The [good] ones": {"group": "notes", "period": "everything", "person": "", "trait": "", "only": "good"}
        }
        assert session.says("Kept by that name.")
        await session.press("escape", "escape", "f")
        assert session.says("1 The [good] ones")
        await session.press("1")
        assert session.says("Shows 1 entry.")
        await session.press("enter")
        assert in_hand(session) == GOOD.id
        await session.press("f", "1", "shift+tab", "ctrl+t")
        assert session.says("“The [good] ones” is forgotten once this is left by enter.")
        await session.press("enter")
        assert session.journal.views() == {}


async def test_looking_for_something_changes_nothing(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", BOOK) as session:
        before = session.book
        await session.press("slash")
        await session.type('u d 0 ! ? / " * NEAR(')
        await session.press("ctrl+u", "escape")
        assert session.book is before
        assert session.journal.undo() is None
        assert LETTER_TEXT.id in session.book.attempts
