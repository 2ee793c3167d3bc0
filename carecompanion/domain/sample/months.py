"""The earlier months of the invented journal, a fortnight at a time."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from carecompanion.domain.records import (
    Absence,
    Appointment,
    Change,
    Note,
    Point,
    Promise,
    Recipient,
    Update,
)
from carecompanion.domain.sample.hand import Hand, at_christmas
from carecompanion.domain.sample.team import Team
from carecompanion.domain.sample.threads import THREADS, Thread, contact
from carecompanion.domain.sample.visits import other_visit, visit
from carecompanion.domain.sample.words import ABOUTS, CHANGES, NOTES, POINTS, PRIVATE, PROMISES, UPDATES
from carecompanion.domain.vocabulary import Answer, PointOutcome, PromiseOutcome

ANSWERS: tuple[Answer | None, ...] = ("yes", "yes", "partly", "yes", "no", None)
CAME_OF_IT: tuple[PointOutcome | None, ...] = ("acted_on", "answered", "not_yet", "answered", "no", "acted_on", None)
KEPT: tuple[PromiseOutcome, ...] = ("kept", "kept", "late", "kept", "broken")
SUPPORTER = "Jo, my sister"


@dataclass(frozen=True, slots=True)
class Fortnight:
    """A stretch of the journal: the `back`-th before the last three weeks, and its first day.

    `apart` scales the days within it, so that a journal can be denser than life.
    """

    back: int
    first: date
    apart: float

    def day(self, number: int) -> date:
        """A day of the stretch, 0 to 13."""
        return self.first + timedelta(days=int(number * self.apart))


def write_fortnight(hand: Hand, team: Team, stretch: Fortnight) -> None:
    """Everything of one stretch."""
    back = stretch.back
    seen = visit(hand, team, back, stretch.day((1, 2, 0, 2, 1, 6)[back % 6]))
    if back % 4 != 2:
        other_visit(hand, team, back // 4 * 3 + min(back % 4, 2), stretch.day(9 - back % 3))
    for number, day in ((2 * back, 4 + back % 2), (2 * back + 1, 13 - back % 5)):
        extra: dict[str, Any] = {"keep_out": True} if number % 23 == 5 else {}
        thread = THREADS[number % len(THREADS)]
        begun = _replied_in_the_week(stretch.day(day), thread)
        contact(hand, team, thread, begun, thread.about or ABOUTS[number % len(ABOUTS)], **extra)
    for number, day in ((2 * back, 3 + back % 4), (2 * back + 1, 12 - back % 3)):
        if number % 5 != 3:
            _note(hand, number, stretch.day(day))
    _raised(hand, back, seen)
    _around(hand, team, stretch)


def _replied_in_the_week(day: date, thread: Thread) -> date:
    """The last day up to that one on which the thread may begin without running into a weekend or Christmas."""
    while day.weekday() + thread.lasts > 4 or at_christmas(day):
        day -= timedelta(days=1)
    return day


def _note(hand: Hand, number: int, day: date) -> None:
    kind, text = NOTES[number * 7 % len(NOTES)]
    at = hand.at(day, ("19:40", "21:15", "08:30", "17:05")[number % 4])
    extra: dict[str, Any] = {"private": hand.some(PRIVATE)} if number % 11 == 4 else {}
    if number % 13 == 6:
        extra |= {"written_by": SUPPORTER}
    hand.write(Note, at, at=at, kind=kind, text=text, keep_out=number % 17 == 8, **extra)


def _raised(hand: Hand, back: int, seen: Appointment) -> None:
    """What was asked for and what was promised at a visit."""
    at = seen.planned_at + timedelta(minutes=40)
    day = at.date()
    if back % 3 != 2:
        outcome = CAME_OF_IT[back % len(CAME_OF_IT)]
        ended: dict[str, object] = {
            "outcome": outcome,
            "outcome_on": hand.by_today(day + timedelta(days=9)) if outcome else None,
        }
        hand.write(Point, at, text=POINTS[back % len(POINTS)], raised_at=at, appointment_id=seen.id, **ended)
    if back % 2:
        due_on = day + timedelta(days=7) if back % 3 else None
        kept = KEPT[back // 2 % len(KEPT)]
        after = {"kept": 5, "late": 12, "broken": 20}[kept]
        ended = {"outcome": kept, "outcome_on": hand.by_today(day + timedelta(days=after))}
        text = PROMISES[back // 2 % len(PROMISES)]
        hand.write(Promise, at, text=text, by_person_id=seen.person_id, made_on=day, due_on=due_on, **ended)


def _around(hand: Hand, team: Team, stretch: Fortnight) -> None:
    """What the team changed, what it had to know, and who was away: one of them now and then."""
    turn, kind = divmod(stretch.back, 4)
    if kind == 0:
        _change(hand, turn, stretch.day(5))
    if kind == 2:
        _update(hand, team, turn, stretch.day(7))
    if kind == 3:
        _absence(hand, team, turn, stretch.day(8))


def _change(hand: Hand, turn: int, day: date) -> None:
    kind, what = CHANGES[turn % len(CHANGES)]
    told: dict[str, Any] = {"told_on": day - timedelta(days=(6, 0, 3, -2)[turn % 4])}
    if turn % 5 == 4:
        told = {"never_told": True, "note": "I saw it in a letter to somebody else."}
    said = {"reason_given": ANSWERS[turn % 6], "my_say": ANSWERS[(turn + 2) % 6]}
    hand.write(Change, hand.at(day, "18:00"), kind=kind, what=what, effective_on=day, **told, **said)


def _update(hand: Hand, team: Team, turn: int, day: date) -> None:
    coordinator = team.coordinator_on(day) or team.desk
    told = (coordinator, team.priya, team.sam)[: 2 + turn % 2]
    checked_on = hand.by_today(day + timedelta(days=10))
    recipients = []
    for number, person in enumerate(told):
        knew = ANSWERS[(turn + 2 * number) % 6]
        recipients.append(Recipient(person_id=person.id, knew=knew, checked_on=checked_on if knew else None))
    what = UPDATES[turn % len(UPDATES)]
    hand.write(Update, hand.at(day, "12:30"), what=what, told_on=day, recipients=tuple(recipients))


def _absence(hand: Hand, team: Team, turn: int, day: date) -> None:
    person = team.coordinator_on(day) or team.sam
    said = {
        "told_before": ANSWERS[turn % 6],
        "cover_named": ANSWERS[(turn + 3) % 6],
        "cover_worked": ANSWERS[(turn + 1) % 6],
    }
    to_on = day + timedelta(days=(4, 11, 2)[turn % 3])
    hand.write(Absence, hand.at(day, "09:00"), person_id=person.id, from_on=day, to_on=to_on, **said)
