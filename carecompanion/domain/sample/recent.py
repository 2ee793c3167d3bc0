"""The last three weeks of the invented journal and what is coming up, written out by hand."""

from datetime import date, datetime, timedelta
from typing import Any

from carecompanion.domain.records import (
    Absence,
    Appointment,
    Attempt,
    Change,
    Contact,
    Note,
    Person,
    Point,
    Promise,
    Recipient,
    Update,
)
from carecompanion.domain.sample.hand import Hand, visiting_day, weekday
from carecompanion.domain.sample.team import Team
from carecompanion.domain.sample.threads import CameBack, Thread, Tried, contact
from carecompanion.domain.sample.visits import said

FIRST_DAY = timedelta(days=22)
"""How long before today these weeks begin."""


def write_recent(hand: Hand, team: Team) -> None:
    """Everything of the last three weeks; days are counted in weekdays from today."""
    _three_weeks_ago(hand, team)
    _around_the_medicine(hand, team)
    cancelled = _visits_with_dana(hand, team)
    _last_week(hand, team)
    coming = _coming_up(hand, team)
    _yesterday(hand, team, coming)
    _waiting(hand, team, coming)
    _notes(hand)
    hand.write(
        Point, cancelled.planned_at, text="To hear by the day before", raised_at=cancelled.planned_at, outcome="no"
    )


def _seen(hand: Hand, whom: Person, count: int, wall: str, minutes: int, answers: str, **fields: object) -> Appointment:
    """An appointment that went ahead, so many weekdays ago."""
    planned_at = hand.at(_past(hand, count), wall)
    fields = {"status": "went_ahead", "place": "Elm House", "kind": "routine"} | said(answers) | fields
    after = planned_at + timedelta(minutes=minutes)
    return hand.write(Appointment, after, planned_at=planned_at, planned_minutes=minutes, person_id=whom.id, **fields)


def _past(hand: Hand, count: int) -> date:
    return visiting_day(weekday(hand.today, count), -1)


def _three_weeks_ago(hand: Hand, team: Team) -> None:
    walk = {"place": "the café on Mill Street", "minutes_late": 0, "note": "Practised ordering. I paid by card."}
    _seen(hand, team.sam, -15, "11:00", 90, "yyy-y---", **walk)
    psychology = {"minutes_late": 0, "minutes_given": 50, "note": "The sleep sheet helps. Two weeks more."}
    _seen(hand, team.priya, -14, "15:30", 50, "yyyyy---", **psychology)
    bus_pass = Thread((Tried(0, "10:20", "phone", "dana", "spoke"),))
    contact(hand, team, bus_pass, weekday(hand.today, -15), "The photo for my bus pass")


def _around_the_medicine(hand: Hand, team: Team) -> None:
    """Dr Okafor changes a tablet; Dana does not hear of it."""
    day = _past(hand, -9)
    came = CameBack(0, "14:00", "message", "dana", "yes", "yes")
    asked = Thread((Tried(0, "09:00", "email", "dana", "sent"),), (came,))
    contact(hand, team, asked, weekday(hand.today, -9), "Questions for Dr Okafor")
    lower = {"minutes_late": 10, "minutes_given": 20, "note": "Evening tablet: half from Monday. He explained why."}
    seen = _seen(hand, team.okafor, -9, "14:30", 20, "yyyyy---", kind="medical", **lower)
    what, monday = "Evening tablet halved", weekday(day, 1)
    agreed = {"told_on": day, "reason_given": "yes", "my_say": "yes"}
    hand.write(Change, hand.at(day, "16:00"), what=what, kind="medicine", effective_on=monday, **agreed)
    recipients = (
        Recipient(person_id=team.dana.id, knew="no", checked_on=_past(hand, -1)),
        Recipient(person_id=team.priya.id, knew="yes", checked_on=_past(hand, -4)),
        Recipient(person_id=team.sam.id),
    )
    news = {"what": "My evening tablet has been halved", "note": "Dr Okafor said he would tell everyone."}
    hand.write(Update, hand.at(monday, "09:30"), told_on=monday, recipients=recipients, appointment_id=seen.id, **news)


def _visits_with_dana(hand: Hand, team: Team) -> Appointment:
    """One that did not happen, and one that went well."""
    planned_at = hand.at(_past(hand, -12), "11:00")
    off: dict[str, Any] = {
        "status": "cancelled_by_service",
        "reason": "Called to somebody else.",
        "put_right": "partly",
    }
    off |= {
        "told_at": planned_at - timedelta(minutes=115),
        "place": "at home",
        "kind": "routine",
        "planned_minutes": 60,
    }
    cancelled = hand.write(Appointment, planned_at, planned_at=planned_at, person_id=team.dana.id, **off)
    well = {"minutes_late": 0, "minutes_given": 60, "note": "Plan for March. We wrote it down together."}
    seen = _seen(hand, team.dana, -7, "11:00", 60, "yyyyy---", **well)
    promise = {"by_person_id": team.dana.id, "made_on": _past(hand, -7), "due_on": weekday(hand.today, -2)}
    promise |= {"appointment_id": seen.id}
    kept = {
        "text": "Will ring the chemist about my prescription",
        "outcome": "kept",
        "outcome_on": weekday(hand.today, -6),
    }
    hand.write(Promise, seen.planned_at, **promise, **kept)
    hand.write(Promise, seen.planned_at, text="Will send the dates of the walking group", **promise)
    return cancelled


