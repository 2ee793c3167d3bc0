"""Communication: whether everyone knew the latest, and whether the person was told of changes."""

from carecompanion.domain.evidence import Counted, Evidence, Excluded, by_answer
from carecompanion.domain.window import Window


def knew_latest(window: Window) -> Evidence:
    """Appointments that went ahead, with anyone: did they know the latest?"""
    for visit, day in window.visits:
        if visit.status == "went_ahead":
            yield by_answer(visit, day, visit.knew_latest)


def passed_on(window: Window) -> Evidence:
    """Each person an update was for: did they know it?"""
    for update, day in window.updates:
        for recipient in update.recipients:
            yield by_answer(update, day, recipient.knew, "not_known", part=recipient.person_id)


def told_first(window: Window) -> Evidence:
    """Changes: was the person told on a day before they took effect?"""
    for change, day in window.changes:
        if change.told_on is None and not change.never_told:
            yield Excluded(change, day, "not_said")
        else:
            told_before = change.told_on is not None and change.told_on < change.effective_on
            yield Counted(change, day, "met" if told_before else "missed")


def reason_given(window: Window) -> Evidence:
    """Changes: was the reason given?"""
    for change, day in window.changes:
        yield by_answer(change, day, change.reason_given, "not_said")
