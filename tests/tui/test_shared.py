"""What you have shared: the list, each copy as it was, saving one again, and taking one out of the list."""

from dataclasses import replace
from pathlib import Path

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.records import SharedCopy
from carecompanion.sharing.frozen import frozen
from carecompanion.sharing.html import draw_html
from carecompanion.sharing.shared import NOT_SHOWN, NOTHING, copies
from carecompanion.tui.save_sheet import AS_IT_WAS
from carecompanion.tui.shared import DELETED, Shared
from tests.naughty import CONTROLS, MARKUP
from tests.sharing.test_drawn import WHOLE, holding
from tests.tui.care_team import numbered
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running
from tests.tui.test_save_copy import home as home  # the fixture
from tests.tui.waiting import fail_once

FIRST = SharedCopy(
    id=numbered(91),
    at=NOW.replace(day=3),
    document=frozen(WHOLE),
    file_format="html",
    names="roles",
    large_print=True,
    given_to="Dana [/] Whitfield",
)
LATER = replace(FIRST, id=numbered(92), at=NOW, document=frozen(replace(WHOLE, title="A letter")), given_to=None)
BOOK = Book().keeping(FIRST, LATER)


async def opened(session: Session) -> Session:
    """The session with the page on the screen."""
    session.app.push_screen(Shared(session.journal, lambda: NOW))
    await session.settle()
    return session


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16)])
async def test_it_lists_when_what_for_whom_and_as_what(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path / "j", BOOK, size=size) as session:
        text = (await opened(session)).text
        assert text.index("A letter") < text.index("For my care review")
        assert session.says("for Dana [/]")
        if size != (36, 16):
            assert session.says("Thursday 12 March, 14:20")
            assert session.says("Tuesday 3 March, 14:20")
            assert session.says("web page, large print, names as roles")
            assert session.says("x save")
        assert session.says("esc back")


async def test_with_nothing_shared_it_says_what_would_be_there(tmp_path: Path) -> None:
    async with running(tmp_path / "j") as session:
        await opened(session)
        assert session.says(NOTHING)
        await session.press("enter", "x", "d", "escape")
        assert session.says("? keys")


async def test_a_copy_shows_exactly_as_it_was(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await opened(session)
        await session.press("down", "enter")
        assert session.says("As it was shared on Tuesday 3 March, 14:20")
        assert session.says("page 1 of 2")
        assert session.says("I felt listened to.")
        await session.press("right")
        assert session.says("3 March 2026 Visit: Dana")
        await session.press("escape")
        assert session.says("What you have shared")


@pytest.mark.parametrize("way", [("x",), ("enter", "x")])
async def test_one_is_saved_again_unchanged_and_stands_in_the_list_once_more(
    tmp_path: Path, home: Path, way: tuple[str, ...]
) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await opened(session)
        await session.press("down", *way)
        assert session.says("Save it again, as it was")
        assert session.says(f"Names as roles. {AS_IT_WAS}")
        assert session.says("● h Web page")
        assert session.says("● l large")
        assert not session.says("as initials")
        await session.press("tab", "tab")
        await session.paste("Jo")
        await session.press("enter")
        await session.until("Saved as")
        file = home / "Documents" / "For my care review.html"
        assert file.read_text(encoding="utf-8") == draw_html(WHOLE, large_print=True)
        again = next(copy for copy in copies(session.book) if copy.id not in (FIRST.id, LATER.id))
        assert again == replace(FIRST, id=again.id, at=NOW, written_at=NOW, given_to="Jo")
        assert session.says("for Jo")
        assert session.book.shared_copies[FIRST.id] == FIRST


async def test_the_same_key_twice_takes_it_out_of_the_list_and_undo_brings_it_back(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await opened(session)
        await session.press("d")
        assert session.says("Delete this?")
        assert session.says("A letter Thursday 12 March, 14:20")
        assert session.says("the file you saved stays where it is")
        await session.press("escape")
        assert len(copies(session.book)) == 2
        await session.press("d", "d")
        assert copies(session.book) == (FIRST,)
        assert session.says(DELETED)
        assert not session.says("A letter")
        await session.press("u")
        assert session.says("Undone: deleting what you shared.")
        assert session.says("A letter")
        await session.press("ctrl+r")
        assert copies(session.book) == (FIRST,)


async def test_what_cannot_be_kept_is_said_and_the_list_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await opened(session)
        fail_once(monkeypatch)
        await session.press("d", "d")
        assert session.says("not saved")
        assert len(copies(session.book)) == 2


async def test_a_copy_that_is_no_document_is_told_of(tmp_path: Path) -> None:
    async with running(tmp_path / "j", Book().keeping(replace(FIRST, document="[]"))) as session:
        await opened(session)
        assert session.says("A copy without a title")
        await session.press("enter")
        assert session.says(NOT_SHOWN)
        await session.press("x")
        assert session.says("What you have shared")
        await session.press("d", "d")
        assert not session.book.shared_copies


async def test_whatever_was_typed_stays_words(tmp_path: Path, home: Path) -> None:
    texts = [text for text in (*MARKUP, *CONTROLS) if text.strip()]
    odd = [
        replace(
            FIRST, id=numbered(200 + place), document=frozen(holding(text)), given_to=" ".join(text.split()) or None
        )
        for place, text in enumerate(texts)
    ]
    async with running(tmp_path / "j", Book().keeping(*odd), size=MIDDLE) as session:
        await opened(session)
        await session.press(*("pagedown",) * 12, "home", "enter", "escape", "end", "enter", "x")
        assert session.says("Save it again, as it was")
        await session.press("f")
        await session.paste("[/] $(x)")
        assert "".join(f"{home}/[/] $(x)/".split()) in "".join(session.text.split())
