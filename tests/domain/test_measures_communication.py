from typing import Any

import pytest

from carecompanion.domain.records import Change, Recipient, Update
from tests.domain.given import DANA_THEN_ADE, agreed, book, day, measured, new, outcome, reasons, verdicts, visit


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"knew_latest": "yes"}, "met"),
        ({"knew_latest": "partly"}, "partly"),
        ({"knew_latest": "no"}, "missed"),
        ({}, "not_answered"),
        ({"knew_latest": "no", "person_id": "okafor"}, "missed"),  # anyone in the team
        ({"knew_latest": "no", "person_id": None, "with_": "duty worker"}, "missed"),
        ({"knew_latest": "no", "status": "cancelled_by_service"}, None),
        ({"knew_latest": "no", "status": "planned"}, None),
        ({"knew_latest": "no", "status": "i_could_not_go"}, None),
    ],
)
def test_knew_latest_looks_at_every_appointment_that_went_ahead(fields: dict[str, Any], expected: str | None) -> None:
    assert outcome(measured(book(visit("2026-03-09 10:00", **fields)), "knew_latest")) == expected


def test_knew_latest_counts_what_is_private_kept_out_or_written_by_a_supporter() -> None:
    marked: list[dict[str, Any]] = [{"private": "for me"}, {"keep_out": True}, {"written_by": "Mum"}]
    visits = [visit("2026-03-09 10:00", knew_latest="yes", **fields) for fields in marked]
    assert verdicts(measured(book(*visits), "knew_latest")) == ["met", "met", "met"]


def test_an_appointment_at_this_very_instant_has_happened_and_one_after_it_has_not() -> None:
    visits = book(visit("2026-03-09 10:00", knew_latest="yes"), visit("2026-03-09 10:01", knew_latest="no"))
    assert verdicts(measured(visits, "knew_latest", now="2026-03-09 10:00")) == ["met"]


def test_a_period_is_whole_local_days_with_both_ends() -> None:
    instants = ("2026-05-31 23:59", "2026-06-01 00:00", "2026-06-30 23:59", "2026-07-01 00:00")
    visits = [visit(instant, knew_latest="yes") for instant in instants]
    found = measured(book(*visits), "knew_latest", now="2026-08-01 12:00", first="2026-06-01", last="2026-06-30")
    assert [counted.on for counted in found.counted] == [day("2026-06-01"), day("2026-06-30")]


def test_with_a_co_ordinator_chosen_only_their_days_count() -> None:
    instants = ("2026-03-01 10:00", "2026-03-02 10:00", "2026-03-09 10:00", "2026-03-10 10:00")
    visits = book(*(visit(instant, person_id="okafor", knew_latest="yes") for instant in instants), team=DANA_THEN_ADE)
    dana, ade = (
        measured(visits, "knew_latest", coordinator_id="dana"),
        measured(visits, "knew_latest", coordinator_id="ade"),
    )
    assert [counted.on for counted in dana.counted] == [day("2026-03-01")]
    assert [counted.on for counted in ade.counted] == [day("2026-03-10")]
    assert len(measured(visits, "knew_latest").counted) == 4


def test_passed_on_counts_each_person_an_update_was_for() -> None:
    recipients = (
        Recipient(person_id="dana", knew="yes"),
        Recipient(person_id="ade", knew="no", checked_on=day("2026-04-20")),
        Recipient(person_id="okafor"),
    )
    found = measured(
        book(new(Update, what="new tablets", told_on=day("2026-03-09"), recipients=recipients)), "passed_on"
    )
    assert [(counted.part, counted.verdict) for counted in found.counted] == [("dana", "met"), ("ade", "missed")]
    assert [(excluded.part, excluded.why) for excluded in found.excluded] == [("okafor", "not_known")]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"told_on": day("2026-03-08")}, "met"),
        ({"told_on": day("2026-03-09")}, "missed"),  # on the day itself
        ({"told_on": day("2026-03-10")}, "missed"),
        ({"never_told": True}, "missed"),
        ({}, "not_said"),
    ],
)
def test_told_first_is_on_an_earlier_day(fields: dict[str, Any], expected: str) -> None:
    change = new(Change, what="new clinic", effective_on=day("2026-03-09"), **fields)
    assert outcome(measured(book(change), "told_first")) == expected


@pytest.mark.parametrize(
    ("answer", "expected"), [("yes", "met"), ("partly", "partly"), ("no", "missed"), (None, "not_said")]
)
def test_reason_given_counts_every_change(answer: str | None, expected: str) -> None:
    change = new(Change, what="new clinic", effective_on=day("2026-03-09"), reason_given=answer)
    assert outcome(measured(book(change), "reason_given")) == expected


def test_changes_and_updates_after_today_are_not_there_yet() -> None:
    days = [day("2026-03-09"), day("2026-03-10")]
    changes = [new(Change, what="new clinic", effective_on=on, told_on=day("2026-03-01")) for on in days]
    updates = [
        new(Update, what="moved", told_on=on, recipients=(Recipient(person_id="dana", knew="yes"),)) for on in days
    ]
    whole = book(*changes, *updates, agreed())
    for name in ("told_first", "passed_on"):
        assert verdicts(measured(whole, name, now="2026-03-09 00:00")) == ["met"]
    assert reasons(measured(whole, "reason_given", now="2026-03-09 00:00")) == ["not_said"]
