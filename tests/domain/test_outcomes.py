from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product
from typing import Any, get_args

import pytest

from carecompanion.domain.outcomes import Outcome, outcome
from carecompanion.domain.records import (
    Absence,
    Attempt,
    Change,
    Contact,
    Note,
    Point,
    Promise,
    Recipient,
    Record,
    Update,
)
from carecompanion.domain.remaining import lasting
from carecompanion.domain.vocabulary import AppointmentStatus, AttemptOutcome
from tests.domain.given import agreed, at, book, day, new, replied, tried, visit, with_due_times

NOW = at("2026-03-12 14:20")
WITHIN_A_DAY = agreed(reply_within=24, reply_unit="hours")
NEED = new(Contact, about="the letter to my GP")


def seen(record: Record, *others: Record, now: str = "2026-03-12 14:20", timed: bool = True) -> Outcome:
    known = book(*((WITHIN_A_DAY,) if timed else ()), NEED, record, *others)
    return outcome(record, with_due_times(known), at(now))


def came(text: str = "", mark: Any = "none") -> Outcome:
    return Outcome(text, mark)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-11 22:15", came("24 h left", "open")),
        ("2026-03-12 14:20", came("7 h 55 min left", "open")),
        ("2026-03-12 22:14", came("1 min left", "open")),
        ("2026-03-12 22:15", came("under 1 min late", "missed")),
        ("2026-03-13 01:15", came("3 h late", "missed")),
        ("2026-03-16 10:00", came("3 days late", "missed")),
    ],
)
def test_an_unanswered_text_says_how_long_is_left_or_how_late_it_is(now: str, expected: Outcome) -> None:
    assert seen(tried(NEED, "2026-03-11 22:15"), now=now) == expected


@pytest.mark.parametrize(
    ("answered", "of_the_text", "of_the_reply"),
    [
        ("2026-03-09 09:12", came("in time", "met"), came("in under 1 min", "met")),
        ("2026-03-09 11:22", came("in time", "met"), came("in 2 h 10 min", "met")),
        ("2026-03-10 09:12", came("in time", "met"), came("in 24 h", "met")),
        ("2026-03-10 09:13", came("late", "missed"), came("1 min late", "missed")),
        ("2026-03-10 12:12", came("late", "missed"), came("3 h late", "missed")),
        ("2026-03-12 14:21", came("2 days late", "missed"), came()),  # still ahead of now
    ],
)
def test_a_reply_says_when_it_came_and_its_contact_whether_that_was_in_time(
    answered: str, of_the_text: Outcome, of_the_reply: Outcome
) -> None:
    text, reply = tried(NEED, "2026-03-09 09:12"), replied(NEED, answered)
    assert seen(text, reply) == of_the_text
    assert seen(reply, text) == of_the_reply


def test_without_an_agreed_time_nothing_is_late_or_in_time() -> None:
    text, reply = tried(NEED, "2026-03-02 09:00"), replied(NEED, "2026-03-09 09:00")
    assert seen(text, timed=False) == came("waiting", "open")
    assert seen(text, reply, timed=False) == came("replied")
    assert seen(reply, text, timed=False) == came("in 7 days")


def test_a_talk_at_once_is_its_own_answer() -> None:
    call = tried(NEED, "2026-03-09 09:12", "spoke")
    assert seen(call) == came("spoke", "met")
    assert seen(call, timed=False) == came("spoke")


@pytest.mark.parametrize(
    ("ended", "expected"),
    [("no_answer", "no answer"), ("no_message", "no message left"), ("referred", "sent elsewhere")],
)
def test_an_attempt_that_left_nothing_says_so_and_carries_no_mark(ended: AttemptOutcome, expected: str) -> None:
    assert seen(tried(NEED, "2026-03-09 09:12", ended)) == came(expected)
    assert seen(tried(NEED, "2026-03-09 09:12", ended), tried(NEED, "2026-03-09 10:00")) == came(expected)


