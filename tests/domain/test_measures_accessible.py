from dataclasses import replace
from typing import Any

import pytest

from carecompanion.domain.records import Absence, Contact, Record
from tests.domain.given import (
    DANA_THEN_ADE,
    agreed,
    at,
    book,
    day,
    measured,
    new,
    outcome,
    reasons,
    replied,
    tried,
    verdicts,
    with_due_times,
)

WITHIN_A_DAY = agreed(reply_within=24, reply_unit="hours")
CONTACT = new(Contact, about="prescription")
SENT = tried(CONTACT, "2026-03-09 09:12")


def found(*records: Record, now: str = "2026-03-31 12:00", closed: str | None = None, **agreement: Any) -> str | None:
    contact = replace(CONTACT, closed_at=at(closed)) if closed else CONTACT
    terms = agreed(**agreement) if agreement else WITHIN_A_DAY
    return outcome(measured(with_due_times(book(terms, contact, *records)), "replied_in_time", now=now))


@pytest.mark.parametrize(
    ("answered", "now", "closed", "expected"),
    [
        ("2026-03-09 10:00", "2026-03-31 12:00", None, "met"),
        ("2026-03-10 09:12", "2026-03-31 12:00", None, "met"),  # at the due time
        ("2026-03-10 09:13", "2026-03-31 12:00", None, "missed"),
        (None, "2026-03-10 09:11", None, "waiting"),
        (None, "2026-03-10 09:12", None, "missed"),  # due now
        (None, "2026-03-31 12:00", "2026-03-10 09:11", "closed_before_due"),
        (None, "2026-03-31 12:00", "2026-03-10 09:12", "missed"),  # closed at the due time
        (None, "2026-03-31 12:00", "2026-03-12 09:00", "missed"),
        (None, "2026-03-09 12:00", "2026-03-10 09:00", "waiting"),  # the closing is still ahead
        (None, "2026-03-10 09:05", "2026-03-10 09:00", "closed_before_due"),
        ("2026-03-09 15:00", "2026-03-31 12:00", "2026-03-09 15:00", "met"),  # at the instant of closing
        ("2026-03-09 15:01", "2026-03-31 12:00", "2026-03-09 15:00", "closed_before_due"),
        ("2026-03-09 15:00", "2026-03-09 14:59", None, "waiting"),  # the reply is still ahead
        (None, "2026-03-09 09:11", None, None),  # and so is the contact
    ],
)
def test_replied_in_time_counts_what_is_answered_or_due(
    answered: str | None, now: str, closed: str | None, expected: str | None
) -> None:
    replies = [replied(CONTACT, answered)] if answered else []
    assert found(SENT, *replies, now=now, closed=closed) == expected


def test_a_missed_call_back_is_in_time() -> None:
    assert found(SENT, replied(CONTACT, "2026-03-09 16:00", "missed_call")) == "met"


def test_a_contact_whose_clock_never_started_is_left_out_even_when_answered() -> None:
    assert found(tried(CONTACT, "2026-03-09 09:12", "no_answer"), replied(CONTACT, "2026-03-09 10:00")) == "not_started"
    assert found(tried(CONTACT, "2026-03-09 09:12", "referred"), closed="2026-03-09 10:00") == "not_started"


def test_without_an_agreed_time_a_contact_is_left_out_whatever_came_of_it() -> None:
    for more in ((), (replied(CONTACT, "2026-03-20 10:00"),)):
        assert found(SENT, *more, routes=("phone",)) == "no_agreed_time"
    assert found(SENT, closed="2026-03-20 10:00", routes=("phone",)) == "no_agreed_time"


def test_a_contact_belongs_to_the_period_in_which_its_clock_started() -> None:
    whole = with_due_times(
        book(
            WITHIN_A_DAY,
            CONTACT,
            tried(CONTACT, "2026-02-27 10:00", "no_answer"),
            tried(CONTACT, "2026-03-02 10:00"),
            tried(CONTACT, "2026-04-02 10:00"),
            replied(CONTACT, "2026-04-03 10:00", settled="yes"),
        )
    )
    within: dict[str, Any] = {"now": "2026-04-30 12:00"}
    february: dict[str, Any] = within | {"first": "2026-02-01", "last": "2026-02-28"}
    april: dict[str, Any] = within | {"first": "2026-04-01", "last": "2026-04-30"}
    assert [counted.on for counted in measured(whole, "replied_in_time", **within).counted] == [day("2026-03-02")]
    assert verdicts(measured(whole, "got_through", **within)) == ["missed", "met", "met"]
    assert verdicts(measured(whole, "settled", **within)) == ["met"]
    for name in ("replied_in_time", "got_through", "settled"):
        assert outcome(measured(whole, name, **february)) is None
        assert outcome(measured(whole, name, **april)) is None
    before_it_started = measured(
        whole, "replied_in_time", now="2026-03-01 12:00", first="2026-02-01", last="2026-02-28"
    )
    assert reasons(before_it_started) == ["not_started"]


def test_with_a_co_ordinator_chosen_a_contact_counts_for_whoever_held_the_role_when_its_clock_started() -> None:
    whole = with_due_times(book(WITHIN_A_DAY, CONTACT, tried(CONTACT, "2026-03-01 23:00"), team=DANA_THEN_ADE))
    assert outcome(measured(whole, "replied_in_time", coordinator_id="dana")) == "missed"
    assert outcome(measured(whole, "replied_in_time", coordinator_id="ade")) is None


