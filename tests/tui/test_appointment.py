"""An appointment: with whom, when, how long, where, of what kind."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.tui.care_team import DANA, OKAFOR, TEAM
from tests.tui.driving import MIDDLE, NARROW, WIDE, running
from tests.tui.waiting import TYPED, fail_once, put, retype


async def test_the_coordinator_and_the_usual_length_are_there_already(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("a", "tab")
        await put(session, "fri 11am")
        assert session.says("= Friday 13 March, 11:00")
        assert session.says("Visit with Dana: tomorrow, 11:00 to 12:00")
        await session.press("enter")
        [visit] = session.book.appointments.values()
        assert (visit.person_id, visit.status, visit.planned_minutes) == (DANA.id, "planned", 60)
        assert visit.planned_at == datetime(2026, 3, 13, 11, tzinfo=UTC)
        assert session.says("Saved. Visit with Dana: tomorrow, 11:00 to 12:00.")


async def test_everything_can_be_said_of_an_appointment(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("a", "3")
        await put(session, "17/3 14:30")
        await retype(session, "minutes", "1 h 15")
        await retype(session, "where", TYPED)
        await session.press("tab", "m", "ctrl+n")
        await put(session, "ask about sleep")
        await session.press("tab")
        await put(session, "nervous")
        await session.press("tab", "y", "enter")
        [visit] = session.book.appointments.values()
        assert (visit.person_id, visit.planned_minutes, visit.place, visit.kind) == (OKAFOR.id, 75, TYPED, "medical")
        assert (visit.note, visit.private, visit.keep_out) == ("ask about sleep", "nervous", True)


async def test_one_that_has_passed_is_kept_with_a_remark(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("a", "1")
        await put(session, "yesterday 2pm")
        assert session.says("This has passed; you can say how it went with the key v.")
        await session.press("enter")
        assert session.book.appointments


@pytest.mark.parametrize(
    ("line", "typed", "sentence"),
    [
        ("when", "", "I could not read that as a time. Try tomorrow 2pm"),
        ("when", "someday", "I could not read that as a time. Try tomorrow 2pm"),
        ("when", "tomorrow", "Please add the time of day, as in tomorrow 2pm."),
        ("minutes", "ages", "I could not read that as a length. Try 45, 60 or 1 h 30."),
        ("minutes", "0", "I could not read that as a length. Try 45, 60 or 1 h 30."),
        ("minutes", "1441", "I could not read that as a length. Try 45, 60 or 1 h 30."),
    ],
)
async def test_what_cannot_be_read_is_asked_about(tmp_path: Path, line: str, typed: str, sentence: str) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("a")
        await retype(session, "when", "fri 11am")
        await retype(session, line, typed)
        await session.press("enter")
        assert session.says(sentence)
        assert not session.book.appointments


@pytest.mark.parametrize(
    ("typed", "minutes"), [("", None), ("45", 45), ("45 min", 45), ("1h", 60), ("1 h 30", 90), ("1440", 1440)]
)
async def test_lengths_are_read_as_people_write_them(tmp_path: Path, typed: str, minutes: int | None) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("a")
        await retype(session, "when", "fri 11am")
        await retype(session, "minutes", typed)
        await session.press("enter")
        assert [visit.planned_minutes for visit in session.book.appointments.values()] == [minutes]


async def test_what_was_half_written_or_not_saved_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        fail_once(monkeypatch)
        await session.press("a", "1")
        await put(session, "fri 11am")
        await session.press("escape", "a")
        assert session.says("= Friday 13 March, 11:00")
        await session.press("enter")
        assert session.says("The disk is full, so this was not saved.")
        await session.press("enter")
        [visit] = session.book.appointments.values()
        assert visit.planned_at == datetime(2026, 3, 13, 11, tzinfo=UTC)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_every_line_shows_at_the_three_sizes(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path / "journal", TEAM, size=size) as session:
        await session.press("a")
        rows = [row.strip() for row in session.text[session.text.rindex("────") :].splitlines()]
        starts = ("An appointment", "Who ", "When ", "Minutes ", "Where ", "Kind ", "enter save")
        places = [next((at for at, row in enumerate(rows) if row.startswith(start)), -1) for start in starts]
        assert places == sorted(set(places))
        assert -1 not in places
