"""A new co-ordinator: who takes over from whom, and when."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from carecompanion.domain.book import Book
from tests.tui.care_team import ADE, ADES_TIME, DANA, DANAS_TIME, TEAM
from tests.tui.driving import running
from tests.tui.sheets import TODAY, begin, focus, go_to, put_in, refused

TIMES = {ADES_TIME.id, DANAS_TIME.id}


async def test_somebody_new_by_name_takes_over_from_whoever_it_was(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await begin(session, "h", "o")
        assert focus(session) == "new_one_else"
        await session.paste("Sam Lowe")
        await session.press("tab")
        await session.paste("9 March")
        assert session.says("Dana is your care co-ordinator until Mon 9 March.")
        await session.press("tab")
        await session.paste("2 March")
        await session.press("tab", "p", "ctrl+n", "tab")
        await session.paste("I liked Dana")
        await session.press("enter")
        assert session.says("Saved. Sam is your care co-ordinator from Mon 9 March on.")
        book = session.book
    sam = next(person for person in book.people.values() if person.name == "Sam Lowe")
    (new,) = (time for time in book.coordinations.values() if time.id not in TIMES)
    assert (new.person_id, new.began_on, new.ended_on) == (sam.id, date(2026, 3, 9), None)
    assert (new.told_on, new.handover, new.private) == (date(2026, 3, 2), "partly", "I liked Dana")
    assert book.coordinations[DANAS_TIME.id] == replace(DANAS_TIME, ended_on=date(2026, 3, 9))
    assert [book.coordinator_on(date(2026, 3, day)) for day in (8, 9)] == [DANA, sam]
    assert not book.notes


async def test_two_on_one_day_are_refused_and_what_was_typed_stays(tmp_path: Path) -> None:
    two = "Somebody else was co-ordinator on one of these days."
    async with running(tmp_path / "j", TEAM) as session:
        await begin(session, "h", "enter")
        assert session.says("! What are they called? Any name you know them by is enough.")
        assert focus(session) == "new_one_else"
        await session.paste("Sam Lowe")
        await refused(session, "began_on", "6 January 2025", two)  # the very day Dana began
        await refused(session, "began_on", "1 May 2024", two)  # inside Ade's time, which is closed
        await refused(session, "began_on", "1 May 2023", two)  # before both
        await refused(session, "began_on", "whenever", "I could not read that as a day.")
        put_in(session, began_on="tomorrow")
        await refused(session, "told_on", "tomorrow", "That day is still ahead.")
        put_in(session, told_on="")
        await go_to(session, "new_one")
        await session.press("1", "enter")
        assert session.says("! Dana is your care co-ordinator already.")
        assert session.book.coordinations.keys() == TIMES
        assert len(session.book.people) == 3
        await session.press("2", "enter")
        book = session.book
    (new,) = (time for time in book.coordinations.values() if time.id not in TIMES)
    assert (new.person_id, new.began_on, new.told_on) == (ADE.id, date(2026, 3, 13), None)
    assert [book.coordinator_on(date(2026, 3, day)) for day in (12, 13)] == [DANA, ADE]
    assert len(book.people) == 3


async def test_the_first_one_of_all_is_asked_for_by_name_and_words_become_a_note(tmp_path: Path) -> None:
    async with running(tmp_path / "j", Book()) as session:
        await begin(session, "tab")
        await session.paste("they seem kind")
        await session.press("shift+tab", "h")
        assert focus(session) == "new_one_else"
        await session.paste("Sam Lowe")
        await session.press("enter")
        assert session.says("Sam is your care co-ordinator from today on.")
        (note,) = session.book.notes.values()
        sam = session.book.coordinator_on(TODAY)
    assert sam is not None
    assert (sam.name, note.text) == ("Sam Lowe", "they seem kind")
