"""The lines of tables from any spreadsheet: their days and words, what is new in them, and what cannot be read."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.records import Agreement, Appointment, Attempt, Contact, Person, Reply
from carecompanion.sharing.columns_of import FIELDS, HEADS
from carecompanion.sharing.lines_in import NOT_SAID, read_lines
from carecompanion.sharing.reading import SHOWN, Reading, preview
from carecompanion.sharing.table import read_table
from carecompanion.sharing.words_for import WORDS

NOW = datetime(2026, 3, 12, 14, 20, tzinfo=UTC)
A, B, C = (f"0195a3f2-5c1e-7b60-8a4d-00000000000{digit}" for digit in "abc")
AGREED = Agreement(id=B, starts_on=date(2026, 1, 1), reply_within=2, reply_unit="working_days")
TEAM = Book().keeping(Person(id=A, name="Dana Whitfield", role="CPN"), AGREED)
VISITS = "Date,Time,Who,Where,Minutes,Status,Type,Notes\n"
CONTACTS = "Date,Time,Who,How,Outcome,About,Notes,Replied,Reply time,Replied by\n"


def read(text: str | bytes, *said: str, kind: Any = None, book: Book = TEAM) -> Reading:
    content = text if isinstance(text, bytes) else text.encode()
    return read_lines(read_table(content), book, NOW, kind, said)


def first_visit(line: str, head: str = VISITS) -> Appointment:
    reading = read(f"{head}{line}\n")
    assert reading.problems == ()
    (visit,) = reading.records
    assert isinstance(visit, Appointment)
    return visit


# days and times


@pytest.mark.parametrize(
    ("day", "clock", "instant"),
    [
        ("2026-03-09", "09:15", "2026-03-09T09:15"),
        ("2026-04-01", "10:30:00", "2026-04-01T09:30"),
        ("9/3/2026", "9.15", "2026-03-09T09:15"),
        ("09/03/26", "9:15 am", "2026-03-09T09:15"),
        ("9.3.2026", "half past 9", "2026-03-09T09:30"),
        ("Mon 9 March 2026", "4pm", "2026-03-09T16:00"),
        ("09/03/2026 00:00:00", "09:15", "2026-03-09T09:15"),
        ("01/04/2026 10:30", "", "2026-04-01T09:30"),
        ("01/04/2026, 10:30:59", "", "2026-04-01T09:30"),
        ("2026-04-01T10:30", "", "2026-04-01T09:30"),
        ("2026-04-01 10:30:00.000", "", "2026-04-01T09:30"),
        ("2026-04-01T10:30:00+02:00", "", "2026-04-01T08:30"),
        ("1 April 2026 at noon", "", "2026-04-01T11:00"),
        ("29/03/2026", "01:30", "2026-03-29T01:30"),
        ("25/10/2026", "01:30", "2026-10-25T00:30"),
        ("25/10/2026", "02:30", "2026-10-25T02:30"),
    ],
)
def test_days_and_times_are_read_on_the_journals_clock(day: str, clock: str, instant: str) -> None:
    visit = first_visit(f'"{day}",{clock},,,,planned,,')
    assert visit.planned_at == datetime.fromisoformat(instant).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("31/02/2026,9:00", "“31/02/2026” is not a day."),
        ("12/31/2026,9:00", "“12/31/2026” is not a day."),
        ("9/3/2026,25:10", "“25:10” is not a time of day."),
        ("9/3/2026,", "there is no time of day, and an appointment needs one."),
        (",9:00", "there is no day."),
        ("yesterday,9:00", "“yesterday” is not a day with its year, as in 9/3/2026."),
        ("9/3,9:00", "“9/3” is not a day with its year, as in 9/3/2026."),
        ("Tue 9 March 2026,9:00", "“Tue 9 March 2026” is not a day."),
        ("2026-02-30T10:00Z,", "“2026-02-30T10:00Z” is not a time."),
        (f"{'9' * 100},9:00", f"“{'9' * 39}…” is not a day."),
        ("9/3/2026,9:00,,,long", "“long” is not a length in minutes."),
        ("9/3/2026,9:00,,,0", "“0” is not a length in minutes."),
        ("9/3/2026,9:00,,,,cancelled", "“cancelled” says nothing the journal knows of status; it can be: planned, "),
        ("9/4/2026,9:00,,,,attended", "this went ahead, and yet it lies ahead."),
    ],
)
def test_what_cannot_be_read_is_named_by_its_line(line: str, problem: str) -> None:
    reading = read(f"{VISITS}{line}\n1/4/2026,9:00\n")
    (found,) = reading.problems
    assert found.startswith(f"Line 2: {problem}")
    assert len(reading.found) == 1


# appointments


def test_every_field_of_an_appointment_is_kept() -> None:
    line = "9/3/2026,9:15,  dana   WHITFIELD ,The clinic,1h 15min,Went ahead,CPA review,On time"
    visit = first_visit(line)
    assert replace(visit, id=A) == Appointment(
        id=A,
        planned_at=datetime(2026, 3, 9, 9, 15, tzinfo=UTC),
        person_id=A,
        place="The clinic",
        planned_minutes=75,
        status="went_ahead",
        kind="review",
        note="On time",
    )
    assert first_visit("9/3/2026,9:15,Dr Who").with_ == "Dr Who"


@pytest.mark.parametrize(
    ("said", "minutes"), [("45", 45), ("45.0", 45), ("50 mins", 50), ("1h", 60), ("1:30", 90), ("2 hrs 5", 125)]
)
def test_lengths_are_read_as_people_write_them(said: str, minutes: int) -> None:
    assert first_visit(f"9/3/2026,9:15,,,{said}").planned_minutes == minutes


def test_every_word_for_a_field_leads_to_one_a_record_holds() -> None:
    assert WORDS["status"]["they cancelled"] == "cancelled_by_service"
    assert WORDS["how"]["in person"] == "in_person"
    assert set(WORDS) <= {field for fields in FIELDS.values() for field in fields}
    assert set(HEADS) <= {field for fields in FIELDS.values() for field in fields}


# contacts


def contact_in(line: str, book: Book = TEAM) -> tuple[Contact, Attempt, Reply | None]:
    reading = read(f"{CONTACTS}{line}\n", book=book)
    assert reading.problems == ()
    contact, attempt, *replies = reading.records
    reply = replies[0] if replies else None
    assert isinstance(contact, Contact)
    assert isinstance(attempt, Attempt)
    assert reply is None or isinstance(reply, Reply)
    return contact, attempt, reply


def test_a_line_becomes_a_contact_with_its_attempt_its_due_time_and_its_reply() -> None:
    contact, attempt, reply = contact_in("9/3/2026,9:15,Dana Whitfield,Text,,The letter,short,10/3/2026,4pm,Duty desk")
    assert (contact.about, contact.due_at) == ("The letter", datetime(2026, 3, 11, 17, tzinfo=UTC))
    assert (attempt.contact_id, attempt.route, attempt.outcome) == (contact.id, "text", "sent")
    assert (attempt.to_person_id, attempt.to, attempt.note) == (A, None, "short")
    assert reply is not None
    assert (reply.contact_id, reply.at) == (contact.id, datetime(2026, 3, 10, 16, tzinfo=UTC))
    assert (reply.by_person_id, reply.by, reply.kind) == (None, "Duty desk", "message")


def test_what_left_nothing_with_anybody_has_no_due_time() -> None:
    contact, attempt, reply = contact_in("9/3/2026,9:15,Duty desk,Phone,No answer")
    assert (contact.about, contact.due_at, reply) == (NOT_SAID, None, None)
    assert (attempt.to_person_id, attempt.to, attempt.outcome) == (None, "Duty desk", "no_answer")


def test_a_day_without_its_time_is_its_noon_and_never_before_the_contact_nor_ahead() -> None:
    _, attempt, reply = contact_in("9/3/2026,15:00,Dana Whitfield,email,,x,,9/3/2026")
    assert reply is not None
    assert reply.at == attempt.at
    assert reply.by_person_id == A
    _, attempt, reply = contact_in("12/3/2026,,Dana Whitfield,email,,x,,12/3/2026")
    assert attempt.at == datetime(2026, 3, 12, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("9/3/2026,9:15,Dana,,spoke", "it does not say how you got in touch."),
        ("9/3/2026,9:15,Dana,phone,", "it does not say how the call ended."),
        ("9/3/2026,9:15,Dana,pigeon,", "“pigeon” says nothing the journal knows of how; it can be: phone, mobile,"),
        ("9/4/2026,9:15,Dana,text,", "this lies ahead, and a contact has happened."),
        ("9/3/2026,9:15,Dana,text,,x,,8/3/2026", "the reply is from before you got in touch."),
        ("9/3/2026,9:15,Dana,text,,x,,9/3/2026,8:00", "the reply is from before you got in touch."),
        ("9/3/2026,9:15,Dana,text,,x,,12/3/2026,18:00", "the reply lies ahead, and has not come yet."),
        ("9/3/2026,9:15,Dana,text,,x,,soon", "“soon” is not a day with its year"),
    ],
)
def test_a_contact_that_cannot_be_is_named_by_its_line(line: str, problem: str) -> None:
    reading = read(f"{CONTACTS}{line}\n")
    assert [found.startswith(f"Line 2: {problem}") for found in reading.problems] == [True]
    assert reading.found == ()


def test_a_word_may_hold_for_every_line() -> None:
    reading = read("Date,Who\n9/3/2026,Dana\n10/3/2026,Dana\n", "how=rang", "outcome=voicemail", kind="contacts")
    attempts = [record for record in reading.records if isinstance(record, Attempt)]
    assert {(attempt.route, attempt.outcome) for attempt in attempts} == {("phone", "voicemail")}
    assert "how: always “rang”" in reading.how


# twice


@pytest.mark.parametrize("text", [f"{VISITS}9/3/2026,9:15,Dana Whitfield\n", f"{CONTACTS}9/3/2026,9:15,Dana,text\n"])
def test_the_same_table_again_adds_nothing(text: str) -> None:
    once = read(text)
    again = read(text, book=TEAM.keeping(*once.records))
    assert (len(once.found), len(again.found), len(again.known)) == (1, 0, 1)
    twice_over = read(text + text.splitlines()[1])
    assert (len(twice_over.found), len(twice_over.known)) == (1, 1)


def test_what_was_changed_after_it_was_read_in_is_neither_doubled_nor_changed_back() -> None:
    text = f"{VISITS}9/3/2026,9:15,Dana Whitfield\n"
    (visit,) = read(text).records
    assert isinstance(visit, Appointment)
    moved = replace(visit, planned_at=NOW, person_id=None)
    assert read(text, book=TEAM.keeping(moved)).records == ()


def test_a_name_that_has_become_one_of_the_people_since_is_not_read_in_again() -> None:
    text = f"{VISITS}9/3/2026,9:15,Dr Who\n"
    book = TEAM.keeping(*read(text).records, Person(id=C, name="Dr Who", role="GP"))
    assert read(text, book=book).records == ()


def test_what_was_typed_by_hand_is_not_read_in_beside_it() -> None:
    typed = Appointment(id=C, planned_at=datetime(2026, 3, 9, 9, 15, tzinfo=UTC), with_="DR  who")
    reading = read(f"{VISITS}9/3/2026,9:15,Dr Who\n9/3/2026,9:15,Dana Whitfield\n", book=TEAM.keeping(typed))
    assert (len(reading.found), len(reading.known)) == (1, 1)


# the preview


def test_the_preview_says_what_was_understood_and_what_was_not() -> None:
    text = f"{VISITS}9/3/2026,9:15,Dana Whitfield,The\x1b[2Jclinic,60,attended,,\nnever,9:00\n"
    assert preview(read(text), TEAM, NOW).splitlines() == [
        "Read as appointments:",
        "  when: column “Date”",
        "  time: column “Time”",
        "  with: column “Who”",
        "  place: column “Where”",
        "  minutes: column “Minutes”",
        "  status: column “Status”",
        "  kind: column “Type”",
        "  note: column “Notes”",
        "1 appointment to keep:",
        "  Line 2: Monday 9 March 09:15 · with Dana · 60 min · The\N{REPLACEMENT CHARACTER}[2Jclinic · went ahead",
        "1 problem:",
        "  Line 3: “never” is not a day with its year, as in 9/3/2026.",
    ]


def test_a_long_table_shows_its_first_lines_and_how_many_more() -> None:
    days = "".join(f"{day}/1/2026,9:15,,,,\n" for day in range(1, 29))
    lines = preview(read(VISITS + days), TEAM, NOW).splitlines()
    assert "28 appointments to keep:" in lines
    assert lines[-1] == f"  … and {28 - SHOWN} more"


def test_a_reading_shows_nobodys_words_in_its_repr() -> None:
    reading = read(f"{VISITS}9/3/2026,9:15,Dana Whitfield,Clinic\n")
    assert "Clinic" not in repr(reading) + repr(reading.found[0]) + repr(reading.records)
