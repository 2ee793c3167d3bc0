"""Unlock: four answers that are told apart, the recovery code, and a secret that shows only when asked."""

from pathlib import Path
from threading import Event

import pytest
from textual.screen import Screen
from textual.worker import WorkerFailed

from carecompanion.domain.settings import Settings
from carecompanion.store import Argon2Cost, Journal, WrongPassphrase
from carecompanion.tui import guesses
from carecompanion.tui.unlock import Unlock
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, at_the_door

PASSPHRASE = "three plain words"
CHEAP = Argon2Cost(mebibytes=64)


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], str]:
    """The files of a locked journal, and its recovery code."""
    folder = tmp_path_factory.mktemp("locked") / "journal"
    journal, code = Journal.create(folder, PASSPHRASE, Settings(), NOW, cost=CHEAP)
    journal.close()
    return {path.name: path.read_bytes() for path in folder.iterdir()}, code


@pytest.fixture
def folder(tmp_path: Path, locked: tuple[dict[str, bytes], str]) -> Path:
    """A fresh copy of the locked journal."""
    for name, content in locked[0].items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.fixture
def code(locked: tuple[dict[str, bytes], str]) -> str:
    return locked[1]


class Seconds:
    """A clock that goes only when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> Seconds:
    """The clock that waits are measured by, looked at often."""
    seconds = Seconds()
    monkeypatch.setattr(guesses, "monotonic", seconds)
    monkeypatch.setattr(guesses, "TICK", 0.01)
    return seconds


@pytest.fixture(autouse=True)
def cheap_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """The least work that a passphrase may take."""
    monkeypatch.setattr("carecompanion.store.keys.Argon2Cost", lambda: CHEAP)


async def opened(session: Session) -> bool:
    """Whether Today is reached."""
    await session.until("Today")
    return session.app.journal is not None


async def test_the_passphrase_opens_the_journal(folder: Path) -> None:
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        assert session.says("Your journal is locked. Only you can open it.")
        await session.type(PASSPHRASE)
        await session.press("enter")
        assert await opened(session)


async def test_a_wrong_passphrase_stays_to_be_mended(folder: Path, seconds: Seconds) -> None:
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        await session.paste(PASSPHRASE[:-1] + "x")
        await session.press("enter")
        await session.until("That did not open it. Nothing is lost – try again in 1 second.")
        seconds.now += 1
        await session.until("That did not open it. Nothing is lost – try again.")
        await session.press("backspace")
        await session.type("s")
        await session.press("enter")
        assert await opened(session)


async def test_the_wait_grows_with_each_wrong_guess_and_ends_while_typing_goes_on(
    folder: Path, seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []
    really_open = Journal.open

    def only_the_right_one(folder: Path, passphrase: str) -> Journal:
        tried.append(passphrase)
        if passphrase != PASSPHRASE:
            raise WrongPassphrase
        return really_open(folder, passphrase)

    monkeypatch.setattr(Journal, "open", only_the_right_one)
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        for wait in (1, 2, 4, 8, 16, 30, 30):
            await session.type("x")
            await session.press("enter")
            await session.until(f"try again in {wait} second{'s' if wait > 1 else ''}.")
            guesses_so_far = len(tried)
            await session.press("enter")
            assert len(tried) == guesses_so_far, "a guess was tried while waiting"
            seconds.now += wait - 1
            await session.until("try again in 1 second.")
            seconds.now += 1
            await session.until("Nothing is lost – try again.")
        assert tried == ["x" * number for number in range(1, 8)]
        await session.press("ctrl+u")
        await session.paste(PASSPHRASE)
        await session.press("enter")
        assert await opened(session)


async def test_after_a_wrong_passphrase_the_code_opens_it_at_once(folder: Path, code: str, seconds: Seconds) -> None:
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        await session.paste("wrong")
        await session.press("enter")
        await session.until("try again in 1 second.")
        await session.press("ctrl+f")
        assert not session.says("try again")
        await session.paste(code)
        await session.press("enter")
        await session.until("Choose a new passphrase")
        assert seconds.now == 100


async def test_a_damaged_key_file_is_told_from_a_wrong_passphrase(folder: Path) -> None:
    for name in ("journal.keys", "journal.keys2"):
        (folder / name).write_bytes(b"not a key file")
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        await session.paste(PASSPHRASE)
        await session.press("enter")
        await session.until("The key file of this journal is damaged or missing")
        assert session.says("open the journal with your recovery code")


async def test_a_damaged_journal_is_told_from_a_wrong_passphrase(folder: Path) -> None:
    path = folder / "journal.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        await session.paste(PASSPHRASE)
        await session.press("enter")
        await session.until("Your journal file is damaged")


async def test_the_code_of_another_journal_is_told_from_a_slip(folder: Path, code: str, tmp_path: Path) -> None:
    other, foreign = Journal.create(tmp_path / "other", None, Settings(), NOW)
    other.close()
    slip = code[:-1] + ("0" if code[-1] != "0" else "1")
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        await session.press("ctrl+f")
        await session.paste(foreign)
        await session.press("enter")
        await session.until("This recovery code belongs to another journal")
        await session.press("ctrl+u")
        await session.paste(slip)
        await session.press("enter")
        await session.until("The seventh group of this recovery code has a slip in it.")


async def test_the_recovery_code_opens_it_however_it_is_spelled(folder: Path, code: str) -> None:
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        await session.press("ctrl+f")
        assert session.says("Type your recovery code.")
        await session.paste(code.lower().replace("-", " "))
        await session.press("enter")
        await session.until("Your journal is open. Choose a new passphrase")
        await session.press("escape")
        assert await opened(session)
    Journal.open(folder, PASSPHRASE).close()


async def test_after_the_code_a_new_passphrase_is_set_in_place_of_the_forgotten_one(folder: Path, code: str) -> None:
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        await session.press("ctrl+f")
        await session.paste(code)
        await session.press("enter")
        await session.until("Your journal is open. Choose a new passphrase")
        for _ in range(2):
            await session.paste("not forgotten this time")
            await session.press("enter")
        assert await opened(session)
    with pytest.raises(WrongPassphrase):
        Journal.open(folder, PASSPHRASE)
    Journal.open(folder, "not forgotten this time").close()
    Journal.open_with_code(folder, code).close()


async def test_left_while_a_new_passphrase_is_asked_for_it_is_closed_and_as_before(folder: Path, code: str) -> None:
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        await session.press("ctrl+f")
        await session.paste(code)
        await session.press("enter")
        await session.until("Choose a new passphrase")
        await session.press("ctrl+q")
    Journal.open(folder, PASSPHRASE).close()


async def test_the_recovery_code_opens_it_without_any_key_file(folder: Path, code: str) -> None:
    for name in ("journal.keys", "journal.keys2"):
        (folder / name).unlink()
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        await session.press("ctrl+f")
        await session.paste(code)
        await session.press("enter")
        await session.until("Choose a new passphrase")
        for _ in range(2):
            await session.paste(PASSPHRASE)
            await session.press("enter")
        assert await opened(session)
    Journal.open(folder, PASSPHRASE).close()


async def test_esc_goes_back_to_the_passphrase_with_what_was_typed(folder: Path) -> None:
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        await session.paste(PASSPHRASE)
        await session.press("ctrl+f")
        await session.type("4")
        await session.press("escape", "enter")
        assert await opened(session)


async def test_what_is_typed_shows_only_when_asked(folder: Path) -> None:
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        await session.paste(PASSPHRASE)
        assert not session.says(PASSPHRASE)
        assert "•" * len(PASSPHRASE) in session.text
        await session.press("ctrl+r")
        assert session.says(PASSPHRASE)
        await session.press("ctrl+r")
        assert not session.says(PASSPHRASE)


async def test_a_secret_is_not_copied(folder: Path) -> None:
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        await session.paste("secret")
        await session.press("shift+home", "ctrl+c", "ctrl+x")
        assert session.app.clipboard == ""
        assert "•" * len("secret") in session.text


async def test_a_passphrase_may_hold_any_character_and_help_is_there_all_the_same(folder: Path) -> None:
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        await session.press("exclamation_mark", "0", "question_mark", "ctrl+r")
        assert session.says("!0?")
        assert session.says("If you need help now: ctrl+g")
        await session.press("ctrl+g")
        assert session.says("Samaritans 116 123")
        await session.press("escape")
        assert session.says("!0?")


async def test_a_journal_open_elsewhere_says_so_and_can_be_tried_again(folder: Path) -> None:
    elsewhere = Journal.open(folder, PASSPHRASE)
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        await session.paste(PASSPHRASE)
        await session.press("enter")
        await session.until("This journal is open in another window")
        elsewhere.close()
        await session.press("enter")
        assert await opened(session)


async def test_a_wait_is_spoken_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, really_open = Event(), Journal.open

    def slowly(folder: Path, passphrase: str | None) -> Journal:
        go_on.wait(10)
        return really_open(folder, passphrase)

    monkeypatch.setattr(Journal, "open", slowly)
    async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
        await session.paste(PASSPHRASE)
        await session.press("enter")
        assert not session.says("Opening your journal")
        await session.until("Opening your journal …")
        go_on.set()
        assert await opened(session)


async def test_nothing_of_the_secret_reaches_a_crash(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaks(_folder: Path, passphrase: str | None) -> Journal:
        raise RuntimeError(passphrase)

    monkeypatch.setattr(Journal, "open", breaks)

    async def crash() -> None:
        async with at_the_door(lambda: Unlock(folder, lambda: NOW)) as session:
            await session.paste(PASSPHRASE)
            await session.press("enter")
            while session.app.is_running:
                await session.pilot.pause()

    with pytest.raises(WorkerFailed):
        await crash()
    said = "".join(capsys.readouterr())
    assert "carecompanion had to close. Your journal is safe" in said
    assert PASSPHRASE not in said


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16)])
async def test_what_to_do_fits_every_window(folder: Path, size: tuple[int, int]) -> None:
    def door() -> Screen[Journal]:
        return Unlock(folder, lambda: NOW)

    async with at_the_door(door, size=size) as session:
        assert session.says("Welcome back")
        assert session.says("enter open")
        assert session.says("ctrl+f")
        assert session.says("help now: ctrl+g")
