"""Letters through the real screens: begun, worded, sent and waited for, what came of them, and all of it undone."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.widgets import TextArea

from carecompanion.domain.book import Book
from carecompanion.domain.records import Brought, Letter, LetterStep, Note, Point, Record, Reply
from carecompanion.domain.sample import sample_book
from carecompanion.domain.settings import Settings
from carecompanion.tui.coming_back import come_back
from carecompanion.tui.letter import LetterPage
from carecompanion.tui.letter_sheet import LetterSheet
from carecompanion.tui.letters import Letters
from carecompanion.tui.parts.item_list import ItemList
from tests.naughty import NAUGHTY
from tests.tui.care_team import DANA, TEAM, numbered
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running
from tests.tui.sheets import focus, go_to
from tests.tui.test_full_disk import Disk
from tests.tui.test_full_disk import disk as disk  # the fixture
from tests.tui.waiting import LETTER, LETTER_TEXT, ONE_WAITS

CONCERN = Letter(
    id=numbered(90),
    kind="concern",
    begun_on=date(2026, 3, 10),
    written_in="wales",
    to="The team manager, Elm House\n1 High Street",
    my_name="Sam Brook",
    reach_me="text 07700 900123",
    service="Elm House",
    happened="Three calls were not answered.",
)
SCOTLAND = Book(settings=Settings(nation="scotland"))


async def opened(session: Session, *keys: str) -> None:
    """The letters, over the place that is shown, and what is pressed there."""
    await session.app.push_screen(Letters(session.journal, session.app.clock))
    await session.settle()
    await session.press(*keys)


def only(book: Book, name: str) -> Record:
    (found,) = book.list(name).values()
    return found


def letter_of(session: Session) -> Letter:
    found = only(session.book, "letters")
    assert isinstance(found, Letter)
    return found


async def put(session: Session, name: str, words: str) -> None:
    await go_to(session, name)
    await session.paste(words)


# begun and worded


async def test_a_concern_is_begun_worded_kept_and_shown_as_it_reads(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM) as session:
        await opened(session)
        assert session.says("Nothing here yet. You can")
        await session.press("a", "r", "e")
        assert session.says("First help: PALS of your")
        await put(session, "to", "PALS, Elm House\n1 High Street")
        await go_to(session, "my_name")
        await session.type("Sam Brook")
        await session.press("enter")
        assert focus(session) == "reach_me"
        await put(session, "happened_on", "3 March")
        await put(session, "happened", "Nobody rang.\n\nTwice.")
        await put(session, "wanted", "A call back.")
        await session.press("ctrl+s")
        assert isinstance(session.app.screen, LetterPage)
        letter = letter_of(session)
        assert session.says("Not sent yet")
        assert (letter.kind, letter.written_in, letter.begun_on) == ("concern", "england", NOW.date())
        assert (letter.to, letter.my_name, letter.happened_on) == (
            "PALS, Elm House\n1 High Street",
            "Sam Brook",
            date(2026, 3, 3),
        )
        assert letter.happened == "Nobody rang.\n\nTwice."
        for said in (
            "Not sent yet",
            "A concern is usually raised within 12 months of what happened: by Wednesday 3 March 2027.",
            "The usual way in England",
            "Checked in November 2026. Check with your service.",
            "Dear PALS,",
            "Twice.",
            "With kind regards,",
        ):
            assert session.says(said), said
        await session.press("escape")
        assert session.says("Raising a concern to PALS, Elm House Not sent yet")
        await session.press("u")
        assert session.says("Undone: the letter raising a concern. ctrl+r does it again.")
        assert not session.book.letters


async def test_the_next_letter_has_what_the_last_one_had_and_only_what_its_kind_asks(tmp_path: Path) -> None:
    thanks = Letter(id=numbered(91), kind="thanks", begun_on=date(2026, 3, 1), to="Dana", happened="x")
    async with running(tmp_path / "journal", TEAM.keeping(CONCERN, thanks)) as session:
        await opened(session, "a")
        sheet = session.app.screen
        assert isinstance(sheet, LetterSheet)
        assert (sheet.value("my_name"), sheet.value("service"), sheet.value("written_in")) == (
            "Sam Brook",
            "Elm House",
            "wales",
        )
        assert sheet.value("to") == ""
        assert sheet.field("wanted").display
        assert not sheet.field("look_into").display
        await session.press("r")
        assert sheet.value("to") == CONCERN.to
        assert sheet.field("look_into").display
        await put(session, "look_into", "Why?")
        await go_to(session, "kind")
        await session.press("t")
        assert sheet.value("to") == "Dana"
        assert sheet.field("look_into").display  # it has words
        assert not sheet.field("wanted").display
        assert not sheet.field("happened_on").display


async def test_in_scotland_no_country_is_asked_for(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", SCOTLAND) as session:
        await opened(session, "a", "r")
        assert not session.app.screen.query("#written_in")
        assert session.says("First help: PASS, 0800 917")


async def test_half_written_words_are_there_again_and_a_change_starts_from_what_is_kept(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM.keeping(CONCERN)) as session:
        await opened(session, "a", "g")
        await put(session, "wanted", "A reply in two days")
        await session.press("escape")
        assert session.says("What you wrote is kept")
        await session.press("a")
        assert session.app.screen.query_one("#wanted", TextArea).text == "A reply in two days"
        await session.press("escape", "e")
        assert session.app.screen.query_one("#happened", TextArea).text == CONCERN.happened
        await put(session, "affected", "I worried.")
        await session.press("ctrl+s")
        assert session.says("Saved. Your letter is changed.")
        assert letter_of(session) == replace(CONCERN, affected="I worried.")


async def test_a_letter_that_was_opened_and_saved_is_as_it_was(tmp_path: Path) -> None:
    odd = replace(CONCERN, to="a\r\nb\u2028c", happened="x\r\ny", my_name=" z ")
    async with running(tmp_path / "journal", TEAM.keeping(odd)) as session:
        await opened(session, "e", "ctrl+s")
        assert letter_of(session) == odd


# sent and waited for


async def test_sending_a_concern_waits_on_today_and_one_key_undoes_it_whole(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM.keeping(CONCERN)) as session:
        await opened(session, "enter", "m")
        assert session.says("They usually say that they have it by Mon 16 March, 17:00.")
        await session.press("enter")
        assert session.says("Sent today, waiting for an answer")
        assert session.says("Most answers come within 30 working days: by Monday 27 April. This is a guideline.")
        letter, contact = letter_of(session), only(session.book, "contacts")
        assert letter.contact_id == contact.id
        await session.press("escape", "escape")
        await session.press("1")
        assert session.says("Letter to the team manager, Elm House")
        assert session.says("usual by 17:00, Mon 16 March")
        await session.press("u")
        assert session.says("Undone: the letter, ")
        assert not session.book.contacts
        assert not session.book.attempts
        assert letter_of(session) == CONCERN


async def test_where_the_service_is_is_asked_when_the_days_hang_on_it(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM.keeping(replace(CONCERN, written_in=None)), size=MIDDLE) as session:
        await opened(session, "enter")
        assert session.says("Say in which country the service is (e), and the usual way stands here.")
        await session.press("m", "e", "enter")
        assert session.says("! Is the service in England or in Wales? The days differ.")
        await session.press("w", "enter")
        letter = letter_of(session)
        assert (letter.written_in, letter.route) == ("wales", "email")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("in_touch", "A reply is due, as agreed, by tomorrow, 14:20."),
        ("thanks", "A thank-you letter waits for nothing."),
    ],
)
async def test_other_letters_wait_as_agreed_and_thanks_for_nothing(tmp_path: Path, kind: str, said: str) -> None:
    letter = replace(CONCERN, kind=kind, to="Dana")  # type: ignore[arg-type]  # it is a kind
    async with running(tmp_path / "journal", TEAM.keeping(letter)) as session:
        await opened(session, "enter", "m", "h")
        assert session.says(said)
        await session.press("enter")
        assert session.says(f"Saved. {said}")
        assert bool(session.book.contacts) is (kind != "thanks")
        assert [each.to_person_id for each in session.book.attempts.values()] == [DANA.id] * (kind != "thanks")


async def test_a_time_ahead_is_not_taken_and_a_wrong_one_is_put_right_with_its_contact(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM.keeping(CONCERN)) as session:
        await opened(session, "enter", "m", "p", "ctrl+u")
        await session.type("tomorrow 9am")
        await session.press("enter")
        assert session.says("! That is still ahead. Press this once it is sent.")
        await session.press("ctrl+u")
        await session.type("Mon 10am")
        await session.press("enter", "m", "e", "ctrl+u")
        await session.type("Tue 10am")
        await session.press("enter")
        (attempt,) = session.book.attempts.values()
        (contact,) = session.book.contacts.values()
        assert (attempt.route, attempt.at.day) == ("email", 10)
        assert contact.due_at is not None
        assert contact.due_at.day == 12


# what came of it


async def test_a_step_that_is_an_answer_ends_the_waiting_and_is_changed_and_deleted_by_its_row(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM.keeping(CONCERN)) as session:
        await opened(session, "enter", "a")
        assert session.says("That comes once it was sent: the key m says so.")
        await session.press("m", "p", "ctrl+u")
        await session.type("Mon 10am")
        await session.press("enter", "a")
        assert session.says("That ends the wait on Today too. It need not be written down as a reply.")
        await session.press("enter")
        assert len(session.book.replies) == 1
        assert session.says("They said they have it, today")
        await session.press("a", "m", "ctrl+u")
        await session.type("yesterday")
        await session.press("tab")
        await session.type("With the manager.")
        await session.press("enter")
        assert len(session.book.replies) == 1
        steps = sorted(session.book.letter_steps.values(), key=lambda each: each.happened_on)
        assert [(each.kind, each.happened_on.day, each.note) for each in steps] == [
            ("met", 11, "With the manager."),
            ("acknowledged", 12, None),
        ]
        await session.press("down", "e", "w", "enter")
        assert session.book.letter_steps[steps[0].id].kind == "withdrawn"
        await session.press("d", "d")
        assert list(session.book.letter_steps) == [steps[1].id]
        await session.press("u")
        assert len(session.book.letter_steps) == 2


async def test_a_reply_written_down_on_today_stands_with_the_letter(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM.keeping(CONCERN)) as session:
        await opened(session, "enter", "m", "enter", "r", "enter")
        assert session.says("replied")
        assert session.says("Most answers come within 30 working days")
        assert not session.says("The service usually says within")


async def test_a_step_before_it_was_sent_is_not_taken(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM.keeping(CONCERN)) as session:
        await opened(session, "enter", "m", "enter", "a", "tab", "ctrl+u")
        await session.type("2 March")
        await session.press("enter")
        assert session.says("! That is before you sent it.")


async def test_deleting_a_letter_takes_its_steps_along(tmp_path: Path) -> None:
    step = LetterStep(id=numbered(92), letter_id=CONCERN.id, kind="other", happened_on=date(2026, 3, 11))
    sent = replace(CONCERN, sent_at=NOW - timedelta(days=2), route="letter")
    async with running(tmp_path / "journal", TEAM.keeping(sent, step)) as session:
        await opened(session, "enter", "d")
        assert session.says("The letter raising a concern")
        assert session.says("Its step goes with it.")
        await session.press("d")
        assert isinstance(session.app.screen, Letters)
        assert not session.book.letters
        assert not session.book.letter_steps
        await session.press("u")
        assert session.book.letter_steps


async def test_a_letter_that_was_found_opens_on_its_page(tmp_path: Path) -> None:
    step = LetterStep(id=numbered(92), letter_id=CONCERN.id, kind="other", happened_on=NOW.date(), note="Zebra")
    sent = replace(CONCERN, sent_at=NOW - timedelta(days=2), route="letter")
    async with running(tmp_path / "journal", TEAM.keeping(sent, step)) as session:
        for words in ("calls", "zebra"):
            await session.press("slash")
            await session.type(words)
            await session.press("enter", "enter")
            assert isinstance(session.app.screen, LetterPage)
            await session.press("escape", "escape", "1")


async def test_a_letters_page_leads_back_to_its_letter_and_its_sheets_after_hiding(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM.keeping(CONCERN)) as session:
        await opened(session)
        page = session.app.screen
        assert isinstance(page, Letters)
        assert isinstance(page.deeper(CONCERN.id), LetterPage)
        assert page.deeper("gone") is None
        await session.press("enter")
        where = {"sheet": f"letter_sent {CONCERN.id}"}
        await come_back(session.app, where)
        await session.settle()
        assert session.says("You sent this letter")


async def test_a_copy_is_saved_as_it_reads_and_noted_with_its_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)
    (tmp_path / "home" / "Documents").mkdir(parents=True)
    async with running(tmp_path / "journal", TEAM.keeping(CONCERN)) as session:
        await opened(session, "enter", "x", "t", "enter")
        await session.until("You find it again under what you have shared.")
        (copy,) = session.book.shared_copies.values()
        assert (copy.letter_id, copy.file_format, copy.given_to) == (CONCERN.id, "txt", "the team manager")
        (written,) = (tmp_path / "home" / "Documents").iterdir()
        assert "Three calls were not answered." in written.read_text(encoding="utf-8")


async def test_a_letter_that_is_kept_out_says_so_and_is_not_saved(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", TEAM.keeping(replace(CONCERN, keep_out=True)), size=MIDDLE) as session:
        await opened(session, "enter", "x")
        assert session.says("This letter is kept out of anything you share, so there is no copy of it.")
        assert isinstance(session.app.screen, LetterPage)
        assert not session.book.shared_copies


# brought along


async def test_entries_are_brought_along_with_one_key_each(tmp_path: Path) -> None:
    notes = [Note(id=numbered(100 + n), at=NOW - timedelta(days=n), text=f"Note {n}") for n in range(3)]
    kept_out = Note(id=numbered(110), at=NOW, text="Not this", keep_out=True)
    async with running(tmp_path / "journal", TEAM.keeping(CONCERN, *notes, kept_out)) as session:
        await opened(session, "enter", "b")
        assert session.says("No entries are in yet.")
        assert not session.says("Not this")
        await session.press("space", "down", "enter")
        assert session.says("2 entries are in.")
        await session.press("escape")
        assert session.says("Saved. 2 entries go along.")
        assert session.says("What I wrote down at the time")
        letter = letter_of(session)
        assert letter.brought == (Brought(entry_id=notes[0].id), Brought(entry_id=notes[2].id))
        assert letter.happened_on == notes[2].at.date()
        await session.press("b", "escape")
        assert not session.says("Saved. 2 entries go along. u undo u undo")


async def test_a_try_whose_reply_is_kept_out_cannot_be_brought_along(tmp_path: Path) -> None:
    reply = Reply(id=numbered(120), contact_id=LETTER.id, at=NOW, kind="message")
    for book, shown in ((ONE_WAITS.keeping(reply), True), (ONE_WAITS.keeping(replace(reply, keep_out=True)), False)):
        async with running(tmp_path / str(shown), book.keeping(CONCERN)) as session:
            await opened(session, "enter", "b")
            there = session.app.screen.query_one("#entries", ItemList)._items
            assert (there.place_of(LETTER_TEXT.id) is not None) is shown


async def test_five_hundred_entries_are_shown_and_gone_through(tmp_path: Path) -> None:
    points = [Point(id=numbered(1000 + n), raised_at=NOW - timedelta(hours=n), text=f"Point {n}") for n in range(500)]
    letter = replace(CONCERN, brought=tuple(Brought(entry_id=each.id) for each in points))
    async with running(tmp_path / "journal", TEAM.keeping(letter, *points), size=MIDDLE) as session:
        await opened(session, "enter", "b")
        assert session.says("500 entries are in.")
        await session.press("escape", "end")
        assert session.says("Sam Brook")


# whatever is typed, whatever the window, whatever the disk


async def test_no_words_stop_a_page_or_a_list(tmp_path: Path) -> None:
    letters = [
        replace(CONCERN, id=numbered(2000 + n), to=odd, happened=odd, my_name=odd, sent_at=NOW)
        for n, odd in enumerate(NAUGHTY)
    ]
    steps = [
        LetterStep(id=numbered(3000 + n), letter_id=letters[n].id, kind="other", happened_on=NOW.date(), note=odd)
        for n, odd in enumerate(NAUGHTY)
    ]
    async with running(tmp_path / "journal", TEAM.keeping(*letters, *steps)) as session:
        await opened(session, "end", "home")
        for letter in letters[::12]:
            await session.app.push_screen(LetterPage(session.journal, session.app.clock, letter.id))
            await session.settle()
            assert session.says("Sent") or session.says("Something else happened")
            await session.press("end", "e", "escape", "escape")


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16)])
async def test_every_window_has_room_for_them(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path / "journal", sample_book(NOW), size=size) as session:
        await opened(session, "end")
        assert session.says("Raising a concern")
        await session.press("enter")
        seen = ""
        for _ in range(40):
            seen += session.text
            await session.press("down")
        if size != WIDE:
            assert "With kind regards," in seen
        assert "Free advocacy" in seen
        await session.press("escape", "a")
        assert session.says("A letter")


async def test_on_a_full_disk_a_letter_stays_on_the_screen(disk: Disk) -> None:
    folder, fill = disk
    async with running(folder, TEAM) as session:
        fill(session, True)  # before a word is typed: what a draft took would be room for the letter
        await opened(session, "a", "t")
        await put(session, "happened", "thank you " * 3000)
        await session.press("ctrl+s")
        assert session.says("The disk is full, so this was not saved. Everything saved before is safe")
        assert session.app.screen.query_one("#happened", TextArea).text == "thank you " * 3000
        fill(session, False)
        await session.press("ctrl+s")
        assert letter_of(session).happened == "thank you " * 3000
