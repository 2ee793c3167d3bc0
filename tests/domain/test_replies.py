from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from carecompanion.domain.records import Attempt, Contact, Record
from carecompanion.domain.replies import clock, due_again, due_at, with_due
from carecompanion.domain.vocabulary import AttemptOutcome, ReplyKind
from tests.domain.given import agreed, at, book, clock_of, day, new, replied, tried, utc

WITHIN_A_DAY = agreed(reply_within=24, reply_unit="hours")
CONTACT = new(Contact, about="prescription")


def seen(*records: Record, now: str = "2026-03-31 12:00", closed: str | None = None) -> Any:
    contact = replace(CONTACT, closed_at=at(closed)) if closed else CONTACT
    return clock_of(book(WITHIN_A_DAY, contact, *records), contact, now)


def wrote(instant: str, outcome: AttemptOutcome = "sent") -> Attempt:
    return tried(CONTACT, instant, outcome)


@pytest.mark.parametrize("outcome", ["spoke", "voicemail", "message", "sent"])
def test_leaving_something_with_somebody_starts_the_clock(outcome: AttemptOutcome) -> None:
    found = seen(wrote("2026-03-09 09:12", outcome))
    assert found.started_at == at("2026-03-09 09:12")
    assert found.due_at == at("2026-03-10 09:12")


@pytest.mark.parametrize("outcome", ["no_answer", "no_message", "referred"])
def test_leaving_nothing_does_not_start_the_clock(outcome: AttemptOutcome) -> None:
    found = seen(wrote("2026-03-09 09:12", outcome), replied(CONTACT, "2026-03-09 10:00"))
    assert (found.state, found.started_at, found.due_at, found.answer) == ("not_started", None, None, None)
    assert found.waited(at("2026-03-31 12:00")) == timedelta()


def test_the_clock_starts_at_the_first_attempt_that_left_something_and_chasing_never_resets_it() -> None:
    first, second, third = wrote("2026-03-09 09:12", "no_answer"), wrote("2026-03-09 11:00"), wrote("2026-03-12 09:00")
    found = seen(third, second, first)
    assert (found.first_attempt, found.started_by, found.started_at) == (first, second, second.at)
    assert found.due_at == at("2026-03-10 11:00")


@pytest.mark.parametrize("kind", ["spoke", "message", "missed_call", "letter", "visit"])
def test_a_reply_of_any_kind_but_automatic_is_an_answer_a_missed_call_back_too(kind: ReplyKind) -> None:
    reply = replied(CONTACT, "2026-03-09 15:00", kind)
    found = seen(wrote("2026-03-09 09:12"), reply)
    assert (found.state, found.answer, found.answered_at) == ("answered_in_time", reply, reply.at)
    assert found.waited(at("2026-03-31 12:00")) == timedelta(hours=5, minutes=48)


def test_an_automatic_reply_is_no_answer() -> None:
    found = seen(wrote("2026-03-09 09:12"), replied(CONTACT, "2026-03-09 09:13", "automatic"), now="2026-03-09 18:00")
    assert (found.state, found.answer) == ("waiting", None)


def test_talking_at_the_first_attempt_is_answered_after_no_time() -> None:
    attempt = wrote("2026-03-09 09:12", "spoke")
    found = seen(attempt)
    assert (found.state, found.answer, found.waited(at("2026-03-31 12:00"))) == (
        "answered_in_time",
        attempt,
        timedelta(),
    )


def test_talking_when_chasing_is_an_answer() -> None:
    chase = wrote("2026-03-11 09:12", "spoke")
    found = seen(wrote("2026-03-09 09:12"), chase, replied(CONTACT, "2026-03-12 09:00"))
    assert (found.state, found.answer) == ("answered_late", chase)


def test_what_came_before_the_start_changes_nothing() -> None:
    found = seen(
        wrote("2026-03-09 09:12", "no_answer"),
        replied(CONTACT, "2026-03-09 10:00", "missed_call"),
        wrote("2026-03-09 11:00", "voicemail"),
        now="2026-03-09 12:00",
    )
    assert (found.state, found.answer) == ("waiting", None)


