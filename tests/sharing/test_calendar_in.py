"""Calendars: right over the change of the clocks, every repeat and exception, nothing said that need not be."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment, Person
from carecompanion.sharing import calendar_file
from carecompanion.sharing.calendar_file import MOST_REPEATING, NOT_A_CALENDAR, write_calendar
from carecompanion.sharing.calendar_in import read_events, slots_of
from carecompanion.sharing.interchange import Refused
from carecompanion.sharing.reading import Reading, preview

NOW = datetime(2026, 3, 12, 14, 20, tzinfo=UTC)
A, B = (f"0195a3f2-5c1e-7b60-8a4d-00000000000{digit}" for digit in "ab")
DANA = Person(id=A, name="Dana Whitfield", role="CPN")
TEAM = Book().keeping(DANA)


def calendar(*events: str) -> bytes:
    """A calendar of events, each its lines."""
    parts = [f"BEGIN:VEVENT\n{lines.strip()}\nEND:VEVENT\n" for lines in events]
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n{''.join(parts)}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def read(*events: str, book: Book = TEAM) -> Reading:
    return read_events(calendar(*events), book, NOW)


def visits(reading: Reading) -> list[Appointment]:
    return [record for record in reading.records if isinstance(record, Appointment)]


def starts(reading: Reading) -> list[str]:
    return [f"{visit.planned_at:%Y-%m-%d %H:%MZ}" for visit in visits(reading)]


@pytest.mark.parametrize(
    ("starting", "instant"),
    [
        ("DTSTART:20260329T093000Z", "2026-03-29 09:30Z"),
        ("DTSTART;TZID=Europe/London:20260328T093000", "2026-03-28 09:30Z"),
        ("DTSTART;TZID=Europe/London:20260329T093000", "2026-03-29 08:30Z"),
        ("DTSTART;TZID=Europe/London:20261024T093000", "2026-10-24 08:30Z"),
        ("DTSTART;TZID=Europe/London:20261025T093000", "2026-10-25 09:30Z"),
        ("DTSTART;TZID=GMT Standard Time:20260329T093000", "2026-03-29 08:30Z"),
        ("DTSTART;TZID=America/New_York:20260320T093000", "2026-03-20 13:30Z"),
        ("DTSTART:20260329T093000", "2026-03-29 08:30Z"),
        ("DTSTART:20261025T093000", "2026-10-25 09:30Z"),
    ],
)
def test_a_time_is_that_of_its_zone_and_without_one_of_the_journals(starting: str, instant: str) -> None:
    assert starts(read(f"UID:a\n{starting}")) == [instant]


def test_the_journals_own_zone_is_that_of_a_time_without_one() -> None:
    book = TEAM.with_settings(replace(TEAM.settings, time_zone="Asia/Kolkata"))
    assert starts(read("UID:a\nDTSTART:20260329T093000", book=book)) == ["2026-03-29 04:00Z"]


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("DTEND:20260401T094500Z", 45),
        ("DURATION:PT1H30M", 90),
        ("DTEND;TZID=Europe/London:20260401T110000", 60),
        ("DTEND:20260401T080000Z", None),
        ("DTEND:20260404T090000Z", None),
        ("", None),
    ],
)
def test_the_end_or_the_length_says_how_long_it_is_planned_for(line: str, minutes: int | None) -> None:
    assert visits(read(f"UID:a\nDTSTART:20260401T090000Z\n{line}"))[0].planned_minutes == minutes


def test_a_place_is_kept_and_a_title_is_a_note_unless_it_names_one_of_the_people() -> None:
    one, other = visits(
        read(
            "UID:a\nDTSTART:20260401T090000Z\nSUMMARY:Blood test\\, fasting\nLOCATION:Clinic\nDESCRIPTION:private",
            "UID:b\nDTSTART:20260402T090000Z\nSUMMARY:dana  WHITFIELD",
        )
    )
    assert (one.note, one.place, one.person_id, one.with_) == ("Blood test, fasting", "Clinic", None, None)
    assert (other.note, other.place, other.person_id, other.with_) == (None, None, A, None)
    assert one.status == "planned"


def test_an_event_that_repeats_keeps_its_time_over_the_change_of_the_clocks() -> None:
    weekly = "UID:a\nDTSTART;TZID=Europe/London:20260322T093000\nRRULE:FREQ=WEEKLY;COUNT=3"
    assert starts(read(weekly)) == ["2026-03-22 09:30Z", "2026-03-29 08:30Z", "2026-04-05 08:30Z"]
    floating = "UID:a\nDTSTART:20261018T093000\nRRULE:FREQ=WEEKLY;UNTIL=20261101T235900"
    assert starts(read(floating)) == ["2026-10-18 08:30Z", "2026-10-25 09:30Z", "2026-11-01 09:30Z"]


def test_dates_left_out_moved_and_cancelled_are_followed() -> None:
    reading = read(
        "UID:a\nDTSTART;TZID=Europe/London:20260401T100000\nDTEND;TZID=Europe/London:20260401T110000\n"
        "RRULE:FREQ=DAILY;COUNT=5\nEXDATE;TZID=Europe/London:20260402T100000\nSUMMARY:Group",
        "UID:a\nRECURRENCE-ID;TZID=Europe/London:20260403T100000\nDTSTART;TZID=Europe/London:20260403T153000\n"
        "DTEND;TZID=Europe/London:20260403T160000\nSUMMARY:Group\\, later",
        "UID:a\nRECURRENCE-ID;TZID=Europe/London:20260404T100000\nDTSTART;TZID=Europe/London:20260404T100000\n"
        "STATUS:CANCELLED\nSUMMARY:Group",
    )
    assert starts(reading) == ["2026-04-01 09:00Z", "2026-04-03 14:30Z", "2026-04-05 09:00Z"]
    assert [(visit.note, visit.planned_minutes) for visit in visits(reading)][:2] == [
        ("Group", 60),
        ("Group, later", 30),
    ]
    assert reading.passed == ("cancelled in the calendar: 1",)


def test_an_event_that_repeats_for_ever_is_followed_from_two_years_ago_to_a_year_ahead() -> None:
    found = visits(read("UID:a\nDTSTART:20200101T090000Z\nRRULE:FREQ=WEEKLY"))
    first, last = found[0].planned_at, found[-1].planned_at
    assert timedelta(days=724) <= NOW - first <= timedelta(days=731)
    assert timedelta(days=359) <= last - NOW <= timedelta(days=366)


def test_the_same_event_again_adds_nothing() -> None:
    weekly = "UID:a\nDTSTART;TZID=Europe/London:20260322T093000\nRRULE:FREQ=WEEKLY;COUNT=3"
    kept = TEAM.keeping(*read(weekly).records)
    again = read(weekly, "UID:b\nDTSTART:20260322T093000Z", book=kept)
    assert len(again.known) == 3
    assert starts(again) == ["2026-03-22 09:30Z"]


def test_a_visit_with_the_same_person_at_that_time_is_the_same() -> None:
    there = Appointment(id=B, planned_at=datetime(2026, 4, 1, 9, tzinfo=UTC), person_id=A)
    reading = read("UID:a\nDTSTART:20260401T090000Z\nSUMMARY:Dana Whitfield", book=TEAM.keeping(there))
    assert (len(reading.found), len(reading.known)) == (0, 1)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("DTSTART;VALUE=DATE:20260401", "it lasts all day, and an appointment needs its time."),
        ("DTSTART;TZID=Middle/Earth:20260401T090000", "its time zone is not known here."),
        ("DTSTART:2026BAD", "its line DTSTART cannot be read."),
        ("SUMMARY:Club", "it does not say when it begins."),
        ("DTSTART:00010101T000000Z", "its year is too far away."),
        ("DTSTART:20260401T090000Z\nRRULE:nonsense", "its repeats cannot be read."),
        ("DTSTART:20260401T090000Z\nRRULE;VALUE=DATE:20260401T090000Z", "its repeats cannot be read."),
        ("DTSTART:20260401T090000Z\nRRULE:FREQ=DAILY;INTERVAL=0", "its repeats cannot be read."),
        ("DTSTART:20260401T090000Z\nRRULE:FREQ=SECONDLY", "it repeats more than once a day"),
        ("DTSTART:20260401T090000Z\nRRULE:FREQ=DAILY;BYMINUTE=1,2", "it repeats more than once a day"),
        (
            "DTSTART:20260401T090000Z\nRRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
            "it repeats on a day that never comes.",
        ),
        ("DTSTART:20260401T090000Z\nRRULE:FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2", "a rule that is not followed here."),
        ("DTSTART:19600401T090000Z\nRRULE:FREQ=DAILY", "it repeats since before 1970."),
    ],
)
def test_an_event_that_cannot_be_an_appointment_is_named_with_its_reason(lines: str, sentence: str) -> None:
    reading = read("UID:good\nDTSTART:20260401T090000Z", f"UID:a\nSUMMARY:Club\x1b[31m\n{lines}")
    assert len(reading.found) == 1
    (problem,) = reading.problems
    assert problem.startswith("Event 2 (“Club\N{REPLACEMENT CHARACTER}[31m”): ")
    assert sentence in problem


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", NOT_A_CALENDAR),
        (b"date,time\r\n1,2\r\n", NOT_A_CALENDAR),
        (b"\xff\xfe\x00\x01", NOT_A_CALENDAR),
        (calendar("UID:a\nDTSTART:20260401T090000Z")[:-20], NOT_A_CALENDAR),
        (calendar(), "There is no event"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", "This calendar is damaged"),
        (b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "This calendar is damaged"),
    ],
)
def test_what_is_no_whole_calendar_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        read_events(content, TEAM, NOW)
    assert sentence in refused.value.problems[0]


NAMES = ["DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "UID", "SUMMARY", "STATUS", "X"]
VALUES = ["20260401T090000Z", "20260401", "20260401T090000", "PT1H", "-P1D", "FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY", "a"]
PARAMETERS = ["", ";VALUE=DATE", ";TZID=Europe/London", ";TZID=", ";RANGE=THISANDFUTURE", ";VALUE=PERIOD", ";X"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.lists(
            st.tuples(
                st.sampled_from(NAMES), st.sampled_from(PARAMETERS), st.sampled_from(VALUES) | st.text(max_size=9)
            ),
            max_size=6,
        ),
        max_size=3,
    )
)
def test_whatever_its_lines_hold_a_calendar_is_read_or_refused(events: list[list[tuple[str, str, str]]]) -> None:
    with suppress(Refused):
        reading = read(*("\n".join(f"{name}{more}:{value}" for name, more, value in lines) for lines in events))
        assert preview(reading, TEAM, NOW)


@pytest.mark.parametrize(
    ("limit", "value"),
    [("LARGEST", 100), ("MOST_EVENTS", 1), ("MOST_LINES", 5), ("MOST", 1), ("MOST_REPEATING", 0)],
)
def test_what_would_fill_a_journal_is_refused(monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    monkeypatch.setattr(calendar_file, limit, value)
    with pytest.raises(Refused, match="Nothing of this file was kept"):
        read("UID:a\nDTSTART:20260401T090000Z", "UID:b\nDTSTART:20260401T090000Z\nRRULE:FREQ=DAILY")


def test_rules_without_number_in_one_event_are_refused() -> None:
    rules = "RRULE:FREQ=YEARLY\n" * (MOST_REPEATING + 1)
    with pytest.raises(Refused) as refused:
        read(f"UID:a\nDTSTART:20260401T090000Z\n{rules}")
    assert "repeat" in refused.value.problems[0]


# written


def planned(*days: datetime) -> Book:
    made = (
        Appointment(
            id=f"{A[:-2]}{number:02}", planned_at=day, person_id=A, planned_minutes=45, place="Clinic", note="why"
        )
        for number, day in enumerate(days)
    )
    return TEAM.keeping(*made)


def lines_of(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def title_lines(slots: Iterable[calendar_file.Slot]) -> set[str]:
    return {line for line in lines_of(write_calendar(tuple(slots), NOW)) if line.startswith("SUMMARY")}


def test_a_calendar_says_when_and_no_more() -> None:
    book = planned(datetime(2026, 3, 29, 8, 30, tzinfo=UTC))
    content = write_calendar(slots_of(book, NOW, every=False, title=None, say_who=False), NOW)
    assert sorted(lines_of(content)[3:-2]) == sorted(
        [
            "BEGIN:VEVENT",
            f"UID:{A[:-2]}00",
            "DTSTAMP:20260312T142000Z",
            "DTSTART:20260329T083000Z",
            "DTEND:20260329T091500Z",
            "SUMMARY:Appointment",
            "CLASS:PRIVATE",
            "END:VEVENT",
        ]
    )
    assert not any(word in content.decode().lower() for word in ("dana", "clinic", "why", "care"))


def test_a_title_is_what_it_is_said_to_be() -> None:
    book = planned(datetime(2026, 3, 29, 8, 30, tzinfo=UTC))
    for title, say_who, line in (
        (None, True, "SUMMARY:Appointment with Dana"),
        ("Lunch, long\nEND:VEVENT", False, "SUMMARY:Lunch\\, long\\nEND:VEVENT"),
        ("Lunch", True, "SUMMARY:Lunch with Dana"),
    ):
        assert title_lines(slots_of(book, NOW, every=False, title=title, say_who=say_who)) == {line}


def test_only_what_is_planned_ahead_is_written_unless_every_one_is_asked_for() -> None:
    book = planned(NOW - timedelta(days=1), NOW + timedelta(days=1))
    off = Appointment(id=B, planned_at=NOW + timedelta(days=2), status="cancelled_by_service")
    book = book.keeping(off)
    ahead = slots_of(book, NOW, every=False, title=None, say_who=False)
    every = slots_of(book, NOW, every=True, title=None, say_who=False)
    assert [len(ahead), len(every)] == [1, 3]
    assert [slot.cancelled for slot in every] == [False, False, True]
    assert lines_of(write_calendar(every, NOW)).count("STATUS:CANCELLED") == 1


def test_what_was_written_is_known_again_and_comes_back_to_the_minute_in_another_journal() -> None:
    days = [datetime(2026, 3, 28, 9, 30, tzinfo=UTC), datetime(2026, 3, 29, 8, 30, tzinfo=UTC)]
    days += [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1, 9)]
    book = planned(*days)
    content = write_calendar(slots_of(book, NOW, every=True, title=None, say_who=False), NOW)
    again = read_events(content, book, NOW)
    assert (len(again.found), len(again.known)) == (0, 5)
    other = read_events(content, Book(), NOW)
    assert [visit.planned_at for visit in visits(other)] == days
    assert not {visit.id for visit in visits(other)} & set(book.appointments)
