"""Hiding: blank at once, the journal closed behind it, no word lost; and coming back."""

from pathlib import Path

import pytest
from textual.screen import Screen

from carecompanion.store import Journal
from carecompanion.tui.app import CareCompanion
from carecompanion.tui.door import Opening
from carecompanion.tui.first_run import FirstRun
from tests.tui.driving import NOW, at_the_door, new_journal, running, screen_text

TIME = f"{NOW.astimezone():%H:%M}"


@pytest.fixture
def last_seen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the screen says as the program is about to leave."""
    seen: list[str] = []
    really_leave = CareCompanion._leave

    def leave(app: CareCompanion, how: str) -> None:
        seen.append(screen_text(app).strip())
        really_leave(app, how)  # type: ignore[arg-type]  # one of the ways of leaving

    monkeypatch.setattr(CareCompanion, "_leave", leave)
    return seen


@pytest.mark.parametrize("keys", [["0"], ["2", "0"], ["ctrl+l"], ["exclamation_mark", "0"], ["question_mark", "0"]])
async def test_hiding_blanks_the_screen_before_anything_else(
    tmp_path: Path, last_seen: list[str], keys: list[str]
) -> None:
    async with running(tmp_path) as session:
        await session.press(*keys)
        assert last_seen == [TIME]
        assert session.app.return_value == "hidden"


async def test_behind_a_hidden_screen_the_journal_is_closed_for_others_to_open(tmp_path: Path) -> None:
    async with running(tmp_path) as session:
        await session.press("0")
        journal = Journal.open(tmp_path, None)
        journal.close()
        assert session.app.return_value == "hidden"


async def test_hiding_while_typing_keeps_what_was_typed(tmp_path: Path, last_seen: list[str]) -> None:
    async with running(tmp_path) as session:
        await session.press("n")
        await session.paste("half a th0ught [here]")
        await session.press("ctrl+l")
        assert session.app.return_value == "hidden"
        assert session.app.unkept is None
    assert last_seen == [TIME]
    journal = Journal.open(tmp_path, None)
    draft = journal.draft("note") or {}
    journal.close()
    assert "half a th0ught [here]" in draft.values()


async def test_a_0_that_is_typed_into_a_line_does_not_hide(tmp_path: Path) -> None:
    async with running(tmp_path) as session:
        await session.press("n", "1", "0")
        assert session.app.return_value is None
        assert session.says("10")


async def test_closing_is_not_hiding(tmp_path: Path) -> None:
    async with running(tmp_path) as session:
        await session.press("ctrl+q")
        assert session.app.return_value == "closed"


async def test_a_hidden_start_shows_only_the_time_until_a_key_is_pressed(tmp_path: Path) -> None:
    async with at_the_door(lambda: Opening(lambda: new_journal(tmp_path)), hidden=True) as session:
        assert session.text.strip() == TIME
        await session.press("ctrl+g")
        assert session.text.strip() == TIME
        await session.press("x")
        await session.until("Today")


async def test_hiding_half_way_through_setting_up_leaves_the_journal_free(tmp_path: Path, last_seen: list[str]) -> None:
    folder = tmp_path / "journal"

    def door() -> Screen[Journal]:
        return FirstRun(folder, lambda: NOW)

    async with at_the_door(door) as session:
        await session.press("ctrl+n", "enter")
        await session.until("Your recovery code")
        await session.press("ctrl+l")
        assert session.app.return_value == "hidden"
    assert last_seen == [TIME]
    Journal.open(folder, None).close()
