"""Changing what was tried and what came back: the clock follows the attempt that starts it, and nothing else does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from carecompanion.domain.records import Attempt, Contact, Reply
from carecompanion.domain.replies import with_due
from tests.tui.care_team import ADE, DANA, TEAM, numbered
from tests.tui.driving import LONDON, NOW, Session, running
from tests.tui.sheets import focus, go_to, held, put_in, refused
from tests.tui.waiting import TYPED

FORM = Contact(id=numbered(81), about="the form")
SENT = Attempt(
    id=numbered(82),
    contact_id=FORM.id,
    at=datetime(2026, 3, 9, 10, 0, 40, tzinfo=LONDON),
    route="mobile",
    outcome="voicemail",
    to_person_id=DANA.id,
    written_at=NOW - timedelta(days=2),
    written_by="me",
)
CHASED = replace(SENT, id=numbered(83), at=datetime(2026, 3, 11, 9, 0, tzinfo=LONDON), note="about it\nsaid so", to="x")
CAME = Reply(
    id=numbered(84),
    contact_id=FORM.id,
    at=datetime(2026, 3, 11, 12, 0, tzinfo=LONDON),
    kind="message",
    by="duty desk",
    note="soon",
    settled="partly",
)
DUE = with_due(TEAM, FORM, [SENT])
THREAD = TEAM.keeping(DUE, SENT, CHASED, CAME)


async def open_sheet(session: Session, downs: int) -> None:
    """The sheet of one of the three entries, the newest first."""
    await session.press("2", *["down"] * downs, "e")


def kept(session: Session) -> tuple[Contact, Attempt, Attempt, Reply]:
    """The thread as it is kept now."""
    book = session.book
    return (
        book.contacts[FORM.id],
        book.attempts[SENT.id],
        book.attempts[CHASED.id],
        book.replies[CAME.id],
    )


async def test_every_line_of_an_attempt_can_be_changed_and_the_due_time_follows(tmp_path: Path) -> None:
    async with running(tmp_path / "j", THREAD) as session:
        await open_sheet(session, 2)
        assert (held(session, "how"), held(session, "about")) == ("voicemail", "the form")
        assert session.says("A reply was due by Tue 10 March, 10:00")
        put_in(session, about=TYPED, when="10 March 2026 11:00", said="rang twice", private="cross", written_by="Sam")
        assert session.says("enter save")
        await session.press("enter")
        assert session.says("Saved. A reply was due by yesterday, 11:00.")
        contact, sent, chased, came = kept(session)
    at = datetime(2026, 3, 10, 11, 0, tzinfo=LONDON).astimezone(UTC)
    assert contact == replace(DUE, about=TYPED, due_at=at + timedelta(hours=24))
    assert sent == replace(SENT, at=at, note="rang twice", private="cross", written_by="Sam")
    assert (chased, came) == (CHASED, CAME)


async def test_a_call_stays_one_by_mobile_and_an_outcome_that_reached_nobody_stops_the_clock(tmp_path: Path) -> None:
    async with running(tmp_path / "j", THREAD) as session:
        await open_sheet(session, 2)
        await session.press("c", "n", "enter")
        contact, sent, chased, _came = kept(session)
        assert (sent.route, sent.outcome) == ("mobile", "no_answer")
        assert contact.due_at == chased.at.astimezone(UTC) + timedelta(hours=24)
        await session.press("up", "e")
        assert session.says("about it said so")
        await session.press("c", "n", "enter")
        contact, _sent, chased, _came = kept(session)
    assert contact == replace(DUE, due_at=None)
    assert chased == replace(CHASED, outcome="no_answer")


async def test_changing_what_chased_leaves_the_clock_and_what_was_said_alone(tmp_path: Path) -> None:
    async with running(tmp_path / "j", THREAD) as session:
        await open_sheet(session, 1)
        await refused(session, "when", "9 March 2026 9:00", "That is before you first got in touch about this.")
        await refused(session, "when", "tomorrow 9:00", "That is still ahead.")
        put_in(session, when="11 March 2026 10:30")
        await go_to(session, "to")
        await session.press("2", "ctrl+s")
        contact, sent, chased, came = kept(session)
    assert (contact, sent, came) == (DUE, SENT, CAME)
    moved = datetime(2026, 3, 11, 10, 30, tzinfo=LONDON).astimezone(UTC)
    assert chased == replace(CHASED, at=moved, to_person_id=ADE.id, to=None)


async def test_a_first_attempt_cannot_come_after_its_reply(tmp_path: Path) -> None:
    alone = TEAM.keeping(DUE, SENT, CAME)
    async with running(tmp_path / "j", alone) as session:
        await open_sheet(session, 1)
        before = "This reply is from before you first got in touch."
        await refused(session, "when", "11 March 2026 13:00", before)
        put_in(session, when="11 March 2026 12:00")
        await session.press("enter")
        assert session.book.attempts[SENT.id].at == CAME.at


async def test_a_closing_can_be_put_right_or_taken_back(tmp_path: Path) -> None:
    closed = replace(DUE, closed_at=NOW - timedelta(days=1), closed_why="found it")
    async with running(tmp_path / "j", TEAM.keeping(closed, SENT)) as session:
        await open_sheet(session, 0)
        assert (held(session, "closed"), held(session, "closed_why")) == ("11 March 2026 14:20", "found it")
        too_early = "This was closed before you first got in touch."
        await refused(session, "closed", "1 March 2026 9:00", too_early)
        put_in(session, closed="", closed_why="")
        await session.press("enter")
        assert session.book.contacts[FORM.id] == DUE


async def test_kept_out_takes_along_what_the_only_attempt_was_about(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM.keeping(DUE, SENT)) as session:
        await open_sheet(session, 0)
        await go_to(session, "about")
        await session.press("ctrl+n")
        await go_to(session, "keep_out")
        await session.press("y", "ctrl+s")
        assert session.book.contacts[FORM.id].keep_out
        assert session.book.attempts[SENT.id].keep_out


async def test_every_line_of_a_reply_can_be_changed(tmp_path: Path) -> None:
    async with running(tmp_path / "j", THREAD) as session:
        await open_sheet(session, 0)
        assert (held(session, "kind"), held(session, "by_else"), held(session, "said")) == (
            "message",
            "duty desk",
            "soon",
        )
        await refused(session, "when", "9 March 2026 9:00", "This reply is from before you first got in touch.")
        await refused(session, "when", "tomorrow 9:00", "That is still ahead.")
        put_in(session, when="10 March 2026 9:30", said="now", by_else="desk")
        await go_to(session, "kind")
        await session.press("l")
        await go_to(session, "settled")
        await session.press("n", "y", "ctrl+s")
        assert session.says("Saved. Desk replied in 23 h 29 min, in the agreed time.")
        contact, sent, chased, came = kept(session)
    assert (contact, sent, chased) == (DUE, SENT, CHASED)
    at = datetime(2026, 3, 10, 9, 30, tzinfo=LONDON).astimezone(UTC)
    told = {"kind": "letter", "by": "desk", "note": "now", "settled": "no", "told_next": "yes"}
    assert came == replace(CAME, at=at, **told)  # type: ignore[arg-type]  # each under its own name


async def test_from_the_page_of_a_whole_contact_its_first_attempt_is_changed(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM.keeping(DUE, SENT)) as session:
        await session.press("enter")
        assert session.says("What happened")
        assert session.says("e change")
        await session.press("e")
        assert (held(session, "about"), focus(session)) == ("the form", "how")
        await session.press("escape")
        assert session.says("What happened")
        await session.press("e")
        put_in(session, about="the other form")
        await session.press("enter")
        assert session.says("Saved.")
        assert session.book.contacts[FORM.id].about == "the other form"


@pytest.mark.parametrize(("downs", "name"), [(0, f"reply {CAME.id}"), (2, f"contact {SENT.id}")])
async def test_half_written_changes_wait_by_the_entry_and_only_when_there_are_some(
    tmp_path: Path, downs: int, name: str
) -> None:
    async with running(tmp_path / "j", THREAD) as session:
        await open_sheet(session, downs)
        await session.press("escape")
        assert session.journal.draft(name) is None
        await session.press("e")
        put_in(session, said="half a")
        await session.press("escape")
        assert session.says("What you wrote is kept")
        assert session.book == THREAD
        await session.press("c")
        assert not session.says("half a")
        await session.press("escape", "e")
        assert held(session, "said") == "half a"
        await session.press("enter")
        assert session.journal.draft(name) is None


async def test_nobody_who_was_named_stays_nobody(tmp_path: Path) -> None:
    nobody = replace(SENT, to_person_id=None)
    async with running(tmp_path / "j", TEAM.keeping(DUE, nobody)) as session:
        await open_sheet(session, 0)
        put_in(session, said="x")
        await session.press("enter")
        assert session.book.attempts[SENT.id] == replace(nobody, note="x")
        await session.press("e")
        await go_to(session, "to")
        await session.press("1", "o", "enter")
        assert session.book.attempts[SENT.id] == replace(nobody, note="x")


OTHER = Contact(id=numbered(85), about="the letter")
WAITS = replace(SENT, id=numbered(86), contact_id=OTHER.id, at=datetime(2026, 3, 12, 9, 0, tzinfo=LONDON))
BOTH = THREAD.keeping(with_due(TEAM, OTHER, [WAITS]), WAITS)


async def test_a_try_can_turn_out_to_belong_to_another_contact_and_back(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOTH) as session:
        await session.press("2", "down", "down", "e")
        assert session.says("● t about the form")
        await go_to(session, "chasing")
        await session.press("1", "enter")
        assert session.says("! That is before you first got in touch about this.")
        put_in(session, when="12 March 2026 10:00")
        await session.press("enter")
        moved = session.book.attempts[CHASED.id]
        assert (moved.contact_id, moved.note) == (OTHER.id, CHASED.note)
        assert session.book.contacts[OTHER.id].due_at == WAITS.at.astimezone(UTC) + timedelta(hours=24)
        assert session.book.contacts[FORM.id] == DUE
        await session.press("u")
        assert session.book == BOTH


async def test_a_try_becomes_something_of_its_own_and_the_clock_it_started_starts_later(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM.keeping(DUE, SENT, CHASED)) as session:
        await session.press("2", "down", "e")
        await go_to(session, "chasing")
        await session.press("n")
        put_in(session, about="the bus pass")
        await session.press("enter")
        moved = session.book.attempts[SENT.id]
        apart = session.book.contacts[moved.contact_id]
        assert (apart.about, apart.due_at) == ("the bus pass", DUE.due_at)
        left = session.book.contacts[FORM.id]
        assert (left.about, left.due_at) == ("the form", CHASED.at.astimezone(UTC) + timedelta(hours=24))


async def test_the_last_try_takes_its_empty_contact_along_and_its_words_stay(tmp_path: Path) -> None:
    alone = Contact(id=numbered(87), about="nothing")
    last = replace(WAITS, id=numbered(88), contact_id=alone.id, at=datetime(2026, 3, 12, 11, 0, tzinfo=LONDON))
    book = BOTH.keeping(with_due(TEAM, alone, [last]), last)
    async with running(tmp_path / "j", book) as session:
        await session.press("2", "e")
        await go_to(session, "chasing")
        await session.press("1")
        put_in(session, about="and a stamp")
        await session.press("enter")
        assert alone.id not in session.book.contacts
        moved = session.book.attempts[last.id]
        assert (moved.contact_id, moved.note) == (OTHER.id, "and a stamp")
        await session.press("u")
        assert session.book == book


async def test_a_try_that_something_came_of_stays_where_it_is(tmp_path: Path) -> None:
    answered = TEAM.keeping(DUE, SENT, CAME, with_due(TEAM, OTHER, [WAITS]), WAITS)
    async with running(tmp_path / "j", answered) as session:
        await session.press("2", "down", "down", "e")
        assert held(session, "about") == "the form"
        assert not session.app.screen.query("#chasing")


async def test_private_words_about_a_whole_contact_can_be_changed(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM.keeping(replace(DUE, private="mine\nalone"), SENT)) as session:
        await open_sheet(session, 0)
        put_in(session, said="x")
        await session.press("enter")
        assert session.book.contacts[FORM.id].private == "mine\nalone"
        await session.press("e")
        put_in(session, private_of_it="only mine")
        await session.press("enter")
        assert session.book.contacts[FORM.id].private == "only mine"
