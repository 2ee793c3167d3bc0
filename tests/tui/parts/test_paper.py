"""A document on paper: its pages turn, its lines follow the window, and it shows what stands where it says."""

from pathlib import Path

import pytest

from carecompanion.domain.book import Book
from carecompanion.sharing.document import Document, Paragraph
from carecompanion.sharing.paging import Part, pages_by_break
from carecompanion.tui.parts.paper import HOW, WIDEST, Paper
from carecompanion.tui.reading_page import ReadingPage
from tests.sharing.test_drawn import WHOLE, holding
from tests.tui.driving import MIDDLE, NARROW, WIDE, Session, running

LONG = Document("Long", tuple(Paragraph(f"Paragraph {number}.") for number in range(200)))
IN_FOUR = tuple(tuple(map(Part, LONG.blocks[start : start + 50])) for start in range(0, 200, 50))


def paper(session: Session) -> Paper:
    """The paper on the screen."""
    return session.app.screen.query_one(Paper)


def top(session: Session) -> str:
    """The first words in the window."""
    shown = paper(session)
    lines = shown._paged.lines[shown.scroll_offset.y :]
    return next(line.plain for line in lines if line is not None and line.plain)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_pages_turn_on_and_back_from_wherever_one_reads(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path / "j", Book(), size=size) as session:
        session.app.push_screen(ReadingPage(LONG, pages=IN_FOUR))
        await session.settle()
        assert session.says(f"{HOW} – page 1 of 4")
        for keys, said in (
            (("right",), "Page 2 of 4"),
            (("right",), "Page 3 of 4"),
            (("left",), "Page 2 of 4"),
            (("down", "down", "left"), "Page 2 of 4"),
            (("up", "l"), "Page 2 of 4"),
            (("h", "h"), f"{HOW} – page 1 of 4"),
            (("right", "right", "right", "right"), "Page 4 of 4"),
            (("end", "left"), "Page 4 of 4"),
            (("home", "left"), f"{HOW} – page 1 of 4"),
        ):
            await session.press(*keys)
            assert top(session) == said
            assert session.says(said)


async def test_one_page_says_no_number_and_offers_no_other(tmp_path: Path) -> None:
    async with running(tmp_path / "j", Book()) as session:
        session.app.push_screen(ReadingPage(LONG))
        await session.settle()
        assert session.says(HOW)
        assert not session.says("page 1 of")
        assert not session.says("next page")
        await session.press("space", "right", "left")
        assert top(session) == HOW


async def test_pages_that_become_known_are_shown_where_one_reads(tmp_path: Path) -> None:
    async with running(tmp_path / "j", Book()) as session:
        page = ReadingPage(LONG)
        session.app.push_screen(page)
        await session.settle()
        await session.press("space")
        assert (before := paper(session).scroll_offset.y) > 0
        page.show_pages(IN_FOUR)
        await session.settle()
        assert paper(session).scroll_offset.y == before
        assert session.says("next page")
        await session.press("right")
        assert top(session) == "Page 2 of 4"


async def test_lines_follow_the_window_and_none_is_lost(tmp_path: Path) -> None:
    document = holding("Some words that go on for longer than there is room in a narrow window. " * 2)
    async with running(tmp_path / "j", Book(), size=NARROW) as session:
        session.app.push_screen(ReadingPage(document))
        await session.settle()
        said = set()
        for size in (NARROW, WIDE, MIDDLE, (200, 50), NARROW):
            await session.pilot.resize_terminal(*size)
            await session.settle()
            shown = paper(session)
            words = [line for line in shown._paged.lines if line is not None]
            room = shown.scrollable_content_region.width - 4
            assert max(line.cell_length for line in words) <= min(WIDEST, room)
            assert shown.max_scroll_y == max(0, len(shown._paged.lines) - shown.size.height)
            said.add(sum(line.plain.count("narrow") for line in words))
        assert len(said) == 1


async def test_another_document_stands_in_the_place_of_the_one_before(tmp_path: Path) -> None:
    async with running(tmp_path / "j", Book()) as session:
        session.app.push_screen(ReadingPage(LONG))
        await session.settle()
        paper(session).show(WHOLE)
        await session.settle()
        assert session.says("For my care review")
        assert not session.says("Paragraph")
        assert paper(session).pages == len(pages_by_break(WHOLE))
