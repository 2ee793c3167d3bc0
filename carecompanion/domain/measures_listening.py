"""Listening: whether the person was heard, and what they raised was followed up."""

from datetime import date

from carecompanion.domain.evidence import Counted, Evidence, Excluded, by_answer
from carecompanion.domain.records import Point
from carecompanion.domain.window import Window


def listened(window: Window) -> Evidence:
    """The co-ordinator's appointments that went ahead: did the person feel listened to?"""
    for visit, day in window.own_visits:
        if visit.status == "went_ahead":
            yield by_answer(visit, day, visit.listened)


def followed_up(window: Window) -> Evidence:
    """Points raised: were they answered or acted on, by the next appointment that went ahead?"""
    for point, day in window.points:
        yield _point(window, point, day)


def had_a_say(window: Window) -> Evidence:
    """Changes: did the person have a say?"""
    for change, day in window.changes:
        yield by_answer(change, day, change.my_say, "not_said")


def _point(window: Window, point: Point, day: date) -> Counted | Excluded:
    match point.outcome:
        case None:
            return Excluded(point, day, "no_outcome")
        case "answered" | "acted_on":
            return Counted(point, day, "met")
        case "not_yet" if not _met_since(window, point):
            return Excluded(point, day, "no_visit_since")
        case _:
            return Counted(point, day, "missed")


def _met_since(window: Window, point: Point) -> bool:
    """Whether an appointment with the co-ordinator, other than the point's own, was planned after it and kept."""
    for visit, _ in reversed(window.kept_visits):
        if visit.planned_at <= point.raised_at:
            return False
        if visit.id != point.appointment_id:
            return True
    return False
