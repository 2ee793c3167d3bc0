"""How an entry came out: a few words and a mark, for the end of its row."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from carecompanion.domain.book import Book
from carecompanion.domain.kinds import POINT_OUTCOMES, PROMISE_OUTCOMES, VISIT_STATUSES
from carecompanion.domain.moments import length_words
from carecompanion.domain.records import Absence, Appointment, Attempt, Change, Point, Promise, Record, Reply, Update
from carecompanion.domain.remaining import length, remaining, remaining_days
from carecompanion.domain.replies import ReplyClock, clock
from carecompanion.domain.tally import Verdict
from carecompanion.domain.visits import CALLED_OFF, fullness, punctuality, worst
from carecompanion.domain.vocabulary import AttemptOutcome, PointOutcome, PromiseOutcome
from carecompanion.language import _

Mark = Literal["met", "partly", "missed", "open", "none"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """At most 16 characters where the book counts down, and the mark drawn beside them."""

    text: str = ""
    mark: Mark = "none"


LEFT_NOTHING: dict[AttemptOutcome, str] = {
    "no_answer": _("no answer"),
    "no_message": _("no message left"),
    "referred": _("sent elsewhere"),
}
"""How each attempt ended that left nothing with anybody."""

POINTS: dict[PointOutcome, Mark] = {"answered": "met", "acted_on": "met", "not_yet": "open", "no": "missed"}
PROMISES: dict[PromiseOutcome, Mark] = {"kept": "met", "late": "partly", "broken": "missed"}


def outcome(record: Record, book: Book, now: datetime) -> Outcome:
    """How the entry of a record came out, as things stand at `now`."""
    match record:
        case Attempt() | Reply():
            contact = book.contacts.get(record.contact_id)
            running = clock(book, contact, now) if contact else None
            return _in_thread(record, running, book, now) if running else Outcome()
        case Appointment():
            return _visit(record, book)
        case Point():
            return _point(record)
        case Promise():
            return _promise(record, book, now)
        case Change():
            return _change(record)
        case Update():
            return _update(record)
        case Absence():
            return _absence(record)
        case _:
            return Outcome()


def thread(running: ReplyClock, book: Book, now: datetime) -> Outcome:
    """How a contact came out, by its clock: "2 h 10 min left", "3 h late", "in time", "late", "closed"."""
    due_at = running.due_at
    match running.state:
        case "answered_in_time":
            return Outcome(_("in time"), "met")
        case "answered_late":
            return Outcome(_("late"), "missed")
        case "answered":
            return Outcome(_("replied"))
        case "waiting":
            return Outcome(remaining(due_at, book, now) if due_at else _("waiting"), "open")
        case "overdue" if due_at:
            return Outcome(remaining(due_at, book, now), "missed")
        case "closed" if due_at and running.closed_at and due_at <= running.closed_at:
            return Outcome(_("no reply"), "missed")
        case "closed":
            return Outcome(_("closed"))
        case _:
            return Outcome()


def answered(running: ReplyClock) -> Outcome:
    """When the answer of a contact came: so long after its start, or so long after it was due."""
    if running.answered_at is None or running.started_at is None:
        return Outcome()
    if running.state == "answered_late" and running.due_at:
        return Outcome(_("{length} late").format(length=length(running.due_at, running.answered_at)), "missed")
    waited = _("in {length}").format(length=length(running.started_at, running.answered_at))
    return Outcome(waited, "met" if running.state == "answered_in_time" else "none")


def _in_thread(event: Attempt | Reply, running: ReplyClock, book: Book, now: datetime) -> Outcome:
    """An attempt or reply in its contact. Only the attempt that started the clock and its answer carry a mark."""
    if running.started_by and event.id == running.started_by.id:
        return _started(running, book, now)
    if running.answer and event.id == running.answer.id:
        return answered(running) if isinstance(event, Reply) else Outcome(_("spoke"))
    if running.closed_at and event.at > running.closed_at:
        return Outcome(_("after closing"))
    if isinstance(event, Reply):
        return Outcome(_("automatic") if event.kind == "automatic" else "")
    if running.started_at is None or event.at < running.started_at:
        return Outcome(LEFT_NOTHING.get(event.outcome, ""))
    return Outcome(
        _("chased") if running.answered_at is None or event.at <= running.answered_at else _("after the reply")
    )


def _started(running: ReplyClock, book: Book, now: datetime) -> Outcome:
    """The attempt that started the clock speaks of the whole contact; a talk at once is its own answer."""
    whole = thread(running, book, now)
    return Outcome(_("spoke"), whole.mark) if running.answer is running.started_by else whole


def _visit(visit: Appointment, book: Book) -> Outcome:
    if visit.status == "planned":
        return Outcome(VISIT_STATUSES["planned"], "open")
    if visit.status != "went_ahead":
        text = _("did not happen") if visit.status == "they_did_not_come" else VISIT_STATUSES[visit.status]
        return Outcome(text, "missed" if visit.status in CALLED_OFF else "none")
    started, lasted = punctuality(visit, book), fullness(visit)
    mark, amiss = worst(started, lasted), ("partly", "missed")
    if started in amiss:
        return Outcome(_("late · cut short") if lasted in amiss else _late(visit, started), mark)
    if lasted in amiss:
        return Outcome(_("a bit short") if lasted == "partly" else _("cut short"), mark)
    return Outcome(_("on time") if started else _("full time") if lasted else VISIT_STATUSES["went_ahead"], mark)


def _late(visit: Appointment, started: Verdict | None) -> str:
    if visit.minutes_late:
        return _("{length_words} late").format(length_words=length_words(timedelta(minutes=visit.minutes_late)))
    return _("a bit late") if started == "partly" else _("late")


def _point(point: Point) -> Outcome:
    if point.outcome is None:
        return Outcome(_("waiting"), "open")
    return Outcome(POINT_OUTCOMES[point.outcome], POINTS[point.outcome])


def _promise(promise: Promise, book: Book, now: datetime) -> Outcome:
    if promise.outcome:
        return Outcome(PROMISE_OUTCOMES[promise.outcome], PROMISES[promise.outcome])
    if promise.due_on is None:
        return Outcome(_("not yet"), "open")
    is_late = promise.due_on < book.day_of(now)
    return Outcome(remaining_days(promise.due_on, book, now), "missed" if is_late else "open")


def _change(change: Change) -> Outcome:
    if change.never_told:
        return Outcome(_("never told"), "missed")
    if change.told_on is None:
        return Outcome()
    if change.told_on < change.effective_on:
        return Outcome(_("told before"), "met")
    return Outcome(_("told on the day") if change.told_on == change.effective_on else _("told after"), "missed")


def _update(update: Update) -> Outcome:
    known = [recipient.knew for recipient in update.recipients if recipient.knew]
    if not known:
        return Outcome()
    knew = known.count("yes")
    if knew == len(known):
        return Outcome(_("knew"), "met")
    if known.count("no") == len(known):
        return Outcome(_("did not know"), "missed")
    return Outcome(
        _("{knew} of {count} knew").format(knew=knew, count=len(known)) if knew else _("knew in part"), "partly"
    )


def _absence(absence: Absence) -> Outcome:
    match absence.told_before, absence.cover_named:
        case "yes", "yes":
            return Outcome(_("cover named"), "met")
        case "yes", "no":
            return Outcome(_("no cover named"), "partly")
        case "no", "yes":
            return Outcome(_("not told before"), "partly")
        case "no", "no":
            return Outcome(_("not told"), "missed")
        case _:
            return Outcome()
