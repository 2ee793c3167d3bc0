"""It did not happen: who changed it, when the person was told, what came instead."""

from datetime import UTC, datetime
from pathlib import Path

from carecompanion.tui.parts.line import Line
from tests.tui.care_team import DANA, LAST_FRIDAY, ONE_VISIT, TEAM, TOMORROW, YESTERDAY
from tests.tui.driving import MIDDLE, NARROW, WIDE, Session, running


def fill(session: Session, name: str, words: str) -> None:
    """Put words in a line at once."""
    session.app.screen.query_one(f"#{name}", Line).value = words


async def test_x_on_the_first_question_says_that_they_did_not_come(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "x", "d")
        assert session.says("This counts towards Keeps time.")
        await session.press("enter")
        visit = session.book.appointments[YESTERDAY.id]
        assert session.says("Saved.")
    assert (visit.status, visit.told_at, visit.put_right, visit.moved_to_id) == ("they_did_not_come", None, None, None)


async def test_a_moved_visit_is_linked_to_its_new_time(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "x", "m")
        await session.paste("tue 3pm")
        assert session.says("= Tuesday 10 March, 15:00")
        await session.press("tab")
        await session.paste("off sick [again]")
        await session.press("tab")
        await session.paste("next tue 10:15")
        await session.press("tab", "p", "ctrl+s")
        visit = session.book.appointments[YESTERDAY.id]
        new = session.book.appointments[visit.moved_to_id or ""]
    assert (visit.status, visit.reason, visit.put_right) == ("moved_by_service", "off sick [again]", "partly")
    assert visit.told_at == datetime(2026, 3, 10, 15, tzinfo=UTC)
    assert (new.planned_at, new.status) == (datetime(2026, 3, 17, 10, 15, tzinfo=UTC), "planned")
    assert (new.person_id, new.planned_minutes, new.place) == (DANA.id, 60, "home")


async def test_word_may_have_come_after_the_planned_time_but_not_from_the_future(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "x", "c")
        fill(session, "told", "12 March 2026 14:21")
        await session.press("enter")
        assert session.says("That is still ahead. When were you told?")
        assert session.says("12 March 2026 14:21")
        assert session.book.appointments[YESTERDAY.id].status == "planned"
        fill(session, "told", "no idea")
        await session.press("enter")
        assert session.says("I could not read that as a time.")
        fill(session, "told", "12 March 2026 14:20")
        await session.press("enter")
        assert session.book.appointments[YESTERDAY.id].told_at == datetime(2026, 3, 12, 14, 20, tzinfo=UTC)


async def test_what_only_the_service_owes_is_not_asked_when_the_person_changed_it(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "x", "c")
        assert session.says("When told")
        assert session.says("Did someone say sorry or put it right?")
        assert not session.says("New time")
        fill(session, "told", "yesterday 9am")
        await session.press("shift+tab", "o")
        assert not session.says("When told")
        assert not session.says("say sorry")
        assert session.says("New time")
        assert session.says("You changed it, so this tells against nobody.")
        await session.press("ctrl+s")
        visit = session.book.appointments[YESTERDAY.id]
    assert (visit.status, visit.told_at) == ("moved_by_me", None)


async def test_who_changed_it_has_to_be_said(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "x", "enter")
        assert session.says("Who changed it? A letter picks.")
        await session.press("n", "enter")
        assert session.book.appointments[YESTERDAY.id].status == "i_could_not_go"


async def test_a_new_time_that_is_the_old_one_is_not_taken(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "x", "m")
        fill(session, "moved_to", "11 March 2026 14:00")
        await session.press("ctrl+s")
        assert session.says("That is the time it had before.")
        assert len(session.book.appointments) == 1


async def test_private_words_and_keeping_out_go_with_it(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "x", "c", "ctrl+n")
        await session.paste("I cried")
        await session.press("tab", "y", "ctrl+s")
        visit = session.book.appointments[YESTERDAY.id]
    assert (visit.private, visit.keep_out) == ("I cried", True)


async def test_esc_goes_back_to_the_questions_with_words_and_answers_kept(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "x", "c", "tab")
        await session.paste("off sick")
        await session.press("escape")
        assert session.says("1 of 5")
        await session.press("x")
        assert session.says("off sick")
        assert session.book.appointments[YESTERDAY.id].status == "planned"


async def test_nobody_can_have_stayed_away_from_a_visit_still_ahead(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM.keeping(TOMORROW)) as session:
        await session.press("v", "end", "enter")
        assert session.says("c They cancelled m They moved it i I cancelled o I moved it")
        assert not session.says("They did not come")


async def test_the_sheet_shows_what_it_asks_in_every_window(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM.keeping(LAST_FRIDAY)) as session:
        await session.press("v", "x")
        for size in (WIDE, MIDDLE, NARROW, (36, 16)):
            await session.pilot.resize_terminal(*size)
            await session.settle()
            assert session.says("The visit with Dr Okafor did not happen")
            assert session.says("c They cancelled")
            assert session.says("enter save")
