"""Sentences that stand on several pages of a review."""

from carecompanion.domain.lines import first_line
from carecompanion.domain.records import Attempt, Note, Promise, Record
from carecompanion.domain.review import Review
from carecompanion.domain.review_items import Item
from carecompanion.domain.review_open import StillOpen
from carecompanion.domain.review_questions import Question
from carecompanion.domain.review_sides import Matter
from carecompanion.domain.timeline import entry_for, line
from carecompanion.domain.vocabulary import DatesAs
from carecompanion.domain.waiting import addressed
from carecompanion.domain.wording import at_start, attempt_word, called, who
from carecompanion.language import _
from carecompanion.sharing.own_hand import FELT, dated, felt, figure, recorded
from carecompanion.sharing.plain_lines import stopped

LONGEST = 110
"""Characters of one thing on the first page."""
MOST_POINTS = 4
"""More than so many under one heading do not go on the first page."""
MOST_DAYS = 3
"""So many days of examples stand on the first page."""


def open_words(each: StillOpen, review: Review, dates: DatesAs) -> str:
    """What is still open: "A reply: Text to Dana – The letter – 11 March, due by 12 March"."""
    book, record, year = review.book, each.record, review.days.last.year
    due = _(", due by {dated}").format(dated=dated(each.due_on, dates, year)) if each.due_on else ""
    match record:
        case Attempt():
            to = addressed(attempt_word(record), first_line(who(book, record.to_person_id, record.to)))
            said = _("A reply: {to}{about}").format(to=to, about=f" – {each.about}" if each.about else "")
        case Promise():
            said = _("{called} promised: {about}").format(called=called(book, record.by_person_id), about=each.about)
        case _:
            said = _("I asked for: {about}").format(about=each.about)
    return f"{said} – {dated(each.since, dates, year)}{due}"


def point_words(item: Item, review: Review, dates: DatesAs) -> str:
    """A point of a review as the document says it: the person's own words where they gave it some."""
    match item.source:
        case Matter():
            return _matter_words(item, item.source, review, dates)
        case StillOpen():
            return item.own_words or open_words(item.source, review, dates)
        case Question():
            return item.own_words or item.source.text
        case _:
            entries = "; ".join(entry_words(each, review, dates) for each in item.brought)
            return f"{item.own_words} ({entries})" if item.own_words and entries else item.own_words or entries


def entry_words(record: Record, review: Review, dates: DatesAs) -> str:
    """An entry that was brought along: "Visit: Dana, Elm House – 3 March"; of a note its words."""
    entry = entry_for(record, review.book)
    said = line(entry, review.book, review.now)
    words = record.text.strip() if isinstance(record, Note) else ": ".join(filter(None, (said.kind, said.title)))
    return f"{words} – {dated(entry.day, dates, review.days.last.year)}"


def plain_words(item: Item, review: Review) -> str:
    """A point without its examples, and in the person's own words alone where they gave it some."""
    if item.own_words:
        return item.own_words
    return figure_words(item.source) if isinstance(item.source, Matter) else point_words(item, review, "exact")


def figure_words(matter: Matter) -> str:
    """As in "I felt listened to (how it felt to me): recorded 2 of 6 times." """
    return f"{short(figure(matter.measurement))}{_label(matter)}: {recorded(matter.measurement.tally)}."


def _matter_words(item: Item, matter: Matter, review: Review, dates: DatesAs) -> str:
    """As in "I felt listened to (how it felt to me): recorded 2 of 6 times. Not so on 3 March." """
    tally = recorded(matter.measurement.tally)
    own = f"{stopped(item.own_words)} {at_start(tally)}{_label(matter)}."
    said = own if item.own_words else figure_words(matter)
    days = list(dict.fromkeys(dated(each.on, dates, review.days.last.year) for each in matter.examples[:MOST_DAYS]))
    if not days:
        return said
    so = _("So") if item.side == "well" else _("Not so")
    partly = _(", or only partly,") if matter.is_in_part else ""
    when = (
        _("on {listed}").format(listed=listed(days))
        if dates == "exact"
        else _("in {listed}").format(listed=listed(days))
    )
    return f"{said} {so}{partly} {when}."


def _label(matter: Matter) -> str:
    return f" ({FELT})" if felt(matter.trait.id) else ""


def short(text: str) -> str:
    """The text on one line, cut where it is too long for the first page."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def listed(words: list[str]) -> str:
    """As in "3 March 2026, 6 March 2026 and 9 March 2026"."""
    *first, last = words
    return _("{listed} and {last}").format(listed=", ".join(first), last=last) if first else last
