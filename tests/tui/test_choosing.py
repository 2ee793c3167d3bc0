"""What can be done here, and everything there is to do: found by a few letters, done by enter, or told why not."""

from pathlib import Path

import pytest

from carecompanion.domain.sample import sample_book
from carecompanion.domain.trait_words import TRAITS
from carecompanion.tui.acts import ACTS, NOTHING_WAITS, WRITING
from carecompanion.tui.choosing import Choosing
from carecompanion.tui.contact import ContactSheet
from carecompanion.tui.keymap import KEYS
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.settings import Settings
from carecompanion.tui.unlock import Unlock
from tests.tui.care_team import ADE, DANA, TEAM
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, at_the_door, running
from tests.tui.waiting import ONE_WAITS

SIZES = [WIDE, MIDDLE, NARROW, (36, 16)]


async def ask(session: Session, words: str, opened_by: str = "colon") -> None:
    """Open what there is to do, and type."""
    await session.press(opened_by)
    assert isinstance(session.app.screen, Choosing)
    await session.type(words)


def in_hand(session: Session) -> str | None:
    return session.app.screen.query_one("#offers", ItemList).key_in_hand


def offered(session: Session) -> set[str]:
    """The ids of all that the sheet offers, also out of sight."""
    items = session.app.screen.query_one("#offers", ItemList)._items
    return {key for place in range(items.count) if (key := items.key(place)) is not None}


@pytest.mark.parametrize("size", SIZES)
async def test_here_names_what_can_be_done_where_one_is(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, sample_book(NOW), size=size) as session:
        await session.press("2", "question_mark")
        assert session.says("What can be done here")
        assert session.says("esc close")
        assert {"open", "change", "type", "trash", "contact", "reply", "undo", "today", "hide"} <= offered(session)
        assert not {"whose", "agreement", "leave_out"} & offered(session)
        await session.type("filt")
        assert session.says("f Filters")
        await session.press("enter")
        assert session.says("What to show")


async def test_here_is_what_the_screen_says_and_nothing_that_would_do_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, TEAM) as session:
        await session.press("question_mark")
        assert not {"reply", "delete", "not_now"} & offered(session)
        await session.press("escape", "4", "question_mark")
        assert {"open", "change", "add_person", "agreement", "delete"} <= offered(session)
        assert session.says("a Add someone")


@pytest.mark.parametrize("key", ["escape", "question_mark", "colon"])
async def test_it_closes_to_where_it_was_opened(tmp_path: Path, key: str) -> None:
    async with running(tmp_path) as session:
        await session.press("2", "question_mark")
        await session.press(key)
        assert not isinstance(session.app.screen, Choosing)
        assert session.app.current_mode == "journal"


async def test_what_was_just_saved_is_its_first_line(tmp_path: Path) -> None:
    async with running(tmp_path, ONE_WAITS) as session:
        await session.press("r", "enter", "question_mark")
        assert session.says("What can be done here Saved.")
        assert session.says("u undo")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("rang", "contact"),
        ("down touch", "contact"),
        ("repl", "reply"),
        ("password", "safety"),
        ("crisis", "help_now"),
        ("filt", "narrow"),
        ("dana", DANA.id),
        ("bello ad", ADE.id),
        ("listens", "trait listening"),
        ("draft", "help drafts"),
        ("undo works", "help undo"),
        ("recovery code new", "setting code"),
        ("protects", "help privacy"),
        ("write n", "note"),
    ],
)
async def test_it_is_found_by_what_a_person_would_call_it(tmp_path: Path, words: str, first: str) -> None:
    async with running(tmp_path, ONE_WAITS) as session:
        await ask(session, words)
        assert in_hand(session) == first, session.text


async def test_every_act_person_trait_and_setting_is_there(tmp_path: Path) -> None:
    async with running(tmp_path, ONE_WAITS) as session:
        await session.press("colon")
        everything = offered(session)
        assert set(ACTS) <= everything
        assert {person.id for person in session.book.people.values()} <= everything
        assert {f"trait {trait}" for trait in TRAITS} <= everything
        assert {f"setting {row}" for row in ("passphrase", "code", "check", "backups", "hiding")} <= everything
        assert not session.says("Screenshot")


def test_every_key_that_is_told_is_offered_as_an_act() -> None:
    beside = ("back", "move", "move_point", "page", "palette")
    told = {key.id for key in KEYS if key.group != "Here" and not key.id.endswith("_typing")}
    assert told - set(beside) == set(ACTS)


