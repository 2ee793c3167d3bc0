"""Points of a review in the person's own words: added, reworded, taken back, deleted, and what is behind each."""

from dataclasses import replace
from pathlib import Path

import pytest

from carecompanion.domain.records import Brought, ReviewPoint
from carecompanion.domain.review_in_hand import review_in_hand
from carecompanion.tui.evidence import Evidence
from carecompanion.tui.parts.line import Line
from tests.tui.care_team import numbered
from tests.tui.driving import NARROW, NOW, Session, running
from tests.tui.looking_through import rows, take, the_list
from tests.tui.test_review import COMFORTABLE, SAMPLE, assert_reads_as_the_document, paper, points_of_the_review, said
from tests.tui.waiting import TYPED, fail_once, put, retype

WORDS = "She listens to me"


def row(session: Session, key: str) -> str:
    """One row's words, on one line."""
    return " ".join(dict(rows(session))[key].split())


async def reword(session: Session, words: str, wish: str = "") -> None:
    """Other words for the point in hand, and a wish."""
    await session.press("e")
    await session.until("In your own words")
    await retype(session, "text", words)
    await retype(session, "wish", wish)
    await session.press("enter")
    await session.until("Saved.")


async def test_an_own_point_stands_last_in_its_group_and_in_the_document(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE, size=NARROW) as session:
        await session.press("5", "a")
        await session.until("A point of your own for your review")
        await put(session, TYPED)
        await session.press("shift+tab", "b")
        await session.until("It stands under “Could be better”, and can be moved.")
        await session.press("tab")
        await put(session, "A call")
        await session.press("enter")
        await session.until("Saved. It stands under “Could be better”.")
        (point,) = [each for each in points_of_the_review(session) if each.text == TYPED]
        assert (point.side, point.wish, point.taken, point.written_at) == ("better", "A call", True, NOW)
        assert the_list(session).key_in_hand == point.id
        await session.press("p")
        assert "What I would like to happen: A call" in paper(session)
        await session.press("escape", "u")
        assert point.id not in session.book.review_points


