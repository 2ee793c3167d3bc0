"""What became of a letter: where it stands, what happened, and what usually comes next and by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from carecompanion.domain.book import Book
from carecompanion.domain.concern_routes import ConcernRoute
from carecompanion.domain.kinds import ATTEMPTS, REPLIES
from carecompanion.domain.letter_words import BEGUN, SENT_BY
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import day_words, long_day
from carecompanion.domain.names import called
from carecompanion.domain.periods import months_before
from carecompanion.domain.records import Attempt, Letter, LetterStep, Record, Reply
from carecompanion.domain.replies import clock
from carecompanion.domain.sending import closing_after, sent_at, waits
from carecompanion.language import _

GUIDELINE = _("This is a guideline.")
PASSED = _("That day has passed. It is fine to ask.")
AGREED = _("How long a full answer takes is agreed with you. It is fine to ask: by when?")
NOT_CHECKED = _("This was not checked.")
LIMIT_PASSED = _("That day has passed. Ask your service, or free advocacy, whether it can still be raised.")


@dataclass(frozen=True, slots=True, repr=False)
class Happened:
    """Something that happened to a letter: its day, what, a note of the person's, and the record that says so."""

    on: date
    what: str
    note: str
    record: Record


def steps_of(letter: Letter, book: Book) -> list[LetterStep]:
    """A letter's steps in the order of their days."""
    steps = (each for each in book.letter_steps.values() if each.letter_id == letter.id)
    return sorted(steps, key=lambda each: (each.happened_on, each.id))


def happened(letter: Letter, book: Book) -> tuple[Happened, ...]:
    """All that happened since a letter was sent, the first first.

    A reply that was written down together with a step is that step, and stands there once.
    """
    at = sent_at(letter, book)
    if at is None:
        return ()
    found = [(book.day_of(at), 0, _sent(letter, book.day_of(at)))]
    steps = steps_of(letter, book)
    found += [(each.happened_on, 2, _step(each)) for each in steps]
    together = {each.written_at for each in steps if each.written_at is not None}
    for attempt in book.attempts_of(letter.contact_id or "")[1:]:
        found.append((book.day_of(attempt.at), 1, _chased(attempt, book)))
    for reply in book.replies_to(letter.contact_id or ""):
        if reply.written_at is None or reply.written_at not in together:
            found.append((book.day_of(reply.at), 1, _replied(reply, book)))
    return tuple(each for _day, _place, each in sorted(found, key=lambda one: one[:2]))


def standing(letter: Letter, book: Book, now: datetime) -> str:
    """Where a letter stands, in a few words: "Not sent yet", "Sent Thu 12 March, waiting for an answer"."""
    today = book.day_of(now)
    if letter.sent_at is None:
        return _("Not sent yet")
    *_between, last = happened(letter, book)
    if not isinstance(last.record, Letter):
        return f"{last.what}, {day_words(last.on, today)}"
    words = _("Sent {day_words}").format(day_words=day_words(last.on, today))
    return _("{words}, waiting for an answer").format(words=words) if waits(letter, book, now) else words


def coming(letter: Letter, book: Book, now: datetime, route: ConcernRoute | None) -> tuple[str, ...]:
    """What usually comes next with a concern and by when, in sentences; none for any other letter."""
    if letter.kind != "concern" or route is None:
        return ()
    at = sent_at(letter, book)
    if at is None:
        return tuple(_time_limit(letter, book, now, route))
    kinds = [each.kind for each in steps_of(letter, book)]
    if kinds and kinds[-1] in ("settled", "withdrawn"):
        return ()
    if "next_stage" in kinds:
        return (_("The next stage is: {said}.").format(said=route.next_stage.said),)
    if "answered" in kinds:
        return (_("If the answer does not settle it, the next stage is: {said}.").format(said=route.next_stage.said),)
    return tuple(_waited_for(letter, at, book, now, route))


def last_day(day: date, months: int) -> date:
    """The last day that is within so many months of a day."""
    return months_before(day, -months)


def _time_limit(letter: Letter, book: Book, now: datetime, route: ConcernRoute) -> Iterator[str]:
    months, longest, on = route.limit_months, route.longest_months or route.limit_months, letter.happened_on
    checked = "" if route.time_limit.is_read else f" {NOT_CHECKED}"
    today = book.day_of(now)
    by, at_most = (
        _(": by {long_day}").format(long_day=long_day(last_day(on, each), today)) if on else ""
        for each in (months, longest)
    )
    can_be = (
        _(" It can be up to {longest} months{at_most}.").format(longest=longest, at_most=at_most)
        if longest > months
        else ""
    )
    yield _(
        "A concern is usually raised within {months} months of what happened{by}.{can_be}{checked} {guideline}"
    ).format(months=months, by=by, can_be=can_be, checked=checked, guideline=GUIDELINE)
    if on is not None and last_day(on, longest) < today:
        yield LIMIT_PASSED


def _waited_for(letter: Letter, at: datetime, book: Book, now: datetime, route: ConcernRoute) -> Iterator[str]:
    """Word that they have it, until something came back; and the full answer."""
    if not _came_back(letter, book, now):
        days = route.acknowledged_days
        yield from _by(
            _("The service usually says within {days} working days that they have it").format(days=days),
            days,
            at,
            book,
            now,
            route,
        )
    if route.answer_days is None:
        yield AGREED
    else:
        days = route.answer_days
        yield from _by(_("Most answers come within {days} working days").format(days=days), days, at, book, now, route)


def _by(said: str, days: int, at: datetime, book: Book, now: datetime, route: ConcernRoute) -> Iterator[str]:
    due = closing_after(book, route, at, days)
    if due is None:
        yield f"{said}. {GUIDELINE}"
        return
    yield _("{said}: by {long_day}. {more}").format(
        said=said, long_day=long_day(book.day_of(due), book.day_of(now)), more=PASSED if due < now else GUIDELINE
    )


def _came_back(letter: Letter, book: Book, now: datetime) -> bool:
    """Whether anything came back: a step that says so, or a reply."""
    if any(each.kind in ("acknowledged", "met", "answered") for each in steps_of(letter, book)):
        return True
    contact = book.contacts.get(letter.contact_id or "")
    found = clock(book, contact, now) if contact else None
    return found is not None and found.answered_at is not None


def _sent(letter: Letter, day: date) -> Happened:
    how = f", {SENT_BY[letter.route]}" if letter.route and letter.route in SENT_BY else ""
    return Happened(day, _("You sent it{how}").format(how=how), "", letter)


def _step(step: LetterStep) -> Happened:
    return Happened(step.happened_on, BEGUN[step.kind], (step.note or "").strip(), step)


def _chased(attempt: Attempt, book: Book) -> Happened:
    what = _("You got in touch again: {attempts}").format(attempts=ATTEMPTS[attempt.route].lower())
    return Happened(book.day_of(attempt.at), what, (attempt.note or "").strip(), attempt)


def _replied(reply: Reply, book: Book) -> Happened:
    name = first_line(called(book, reply.by_person_id, reply.by))
    return Happened(book.day_of(reply.at), f"{name} {REPLIES[reply.kind]}", (reply.note or "").strip(), reply)