def test_a_reply_at_the_instant_of_the_start_is_an_answer() -> None:
    found = seen(wrote("2026-03-09 09:12"), replied(CONTACT, "2026-03-09 09:12"))
    assert found.state == "answered_in_time"


@pytest.mark.parametrize(
    ("answered", "state"),
    [
        ("2026-03-10 09:12", "answered_in_time"),  # at the very due time
        ("2026-03-10 09:13", "answered_late"),
    ],
)
def test_an_answer_is_in_time_up_to_the_due_time(answered: str, state: str) -> None:
    assert seen(wrote("2026-03-09 09:12"), replied(CONTACT, answered)).state == state


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2026-03-10 09:11", "waiting"),
        ("2026-03-10 09:12", "overdue"),  # due at this very instant
        ("2026-03-10 09:13", "overdue"),
    ],
)
def test_without_an_answer_it_waits_until_it_is_due(now: str, state: str) -> None:
    found = seen(wrote("2026-03-09 09:12"), now=now)
    assert found.state == state
    assert found.waited(at(now)) == at(now) - at("2026-03-09 09:12")


@pytest.mark.parametrize(
    ("replied_at", "closed", "state"),
    [
        ("2026-03-09 15:00", "2026-03-09 15:00", "answered_in_time"),  # at the instant of closing
        ("2026-03-09 15:01", "2026-03-09 15:00", "closed"),
        ("2026-03-09 14:59", "2026-03-09 15:00", "answered_in_time"),
        ("2026-03-12 15:00", "2026-03-12 15:00", "answered_late"),
        ("2026-03-12 15:01", "2026-03-12 15:00", "closed"),
    ],
)
def test_an_answer_counts_up_to_the_closing(replied_at: str, closed: str, state: str) -> None:
    found = seen(wrote("2026-03-09 09:12"), replied(CONTACT, replied_at), closed=closed)
    assert (found.state, found.closed_at) == (state, at(closed))
    if state == "closed":
        assert found.waited(at("2026-03-31 12:00")) == at(closed) - at("2026-03-09 09:12")


@pytest.mark.parametrize(("tried_at", "starts"), [("2026-03-09 15:00", True), ("2026-03-09 15:01", False)])
def test_an_attempt_after_the_closing_starts_nothing(tried_at: str, starts: bool) -> None:
    found = seen(wrote("2026-03-09 09:12", "no_answer"), wrote(tried_at), closed="2026-03-09 15:00")
    assert found.state == "closed"
    assert (found.started_at is not None) == starts


def test_what_has_not_happened_yet_is_as_if_not_there() -> None:
    records = (wrote("2026-03-09 09:12", "no_answer"), wrote("2026-03-09 11:00"), replied(CONTACT, "2026-03-09 15:00"))
    states = {
        now: seen(*records, now=f"2026-03-09 {now}", closed="2026-03-09 16:00").state
        for now in ("09:12", "10:59", "11:00", "14:59", "15:00", "16:00")
    }
    assert states == {
        "09:12": "not_started",
        "10:59": "not_started",
        "11:00": "waiting",
        "14:59": "waiting",
        "15:00": "answered_in_time",
        "16:00": "answered_in_time",
    }


def test_a_closing_still_ahead_does_not_close() -> None:
    found = seen(wrote("2026-03-09 09:12"), now="2026-03-09 12:00", closed="2026-03-09 13:00")
    assert (found.state, found.closed_at) == ("waiting", None)


def test_before_its_first_attempt_a_contact_has_no_clock() -> None:
    whole = book(CONTACT, wrote("2026-03-09 09:12"))
    assert clock(whole, CONTACT, at("2026-03-09 09:11")) is None
    assert clock(book(CONTACT), CONTACT, at("2026-03-09 09:11")) is None


