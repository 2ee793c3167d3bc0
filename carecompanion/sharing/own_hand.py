"""The words of a document in a person's own hand: what each figure says, and how one entry came out."""

from collections.abc import Mapping
from datetime import date, datetime

from carecompanion.domain.book import Book
from carecompanion.domain.days import MONTHS
from carecompanion.domain.evidence import Counted, Measurement
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import full_date, month_words
from carecompanion.domain.records import Absence, Reply
from carecompanion.domain.tally import Tally
from carecompanion.domain.timeline import entry_for, line
from carecompanion.domain.vocabulary import DatesAs, ReplyKind
from carecompanion.domain.wording import REPLIES, TRAITS, at_start, called, counted_as, times
from carecompanion.language import _
from carecompanion.sharing.plain_lines import VERDICTS

FELT = _("how it felt to me")
NOT_EVERYTHING = _("This is what I wrote down, not everything that happened.")

SAID: Mapping[str, str] = {
    "knew_latest": _("They knew the latest about me"),
    "passed_on": _("My news got through"),
    "told_first": _("I heard of a change before it came"),
    "reason_given": _("I was told why things changed"),
    "as_arranged": _("Visits went ahead, on time and in full"),
    "went_ahead": _("Visits went ahead"),
    "on_time": _("Visits began on time"),
    "full_time": _("I got the full time"),
    "fair_notice": _("I was told in good time when a visit was off"),
    "next_known": _("I knew when the next visit was"),
    "regular": _("The next visit came as soon as agreed"),
    "promises_kept": _("Promises were kept"),
    "listened": _("I felt listened to"),
    "followed_up": _("What I raised was followed up"),
    "had_a_say": _("I had a say when things changed"),
    "comfortable": _("I felt comfortable"),
    "kind": _("They were friendly"),
    "put_right": _("Someone said sorry or put it right"),
    "replied_in_time": _("Replies came in time"),
    "set_up": _("Ways to get help are agreed"),
    "got_through": _("I got through"),
    "cover_when_away": _("I knew who to turn to when they were away"),
    "settled": _("The reply settled it"),
}
"""What each figure counts as met; the same sentence whether that was often or seldom."""

MET: Mapping[str, str] = {"went_ahead": _("went ahead"), "on_time": _("on time"), "full_time": _("full time")}
"""How an entry met a figure that looks at one side of a visit only."""

MY_REPLIES: Mapping[ReplyKind, str] = {
    **REPLIES,
    "missed_call": _("rang, and I missed it"),
    "visit": _("came to see me"),
}


def figure(measurement: Measurement) -> str:
    """What a figure counts as met: "I felt listened to"; of one's own, its question."""
    if measurement.own is not None:
        return _("Yes to my own question “{first_line}”").format(first_line=first_line(measurement.own.question))
    return SAID[measurement.id]


def felt(trait_id: str) -> bool:
    """Whether a trait rests on how visits felt."""
    return any(words.felt for name, words in TRAITS.items() if name == trait_id)


def recorded(tally: Tally) -> str:
    """A pattern: "recorded 7 of 10 times, and 2 partly"."""
    return _("recorded {times}").format(times=times(tally))


def dated(day: date, dates: DatesAs, year: int | None = None) -> str:
    """A day that can be read in any year, or in that one: "3 March 2026", or only "early March 2026"."""
    if dates == "exact":
        return full_date(day, year)
    said = _("early {month}") if day.day <= 10 else _("mid-{month}") if day.day <= 20 else _("late {month}")
    return said.format(month=MONTHS[day.month - 1] if day.year == year else month_words(day))


def what(each: Counted, book: Book, now: datetime) -> str:
    """What an entry was: "Visit: Dana, Elm House". It has no date in it."""
    record = each.record
    said = line(entry_for(record, book), book, now)
    title = said.title
    if isinstance(record, Absence):
        title = called(book, record.person_id)
    if isinstance(record, Reply):
        title = f"{first_line(called(book, record.by_person_id, record.by))} {MY_REPLIES[record.kind]}"
    return f"{said.kind}: {title}" if title else said.kind


def how_it_came_out(each: Counted, measurement: Measurement, book: Book, now: datetime) -> str:
    """How an entry counted: "On time", "No", "20 min late"."""
    if measurement.id == "passed_on":
        return f"{at_start(VERDICTS[each.verdict])}, {called(book, each.part)}"
    own = MET.get(measurement.id, "") if each.verdict == "met" else ""
    said = own or counted_as(measurement, each.verdict) or line(entry_for(each.record, book), book, now).outcome
    return at_start(said.replace(" · ", _(" and ")) or VERDICTS[each.verdict])