ALL_FOUR = {"routes": ("phone",), "reply_within": 2, "cover": "duty desk", "urgent_route": "crisis line"}


@pytest.mark.parametrize(
    ("terms", "met"),
    [
        (ALL_FOUR, "routes reply_within cover urgent_route"),
        (ALL_FOUR | {"routes": ()}, "reply_within cover urgent_route"),
        (ALL_FOUR | {"reply_within": None, "reply_unit": "hours"}, "routes cover urgent_route"),
        (ALL_FOUR | {"cover": " ", "urgent_route": ""}, "routes reply_within"),
        ({}, ""),
    ],
)
def test_set_up_is_a_checklist_of_four(terms: dict[str, Any], met: str) -> None:
    result = measured(book(agreed(**terms)), "set_up")
    assert [counted.part for counted in result.counted if counted.verdict == "met"] == met.split()
    assert (result.tally.of, result.word) == (4, None)


@pytest.mark.parametrize(
    ("now", "last", "met"),
    [
        ("2026-03-31 12:00", "2026-03-31", 4),
        ("2026-03-31 12:00", "2026-03-15", 0),  # in force on the period's last day
        ("2026-03-15 12:00", "2026-03-31", 0),  # or today if earlier
        ("2026-03-16 00:00", "2026-03-31", 4),
    ],
)
def test_set_up_looks_at_the_agreement_in_force_when_the_period_ends(now: str, last: str, met: int) -> None:
    whole = book(agreed("2026-01-01"), agreed("2026-03-16", **ALL_FOUR), agreed("2026-06-01"))
    result = measured(whole, "set_up", now=now, last=last)
    assert (result.tally.met, result.tally.of) == (met, 4)


def test_set_up_without_an_agreement_is_of_nothing() -> None:
    result = measured(book(agreed("2026-06-01")), "set_up")
    assert (result.tally.of, result.word) == (0, None)


@pytest.mark.parametrize(
    ("tried_with", "expected"),
    [
        ("spoke", "met"),
        ("voicemail", "met"),
        ("message", "met"),
        ("sent", "met"),
        ("referred", "partly"),
        ("no_answer", "missed"),
        ("no_message", "missed"),
    ],
)
def test_got_through_counts_every_attempt(tried_with: Any, expected: str) -> None:
    attempts = (tried(CONTACT, "2026-03-09 09:12", tried_with), tried(CONTACT, "2026-03-12 09:12", "no_answer"))
    assert verdicts(measured(book(CONTACT, *attempts), "got_through")) == [expected, "missed"]


def test_got_through_counts_attempts_after_the_closing_but_none_after_now() -> None:
    closed = replace(CONTACT, closed_at=at("2026-03-09 12:00"))
    whole = book(closed, SENT, tried(CONTACT, "2026-03-10 09:00"), tried(CONTACT, "2026-03-11 09:00"))
    assert verdicts(measured(whole, "got_through", now="2026-03-10 09:00")) == ["met", "met"]


@pytest.mark.parametrize(
    ("told", "named", "expected"),
    [
        ("yes", "yes", "met"),
        ("yes", "no", "partly"),
        ("no", "yes", "partly"),
        ("no", "no", "missed"),
        ("partly", "yes", "not_known"),
        ("no", "partly", "not_known"),
        (None, "no", "not_known"),
        ("no", None, "not_known"),
    ],
)
def test_cover_when_away_is_told_before_and_named(told: str | None, named: str | None, expected: str) -> None:
    away = new(Absence, person_id="dana", from_on=day("2026-03-09"), told_before=told, cover_named=named)
    assert outcome(measured(book(away), "cover_when_away")) == expected


@pytest.mark.parametrize(
    ("person_id", "from_on", "expected"),
    [
        ("okafor", "2026-03-12", None),
        ("dana", "2026-03-01", "met"),
        ("dana", "2026-03-05", None),  # nobody's day
        ("ade", "2026-03-12", "met"),
        ("ade", "2026-03-20", "met"),  # today
        ("ade", "2026-03-21", None),  # not begun yet
    ],
)
def test_absences_are_the_co_ordinators_that_have_begun(person_id: str, from_on: str, expected: str | None) -> None:
    away = new(Absence, person_id=person_id, from_on=day(from_on), told_before="yes", cover_named="yes")
    whole = book(away, team=DANA_THEN_ADE)
    assert outcome(measured(whole, "cover_when_away", now="2026-03-20 12:00")) == expected


def test_settled_counts_every_reply_that_is_not_automatic() -> None:
    whole = book(
        CONTACT,
        tried(CONTACT, "2026-03-09 09:12", "no_answer"),
        replied(CONTACT, "2026-03-09 10:00", "missed_call"),
        replied(CONTACT, "2026-03-09 11:00", "automatic", settled="no"),
        replied(CONTACT, "2026-03-09 12:00", settled="partly"),
        replied(CONTACT, "2026-03-10 12:00", "letter", settled="yes", by_person_id="okafor"),
        replied(CONTACT, "2026-03-11 12:00", settled="no"),
    )
    result = measured(whole, "settled", now="2026-03-10 12:00")
    assert (verdicts(result), reasons(result)) == (["partly", "met"], ["not_answered"])
