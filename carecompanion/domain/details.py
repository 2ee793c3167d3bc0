"""An entry whole, for the pane beside the journal and for the full screen."""

from collections.abc import Iterator
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.contact_details import contact_detail
from carecompanion.domain.kinds import CHANGES, NOTES
from carecompanion.domain.moments import long_day
from carecompanion.domain.names import at_start, called, who
from carecompanion.domain.outcomes import outcome
from carecompanion.domain.records import (
    Absence,
    Appointment,
    Attempt,
    Change,
    Contact,
    Note,
    Point,
    Promise,
    Record,
    Reply,
    Update,
)
from carecompanion.domain.sections import Detail, Fact, Section, by_answer, detail_of, moment, towards, typed
from carecompanion.domain.visit_details import visit_detail
from carecompanion.domain.vocabulary import Answer
from carecompanion.language import _

__all__ = ["Detail", "Fact", "Section", "detail"]

REASON: dict[Answer, str] = {
    "yes": _("You were told why"),
    "partly": _("You were partly told why"),
    "no": _("You were not told why"),
}
SAY: dict[Answer, str] = {
    "yes": _("You had a say"),
    "partly": _("You partly had a say"),
    "no": _("You did not have a say"),
}
TOLD_BEFORE: dict[Answer, str] = {
    "yes": _("You were told before"),
    "partly": _("You were partly told before"),
    "no": _("You were not told before"),
}
COVER_NAMED: dict[Answer, str] = {
    "yes": _("You knew who covered"),
    "partly": _("You partly knew who covered"),
    "no": _("Nobody was named to cover"),
}
COVER_WORKED: dict[Answer, str] = {
    "yes": _("The cover worked"),
    "partly": _("The cover partly worked"),
    "no": _("The cover did not work"),
}


def detail(record: Record, book: Book, now: datetime) -> Detail:
    """An entry whole, as things stand at `now`. Raises TypeError for a record that is no entry of the journal."""
    match record:
        case Contact():
            return contact_detail(record, record, book, now)
        case Attempt() | Reply():
            return contact_detail(record, book.contacts[record.contact_id], book, now)
        case Appointment():
            return visit_detail(record, book, now)
        case Note():
            sections = [typed("", record.text)]
            return detail_of(record, NOTES[record.kind], moment(record.at, book, now), sections, book, now)
        case Point():
            return _point(record, book, now)
        case Promise():
            return _promise(record, book, now)
        case _:
            return _of_change(record, book, now)


def _of_change(record: Record, book: Book, now: datetime) -> Detail:
    match record:
        case Change():
            return _change(record, book, now)
        case Update():
            return _update(record, book, now)
        case Absence():
            return _absence(record, book, now)
        case _:
            raise TypeError(f"A {type(record).__name__} is no entry of the journal.")


def _point(point: Point, book: Book, now: datetime) -> Detail:
    came = outcome(point, book, now)
    on = f", {long_day(point.outcome_on, book.day_of(now))}" if point.outcome and point.outcome_on else ""
    trait = towards("listening", point.outcome is not None)
    sections = (
        typed("", point.text),
        Section(_("What came of it"), (Fact(f"{at_start(came.text)}{on}", came.mark, trait),)),
        Section(_("Asked at"), tuple(_source(point, book, now))),
    )
    return detail_of(point, _("You asked for"), moment(point.raised_at, book, now), sections, book, now)


def _source(record: Point | Promise | Update, book: Book, now: datetime) -> Iterator[Fact]:
    """The visit or the contact it came from."""
    visit = book.appointments.get(record.appointment_id or "")
    if visit:
        yield Fact(_("The visit on {moment}").format(moment=moment(visit.planned_at, book, now)))
    contact = book.contacts.get(record.contact_id or "")
    if contact:
        yield Fact(contact.about)


def _promise(promise: Promise, book: Book, now: datetime) -> Detail:
    today = book.day_of(now)
    came = outcome(promise, book, now)
    on = f", {long_day(promise.outcome_on, today)}" if promise.outcome and promise.outcome_on else ""
    counts = came.mark != "open" and promise.by_person_id in (None, book.coordinator_id_on(promise.made_on))
    facts = [Fact(f"{at_start(came.text)}{on}", came.mark, towards("organisation", counts))]
    if promise.due_on:
        facts.append(Fact(_("Due {long_day}").format(long_day=long_day(promise.due_on, today))))
    by = _(" by {who}").format(who=who(book, promise.by_person_id)) if promise.by_person_id else ""
    said_at = Section(_("Said at"), tuple(_source(promise, book, now)))
    sections = (typed("", promise.text), Section(_("What came of it"), tuple(facts)), said_at)
    return detail_of(promise, _("Promise{by}").format(by=by), long_day(promise.made_on, today), sections, book, now)


def _change(change: Change, book: Book, now: datetime) -> Detail:
    today = book.day_of(now)
    told = outcome(change, book, now)
    facts = []
    if change.told_on:
        facts.append(
            Fact(
                _("You were told {long_day}").format(long_day=long_day(change.told_on, today)),
                told.mark,
                towards("communication"),
            )
        )
    if change.never_told:
        facts.append(Fact(_("You were never told"), told.mark, towards("communication")))
    facts += by_answer(change.reason_given, REASON, towards("communication"))
    facts += by_answer(change.my_say, SAY, towards("listening"))
    sections = (typed("", change.what), Section(_("How it was done"), tuple(facts)), typed(_("Note"), change.note))
    kind = f": {CHANGES[change.kind]}" if change.kind else ""
    return detail_of(
        change,
        _("Change{kind}").format(kind=kind),
        _("From {long_day}").format(long_day=long_day(change.effective_on, today)),
        sections,
        book,
        now,
    )


def _update(update: Update, book: Book, now: datetime) -> Detail:
    today = book.day_of(now)
    facts: list[Fact] = []
    for recipient in update.recipients:
        name = called(book, recipient.person_id)
        words: dict[Answer, str] = {
            "yes": _("{name} knew").format(name=name),
            "partly": _("{name} partly knew").format(name=name),
            "no": _("{name} did not know").format(name=name),
        }
        asked = by_answer(recipient.knew, words, towards("communication"))
        facts += asked if recipient.knew else [Fact(_("{name}: not known yet").format(name=name), "open")]
    came_from = Section(_("From"), tuple(_source(update, book, now)))
    sections = (typed("", update.what), Section(_("Who knew"), tuple(facts)), typed(_("Note"), update.note), came_from)
    return detail_of(
        update, _("Update"), _("Told {long_day}").format(long_day=long_day(update.told_on, today)), sections, book, now
    )


def _absence(absence: Absence, book: Book, now: datetime) -> Detail:
    today = book.day_of(now)
    until = _(" to {long_day}").format(long_day=long_day(absence.to_on, today)) if absence.to_on else ""
    own = absence.person_id == book.coordinator_id_on(absence.from_on)
    known = all(answer in ("yes", "no") for answer in (absence.told_before, absence.cover_named))
    trait = towards("accessible", own and known)
    facts = (
        *by_answer(absence.told_before, TOLD_BEFORE, trait),
        *by_answer(absence.cover_named, COVER_NAMED, trait),
        *by_answer(absence.cover_worked, COVER_WORKED),
    )
    sections = (Section(_("Cover"), facts), typed(_("Note"), absence.note))
    dates = f"{long_day(absence.from_on, today)}{until}"
    return detail_of(
        absence, _("{called} away").format(called=called(book, absence.person_id)), dates, sections, book, now
    )
