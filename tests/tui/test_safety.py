"""Safety: the passphrase and the recovery code changed and checked, and what opens the journal after."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.screen import Screen

from carecompanion.domain.book import Book
from carecompanion.store import Argon2Cost, DiskFull, ForeignCode, Journal, WrongPassphrase, needs_passphrase
from carecompanion.tui import guesses
from carecompanion.tui.door import Opening
from carecompanion.tui.safety import Safety
from tests.store.conftest import NOTE
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, at_the_door, running
from tests.tui.setting_up import asked_groups, code_on
from tests.tui.test_unlock import Seconds

OLD, NEW = "three plain words", "other plain words"
CHEAP = Argon2Cost(mebibytes=64)


@pytest.fixture(autouse=True)
def cheap_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """The least work that a passphrase may take, and waits that are soon looked at again."""
    for module in ("keys", "own_keys"):
        monkeypatch.setattr(f"carecompanion.store.{module}.Argon2Cost", lambda: CHEAP)
    monkeypatch.setattr(guesses, "TICK", 0.01)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], str]:
    """The files of a journal with a note, under OLD, and its recovery code."""
    folder = tmp_path_factory.mktemp("made") / "journal"
    journal, code = Journal.create(folder, OLD, Book().settings, NOW, records=(NOTE,), cost=CHEAP)
    journal.close()
    return {path.name: path.read_bytes() for path in folder.iterdir()}, code


@pytest.fixture
def folder(tmp_path: Path, made: tuple[dict[str, bytes], str]) -> Path:
    """A fresh copy of it."""
    for name, content in made[0].items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.fixture
def code(made: tuple[dict[str, bytes], str]) -> str:
    return made[1]


class Door:
    """Opens the locked journal."""

    def __init__(self, folder: Path, passphrase: str | None = OLD) -> None:
        self.folder, self.passphrase = folder, passphrase

    def __call__(self) -> Screen[Journal]:
        return Opening(lambda: Journal.open(self.folder, self.passphrase))


async def at_safety(session: Session) -> None:
    await session.until("Today")
    await session.press("6")
    await session.until("Make a new recovery code")


async def fill_in(session: Session, *secrets: str) -> None:
    """One secret to a line, then enter."""
    for place, secret in enumerate(secrets):
        await session.press(*(("tab",) if place else ()), "ctrl+u")
        await session.paste(secret)
    await session.press("enter")


async def type_back(session: Session) -> str:
    """Write the code that shows down, and type the two groups back; the code."""
    groups = code_on(session)
    await session.press("enter")
    await fill_in(session, *(groups[number - 1] for number in asked_groups(session)))
    return "-".join(groups)


async def test_the_passphrase_is_changed_and_the_old_one_opens_it_no_more(folder: Path, code: str) -> None:
    async with at_the_door(Door(folder)) as session:
        await at_safety(session)
        await session.press("enter")
        assert session.says("Your recovery code stays the same.")
        await fill_in(session, OLD, NEW, NEW)
        await session.until("Your passphrase is changed.")
        assert not session.says(NEW)
    with pytest.raises(WrongPassphrase):
        Journal.open(folder, OLD)
    Journal.open(folder, NEW).close()
    Journal.open_with_code(folder, code).close()


async def test_the_recovery_code_stands_in_for_a_forgotten_passphrase(folder: Path, code: str) -> None:
    async with at_the_door(Door(folder)) as session:
        await at_safety(session)
        await session.press("enter")
        await fill_in(session, code.lower(), NEW, NEW)
        await session.until("Your passphrase is changed.")
    Journal.open(folder, NEW).close()


async def test_a_wrong_passphrase_changes_nothing_and_costs_a_wait(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guesses, "monotonic", seconds := Seconds())
    async with at_the_door(Door(folder)) as session:
        await at_safety(session)
        await session.press("enter")
        await fill_in(session, "not it", NEW, NEW)
        await session.until("That did not open it. Nothing is lost – try again in 1 second.")
        seconds.now += 1
        await session.until("Nothing is lost – try again.")
        await fill_in(session, OLD)
        await session.until("Your passphrase is changed.")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("", NEW, NEW), "The passphrase you have now"),
        ((OLD, "", ""), "Type the new one."),
        ((OLD, NEW, ""), "The same once more"),
        ((OLD, NEW, NEW + "s"), "The two are not the same."),
        ((OLD, "short", "short"), "A short one is easy to guess."),
    ],
)
async def test_what_is_missing_is_asked_for_and_nothing_is_changed(
    folder: Path, typed: tuple[str, ...], said: str
) -> None:
    async with at_the_door(Door(folder)) as session:
        await at_safety(session)
        await session.press("enter")
        await fill_in(session, *typed)
        await session.until(said)
        await session.press("escape")
        assert not session.says("Your passphrase is changed.")
    Journal.open(folder, OLD).close()


async def test_words_are_offered_to_be_typed_and_others_each_time(folder: Path) -> None:
    async with at_the_door(Door(folder)) as session:
        await at_safety(session)
        await session.press("enter")
        seen = []
        for _ in range(2):
            await session.press("ctrl+o")
            seen += re.findall(r"You could use: ((?:[a-z]+ ?){5})$", session.text, re.MULTILINE)
        first, second = seen
        assert first != second
        await fill_in(session, OLD, second, second)
        await session.until("Your passphrase is changed.")
        assert session.app.clipboard == ""
    Journal.open(folder, second).close()


async def test_a_new_code_is_shown_typed_back_and_opens_the_journal_in_place_of_the_old(
    folder: Path, code: str
) -> None:
    async with at_the_door(Door(folder)) as session:
        await at_safety(session)
        await session.press("down", "enter")
        await fill_in(session, OLD)
        await session.until("Your new recovery code")
        new = await type_back(session)
        await session.until("Your journal has a new recovery code.")
        assert session.says("checked Thursday 12 March")
        assert not any(group in session.text for group in new.split("-"))
        session.journal.keep(replace(NOTE, id="after"))
    with pytest.raises(ForeignCode):
        Journal.open_with_code(folder, code)
    journal = Journal.open_with_code(folder, new)
    assert list(journal.book.notes) == [NOTE.id, "after"]
    journal.close()
    Journal.open(folder, OLD).close()


async def test_for_a_new_code_the_old_code_will_not_do_as_a_passphrase(folder: Path, code: str) -> None:
    async with at_the_door(Door(folder)) as session:
        await at_safety(session)
        await session.press("down", "enter")
        await fill_in(session, code)
        await session.until("That did not open it.")
    Journal.open_with_code(folder, code).close()


async def test_a_new_code_is_left_unchecked_only_knowingly(folder: Path) -> None:
    async with at_the_door(Door(folder)) as session:
        await at_safety(session)
        await session.press("down", "enter")
        await fill_in(session, OLD)
        await session.until("Your new recovery code")
        await session.press("escape")
        assert session.says("It is shown only now.")
        await session.press("enter")
        await fill_in(session, "00000", "00000")
        assert session.says("group does not match")
        await session.press("shift+tab", "shift+tab")
        new = "-".join(code_on(session))
        await session.press("escape", "escape")
        await session.until("Your journal has a new recovery code.")
        assert session.says("not checked yet")
    Journal.open_with_code(folder, new).close()


async def test_a_passphrase_is_added_to_an_open_journal_with_a_new_code(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", Book().keeping(NOTE)) as session:
        await at_safety(session)
        assert session.says("Your journal has no passphrase.")
        await session.press("enter")
        await fill_in(session, NEW, NEW)
        await session.until("Your new recovery code")
        new = await type_back(session)
        await session.until("Your journal has a passphrase now")
        assert session.says("Your journal is locked with a passphrase.")
        assert session.says("Change the passphrase")
    assert needs_passphrase(tmp_path / "journal")
    Journal.open(tmp_path / "journal", NEW).close()
    Journal.open_with_code(tmp_path / "journal", new).close()


async def test_an_open_journal_gets_a_new_code_without_a_question(tmp_path: Path) -> None:
    async with running(tmp_path / "journal") as session:
        await at_safety(session)
        await session.press("down", "enter")
        assert session.says("For when somebody may have seen")
        await session.press("enter")
        await session.until("Your new recovery code")


async def test_what_the_disk_refuses_is_said_and_can_be_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_named: object) -> str:
        raise DiskFull

    async with at_the_door(Door(folder)) as session:
        await at_safety(session)
        await session.press("down", "enter")
        with monkeypatch.context() as refusing:
            refusing.setattr(Journal, "renew", full)
            await fill_in(session, OLD)
            await session.until("The disk is full")
        await session.press("enter")
        await session.until("Your new recovery code")


# checking the code


async def test_the_code_on_paper_is_checked_group_by_group(folder: Path, code: str) -> None:
    async with at_the_door(Door(folder)) as session:
        await at_safety(session)
        assert session.says("not checked yet")
        await session.press("home", "down", "down", "enter")
        first, second, *_ = code.split("-")
        await session.paste(f"{first}-{second}")
        assert session.says("2 of 7 groups are in order.")
        await session.press("backspace")
        await session.type("0" if second[-1] != "0" else "1")
        assert session.says("Group 2 is not right.")
        await fill_in(session, code)
        await session.until("The code on your paper is right.")
        assert session.says("checked Thursday 12 March")


async def test_the_code_of_another_journal_is_not_taken_for_this_one(folder: Path, tmp_path: Path) -> None:
    other, foreign = Journal.create(tmp_path / "other", None, Book().settings, NOW)
    other.close()
    async with at_the_door(Door(folder)) as session:
        await at_safety(session)
        await session.press("home", "down", "down", "enter")
        await fill_in(session, foreign)
        assert session.says("This recovery code belongs to another journal")
        await session.press("escape")
        assert session.says("not checked yet")


def days_on(days: int) -> datetime:
    return NOW.astimezone(UTC) + timedelta(days=days)


async def test_thirty_days_on_today_asks_once_whether_the_code_is_right(folder: Path, code: str) -> None:
    async with at_the_door(Door(folder), clock=lambda: days_on(29)) as session:
        await session.until("Today")
        assert not session.says("Is the recovery code on your paper right?")
    async with at_the_door(Door(folder), clock=lambda: days_on(30)) as session:
        await session.until("Is the recovery code on your paper right?")
        await session.press("home", "enter")
        await fill_in(session, code)
        await session.until("The code on your paper is right.")
        assert not session.says("Is the recovery code on your paper right?")
    async with at_the_door(Door(folder), clock=lambda: days_on(59)) as session:
        await session.until("Today")
        assert not session.says("Is the recovery code on your paper right?")


async def test_the_question_is_put_off_like_any_other(folder: Path) -> None:
    async with at_the_door(Door(folder), clock=lambda: days_on(30)) as session:
        await session.until("Is the recovery code on your paper right?")
        await session.press("home")
        assert session.says("enter check it   d not now")
        await session.press("d")
        assert not session.says("Is the recovery code on your paper right?")


# the page


@pytest.mark.parametrize("place", ["1", "2", "3", "4", "5"])
async def test_it_is_one_key_from_every_place_and_leads_back(folder: Path, place: str) -> None:
    async with at_the_door(Door(folder)) as session:
        await session.until("Today")
        await session.press(place, "6")
        assert isinstance(session.app.screen, Safety)
        await session.press("escape")
        assert not session.says("Check the recovery code you wrote down")


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16)])
async def test_everything_fits_every_window(folder: Path, size: tuple[int, int]) -> None:
    async with at_the_door(Door(folder), size=size) as session:
        await at_safety(session)
        assert session.says("Make a new recovery code")
        assert session.says("enter open")
        for row in range(3):
            await session.press("home", *("down",) * row, "enter")
            assert session.says("esc cancel")
            await session.press("escape")


@pytest.mark.parametrize("row", [0, 1, 2])
async def test_it_can_be_hidden_while_a_secret_is_typed(folder: Path, row: int) -> None:
    async with at_the_door(Door(folder)) as session:
        await at_safety(session)
        await session.press("home", *("down",) * row, "enter")
        await session.paste("half a secret")
        await session.press("ctrl+l")
        assert session.app.return_value == "hidden"
    Journal.open(folder, OLD).close()


@pytest.mark.parametrize(("digit", "place"), [("1", "today"), ("2", "journal"), ("3", "traits"), ("4", "team")])
async def test_the_digits_lead_from_here_to_the_places(tmp_path: Path, digit: str, place: str) -> None:
    async with running(tmp_path) as session:
        await session.press("6", digit)
        assert session.app.current_mode == place
        assert session.says("carecompanion 1 Today")
        await session.press("1")
        assert session.says("Three ways to begin")
