"""They replied: two keys when one is waiting, and all that may be said about a reply or its absence."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from carecompanion.domain.records import Attempt, Contact
from carecompanion.domain.replies import clock
from carecompanion.domain.vocabulary import ReplyKind, Route
from carecompanion.tui.parts.line import Line
from tests.tui.care_team import DANA, TEAM, numbered
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running
from tests.tui.waiting import FRIDAY, LETTER, LETTER_TEXT, ONE_WAITS, TWO_WAIT, TYPED, fail_once, put, retype


async def test_two_keys_write_down_that_the_one_who_was_asked_replied_just_now(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        await session.press("r")
        assert session.says("Dana replied to your text about “the letter to my GP”?")
        await session.press("enter")
        [reply] = session.book.replies_to(LETTER.id)
        assert (reply.at, reply.kind, reply.by_person_id) == (NOW, "message", DANA.id)
        assert session.says("Saved. Dana replied in 2 h 10 min, in the agreed time.")


async def test_of_several_the_late_one_comes_first_and_the_reply_says_how_late_it_is(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TWO_WAIT) as session:
        await session.press("r")
        assert session.says("Which reply came?")
        await session.press("enter")
        [reply] = session.book.replies_to(FRIDAY.id)
        assert (reply.kind, reply.by_person_id, reply.by) == ("spoke", None, "duty desk")
        assert session.says("Saved. Duty desk replied in 27 h. That is 3 h late.")


async def test_a_third_key_takes_the_second_in_the_list(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TWO_WAIT) as session:
        await session.press("r", "down", "enter")
        assert session.book.replies_to(LETTER.id)


async def test_with_nothing_waiting_it_says_so(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("r")
        assert session.says("Nothing is waiting for a reply. The key c writes down that you got in touch.")


@pytest.mark.parametrize(("route", "kind"), [("email", "message"), ("letter", "message"), ("phone", "spoke")])
async def test_the_likely_kind_follows_how_you_got_in_touch(tmp_path: Path, route: Route, kind: ReplyKind) -> None:
    book = ONE_WAITS.keeping(replace(LETTER_TEXT, route=route))
    async with running(tmp_path / "journal", book) as session:
        await session.press("r", "enter")
        assert session.book.replies_to(LETTER.id)[0].kind == kind


async def test_a_call_that_reached_nobody_can_still_be_returned(tmp_path: Path) -> None:
    contact = Contact(id=numbered(53), about="")
    tried = Attempt(
        id=numbered(54), contact_id=contact.id, at=NOW - timedelta(hours=3), route="phone", outcome="no_answer"
    )
    async with running(tmp_path / "journal", TEAM.keeping(contact, tried)) as session:
        await session.press("r", "enter")
        assert session.book.replies_to(contact.id)
        assert session.says("The reply clock had not started, so this is neither in time nor late.")


async def test_t_opens_what_more_can_be_said_about_a_reply(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        await session.press("r", "t", "c")
        await retype(session, "when", "13:00")
        assert session.says("= Thursday 12 March, 13:00")
        assert session.says("Dana rang back in 50 min, in the agreed time.")
        await session.press("tab")
        await put(session, TYPED)
        await session.press("ctrl+n", "p", "y")
        await put(session, "glad")
        await session.press("tab", "y", "enter")
        [reply] = session.book.replies_to(LETTER.id)
        assert (reply.kind, reply.at, reply.note) == ("missed_call", NOW - timedelta(minutes=80), TYPED)
        assert (reply.settled, reply.told_next, reply.private, reply.keep_out) == ("partly", "yes", "glad", True)


async def test_an_automatic_reply_does_not_stop_the_clock_and_says_so_before_saving(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        await session.press("r", "t", "a")
        assert session.says("An automatic reply does not stop the clock.")
        await session.press("enter")
        running_clock = clock(session.book, session.book.contacts[LETTER.id], NOW)
        assert running_clock
        assert running_clock.state == "waiting"
        assert session.book.replies_to(LETTER.id)[0].kind == "automatic"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("yesterday 9am", "This reply is from before you first got in touch."),
        ("tomorrow 9am", "That is still ahead. Write it down once it has come."),
        ("whenever", "I could not read that as a time."),
    ],
)
async def test_a_time_that_cannot_be_is_asked_about_under_its_line(tmp_path: Path, typed: str, sentence: str) -> None:
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        await session.press("r", "t")
        await retype(session, "when", typed)
        await session.press("enter")
        assert session.says(sentence)
        assert session.app.focused is session.app.screen.query_one("#when")
        assert not session.book.replies


async def test_somebody_else_may_have_replied(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        await session.press("r", "t", "m", "o")
        await put(session, "the cover worker")
        await session.press("enter")
        [reply] = session.book.replies_to(LETTER.id)
        assert (reply.by_person_id, reply.by) == (None, "the cover worker")


async def test_x_closes_a_contact_with_a_reason_and_says_what_that_counts_as(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        await session.press("r", "x")
        await put(session, "sorted it myself")
        assert session.says("It was not due yet, so this is left out of the replies that are counted.")
        await session.press("enter")
        closed = session.book.contacts[LETTER.id]
        assert (closed.closed_at, closed.closed_why) == (NOW, "sorted it myself")
        assert session.says("Nothing is waiting.")


async def test_a_contact_cannot_be_closed_before_it_began_or_in_times_to_come(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TWO_WAIT) as session:
        await session.press("r", "x")
        assert session.says("The agreed time had passed, so this counts as not replied in time.")
        await retype(session, "when", "8 March 9am")
        await session.press("enter")
        assert session.says("This was closed before you first got in touch.")
        await retype(session, "when", "tomorrow 9am")
        await session.press("enter")
        assert session.says("That is still ahead.")
        assert session.book.contacts == TWO_WAIT.contacts


async def test_a_half_written_reply_comes_back_about_the_same_contact(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TWO_WAIT) as session:
        await session.press("r", "down", "t", "m")
        await retype(session, "said", "on Friday")
        await session.press("escape", "r")
        assert session.says("Dana replied to your text about “the letter to my GP”?")
        assert session.app.screen.query_one("#said", Line).value == "on Friday"
        await session.press("enter")
        assert session.book.replies_to(LETTER.id)[0].note == "on Friday"
        assert session.journal.draft("reply") is None


async def test_a_half_written_reply_never_turns_into_one_about_another_contact(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TWO_WAIT) as session:
        session.journal.keep_draft("reply", {"said": "on Friday", "contact": LETTER.id})
        session.journal.keep(replace(TWO_WAIT.contacts[LETTER.id], closed_at=NOW))
        await session.press("r", "enter")
        assert session.book.replies_to(LETTER.id)[0].note == "on Friday"
        assert not session.book.replies_to(FRIDAY.id)


async def test_a_save_that_fails_can_be_tried_again_from_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path / "journal", TWO_WAIT) as session:
        fail_once(monkeypatch)
        await session.press("r", "down", "enter")
        assert session.says("The disk is full, so this was not saved.")
        assert not session.book.replies
        await session.press("enter")
        assert session.book.replies_to(LETTER.id)


async def test_words_survive_a_save_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        fail_once(monkeypatch)
        await session.press("r", "t")
        await retype(session, "said", TYPED)
        await session.press("enter")
        assert session.says("The disk is full, so this was not saved.")
        await session.press("enter")
        assert session.book.replies_to(LETTER.id)[0].note == TYPED


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_the_list_shows_what_waits_at_the_three_sizes(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path / "journal", TWO_WAIT, size=size) as session:
        await session.press("r")
        rows = sheet(session)
        for words in ("Voicemail to the duty desk", "moving Friday's visit", "Text to Dana", "the letter to my GP"):
            assert words in rows
        assert rows.index("Voicemail") < rows.index("Text to Dana") < rows.index("enter")


def sheet(session: Session) -> str:
    """What the sheet at the bottom of the screen says."""
    return session.text[session.text.rindex("────") :]