def _last_week(hand: Hand, team: Team) -> None:
    came = CameBack(1, "16:50", "message", "desk", "yes", "no")
    chemist = Thread((Tried(0, "13:50", "text", "desk", "sent"),), (came,))
    contact(hand, team, chemist, weekday(hand.today, -7), "Prescription not at the chemist")
    at = hand.at(weekday(hand.today, -4), "10:05")
    hand.write(Point, at, text="A copy of my care plan", raised_at=at, outcome="not_yet")
    psychology = {"minutes_late": 0, "minutes_given": 50, "note": "Talked about asking for things. Good practice."}
    _seen(hand, team.priya, -4, "15:30", 50, "yyyyy---", **psychology)
    day = weekday(hand.today, -3)
    rang = CameBack(0, "11:22", "spoke", "dana", "yes", "yes")
    earlier = Thread((Tried(0, "09:12", "phone", "dana", "voicemail"),), (rang,))
    contact(hand, team, earlier, day, "Can the visit be earlier?")
    planned_at = hand.at(_past(hand, -2), "10:30")
    walk = {"planned_minutes": 60, "place": "the park", "kind": "routine", "person_id": team.sam.id}
    hand.write(Appointment, hand.at(weekday(hand.today, -8), "12:00"), planned_at=planned_at, **walk)


def _yesterday(hand: Hand, team: Team, coming: Appointment) -> None:
    """The visit that began late and ended early, and what was asked for at it."""
    words = "I asked about the letter to my GP. Dana had not heard about the change Dr Okafor made. She will find out."
    short = {
        "place": "at home",
        "minutes_late": 20,
        "minutes_given": 25,
        "note": words,
        "private": "I felt in the way.",
    }
    seen = _seen(hand, team.dana, -1, "14:00", 60, "pynyy---", **short)
    raised_at = seen.planned_at + timedelta(minutes=30)
    raised = {"raised_at": raised_at, "appointment_id": seen.id}
    hand.write(Point, raised_at, text="The letter to my GP", **raised)
    day = raised_at.date()
    agreed = {"outcome": "acted_on", "outcome_on": day}
    hand.write(Point, raised_at, text="A longer visit next time", **raised, **agreed)
    find_out = {"text": "Will find out about the change Dr Okafor made", "due_on": coming.planned_at.date()}
    hand.write(Promise, raised_at, by_person_id=team.dana.id, made_on=day, appointment_id=seen.id, **find_out)


def _coming_up(hand: Hand, team: Team) -> Appointment:
    """The next visit, and the two after it."""
    asked = hand.at(weekday(hand.today, -7), "12:10")
    visit = {"person_id": team.dana.id, "planned_minutes": 60, "place": "at home", "kind": "routine"}
    coming = hand.write(Appointment, asked, planned_at=_ahead(hand, 1, "11:00"), **visit)
    medicine = {"person_id": team.okafor.id, "planned_minutes": 20, "place": "Elm House", "kind": "medical"}
    hand.write(Appointment, asked, planned_at=_ahead(hand, 3, "14:30"), **medicine)
    review = {"with_": "whole team", "planned_minutes": 60, "place": "Elm House", "kind": "review"}
    hand.write(Appointment, asked, planned_at=_ahead(hand, 10, "10:00"), note="Jo is coming with me.", **review)
    away = {"from_on": weekday(hand.today, 13), "to_on": weekday(hand.today, 17)}
    said_so = {"told_before": "yes", "cover_named": "yes", "note": "Leave. The duty desk covers."}
    hand.write(Absence, asked, person_id=team.dana.id, **away, **said_so)
    return coming


def _ahead(hand: Hand, count: int, wall: str) -> datetime:
    return hand.at(visiting_day(weekday(hand.today, count)), wall)


WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _waiting(hand: Hand, team: Team, coming: Appointment) -> None:
    """Two contacts without a reply: one with 7 h 55 min left, one 3 h late.

    The late one carries a due time of its own: the desk named the hour.
    """
    texted = hand.now - timedelta(hours=16, minutes=5)
    letter = hand.write(Contact, texted, about="The letter to my GP")
    sent = {"contact_id": letter.id, "at": texted, "route": "text", "outcome": "sent", "to_person_id": team.dana.id}
    hand.contact(letter, [hand.write(Attempt, texted, **sent)])
    rang = hand.now - timedelta(hours=6)
    about = f"Moving {WEEK[coming.planned_at.weekday()]}'s visit"
    move = hand.write(Contact, rang, about=about, due_at=rang + timedelta(hours=3))
    said_when = {"route": "phone", "outcome": "voicemail", "note": "The message says: we ring back within 3 hours."}
    hand.write(Attempt, rang, contact_id=move.id, at=rang, to_person_id=team.desk.id, **said_when)


def _notes(hand: Hand) -> None:
    for count, wall, kind, words, extra in NOTES:
        at = hand.at(weekday(hand.today, count), wall)
        hand.write(Note, at, at=at, kind=kind, text=words, **extra)


NOTES: tuple[tuple[int, str, str, str, dict[str, Any]], ...] = (
    (-13, "20:15", "note", "Three evenings without the late news. Quieter in my head.", {}),
    (-12, "12:30", "hard", "Had tidied up for nothing. Rang Jo instead of staying cross.", {"keep_out": True}),
    (-11, "18:40", "good", "Jo drove me to the garden centre. Bought seed potatoes [first earlies].", {}),
    (-8, "21:05", "note", "First day on half the evening tablet. A bit awake, nothing else.", {}),
    (-6, "17:10", "note", "To ask: who tells Dana when my tablets change?", {}),
    (-5, "16:20", "good", "Walked to the market and back, twice as far as last month 🙂", {}),
    (-3, "18:00", "good", "Dana rang back within the morning. That helped more than she knows.", {}),
    (-2, "19:40", "note", "Slept badly three nights running", {"private": "It is the flat upstairs again."}),
)
