"""What every screen says at every size, line by line, in plain; `python -m tests.tui.test_snapshots` writes it anew."""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from carecompanion.domain.sample import sample_book
from carecompanion.tui.journal import JournalPlace
from tests.tui.doors import DOORS, at_a_door
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running
from tests.tui.walking import ELSEWHERE, PLACES, bar, cut, cut_words, screens, untrue, walk

FOLDER = Path(__file__).parent / "snapshots"
SMALL, SMALLEST = (40, 15), (36, 15)
MAIN = (
    *("today", "journal", "traits", "a trait", "evidence", "team", "review", "safety", "settings"),
    *("contact", "visit", "note", "reply", "what can be done", "everything"),
)
"""What is used most, so kept as it looks in a very small window too."""
READING = {"today, read": "today", "journal, read": "journal", "a trait, read": "a trait"}
"""What is kept in reading mode too, and the screen it is."""

EVERY = (*PLACES, *READING, *DOORS)
WITHOUT_HINTS = ("hidden",)
"""What has no last line of hints: it shows the time, or nothing."""


def sizes(name: str) -> Sequence[tuple[int, int]]:
    """The sizes at which a screen's words are kept, one after the other as the window is made smaller."""
    return [MIDDLE, NARROW] if name in READING else [WIDE, MIDDLE, NARROW, *([SMALL] if name in MAIN else [])]


def snapshot(name: str, size: tuple[int, int]) -> Path:
    """Where a screen's words are kept."""
    return FOLDER / f"{name.replace(',', '').replace(' ', '_')}-{size[0]}x{size[1]}.txt"


@asynccontextmanager
async def at(name: str, folder: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Session]:
    """A program that shows this screen, to somebody whose own folder is called so."""
    if name in DOORS:
        async with at_a_door(name, folder / "journal", size) as session:
            yield session
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("carecompanion.tui.save_sheet.usual_folder", lambda: Path("/tmp"))  # noqa: S108  # only said, never written to
        place, book, reading = folder / "journal", sample_book(NOW), name in READING
        async with running(place, book, size=size, theme="plain", reading=reading) as session:
            await walk(session, READING.get(name, name))
            yield session


async def said(session: Session) -> str:
    """What a screen says, once an entry in hand is shown beside its list."""
    if isinstance(session.app.screen, JournalPlace):
        session.app.screen.rest()
    return await session.still() + "\n"


async def resized(session: Session, size: tuple[int, int]) -> None:
    """The window made as large."""
    if session.app.size != size:
        await session.pilot.resize_terminal(*size)
        await session.settle()


@pytest.mark.parametrize("name", EVERY)
async def test_a_screen_says_what_it_said_and_offers_what_works_there(name: str, tmp_path: Path) -> None:
    async with at(name, tmp_path) as session:
        for size in (*sizes(name), SMALLEST):
            await resized(session, size)
            if size != SMALLEST:
                assert await said(session) == snapshot(name, size).read_text(encoding="utf-8"), size
            if name not in WITHOUT_HINTS:
                assert not untrue(session), size
                assert not cut(session), size
                assert not cut_words(session), size
        if name not in WITHOUT_HINTS:
            keys = bar(session)
            assert keys.parent is None or keys.parent.id != "sheet" or len(keys.render().plain.split("\n")) == 1


@pytest.mark.parametrize("size", [MIDDLE, NARROW, SMALL])
@pytest.mark.parametrize("name", ["today", "visit", "contact", "review"])
async def test_a_window_that_was_as_small_all_along_says_the_same(
    name: str, size: tuple[int, int], tmp_path: Path
) -> None:
    async with at(name, tmp_path, size) as session:
        assert await said(session) == snapshot(name, size).read_text(encoding="utf-8")


def test_no_screen_and_no_size_is_forgotten() -> None:
    kept = {screen for _, screen in PLACES.values()} | {screen for *_, screen in DOORS.values()}
    elsewhere = {each for names in ELSEWHERE for each in names.split(", ")}
    assert {each.__name__ for each in screens()} == kept | elsewhere
    assert set(FOLDER.iterdir()) == {snapshot(name, size) for name in EVERY for size in sizes(name)}


async def write(names: Sequence[str]) -> None:
    """Keep what these screens say now."""
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            async with at(name, Path(folder)) as session:
                for size in sizes(name):
                    await resized(session, size)
                    snapshot(name, size).write_text(await said(session), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(write(sys.argv[1:] or EVERY))
