"""The invented journal tells its story, looks alive on any day, and holds everything a journal can hold."""

import subprocess
import sys
from datetime import date, datetime, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import contradictions
from carecompanion.domain.periods import Period, period
from carecompanion.domain.records import LISTS, Appointment
from carecompanion.domain.replies import clock, with_due
from carecompanion.domain.sample import sample_book
from carecompanion.domain.shapes import choices
from carecompanion.domain.traits import assess
from carecompanion.domain.vocabulary import ReplyUnit
from carecompanion.domain.workdays import bank_holidays

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 12, 14, 20, tzinfo=LONDON)
TODAY = NOW.date()
STORY = sample_book(NOW)

MOMENTS = [
    NOW,
    datetime(2026, 3, 29, 1, 30, tzinfo=LONDON),
    datetime(2026, 4, 7, 0, 5, tzinfo=LONDON),
    datetime(2026, 7, 5, 23, 55, tzinfo=LONDON),
    datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=1),
    datetime(2026, 12, 28, 9, 0, tzinfo=LONDON),
    datetime(2027, 1, 4, 12, 0, tzinfo=LONDON),
    datetime(2028, 2, 29, 18, 0, tzinfo=LONDON),
]
any_moment = pytest.mark.parametrize("now", MOMENTS, ids=str)


def local(instant: datetime) -> str:
    return f"{instant.astimezone(LONDON):%a %d %b %H:%M}"


def visits(book: Book) -> list[Appointment]:
    return sorted(book.appointments.values(), key=lambda visit: visit.planned_at)


def test_it_is_the_same_again_for_the_same_instant() -> None:
    again = sample_book(NOW)
    assert again == STORY
    assert [one.id for one in again.everything()] == [one.id for one in STORY.everything()]


def test_two_contacts_wait_one_of_them_three_hours_late() -> None:
    clocks = [found for contact in STORY.contacts.values() if (found := clock(STORY, contact, NOW))]
    open_ones = {found.contact.about: found for found in clocks if found.state in ("waiting", "overdue")}
    assert set(open_ones) == {"Moving Friday's visit", "The letter to my GP"}
    late, soon = open_ones["Moving Friday's visit"], open_ones["The letter to my GP"]
    assert late.started_at is not None
    assert late.due_at is not None
    assert (local(late.started_at), local(late.due_at), late.state) == (
        "Thu 12 Mar 08:20",
        "Thu 12 Mar 11:20",
        "overdue",
    )
    assert soon.started_at is not None
    assert soon.due_at is not None
    assert (local(soon.started_at), soon.due_at - NOW) == ("Wed 11 Mar 22:15", timedelta(hours=7, minutes=55))


def test_three_appointments_are_coming_up() -> None:
    ahead = [visit for visit in visits(STORY) if visit.planned_at > NOW]
    assert [(local(visit.planned_at), visit.kind, visit.place) for visit in ahead] == [
        ("Fri 13 Mar 11:00", "routine", "at home"),
        ("Tue 17 Mar 14:30", "medical", "Elm House"),
        ("Thu 26 Mar 10:00", "review", "Elm House"),
    ]


def test_yesterdays_visit_was_late_and_short_and_one_of_the_last_days_is_not_checked_in() -> None:
    yesterday = next(visit for visit in visits(STORY) if local(visit.planned_at) == "Wed 11 Mar 14:00")
    assert (yesterday.planned_minutes, yesterday.minutes_late, yesterday.minutes_given) == (60, 20, 25)
    unchecked = [visit for visit in visits(STORY) if visit.planned_at < NOW and visit.status == "planned"]
    assert [local(visit.planned_at) for visit in unchecked] == ["Tue 10 Mar 10:30"]


RARE = {"handover": {"no"}, "reply_unit": set(get_args(ReplyUnit))}
CHOSEN = {
    "role_answers": ("item",),
    "letters": ("kind", "written_in", "route"),
    "letter_steps": ("kind",),
    "shared_copies": ("file_format", "names", "dates"),
}
"""Fields of lists so short that not every word can occur in them."""


