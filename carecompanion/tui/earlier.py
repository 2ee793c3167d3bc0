"""What an entry was before it was changed, version by version."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from carecompanion.domain.acts import Earlier
from carecompanion.domain.book import Book
from carecompanion.domain.records import Attempt, Record
from carecompanion.domain.sections import moment
from carecompanion.tui.detail import draw
from carecompanion.tui.keymap import shown
from carecompanion.tui.parts.drawing import accent, bold, lines, muted, say
from carecompanion.tui.parts.page import Page

if TYPE_CHECKING:
    from carecompanion.store import Journal


def earlier_versions(journal: "Journal", record: Record) -> tuple[Earlier, ...]:
    """How an entry was before each change, the latest first; of a try to get in touch, what it was about as well."""
    found = list(journal.earlier(record))
    if isinstance(record, Attempt):
        found += journal.earlier(journal.book.contacts[record.contact_id])
    return tuple(sorted(found, key=lambda each: each.until, reverse=True))


def changed_words(versions: Sequence[Earlier], book: Book, now: datetime) -> Content:
    """When it was last changed, and how to see what it was; nothing when it never was."""
    if not versions:
        return say("")
    when = moment(versions[0].until, book, now)
    return say(muted(f"Changed {when}. "), accent(shown("before")), muted(" shows what it was before."))


def earlier_page(journal: "Journal", record: Record, now: datetime) -> Page:
    """Every version it had, the latest first, each whole."""
    return Page(partial(_draw, earlier_versions(journal, record), record, journal.book, now))


def _draw(versions: Sequence[Earlier], record: Record, book: Book, now: datetime, width: int) -> Content:
    rows: list[Content] = []
    for each in versions:
        shown = each.record if each.record.id == record.id else record
        whole = draw(shown, book.keeping(each.record), now, width)
        rows += [say("\n")] if rows else []
        rows += [say(bold(f"Until {moment(each.until, book, now)}")), say(""), whole]
    return lines(*rows)
