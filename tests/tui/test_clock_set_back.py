"""The computer's clock set back by years while the program runs: everything shows, and what is written is kept."""

from datetime import timedelta
from pathlib import Path

from carecompanion.domain.sample import sample_book
from tests.tui.driving import NOW, running


async def test_every_place_shows_and_saving_and_undoing_go_on(tmp_path: Path) -> None:
    now = NOW
    async with running(tmp_path / "journal", sample_book(NOW), clock=lambda: now) as session:
        before = session.book
        now = NOW - timedelta(days=700)
        for place in "1234":
            await session.press(place)
            assert session.app.current_mode is not None
            assert session.text.strip()
        await session.press("n")
        await session.paste("written in the past")
        await session.press("ctrl+s")
        assert session.says("Saved.")
        kept = [note for note in session.book.notes.values() if note.text == "written in the past"]
        assert [note.at for note in kept] == [now]
        await session.press("u")
        assert session.says("Undone: the note, written in the past")
        assert set(session.book.everything()) == set(before.everything())
        assert session.app._exception is None
