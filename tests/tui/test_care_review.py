"""The review itself: its day, who is to be there, the days it looks at, and what was agreed at it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from carecompanion.domain.records import Appointment, CareReview, ReviewPoint
from carecompanion.domain.review_in_hand import review_in_hand, visit_in_hand
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.line import Line
from tests.tui.care_team import TEAM, numbered
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, running
from tests.tui.looking_through import rows, take
from tests.tui.test_review import SAMPLE, assert_reads_as_the_document, said
from tests.tui.waiting import fail_once, put, retype

LAST_WEEK = Appointment(
    id=numbered(60), planned_at=NOW - timedelta(days=3), kind="review", with_="the whole team", status="went_ahead"
)


async def test_who_is_to_be_there_and_the_days_it_looks_at_are_kept_with_the_review(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        was = review_in_hand(session.book, NOW)
        assert was is not None
        await session.press("5", "g")
        await session.until("Your review")
        assert session.says("It looks at 10 October 2025 to 12 March 2026: since the last review.")
        await retype(session, "who_there", "Jo and my advocate")
        await retype(session, "first_day", "5 January")
        await session.until("It looks at 5 January 2026 to 12 March 2026.")
        await retype(session, "copy", "yesterday")
        await session.press("enter")
        await session.until("Saved. It looks at 5 January 2026 to 12 March 2026.")
        assert session.book.reviews[was.id] == replace(
            was,
            who_there="Jo and my advocate",
            first_day=date(2026, 1, 5),
            last_day=NOW.date(),
            copy_received_on=NOW.date() - timedelta(days=1),
        )
        assert_reads_as_the_document(session)
        await session.press("g")
        await session.until("Your review")
        await retype(session, "first_day", "")
        await retype(session, "last_day", "")
        await session.press("enter")
        await session.until("Saved. It looks at 10 October 2025 to 12 March 2026.")
        assert session.book.reviews[was.id].first_day is None
        assert_reads_as_the_document(session)


REFUSED = (
    ("first_day", "soon", "I could not read that as a day."),
    ("first_day", "tomorrow", "That day is still ahead."),
    ("last_day", "1 October 2025", "That is before the first day."),
    ("copy", "tomorrow", "That day is still ahead."),
)


async def test_days_that_make_no_sense_are_said_and_nothing_is_lost(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        before = session.book
        await session.press("5", "g")
        await session.until("Your review")
        for name, words, sentence in REFUSED:
            await retype(session, name, words)
            await session.press("enter")
            await session.until(sentence)
            assert session.app.screen.query_one(f"#{name}", Line).value == words
            await retype(session, name, "")
        assert session.book is before


async def test_a_review_without_a_day_is_prepared_and_gets_its_day_by_a_key(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("5", "space")
        (review,) = session.book.reviews.values()
        assert review.appointment_id is None
        assert session.says("No review is planned yet. g adds its day.")
        await session.press("g")
        await session.until("When your review is")
        await put(session, "26 March 10:00")
        await session.press("enter")
        await session.until("Saved. Care review with Dana")
        visit = visit_in_hand(session.book, NOW)
        assert visit is not None
        assert (visit.kind, visit.status) == ("review", "planned")
        assert session.says("Care review with Dana, Thursday 26 March 14 days away")
        assert sum(row.startswith("○") for row in said(session)) == 1
        await session.press("space")
        assert session.book.reviews[review.id].appointment_id == visit.id


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_two_sheets_of_a_review_lead_to_each_other(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path / "j", SAMPLE, size=size) as session:
        await session.press("5", "g", "shift+tab", "t")
        await session.until("An appointment")
        assert session.says("Elm House")
        await session.press("escape")
    async with running(tmp_path / "k", TEAM, size=size) as session:
        await session.press("5", "g")
        await session.until("When your review is")
        await session.press("shift+tab", "shift+tab", "w")
        await session.until("I want there")
        await put(session, "Jo")
        await session.press("enter")
        await session.until("Saved.")
        (review,) = session.book.reviews.values()
        assert (review.who_there, review.written_at) == ("Jo", NOW)


async def test_a_full_disk_keeps_what_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        fail_once(monkeypatch)
        await session.press("5", "g")
        await session.until("Your review")
        await retype(session, "who_there", "Only me")
        await session.press("enter")
        await session.until("The disk is full, so this was not saved.")
        assert session.app.screen.query_one("#who_there", Line).value == "Only me"


async def test_after_the_review_what_was_agreed_becomes_promises_that_came_from_it(tmp_path: Path) -> None:
    book = TEAM.keeping(LAST_WEEK)
    async with running(tmp_path / "j", book) as session:
        await session.press("5")
        assert session.says("Care review with the whole team, Monday 9 March 3 days ago")
        take(session, "agreed:")
        for words in ("Will send the plan", "Will ring on Fridays"):
            await session.press("enter")
            await session.until("Somebody said they would do something")
            await put(session, words)
            await session.press("enter")
            await session.until("The promise is in the journal.")
        kept = session.book.promises_from(LAST_WEEK.id)
        assert {each.text for each in kept} == {"Will send the plan", "Will ring on Fridays"}
        assert {each.made_on for each in kept} == {LAST_WEEK.planned_at.date()}
        assert "– Dana: Will ring on Fridays" in said(session)
        plan = next(each for each in kept if each.text == "Will send the plan")
        take(session, f"agreed:{plan.id}")
        await session.press("enter")
        assert session.says("Will send the plan")
        await session.press("escape")
        assert session.says("Write down what was agreed")


async def test_today_says_how_long_there_is_to_prepare_and_leads_to_the_review(tmp_path: Path) -> None:
    for number, size in enumerate((WIDE, MIDDLE, NARROW)):
        async with running(tmp_path / str(number), SAMPLE, size=size) as session:
            shown = session.app.screen.query_one("#matters", ItemList)
            visit = visit_in_hand(session.book, NOW)
            assert visit is not None
            assert shown.take(f"appointments:{visit.id}")
            await session.settle()
            assert "14 days to prepare" in " ".join(words for _, words in rows(session))
            await session.press("enter")
            assert session.says("Care review with the whole team, Thursday 26 March 14 days away")


async def test_another_appointment_on_today_still_opens_by_itself(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        take(session, "appointments:")
        await session.press("enter")
        assert session.says("e change")
        assert session.app.current_mode == "today"


async def test_decisions_stay_with_their_review_and_the_next_one_begins_anew(tmp_path: Path) -> None:
    past = CareReview(id=numbered(61), appointment_id=LAST_WEEK.id, written_at=LAST_WEEK.planned_at)
    own = ReviewPoint(id=numbered(62), review_id=past.id, side="well", text="From last time")
    soon = Appointment(id=numbered(63), planned_at=NOW + timedelta(days=10), kind="review")
    async with running(tmp_path / "j", TEAM.keeping(LAST_WEEK, past, own, soon)) as session:
        await session.press("5")
        assert session.says("10 days away")
        assert not any("From last time" in row for row in said(session))
        await session.press("space")
        assert len(session.book.reviews) == 2
        assert session.book.review_points[own.id] == own
