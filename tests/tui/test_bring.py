"""The key b brings whatever is in hand to the review: from the journal, Today, a trait, behind a figure, a page."""

from dataclasses import replace
from pathlib import Path

import pytest

from carecompanion.domain.records import Note, Person, Promise, ReviewPoint
from carecompanion.domain.review_in_hand import review_in_hand
from carecompanion.tui.parts.choice import Choice
from carecompanion.tui.parts.line import Line
from tests.tui.care_team import numbered
from tests.tui.driving import MIDDLE, NARROW, NOW, Session, running
from tests.tui.looking_through import rows, take
from tests.tui.test_review import SAMPLE, assert_reads_as_the_document, said
from tests.tui.waiting import TYPED, fail_once, put

HARD = Note(id=numbered(95), at=NOW, text="The line was cut", kind="hard")
SECRET = replace(HARD, id=numbered(96), text="For me", keep_out=True)
BOOK = SAMPLE.keeping(HARD)


def brought(session: Session) -> ReviewPoint:
    """The one point that was not there before."""
    (only,) = [each for key, each in session.book.review_points.items() if key not in SAMPLE.review_points]
    return only


def group(session: Session) -> str | None:
    """The group chosen on the sheet."""
    return session.app.screen.query_one("#side", Choice).value


@pytest.mark.parametrize("size", [MIDDLE, NARROW])
async def test_an_entry_of_the_journal_goes_along_with_words_and_a_wish(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path / "j", BOOK, size=size) as session:
        await session.press("2")
        take(session, HARD.id)
        await session.press("b")
        await session.until("Bring this to your review")
        await session.until("The line was cut – today")
        assert group(session) == "better"
        await session.press("tab")
        await put(session, TYPED)
        await session.press("tab")
        await put(session, "A call back")
        await session.press("enter")
        await session.until("Saved. Brought to your review.")
        point, review = brought(session), review_in_hand(session.book, NOW)
        assert review is not None
        assert (point.review_id, point.side, point.text, point.wish) == (review.id, "better", TYPED, "A call back")
        assert [each.entry_id for each in point.brought] == [HARD.id]
        await session.press("b")
        await session.until("This is in your review already, under “Could be better”.")
        await session.press("5")
        assert any("The line was cut" in row for row in said(session))
        await session.press("1", "u")
        await session.until("Undone: the point,")
        assert not set(session.book.review_points) - set(SAMPLE.review_points)


async def test_what_was_left_out_goes_along_again_at_once(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await session.press("5", "space", "3")
        take(session, "approachable")
        await session.press("b")
        await session.until("Brought to your review.")
        assert brought(session).taken
        await session.press("b")
        await session.until("This is in your review already, under “Going well”. The key 5 shows it.")


async def test_what_waits_on_today_is_there_already_and_what_comes_is_asked_about(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await session.press("b")
        await session.until("This is in your review already, under “Still waiting for”.")
        key = next(key for key, _ in rows(session) if key and key.startswith("appointments:"))
        take(session, key)
        await session.press("b")
        await session.until("Bring this to your review")
        assert group(session) == "ask"
        await session.press("enter")
        await session.until("Brought to your review.")
        assert [each.entry_id for each in brought(session).brought] == [key.partition(":")[2]]


async def test_a_trait_brings_its_headline_from_its_card_and_from_today(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await session.press("right", "b")
        await session.until("Knew the latest about you 15 of 21 times, and 1 partly")
        await session.press("escape", "3", "b")
        await session.until("Knew the latest about you 15 of 21 times, and 1 partly")
        assert group(session) == "well"
        await session.press("enter")
        await session.until("Brought to your review.")
        point = brought(session)
        assert (point.side, point.drawn_from, point.brought) == ("well", "knew_latest", ())
        await session.press("5")
        assert "● Knew the latest about you 15 of 21 times, and 1 partly" in said(session)
        assert_reads_as_the_document(session)


async def test_a_figure_inside_a_trait_and_an_entry_behind_it_each_go_along_by_themselves(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await session.press("3")
        take(session, "organisation")
        await session.press("enter")
        take(session, "measure:full_time")
        await session.press("b", "enter")
        await session.until("Brought to your review.")
        assert brought(session).drawn_from == "full_time"
        await session.press("u")
        take(session, "entry:")
        entry = next(key for key, _ in rows(session) if key and key.startswith("entry:")).split(":")[1]
        await session.press("enter", "b")
        await session.until("Bring this to your review")
        await session.press("escape")
        await session.until("bring to review")
        await session.press("b", "enter")
        await session.until("Brought to your review.")
        assert [each.entry_id for each in brought(session).brought] == [entry]


async def test_from_an_entrys_page_it_is_said_that_it_is_there_already(tmp_path: Path) -> None:
    kept = Promise(id=numbered(97), text="Will ring", made_on=NOW.date())
    async with running(tmp_path / "j", BOOK.keeping(kept)) as session:
        await session.press("2")
        take(session, kept.id)
        await session.press("enter", "b")
        await session.until("This is in your review already, under “Still waiting for”.")


async def test_where_nothing_is_in_hand_the_key_says_what_it_does(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        for place in "45":
            await session.press(place, "b")
            await session.until("With an entry or a figure in hand, the key b brings it to your review.")


async def test_what_is_kept_out_is_not_brought_nor_a_figure_without_entries(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE.keeping(SECRET)) as session:
        await session.press("2")
        take(session, SECRET.id)
        await session.press("b")
        await session.until("This is kept out of anything you share, so it cannot be brought along.")
        assert session.book.review_points == SAMPLE.review_points


async def test_in_an_empty_journal_a_trait_has_nothing_to_bring(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE.without(*SAMPLE.everything()).keeping(_somebody())) as session:
        await session.press("3", "b")
        await session.until("Nothing counts towards this in the days your review looks at")


def _somebody() -> Person:
    return Person(id=numbered(98), name="Sam", role="")


async def test_a_full_disk_keeps_the_words_on_the_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        fail_once(monkeypatch)
        await session.press("2")
        take(session, HARD.id)
        await session.press("b", "tab")
        await put(session, "My words")
        await session.press("enter")
        await session.until("The disk is full, so this was not saved.")
        assert session.app.screen.query_one("#text", Line).value == "My words"
        await session.press("enter")
        await session.until("Brought to your review.")
