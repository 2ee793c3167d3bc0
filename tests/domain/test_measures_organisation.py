from typing import Any

import pytest

from carecompanion.domain.evidence import Counted
from carecompanion.domain.records import Promise
from tests.domain.given import DANA_THEN_ADE, agreed, at, book, day, measured, new, outcome, reasons, verdicts, visit

FORTNIGHTLY = agreed(meet_every_days=14)


@pytest.mark.parametrize(
    ("fields", "as_arranged", "on_time", "full_time"),
    [
        ({}, "met", "not_known", "not_known"),  # unknown does not tell against it
        ({"minutes_late": 0}, "met", "met", "not_known"),
        ({"minutes_late": 10}, "met", "met", "not_known"),
        ({"minutes_late": 11}, "missed", "missed", "not_known"),
        ({"minutes_late": 11, "on_time": "yes"}, "missed", "missed", "not_known"),  # minutes go before the answer
        ({"minutes_late": 0, "on_time": "no"}, "met", "met", "not_known"),
        ({"on_time": "yes"}, "met", "met", "not_known"),
        ({"on_time": "partly"}, "partly", "partly", "not_known"),
        ({"on_time": "no"}, "missed", "missed", "not_known"),
        ({"planned_minutes": 60, "minutes_given": 54}, "met", "not_known", "met"),  # nine tenths exactly
        ({"planned_minutes": 60, "minutes_given": 53}, "missed", "not_known", "missed"),
        ({"planned_minutes": 60, "minutes_given": 53, "full_time": "yes"}, "missed", "not_known", "missed"),
        ({"planned_minutes": 60, "minutes_given": 0}, "missed", "not_known", "missed"),
        ({"planned_minutes": 55, "minutes_given": 50}, "met", "not_known", "met"),
        ({"planned_minutes": 55, "minutes_given": 49}, "missed", "not_known", "missed"),
        ({"minutes_given": 53, "full_time": "yes"}, "met", "not_known", "met"),  # one of the two not known
        ({"planned_minutes": 60, "full_time": "partly"}, "partly", "not_known", "partly"),
        ({"minutes_given": 53}, "met", "not_known", "not_known"),
        ({"full_time": "no"}, "missed", "not_known", "missed"),
        ({"on_time": "partly", "full_time": "no"}, "missed", "partly", "missed"),
        ({"on_time": "partly", "full_time": "yes"}, "partly", "partly", "met"),
        ({"on_time": "yes", "full_time": "yes"}, "met", "met", "met"),
    ],
)
def test_how_an_appointment_that_went_ahead_was_kept(
    fields: dict[str, Any], as_arranged: str, on_time: str, full_time: str
) -> None:
    whole = book(visit("2026-03-09 10:00", **fields))
    found = [outcome(measured(whole, name)) for name in ("as_arranged", "on_time", "full_time")]
    assert found == [as_arranged, on_time, full_time]


def test_how_late_is_still_on_time_is_a_setting() -> None:
    late = visit("2026-03-09 10:00", minutes_late=15)
    assert outcome(measured(book(late, late_grace_minutes=15), "on_time")) == "met"
    assert outcome(measured(book(late, late_grace_minutes=14), "as_arranged")) == "missed"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("went_ahead", "met"),
        ("cancelled_by_service", "missed"),
        ("moved_by_service", "missed"),
        ("they_did_not_come", "missed"),
        ("cancelled_by_me", "cancelled_by_me"),
        ("moved_by_me", "moved_by_me"),
        ("i_could_not_go", "could_not_go"),
        ("planned", "still_planned"),
    ],
)
def test_what_the_person_called_off_never_counts(status: Any, expected: str) -> None:
    whole = book(
        visit("2026-03-09 10:00", status, on_time="no" if status == "cancelled_by_me" else "yes", next_known="no")
    )
    assert outcome(measured(whole, "went_ahead")) == expected
    assert outcome(measured(whole, "as_arranged")) == expected
    for name in ("on_time", "next_known"):
        assert (outcome(measured(whole, name)) is None) == (status != "went_ahead")


def test_a_cancellation_counts_once_the_planned_time_has_come() -> None:
    cancelled = book(visit("2026-03-09 10:00", "cancelled_by_service", told_at=at("2026-03-02 10:00")))
    assert outcome(measured(cancelled, "went_ahead", now="2026-03-09 09:59")) is None
    assert outcome(measured(cancelled, "went_ahead", now="2026-03-09 10:00")) == "missed"