async def test_own_words_stand_in_place_of_what_was_worked_out_until_they_are_cleared(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        await session.press("5")
        before = set(session.book.review_points)
        await session.press("e")
        await session.until(f"Worked out: {COMFORTABLE}")
        assert session.says(
            "It will read: I felt comfortable (how it felt to me): recorded 9 of 10 times, and 1 partly."
        )
        await put(session, WORDS)
        await session.until(f"It will read: {WORDS}. Recorded 9 of 10 times, and 1 partly")
        await session.press("tab")
        await put(session, "More of it")
        await session.press("enter")
        await session.until("Saved. It stands in your words.")
        assert said(session)[1] == f"● {WORDS} (9 of 10 times, and 1 partly) I would like: More of it"
        assert_reads_as_the_document(session)
        await reword(session, "", "")
        assert said(session)[1] == f"● {COMFORTABLE}"
        assert set(session.book.review_points) == before


async def test_cleared_words_leave_what_else_was_decided_and_a_point_that_is_only_words_stays(tmp_path: Path) -> None:
    review = review_in_hand(SAMPLE, NOW)
    assert review is not None
    own = ReviewPoint(id=numbered(93), review_id=review.id, side="ask", text="Why?", private="mine")
    async with running(tmp_path / "j", SAMPLE.keeping(own)) as session:
        await session.press("5", "space")
        await reword(session, WORDS)
        await reword(session, "")
        (left,) = [each for each in points_of_the_review(session) if not each.taken]
        assert (left.text, left.wish) == (None, None)
        take(session, own.id)
        await session.press("e")
        await session.until("In your own words")
        await retype(session, "text", "")
        await session.press("enter")
        await session.until("There are no words left.")
        await session.press("escape")
        assert session.book.review_points[own.id] == own
        await reword(session, "Why not?", "To know")
        assert session.book.review_points[own.id] == replace(own, text="Why not?", wish="To know")


async def test_leaving_without_a_change_keeps_nothing(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        await session.press("5")
        before = session.book
        await session.press("e", "enter")
        assert said(session)[1] == f"● {COMFORTABLE}"
        await session.press("g", "enter")
        await session.until("Going well")
        assert session.book is before


async def test_a_full_disk_keeps_the_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        fail_once(monkeypatch)
        await session.press("5", "e")
        await session.until("In your own words")
        await put(session, WORDS)
        await session.press("enter")
        await session.until("The disk is full, so this was not saved.")
        assert session.app.screen.query_one("#text", Line).value == WORDS
        await session.press("enter")
        await session.until("Saved. It stands in your words.")


async def test_the_same_key_twice_deletes_an_own_point_and_takes_a_decision_back(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        await session.press("5")
        before = set(session.book.review_points)
        await session.press("d")
        await session.until("Your journal brings this by itself. The key space leaves it out.")
        await session.press("space", "d")
        await session.until("Take back what you decided about this?")
        await session.press("escape")
        assert said(session)[1] == f"○ {COMFORTABLE}"
        await session.press("d", "d")
        await session.until("It stands as it was worked out. u undo")
        assert said(session)[1] == f"● {COMFORTABLE}"
        assert set(session.book.review_points) == before
        await session.press("end")
        key = the_list(session).key_in_hand
        words = (session.book.review_points[key or ""].text or "")[:25]
        await session.press("d")
        await session.until("Delete this point?")
        await session.until(words)
        await session.press("d")
        assert key not in session.book.review_points
        await session.press("u")
        await session.until(f"Undone: deleting the point, {words}")
        assert the_list(session).key_in_hand == key


async def test_enter_opens_what_is_behind_a_point(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        await session.press("5", "enter")
        assert isinstance(session.app.screen, Evidence)
        assert session.says(f"Approachable the 10 visits behind “{COMFORTABLE}”")
        await session.until("since the last review")
        await session.press("escape")
        assert said(session)[1] == f"● {COMFORTABLE}"
        for key, words in (
            (f"waiting::{_waits(session)}", "What happened"),
            (f"well::{_brought(session)}", "Dana rang back within the morning."),
        ):
            take(session, key)
            await session.press("enter")
            assert session.says(words)
            await session.press("escape")
        take(session, "ask:next_review")
        await session.press("enter")
        await session.until("Your journal does not know this yet.")
        await session.press("end", "enter")
        await session.until("In your own words")


def _waits(session: Session) -> str:
    return next(key for key, _ in rows(session) if key and key.startswith("waiting::")).rpartition(":")[2]


def _brought(session: Session) -> str:
    review = review_in_hand(session.book, NOW)
    assert review is not None
    points = (each for each in session.book.review_points.values() if each.review_id == review.id)
    return next(each.brought[0].entry_id for each in points if each.side == "well" and each.brought)


async def test_behind_a_figure_stand_the_days_the_review_looks_at(tmp_path: Path) -> None:
    review = review_in_hand(SAMPLE, NOW)
    assert review is not None
    days = replace(review, first_day=NOW.date().replace(month=1, day=5), last_day=NOW.date())
    async with running(tmp_path / "j", SAMPLE.keeping(days)) as session:
        await session.press("5", "enter")
        await session.until("5 January 2026 to 12 March 2026")
        await session.press("p")
        assert not session.says("5 January 2026 to 12 March 2026")


async def test_a_point_whose_entry_has_gone_says_nothing_wrong(tmp_path: Path) -> None:
    review = review_in_hand(SAMPLE, NOW)
    assert review is not None
    note = next(iter(SAMPLE.notes.values()))
    own = ReviewPoint(
        id=numbered(94), review_id=review.id, side="ask", text="About that", brought=(Brought(entry_id=note.id),)
    )
    async with running(tmp_path / "j", SAMPLE.keeping(own, replace(note, keep_out=True))) as session:
        await session.press("5")
        assert row(session, own.id) == "● About that"
        assert session.book.review_points[own.id] == own
        take(session, own.id)
        await session.press("space")
        assert session.book.review_points[own.id] == replace(own, taken=False)
