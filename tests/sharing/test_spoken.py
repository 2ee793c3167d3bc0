"""Today, what waits and the journal in plain lines."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings

from carecompanion.domain.book import Book
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Appointment, Contact, Note, Promise, Record
from carecompanion.domain.sample import sample_book
from carecompanion.domain.traits import assess
from carecompanion.sharing.spoken import spoken_journal, spoken_today, spoken_waiting
from carecompanion.sharing.spoken_trait import spoken_trait
from carecompanion.sharing.spoken_traits import spoken_traits
from tests.domain.given import agreed, at, book, new, tried, visit, with_due_times
from tests.records import any_book

NOW = at("2026-03-12 14:20")
NOT_SAID = re.compile(r"[\x00-\x1f\x7f-\x9f]|  |\s$")
TO_BE_SEEN = re.compile(r"[\u2190-\u21ff\u2500-\u25ff\u00b7]")
"""Arrows, boxes, bars and marks."""


@pytest.fixture(scope="module")
def sample() -> Book:
    return sample_book(NOW)


def test_today_says_what_the_screen_says_with_what_matters_first(sample: Book) -> None:
    assert spoken_today(sample, NOW) == (
        "One reply is late. Your next visit is tomorrow at 11:00.",
        "",
        "Waiting for a reply",
        "Voicemail to the duty desk: Moving Friday's visit. 3 h late, agreed by 11:20 today.",
        "Text to Dana: The letter to my GP. 7 h 55 min left, agreed by 22:15 tonight.",
        "If you can’t wait: carecompanion help-now says whom to ring.",
        "",
        "Coming up",
        "Dana Whitfield, home visit. Tomorrow at 11:00.",
        "Dr Okafor, medication review, Elm House. Tue 17 March at 14:30.",
        "Care review, whole team, Elm House. 14 days to prepare. Thu 26 March at 10:00.",
        "",
        "When you feel like it",
        "Say how Tuesday's visit with Sam went.",
        "",
        "How it is going, last 3 months",
        "Communicates: Knew the latest about you 10 of 14 times, and 1 partly. Usually.",
        "Keeps time: Went ahead, on time and in full 3 of 7 times, and 1 partly. Sometimes.",
        "Listens (how it felt to you): You felt listened to 4 of 6 times, and 2 partly. Usually.",
        "Approachable (how it felt to you): You felt comfortable 6 of 6 times. Almost always.",
        "Accessible: Replied in time 10 of 14 times. Usually.",
        "Explains: You said yes 8 of 12 times, and 2 partly. Usually.",
        "",
        "This is what you wrote down, not everything that happened.",
    )


def test_a_new_journal_is_welcomed_and_told_how_to_begin() -> None:
    first, nothing, *begin = spoken_today(book(), NOW)
    assert first == "This is a quiet place to keep track. There is nothing here yet, and nothing you have to do."
    assert nothing == ""
    assert begin[0] == "To begin, type carecompanion: that opens the screens."


def test_a_quiet_day_says_so_and_too_little_gets_no_word() -> None:
    lines = spoken_today(book(visit("2026-03-11 14:00", listened="yes")), NOW)
    assert lines[0] == "Nothing is waiting."
    assert lines[2:4] == ("Coming up", "No visits written down.")
    assert "Listens (how it felt to you): Too few to say – 1 visit so far." in lines
    assert "Accessible: Nothing recorded yet." in lines
    assert not {"Waiting for a reply", "When you feel like it"} & set(lines)


def test_nothing_waiting_is_said_to_be_so() -> None:
    assert spoken_waiting(book(), NOW) == ("Nothing is waiting.",)


def test_what_waits_is_said_late_first_and_one_line_each() -> None:
    needs = [new(Contact, about=about) for about in ("The rent\nand the boiler\x1b[2J", " ", "A copy?")]
    began = ("2026-03-12 09:00", "2026-03-11 09:00", "2026-01-02 10:00")
    tries = [tried(need, when) for need, when in zip(needs, began, strict=True)]
    since_march = agreed("2026-03-01", reply_within=24, reply_unit="hours")
    assert spoken_waiting(with_due_times(book(since_march, *needs, *tries)), NOW) == (
        "Call to the team. 5 h 20 min late, agreed by 09:00 today.",
        "Call to the team: The rent and the boiler\ufffd[2J. 18 h 40 min left, agreed by 09:00 tomorrow.",
        "Call to the team: A copy? Waiting since Fri 2 January.",
    )


NOTE = new(Note, at=at("2026-03-12 09:00"), text="Slept well\nfor once")
PROMISE = new(Promise, text="Will ring the chemist", made_on=date(2026, 3, 11), due_on=date(2026, 3, 13))
SEEN = visit("2025-03-11 14:00", minutes_late=0, note="We laughed")


def test_the_journal_has_each_day_as_a_line_of_its_own_and_the_time_last() -> None:
    assert spoken_journal(book(NOTE, PROMISE, SEEN), NOW) == (
        "3 entries, the newest first.",
        "",
        "Today, Thursday 12 March",
        "Note: Slept well. 09:00.",
        "",
        "Wednesday 11 March",
        "Promise: Will ring the chemist. 1 day left.",
        "",
        "Tuesday 11 March 2025",
        "Visit: Dana. On time, 14:00.",
    )


WEEK = Period(date(2026, 3, 6), date(2026, 3, 12))


@pytest.mark.parametrize(
    ("days", "holding", "records", "first"),
    [
        (None, None, (), "Nothing here yet."),
        (WEEK, None, (SEEN,), "Nothing since Friday 6 March."),
        (None, [], (NOTE,), "Nothing was found."),
        (WEEK, [SEEN.id], (SEEN,), "Nothing was found since Friday 6 March."),
        (None, [SEEN.id], (NOTE, SEEN), "1 entry found, the newest first."),
        (WEEK, [NOTE.id], (NOTE, SEEN), "1 entry found since Friday 6 March, the newest first."),
        (WEEK, None, (NOTE, SEEN, PROMISE), "2 entries since Friday 6 March, the newest first."),
    ],
)
def test_the_journal_says_how_many_were_found(
    days: Period | None, holding: list[str] | None, records: tuple[Record, ...], first: str
) -> None:
    assert spoken_journal(book(*records), NOW, days, holding)[0] == first


def every_line(known: Book, now: datetime) -> list[str]:
    """Everything that is said of a book."""
    today = known.day_of(now)
    days = Period(today.replace(year=today.year - 1), today)
    lines = [*spoken_today(known, now), *spoken_waiting(known, now), *spoken_journal(known, now)]
    whole = assess(known, days, now)
    lines += spoken_traits(whole, known, "now")
    for trait in whole.traits:
        lines += spoken_trait(assess(known, days, now, trait=trait.id), known, "everyone")
    return lines


def test_nothing_that_is_said_of_the_sample_has_to_be_seen_or_is_padded(sample: Book) -> None:
    lines = every_line(sample, NOW)
    assert not [line for line in lines if NOT_SAID.search(line) or TO_BE_SEEN.search(line)]
    days = re.compile(r"(Today, )?\w+day \d+ \w+( \d{4})?")
    headings = {line for line in lines if line and not re.search(r"[.?!:]”?$", line) and not days.fullmatch(line)}
    assert {re.sub(r"\d+ \w+", "N", heading) for heading in headings} == {
        "Waiting for a reply",
        "Coming up",
        "When you feel like it",
        "How it is going, last N",
        "How soon replies came",
        "By month",
        "How this is worked out",
        "Counted: N, the newest first",
        "Left out: N, the newest first",
    }


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_book())
def test_whatever_was_typed_each_line_is_one_line_and_steers_nothing(known: Book) -> None:
    lines = every_line(known, NOW)
    assert not [line for line in lines if line.splitlines() not in ([line], [])]
    assert not [line for line in lines if re.search(r"[\x00-\x1f\x7f-\x9f]", line)]


def test_a_name_can_steer_nothing_either() -> None:
    odd = replace(visit("2026-03-13 10:00", "planned", None, with_="\x1b]0;x\x07Sam"), place="\x9b2J")
    assert isinstance(odd, Appointment)
    assert "\x1b" not in "".join(spoken_today(book(odd), NOW))
