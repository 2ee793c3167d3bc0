"""Changing a visit: its answers, why it did not happen, when and where it is; each sheet leads to the others."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from carecompanion.domain.records import Appointment, OwnAnswer, OwnTrait
from tests.tui.care_team import ADE, DANA, TEAM, TOMORROW, YESTERDAY, numbered
from tests.tui.driving import LONDON, MIDDLE, NARROW, NOW, WIDE, Session, running
from tests.tui.sheets import focus, go_to, held, put_in, refused

CAT = OwnTrait(id=numbered(91), name="Warm", question="Did they ask after the cat?", began_on=date(2026, 1, 1))
WENT = replace(
    YESTERDAY,
    status="went_ahead",
    minutes_late=20,
    full_time="partly",
    minutes_given=50,
    listened="yes",
    comfortable="no",
    next_known="yes",
    note="a note\nof two lines",
    did_not_say="a lot",
    own=(OwnAnswer(trait_id=CAT.id, answer="no"),),
    written_by="Sam",
    written_at=NOW,
)
LATER = replace(TOMORROW, planned_at=datetime(2026, 3, 20, 11, 0, tzinfo=LONDON))
MOVED = replace(
    YESTERDAY,
    status="moved_by_service",
    told_at=datetime(2026, 3, 10, 9, 0, 30, tzinfo=LONDON),
    reason="off sick",
    moved_to_id=LATER.id,
    put_right="no",
)


def the_visit(session: Session) -> Appointment:
    """The visit as it is kept now."""
    return session.book.appointments[YESTERDAY.id]


async def test_answers_are_filled_in_and_one_is_changed_among_them(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM.keeping(CAT, WENT)) as session:
        await session.press("2", "e")
        assert session.says("› Did it start on time?")
        assert session.says("So far: 20 min late")
        assert session.says("◐ Did you get the full time? A bit short")
        assert session.says("● Did you feel listened to? Yes")
        assert session.says("· Did Dana know the latest? skipped")
        assert session.says("○ Did they ask after the cat? No")
        await session.press("down", "down", "p", "enter")
        assert session.says("Saved. How the visit with Dana went.")
        assert the_visit(session) == replace(WENT, listened="partly")


async def test_the_arrows_and_backspace_go_along_and_keep_every_answer(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM.keeping(CAT, WENT)) as session:
        await session.press("2", "e", "down", "down", "up", "backspace")
        assert session.says("So far: 20 min late")
        await session.press("1", "5", "backspace")
        assert session.says("1 min late")
        await session.press("2", "down")
        assert session.says("So far: A bit short")
        await session.press("up", "1", "2", "enter", "s", "up", "up", "n", *["down"] * 5)
        assert session.says("That is everything.")
        assert focus(session) == "note"
        await session.press("up")
        assert session.says("› Did they ask after the cat?")
        await session.press("y", "ctrl+s")
        visit = the_visit(session)
    expected = replace(WENT, minutes_late=None, on_time="no", full_time=None, minutes_given=50)
    assert visit == replace(expected, own=(OwnAnswer(trait_id=CAT.id, answer="yes"),))


async def test_more_lines_are_filled_in_and_words_are_kept_to_the_letter(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM.keeping(CAT, WENT)) as session:
        await session.press("2", "e", *["down"] * 6, "ctrl+n")
        assert (held(session, "minutes_given"), held(session, "did_not_say")) == ("50", "a lot")
        assert held(session, "next_known") == "yes"
        put_in(session, did_not_say="nothing", written_by="")
        await session.press("ctrl+s")
        assert the_visit(session) == replace(WENT, did_not_say="nothing", written_by=None)


async def test_changed_answers_wait_as_a_draft_and_unchanged_ones_do_not(tmp_path: Path) -> None:
    name = f"check_in {WENT.id}"
    async with running(tmp_path / "j", TEAM.keeping(CAT, WENT)) as session:
        await session.press("2", "e", "down", "escape")
        assert session.journal.draft(name) is None
        await session.press("e", "y", "escape")
        assert session.journal.draft(name) is not None
        await session.press("e")
        assert session.says("So far: Yes")
        await session.press("enter")
        assert the_visit(session) == replace(WENT, on_time="yes", minutes_late=None)


async def test_a_visit_that_went_ahead_can_be_put_at_another_time_and_place(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM.keeping(CAT, WENT)) as session:
        await session.press("2", "e", "w")
        assert (held(session, "when"), held(session, "minutes")) == ("11 March 2026 14:00", "60")
        await refused(session, "when", "tomorrow 9:00", "That is still ahead, and you have said how it went.")
        put_in(session, when="10 March 2026 15:30", where="Elm House", minutes="1 h 30")
        await go_to(session, "who")
        await session.press("2", "ctrl+s")
        assert session.says("Saved. Visit with Ade: Tue 10 March, 15:30 to 17:00.")
        at = datetime(2026, 3, 10, 15, 30, tzinfo=LONDON).astimezone(UTC)
        visit = the_visit(session)
    assert visit == replace(WENT, planned_at=at, place="Elm House", planned_minutes=90, person_id=ADE.id)


async def test_a_visit_can_turn_out_not_to_have_happened_and_to_have_happened_after_all(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM.keeping(CAT, WENT)) as session:
        await session.press("2", "e", "x")
        assert focus(session) == "leads"
        await session.press("tab", "d", "enter")
        assert the_visit(session) == replace(WENT, status="they_did_not_come")
        await session.press("e")
        assert held(session, "status") == "they_did_not_come"
        await session.press("h")
        assert session.says("So far: 20 min late")
        await session.press("enter")
        assert the_visit(session) == WENT


async def test_why_it_did_not_happen_is_filled_in_and_changed(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM.keeping(MOVED, LATER)) as session:
        await session.press("2", "e")
        assert (held(session, "status"), held(session, "reason")) == ("moved_by_service", "off sick")
        assert (held(session, "told"), held(session, "moved_to")) == ("10 March 2026 09:00", "20 March 2026 11:00")
        put_in(session, reason="on leave", moved_to="23 March 2026 10:00")
        await session.press("enter")
        book = session.book
    assert book.appointments[MOVED.id] == replace(MOVED, reason="on leave")
    at = datetime(2026, 3, 23, 10, 0, tzinfo=LONDON)
    assert book.appointments[LATER.id] == replace(LATER, planned_at=at)
    assert len(book.appointments) == 2


async def test_a_new_time_that_has_been_told_of_is_changed_on_its_own_page(tmp_path: Path) -> None:
    been = replace(LATER, planned_at=datetime(2026, 3, 12, 9, 0, tzinfo=LONDON), status="went_ahead")
    async with running(tmp_path / "j", TEAM.keeping(MOVED, been)) as session:
        await session.press("2", "down", "e")
        await refused(session, "moved_to", "13 March 2026 9:00", "You have said what became of that one.")
        put_in(session, moved_to="")
        await session.press("enter")
        assert session.book.appointments[MOVED.id] == replace(MOVED, moved_to_id=None)
        assert session.book.appointments[been.id] == been


async def test_what_was_told_stays_where_its_line_does_not_show(tmp_path: Path) -> None:
    mine = replace(MOVED, status="cancelled_by_me", moved_to_id=None)
    async with running(tmp_path / "j", TEAM.keeping(mine)) as session:
        await session.press("2", "e")
        put_in(session, reason="ill")
        await session.press("enter")
        assert the_visit(session) == replace(mine, reason="ill")


async def test_a_planned_appointment_is_changed_from_its_page(tmp_path: Path) -> None:
    planned = replace(TOMORROW, place="home", note="bring the letter", kind=None, written_by="Sam")
    async with running(tmp_path / "j", TEAM.keeping(planned)) as session:
        await session.press("enter")
        assert session.says("e change")
        await session.press("e")
        assert session.says("Change ● w When and where x It will not happen")
        put_in(session, when="16 March 2026 9:15", note="bring both")
        await session.press("enter")
        at = datetime(2026, 3, 16, 9, 15, tzinfo=LONDON).astimezone(UTC)
        kept = session.book.appointments[planned.id]
    assert kept == replace(planned, planned_at=at, note="bring both")
    assert kept.person_id == DANA.id


async def test_the_answers_show_in_every_window(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM.keeping(CAT, WENT)) as session:
        await session.press("2", "e")
        for size in (WIDE, MIDDLE, NARROW, (36, 16)):
            await session.pilot.resize_terminal(*size)
            await session.settle()
            assert session.says("› Did it start on time?")
            assert session.says("enter save")