def test_every_list_and_every_word_occurs() -> None:
    kinds: dict[str, type] = dict(LISTS)
    for name, kind in kinds.items():
        assert STORY.list(name)
        for field, words in choices(kind):
            found = {getattr(record, field) for record in STORY.list(name).values()}
            rare = RARE.get(field, set())
            if field in CHOSEN.get(name, ()):
                assert found & words, (name, field)
                continue
            assert words - found - {None} <= rare, (name, field)
    everything = list(STORY.everything())
    assert 3 <= sum(record.private is not None for record in everything) <= 20
    assert 3 <= sum(record.keep_out for record in everything) <= 20
    assert any(record.written_by for record in everything)


def test_it_reads_like_a_life_not_like_a_template() -> None:
    assert len({contact.about for contact in STORY.contacts.values()}) >= 25
    assert len({note.text for note in STORY.notes.values()}) >= 30
    assert any("[" in note.text for note in STORY.notes.values())


@any_moment
def test_it_makes_sense_at_any_moment(now: datetime) -> None:
    book = sample_book(now)
    assert not contradictions(book)
    assert all(record.written_at and record.written_at <= now for record in book.everything())
    for events in (book.attempts, book.replies, book.notes):
        assert all(event.at <= now for event in events.values())
    assert all(visit.status == "planned" for visit in visits(book) if visit.planned_at > now)
    days = [book.day_of(visit.planned_at) for visit in visits(book)]
    assert not [day for day in days if day.weekday() > 4 or day in bank_holidays("england_and_wales", day.year)]
    assert all(8 <= book.local(visit.planned_at).hour < 17 for visit in visits(book))


@any_moment
def test_due_times_are_those_of_the_agreements_but_for_the_one_the_desk_named(now: datetime) -> None:
    book = sample_book(now)
    worked_out = book.keeping()
    differing = []
    for contact in worked_out.contacts.values():
        fresh = type(contact)(id=contact.id, about=contact.about, closed_at=contact.closed_at)
        if with_due(book, fresh, book.attempts_of(contact.id)).due_at != contact.due_at:
            differing.append(contact)
    assert [contact.about.split()[0] for contact in differing] == ["Moving"]


@any_moment
def test_the_traits_come_out_varied_and_can_be_told(now: datetime) -> None:
    book = sample_book(now)
    for choice in ("3_months", "6_months"):
        shown = period(choice, book, now)
        assert isinstance(shown, Period)
        headlines = [trait.headline for trait in assess(book, shown, now).traits]
        assert all(headline.tally.of >= 5 for headline in headlines)
        assert {"usually", "sometimes", "almost_always"} <= {headline.word for headline in headlines}


def test_there_was_a_gap_between_two_co_ordinators_and_two_agreements() -> None:
    days = [TODAY - timedelta(days=back) for back in range(420)]
    names = [person.name if (person := STORY.coordinator_on(day)) else None for day in days]
    assert [name for place, name in enumerate(names) if place == 0 or names[place - 1] != name] == [
        "Dana Whitfield",
        None,
        "Ade Bello",
    ]
    assert 14 <= names.count(None) <= 35
    hours = [STORY.agreement_on(day) for day in (TODAY, date(2026, 1, 9), date(2026, 1, 8))]
    assert [agreement.reply_within if agreement else None for agreement in hours] == [24, 24, 48]


@pytest.mark.parametrize("entries", [1, 500, 1_000, 10_000])
def test_it_can_be_had_at_any_size(entries: int) -> None:
    book = sample_book(NOW, entries)
    many = sum(1 for _ in book.everything())
    assert abs(many - max(entries, 76)) <= max(12, entries // 50)
    assert not contradictions(book)
    assert min(visit.planned_at for visit in visits(book)) > NOW - timedelta(days=3700)


def test_making_it_imports_no_bank_holidays() -> None:
    code = (
        "import sys; from datetime import UTC, datetime; from carecompanion.domain.sample import sample_book;"
        "sample_book(datetime(2026, 3, 12, 14, 20, tzinfo=UTC)); sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
