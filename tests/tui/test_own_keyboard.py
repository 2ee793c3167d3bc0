"""Choosing one's own keys: pressed, warned about, kept beside the journal, shown wherever keys are named."""

import json
from datetime import date
from pathlib import Path

import pytest

from carecompanion.domain.records import Letter
from carecompanion.sharing.document import Document, Paragraph
from carecompanion.sharing.shared import shared_copy
from carecompanion.store import ChosenKeys
from carecompanion.store.files import CHOSEN_KEYS
from carecompanion.tui.keyboard import NOT_USED
from carecompanion.tui.own_keyboard import OwnKeyboard
from carecompanion.tui.parts.item_list import ItemList
from tests.tui.care_team import TEAM, numbered
from tests.tui.driving import MIDDLE, NOW, WIDE, Session, running
from tests.tui.waiting import ONE_WAITS


async def open_keys(session: Session, act: str = "") -> None:
    """The page of keys, with an act in hand."""
    await session.press("colon")
    await session.type("own keys")
    await session.press("enter")
    assert isinstance(session.app.screen, OwnKeyboard)
    if act:
        assert session.app.screen.query_one(ItemList).take(act)
        await session.settle()


async def choose(session: Session, act: str, *keys: str) -> None:
    """Press these keys for an act."""
    await open_keys(session, act)
    await session.press("enter", *keys)


def kept(folder: Path) -> dict[str, str]:
    """What the file holds."""
    return ChosenKeys(folder).read()


async def test_a_key_that_is_pressed_does_the_act_and_shows_everywhere(tmp_path: Path) -> None:
    async with running(tmp_path, TEAM) as session:
        await choose(session, "contact", "z")
        assert session.says("“z” is the key for “Write down that you got in touch” now.")
        assert session.says("z Write down that you got in touch")
        assert session.says("usually c")
        await session.press("escape", "escape")
        assert session.says("z I got in touch")
        await session.press("question_mark")
        assert session.says("z I got in touch")
        await session.press("escape", "r")
        assert session.says("The key z writes down that you got in touch.")
        await session.press("c")
        assert not session.says("You got in touch")
        await session.press("z", "enter")
        assert len(session.book.attempts) == 1
    assert json.loads((tmp_path / CHOSEN_KEYS).read_bytes()) == {"contact": "z"}


@pytest.mark.parametrize("place", ["1", "2", "3", "4", "5"])
async def test_an_appointment_by_another_key_is_written_down_where_its_usual_key_is_local_too(
    tmp_path: Path, place: str
) -> None:
    async with running(tmp_path, TEAM) as session:
        await session.press(place, "a")
        usual = session.says("An appointment")
        assert usual == (place in "12")
        await session.press("escape", "escape", "1")
        await choose(session, "appointment", "z")
        await session.press("escape", "escape", place, "z")
        assert session.says("An appointment")


async def test_chosen_keys_are_there_at_the_next_start(tmp_path: Path) -> None:
    ChosenKeys(tmp_path).keep({"journal": "f", "narrow": "2", "hide_typing": "ctrl+t"})
    async with running(tmp_path, TEAM) as session:
        await session.press("f")
        assert session.app.current_mode == "journal"
        await session.press("n")
        await session.paste("some words")
        await session.press("ctrl+t")
        assert session.app.return_value == "hidden"


async def test_a_clash_is_said_and_the_same_key_once_more_changes_the_places(tmp_path: Path) -> None:
    async with running(tmp_path, ONE_WAITS) as session:
        await choose(session, "contact", "n")
        assert session.says("“n” is the key for “Write a note”. Press it once more, and that gets c in its place")
        assert kept(tmp_path) == {}
        await session.press("n")
        assert kept(tmp_path) == {"contact": "n", "note": "c"}
        await session.press("escape", "escape", "c")
        assert session.says("Hard thing")


