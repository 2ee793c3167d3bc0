"""Place 5, Review: its points, each in or left out, moved and undone, and beside them the document itself."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.records import CareReview, Note, Record, ReviewPoint
from carecompanion.domain.review_in_hand import review_in_hand
from carecompanion.domain.sample import sample_book
from carecompanion.sharing.document import Bullets, Document, Heading, Paragraph, Room, Table
from carecompanion.sharing.review_pages import Choices, review_document
from carecompanion.tui.parts.paper import Paper
from carecompanion.tui.review import Review
from tests.tui.care_team import numbered
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running
from tests.tui.looking_through import rows, take, the_list
from tests.tui.test_any_words import SAMPLES
from tests.tui.waiting import fail_once


def own_last(book: Book) -> Book:
    """The book with the points of the person's own moved behind those that the journal brings."""
    own = (each for each in book.review_points.values() if each.drawn_from is None)
    return book.keeping(*(replace(each, place=50 + number) for number, each in enumerate(own)))


SAMPLE = own_last(sample_book(NOW))
COMFORTABLE = "You felt comfortable 9 of 10 times, and 1 partly"


def said(session: Session) -> list[str]:
    """Every row of the list, on one line each, headings included."""
    return [" ".join(words.split()) for _, words in rows(session) if words.strip()]


def paper(session: Session) -> str:
    """All that the preview says, on one line."""
    shown = session.app.screen.query_one(Paper)
    return " ".join(" ".join(line.plain for line in shown._paged.lines if line is not None).split())


def texts_of(document: Document) -> Iterator[tuple[str, list[str]]]:
    """Every text of a document in its order, each after the words of a table that stands before it."""
    yield document.title, []
    table: list[str] = []
    for block in document.blocks:
        match block:
            case Table(heads, cells):
                table = [word for row in (heads, *cells) for cell in row for word in cell.split()]
            case Heading(text) | Paragraph(text) | Room(text):
                yield text, table
                table = []
            case Bullets(items):
                yield from ((item, []) for item in items)


def assert_reads_as_the_document(session: Session) -> None:
    """The preview says every text of the document of the journal as it is now, in its order."""
    whole, at = paper(session), 0
    for text, table in texts_of(review_document(session.book, None, NOW, Choices())):
        words = " ".join(text.split())
        found = whole.find(words, at)
        assert found >= 0, words
        assert set(table) <= set(whole[at:found].split()), words
        at = found + len(words)


