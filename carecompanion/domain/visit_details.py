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
from carecompanion.language import _

STARTED: dict[Answer, str] = {"yes": _("Started on time"), "partly": _("Started a bit late"), "no": _("Started late")}
LASTED: dict[Answer, str] = {
    "yes": _("You got the full time"),
    "partly": _("Ended a bit short"),
    "no": _("Was cut short"),
}

ANSWERS: tuple[tuple[str, TraitId, dict[Answer, str]], ...] = (
    (
        "listened",
        "listening",
        {
            "yes": _("You felt listened to"),
            "partly": _("You felt partly listened to"),
            "no": _("You did not feel listened to"),
        },
    ),
    (
        "comfortable",
        "approachable",
        {
            "yes": _("You felt comfortable"),
            "partly": _("You felt partly comfortable"),
            "no": _("You did not feel comfortable"),
        },
    ),
    (
        "knew_latest",
        "communication",
        {
            "yes": _("Knew the latest"),
            "partly": _("Knew part of the latest"),
            "no": _("Did not know the latest"),
        },
    ),
    (
        "kind_to_me",
        "approachable",
        {"yes": _("Was friendly"), "partly": _("Was partly friendly"), "no": _("Was not friendly")},
    ),
    (
        "next_known",
        "organisation",
        {
            "yes": _("You knew when the next one is"),
            "partly": _("You knew roughly when the next one is"),
            "no": _("You did not know when the next one is"),
        },
    ),
)
"""What each answer about a visit that went ahead says, and the trait it counts towards."""

PUT_RIGHT: dict[Answer, str] = {
    "yes": _("Somebody said sorry or put it right"),
    "partly": _("It was partly put right"),
    "no": _("Nobody said sorry or put it right"),
}

HAPPENED: dict[AppointmentStatus, str] = {
    "cancelled_by_service": _("The visit was cancelled"),
    "moved_by_service": _("The visit was moved"),
    "they_did_not_come": _("The visit did not happen"),
    "cancelled_by_me": _("You cancelled"),
    "moved_by_me": _("You moved it"),
    "i_could_not_go": _("You could not go"),
}


def visit_detail(visit: Appointment, book: Book, now: datetime) -> Detail:
    """A visit whole, whether it went ahead, did not, or is still to come."""
    sections = (
        Section(_("How it went"), tuple(_facts(visit, book, now))),
        typed(_("The reason given"), visit.reason),
        typed(_("What was said"), visit.note),
        typed(_("What you did not say"), visit.did_not_say),
        *came_from_it(visit.id, book, now),
    )
    return detail_of(visit, _title(visit, book), _times(visit, book, now), sections, book, now)


def _title(visit: Appointment, book: Book) -> str:
    named = (
        _("Visit with {who}").format(who=who(book, visit.person_id, visit.with_))
        if visit.person_id or visit.with_
        else _("Visit")
    )
    return ", ".join(part for part in (named, unusual_kind(visit), visit.place) if part)


def _times(visit: Appointment, book: Book, now: datetime) -> str:
    began = moment(visit.planned_at, book, now)
    if not visit.planned_minutes:
        return began
    return _("{began} to {local:%H:%M}").format(
        began=began, local=book.local(visit.planned_at + timedelta(minutes=visit.planned_minutes))
    )


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
        yield Fact(_("You were told {moment}").format(moment=moment(visit.told_at, book, now)))
    elif visit.status == "they_did_not_come":
        yield Fact(_("You were not told"), "missed", counts)
    moved_to = book.appointments.get(visit.moved_to_id or "")
    if moved_to:
        yield Fact(_("Moved to {moment}").format(moment=moment(moved_to.planned_at, book, now)))


def _start(visit: Appointment) -> str:
    if visit.minutes_late:
        return _("Started {length_words} late").format(length_words=length_words(timedelta(minutes=visit.minutes_late)))
    if visit.minutes_late == 0:
        return _("Started on time")
    return STARTED[visit.on_time] if visit.on_time else ""


def _length(visit: Appointment) -> str:
    if visit.minutes_given is None:
        return LASTED[visit.full_time] if visit.full_time else ""
    planned = _("of {planned_minutes} ").format(planned_minutes=visit.planned_minutes) if visit.planned_minutes else ""
    return _("Lasted {minutes_given} {planned}min").format(minutes_given=visit.minutes_given, planned=planned)
