"""The one thing Today asks: enter says it on the right form, d puts it off for as long as the program is open."""

from pathlib import Path

import pytest

from carecompanion.domain.sample import sample_book
from tests.domain.given import book, visit
from tests.tui.care_team import DANA, ONE_VISIT, YESTERDAY
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, running
from tests.tui.sheets import NEWS, PLAN, RING, focus

ASKS = ONE_VISIT.keeping(NEWS, RING, PLAN)
VISIT = "Say how yesterday's visit with Dana went"
KEPT = "Was this kept? Dana said so, for Fri 6 March: “Will ring my GP”"
KNEW = "Did Dana and Dr Okafor know? “New tablets”"
CAME = "What came of it? You asked: “A copy of my plan”"


async def test_each_thing_asked_opens_its_form_and_makes_way_for_the_next_once_it_is_said(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ASKS, size=MIDDLE) as session:
        assert session.says(f"▎ {VISIT}")
        await session.press("enter")
        assert session.says("› Did it start on time?")
        await session.press(*"yyyyy", "enter")
        assert session.says(KEPT)
        await session.press("enter")
        assert focus(session) == "outcome_of_it"
        await session.press("k", "enter")
        assert session.says(KNEW)
        await session.press("enter")
        assert focus(session) == "knew_0"
        await session.press("y", "enter")
        assert session.says("Did Dr Okafor know? “New tablets”")
        await session.press("enter")
        await session.press("n", "enter")
        assert session.says(CAME)
        await session.press("enter")
        assert session.says("What you asked for")
        await session.press("escape")
        assert session.says(CAME)
        await session.press("enter")
        await session.press("t", "enter")
        assert not session.says("When you feel like it")
        book = session.book
    assert book.appointments[YESTERDAY.id].status == "went_ahead"
    assert (book.promises[RING.id].outcome, book.points[PLAN.id].outcome) == ("kept", "not_yet")
    assert [(each.person_id == DANA.id, each.knew) for each in book.updates[NEWS.id].recipients] == [
        (True, "yes"),
        (False, "no"),
    ]


async def test_d_puts_off_one_after_the_other_and_keeps_nothing(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ASKS, size=MIDDLE) as session:
        for asked in (VISIT, KEPT, KNEW, CAME):
            assert session.says(f"▎ {asked[:30]}")
            assert session.says("d not now")
            await session.press("d")
        assert not session.says("When you feel like it")
        assert not session.says("not now")
        await session.press("d", "2", "1")
        assert not session.says("When you feel like it")
        assert session.book == ASKS
    async with running(tmp_path / "k", ASKS, size=MIDDLE) as session:
        assert session.says(VISIT)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 20)])
async def test_what_waits_shows_the_key_for_those_who_cannot_wait(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path / "some", sample_book(NOW), size=size) as session:
        assert session.says("If you can’t wait: ! for help now")
    async with running(tmp_path / "none", size=size) as session:
        assert not session.says("If you can’t wait")


async def test_a_contact_about_nothing_in_particular_leaves_no_empty_line_in_a_narrow_window(tmp_path: Path) -> None:
    async with running(tmp_path, ONE_VISIT, size=NARROW) as session:
        await session.press("c", "enter")
        rows = session.text.splitlines()
        (at,) = [number for number, row in enumerate(rows) if row.startswith("▎ Text to ") or row == "  Text to Dana"]
        assert rows[at + 1].strip("▎ ▐")


async def test_the_longest_day_that_comes_still_stands_apart_from_its_time(tmp_path: Path) -> None:
    coming = (visit("2026-09-23 11:00", "planned"), visit("2026-03-19 09:30", "planned"))
    async with running(tmp_path, book(*coming), size=MIDDLE) as session:
        assert "Thu 19 March      09:30   Dana" in session.text
        assert "Wed 23 September  11:00   Dana" in session.text
