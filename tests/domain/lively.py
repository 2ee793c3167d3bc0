"""A hypothesis strategy for journals in which much happens within a few months."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from random import Random
from typing import Any, TypeVar, get_args
from uuid import UUID

from hypothesis import strategies as st

from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.domain.contradictions import COUNTING
from carecompanion.domain.records import (
    Absence,
    Agreement,
    Appointment,
    Attempt,
    Change,
    Contact,
    Coordination,
    LeftOut,
    Note,
    OwnAnswer,
    OwnTrait,
    Person,
    Point,
    Promise,
    Recipient,
    Record,
    Reply,
    Update,
)
from carecompanion.domain.settings import Settings
from carecompanion.domain.traits import TRAITS
from carecompanion.domain.vocabulary import (
    Answer,
    AppointmentStatus,
    AttemptOutcome,
    Nation,
    PointOutcome,
    PromiseOutcome,
    ReplyKind,
    ReplyUnit,
)
from tests.domain.given import utc, with_due_times

T = TypeVar("T")
R = TypeVar("R", bound=Record)

NOW = utc("2026-04-08 12:00")
"""A Wednesday soon after Easter and the change to summer time."""
ANSWERS: tuple[Answer | None, ...] = (None, None, "yes", "yes", "partly", "no")
ASKED = ("on_time", "full_time", "listened", "comfortable", "knew_latest", "kind_to_me", "next_known", "put_right")
CALLED_OFF: tuple[AppointmentStatus, ...] = ("cancelled_by_service", "moved_by_service")
MOST_WENT_AHEAD: tuple[AppointmentStatus, ...] = (*(("went_ahead",) * 8), *CALLED_OFF, *get_args(AppointmentStatus))


@st.composite
def lively_books(draw: st.DrawFn) -> Book:
    """A valid journal of some 100 records, nearly all from the ten weeks before NOW, and a few from after it.

    Most instants lie on quarters of a day, so that many fall together, on NOW and on midnight.
    """
    return lively_book(
        draw(NUMBERS), lambda fewest, most: draw(st.lists(NUMBERS, min_size=fewest, max_size=most, unique=True))
    )


def lively_book(number: int, numbers: Callable[[int, int], list[int]]) -> Book:
    """The journal that follows from a number, and from as many as are asked for, between a fewest and a most."""
    chance = Random(number)
    ids = (str(UUID(int=chance.getrandbits(128))) for _ in count())
    book = _team(Picks(number, ids))
    for written, fewest, most in WRITTEN:
        found = [record for one in numbers(fewest, most) for record in written(Picks(one, ids), book)]
        book = book.keeping(*found)
    once = {(one.entry_id, one.trait): one for one in book.left_out.values()}
    return with_due_times(replace(book, left_out={one.id: one for one in once.values()}))


NUMBERS = st.integers(0, 999_999)


class Picks:
    """What a drawn number picks for one record. Drawing each of its fields instead would take ten times as long."""

    def __init__(self, number: int, ids: Iterator[str]) -> None:
        self._chance = Random(number)
        self._ids = ids

    def one_of(self, *choices: T) -> T:
        return self._chance.choice(choices)

    def day(self) -> date:
        return NOW.date() + timedelta(days=self._chance.randint(-70, 8))

    def instant(self) -> datetime:
        return datetime.combine(self.day(), time(self.one_of(0, 6, 12, 12)), UTC)

    def new(self, kind: type[R], /, **fields: Any) -> R:
        return kind(**{"id": next(self._ids)} | fields)


def _team(picks: Picks) -> Book:
    dana, ade, okafor = (picks.new(Person, name=name, role="CPN") for name in ("Dana", "Ade", "Okafor"))
    began, changed = NOW.date() - timedelta(days=400), NOW.date() - timedelta(days=picks.one_of(*range(15, 60)))
    changes = picks.one_of(True, True, False)
    first = picks.new(Coordination, person_id=dana.id, began_on=began, ended_on=changed if changes else None)
    next_on = changed + timedelta(days=picks.one_of(0, 0, 7))
    records: list[Record] = [dana, ade, okafor, first]
    if changes:
        records.append(picks.new(Coordination, person_id=ade.id, began_on=next_on))
    records.append(_agreement(picks, began))
    if picks.one_of(True, False):
        records.append(_agreement(picks, picks.day()))
    records.append(picks.new(OwnTrait, name="Clear", question="Was it clear?", began_on=began))
    retired = picks.one_of(None, changed)
    records.append(
        picks.new(OwnTrait, name="Calm", question="Was it calm?", began_on=began, retired_on=retired, person_id=dana.id)
    )
    nation = picks.one_of(*get_args(Nation))
    zone = picks.one_of("Europe/London", "Europe/London", "Asia/Kolkata")
    return Book(settings=Settings(nation=nation, time_zone=zone, closed_days=(picks.day(),))).keeping(*records)


def _agreement(picks: Picks, starts_on: date) -> Agreement:
    return picks.new(
        Agreement,
        starts_on=starts_on,
        routes=picks.one_of(("phone",), ()),
        reply_within=picks.one_of(2, 1, 24, None),
        reply_unit=picks.one_of(None, *get_args(ReplyUnit)),
        opens=picks.one_of(None, time(8)),
        weekdays=picks.one_of(None, (0, 2, 4)),
        cover=picks.one_of("the duty desk", None),
        urgent_route=picks.one_of(None, "the crisis line"),
        meet_every_days=picks.one_of(5, 2, None),
    )


def _visit(picks: Picks, book: Book) -> Iterator[Record]:
    at = picks.instant()
    own = [OwnAnswer(trait_id=own, answer=answer) for own in book.own_traits if (answer := picks.one_of(*ANSWERS))]
    yield picks.new(
        Appointment,
        planned_at=at,
        status=picks.one_of(*MOST_WENT_AHEAD),
        person_id=_mostly_the_coordinator(picks, book, book.day_of(at)),
        kind=picks.one_of(None, "review"),
        planned_minutes=picks.one_of(60, None),
        minutes_late=picks.one_of(None, None, 0, 10, 11),
        minutes_given=picks.one_of(None, None, 60, 54, 53),
        told_at=picks.one_of(None, None, None, at - timedelta(days=1), at - timedelta(days=5), at + timedelta(hours=1)),
        own=tuple(own),
        **{name: picks.one_of(*ANSWERS) for name in ASKED},
    )


def _contact(picks: Picks, _: Book) -> Iterator[Record]:
    hours = [timedelta(hours=picks.one_of(0, 1, 6, 24, 54, 120)) for _ in range(5)]
    first = picks.instant()
    closed_at = picks.one_of(None, None, None, first + hours[0])
    contact = picks.new(Contact, about="a letter", closed_at=closed_at)
    yield contact
    outcomes: tuple[AttemptOutcome, ...] = ("sent", *get_args(AttemptOutcome))
    kinds: tuple[ReplyKind, ...] = ("message", *get_args(ReplyKind))
    for at in (first, first + hours[1], first + hours[2])[: picks.one_of(1, 2, 3)]:
        yield picks.new(Attempt, contact_id=contact.id, at=at, route="phone", outcome=picks.one_of(*outcomes))
    for at in (first + hours[3], first + hours[4])[: picks.one_of(0, 1, 1, 2)]:
        settled = picks.one_of(*ANSWERS)
        yield picks.new(Reply, contact_id=contact.id, at=at, kind=picks.one_of(*kinds), settled=settled)


def _point(picks: Picks, book: Book) -> Iterator[Record]:
    outcomes: tuple[PointOutcome | None, ...] = (None, "not_yet", *get_args(PointOutcome))
    raised_at, visit = picks.instant(), picks.one_of(None, *book.appointments.values())
    at = visit.planned_at if visit else raised_at
    appointment_id = visit.id if visit else None
    yield picks.new(Point, text="a lift", raised_at=at, outcome=picks.one_of(*outcomes), appointment_id=appointment_id)


def _promise(picks: Picks, book: Book) -> Iterator[Record]:
    made_on = picks.day()
    outcomes: tuple[PromiseOutcome | None, ...] = (None, None, *get_args(PromiseOutcome))
    due_on = picks.one_of(None, made_on + timedelta(days=7), made_on + timedelta(days=30))
    by = _mostly_the_coordinator(picks, book, made_on)
    yield picks.new(
        Promise, text="a form", made_on=made_on, due_on=due_on, outcome=picks.one_of(*outcomes), by_person_id=by
    )


def _change(picks: Picks, _: Book) -> Iterator[Record]:
    effective_on = picks.day()
    told_on = picks.one_of(None, None, effective_on - timedelta(days=3), effective_on)
    never_told = told_on is None and picks.one_of(True, False)
    answers = {name: picks.one_of(*ANSWERS) for name in ("reason_given", "my_say")}
    yield picks.new(
        Change, what="the day", effective_on=effective_on, told_on=told_on, never_told=never_told, **answers
    )


def _update(picks: Picks, book: Book) -> Iterator[Record]:
    recipients = tuple(
        Recipient(person_id=person, knew=picks.one_of(*ANSWERS)) for person in book.people if picks.one_of(True, False)
    )
    yield picks.new(Update, what="a new dose", told_on=picks.day(), recipients=recipients)


def _absence(picks: Picks, book: Book) -> Iterator[Record]:
    from_on = picks.day()
    answers = {name: picks.one_of("yes", "no", *ANSWERS) for name in ("told_before", "cover_named")}
    person_id = _mostly_the_coordinator(picks, book, from_on) or next(iter(book.people))
    yield picks.new(Absence, person_id=person_id, from_on=from_on, **answers)


def _note(picks: Picks, _: Book) -> Iterator[Record]:
    yield picks.new(Note, at=picks.instant(), text="a walk")


def _left_out(picks: Picks, book: Book) -> Iterator[Record]:
    contact = picks.one_of(*book.contacts.values())
    thread = (contact, *book.attempts_of(contact.id), *book.replies_to(contact.id))
    every = tuple(record for record in book.everything() if LIST_NAMES[type(record)] in COUNTING)
    entry = picks.one_of(*picks.one_of(every, thread))
    trait = picks.one_of(*TRAITS, *book.own_traits)
    at = picks.instant()
    back = picks.one_of(None, None, at + timedelta(days=10))
    yield picks.new(LeftOut, entry_id=entry.id, trait=trait, reason="snow", left_out_at=at, put_back_at=back)


WRITTEN: tuple[tuple[Callable[[Picks, Book], Iterator[Record]], int, int], ...] = (
    (_visit, 12, 24),
    (_contact, 8, 16),
    (_point, 1, 6),
    (_promise, 3, 8),
    (_change, 3, 8),
    (_update, 2, 6),
    (_absence, 2, 5),
    (_note, 0, 2),
    (_left_out, 1, 10),
)


def _mostly_the_coordinator(picks: Picks, book: Book, on: date) -> str | None:
    holder = book.coordinator_id_on(on)
    return picks.one_of(holder, holder, holder, holder, [*book.people][2], None)
