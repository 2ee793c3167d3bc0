"""A visit whole: what was arranged, how it went, what was said."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import BY_ANSWER
from carecompanion.domain.kinds import ANSWERS as ANSWER_WORDS
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import length_words
from carecompanion.domain.names import at_start, who
from carecompanion.domain.records import Appointment
from carecompanion.domain.sections import (
    Detail,
    Fact,
    Section,
    by_answer,
    came_from_it,
    detail_of,
    moment,
    towards,
    typed,
)
from carecompanion.domain.titles import unusual_kind
from carecompanion.domain.visits import CALLED_OFF, fullness, is_with_coordinator, punctuality
from carecompanion.domain.vocabulary import Answer, AppointmentStatus, TraitId

STARTED: dict[Answer, str] = {"yes": "Started on time", "partly": "Started a bit late", "no": "Started late"}
LASTED: dict[Answer, str] = {"yes": "You got the full time", "partly": "Ended a bit short", "no": "Was cut short"}

ANSWERS: tuple[tuple[str, TraitId, dict[Answer, str]], ...] = (
    (
        "listened",
        "listening",
        {
            "yes": "You felt listened to",
            "partly": "You felt partly listened to",
            "no": "You did not feel listened to",
        },
    ),
    (
        "comfortable",
        "approachable",
        {
            "yes": "You felt comfortable",
            "partly": "You felt partly comfortable",
            "no": "You did not feel comfortable",
        },
    ),
    (
        "knew_latest",
        "communication",
        {
            "yes": "Knew the latest",
            "partly": "Knew part of the latest",
            "no": "Did not know the latest",
        },
    ),
    (
        "kind_to_me",
        "approachable",
        {"yes": "Was friendly", "partly": "Was partly friendly", "no": "Was not friendly"},
    ),
    (
        "next_known",
        "organisation",
        {
            "yes": "You knew when the next one is",
            "partly": "You knew roughly when the next one is",
            "no": "You did not know when the next one is",
        },
    ),
)
"""What each answer about a visit that went ahead says, and the trait it counts towards."""

PUT_RIGHT: dict[Answer, str] = {
    "yes": "Somebody said sorry or put it right",
    "partly": "It was partly put right",
    "no": "Nobody said sorry or put it right",
}

HAPPENED: dict[AppointmentStatus, str] = {
    "cancelled_by_service": "The visit was cancelled",
    "moved_by_service": "The visit was moved",
    "they_did_not_come": "The visit did not happen",
    "cancelled_by_me": "You cancelled",
    "moved_by_me": "You moved it",
    "i_could_not_go": "You could not go",
}


def visit_detail(visit: Appointment, book: Book, now: datetime) -> Detail:
    """A visit whole, whether it went ahead, did not, or is still to come."""
    sections = (
        Section("How it went", tuple(_facts(visit, book, now))),
        typed("The reason given", visit.reason),
        typed("What was said", visit.note),
        typed("What you did not say", visit.did_not_say),
        *came_from_it(visit.id, book, now),
    )
    return detail_of(visit, _title(visit, book), _times(visit, book, now), sections, book, now)


def _title(visit: Appointment, book: Book) -> str:
    named = f"Visit with {who(book, visit.person_id, visit.with_)}" if visit.person_id or visit.with_ else "Visit"
    return ", ".join(part for part in (named, unusual_kind(visit), visit.place) if part)


def _times(visit: Appointment, book: Book, now: datetime) -> str:
    began = moment(visit.planned_at, book, now)
    if not visit.planned_minutes:
        return began
    return f"{began} to {book.local(visit.planned_at + timedelta(minutes=visit.planned_minutes)):%H:%M}"


def _facts(visit: Appointment, book: Book, now: datetime) -> Iterator[Fact]:
    own = is_with_coordinator(visit, book)
    if visit.status == "went_ahead":
        yield from _as_it_went(visit, book, own)
    else:
        yield from _as_it_did_not(visit, book, now, own)
    yield from by_answer(visit.put_right, PUT_RIGHT, towards("approachable", own))
    yield from _own(visit, book)


def _own(visit: Appointment, book: Book) -> Iterator[Fact]:
    """What was answered to the person's own questions."""
    for each in visit.own:
        asked = book.own_traits.get(each.trait_id)
        if asked is not None:
            words = f"{first_line(asked.question)} {at_start(ANSWER_WORDS[each.answer])}"
            yield Fact(words, BY_ANSWER[each.answer], first_line(asked.name))


def _as_it_went(visit: Appointment, book: Book, own: bool) -> Iterator[Fact]:
    started, lasted = punctuality(visit, book), fullness(visit)
    if text := _start(visit):
        yield Fact(text, started or "none", towards("organisation", own))
    if text := _length(visit):
        yield Fact(text, lasted or "none", towards("organisation", own and lasted is not None))
    for field, trait, words in ANSWERS:
        yield from by_answer(getattr(visit, field), words, towards(trait, own or trait == "communication"))


def _as_it_did_not(visit: Appointment, book: Book, now: datetime, own: bool) -> Iterator[Fact]:
    if visit.status not in HAPPENED:
        return
    called_off = visit.status in CALLED_OFF
    counts = towards("organisation", own and called_off and visit.planned_at <= now)
    yield Fact(HAPPENED[visit.status], "missed" if called_off else "none", counts)
    if visit.told_at:
        yield Fact(f"You were told {moment(visit.told_at, book, now)}")
    elif visit.status == "they_did_not_come":
        yield Fact("You were not told", "missed", counts)
    moved_to = book.appointments.get(visit.moved_to_id or "")
    if moved_to:
        yield Fact(f"Moved to {moment(moved_to.planned_at, book, now)}")


def _start(visit: Appointment) -> str:
    if visit.minutes_late:
        return f"Started {length_words(timedelta(minutes=visit.minutes_late))} late"
    if visit.minutes_late == 0:
        return "Started on time"
    return STARTED[visit.on_time] if visit.on_time else ""


def _length(visit: Appointment) -> str:
    if visit.minutes_given is None:
        return LASTED[visit.full_time] if visit.full_time else ""
    planned = f"of {visit.planned_minutes} " if visit.planned_minutes else ""
    return f"Lasted {visit.minutes_given} {planned}min"
