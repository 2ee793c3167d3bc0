"""Practising a review: one thing at a time, at one's own pace."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.records import CareReview, ReviewPoint
from carecompanion.domain.sample import sample_book
from carecompanion.tui.place import Place
from carecompanion.tui.practise import Practise, practise
from carecompanion.tui.walk import walk
from tests.domain.given import new
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running

REVIEW = CareReview(id="00000000-0000-7000-8000-000000000001", written_at=NOW, say_first="Thank [you] for ringing")
WISHED = ReviewPoint(
    id="00000000-0000-7000-8000-000000000002",
    review_id=REVIEW.id,
    side="better",
    text="The hour is short",
    wish="All of it",
)
OWN = Book().keeping(REVIEW, WISHED)


@asynccontextmanager
async def practising(folder: Path, book: Book, size: tuple[int, int] = MIDDLE) -> AsyncIterator[Session]:
    async with running(folder, book, size=size) as session:
        place = session.app.screen
        assert isinstance(place, Place)
        place.run_worker(practise(place), group="writing", exclusive=True)
        await session.settle()
        yield session


async def test_it_begins_with_what_comes_first_and_ends_calmly(tmp_path: Path) -> None:
    async with practising(tmp_path, OWN) as session:
        assert session.says("What I want to say first 1 of 9")
        assert session.says("Thank [you] for ringing")
        await session.press("space")
        assert session.says("The hour is short What I would like to happen: All of it.")
        await session.press("enter", "right")
        assert session.says("Questions to ask 4 of 9")
        await session.press("left")
        assert session.says("3 of 9")
        await session.press(*["down", "pagedown", "space"] * 2, "right")
        assert session.says("That was all of it. You can say it in your own order.")
        await session.press("up")
        assert session.says("9 of 9")
        await session.press("space", "space")
        assert not isinstance(session.app.screen, Practise)


async def test_the_examples_are_behind_a_key(tmp_path: Path) -> None:
    async with practising(tmp_path, sample_book(NOW)) as session:
        await session.press("w")
        assert not session.says("w what it rests on")
        await session.press("space", "space")
        assert session.says("w what it rests on")
        assert not session.says("Visit: Dana")
        await session.press("w")
        assert session.says("w put away")
        assert session.says("Visit: Dana")
        await session.press("space")
        assert not session.says("Visit: Dana")


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16), (200, 60)])
async def test_all_of_a_long_point_can_be_read_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    words = [f"word{number}" for number in range(150)]
    long = new(ReviewPoint, review_id=REVIEW.id, side="well", text=" ".join(words))
    async with practising(tmp_path, OWN.keeping(long), size) as session:
        await session.press("space")
        seen = ""
        while not session.says("The hour is short"):
            seen += session.text + "\n"
            await session.press("space")
        seen = seen.replace("▐", " ")
        assert all(word in seen.split() for word in words)
        assert max(len(line.strip()) for line in seen.splitlines() if "word" in line) <= 40
        await session.press("exclamation_mark")
        assert session.says("If you need help now")


async def test_without_anything_to_say_it_says_so(tmp_path: Path) -> None:
    async with practising(tmp_path, Book()) as session:
        while not session.says("all of it") and not session.says("nothing to practise"):
            await session.press("space")
        assert session.says("esc back")


async def test_it_follows_going_through_it(tmp_path: Path) -> None:
    async with running(tmp_path) as session:
        place = session.app.screen
        assert isinstance(place, Place)
        place.run_worker(walk(place), group="writing", exclusive=True)
        await session.settle()
        await session.press(*["enter"] * 5)
        await session.type("Thank you")
        await session.press("enter")
        assert session.says("p practise")
        await session.press("p")
        assert session.says("What I want to say first")
        assert session.says("Thank you")
