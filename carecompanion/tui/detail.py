"""One entry whole: beside the journal, or as a page of its own."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from carecompanion.domain.book import Book
from carecompanion.domain.details import Detail, Fact, detail
from carecompanion.domain.records import (
    Absence,
    Agreement,
    Appointment,
    Attempt,
    Change,
    Contact,
    Note,
    Person,
    Point,
    Promise,
    Record,
    Reply,
    Update,
)
from carecompanion.domain.sources import has_been, source_of
from carecompanion.domain.timeline import PLACED
from carecompanion.language import _
from carecompanion.tui.about_person import draw_agreement, draw_person
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.clock_line import clock_line
from carecompanion.tui.parts.drawing import Piece, both_ends, faint, lines, mark, muted, say
from carecompanion.tui.parts.fitted import MARGIN, Fitted, Words
from carecompanion.tui.parts.page import Page

if TYPE_CHECKING:
    from carecompanion.store import Journal


WIDEST = 86
"""Cells that lines are at the most for reading."""
MOST_BESIDE = 4_000
"""Letters of one fact that are shown beside a list: more would hold up every step through it."""


class DetailPane(VerticalScroll, can_focus=False):
    """An entry whole, scrolled when it is longer than the window."""

    def compose(self) -> ComposeResult:
        """Its words."""
        yield Fitted()

    def show(self, book: Book, record: Record | None, now: datetime) -> None:
        """Show a record as it stands now; nothing when there is none."""

        words = _drawing(record, book, now, MOST_BESIDE) if record is not None else lambda _width: say("")
        self.query_one(Fitted).show(lambda width: words(max(20, min(WIDEST, width - MARGIN))))
        self.scroll_home(animate=False)


CHANGE_WORDS: Mapping[type[Record], tuple[str, str]] = {
    Contact: (_("change"), _("change")),
    Attempt: (_("change"), _("change")),
    Reply: (_("change"), _("change")),
    Appointment: (_("change"), _("change")),
    Note: (_("change"), _("change")),
    Point: (_("say what came of it"), _("outcome")),
    Promise: (_("say what came of it"), _("outcome")),
    Change: (_("change"), _("change")),
    Update: (_("say who knew"), _("who knew")),
    Absence: (_("say how it went"), _("change")),
    Person: (_("change"), _("change")),
    Agreement: (_("change"), _("change")),
}
"""What the key of change does for each kind, in long and short."""

BRINGABLE = PLACED | {Contact}
"""The kinds of entries that can be brought along to a review."""


def detail_page(journal: "Journal", record: Record, now: datetime) -> Page:
    """A record on a page of its own; from there it can be changed, or what came from it written down."""
    from carecompanion.domain.versions import earlier_versions
    from carecompanion.tui.earlier import changed_words

    book, versions = journal.book, earlier_versions(record, journal.book, journal.earlier)
    acts: list[Hint] = [change_hint(record)] if type(record) in CHANGE_WORDS else []
    if has_been(source_of(record), book, now):
        acts.append(("something", _("write down what came of it"), _("add")))
    acts += [*(["bring"] if type(record) in BRINGABLE else []), "delete", *(["before"] if versions else [])]
    changed = changed_words(versions, book, now)

    def words(width: int) -> Content:
        whole = draw(record, book, now, width)
        return lines(whole, changed) if versions else whole

    return Page(words, acts)


def change_hint(record: Record) -> Hint:
    """The key of change, by what it does for such a record."""
    return ("change", *CHANGE_WORDS[type(record)])


def draw(record: Record, book: Book, now: datetime, width: int, most: int | None = None) -> Content:
    """A record whole, as things stand at `now`, `width` cells wide; of each fact so many letters at most."""
    return _drawing(record, book, now, most)(width)


def _drawing(record: Record, book: Book, now: datetime, most: int | None) -> Words:
    """What draws it in any width. Of the book it holds no more than it has to: a place may show it for days."""
    match record:
        case Person():
            return partial(draw_person, record, book, book.day_of(now))
        case Agreement():
            return partial(draw_agreement, record, book)
        case _:
            whole = detail(record, book, now)
            return lambda width: _draw(whole, width, most)


def _draw(whole: Detail, width: int, most: int | None) -> Content:
    """A detail in words, `width` cells wide; of each fact so many letters at most."""
    rows = [say((whole.title, "bold")), say(muted(whole.subtitle))]
    if whole.course is not None:
        rows += [say(""), clock_line(width, whole.course)]
    for section in whole.sections:
        rows += [say(""), say((section.heading, "bold"))]
        rows += [_fact(_cut(fact, most), width) for fact in section.facts]
    if whole.foot:
        rows += [say(""), say(faint(whole.foot))]
    return lines(*rows)


def _cut(fact: Fact, most: int | None) -> Fact:
    if most is None or len(fact.text) <= most:
        return fact
    return replace(fact, text=_("{rstrip} … enter shows all of it.").format(rstrip=fact.text[:most].rstrip()))


def _fact(fact: Fact, width: int) -> Content:
    shape: list[Piece] = [mark(fact.mark), "  "] if fact.mark != "none" else []
    if not fact.aside:
        return say(*shape, fact.text)
    if say(*shape, fact.text).cell_length + say(fact.aside).cell_length + 2 > width:
        return lines(say(*shape, fact.text), both_ends(width, [], [faint(fact.aside)]))
    return both_ends(width, [*shape, fact.text], [faint(fact.aside)])
