"""A disk without room: the sentence, the words still on the screen, and saving once there is room."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from textual.widgets import TextArea

from tests.tui.driving import Session, running

ROOM = 1 << 20
WORDS = "half of a thought [/] " * 1000
Disk = tuple[Path, Callable[[Session, bool], None]]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A folder, and a way to leave no room on its disk, or to make some again.

    The disk is a small tmpfs where mounting is allowed; elsewhere SQLite is told of one.
    """
    small = tmp_path / "disk"
    small.mkdir()
    mounted = _done("mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(small))
    filler = small / "filler"

    def fill(session: Session, full: bool) -> None:
        if not mounted:
            pages = 1 if full else ROOM  # one is less than there are already: SQLite then takes those for the limit
            session.journal._opened.connection().execute(f"PRAGMA max_page_count = {pages}")
        elif full:
            with filler.open("wb", buffering=0) as file, suppress(OSError):
                while file.write(bytes(4096)):
                    pass
        else:
            filler.unlink()

    yield small / "journal", fill
    if mounted:
        assert _done("umount", str(small))


def _done(*command: str) -> bool:
    return shutil.which(command[0]) is not None and subprocess.run(command, capture_output=True).returncode == 0


async def test_on_a_full_disk_the_words_stay_and_are_saved_once_there_is_room(disk: Disk) -> None:
    folder, fill = disk
    async with running(folder) as session:
        fill(session, True)
        await session.press("n")
        await session.paste(WORDS)
        for _ in range(2):
            await session.press("ctrl+s")
            assert session.says("The disk is full, so this was not saved. Everything saved before is safe")
            assert session.app.screen.query_one("#text", TextArea).text == WORDS
            assert not session.book.notes
        fill(session, False)
        await session.press("ctrl+s")
        assert session.says("Saved.")
        assert [note.text for note in session.book.notes.values()] == [WORDS]


async def test_words_that_cannot_be_kept_on_leaving_stay_until_esc_is_pressed_once_more(disk: Disk) -> None:
    folder, fill = disk
    async with running(folder) as session:
        fill(session, True)
        await session.press("n")
        await session.paste(WORDS)
        await session.press("escape")
        assert session.says("What you wrote is still here; esc once more leaves without it.")
        assert session.app.screen.query_one("#text", TextArea).text == WORDS
        await session.press("escape")
        assert session.app.current_mode == "today"
        assert not session.says("What you wrote")


async def test_words_that_could_not_be_kept_at_first_are_kept_once_there_is_room(disk: Disk) -> None:
    folder, fill = disk
    async with running(folder) as session:
        fill(session, True)
        await session.press("n")
        await session.paste(WORDS)
        await session.press("escape")
        fill(session, False)
        await session.paste("more ")
        await session.press("escape")
        assert session.says("What you wrote is kept")
        assert (session.journal.draft("note") or {})["text"].count("half of a thought") == 1000


async def test_words_are_kept_while_they_are_typed(tmp_path: Path) -> None:
    async with running(tmp_path / "journal") as session:
        await session.press("n")
        await session.type("half of it")
        while (draft := session.journal.draft("note")) is None:
            await session.settle()
        assert draft["text"] == "half of it"
        await session.press("ctrl+s")
        assert session.journal.draft("note") is None
