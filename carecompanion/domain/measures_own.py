"""Traits of the person's own: how often the answer to their question was yes."""

from carecompanion.domain.evidence import Evidence, by_answer
from carecompanion.domain.records import Appointment, OwnTrait
from carecompanion.domain.vocabulary import Answer
from carecompanion.domain.window import Window


def own_question(own: OwnTrait, window: Window) -> Evidence:
    """Appointments that went ahead: what was answered; those that were to be asked about and were not are left out."""
    for visit, day in window.visits:
        if visit.status != "went_ahead":
            continue
        answer = answer_to(own, visit)
        if answer or (own.is_asked_on(day) and own.person_id in (None, visit.person_id)):
            yield by_answer(visit, day, answer)


def answer_to(own: OwnTrait, visit: Appointment) -> Answer | None:
    """What was said of a visit to the question of a trait of one's own; None when nothing was."""
    return next((each.answer for each in visit.own if each.trait_id == own.id), None)
