"""How the visits of the earlier months went, each with what was raised, promised and changed at it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from carecompanion.domain.records import Appointment, Person
from carecompanion.domain.sample.hand import Hand, visiting_day
from carecompanion.domain.sample.team import Team
from carecompanion.domain.sample.words import DID_NOT_SAY, MY_REASONS, PLACES, REASONS, VISIT_NOTES
from carecompanion.domain.vocabulary import Answer, AppointmentStatus

LETTERS: dict[str, Answer | None] = {"y": "yes", "p": "partly", "n": "no", "-": None}
ASKED = ("listened", "comfortable", "knew_latest", "kind_to_me", "next_known", "on_time", "full_time", "put_right")
STARTS = ("11:00", "14:00", "10:30", "15:00", "13:30", "09:45", "16:00")


@dataclass(frozen=True, slots=True)
class Went:
    """How one visit went; `answers` is a letter for each of ASKED, `told` when a change of plan was told."""

    status: AppointmentStatus
    late: int | None
    given: int | None
    answers: str
    told: tuple[int, str] | None = None


WENT = (
    Went("went_ahead", 0, 60, "yyyyy---"),
    Went("went_ahead", 20, 55, "yynyy---"),
    Went("went_ahead", 5, 60, "pyyyy---"),
    Went("went_ahead", None, None, "yyy-ppy-"),
    Went("went_ahead", 10, 55, "yyyyyy--"),
    Went("moved_by_service", None, None, "-------p", (-1, "16:30")),
    Went("went_ahead", 0, 60, "yyyynyy-"),
    Went("went_ahead", 25, 35, "npnpn-nn"),
    Went("cancelled_by_me", None, None, "--------", (-1, "18:05")),
    Went("went_ahead", 0, 60, "yypyy---"),
    Went("they_did_not_come", None, None, "-------n"),
    Went("went_ahead", None, 60, "yyyyyn--"),
    Went("i_could_not_go", None, None, "--------", (0, "08:10")),
    Went("went_ahead", 5, 45, "pnynp--y"),
    Went("moved_by_me", None, None, "--------", (-3, "12:15")),
    Went("went_ahead", 0, None, "yyyyy-p-"),
    Went("cancelled_by_service", None, None, "-------y", (-4, "10:40")),
    Went("went_ahead", 15, 60, "yynyyy--"),
)

OTHERS = (
    ("priya", "routine", 50, "yyy-y---"),
    ("sam", "other", 90, "yyp-----"),
    ("okafor", "medical", 20, "ypnyy---"),
    ("priya", "routine", 50, "yyyyy---"),
    ("sam", "routine", 60, "-yy-----"),
    ("priya", "routine", 50, "pyn-y---"),
    ("okafor", "medical", 20, "yyyyn---"),
    (None, "review", 60, "pyyyy---"),
    ("sam", "routine", 60, "yypyy---"),
    ("priya", "assessment", 50, "yyy-n---"),
)
"""Those with the rest of the team, in turn: whose, what kind, how many minutes, the answers."""


def visit(hand: Hand, team: Team, back: int, day: date) -> Appointment:
    """The co-ordinator's visit of the `back`-th block before now, and the one it was moved to."""
    went = WENT[back % len(WENT)]
    day = visiting_day(day)
    planned_at = hand.at(day, STARTS[back % len(STARTS)])
    fields = _whose(team.coordinator_on(day)) | _as_it_went(hand, went, back)
    told_at = hand.at(day + timedelta(days=went.told[0]), went.told[1]) if went.told else None
    if went.status.startswith("moved"):
        fields["moved_to_id"] = _moved_to(hand, team, visiting_day(day + timedelta(days=3)), fields).id
    written_after = told_at or planned_at + timedelta(minutes=60)
    return hand.write(Appointment, written_after, planned_at=planned_at, planned_minutes=60, told_at=told_at, **fields)


def other_visit(hand: Hand, team: Team, back: int, day: date) -> None:
    """An appointment with somebody else of the team."""
    name, kind, minutes, answers = OTHERS[back % len(OTHERS)]
    planned_at = hand.at(visiting_day(day), STARTS[(back + 3) % len(STARTS)])
    person = getattr(team, name) if name else None
    whose = {"person_id": person.id} if person else {"with_": "whole team"}
    fields = {"kind": kind, "status": "went_ahead", "planned_minutes": minutes, "minutes_late": 5 * (back % 3)}
    written_after = planned_at + timedelta(minutes=minutes)
    hand.write(Appointment, written_after, planned_at=planned_at, place="Elm House", **whose, **fields, **said(answers))


def said(answers: str) -> dict[str, Answer | None]:
    """The answers that letters stand for: yes, partly, no, or not said."""
    return {name: LETTERS[letter] for name, letter in zip(ASKED, answers, strict=True)}


def _whose(person: Person | None) -> dict[str, Any]:
    return {"person_id": person.id} if person else {"with_": "duty worker"}


def _as_it_went(hand: Hand, went: Went, back: int) -> dict[str, Any]:
    fields: dict[str, Any] = {"status": went.status, "place": hand.some(PLACES), "kind": "routine"}
    fields |= said(went.answers)
    if went.status == "went_ahead":
        fields |= {"minutes_late": went.late, "minutes_given": went.given, "note": hand.some(VISIT_NOTES)}
        fields["did_not_say"] = hand.some(DID_NOT_SAY) if back % 6 == 1 else None
    elif went.status != "they_did_not_come":
        fields["reason"] = hand.some(REASONS if went.status.endswith("service") else MY_REASONS)
    return fields


def _moved_to(hand: Hand, team: Team, day: date, fields: dict[str, Any]) -> Appointment:
    planned_at = hand.at(day, "12:00")
    went = {"status": "went_ahead", "minutes_late": 0, "minutes_given": 60, "listened": "yes", "comfortable": "yes"}
    whose = _whose(team.coordinator_on(day)) | {"place": fields["place"], "kind": "routine"}
    return hand.write(
        Appointment, planned_at + timedelta(hours=1), planned_at=planned_at, planned_minutes=60, **whose, **went
    )