def test_without_an_agreed_reply_time_nothing_is_due_and_nothing_late() -> None:
    for agreement in ((), (agreed(routes=("phone",)),), (agreed("2026-03-10", reply_within=1),)):
        whole = book(*agreement, CONTACT, wrote("2026-03-09 09:12"))
        found = clock_of(whole, CONTACT, "2026-03-31 12:00")
        assert (found.due_at, found.state) == (None, "waiting")
        answered = whole.keeping(replied(CONTACT, "2026-03-30 09:00"))
        assert clock_of(answered, CONTACT, "2026-03-31 12:00").state == "answered"


def test_a_due_time_once_kept_is_left_alone_by_later_agreements() -> None:
    kept = replace(CONTACT, due_at=at("2026-03-10 09:12"))
    attempt = wrote("2026-03-09 09:12")
    whole = book(WITHIN_A_DAY, agreed("2026-03-01", reply_within=4), kept, attempt)
    assert with_due(whole, kept, [attempt]) == kept
    assert clock_of(whole, kept, "2026-03-31 12:00").due_at == kept.due_at


def test_the_due_time_is_worked_out_when_the_clock_starts_with_one_of_the_new_attempts() -> None:
    missed, left, chase = wrote("2026-03-09 09:12", "no_answer"), wrote("2026-03-09 11:00"), wrote("2026-03-09 12:00")
    whole = book(WITHIN_A_DAY, CONTACT)
    assert with_due(whole, CONTACT, [missed]) == CONTACT
    assert with_due(whole.keeping(missed), CONTACT, [left]).due_at == at("2026-03-10 11:00")
    assert with_due(whole, CONTACT, [chase, left]).due_at == at("2026-03-10 11:00")
    assert with_due(whole.keeping(left), CONTACT, [left]).due_at == at("2026-03-10 11:00")
    assert with_due(whole.keeping(left), CONTACT, [chase]) == CONTACT
    assert with_due(whole.keeping(left), CONTACT, []) == CONTACT


def test_an_attempt_after_the_closing_works_out_no_due_time() -> None:
    closed = replace(CONTACT, closed_at=at("2026-03-09 10:00"))
    assert with_due(book(WITHIN_A_DAY, closed), closed, [wrote("2026-03-09 11:00")]) == closed


@pytest.mark.parametrize(
    ("agreement", "started", "due"),
    [
        ({"reply_within": 24, "reply_unit": "hours"}, "2026-03-28 12:00", "2026-03-29 13:00"),  # over the March change
        ({"reply_within": 24, "reply_unit": "hours"}, "2026-10-24 12:00", "2026-10-25 11:00"),  # and October's
        ({"reply_within": 24, "reply_unit": "hours"}, "2026-04-03 22:00", "2026-04-04 22:00"),  # nights and holidays
        ({"reply_within": 24}, "2026-03-06 12:00", "2026-03-07 12:00"),  # no unit: hours
        ({"reply_within": 4, "reply_unit": "working_hours"}, "2026-03-06 15:00", "2026-03-09 11:00"),
        ({"reply_within": 2, "reply_unit": "working_days"}, "2026-03-06 15:00", "2026-03-10 17:00"),
        (
            {"reply_within": 1, "reply_unit": "working_days", "closes": time(16, 30)},
            "2026-03-06 15:00",
            "2026-03-09 16:30",
        ),
        ({"reply_within": 1, "reply_unit": "working_days", "weekdays": (5,)}, "2026-03-06 15:00", "2026-03-07 17:00"),
        ({"reply_within": 2, "reply_unit": "working_hours", "opens": time(10)}, "2026-03-06 09:00", "2026-03-06 12:00"),
        ({"reply_unit": "hours"}, "2026-03-06 15:00", None),
    ],
)
def test_a_reply_is_due_by_what_was_agreed(agreement: dict[str, Any], started: str, due: str | None) -> None:
    assert due_at(book(agreed(**agreement)), at(started)) == (at(due) if due else None)