@pytest.mark.parametrize(
    ("act", "key", "words"),
    [
        ("contact", "ctrl+c", "“ctrl+c” cannot be chosen. Programs are expected to stop at it"),
        ("contact", "ctrl+j", "To a terminal it is the same as enter."),
        ("contact", "f5", "Many keyboards have no such key"),
        ("contact", "tab", "Lists, lines and sheets need it everywhere."),
        ("hide_typing", "k", "it needs ctrl and a letter"),
        ("hide", "k", "This works on sheets too"),
    ],
)
async def test_what_is_never_bound_is_refused_with_the_reason(tmp_path: Path, act: str, key: str, words: str) -> None:
    async with running(tmp_path, TEAM, size=MIDDLE) as session:
        await choose(session, act, key)
        assert session.says(words)
        await session.press("escape")
        assert isinstance(session.app.screen, OwnKeyboard)
        assert kept(tmp_path) == {}


async def test_one_and_all_get_their_usual_keys_again(tmp_path: Path) -> None:
    ChosenKeys(tmp_path).keep({"contact": "n", "note": "c", "find": "z"})
    async with running(tmp_path, TEAM, size=WIDE) as session:
        await open_keys(session, "contact")
        await session.press("x")
        assert kept(tmp_path) == {"find": "z"}
        await session.press("a", "escape")
        assert kept(tmp_path) == {"find": "z"}
        await session.press("a", "d")
        assert session.says("Every act has its usual key again.")
        assert not (tmp_path / CHOSEN_KEYS).exists()
        await session.press("escape", "escape", "slash")
        await session.until("words, in any order")


async def test_a_key_can_be_tried_without_doing_anything(tmp_path: Path) -> None:
    async with running(tmp_path, TEAM) as session:
        await open_keys(session)
        await session.press("t", "pageup")
        assert session.says("This terminal sends “page up”. It cannot be chosen.")
        await session.press("K")
        assert session.says("This terminal sends “K”. It can be chosen for an act.")
        await session.press("0", "question_mark")
        assert session.says("This terminal sends “?”.")
        await session.press("escape")
        assert isinstance(session.app.screen, OwnKeyboard)


@pytest.mark.parametrize("content", ["{", '{"nothing": "k"}', '{"contact": "ctrl+c"}', '{"open": "k"}', "[1]"])
async def test_a_broken_file_is_a_sentence_and_the_usual_keys_work(tmp_path: Path, content: str) -> None:
    (tmp_path / CHOSEN_KEYS).write_text(content, encoding="utf-8")
    async with running(tmp_path, TEAM) as session:
        await session.until("so the usual keys work. The file is keys.json")
        await session.press("c")
        assert session.says("You got in touch")
    assert (tmp_path / CHOSEN_KEYS).read_text(encoding="utf-8") == content
    assert NOT_USED.endswith("as it was.")


async def test_what_cannot_be_kept_is_said_and_the_keys_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path, TEAM) as session:
        await open_keys(session, "contact")

        def refuse(*_args: object) -> None:
            raise OSError(28, "no room")

        monkeypatch.setattr("carecompanion.store.chosen_keys.write_whole", refuse)
        await session.press("enter", "z")
        assert session.says("The disk is full")
        assert session.says("c Write down that you got in touch")
        await session.press("escape", "escape", "c")
        assert session.says("You got in touch")


async def test_moving_keeps_its_arrows_beside_another_letter(tmp_path: Path) -> None:
    ChosenKeys(tmp_path).keep({"move_down": "z"})
    async with running(tmp_path, ONE_WAITS) as session:
        await session.press("4")
        people = session.app.screen.query_one(ItemList)
        first = people.key_in_hand
        await session.press("z")
        second = people.key_in_hand
        await session.press("down")
        assert len({first, second, people.key_in_hand}) == 3


async def test_sentences_name_the_keys_that_are_chosen(tmp_path: Path) -> None:
    letter = Letter(id=numbered(90), kind="concern", begun_on=date(2026, 3, 10))
    copy = shared_copy(Document("For my care review", (Paragraph("It went well."),)), NOW, "pdf", given_to="")
    ChosenKeys(tmp_path).keep({"undo": "z", "change": "i"})
    async with running(tmp_path, ONE_WAITS.keeping(letter, copy)) as session:
        await session.press("5", "h", "d")
        assert session.says("The key z brings it back")
        await session.press("escape", "escape", "l", "enter")
        assert session.says("Say in which country the service is (i)")
