"""First run: one thing at a time, everything kept as it is passed, nothing lost."""

from datetime import date
from pathlib import Path

import pytest

from carecompanion.domain.settings import Settings
from carecompanion.store import Argon2Cost, DiskFull, Journal, ReadOnly, StoreError, WrongPassphrase, needs_passphrase
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, at_the_door
from tests.tui.setting_up import Door, asked_groups, code_on, past_the_code, without_passphrase

PASSPHRASE = " three plain words "


@pytest.fixture(autouse=True)
def cheap_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """The least work that a passphrase may take."""
    monkeypatch.setattr("carecompanion.store.journal.Argon2Cost", lambda: Argon2Cost(mebibytes=64))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def door(folder: Path) -> Door:
    return Door(folder)


async def to_today(session: Session) -> None:
    await session.until("Today")
    assert session.app.journal is not None


async def test_all_six_steps_lead_to_a_journal_that_holds_the_answers(door: Door) -> None:
    async with at_the_door(door) as session:
        await session.paste(PASSPHRASE)
        await session.press("enter")
        assert session.says("The same once more")
        await session.paste(PASSPHRASE)
        await session.press("enter")
        await session.until("Your recovery code")
        code = code_on(session)
        await session.press("enter")
        for number in asked_groups(session):
            await session.paste(code[number - 1].lower())
            await session.press("tab")
        await session.press("enter", "s", "enter")
        assert session.says("Who is your care co-ordinator?")
        await session.paste("Dana [Whitfield]")
        await session.press("tab")
        await session.paste("CPN")
        await session.press("tab")
        await session.paste("3 march")
        assert session.says("= Tuesday 3 March")
        await session.press("tab", "k")
        assert session.says("Who is your key worker?")
        await session.press("enter", "t", "tab")
        assert session.says("What was agreed?")
        await session.paste("2")
        await session.press("tab", "d", "enter")
        assert session.says("That is all.")
        await session.press("enter")
        await to_today(session)
        book = session.book
        assert (book.settings.nation, book.settings.role_word) == ("scotland", "key worker")
        dana = book.coordinator_on(date(2026, 3, 3))
        assert dana is not None
        assert (dana.name, dana.role) == ("Dana [Whitfield]", "CPN")
        agreed = book.agreement_on(date(2026, 3, 12))
        assert agreed is not None
        assert (agreed.routes, agreed.reply_within, agreed.reply_unit) == (("text",), 2, "working_days")
        assert agreed.person_id == dana.id
    with pytest.raises(WrongPassphrase):
        Journal.open(door.folder, PASSPHRASE.strip())
    Journal.open(door.folder, PASSPHRASE).close()
    Journal.open_with_code(door.folder, "-".join(code)).close()


async def test_two_that_differ_stay_to_be_looked_at(door: Door) -> None:
    async with at_the_door(door) as session:
        await session.paste("three plain words")
        await session.press("tab")
        await session.paste("three plain swords")
        await session.press("enter")
        assert session.says("The two are not the same.")
        await session.press("ctrl+r")
        assert session.says("three plain words")
        assert session.says("three plain swords")
        assert not door.folder.exists()
        await session.paste("three plain words")
        await session.press("enter")
        await session.until("Your recovery code")


async def test_a_short_passphrase_is_remarked_on_once_and_is_the_persons_choice(door: Door) -> None:
    async with at_the_door(door) as session:
        await session.paste("seven77")
        await session.press("tab")
        await session.paste("seven77")
        await session.press("enter")
        assert session.says("A short one is easy to guess.")
        assert not door.folder.exists()
        await session.press("enter")
        await session.until("Your recovery code")
    Journal.open(door.folder, "seven77").close()


async def test_no_passphrase_is_a_knowing_choice(door: Door) -> None:
    async with at_the_door(door) as session:
        await session.press("enter")
        assert session.says("Type one, or press ctrl+n to go on without one.")
        await session.press("ctrl+n")
        assert session.says("Anyone who can open this computer account can read it.")
        assert not door.folder.exists()
        await session.press("escape")
        assert session.says("Choose a passphrase for your journal")
        await without_passphrase(session)
        assert session.says("if the key kept beside it is lost or damaged")
    assert not needs_passphrase(door.folder)


@pytest.mark.parametrize("trouble", [DiskFull, ReadOnly])
async def test_what_the_disk_refuses_is_said_and_can_be_tried_again(
    door: Door, monkeypatch: pytest.MonkeyPatch, trouble: type[StoreError]
) -> None:
    with monkeypatch.context() as refusing:
        refusing.setattr(Journal, "create", classmethod(lambda *_: (_ for _ in ()).throw(trouble())))
        async with at_the_door(door) as session:
            await session.paste(PASSPHRASE)
            await session.press("tab")
            await session.paste(PASSPHRASE)
            await session.press("enter")
            await session.until(str(trouble()))
            refusing.undo()
            await session.press("enter")
            await session.until("Your recovery code")
    Journal.open(door.folder, PASSPHRASE).close()