@pytest.mark.parametrize(
    ("planned", "person_id", "expected"),
    [
        ("2026-03-01 23:59", "dana", "met"),
        ("2026-03-01 23:59", "ade", None),
        ("2026-03-02 00:00", "dana", None),  # the day the period of office ended is not in it
        ("2026-03-05 10:00", "dana", None),  # nobody's day
        ("2026-03-05 10:00", None, None),
        ("2026-03-01 10:00", None, None),
        ("2026-03-10 00:00", "ade", "met"),
        ("2026-03-10 00:00", "dana", None),
        ("2026-03-10 00:00", "okafor", None),
    ],
)
def test_only_appointments_with_the_co_ordinator_of_their_day_count(
    planned: str, person_id: str | None, expected: str | None
) -> None:
    whole = book(visit(planned, person_id=person_id), team=DANA_THEN_ADE)
    assert outcome(measured(whole, "went_ahead")) == expected
    chosen = measured(whole, "went_ahead", coordinator_id="ade")
    assert outcome(chosen) == (expected if person_id == "ade" else None)


@pytest.mark.parametrize(
    ("planned", "told", "expected"),
    [
        ("2026-03-12 10:00", "2026-03-11 10:00", "met"),  # the same wall time, the working day before
        ("2026-03-12 10:00", "2026-03-11 10:01", "missed"),
        ("2026-03-09 10:00", "2026-03-06 10:00", "met"),  # Monday: Friday
        ("2026-03-09 10:00", "2026-03-06 10:01", "missed"),
        ("2026-03-09 10:00", "2026-03-08 09:00", "missed"),
        ("2026-03-18 10:00", "2026-03-16 10:00", "met"),  # the 17th is closed
        ("2026-03-18 10:00", "2026-03-17 09:00", "missed"),
        ("2026-03-30 10:00", "2026-03-27 10:00", "met"),  # over the March change: the same wall time
        ("2026-03-30 10:00", "2026-03-27 10:01", "missed"),
        ("2026-03-12 10:00", "2026-03-20 10:00", "missed"),  # told afterwards
    ],
)
def test_fair_notice_is_by_the_same_time_on_the_working_day_before(planned: str, told: str, expected: str) -> None:
    for status in ("cancelled_by_service", "moved_by_service", "they_did_not_come"):
        called_off = visit(planned, status, told_at=at(told))
        assert outcome(measured(book(called_off, closed_days=(day("2026-03-17"),)), "fair_notice")) == expected


def test_fair_notice_after_easter_reaches_back_over_the_bank_holidays() -> None:
    tuesday = visit("2026-04-07 10:00", "cancelled_by_service", told_at=at("2026-04-03 10:00"))
    within = {"now": "2026-04-30 12:00", "first": "2026-04-01", "last": "2026-04-30"}
    assert outcome(measured(book(tuesday), "fair_notice", **within)) == "missed"
    assert outcome(measured(book(tuesday, nation="scotland"), "fair_notice", **within)) == "met"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("cancelled_by_service", "not_known"),
        ("moved_by_service", "not_known"),
        ("they_did_not_come", "missed"),
        ("cancelled_by_me", None),
        ("went_ahead", None),
    ],
)
def test_not_coming_without_a_word_is_no_notice(status: Any, expected: str | None) -> None:
    assert outcome(measured(book(visit("2026-03-12 10:00", status)), "fair_notice")) == expected


@pytest.mark.parametrize(
    ("answer", "expected"), [("yes", "met"), ("partly", "partly"), ("no", "missed"), (None, "not_answered")]
)
def test_next_known_is_as_answered(answer: str | None, expected: str) -> None:
    assert outcome(measured(book(visit("2026-03-12 10:00", next_known=answer)), "next_known")) == expected


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("2026-03-02 23:00", "met"),  # the same day
        ("2026-03-19 23:59", "met"),  # 14 and 3 days
        ("2026-03-20 00:00", "missed"),  # in days, not hours
    ],
)
def test_a_gap_may_be_as_long_as_agreed_and_a_few_days(later: str, expected: str) -> None:
    whole = book(FORTNIGHTLY, visit("2026-03-02 10:00"), visit(later))
    assert verdicts(measured(whole, "regular", now=later)) == [expected]


def test_a_gap_belongs_to_the_period_of_its_later_appointment() -> None:
    whole = book(FORTNIGHTLY, visit("2026-02-27 10:00"), visit("2026-03-09 10:00"), visit("2026-04-01 10:00"))
    found = measured(whole, "regular", now="2026-04-02 12:00")
    assert [(counted.on, counted.verdict) for counted in found.counted] == [(day("2026-03-09"), "met")]


@pytest.mark.parametrize(("now", "expected"), [("2026-03-26 23:59", []), ("2026-03-27 00:00", [("open", "missed")])])
def test_the_open_gap_counts_once_it_is_too_long(now: str, expected: list[tuple[str, str]]) -> None:
    found = measured(book(FORTNIGHTLY, visit("2026-03-09 10:00")), "regular", now=now)
    assert [(counted.part, counted.verdict) for counted in found.counted] == expected


def test_the_open_gap_belongs_to_the_period_of_today() -> None:
    whole = book(FORTNIGHTLY, visit("2026-03-09 10:00"))
    assert verdicts(measured(whole, "regular", now="2026-04-01 12:00")) == []
    found = measured(whole, "regular", now="2026-04-01 12:00", last="2026-04-30")
    assert found.counted == (
        Counted(whole.appointments[found.counted[0].record.id], day("2026-04-01"), "missed", "open"),
    )


