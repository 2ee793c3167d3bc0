"""`v`: which visit it is about, and where it leads."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment
from tests.tui.care_team import DANA, LAST_FRIDAY, ONE_VISIT, TEAM, TOMORROW, YESTERDAY
from tests.tui.driving import NOW, running

SEVERAL = ONE_VISIT.keeping(LAST_FRIDAY, TOMORROW)


async def test_a_whole_check_in_takes_seven_keys(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "n", "p", "p", "y", "n", "enter")
        visit = session.book.appointments[YESTERDAY.id]
        assert session.says("Saved.")
    assert (visit.status, visit.on_time, visit.full_time) == ("went_ahead", "no", "partly")
    assert (visit.listened, visit.comfortable, visit.knew_latest) == ("partly", "yes", "no")
    assert (visit.planned_at, visit.person_id, visit.place) == (YESTERDAY.planned_at, DANA.id, "home")


async def test_several_visits_are_listed_newest_first(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SEVERAL) as session:
        await session.press("v")
        text = session.text
        assert text.index("Yesterday, 14:00") < text.index("Fri 6 March, 15:30") < text.index("Another visit")
        assert text.index("It will not happen after all") < text.rindex("Tomorrow, 11:00")
        await session.press("down", "enter")
        assert session.says("How the visit with Dr Okafor went")


async def test_a_visit_still_ahead_can_be_called_off_beforehand(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SEVERAL) as session:
        await session.press("v", "end", "enter")
        assert session.says("The visit with Dana will not happen")
        await session.press("c", "enter")
        assert session.book.appointments[TOMORROW.id].status == "cancelled_by_service"


async def test_a_visit_that_was_never_planned_is_asked_for_and_then_checked_in(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("v")
        assert session.says("Which visit?")
        await session.press("2", "tab")
        await session.press("shift+tab")
        await session.paste("mon 10:15")
        await session.press("enter")
        assert session.says("Monday 9 March, 10:15")
        await session.press("y", "y", "y", "y", "y", "enter")
        (visit,) = session.book.appointments.values()
    assert visit.planned_at == datetime(2026, 3, 9, 10, 15, tzinfo=UTC)
    assert (visit.status, visit.on_time, visit.planned_minutes) == ("went_ahead", "yes", 60)
    assert visit.person_id != DANA.id


async def test_a_visit_left_for_later_is_there_the_next_time(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("v", "tab")
        await session.paste("yesterday 2pm")
        await session.press("enter", "y", "p", "escape")
        assert [visit.status for visit in session.book.appointments.values()] == ["planned"]
        await session.press("v")
        assert session.says("3 of 5")


async def test_a_visit_never_planned_cannot_be_ahead(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("v", "tab")
        await session.paste("13 March 2026 2pm")
        await session.press("enter")
        assert session.says("That is still ahead.")
        assert session.says("13 March 2026 2pm")
        assert not session.book.appointments


async def test_another_visit_can_be_meant_than_the_only_one_planned(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "o", "down", "enter")
        assert session.says("Then you are asked how it went.")


async def test_a_visit_of_more_than_thirty_days_ago_is_not_asked_about(tmp_path: Path) -> None:
    def visit_at(age: timedelta) -> Book:
        return TEAM.keeping(Appointment(id=YESTERDAY.id, planned_at=NOW - age, person_id=DANA.id))

    async with running(tmp_path / "a", visit_at(timedelta(days=30))) as session:
        await session.press("v")
        assert session.says("How the visit with Dana went")
    async with running(tmp_path / "b", visit_at(timedelta(days=30, minutes=1))) as session:
        await session.press("v")
        assert session.says("Then you are asked how it went.")


async def test_esc_leaves_the_list_with_nothing_kept(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SEVERAL) as session:
        await session.press("v", "escape")
        assert not session.says("Which visit?")
        assert all(visit.status == "planned" for visit in session.book.appointments.values())


async def test_an_only_visit_ahead_is_offered_with_another(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM.keeping(TOMORROW)) as session:
        await session.press("v")
        assert session.says("Another visit, not in this list")
        assert session.says("It will not happen after all")
