"""The journal's folder moved or removed under a running program: the sentence, and the words still on the screen."""

import shutil
from pathlib import Path

import pytest
from textual.widgets import TextArea

from carecompanion.domain.sample import sample_book
from carecompanion.store import Journal, MovedAway
from tests.tui.driving import NOW, Session, running

WORDS = "half of a thought [/]"


async def refused(session: Session) -> None:
    """Save a note, and see it refused."""
    await session.press("ctrl+s")
    assert session.says(MovedAway.sentence)
    assert session.app.screen.query_one("#text", TextArea).text == WORDS
    assert not session.book.notes


async def test_words_that_were_being_written_are_saved_once_the_folder_is_back(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    async with running(folder) as session:
        await session.press("n")
        await session.paste(WORDS)
        folder.rename(tmp_path / "elsewhere")
        await refused(session)
        (tmp_path / "elsewhere").rename(folder)
        await session.press("ctrl+s")
        assert session.says("Saved.")
    journal = Journal.open(folder, None)
    assert [note.text for note in journal.book.notes.values()] == [WORDS]
    journal.close()


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+l"])
async def test_a_folder_that_is_gone_is_said_on_leaving_and_no_other_is_made(tmp_path: Path, key: str) -> None:
    folder = tmp_path / "journal"
    async with running(folder) as session:
        await session.press("n")
        await session.paste(WORDS)
        shutil.rmtree(folder)
        await refused(session)
        await session.press(key)
        assert session.app.return_value in ("closed", "hidden")
        assert session.app.unkept == MovedAway.sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("keys", [["n"], ["c"], ["r"], ["s"], ["2", "x"], ["2", "f"], ["2", "e"], ["u"]], ids=" ".join)
async def test_what_cannot_be_opened_then_says_why_and_opens_once_it_is_back(tmp_path: Path, keys: list[str]) -> None:
    folder = tmp_path / "journal"
    async with running(folder, sample_book(NOW)) as session:
        await session.press(*keys[:-1])
        before = session.app.screen
        folder.rename(tmp_path / "elsewhere")
        await session.press(keys[-1])
        assert session.says(MovedAway.sentence)
        assert session.app.screen is before
        (tmp_path / "elsewhere").rename(folder)
        await session.press(keys[-1])
        assert not session.says(MovedAway.sentence)
