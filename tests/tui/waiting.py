"""Two contacts that wait for a reply, words that are hard to keep, and a save that fails once."""

from datetime import timedelta
from typing import Any

import pytest
from textual.widgets import TextArea

from carecompanion.domain.book import Book
from carecompanion.domain.records import Attempt, Contact, Record
from carecompanion.domain.replies import with_due
from carecompanion.store import DiskFull, Journal
from carecompanion.tui.parts.line import Line
from tests.tui.care_team import DANA, TEAM, numbered
from tests.tui.driving import NOW, Session

LETTER = Contact(id=numbered(41), about="the letter to my GP")
LETTER_TEXT = Attempt(
    id=numbered(42),
    contact_id=LETTER.id,
    at=NOW - timedelta(hours=2, minutes=10),
    route="text",
    outcome="sent",
    to_person_id=DANA.id,
)
FRIDAY = Contact(id=numbered(43), about="moving Friday's visit")
FRIDAY_VOICEMAIL = Attempt(
    id=numbered(44),
    contact_id=FRIDAY.id,
    at=NOW - timedelta(hours=27),
    route="phone",
    outcome="voicemail",
    to="duty desk",
)

ONE_WAITS = TEAM.keeping(with_due(TEAM, LETTER, [LETTER_TEXT]), LETTER_TEXT)
TWO_WAIT = ONE_WAITS.keeping(with_due(TEAM, FRIDAY, [FRIDAY_VOICEMAIL]), FRIDAY_VOICEMAIL)

TYPED = "[/] [red]x[/red] [@click=app.bell]y 🙂👩‍👩‍👧 שלום عليكم é"
"""What is kept exactly as typed: brackets, emoji, writing from right to left, an accent of its own."""


def new_contact(book: Book) -> tuple[Contact, Attempt]:
    """The contact that was not in TWO_WAIT, and its attempt."""
    contact = next(one for one in book.contacts.values() if one.id not in TWO_WAIT.contacts)
    return contact, book.attempts_of(contact.id)[0]


def fail_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next save meets a full disk; those after it do not."""
    keep, failures = Journal.keep, iter([DiskFull()])

    def keep_or_fail(journal: Journal, *records: Record, **how: Any) -> None:
        for failure in failures:
            raise failure
        keep(journal, *records, **how)

    monkeypatch.setattr(Journal, "keep", keep_or_fail)


async def put(session: Session, words: str) -> None:
    """Words into the line or box that has the focus, all at once."""
    focused = session.app.focused
    if isinstance(focused, TextArea):
        focused.insert(words)
    else:
        assert isinstance(focused, Line)
        focused.insert_text_at_cursor(words)
    await session.settle()


async def retype(session: Session, name: str, words: str) -> None:
    """Other words in a line of the form that is shown."""
    line = session.app.screen.query_one(f"#{name}", Line)
    line.focus()
    line.clear()
    await session.settle()
    await put(session, words)
