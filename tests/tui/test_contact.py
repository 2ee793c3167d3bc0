"""I got in touch: two keys for a text, and everything that may come with it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.records import Attempt, Contact
from carecompanion.domain.vocabulary import AttemptOutcome, Route
from carecompanion.tui.parts.line import Line
from tests.tui.care_team import ADE, DANA, OKAFOR, TEAM, numbered
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running
from tests.tui.waiting import LETTER, LETTER_TEXT, ONE_WAITS, TWO_WAIT, TYPED, fail_once, new_contact, put, retype


async def test_two_keys_write_down_a_text_to_the_coordinator_just_now(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("c", "enter")
        contact, attempt = new_contact(session.book)
        assert (attempt.route, attempt.outcome, attempt.to_person_id, attempt.to) == ("text", "sent", DANA.id, None)
        assert attempt.at == attempt.written_at == NOW
        assert contact.about == ""
        assert contact.due_at == NOW + timedelta(hours=24)
        assert session.says("Saved. Dana agreed to reply within 24 hours: by tomorrow, 14:20.")


async def test_three_keys_write_down_a_voicemail_and_the_next_time_begins_with_it(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("c", "v", "enter")
        assert new_contact(session.book)[1].outcome == "voicemail"
        await session.press("c")
        assert session.says("● v Voicemail")


@pytest.mark.parametrize(
    ("letter", "route", "outcome"), [("t", "text", "sent"), ("e", "email", "sent"), ("l", "letter", "sent")]
)
async def test_a_letter_picks_the_way_and_goes_on_to_what_it_was_about(
    tmp_path: Path, letter: str, route: Route, outcome: AttemptOutcome
) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("c", letter)
        await put(session, "my letter")
        await session.press("enter")
        contact, attempt = new_contact(session.book)
        assert (contact.about, attempt.route, attempt.outcome) == ("my letter", route, outcome)


async def test_a_call_asks_what_came_of_it_before_it_can_be_saved(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("c", "c", "enter")
        assert session.says("What came of it? Choose one, as in s for “we spoke”.")
        assert session.says("The reply clock starts when you leave a message or get through.")
        assert not session.book.attempts
        await session.press("n", "enter")
        contact, attempt = new_contact(session.book)
        assert (attempt.route, attempt.outcome, contact.due_at) == ("phone", "no_answer", None)


async def test_getting_through_in_person_waits_for_nothing(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("c", "p", "s", "enter")
        assert new_contact(session.book)[1].outcome == "spoke"
        assert session.says("You got through, so no reply is waited for.")
        assert session.says("Nothing is waiting.")


async def test_somebody_else_is_asked_for_by_name(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("c", "tab", "o", "enter")
        assert session.says("Who was it? A name or a place is enough.")
        await put(session, "duty desk")
        await session.press("enter")
        assert new_contact(session.book)[1].to == "duty desk"
        assert session.says("A reply within 24 hours was agreed: by tomorrow, 14:20.")


async def test_a_digit_picks_one_of_the_people_the_coordinator_first_then_the_last_dealt_with(tmp_path: Path) -> None:
    earlier = Contact(id=numbered(51), about="")
    to_ade = Attempt(
        id=numbered(52),
        contact_id=earlier.id,
        at=NOW - timedelta(days=9),
        route="text",
        outcome="sent",
        to_person_id=ADE.id,
    )
    async with running(tmp_path / "journal", TEAM.keeping(earlier, to_ade)) as session:
        await session.press("c", "tab")
        assert session.says("● 1 Dana Whitfield 2 Ade Bello 3 Dr Okafor o someone else")
        await session.press("3", "enter")
        assert OKAFOR.id in {one.to_person_id for one in session.book.attempts.values()}


async def test_without_any_people_the_name_is_typed_or_left_out(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", Book()) as session:
        await session.press("c", "enter")
        contact, attempt = new_contact(session.book)
        assert (attempt.to_person_id, attempt.to, contact.due_at) == (None, None, None)
        assert session.says("No reply time is agreed, so this will not count as late.")


async def test_the_due_time_follows_when_it_is_typed_to_have_been(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("c")
        await retype(session, "when", "yesterday 4pm")
        assert session.says("= Wednesday 11 March, 16:00")
        assert session.says("Dana agreed to reply within 24 hours: by today, 16:00")
        await session.press("enter")
        contact, attempt = new_contact(session.book)
        assert attempt.at == datetime(2026, 3, 11, 16, tzinfo=UTC)
        assert contact.due_at == datetime(2026, 3, 12, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("soonish", "I could not read that as a time. Try 9:15, yesterday 4pm or 5 March 9am."),
        ("", "I could not read that as a time. Try 9:15, yesterday 4pm or 5 March 9am."),
        ("tomorrow 2pm", "That is still ahead. The key a, outside this sheet, writes down an appointment."),
    ],
)
async def test_a_time_that_cannot_be_read_or_is_ahead_is_asked_about_and_nothing_typed_is_lost(
    tmp_path: Path, typed: str, sentence: str
) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("c", "t")
        await put(session, "letter")
        await retype(session, "when", typed)
        await session.press("enter")
        assert session.says(sentence)
        assert not session.book.attempts
        await retype(session, "when", "9:15")
        await session.press("enter")
        assert new_contact(session.book)[0].about == "letter"


async def test_chasing_adds_an_attempt_and_leaves_the_clock_alone(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TWO_WAIT) as session:
        await session.press("c", "v", "shift+tab")
        assert session.says("1 chasing: Voicemail to the duty desk, moving Friday's visit")
        await session.press("2")
        assert session.says("Chasing does not start the clock again: the reply is still due by tomorrow, 12:10")
        await put(session, "rang again")
        await session.press("enter")
        assert session.book.contacts.keys() == TWO_WAIT.contacts.keys()
        assert session.book.contacts[LETTER.id] == TWO_WAIT.contacts[LETTER.id]
        chase = session.book.attempts_of(LETTER.id)[-1]
        assert (chase.outcome, chase.note) == ("voicemail", "rang again")


async def test_the_clock_of_a_contact_that_reached_nobody_starts_with_the_attempt_that_does(tmp_path: Path) -> None:
    contact = Contact(id=numbered(53), about="a lift")
    tried = Attempt(
        id=numbered(54), contact_id=contact.id, at=NOW - timedelta(hours=3), route="phone", outcome="no_answer"
    )
    async with running(tmp_path / "journal", TEAM.keeping(contact, tried)) as session:
        await session.press("c", "v", "shift+tab", "1", "enter")
        assert session.book.contacts[contact.id].due_at == NOW + timedelta(hours=24)


async def test_chasing_cannot_come_before_the_first_attempt(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        await session.press("c", "t", "shift+tab", "1")
        await retype(session, "when", "yesterday 9am")
        await session.press("enter")
        assert session.says("That is before you first got in touch about this.")
        assert session.book.attempts_of(LETTER.id) == (LETTER_TEXT,)


async def test_more_lines_keep_what_was_said_and_what_is_private(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("c", "ctrl+n")
        await put(session, "she will ask")
        await session.press("tab")
        await put(session, "I was upset")
        await session.press("tab", "y", "enter")
        contact, attempt = new_contact(session.book)
        assert (attempt.note, attempt.private) == ("she will ask", "I was upset")
        assert attempt.keep_out
        assert contact.keep_out


@pytest.mark.parametrize("words", [TYPED, "a" * 100_000])
async def test_words_are_kept_exactly(tmp_path: Path, words: str) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("c", "t")
        line(session, "about").insert_text_at_cursor(words)
        await session.press("enter")
        assert new_contact(session.book)[0].about == words


async def test_leaving_keeps_the_words_and_the_moment_they_were_about(tmp_path: Path) -> None:
    moments = [NOW]
    async with running(tmp_path / "journal", TEAM, clock=lambda: moments[-1]) as session:
        await session.press("c", "v")
        await put(session, "my letter")
        await session.press("escape")
        assert session.says("What you wrote is kept, and will be there when you come back to it.")
        moments.append(NOW + timedelta(days=2))
        await session.press("c", "enter")
        contact, attempt = new_contact(session.book)
        assert (contact.about, attempt.outcome, attempt.at) == ("my letter", "voicemail", NOW)
        await session.press("c")
        assert not session.says("my letter about")
        assert line(session, "about").value == ""


async def test_emptying_what_was_half_written_forgets_it(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await session.press("c", "t", "x", "escape", "c")
        await retype(session, "about", "")
        await session.press("escape")
        assert session.journal.draft("contact") is None


async def test_a_save_that_fails_keeps_the_words_and_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        fail_once(monkeypatch)
        await session.press("c", "v")
        await put(session, "my letter")
        await session.press("enter")
        assert session.says("The disk is full, so this was not saved.")
        assert not session.book.attempts
        await session.press("enter")
        contact, attempt = new_contact(session.book)
        assert (contact.about, attempt.outcome) == ("my letter", "voicemail")


async def test_a_save_that_fails_keeps_what_was_chosen_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        fail_once(monkeypatch)
        await session.press("c", "v", "enter", "enter")
        assert new_contact(session.book)[1].outcome == "voicemail"


async def test_tab_goes_through_the_lines_in_their_order(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", ONE_WAITS) as session:
        await session.press("c", "ctrl+n")
        order = []
        while (focused := session.app.focused) and focused.id not in order:
            order.append(focused.id)
            await session.press("tab")
        assert order == ["said", "private", "keep_out", "written_by", "how", "to", "when", "chasing", "about"]


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_every_line_shows_at_the_three_sizes(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path / "journal", ONE_WAITS, size=size) as session:
        await session.press("c")
        rows = [row.strip() for row in session.text[session.text.rindex("────") :].splitlines()]
        starts = (
            "You got in touch",
            "How ",
            "To ",
            "When ",
            "This is ",
            "About ",
            "Dana agreed to reply",
            "enter save",
        )
        places = [next((at for at, row in enumerate(rows) if row.startswith(start)), -1) for start in starts]
        assert places == sorted(set(places))
        assert -1 not in places


async def test_the_smallest_window_keeps_the_outcome_and_the_keys_in_view(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TWO_WAIT, size=(36, 16)) as session:
        await session.press("c", "v")
        assert session.app.focused is line(session, "about")
        assert session.says("Dana agreed to reply within 24 hours: by tomorrow, 14:20")
        assert session.says("enter save")
        await session.until("About")


def line(session: Session, name: str) -> Line:
    """A line of the form that is shown."""
    return session.app.screen.query_one(f"#{name}", Line)