def test_a_gap_goes_by_what_was_agreed_when_it_began() -> None:
    visits = [visit(f"2026-03-{number:02} 10:00") for number in (1, 8, 15, 29)]
    whole = book(agreed("2026-03-02", meet_every_days=7), agreed("2026-03-15", routes=("phone",)), *visits)
    found = measured(whole, "regular")
    assert verdicts(found) == ["met"]
    assert [(excluded.on.day, excluded.why) for excluded in found.excluded] == [
        (8, "no_agreed_gap"),
        (29, "no_agreed_gap"),
    ]


def test_gaps_run_on_across_a_change_of_co_ordinator_and_time_without_one() -> None:
    visits = [
        visit("2026-02-26 10:00"),
        visit("2026-03-05 10:00"),  # nobody's day
        visit("2026-03-11 10:00", person_id="okafor"),
        visit("2026-03-12 10:00", "cancelled_by_service", person_id="ade"),
        visit("2026-03-16 10:00", person_id="ade"),
    ]
    whole = book(FORTNIGHTLY, *visits, team=DANA_THEN_ADE)
    found = measured(whole, "regular", now="2026-03-20 12:00")
    assert [(counted.on.day, counted.verdict) for counted in found.counted] == [(16, "missed")]
    assert verdicts(measured(whole, "regular", now="2026-03-20 12:00", coordinator_id="ade")) == ["missed"]
    assert verdicts(measured(whole, "regular", now="2026-03-20 12:00", coordinator_id="dana")) == []


def test_the_open_gap_is_the_present_co_ordinators() -> None:
    whole = book(FORTNIGHTLY, visit("2026-02-26 10:00"), team=DANA_THEN_ADE)
    assert verdicts(measured(whole, "regular", coordinator_id="ade")) == ["missed"]
    assert verdicts(measured(whole, "regular", coordinator_id="dana")) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"due_on": day("2026-03-09"), "outcome": "kept"}, "met"),
        ({"due_on": day("2026-03-09"), "outcome": "late"}, "partly"),
        ({"due_on": day("2026-03-09"), "outcome": "broken"}, "missed"),
        ({"due_on": day("2026-03-19")}, "missed"),  # yesterday, and still open
        ({"due_on": day("2026-03-20")}, "not_due_yet"),  # today
        ({"due_on": day("2026-03-21")}, "not_due_yet"),
        ({"due_on": day("2026-03-21"), "outcome": "kept"}, "met"),  # before it was due
        ({}, "no_due_date"),
        ({"outcome": "broken"}, "missed"),
        ({"due_on": day("2026-04-01"), "outcome": "kept"}, None),  # belongs to April
        ({"by_person_id": "dana", "outcome": "kept"}, "met"),
        ({"by_person_id": "okafor", "outcome": "kept"}, None),
        ({"made_on": day("2026-02-27"), "outcome": "kept"}, None),  # undated: belongs to February
        ({"made_on": day("2026-03-21"), "outcome": "kept"}, None),  # not made yet
        ({"outcome": "kept", "outcome_on": day("2026-03-25")}, "met"),  # an outcome is taken as it stands
    ],
)
def test_promises_are_kept_late_or_broken_or_still_open_after_their_day(
    fields: dict[str, Any], expected: str | None
) -> None:
    promise = new(Promise, **{"text": "ring the GP", "made_on": day("2026-03-02")} | fields)
    assert outcome(measured(book(promise), "promises_kept", now="2026-03-20 12:00")) == expected


@pytest.mark.parametrize(
    ("made", "by", "expected"),
    [
        ("2026-03-01", "dana", "met"),
        ("2026-03-01", "ade", None),
        ("2026-03-05", "dana", None),  # nobody's day
        ("2026-03-05", None, "met"),
        ("2026-03-10", "ade", "met"),
    ],
)
def test_promises_are_those_of_the_co_ordinator_of_the_day_they_were_made(
    made: str, by: str | None, expected: str | None
) -> None:
    promise = new(
        Promise, text="ring the GP", made_on=day(made), due_on=day("2026-03-12"), by_person_id=by, outcome="kept"
    )
    whole = book(promise, team=DANA_THEN_ADE)
    assert outcome(measured(whole, "promises_kept")) == expected
    assert outcome(measured(whole, "promises_kept", coordinator_id="ade")) == expected  # due on Ade's day
    assert outcome(measured(whole, "promises_kept", coordinator_id="dana")) is None


def test_reasons_come_in_order_of_time() -> None:
    statuses = {
        "2026-03-20 10:00": "planned",
        "2026-03-09 10:00": "cancelled_by_me",
        "2026-03-12 10:00": "i_could_not_go",
    }
    visits = [visit(instant, status) for instant, status in statuses.items()]  # type: ignore[arg-type]  # words, checked
    assert reasons(measured(book(*visits), "went_ahead")) == ["cancelled_by_me", "could_not_go", "still_planned"]