def test_the_agreement_in_force_on_the_local_day_holds_to_the_end() -> None:
    short, long = agreed(reply_within=1, reply_unit="hours"), agreed("2026-06-10", reply_within=10, reply_unit="hours")
    whole = book(short, long)
    assert due_at(whole, at("2026-06-09 23:30")) == at("2026-06-10 00:30")
    assert due_at(whole, at("2026-06-10 00:30")) == at("2026-06-10 10:30")  # still 9 June in UTC
    assert due_at(whole, at("2024-12-31 12:00")) is None


def test_an_agreement_holds_when_the_co_ordinator_changes() -> None:
    made_with_ade = agreed(reply_within=1, person_id="ade")
    assert due_at(book(made_with_ade), at("2026-06-09 12:00")) == at("2026-06-09 13:00")


def test_a_reply_time_longer_than_the_calendar_has_no_due_time() -> None:
    for unit in ("hours", "working_hours", "working_days"):
        never = agreed(reply_within=10**9, reply_unit=unit)
        assert due_at(book(never, closed_days=(day("2026-03-10"),)), at("9990-06-09 12:00")) is None


def test_hours_run_straight_through_an_hour_that_occurs_twice() -> None:
    assert due_at(book(agreed(reply_within=1)), utc("2026-10-25 00:30")) == utc("2026-10-25 01:30")


CHANGES: list[tuple[int, dict[str, Any], str]] = [
    (1, {"at": at("2026-03-09 12:00")}, "2026-03-10 12:00"),
    (1, {"at": at("2026-03-12 10:00")}, "2026-03-13 09:00"),  # the chasing one is the first from now on
    (1, {"outcome": "no_answer"}, "2026-03-13 09:00"),
    (1, {"outcome": "spoke"}, "agreed before"),
    (1, {"note": "words", "route": "email"}, "agreed before"),
    (0, {"outcome": "voicemail"}, "2026-03-10 08:00"),
    (0, {"at": at("2026-03-08 08:00")}, "agreed before"),
    (2, {"at": at("2026-03-09 11:01")}, "agreed before"),
    (2, {"at": at("2026-03-09 10:59")}, "2026-03-10 10:59"),
    (2, {"outcome": "no_answer"}, "agreed before"),
]
"""An attempt in vain, one that starts the clock and one that chases: which is changed, how, and when a reply is due."""


@pytest.mark.parametrize(("which", "fields", "due"), CHANGES)
def test_the_due_time_is_worked_out_anew_only_when_the_clock_starts_at_another_instant(
    which: int, fields: dict[str, Any], due: str
) -> None:
    tries = [wrote("2026-03-09 08:00", "no_answer"), wrote("2026-03-09 11:00"), wrote("2026-03-12 09:00")]
    contact = replace(CONTACT, due_at=at("2026-03-20 09:00"))
    written = book(WITHIN_A_DAY, contact, *tries)
    changed = due_again(written, contact, replace(tries[which], **fields))
    assert changed == (contact if due == "agreed before" else replace(contact, due_at=at(due)))


def test_without_an_attempt_that_starts_the_clock_nothing_is_due() -> None:
    only = wrote("2026-03-09 11:00")
    contact = replace(CONTACT, due_at=at("2026-03-10 11:00"))
    written = book(WITHIN_A_DAY, contact, only)
    assert due_again(written, contact, replace(only, outcome="referred")) == replace(contact, due_at=None)


def test_taking_a_closing_back_starts_the_clock_that_it_stopped() -> None:
    late = wrote("2026-03-12 09:00")
    first = wrote("2026-03-09 11:00", "no_answer")
    closed = replace(CONTACT, closed_at=at("2026-03-10 09:00"))
    written = book(WITHIN_A_DAY, closed, first, late)
    again = due_again(written, replace(closed, closed_at=None), first)
    assert again.due_at == at("2026-03-13 09:00")
