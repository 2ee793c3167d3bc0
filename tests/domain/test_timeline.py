from datetime import UTC, datetime, timedelta

import pytest

from carecompanion.domain.kinds import REPLIES
from carecompanion.domain.order import Entry
from carecompanion.domain.periods import Period
from carecompanion.domain.records import (
    Absence,
    Appointment,
    Attempt,
    Change,
    Contact,
    Note,
    Point,
    Promise,
    Record,
    Reply,
    Update,
)
from carecompanion.domain.timeline import Group, Line, entries, entry_for, groups, line
from tests.domain.given import at, book, day, new, replied, tried, visit

NOW = at("2026-03-12 14:20")
LETTER = new(Contact, about="the letter to my GP")

TEXT = new(Attempt, contact_id=LETTER.id, at=at("2026-03-11 22:15"), route="text", outcome="sent", to_person_id="dana")
BACK = new(Reply, contact_id=LETTER.id, at=at("2026-03-12 09:00"), kind="spoke", by_person_id="dana")
AT_HOME = visit("2026-03-11 14:00", place="at home", minutes_late=20, planned_minutes=60, minutes_given=25)
SLEPT = new(Note, at=at("2026-03-10 19:40"), text="Slept badly three nights running")
COPY = new(Point, raised_at=at("2026-03-06 10:05"), text="A copy of my care plan", outcome="not_yet")
CALL_GP = new(Promise, made_on=day("2026-03-11"), text="Ring the GP", by_person_id="dana", due_on=day("2026-03-13"))
NEW_TIME = new(Change, what="Visits on Thursdays", effective_on=day("2026-03-05"), told_on=day("2026-03-04"))
NEW_DOSE = new(Update, what="A new dose", told_on=day("2026-03-03"))
ON_LEAVE = new(Absence, person_id="dana", from_on=day("2026-03-02"), to_on=day("2026-03-04"))
RECORDS: tuple[Record, ...] = (LETTER, TEXT, BACK, AT_HOME, SLEPT, COPY, CALL_GP, NEW_TIME, NEW_DOSE, ON_LEAVE)


def shown(*records: Record, group: Group = "all", period: Period | None = None) -> list[Record]:
    return [entry.record for entry in entries(book(*records), NOW, group, period)]


def test_everything_that_happened_is_an_entry_newest_first() -> None:
    assert shown(*RECORDS) == [BACK, TEXT, AT_HOME, CALL_GP, SLEPT, COPY, NEW_TIME, NEW_DOSE, ON_LEAVE]


def test_an_entry_knows_its_instant_its_local_day_and_its_kind() -> None:
    late = new(Note, at=at("2025-07-01 00:30"), text="Warm")
    assert entries(book(late), NOW) == [
        Entry(datetime(2025, 6, 30, 23, 30, tzinfo=UTC), day("2025-07-01"), "note", late)
    ]


def test_a_record_with_only_a_date_sits_at_noon_without_a_time() -> None:
    known = book(
        CALL_GP, new(Note, at=at("2026-03-11 12:01"), text="b"), new(Note, at=at("2026-03-11 11:59"), text="a")
    )
    found = entries(known, NOW)
    assert [entry.kind for entry in found] == ["note", "promise", "note"]
    assert found[1].at == at("2026-03-11 12:00")
    assert line(found[1], known, NOW).time == ""


def test_entries_of_one_instant_stand_by_id_the_later_first() -> None:
    notes = [new(Note, at=at("2026-03-10 10:00"), text=text) for text in "abc"]
    point = new(Point, raised_at=at("2026-03-10 10:00"), text="d")
    assert shown(notes[1], point, notes[2], notes[0]) == [point, notes[2], notes[1], notes[0]]


@pytest.mark.parametrize(
    ("record", "is_shown"),
    [
        (new(Note, at=NOW, text="now"), True),
        (new(Note, at=NOW + timedelta(microseconds=1), text="just after"), False),
        (visit("2026-03-12 14:20", "planned"), True),
        (visit("2026-03-12 14:21", "planned"), False),
        (visit("2026-03-13 11:00", "cancelled_by_service"), False),
        (new(Point, raised_at=at("2026-03-12 14:21"), text="ahead"), False),
        (tried(LETTER, "2026-03-12 14:21"), False),
        (replied(LETTER, "2026-03-12 14:21"), False),
        (new(Promise, made_on=day("2026-03-12"), text="today"), True),
        (new(Promise, made_on=day("2026-03-13"), text="tomorrow"), False),
        (new(Change, what="today", effective_on=day("2026-03-12")), True),
        (new(Change, what="tomorrow", effective_on=day("2026-03-13")), False),
        (new(Update, what="today", told_on=day("2026-03-12")), True),
        (new(Update, what="tomorrow", told_on=day("2026-03-13")), False),
        (new(Absence, person_id="dana", from_on=day("2026-03-12")), True),
        (new(Absence, person_id="dana", from_on=day("2026-03-13")), False),
    ],
)
def test_nothing_after_now_and_no_date_after_today_is_an_entry(record: Record, is_shown: bool) -> None:
    assert bool(shown(LETTER, record)) is is_shown


