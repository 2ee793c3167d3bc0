"""What the role promises, on its page: one key to each answer, and more on a sheet."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.records import RoleAnswer
from carecompanion.domain.role_promises import promised
from carecompanion.tui.role import RolePage
from tests.tui.care_team import TEAM, numbered
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running

TODAY = NOW.date()


async def opened(session: Session) -> None:
    """The page, over the place that is shown."""
    await session.app.push_screen(RolePage(session.journal, session.app.clock))
    await session.settle()


def answers(session: Session) -> dict[str, tuple[str | None, date | None]]:
    return {each.item: (each.answer, each.asked_on) for each in session.book.role_answers.values()}


async def test_going_through_it_takes_one_key_to_each(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await opened(session)
        assert session.says("What a care co-ordinator usually promises. 4 of 14 are so.")
        assert session.says("yes, from your journal: duty desk")
        assert session.says("Checked in November 2026. Check with your service.")
        await session.press("y", "n", "m", "down", "t")
        assert answers(session) == {
            "named_person": ("yes", None),
            "how_to_reach": ("no", None),
            "reply_time": ("not_sure", None),
            "plan_copy": (None, TODAY),
        }
        assert session.says("asked today")
        assert session.says("Saved. You asked about it today. u undo")
        await session.press("u")
        assert session.says("Undone: what the role promises. ctrl+r does it again.")
        assert "plan_copy" not in answers(session)
        await session.press("escape")
        assert not isinstance(session.app.screen, RolePage)


async def test_pressing_the_same_answer_again_writes_nothing_and_another_changes_todays(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await opened(session)
        await session.press("y", "up", "y", "up")
        assert len(session.book.role_answers) == 1
        await session.press("n")
        (only,) = session.book.role_answers.values()
        assert only.answer == "no"


async def test_an_answer_on_another_day_leaves_the_earlier_one_and_when_it_was_asked(tmp_path: Path) -> None:
    earlier = RoleAnswer(
        id=numbered(82), item="named_person", answered_on=TODAY - timedelta(days=9), answer="no", asked_on=TODAY
    )
    async with running(tmp_path / "journal", TEAM.keeping(earlier)) as session:
        await opened(session)
        await session.press("y")
        first, second = sorted(session.book.role_answers.values(), key=lambda each: each.answered_on)
        assert first == earlier
        assert (second.answer, second.answered_on, second.asked_on) == ("yes", TODAY, TODAY)


async def test_the_sheet_has_a_day_of_its_own_and_keeps_what_is_half_written(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await opened(session)
        await session.press("end", "home", "down", "down", "down", "down", "enter")
        assert session.says("You have a copy of your care plan")
        await session.press("n")
        assert session.says("It becomes a question: Could I have a copy of my care plan?")
        await session.type("last mon")
        await session.press("escape")
        assert session.says("What you wrote is kept")
        await session.press("up", "enter", "escape", "down", "enter")
        assert session.says("= Monday 9 March")
        await session.press("enter")
        assert answers(session)["plan_copy"] == ("no", date(2026, 3, 9))
        await session.press("up", "enter", "tab", "ctrl+u")
        await session.type("tomorrow")
        await session.press("enter")
        assert session.says("! That day is still ahead.")


async def test_the_word_for_the_role_and_the_nation_decide_what_is_listed(tmp_path: Path) -> None:
    book = Book(settings=replace(Book().settings, role_word="key worker", nation="scotland"))
    async with running(tmp_path / "journal", book) as session:
        await opened(session)
        assert session.says("What a key worker usually promises. 0 of 10 are so.")
        assert not session.says("by law")
        assert len(promised(session.book, NOW)) == 10


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16)])
async def test_every_row_is_whole_in_every_window(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path / "journal", TEAM, size=size) as session:
        await opened(session)
        seen = session.text
        for _ in range(14):
            await session.press("down")
            seen += session.text
        assert "…" not in seen.replace("…, ", "")
        for words in ("hours of leaving", "Accessible", "Wales, by law"):
            assert words in " ".join(seen.replace("▎", "").replace("▐", "").split())
