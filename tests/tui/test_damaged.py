"""A damaged journal on the screen: what is offered, and that the damaged file is never written to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.screen import Screen

from carecompanion.domain.sample import sample_book
from carecompanion.store import Argon2Cost, Journal, unlock
from carecompanion.tui.damaged import Damaged
from carecompanion.tui.door import Opening
from carecompanion.tui.unlock import Unlock
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, at_the_door

PASSPHRASE = "three ordinary words"
CHEAP = Argon2Cost(mebibytes=64, passes=3, lanes=1)
BOOK = sample_book(NOW)


def damaged(folder: Path, passphrase: str | None, *, backup: bool = True) -> tuple[bytes, str]:
    """A journal with one flipped bit in it, and perhaps a backup from before; the file, and its recovery code."""
    journal, code = Journal.create(folder, passphrase, BOOK.settings, NOW, records=tuple(BOOK.everything()), cost=CHEAP)
    if backup:
        journal.back_up(NOW)
    journal.close()
    written = bytearray((folder / "journal.db").read_bytes())
    written[-3000] ^= 1
    (folder / "journal.db").write_bytes(written)
    return bytes(written), code


def door(folder: Path) -> Callable[[], Screen[Journal]]:
    return lambda: Opening(lambda: Journal.open(folder, None), lambda: Damaged(folder, lambda: unlock(folder, None)))


def aside(folder: Path) -> bytes:
    (place,) = folder.glob("set-aside-*")
    return (place / "journal.db").read_bytes()


async def today(session: Session) -> None:
    """Until the journal is open."""
    await session.until("1 Today")
    assert session.app.current_mode == "today"


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16)])
async def test_it_says_what_happened_and_offers_the_newest_good_backup(tmp_path: Path, size: tuple[int, int]) -> None:
    written, _code = damaged(tmp_path / "j", None)
    async with at_the_door(door(tmp_path / "j"), size=size) as session:
        await session.until("open this" if size[0] > 60 else "enter open")
        if size != (36, 16):
            assert session.says("Your journal file is damaged")
            assert session.says("so it was not opened. Nothing was changed")
            assert session.says("The newest good backup was made")
            assert session.says("Thu 12 March")
            assert session.says("14:20. It holds")
            assert session.says("What you wrote after that may be missing")
        assert (tmp_path / "j" / "journal.db").read_bytes() == written


async def test_enter_opens_the_backup_and_sets_the_damaged_file_aside(tmp_path: Path) -> None:
    written, _code = damaged(tmp_path / "j", None)
    async with at_the_door(door(tmp_path / "j")) as session:
        await session.until("open this")
        await session.press("enter")
        await today(session)
        assert session.book == BOOK
    assert aside(tmp_path / "j") == written
    Journal.open(tmp_path / "j", None).close()


async def test_what_can_be_read_is_shown_before_it_takes_the_place(tmp_path: Path) -> None:
    written, _code = damaged(tmp_path / "j", None)
    async with at_the_door(door(tmp_path / "j")) as session:
        await session.until("open this")
        await session.press("r")
        await session.until("This could be read:")
        assert (tmp_path / "j" / "journal.db").read_bytes() == written
        await session.press("b")
        await session.until("The newest good backup was made")
        await session.press("r")
        await session.until("This could be read:")
        await session.press("enter")
        await today(session)
        assert len(list(session.book.everything())) > 100
    assert aside(tmp_path / "j") == written


async def test_without_a_backup_what_can_be_read_is_offered(tmp_path: Path) -> None:
    damaged(tmp_path / "j", None, backup=False)
    async with at_the_door(door(tmp_path / "j")) as session:
        await session.until("No backup that opens lies beside it")
        await session.press("enter")
        assert session.says("No backup that opens")
        await session.press("r")
        await session.until("This could be read:")


async def test_leaving_changes_nothing(tmp_path: Path) -> None:
    written, _code = damaged(tmp_path / "j", None)
    before = {path.name for path in (tmp_path / "j").iterdir()}
    async with at_the_door(door(tmp_path / "j")) as session:
        await session.until("open this")
        await session.press("escape")
        assert session.says("This journal file is damaged")
    assert (tmp_path / "j" / "journal.db").read_bytes() == written
    assert {path.name for path in (tmp_path / "j").iterdir()} == before


@pytest.mark.parametrize("by_code", [False, True], ids=["by the passphrase", "by the code"])
async def test_what_opens_the_journal_opens_its_backup(tmp_path: Path, by_code: bool) -> None:
    _written, code = damaged(tmp_path / "j", PASSPHRASE)
    async with at_the_door(lambda: Unlock(tmp_path / "j", lambda: NOW)) as session:
        if by_code:
            await session.press("ctrl+f")
        await session.paste(code if by_code else PASSPHRASE)
        await session.press("enter")
        await session.until("open this")
        await session.press("enter")
        if by_code:
            await session.until("Choose a new passphrase")
            await session.press("escape")
        await today(session)
        assert session.book == BOOK
    Journal.open(tmp_path / "j", PASSPHRASE).close()
