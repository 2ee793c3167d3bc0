"""One frozen record per kind of thing a person writes down; the fields are those of the journal's JSON form."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from carecompanion.domain.care_reviews import Brought as Brought
from carecompanion.domain.care_reviews import CareReview as CareReview
from carecompanion.domain.care_reviews import ReviewPoint as ReviewPoint
from carecompanion.domain.left_out import LeftOut as LeftOut
from carecompanion.domain.letters import Letter as Letter
from carecompanion.domain.letters import LetterStep as LetterStep
from carecompanion.domain.own_traits import OwnAnswer as OwnAnswer
from carecompanion.domain.own_traits import OwnTrait as OwnTrait
from carecompanion.domain.record import Record as Record
from carecompanion.domain.role_answers import RoleAnswer as RoleAnswer
from carecompanion.domain.shared_copies import SharedCopy as SharedCopy
from carecompanion.domain.updates import Recipient as Recipient
from carecompanion.domain.updates import Update as Update
from carecompanion.domain.vocabulary import (
    Answer,
    AppointmentKind,
    AppointmentStatus,
    AttemptOutcome,
    ChangeKind,
    NoteKind,
    PointOutcome,
    PromiseOutcome,
    ReplyKind,
    ReplyUnit,
    Route,
)
from carecompanion.language import _


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Person(Record):
    """Somebody in the care team. `role` is free text: CPN, social worker, psychiatrist, ..."""

    name: str
    role: str
    phone: str | None = None
    email: str | None = None
    text_number: str | None = None
    address: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Coordination(Record):
    """The days on which one person was co-ordinator: `began_on` included, `ended_on` not."""

    person_id: str
    began_on: date
    ended_on: date | None = None
    told_on: date | None = None
    handover: Answer | None = None

    def _nonsense(self) -> Iterator[str]:
        if self.ended_on is not None and self.ended_on < self.began_on:
            yield _("This ends before it begins.")


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Agreement(Record):
    """What was agreed from a day on.

    `weekdays`: Monday is 0, None means Monday to Friday; `opens`, `closes`: wall times, None means 09:00 and 17:00.
    """

    starts_on: date
    person_id: str | None = None
    routes: tuple[Route, ...] = ()
    reply_within: int | None = None
    reply_unit: ReplyUnit | None = None
    opens: time | None = None
    closes: time | None = None
    weekdays: tuple[int, ...] | None = None
    cover: str | None = None
    urgent_route: str | None = None
    meet_every_days: int | None = None
    usual_minutes: int | None = None
    written: bool = False

    def _nonsense(self) -> Iterator[str]:
        if self.reply_within is not None and self.reply_within < 1:
            yield _("A reply time is at least 1.")
        if self.weekdays is not None and not self.weekdays:
            yield _("An agreement needs at least one day of the week.")
        if self.weekdays is not None and not set(self.weekdays) <= set(range(7)):
            yield _("Days of the week run from 0 (Monday) to 6 (Sunday).")
        if (self.opens or time(9)) >= (self.closes or time(17)):
            yield _("The hours close before they open.")
        if self.meet_every_days is not None and self.meet_every_days < 1:
            yield _("Visits are at least 1 day apart.")
        if self.usual_minutes is not None and self.usual_minutes < 1:
            yield _("A visit lasts at least 1 minute.")


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Contact(Record):
    """One need the person got in touch about; `due_at` is worked out when its reply clock starts, and then kept."""

    about: str
    due_at: datetime | None = None
    urgent: bool = False
    closed_at: datetime | None = None
    closed_why: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Attempt(Record):
    """One try at reaching somebody about a contact. `to` names whoever is not among the people ("duty desk")."""

    contact_id: str
    at: datetime
    route: Route
    outcome: AttemptOutcome
    to_person_id: str | None = None
    to: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Reply(Record):
    """Something that came back about a contact. `by` names whoever is not among the people."""

    contact_id: str
    at: datetime
    kind: ReplyKind
    by_person_id: str | None = None
    by: str | None = None
    told_next: Answer | None = None
    settled: Answer | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Appointment(Record):
    """An appointment and how it went. `with_` names whoever is not among the people; lengths are whole minutes.

    `own` holds the answers to the questions of the person's own traits.
    """

    planned_at: datetime
    status: AppointmentStatus = "planned"
    person_id: str | None = None
    with_: str | None = None
    planned_minutes: int | None = None
    place: str | None = None
    kind: AppointmentKind | None = None
    told_at: datetime | None = None
    reason: str | None = None
    moved_to_id: str | None = None
    minutes_late: int | None = None
    minutes_given: int | None = None
    on_time: Answer | None = None
    full_time: Answer | None = None
    listened: Answer | None = None
    comfortable: Answer | None = None
    knew_latest: Answer | None = None
    kind_to_me: Answer | None = None
    next_known: Answer | None = None
    put_right: Answer | None = None
    note: str | None = None
    did_not_say: str | None = None
    own: tuple[OwnAnswer, ...] = ()

    def _nonsense(self) -> Iterator[str]:
        if len({each.trait_id for each in self.own}) < len(self.own):
            yield _("One question has two answers here.")
        if self.planned_minutes is not None and self.planned_minutes < 1:
            yield _("A visit lasts at least 1 minute.")
        if (self.minutes_late or 0) < 0 or (self.minutes_given or 0) < 0:
            yield _("Minutes cannot be below 0.")
        if self.moved_to_id == self.id:
            yield _("A visit cannot be moved to itself.")


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Point(Record):
    """Something the person raised or asked for, and what came of it."""

    text: str
    raised_at: datetime
    appointment_id: str | None = None
    contact_id: str | None = None
    outcome: PointOutcome | None = None
    outcome_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Promise(Record):
    """Something somebody said they would do; `by_person_id` None means nobody was named.

    `appointment_id` or `contact_id`: the visit or the contact it was made in.
    """

    text: str
    made_on: date
    by_person_id: str | None = None
    due_on: date | None = None
    outcome: PromiseOutcome | None = None
    outcome_on: date | None = None
    appointment_id: str | None = None
    contact_id: str | None = None

    def _nonsense(self) -> Iterator[str]:
        if self.due_on is not None and self.due_on < self.made_on:
            yield _("This was due before it was promised.")


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Change(Record):
    """A change the service made. `told_on` is when the person was told; `never_told` when they never were."""

    what: str
    effective_on: date
    kind: ChangeKind | None = None
    told_on: date | None = None
    never_told: bool = False
    reason_given: Answer | None = None
    my_say: Answer | None = None
    note: str | None = None

    def _nonsense(self) -> Iterator[str]:
        if self.never_told and self.told_on is not None:
            yield _("This says both that you were told and that you were never told.")


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Absence(Record):
    """Days on which somebody was away, `from_on` to `to_on`, both included."""

    person_id: str
    from_on: date
    to_on: date | None = None
    told_before: Answer | None = None
    cover_named: Answer | None = None
    cover_worked: Answer | None = None
    note: str | None = None

    def _nonsense(self) -> Iterator[str]:
        if self.to_on is not None and self.to_on < self.from_on:
            yield _("This ends before it begins.")


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Note(Record):
    """Free words, written at an instant."""

    at: datetime
    text: str
    kind: NoteKind = "note"


LISTS: dict[str, type[Record]] = {
    "people": Person,
    "coordinations": Coordination,
    "agreements": Agreement,
    "own_traits": OwnTrait,
    "contacts": Contact,
    "attempts": Attempt,
    "replies": Reply,
    "appointments": Appointment,
    "points": Point,
    "promises": Promise,
    "changes": Change,
    "updates": Update,
    "absences": Absence,
    "notes": Note,
    "left_out": LeftOut,
    "reviews": CareReview,
    "review_points": ReviewPoint,
    "role_answers": RoleAnswer,
    "letters": Letter,
    "letter_steps": LetterStep,
    "shared_copies": SharedCopy,
}
"""The lists of the JSON journal, in its order, which is also an order in which nothing refers to a later list."""
