"""The words of a review on the screen: when it is, and each of its points in a line."""

from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import Measurement
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import day_words, full_date, long_day
from carecompanion.domain.names import visitor
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Appointment, Attempt, Note, Promise, Record
from carecompanion.domain.review_items import Item
from carecompanion.domain.review_open import StillOpen
from carecompanion.domain.review_questions import Question
from carecompanion.domain.review_sides import Matter
from carecompanion.domain.timeline import entry_for, line
from carecompanion.domain.vocabulary import ReviewSide
from carecompanion.domain.waiting import addressed
from carecompanion.domain.wording import at_start, attempt_word, called, measure_words, statement, times, who
from carecompanion.language import _

NO_REVIEW = _("No review is planned yet.")
GROUPS: dict[ReviewSide, str] = {
    "well": _("Going well"),
    "better": _("Could be better"),
    "waiting": _("Still waiting for"),
    "ask": _("Questions to ask"),
}
NONE_YET: dict[ReviewSide, str] = {
    "well": _("Nothing stands out in these days."),
    "better": _("Nothing stands out in these days."),
    "waiting": _("Nothing is waiting."),
    "ask": _("No questions yet."),
}
"""What stands in a group without points."""


def headline(visit: Appointment | None, book: Book, now: datetime) -> tuple[str, str]:
    """Which review it is, and how far away: "Care review with the whole team, Thursday 26 March", "14 days away"."""
    if visit is None:
        return NO_REVIEW, ""
    day, today = book.day_of(visit.planned_at), book.day_of(now)
    whom = (
        _(" with {first_line}").format(first_line=first_line(visitor(visit, book)))
        if visit.person_id or (visit.with_ or "").strip()
        else ""
    )
    time = f"{book.local(visit.planned_at):%H:%M}"
    return _("Care review{whom}, {long_day}").format(whom=whom, long_day=long_day(day, today)), away(
        (day - today).days, time
    ) if book.counts_down else _("at {time}").format(time=time)


def away(days: int, time: str) -> str:
    """How far away a day is; on the day itself, when."""
    near = {0: _("today at {time}").format(time=time), 1: _("tomorrow at {time}").format(time=time), -1: _("yesterday")}
    return near.get(days) or (
        _("{days:,} days away").format(days=days) if days > 0 else _("{days:,} days ago").format(days=-days)
    )


def span_words(days: Period) -> str:
    """Some days, as in "10 October 2025 to 12 March 2026"."""
    first, last = map(full_date, (days.first, days.last))
    return _("{first} to {last}").format(first=first, last=last)


def row_words(item: Item, book: Book, now: datetime) -> str:
    """A point in its row: the person's own words where they gave it some, else what was worked out."""
    match item.source:
        case Matter() if item.own_words:
            return f"{item.own_words} ({times(item.source.measurement.tally)})"
        case None if item.own_words and item.brought:
            return f"{item.own_words} ({_entries(item, book, now)})"
        case _:
            return item.own_words or worked_out(item, book, now)


def worked_out(item: Item, book: Book, now: datetime) -> str:
    """A point as the journal brings it; "" for one that is the person's own."""
    match item.source:
        case Matter():
            return figure_words(item.source.measurement)
        case StillOpen():
            return _open_words(item.source, book, now)
        case Question():
            return item.source.text
        case _:
            return _entries(item, book, now)


def figure_words(measurement: Measurement) -> str:
    """A figure as a sentence that says what it is of, unstopped."""
    said, sentence = measure_words(measurement).said, statement(measurement).rstrip(".")
    return sentence if sentence.startswith(said) else f"{said}: {sentence[:1].lower()}{sentence[1:]}"


def entry_words(record: Record, book: Book, now: datetime) -> str:
    """An entry in a line: "Visit: Dana, at home, Wed 11 March"; of a note its words."""
    entry = entry_for(record, book)
    said = line(entry, book, now)
    words = record.text.strip() if isinstance(record, Note) else ": ".join(filter(None, (said.kind, said.title)))
    return f"{words} – {day_words(entry.day, book.day_of(now))}"


def _entries(item: Item, book: Book, now: datetime) -> str:
    return "; ".join(entry_words(each, book, now) for each in item.brought)


def _open_words(each: StillOpen, book: Book, now: datetime) -> str:
    """As in "The letter to my GP – asked for on Wed 11 March"."""
    record, today = each.record, book.day_of(now)
    since = day_words(each.since, today)
    match record:
        case Attempt():
            to = addressed(attempt_word(record), first_line(who(book, record.to_person_id, record.to)))
            about = at_start(each.about) or _("A reply")
            return f"{about} – {to[:1].lower()}{to[1:]}, {since}"
        case Promise():
            return _("{about} – {called} promised, {since}").format(
                about=each.about, called=called(book, record.by_person_id), since=since
            )
        case _:
            return _("{about} – asked for, {since}").format(about=each.about, since=since)
