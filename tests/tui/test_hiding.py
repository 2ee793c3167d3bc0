"""Choosing when the screen hides by itself, and the page on what the program protects from."""

from pathlib import Path

import pytest
from textual import events

from carecompanion.sharing.privacy import PARTS, TITLE
from carecompanion.store import DiskFull, Journal
from carecompanion.tui import app as program
from carecompanion.tui.idle import WARNING
from tests.tui.driving import MIDDLE, NARROW, WIDE, Session, chosen, running
from tests.tui.test_idle import HALF_A_MINUTE, Clocks, clocks, hidden

__all__ = ["clocks"]


async def choose(session: Session, minutes: str, *keys: str) -> None:
    """Open the sheet, type so many minutes, and press keys."""
    await session.press("6", "end", "up", "enter")
    assert session.says("Hiding by itself")
    await session.type(minutes)
    await session.press(*keys)


async def test_the_minutes_chosen_hold_at_once_and_after_opening_again(
    tmp_path: Path, clocks: Clocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "LOOK", 0.01)
    async with running(tmp_path, ticking=(lambda: clocks.awake, lambda: clocks.wall)) as session:
        await choose(session, "1", "enter")
        clocks.passes(HALF_A_MINUTE)
        await session.until(WARNING)
        clocks.passes(HALF_A_MINUTE)
        await hidden(session)
    journal = Journal.open(tmp_path, None)
    assert chosen(journal) == {"hide_after": "1", "hide_on_leaving": "no"}
    journal.close()


@pytest.mark.parametrize("minutes", ["0", "31", "999999999999", "-1", "five", "1.5", "٣"])
async def test_other_numbers_are_asked_for_again_and_change_nothing(tmp_path: Path, minutes: str) -> None:
    async with running(tmp_path) as session:
        await choose(session, minutes, "enter")
        assert session.says("Choose a number of minutes from 1 to 30.")
        assert chosen(session.journal) == {}
        await session.type("30")
        await session.press("enter")
        assert session.journal.choices()["hide_after"] == "30"


@pytest.mark.parametrize(("keys", "hides"), [(("enter",), False), (("tab", "h", "enter"), True)])
async def test_going_to_another_window_hides_only_when_that_was_chosen(
    tmp_path: Path, keys: tuple[str, ...], hides: bool
) -> None:
    async with running(tmp_path) as session:
        session.app.post_message(events.AppBlur())
        await session.settle()
        session.app.post_message(events.AppFocus())
        await session.settle()
        assert session.app.return_value is None
        await choose(session, "5", *keys)
        await session.press("escape", "n")
        await session.paste("half a thought")
        session.app.post_message(events.AppBlur())
        await session.settle()
        assert (session.app.return_value == "hidden") is hides
    journal = Journal.open(tmp_path, None)
    assert (journal.draft("note") or {}).get("text", "half a thought") == "half a thought"
    journal.close()


async def test_what_was_chosen_is_said_and_stands_in_its_row(tmp_path: Path) -> None:
    async with running(tmp_path) as session:
        await session.press("6")
        assert session.says("after 5 minutes")
        await session.press("escape")
        await choose(session, "1", "tab", "h", "enter")
        assert session.says("The screen hides after 1 minute, and when you go elsewhere.")


async def test_leaving_the_sheet_changes_nothing_and_it_shows_what_was_chosen(tmp_path: Path) -> None:
    async with running(tmp_path) as session:
        await choose(session, "12", "tab", "h", "escape")
        assert chosen(session.journal) == {}
        await session.press("escape")
        await choose(session, "12", "tab", "h", "enter")
        await session.press("escape")
        await choose(session, "")
        assert session.says("12")
        assert session.says("● h hide at once")


async def test_what_cannot_be_kept_is_said_and_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_named: object) -> None:
        raise DiskFull

    async with running(tmp_path) as session:
        with monkeypatch.context() as full_disk:
            full_disk.setattr(Journal, "keep", full)
            await choose(session, "7", "enter")
            assert session.says("! The disk is full, so this was not saved.")
        await session.press("enter")
        assert session.journal.choices()["hide_after"] == "7"


async def test_the_numbers_for_help_are_a_key_away_while_choosing(tmp_path: Path) -> None:
    async with running(tmp_path) as session:
        await choose(session, "7", "ctrl+g")
        assert session.says("116 123")
        await session.press("escape")
        assert session.says("Hiding by itself")


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16)])
async def test_the_page_says_every_point_in_every_window(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, size=size) as session:
        await session.press("6", "end", "enter")
        seen = ""
        for _ in range(40):
            seen += session.text.replace("▐", "")
            await session.press("down")
        read = " ".join(seen.split())
        for words in (TITLE, *(point for part in PARTS for point in (part.heading, *part.points))):
            assert words in read
        await session.press("escape", "home")
        assert session.says("Make a new recovery code")
