"""Backups on the screen: one after the first save of a day, one when asked, a second place, and remaking them all."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from carecompanion.store import Backup, Journal, backups_in, check_backup
from carecompanion.tui import backing_up
from tests.tui.care_team import TEAM
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running


async def backups(session: Session, folder: Path, number: int) -> tuple[Backup, ...]:
    """The backups there are, once there are so many."""
    for _ in range(2000):
        if len(made := backups_in(folder)) == number:
            return made
        await session.pilot.pause()
    raise AssertionError(f"there never were {number} backups: {backups_in(folder)}")


async def note(session: Session, words: str) -> None:
    """Write a note."""
    await session.press("n")
    await session.paste(words)
    await session.press("ctrl+s")
    assert session.says("Saved.")


async def looked(session: Session) -> None:
    """Until the program has looked whether something was saved, and done what followed from it."""
    session.app.daily_backup.look()
    workers = [worker for worker in session.app.workers if worker.group == "daily backup"]
    await session.app.workers.wait_for_complete(workers)


async def test_the_first_save_of_a_day_is_followed_by_one_backup(tmp_path: Path) -> None:
    moment = [NOW]
    async with running(tmp_path / "j", TEAM, clock=lambda: moment[0]) as session:
        await looked(session)
        assert backups_in(tmp_path / "j") == ()
        await note(session, "first")
        (made,) = await backups(session, tmp_path / "j", 1)
        assert check_backup(made.path).made_at == NOW
        await note(session, "second")
        await looked(session)
        assert backups_in(tmp_path / "j") == (made,)
        moment[0] = NOW + timedelta(days=1)
        await note(session, "third")
        await backups(session, tmp_path / "j", 2)


async def test_none_is_made_again_on_the_day_of_another(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM, clock=lambda: NOW) as session:
        made = session.journal.back_up(NOW - timedelta(hours=3))
        await note(session, "later that day")
        await looked(session)
        assert backups_in(tmp_path / "j") == (made,)


async def test_undoing_is_a_save_too(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        session.journal.keep(next(iter(TEAM.people.values())))
        await session.press("u")
        await backups(session, tmp_path / "j", 1)


async def test_when_it_cannot_be_made_the_save_stands_and_one_line_says_why(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        (tmp_path / "j" / "backups").write_text("a file of that name")
        await note(session, "kept all the same")
        await session.until("No backup was made")
        assert session.says("Your journal is safe")
        assert [each.text for each in session.book.notes.values()] == ["kept all the same"]


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16)])
async def test_the_page_says_when_the_last_one_was_made(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path / "j", TEAM, size=size) as session:
        await session.press("6", "down", "down", "down", "enter")
        assert session.says("None has been made yet.")
        await session.press("b")
        await session.until("The last one was made today,")
        assert session.says("14:20, and looked through. It is the only one.") or size == (36, 16)
        assert session.says("b back up")
        await session.press("escape")
        assert session.says("? keys")
        assert not session.says("The last one was made")


async def test_a_second_place_is_set_and_said_when_it_was_reached(tmp_path: Path) -> None:
    (stick := tmp_path / "stick").mkdir()
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("6", "down", "down", "down", "enter")
        assert session.says("None is set.")
        await session.press("s")
        await session.paste(str(tmp_path / "nowhere"))
        await session.press("enter")
        assert session.says("There is no such folder")
        await session.press("ctrl+u")
        await session.paste(str(stick))
        await session.press("enter")
        assert session.says("Set. The next backup goes there too.")
        assert session.says("Not reached yet.")
        await session.press("b")
        await session.until("lies in the second place too")
        assert session.says("Last reached today, 14:20.")
        assert len(backups_in(tmp_path / "j")) == len(list(stick.iterdir())) == 1
        for path in stick.iterdir():
            path.unlink()
        stick.rmdir()
        await session.press("b")
        await session.until("The second place was not there.")
        assert session.says("It was not there when the last one was made.")
        await session.press("s", "ctrl+u", "enter")
        assert session.says("None is set.")
        assert session.journal.second_place() is None


async def test_asking_twice_makes_one_and_a_long_wait_is_spoken_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    go = Event()
    back_up: Callable[..., Backup] = Journal.back_up

    def waiting(journal: Journal, now: datetime) -> Backup:
        assert go.wait(20)
        return back_up(journal, now)

    monkeypatch.setattr(Journal, "back_up", waiting)
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("6", "down", "down", "down", "enter", "b", "b")
        await session.until("Making a backup …")
        go.set()
        await session.until("A backup was made, and looked through.")
        assert len(backups_in(tmp_path / "j")) == 1


async def deleted_for_good(session: Session) -> None:
    """A note is written, deleted, and deleted for good."""
    await note(session, "unrepeatable zanzibar")
    await session.press("2", "d", "d", "x", "d")
    await session.until("delete it for good")
    while not session.says("Remake the backups?"):
        await session.press("d")


async def test_deleting_for_good_offers_to_remake_the_backups(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        old = session.journal.back_up(NOW - timedelta(days=3))
        await deleted_for_good(session)
        await session.until("d remake them")
        while session.says("Remake the backups?"):
            await session.press("d")
        await session.until("Deleted for good. One backup was made anew, and the older ones are gone.")
        (made,) = backups_in(tmp_path / "j")
        assert made != old


async def test_the_older_backups_stay_when_the_offer_is_declined(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        old = session.journal.back_up(NOW - timedelta(days=3))
        await deleted_for_good(session)
        await session.press("escape")
        await session.until("Deleted for good.")
        assert old in backups_in(tmp_path / "j")


async def test_without_a_backup_there_is_nothing_to_offer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backing_up.DailyBackup, "look", lambda _self: None)
    async with running(tmp_path / "j", TEAM) as session:
        await note(session, "gone soon")
        await session.press("2", "d", "d", "x", "d")
        await session.until("delete it for good")
        while not session.says("Deleted for good."):
            await session.press("d")
        assert not session.says("Remake the backups?")