def test_chasing_carries_no_mark() -> None:
    first, chased, spoke = (
        tried(NEED, "2026-03-09 09:12"),
        tried(NEED, "2026-03-09 15:00"),
        tried(NEED, "2026-03-10 12:12", "spoke"),
    )
    after = tried(NEED, "2026-03-10 13:00")
    assert [seen(each, first, chased, spoke, after) for each in (first, chased, spoke, after)] == [
        came("late", "missed"),
        came("chased"),
        came("spoke"),
        came("after the reply"),
    ]


@pytest.mark.parametrize(
    ("closed", "expected"),
    [("2026-03-10 09:11", came("closed")), ("2026-03-10 09:12", came("no reply", "missed"))],
)
def test_a_contact_closed_once_it_was_late_had_no_reply(closed: str, expected: Outcome) -> None:
    text = tried(NEED, "2026-03-09 09:12")
    assert seen(text, replace(NEED, closed_at=at(closed))) == expected


def test_what_came_after_the_closing_is_only_listed() -> None:
    closed = replace(NEED, closed_at=at("2026-03-09 12:00"))
    text, reply, again = (
        tried(NEED, "2026-03-09 09:12"),
        replied(NEED, "2026-03-09 13:00"),
        tried(NEED, "2026-03-09 14:00"),
    )
    assert seen(reply, closed, text, again) == seen(again, closed, text, reply) == came("after closing")


def test_only_the_reply_that_answered_carries_a_mark() -> None:
    text, machine, reply, second = (
        tried(NEED, "2026-03-09 09:12"),
        replied(NEED, "2026-03-09 09:13", "automatic"),
        replied(NEED, "2026-03-09 10:12"),
        replied(NEED, "2026-03-09 11:12"),
    )
    others = (text, machine, reply, second)
    assert [seen(each, *others) for each in others[1:]] == [came("automatic"), came("in 1 h", "met"), came()]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"minutes_late": 0}, came("on time", "met")),
        ({"minutes_late": 5}, came("on time", "met")),
        ({"minutes_late": 10}, came("on time", "met")),
        ({"minutes_late": 11}, came("11 min late", "missed")),
        ({"minutes_late": 130}, came("2 h 10 min late", "missed")),
        ({"minutes_late": 1439}, came("23 h 59 min late", "missed")),
        ({"minutes_late": 5, "on_time": "no"}, came("on time", "met")),
        ({"on_time": "yes"}, came("on time", "met")),
        ({"on_time": "partly"}, came("a bit late", "partly")),
        ({"on_time": "no"}, came("late", "missed")),
        ({"on_time": "yes", "full_time": "partly"}, came("a bit short", "partly")),
        ({"full_time": "no"}, came("cut short", "missed")),
        ({"full_time": "yes"}, came("full time", "met")),
        ({"planned_minutes": 60, "minutes_given": 54}, came("full time", "met")),
        ({"planned_minutes": 60, "minutes_given": 53}, came("cut short", "missed")),
        ({"minutes_late": 20, "planned_minutes": 60, "minutes_given": 25}, came("late · cut short", "missed")),
        ({"on_time": "partly", "full_time": "partly"}, came("late · cut short", "partly")),
        ({}, came("went ahead", "met")),
        ({"listened": "no"}, came("went ahead", "met")),
    ],
)
def test_a_visit_that_went_ahead_says_whether_it_was_on_time_and_in_full(
    fields: dict[str, Any], expected: Outcome
) -> None:
    assert seen(visit("2026-03-11 14:00", **fields)) == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("planned", came("planned", "open")),
        ("cancelled_by_service", came("they cancelled", "missed")),
        ("moved_by_service", came("they moved it", "missed")),
        ("they_did_not_come", came("did not happen", "missed")),
        ("cancelled_by_me", came("you cancelled")),
        ("moved_by_me", came("you moved it")),
        ("i_could_not_go", came("you could not go")),
    ],
)
def test_a_visit_that_did_not_go_ahead_says_why(status: AppointmentStatus, expected: Outcome) -> None:
    assert seen(visit("2026-03-11 14:00", status, minutes_late=20)) == expected