async def test_enter_does_it_and_keys_typed_after_it_are_for_the_form(tmp_path: Path) -> None:
    async with running(tmp_path, TEAM) as session:
        await session.press("colon")
        for letter in "touch":
            await session.pilot.press(letter)
        await session.press("enter", "e", "enter")
        (attempt,) = session.book.attempts.values()
        assert attempt.route == "email"


async def test_what_cannot_be_done_now_says_why_and_does_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, TEAM) as session:
        await ask(session, "replied")
        assert in_hand(session) == "reply"
        assert session.says(NOTHING_WAITS)
        assert session.says("not now")
        await session.press("enter")
        assert isinstance(session.app.screen, Choosing)
        await session.press("escape", "colon", *"leave", "space", *"trait")
        assert session.says("This is done behind a trait")


async def test_it_opens_while_words_are_typed_and_loses_none(tmp_path: Path) -> None:
    async with running(tmp_path, TEAM) as session:
        await session.press("c", "tab", "tab", "tab")
        await session.type("my letter")
        await session.press("ctrl+p")
        await session.type("note")
        assert session.says(WRITING)
        await session.press("ctrl+p")
        assert isinstance(session.app.screen, ContactSheet)
        assert session.says("my letter")
        await ask(session, "save", "ctrl+p")
        assert in_hand(session) == "save"
        await session.press("enter")
        assert [contact.about for contact in session.book.contacts.values()] == ["my letter"]


async def test_people_open_in_team_and_traits_whole_from_any_page(tmp_path: Path) -> None:
    async with running(tmp_path, ONE_WAITS) as session:
        await session.press("2", "enter")
        await ask(session, "ade")
        await session.press("enter")
        assert session.app.current_mode == "team"
        assert session.app.screen.query_one(ItemList).key_in_hand == ADE.id
        await session.press("6")
        await ask(session, "approach")
        await session.press("enter")
        assert session.app.current_mode == "traits"
        assert session.says("Friendly, easy to be open with")
        await ask(session, "communic")
        await session.press("enter")
        assert session.says("Keeps everyone up to date")


async def test_what_belongs_to_another_place_is_done_there(tmp_path: Path) -> None:
    async with running(tmp_path, ONE_WAITS) as session:
        await ask(session, "agreed")
        await session.press("enter")
        assert session.app.current_mode == "team"
        assert session.says("What was agreed") or session.says("What you agreed")
        await session.press("escape", "2", "slash")
        await session.type("letter")
        await ask(session, "appointment down", "ctrl+p")
        await session.press("enter")
        assert session.says("An appointment")


async def test_a_setting_opens_in_its_place(tmp_path: Path) -> None:
    async with running(tmp_path, TEAM) as session:
        await ask(session, "hides by")
        await session.press("enter")
        assert session.says("Hiding by itself")
        await session.press("escape")
        assert isinstance(session.app.screen, Settings)


async def test_help_is_read_on_a_page_over_whatever_shows(tmp_path: Path) -> None:
    async with running(tmp_path, TEAM) as session:
        await session.press("c")
        await ask(session, "undo works", "ctrl+p")
        await session.press("enter")
        assert session.says("ctrl+r does it again")
        await session.press("escape")
        assert isinstance(session.app.screen, ContactSheet)


async def test_nothing_called_that_is_said_and_fewer_letters_find_more(tmp_path: Path) -> None:
    async with running(tmp_path, TEAM) as session:
        await ask(session, "zzz")
        assert session.says("Nothing is called that.")
        await session.press("enter", "backspace", "backspace", "backspace")
        assert in_hand(session) == "contact"


async def test_rows_can_be_tapped(tmp_path: Path) -> None:
    async with running(tmp_path, TEAM, size=MIDDLE) as session:
        await session.press("colon")
        row = next(number for number, line in enumerate(session.text.splitlines()) if "Write a note" in line)
        await session.pilot.click(offset=(5, row))
        await session.pilot.click(offset=(5, row))
        await session.settle()
        assert session.says("Hard thing")


async def test_before_the_journal_is_open_there_is_help(tmp_path: Path) -> None:
    async with at_the_door(lambda: Unlock(tmp_path, lambda: NOW)) as session:
        await session.press("ctrl+p")
        assert "help privacy" in offered(session)
        assert DANA.id not in offered(session)
        await session.type("note")
        assert session.says("Your journal is not open yet")
        await session.press("escape", "ctrl+p")
        await session.type("protects")
        await session.press("enter")
        assert session.says("What there is not")
