"""Somebody of the team: written down, changed, made co-ordinator, no longer co-ordinator."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from carecompanion.domain.book import Book
from carecompanion.domain.records import Coordination
from carecompanion.tui.parts.line import Line
from tests.tui.care_team import ADE, ADES_TIME, DANA, DANAS_TIME, TEAM
from tests.tui.driving import NOW, Session, running


def fill(session: Session, **words: str) -> None:
    """Put words in lines at once."""
    for name, text in words.items():
        session.app.screen.query_one(f"#{name}", Line).value = text


def to_coordinator(session: Session) -> None:
    """Take the line about the co-ordinator in hand."""
    session.app.screen.query_one("#coordinator").focus()


async def test_somebody_new_is_kept_with_every_way_to_reach_them(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "a")
        await session.paste("Sam Lowe")
        await session.press("tab")
        await session.paste("support worker")
        fill(session, phone="01632 960 111", text_number="07700 900 456", email="sam@example.org", address="Elm House")
        fill(session, person_note="[ask] for Sam", private="kind eyes")
        await session.press("ctrl+s")
        sam = next(person for person in session.book.people.values() if person.name == "Sam Lowe")
        assert session.says("▎ Sam Lowe")
    assert (sam.role, sam.phone, sam.text_number) == ("support worker", "01632 960 111", "07700 900 456")
    assert (sam.email, sam.address, sam.note) == ("sam@example.org", "Elm House", "[ask] for Sam")
    assert (sam.private, sam.keep_out, sam.written_at) == ("kind eyes", False, NOW)


async def test_a_name_is_asked_for_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "a")
        fill(session, role="nurse")
        await session.press("enter")
        assert session.says("What are they called?")
        assert session.says("nurse")
        await session.press("escape", "a")
        assert session.says("nurse")


async def test_a_change_keeps_the_same_person(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "e")
        assert session.says("since 6 January 2025")
        fill(session, role="nurse", phone="")
        await session.press("ctrl+s")
        changed = session.book.people[DANA.id]
        assert dict(session.book.coordinations) == {each.id: each for each in (ADES_TIME, DANAS_TIME)}
    assert (changed.role, changed.phone, changed.email, changed.written_at) == ("nurse", None, DANA.email, None)


async def test_a_new_co_ordinator_ends_the_time_of_the_one_before_and_says_so_first(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "down", "e")
        to_coordinator(session)
        await session.press("y")
        assert session.says("Dana is your care co-ordinator until today, then Ade Bello.")
        await session.press("ctrl+a")
        fill(session, since="9 March 2026")
        await session.settle()
        assert session.says("Dana is your care co-ordinator until Mon 9 March, then Ade Bello.")
        await session.press("enter")
        book = session.book
    new = next(each for each in book.coordinations.values() if each.id not in (ADES_TIME.id, DANAS_TIME.id))
    assert book.coordinations[DANAS_TIME.id].ended_on == date(2026, 3, 9)
    assert (new.person_id, new.began_on, new.ended_on) == (ADE.id, date(2026, 3, 9), None)
    assert [book.coordinator_on(date(2026, 3, day)) for day in (8, 9)] == [DANA, ADE]


async def test_two_co_ordinators_on_one_day_are_refused(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "a")
        fill(session, name="Sam Lowe")
        to_coordinator(session)
        await session.press("y")
        for since in ("6 January 2025", "1 May 2024"):
            fill(session, since=since)
            await session.press("enter")
            assert session.says("Somebody else was co-ordinator on one of these days.")
        assert len(session.book.people) == 3
        fill(session, since="1 December 2024", until="6 January 2025")
        await session.press("enter")
        assert session.book.coordinator_on(date(2025, 1, 5)) != session.book.coordinator_on(date(2025, 1, 6)) == DANA


async def test_a_time_as_co_ordinator_can_be_ended_but_not_before_it_began(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "e")
        to_coordinator(session)
        await session.press("n")
        assert session.says("until today")
        assert session.says("Dana Whitfield’s time as your care co-ordinator ends today.")
        fill(session, until="5 January 2025")
        await session.press("enter")
        assert session.says("This ends before it begins.")
        fill(session, until="1 March 2026")
        await session.press("enter")
        assert session.book.coordinations[DANAS_TIME.id].ended_on == date(2026, 3, 1)
        assert session.book.coordinator_on(date(2026, 3, 12)) is None


async def test_days_that_cannot_be_read_are_said_under_their_line(tmp_path: Path) -> None:
    async with running(tmp_path / "j", Book()) as session:
        await session.press("4", "a")
        fill(session, name="Dana Whitfield")
        to_coordinator(session)
        await session.press("y")
        fill(session, since="when the moon is blue")
        await session.press("enter")
        assert session.says("I could not read that as a day.")
        fill(session, since="")
        await session.press("enter")
        assert session.says("Since when? Today is fine.")
        fill(session, since="6 jan 2025")
        await session.settle()
        assert session.says("= Monday 6 January 2025")
        await session.press("enter")
        (coordination,) = session.book.coordinations.values()
    assert isinstance(coordination, Coordination)
    assert coordination.began_on == date(2025, 1, 6)


async def test_when_the_person_was_told_and_whether_both_met_can_be_changed(tmp_path: Path) -> None:
    private = replace(DANAS_TIME, handover="no", private="hush", written_by="Sam", written_at=NOW)
    async with running(tmp_path / "j", TEAM.keeping(private)) as session:
        await session.press("4", "e", "enter")
        assert session.book == TEAM.keeping(private)
        await session.press("e", "ctrl+n")
        assert session.says("Met both? y Yes p Partly ● n No")
        fill(session, told_on="2 January 2025", name="Dana W", private="mine", written_by="Jo")
        await session.press("enter")
        book = session.book
    assert book.coordinations[DANAS_TIME.id] == replace(private, told_on=date(2025, 1, 2))
    assert book.people[DANA.id] == replace(DANA, name="Dana W", private="mine", written_by="Jo")


async def test_a_time_as_co_ordinator_that_has_ended_can_be_put_right(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "down", "e", "ctrl+n")
        fill(session, from_1="5 March 2024", until_1="4 March 2024")
        await session.press("ctrl+s")
        assert session.says("! This ends before it begins.")
        fill(session, until_1="20 December 2024", told_on1="1 March 2024")
        session.app.screen.query_one("#handover1").focus()
        await session.press("p", "ctrl+s")
        changed = session.book.coordinations[ADES_TIME.id]
        assert session.says("Ade Bello’s lines are changed.")
    days = (date(2024, 3, 5), date(2024, 12, 20), date(2024, 3, 1), "partly")
    assert (changed.began_on, changed.ended_on, changed.told_on, changed.handover) == days


async def test_a_time_that_would_overlap_is_asked_about_where_it_stands(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4", "down", "e", "ctrl+n")
        fill(session, until_1="7 January 2025")
        await session.press("ctrl+s")
        assert session.app.focused is session.app.screen.query_one("#from_1")
        assert dict(session.book.coordinations)[ADES_TIME.id] == ADES_TIME
