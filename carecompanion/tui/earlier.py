"""What an entry was before it was changed, version by version."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from carecompanion.domain.book import Book
from carecompanion.domain.records import Record
from carecompanion.domain.sections import moment
from carecompanion.domain.versions import Version, earlier_versions
from carecompanion.language import _
from carecompanion.tui.detail import draw
from carecompanion.tui.keymap import shown
from carecompanion.tui.parts.drawing import accent, bold, lines, muted, say
from carecompanion.tui.parts.page import Page

if TYPE_CHECKING:
    from carecompanion.store import Journal


def changed_words(versions: Sequence[Version], book: Book, now: datetime) -> Content:
    """When it was last changed, and how to see what it was; nothing when it never was."""
    if not versions:
        return say("")
    when = moment(versions[0][0].until, book, now)
    return say(
        muted(_("Changed {when}. ").format(when=when)), accent(shown("before")), muted(_(" shows what it was before."))
    )


def earlier_page(journal: "Journal", record: Record, now: datetime) -> Page:
    """Every version it had, the latest first, each whole."""
    return Page(partial(_draw, earlier_versions(record, journal.book, journal.earlier), journal.book, now))


def _draw(versions: Sequence[Version], book: Book, now: datetime, width: int) -> Content:
    rows: list[Content] = []
    for each, record, then in versions:
        whole = draw(record, then, now, width)
        rows += [say("\n")] if rows else []
        rows += [say(bold(_("Until {moment}").format(moment=moment(each.until, book, now)))), say(""), whole]
    return lines(*rows)
