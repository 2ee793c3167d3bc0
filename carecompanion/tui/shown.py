"""What the journal shows: the line that names it, and what words were found in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from carecompanion.domain import how_many
from carecompanion.domain.kinds import PERIODS
from carecompanion.domain.narrowing import EVERYTHING, GROUP_NAMES, Narrowing
from carecompanion.domain.order import Entry
from carecompanion.domain.records import Contact, LeftOut, Person, Record
from carecompanion.domain.search import alternatives, words_in
from carecompanion.domain.timeline import PLACED, entry_for, groups
from carecompanion.language import _
from carecompanion.tui.keymap import shown as key_shown
from carecompanion.tui.parts.drawing import Piece, accent, both_ends, faint, lines, muted, say
from carecompanion.tui.parts.shapes import ours

if TYPE_CHECKING:
    from carecompanion.store import Journal
    from carecompanion.tui.place import Place

NARROW = 55
"""Up to this width the kinds stand without the period; once something is chosen it is named instead."""
WITHIN = 5_000
"""So many matches are looked through when filters hide some of them."""


def results(
    journal: Journal, words: str, shown: Sequence[Entry], narrowing: Narrowing
) -> tuple[list[Entry | Record], bool]:
    """What holds the words among the entries shown, best match first; whether there are more.

    With no filters also people, those who are called so before all, what was agreed, and traits of one's own.
    """
    everywhere = narrowing == EVERYTHING
    found = journal.find(words) if everywhere else journal.find(words, WITHIN)
    wanted: dict[str, Record] = {}
    for key in found.ids:
        record = journal.book.record(key)
        if isinstance(record, LeftOut):
            record = journal.book.record(record.entry_id)
        if record is not None and not isinstance(record, Contact):
            wanted[record.id] = record
    there = None if everywhere else {entry.record.id for entry in shown}
    rows: list[Entry | Record] = []
    for key, record in wanted.items():
        if _is_entry(record) and (there is None or key in there):
            rows.append(entry_for(record, journal.book))
        elif not _is_entry(record) and everywhere:
            rows.append(record)
    asked = [word for word, _open, _marks in alternatives(words, journal.book)]
    rows.sort(key=lambda row: not (isinstance(row, Person) and _is_called(row, asked)))
    return rows, found.more


def draw_shown(place: Place, narrowing: Narrowing, many: int, finding: str | None, width: int) -> Content:
    """The kinds in a row with the period; every filter in words when there are more of them."""
    book = place.journal.book
    count = how_many.entries(many)
    no_room = width <= NARROW and narrowing != EVERYTHING
    if narrowing.is_more_than_usual or finding is not None or no_room:
        words = " · ".join(narrowing.words(book))
        first = both_ends(width, [accent(words)], [faint(count)] if finding is None else []) if words else say("")
    else:
        first = _kinds(place, narrowing, count, width)
    if many:
        return first
    return lines(first, say("\n", *_nothing(narrowing, book.empty, finding)))


def _kinds(place: Place, narrowing: Narrowing, count: str, width: int) -> Content:
    gap = "   " if width > NARROW else "  "
    names: list[Piece] = []
    words = PERIODS[narrowing.period]
    right = [muted(words), faint(f"   {count}")] if width > 86 else [faint(words)] if width > NARROW else []
    room = width - (say(*right).cell_length if right else -len(gap))
    for group in groups(place.journal.book, place.clock()):
        name = GROUP_NAMES[group]
        room -= len(name) + len(gap)
        if room < 0:  # all of them are behind the key that narrows down
            names += [faint(ours("…"))]
            break
        names += [accent(name) if group == narrowing.group else muted(name), gap]
    return both_ends(width, names, right)


def _nothing(narrowing: Narrowing, empty: bool, finding: str | None) -> list[Piece]:
    if finding is not None:
        where = _(" with these filters") if narrowing != EVERYTHING else ""
        return [
            muted(_("Nothing found for “")),
            finding,
            muted(_("”{where}. esc shows everything.").format(where=where)),
        ]
    if empty:
        said = muted(_("Nothing here yet. What you write down shows here, the newest first. "))
        contact, note = accent(key_shown("contact")), accent(key_shown("note"))
        return [said, contact, muted(_(" writes down that you got in touch, ")), note, muted(_(" a note."))]
    return [muted(_("Nothing of this kind in this time. esc shows more."))]


def _is_called(person: Person, asked: Sequence[str]) -> bool:
    names = words_in(person.name)
    return all(any(name.startswith(word) for name in names) for word in asked)


def _is_entry(record: Record) -> bool:
    return type(record) in PLACED
