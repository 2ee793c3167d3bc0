"""The hints of the first week on Today: one a day at most, tried or put off by a key, turned off for good."""

from datetime import date, timedelta
from pathlib import Path

from carecompanion.domain.book import Book
from carecompanion.domain.first_week import BEGAN_ON, HINTS_WANTED
from carecompanion.domain.records import Note
from carecompanion.domain.sample import sample_book
from carecompanion.store import Journal
from carecompanion.tui.choosing import Choosing
from tests.tui.care_team import numbered
from tests.tui.driving import NOW, Session, running

NOTED = Book().keeping(Note(id=numbered(1), at=NOW, text="a first word"))


async def begun(session: Session, days: int) -> None:
    """The journal began so many days ago; Today shows it."""
    session.journal.keep_choice(BEGAN_ON, (NOW.date() - timedelta(days=days)).isoformat())
    session.app.screen._begin_week()  # type: ignore[attr-defined]  # Today's
    await session.settle()


async def test_a_new_journal_begins_its_week_and_says_nothing_on_the_first_page(tmp_path: Path) -> None:
    async with running(tmp_path) as session:
        while BEGAN_ON not in session.journal.choices():
            await session.settle()
        assert session.journal.choices()[BEGAN_ON] == NOW.date().isoformat()
        assert not session.says("worth knowing")
        await session.press("n")
        await session.paste("a first word")
        await session.press("ctrl+s")
        assert session.says("0 hides the screen at once.")


async def test_each_day_has_one_and_enter_tries_it(tmp_path: Path) -> None:
    async with running(tmp_path, NOTED) as session:
        await begun(session, 1)
        assert session.says("? shows what can be done where you are. worth knowing")
        assert session.text.count("worth knowing") == 1
        await session.press("end", "enter")
        assert isinstance(session.app.screen, Choosing)


async def test_putting_it_off_lasts_the_day_through(tmp_path: Path) -> None:
    async with running(tmp_path, NOTED) as session:
        await begun(session, 2)
        await session.press("end")
        assert session.says("enter try it d not now")
        await session.press("d")
        assert not session.says("worth knowing")
        assert session.says("Coming up")
    with_choices = Journal.open(tmp_path, None)
    assert NOW.date().isoformat() in with_choices.choices().values()
    with_choices.close()


async def test_they_can_be_turned_off_and_on_again(tmp_path: Path) -> None:
    async with running(tmp_path, NOTED) as session:
        await begun(session, 3)
        assert session.says("worth knowing")
        for letter, wanted, said in (("n", "no", "none."), ("y", "", "one a day.")):
            await session.press("2", "colon")
            await session.type("hints week")
            await session.press("enter")
            await session.press(letter)
            assert session.says(f"Hints in the first week: {said}")
            assert session.journal.choices()[HINTS_WANTED] == wanted
            await session.press("escape", "1")
            assert session.says("worth knowing") == (letter == "y")


async def test_an_older_journal_has_none_and_the_absence_of_entries_is_not_spoken_of(tmp_path: Path) -> None:
    async with running(tmp_path, sample_book(NOW)) as session:
        await begun(session, 0)
        session.journal.keep_choice(BEGAN_ON, date(2020, 1, 1).isoformat())
        await begun(session, 7)
        session.app.screen.redraw()  # type: ignore[attr-defined]  # a place's
        await session.settle()
        assert not session.says("worth knowing")