def points_of_the_review(session: Session) -> list[ReviewPoint]:
    """What is decided about the review in hand."""
    review = review_in_hand(session.book, NOW)
    return [each for each in session.book.review_points.values() if review and each.review_id == review.id]


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_the_points_stand_in_four_groups_below_the_day_of_the_review(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(tmp_path / "j", SAMPLE, size=size) as session:
        await session.press("5")
        assert session.says("Care review with the whole team, Thursday 26 March 14 days away")
        listed = said(session)
        places = [listed.index(name) for name in ("Going well", "Could be better", "Still waiting for")]
        assert places == sorted(places)
        assert places[0] == 0
        assert listed.index("Questions to ask") > places[-1]
        assert listed[1] == f"● {COMFORTABLE}"
        assert (
            "● Went ahead, on time and in full 6 of 12 times, and 1 partly I would like: That we use the whole hour."
            in (listed)
        )
        assert all("…" not in row for row in listed)
        assert session.app.screen.query_one(Paper).display is (size == WIDE)


async def test_space_leaves_out_and_puts_in_at_once_and_the_document_follows(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        await session.press("5")
        assert_reads_as_the_document(session)
        before = paper(session)
        assert "I felt comfortable" in before
        await session.press("space")
        assert said(session)[1] == f"○ {COMFORTABLE}"
        assert "- I felt comfortable (how it felt to me): recorded" not in paper(session)
        assert_reads_as_the_document(session)
        (left,) = [each for each in points_of_the_review(session) if not each.taken]
        assert (left.side, left.drawn_from, left.written_at) == ("well", "comfortable", NOW)
        await session.press("space")
        assert paper(session) == before
        assert said(session)[1] == f"● {COMFORTABLE}"


async def test_every_decision_is_one_act_that_undo_takes_back_and_names(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        await session.press("5", "down")
        before = session.book.review_points
        await session.press("space", "1", "u")
        assert session.says("Undone: leaving out the point, You got through.")
        assert session.book.review_points == before
        await session.press("ctrl+r")
        assert session.says("Done again: leaving out the point, You got through.")
        await session.press("5", "space", "u")
        assert session.says("Undone: putting in the point, You got through.")
        await session.press("shift+down", "u")
        assert session.says("Undone: moving the point, You got through.")


@pytest.mark.parametrize(("down", "up"), [("shift+down", "shift+up"), ("J", "K")])
async def test_a_point_moves_within_its_group_and_stays_in_hand(tmp_path: Path, down: str, up: str) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        await session.press("5")
        listed, key = said(session), the_list(session).key_in_hand
        await session.press(down, down)
        assert said(session)[1:5] == [listed[2], listed[3], listed[1], listed[4]]
        assert the_list(session).key_in_hand == key
        assert_reads_as_the_document(session)
        await session.press(down, down, down)
        assert said(session)[4] == listed[1]
        await session.press(up, up, up, up, up)
        assert said(session) == listed


async def test_without_any_review_the_first_decision_begins_one(tmp_path: Path) -> None:
    book = SAMPLE.without(*SAMPLE.reviews.values(), *SAMPLE.review_points.values(), *SAMPLE.shared_copies.values())
    async with running(tmp_path / "j", book) as session:
        await session.press("5", "space")
        (review,) = session.book.reviews.values()
        assert (review.written_at, review.appointment_id) == (NOW, _coming(session.book))
        (point,) = session.book.review_points.values()
        assert point.review_id == review.id
        await session.press("u")
        assert not session.book.reviews
        assert not session.book.review_points


def _coming(book: Book) -> str:
    (found,) = [each.id for each in book.appointments.values() if each.kind == "review" and each.status == "planned"]
    return found


async def test_what_is_kept_out_or_private_stays_so_whatever_is_decided(tmp_path: Path) -> None:
    review = review_in_hand(SAMPLE, NOW)
    assert review is not None
    hidden = Note(id=numbered(90), at=NOW, text="For nobody", keep_out=True)
    mine = ReviewPoint(id=numbered(91), review_id=review.id, side="well", text="Mine", private="but not this")
    out = ReviewPoint(id=numbered(92), review_id=review.id, side="well", text="Not this either", keep_out=True)
    kept_review = replace(review, private="nor this")
    async with running(tmp_path / "j", SAMPLE.keeping(hidden, mine, out, kept_review)) as session:
        await session.press("5")
        take(session, mine.id)
        await session.press("space", "shift+down")
        assert session.book.review_points[mine.id] == replace(mine, taken=False, place=1)
        assert session.book.reviews[review.id] == kept_review
        assert not any(words in session.text + paper(session) for words in ("For nobody", "not this", "nor this"))


@pytest.mark.parametrize("size", [MIDDLE, NARROW, WIDE])
async def test_a_key_shows_on_the_whole_screen_how_it_will_read(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path / "j", SAMPLE, size=size) as session:
        await session.press("5", "p")
        assert session.says("How it will read")
        assert session.says("For my care review")
        assert_reads_as_the_document(session)
        await session.press("end")
        assert not session.says("For my care review")
        await session.press("home")
        assert session.says("For my care review")
        await session.press("escape")
        assert session.says("Going well")


async def test_the_preview_shows_the_place_of_the_point_in_hand(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        await session.press("5", "end")
        assert session.says("8 Who tells Dana when my medicine changes?")
        await session.press("home")
        assert session.says("· I felt comfortable (how it felt to me)")


async def test_each_key_does_the_same_with_the_document_in_hand(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        await session.press("5", "tab")
        assert isinstance(session.app.focused, Paper)
        await session.press("h")
        assert session.says("What you have shared")
        await session.press("escape", "tab", "l")
        assert session.says("Letters")


async def test_five_hundred_points_and_odd_words_stand_there_whole(tmp_path: Path) -> None:
    review = CareReview(id=numbered(1), written_at=NOW)
    odd = (*SAMPLES, "x" * 300, "two\nlines", " ")
    texts = [f"{number} {odd[number % len(odd)]}" for number in range(500)]
    points: list[Record] = [
        ReviewPoint(id=numbered(1000 + number), review_id=review.id, side="ask", text=text, wish=text)
        for number, text in enumerate(texts)
    ]
    async with running(tmp_path / "j", Book().keeping(review, *points)) as session:
        await session.press("5")
        listed = said(session)
        assert sum(1 for row in listed if "I would like" in row) == 500
        assert any("🙂👩‍👩‍👧 é" in row for row in listed)
        assert the_list(session).take(points[-1].id)
        await session.press("space")
        assert session.book.review_points[points[-1].id].taken is False
        assert_reads_as_the_document_but_for_breaks(session)


def assert_reads_as_the_document_but_for_breaks(session: Session) -> None:
    """The same where long words are broken, and control characters stand as a sign."""
    whole = "".join(paper(session).split())
    for text, _table in texts_of(review_document(session.book, None, NOW, Choices())):
        if text.isprintable():
            assert "".join(text.split()) in whole, text


async def test_a_full_disk_is_said_and_the_point_stands_as_it_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        fail_once(monkeypatch)
        await session.press("5", "space")
        assert session.says("The disk is full, so this was not saved.")
        assert said(session)[1] == f"● {COMFORTABLE}"
        await session.press("space")
        assert said(session)[1] == f"○ {COMFORTABLE}"


async def test_without_any_evidence_there_is_a_way_to_begin(tmp_path: Path) -> None:
    async with running(tmp_path / "j") as session:
        await session.press("5")
        assert isinstance(session.app.screen, Review)
        assert session.says("No review is planned yet.")
        assert session.says("You can still write your own points. a adds one.")
        assert_reads_as_the_document(session)


async def test_the_pages_beside_it_open_and_lead_back(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        await session.press("5")
        for key, words in (("l", "Letters"), ("o", "usually promises"), ("h", "What you have shared")):
            await session.press(key)
            await session.until(words)
            await session.press("escape")
            await session.until("Going well")
        await session.press("x")
        await session.until("Save a copy to take with you")
        await session.press("escape")
        await session.until("Going well")