@pytest.mark.parametrize(
    ("came_of_it", "expected"),
    [
        (None, came("waiting", "open")),
        ("not_yet", came("not yet", "open")),
        ("answered", came("answered", "met")),
        ("acted_on", came("acted on", "met")),
        ("no", came("no", "missed")),
    ],
)
def test_a_point_says_what_came_of_it(came_of_it: Any, expected: Outcome) -> None:
    assert seen(new(Point, raised_at=NOW, text="x", outcome=came_of_it)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"outcome": "kept"}, came("kept", "met")),
        ({"outcome": "late"}, came("kept late", "partly")),
        ({"outcome": "broken"}, came("not kept", "missed")),
        ({}, came("not yet", "open")),
        ({"due_on": day("2026-03-26")}, came("2 weeks left", "open")),
        ({"due_on": day("2026-03-14")}, came("2 days left", "open")),
        ({"due_on": day("2026-03-13")}, came("1 day left", "open")),
        ({"due_on": day("2026-03-12")}, came("due today", "open")),
        ({"due_on": day("2026-03-11")}, came("1 day late", "missed")),
        ({"due_on": day("2026-03-01")}, came("11 days late", "missed")),
    ],
)
def test_a_promise_says_how_it_ended_or_how_long_it_has(fields: dict[str, Any], expected: Outcome) -> None:
    assert seen(new(Promise, made_on=day("2026-03-01"), text="x", **fields)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"told_on": day("2026-03-04")}, came("told before", "met")),
        ({"told_on": day("2026-03-05")}, came("told on the day", "missed")),
        ({"told_on": day("2026-03-06")}, came("told after", "missed")),
        ({"never_told": True}, came("never told", "missed")),
        ({}, came()),
    ],
)
def test_a_change_says_whether_one_was_told_before_it_came(fields: dict[str, Any], expected: Outcome) -> None:
    assert seen(new(Change, what="x", effective_on=day("2026-03-05"), **fields)) == expected


@pytest.mark.parametrize(
    ("knew", "expected"),
    [
        ((), came()),
        ((None,), came()),
        (("yes", None), came("knew", "met")),
        (("no", "no"), came("did not know", "missed")),
        (("yes", "no", "partly"), came("1 of 3 knew", "partly")),
        (("partly", "no"), came("knew in part", "partly")),
    ],
)
def test_an_update_says_who_knew(knew: tuple[Any, ...], expected: Outcome) -> None:
    people = ("dana", "ade", "okafor")
    recipients = tuple(Recipient(person_id=person, knew=each) for person, each in zip(people, knew, strict=False))
    assert seen(new(Update, what="x", told_on=day("2026-03-05"), recipients=recipients)) == expected


@pytest.mark.parametrize(
    ("told", "cover", "expected"),
    [
        ("yes", "yes", came("cover named", "met")),
        ("yes", "no", came("no cover named", "partly")),
        ("no", "yes", came("not told before", "partly")),
        ("no", "no", came("not told", "missed")),
        ("partly", "yes", came()),
        ("yes", None, came()),
    ],
)
def test_an_absence_says_whether_one_was_told_and_cover_named(told: Any, cover: Any, expected: Outcome) -> None:
    away = new(Absence, person_id="dana", from_on=day("2026-03-05"), told_before=told, cover_named=cover)
    assert seen(away) == expected


def test_a_note_has_no_outcome() -> None:
    assert seen(new(Note, at=NOW, text="x", kind="hard")) == came()


def test_no_outcome_is_longer_than_16_characters() -> None:
    lengths = [timedelta(minutes=minutes) for minutes in (0, 59, 1439, 1440, 2879, 20159, 20160, 5_256_000)]
    assert max(len(f"{lasting(length)} late") for length in lengths) == 16
    lates, shorts = (0, 11, 1439, 99_999), (25, 60)
    visits = [
        visit("2026-03-11 14:00", status, minutes_late=late, planned_minutes=60, minutes_given=given)
        for status, late, given in product(get_args(AppointmentStatus), lates, shorts)
    ]
    assert all(len(seen(each).text) <= 16 for each in visits)


def test_an_attempt_of_no_known_contact_has_no_outcome() -> None:
    lone = new(Attempt, contact_id="unknown", at=NOW, route="text", outcome="sent")
    later: datetime = NOW + timedelta(days=1)
    assert outcome(lone, book(lone), later) == came()
