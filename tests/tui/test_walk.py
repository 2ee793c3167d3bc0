"""Going through a review together: question by question, kept as it goes, and what was gathered."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.records import CareReview, ReviewPoint
from carecompanion.domain.sample import sample_book
from carecompanion.store import DiskFull, Journal
from carecompanion.tui.place import Place
from carecompanion.tui.walk import walk
from tests.naughty import NAUGHTY
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running
from tests.tui.test_where import back_again, says_again

SIZES = [WIDE, MIDDLE, NARROW, (36, 16), (200, 60)]


async def go(session: Session) -> None:
    """Begin to go through the review in hand."""
    place = session.app.screen
    assert isinstance(place, Place)
    place.run_worker(walk(place), group="writing", exclusive=True)
    await session.settle()


@asynccontextmanager
async def walking(folder: Path, book: Book | None = None, size: tuple[int, int] = MIDDLE) -> AsyncIterator[Session]:
    async with running(folder, book, size=size) as session:
        await go(session)
        yield session


def review_in(session: Session) -> CareReview:
    (review,) = session.book.reviews.values()
    return review


def points(session: Session) -> list[tuple[str, str | None, str | None]]:
    return [(each.side, each.text, each.wish) for each in session.book.review_points.values()]


async def test_each_answer_is_kept_as_it_is_given_and_the_end_says_what_was_gathered(tmp_path: Path) -> None:
    async with walking(tmp_path) as session:
        assert session.says("1 of 6")
        assert session.says("What matters most to you?")
        await session.type("To be asked")
        await session.press("enter")
        assert review_in(session).matters_most == "To be asked"
        assert session.says("2 of 6")
        await session.type("Dana rang")
        await session.press("enter")
        assert session.says("Written down so far ● Dana rang")
        await session.press("enter")
        assert session.says("3 of 6")
        await session.type("The hour is short")
        await session.press("enter", "enter")
        assert session.says("4 of 6")
        assert session.says("› The hour is short")
        await session.type("All of it")
        await session.press("enter")
        assert session.says("5 of 6")
        await session.type("Jo")
        await session.press("enter")
        assert session.says("6 of 6")
        await session.type("Thank you first")
        await session.press("enter")
        assert points(session) == [("well", "Dana rang", None), ("better", "The hour is short", "All of it")]
        assert (review_in(session).who_there, review_in(session).say_first) == ("Jo", "Thank you first")
        assert session.says("This is what you have gathered.")
        for words in ("To be asked", "● Dana rang", "● The hour is short", "● All of it", "Jo"):
            assert session.says(words)
        await session.press("enter")
        assert session.says("Nothing is waiting.")


async def test_every_question_can_be_skipped_and_skipped_is_not_no(tmp_path: Path) -> None:
    async with walking(tmp_path) as session:
        for number in range(1, 7):
            assert session.says(f"{number} of 6")
            assert session.says("enter skip")
            await session.press("enter")
        assert session.says("Nothing is written down yet. You can come back to it at any time.")
        assert not session.book.reviews
        assert not session.book.review_points


async def test_back_goes_to_the_question_before_and_keeps_what_was_written(tmp_path: Path) -> None:
    async with walking(tmp_path) as session:
        await session.press("shift+tab")
        assert session.says("1 of 6")
        await session.press("enter", "enter", "enter", "enter")
        assert session.says("5 of 6")
        await session.type("Jo")
        await session.press("shift+tab")
        assert session.says("4 of 6")
        assert review_in(session).who_there == "Jo"
        await session.press("enter")
        assert session.says("▎ Jo")
        await session.press("enter", "enter", "shift+tab")
        assert session.says("6 of 6")


async def test_opening_it_again_shows_what_was_answered_and_it_can_be_put_otherwise(tmp_path: Path) -> None:
    async with walking(tmp_path) as session:
        await session.type("To be asked")
        await session.press("enter")
        await session.type("Dana rang")
        await session.press("enter", "escape")
        await go(session)
        assert session.says("▎ To be asked")
        assert session.says("enter next")
        await session.press("enter")
        assert session.says("● Dana rang")
        await session.press("shift+tab")
        assert session.says("› Dana rang")
        await session.type(" back")
        assert session.says("enter keep, next")
        await session.press("enter")
        assert points(session) == [("well", "Dana rang back", None)]
        assert session.says("2 of 6")
        await session.press("shift+tab", "ctrl+shift+k")
        await session.press(*["backspace"] * len("Dana rang back"))
        assert session.says("This takes it away.")
        await session.press("enter")
        assert points(session) == []
        assert session.says("2 of 6")
        await session.press("escape", "u")
        assert points(session) == [("well", "Dana rang back", None)]
        assert session.says("Undone: deleting the point, Dana rang back.")


async def test_undo_names_each_answer(tmp_path: Path) -> None:
    async with walking(tmp_path) as session:
        await session.type("To be asked")
        await session.press("enter")
        await session.type("Dana rang")
        await session.press("enter", "escape", "u")
        assert session.says("Undone: the point, Dana rang.")
        await session.press("u")
        assert session.says("Undone: what matters most to you.")
        assert not session.book.reviews


async def test_half_written_words_are_a_draft_at_their_question(tmp_path: Path) -> None:
    async with walking(tmp_path) as session:
        await session.press("enter", "enter", "enter", "enter")
        await session.type("My sis")
        await session.press("escape")
        assert session.says("What you wrote is kept, and will be there when you come back to it.")
        assert not session.book.reviews
        await go(session)
        assert session.says("5 of 6")
        assert session.says("▎ My sis")
        await session.type("ter")
        await session.press("enter")
        assert review_in(session).who_there == "My sister"
        await session.press("escape")
        await go(session)
        assert session.says("1 of 6")


@pytest.mark.parametrize("words", ["Dana r", ""])
async def test_after_hiding_it_is_where_it_was(tmp_path: Path, words: str) -> None:
    async with walking(tmp_path, sample_book(NOW), WIDE) as session:
        await session.press("enter")
        await session.type(words)
        said = await session.still()
        await session.press("ctrl+l")
        assert session.app.return_value == "hidden"
    async with back_again(tmp_path) as session:
        await says_again(session, said)
        await session.press("escape")


async def test_who_wrote_it_stays_until_it_is_another(tmp_path: Path) -> None:
    async with walking(tmp_path) as session:
        await session.press("ctrl+n")
        assert session.says("Written by")
        await session.type("Sam")
        await session.press("enter")
        assert session.says("1 of 6")
        await session.type("To be asked")
        await session.press("enter")
        await session.type("Dana rang")
        await session.press("enter")
        assert review_in(session).written_by == "Sam"
        assert [each.written_by for each in session.book.review_points.values()] == ["Sam"]


async def test_the_journal_s_own_points_are_shown_as_help(tmp_path: Path) -> None:
    async with walking(tmp_path, sample_book(NOW)) as session:
        before = dict(session.book.review_points)
        await session.press("enter")
        assert session.says("From your journal, on your page already")
        assert session.says("● I felt comfortable (how it felt to me): recorded 9 of 10 times")
        await session.press("enter")
        assert session.says("● Visits went ahead, on time and in full: recorded 6 of 12 times")
        await session.press("enter")
        await session.type("That it is done in a week")
        await session.press("enter")
        assert dict(session.book.review_points).items() >= before.items()
        (new,) = [each for key, each in session.book.review_points.items() if key not in before]
        assert (new.side, new.drawn_from, new.wish) == ("better", "followed_up", "That it is done in a week")


@pytest.mark.parametrize("size", SIZES)
async def test_at_every_size_the_answer_is_in_sight_and_the_keys_are(tmp_path: Path, size: tuple[int, int]) -> None:
    async with walking(tmp_path, sample_book(NOW), size) as session:
        asked = 0
        while session.app.focused is not None:
            asked += 1
            await session.type("Ωmega")
            assert session.says("Ωmega")
            assert session.says("leave")
            await session.press(*["backspace"] * 5, "enter")
        assert asked == 6
        assert session.says("This is what you have gathered.")


async def test_any_words_stand_as_they_were_written(tmp_path: Path) -> None:
    async with walking(tmp_path, size=(200, 60)) as session:
        await session.press("enter")
        for words in NAUGHTY[:12]:
            await session.paste(words)
            await session.press("enter")
        kept = [each.text for each in session.book.review_points.values()]
        assert kept == [words for words in NAUGHTY[:12] if words.strip()]


async def test_a_full_disk_leaves_the_words_where_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with walking(tmp_path) as session:
        await session.type("To be asked")

        def full(*_args: object, **_more: object) -> None:
            raise DiskFull

        with monkeypatch.context() as broken:
            broken.setattr(Journal, "keep", full)
            await session.press("enter")
            assert session.says("1 of 6")
            assert session.says("▎ To be asked")
            assert session.says("The disk is full")
        await session.press("enter")
        assert review_in(session).matters_most == "To be asked"


async def test_help_is_a_key_away_from_every_question(tmp_path: Path) -> None:
    async with walking(tmp_path) as session:
        for _ in range(7):
            await session.press("ctrl+g")
            assert session.says("Samaritans 116 123")
            await session.press("escape", "enter")
    async with walking(tmp_path / "end") as session:
        await session.press(*["enter"] * 6, "exclamation_mark")
        assert session.says("Samaritans 116 123")


async def test_five_hundred_points_do_not_hold_it_up(tmp_path: Path) -> None:
    review = CareReview(id="00000000-0000-7000-8000-000000000001", written_at=NOW)
    many = (
        ReviewPoint(id=f"00000000-0000-7000-8000-{n:012d}", review_id=review.id, side="well", text=f"Point {n}")
        for n in range(2, 502)
    )
    async with walking(tmp_path, Book().keeping(review, *many)) as session:
        await session.press("enter")
        assert session.says("● Point 501")
        assert session.says("And 492 more, on Review.")
