"""Approachable: whether the person felt at ease, and whether things were put right."""

from carecompanion.domain.evidence import Evidence, by_answer
from carecompanion.domain.window import Window


def comfortable(window: Window) -> Evidence:
    """The co-ordinator's appointments that went ahead: did the person feel comfortable?"""
    for visit, day in window.own_visits:
        if visit.status == "went_ahead":
            yield by_answer(visit, day, visit.comfortable)


def kind(window: Window) -> Evidence:
    """The co-ordinator's appointments that went ahead: were they friendly?"""
    for visit, day in window.own_visits:
        if visit.status == "went_ahead":
            yield by_answer(visit, day, visit.kind_to_me)


def put_right(window: Window) -> Evidence:
    """The co-ordinator's appointments, however they ended: did someone say sorry or put it right?"""
    for visit, day in window.own_visits:
        yield by_answer(visit, day, visit.put_right)