def test_a_date_of_today_is_an_entry_before_noon() -> None:
    assert len(entries(book(new(Promise, made_on=day("2026-03-12"), text="p")), at("2026-03-12 07:00"))) == 1


@pytest.mark.parametrize(
    ("group", "kept"),
    [
        ("all", [BACK, TEXT, AT_HOME, CALL_GP, SLEPT, COPY, NEW_TIME, NEW_DOSE, ON_LEAVE]),
        ("contact", [BACK, TEXT]),
        ("visits", [AT_HOME]),
        ("notes", [SLEPT]),
        ("asked_for", [CALL_GP, COPY]),
        ("changes", [NEW_TIME, NEW_DOSE, ON_LEAVE]),
    ],
)
def test_a_group_keeps_its_kinds(group: Group, kept: list[Record]) -> None:
    assert shown(*RECORDS, group=group) == kept


def test_changes_are_a_group_once_one_has_happened() -> None:
    ahead = new(Change, what="a move", effective_on=day("2026-04-01"))
    assert groups(book(SLEPT, ahead), NOW) == ("all", "contact", "visits", "notes", "asked_for")
    assert groups(book(SLEPT, NEW_DOSE), NOW)[-1] == "changes"


def test_a_period_keeps_the_entries_of_its_local_days() -> None:
    before, first, last, after = (
        new(Note, at=at(text), text=text)
        for text in ("2025-06-30 23:59", "2025-07-01 00:00", "2025-07-02 23:59", "2025-07-03 00:00")
    )
    dated = [
        new(Promise, made_on=day(text), text=text) for text in ("2025-06-30", "2025-07-01", "2025-07-02", "2025-07-03")
    ]
    kept = shown(before, first, last, after, *dated, period=Period(day("2025-07-01"), day("2025-07-02")))
    assert kept == [last, dated[2], dated[1], first]


def test_a_period_that_runs_ahead_of_today_ends_now() -> None:
    assert shown(visit("2026-03-13 11:00", "planned"), SLEPT, period=Period(day("2026-03-01"), day("2026-03-31"))) == [
        SLEPT
    ]


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026-03-29", "2026-03-29"), ("2025-10-26", "2025-10-26")],  # days of 23 and of 25 hours
)
def test_a_day_on_which_the_clocks_change_is_whole(first: str, last: str) -> None:
    notes = [new(Note, at=at(f"{first} {wall}"), text=wall) for wall in ("00:00", "23:59")]
    found = entries(book(*notes), at("2026-06-01 12:00"), period=Period(day(first), day(last)))
    assert {entry.day for entry in found} == {day(first)}
    assert len(found) == 2


def test_days_follow_the_time_zone_of_the_journal() -> None:
    elsewhere = book(SLEPT, time_zone="Pacific/Auckland")
    found = entries(elsewhere, NOW)
    assert found[0].day == day("2026-03-11")
    assert line(found[0], elsewhere, NOW).time == "08:40"


LINES: list[tuple[Record, Line]] = [
    (TEXT, Line("22:15", "Text", "Dana – the letter to my GP", "replied", "none")),
    (BACK, Line("09:00", "Reply", f"Dana {REPLIES['spoke']}", "in 10 h 45 min", "none")),
    (AT_HOME, Line("14:00", "Visit", "Dana, at home", "late · cut short", "missed")),
    (SLEPT, Line("19:40", "Note", "Slept badly three nights running", "", "none")),
    (COPY, Line("10:05", "Asked for", "A copy of my care plan", "not yet", "open")),
    (CALL_GP, Line("", "Promise", "Ring the GP", "1 day left", "open")),
    (NEW_TIME, Line("", "Change", "Visits on Thursdays", "told before", "met")),
    (NEW_DOSE, Line("", "Update", "A new dose", "", "none")),
    (ON_LEAVE, Line("", "Away", "Dana, until Wed 4 March", "", "none")),
]


@pytest.mark.parametrize(("record", "expected"), LINES)
def test_each_kind_of_entry_has_its_line(record: Record, expected: Line) -> None:
    known = book(*RECORDS)
    entry = next(entry for entry in entries(known, NOW) if entry.record == record)
    assert line(entry, known, NOW) == expected


def test_an_appointment_is_an_entry_from_its_very_instant() -> None:
    planned = new(Appointment, planned_at=NOW, person_id="dana")
    found = entries(book(planned), NOW)
    assert line(found[0], book(planned), NOW) == Line("14:20", "Visit", "Dana", "planned", "open")


def test_one_record_is_placed_as_among_the_entries() -> None:
    known = book(*RECORDS)
    assert [entry_for(entry.record, known) for entry in entries(known, NOW)] == entries(known, NOW)


def test_a_contact_is_placed_where_its_clock_started_or_else_at_its_first_attempt() -> None:
    missed = tried(LETTER, "2026-03-10 09:00", "no_answer")
    assert entry_for(LETTER, book(LETTER, missed, TEXT)).record == TEXT
    assert entry_for(LETTER, book(LETTER, missed)).record == missed