async def test_a_journal_that_is_there_already_is_left_alone(door: Door) -> None:
    Journal.create(door.folder, None, Settings(), NOW)[0].close()
    async with at_the_door(door) as session:
        await session.press("ctrl+n", "enter")
        await session.until("There is a journal here already")
    Journal.open(door.folder, None).close()


async def test_every_later_step_can_be_skipped(door: Door) -> None:
    async with at_the_door(door) as session:
        await past_the_code(session)
        await session.press("ctrl+s", "ctrl+s", "ctrl+s")
        assert session.says("That is all.")
        await session.press("enter")
        await to_today(session)
        assert session.book.settings == Settings()
        assert list(session.book.everything()) == []


async def test_leaving_half_way_keeps_what_was_passed(door: Door) -> None:
    async with at_the_door(door) as session:
        await past_the_code(session)
        await session.press("n", "enter")
        await session.press("ctrl+q")
    journal = Journal.open(door.folder, None)
    assert journal.book.settings.nation == "northern_ireland"
    journal.close()


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+l"])
async def test_closing_or_hiding_keeps_the_step_in_hand_too(door: Door, key: str) -> None:
    async with at_the_door(door) as session:
        await past_the_code(session)
        await session.press("enter")
        await session.paste("Dana Whitfield")
        await session.press(key)
        assert session.app.unkept is None
    journal = Journal.open(door.folder, None)
    assert [person.name for person in journal.book.people.values()] == ["Dana Whitfield"]
    journal.close()


@pytest.mark.parametrize(("typed", "said"), [("some day", "What was typed last could not be read"), ("", None)])
async def test_closing_on_words_that_cannot_be_read_says_so_afterwards(
    door: Door, typed: str, said: str | None
) -> None:
    async with at_the_door(door) as session:
        await past_the_code(session)
        await session.press("enter", "tab", "tab")
        await session.paste(typed)
        await session.press("ctrl+q")
        assert (session.app.unkept or "").startswith(said or "")
        assert (session.app.unkept is None) == (said is None)


async def test_stopping_here_keeps_the_step_in_hand(door: Door) -> None:
    async with at_the_door(door) as session:
        await past_the_code(session)
        await session.press("s", "escape")
        await to_today(session)
        assert session.book.settings.nation == "scotland"


async def test_stopping_at_a_line_that_is_not_clear_takes_a_second_esc(door: Door) -> None:
    async with at_the_door(door) as session:
        await past_the_code(session)
        await session.press("enter")
        await session.paste("Dana Whitfield")
        await session.press("tab", "tab")
        await session.paste("some day")
        await session.press("escape")
        assert session.says("Press esc again to stop without this step.")
        await session.press("escape")
        await to_today(session)
        assert not session.book.people


async def test_going_back_and_on_again_replaces_the_answer(door: Door) -> None:
    async with at_the_door(door) as session:
        await past_the_code(session)
        await session.press("enter")
        await session.paste("Dana")
        await session.press("enter", "shift+tab")
        assert session.says("Who is your care co-ordinator?")
        await session.paste(" Whitfield")
        await session.press("enter", "escape")
        await to_today(session)
        assert [person.name for person in session.book.people.values()] == ["Dana Whitfield"]
        assert len(session.book.coordinations) == 1
        assert not session.book.agreements


async def test_the_word_for_the_role_can_be_the_persons_own(door: Door) -> None:
    async with at_the_door(door) as session:
        await past_the_code(session)
        await session.press("enter", "tab", "tab", "tab", "o")
        await session.paste("named nurse")
        assert session.says("Who is your named nurse?")
        await session.press("enter", "escape")
        await to_today(session)
        assert session.book.settings.role_word == "named nurse"


async def test_a_day_that_cannot_be_read_is_said_under_its_line(door: Door) -> None:
    async with at_the_door(door) as session:
        await past_the_code(session)
        await session.press("enter", "enter")
        assert session.says("Who is it? A name is enough")
        await session.paste("Dana")
        await session.press("tab", "tab")
        await session.paste("some day")
        await session.press("enter")
        assert session.says("Who is your care co-ordinator?")
        assert session.says("some day !")


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16)])
async def test_the_line_in_hand_shows_in_every_window(door: Door, size: tuple[int, int]) -> None:
    async with at_the_door(door, size=size) as session:
        assert session.says("enter next")
        await session.press("tab", "ctrl+r")
        await session.paste("abc")
        assert session.says("abc")
        await past_the_code(session)
        await session.press("enter", "tab", "tab")
        await session.paste("today")
        assert session.says("today")


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16)])
async def test_every_step_begins_with_what_is_asked_and_shows_all_its_keys(door: Door, size: tuple[int, int]) -> None:
    async with at_the_door(door, size=size) as session:
        assert session.says("Choose a passphrase")
        assert all(session.says(key) for key in ("enter next", "ctrl+n without", "ctrl+r show", "ctrl+g help now"))
        await past_the_code(session)
        await session.press("enter")
        assert session.says("Who is your care co-ordinator?")
        assert all(session.says(key) for key in ("enter next", "ctrl+s skip", "shift+tab back", "esc stop"))
