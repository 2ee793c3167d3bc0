"""What the rules leave out of a figure moves no figure, and neither does what the person leaves out and puts back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from carecompanion.domain.evidence import Why
from carecompanion.domain.records import (
    Absence,
    Appointment,
    Attempt,
    Change,
    Contact,
    LeftOut,
    Note,
    Point,
    Promise,
    Recipient,
    Record,
    Reply,
    Update,
)
from carecompanion.domain.replies import ReplyClock, clock
from carecompanion.domain.traits import TraitAssessment
from carecompanion.domain.vocabulary import AppointmentStatus, AttemptOutcome
from carecompanion.domain.workdays import at_wall
from tests.domain.given import new
from tests.domain.views import View, every, excluded, figures, of_every_journal

ASKED = ("on_time", "full_time", "listened", "comfortable", "knew_latest", "kind_to_me", "next_known")
BAD: dict[str, Any] = {**dict.fromkeys(ASKED, "no"), "minutes_late": 90, "minutes_given": 1, "planned_minutes": 60}
"""How a visit can have gone at worst, but for whether it was put right, which counts however it ended."""
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Place:
    """A day of the period with a co-ordinator, a moment of it that is not after now, and somebody else of the team."""

    view: View
    at: datetime
    day: date
    coordinator_id: str
    other_id: str

    def visit(self, status: AppointmentStatus, **fields: Any) -> list[Record]:
        who = {"person_id": self.coordinator_id}
        return [new(Appointment, planned_at=self.at, status=status, **who | fields)]

    def contact(self, outcome: AttemptOutcome, **fields: Any) -> list[Record]:
        made = new(Contact, about="a letter", **fields)
        return [made, new(Attempt, contact_id=made.id, at=self.at, route="phone", outcome=outcome)]

    def replies_that_answer_nothing(self) -> list[Record]:
        """To contacts that were answered or closed before now, or have not begun to wait, or before they did."""
        now = self.view.now
        over = [
            one for one in self._clocks if one.started_at is None or (one.answered_at or one.closed_at or now) < now
        ]
        early = [one for one in self._clocks if one.started_at and one.first_attempt.at < one.started_at]
        ats = [*((one, now) for one in over), *((one, one.first_attempt.at) for one in early)]
        return [new(Reply, contact_id=one.contact.id, at=at, kind="letter") for one, at in ats]

    def automatic_replies(self) -> list[Record]:
        """One to each contact, as soon as anything was tried."""
        ats = [(one.contact.id, one.first_attempt.at) for one in self._clocks]
        return [new(Reply, contact_id=one, at=at, kind="automatic", settled="no") for one, at in ats]

    def point_at_the_last_visit(self) -> list[Record]:
        """One raised at the instant at which the last visit that went ahead was planned, if there is one."""
        visits = (visit for visit in self.view.book.appointments.values() if visit.status == "went_ahead")
        last = max((visit.planned_at for visit in visits if visit.planned_at <= self.view.now), default=None)
        return [new(Point, text="a lift", raised_at=last, outcome="not_yet")] if last else []

    @property
    def _clocks(self) -> list[ReplyClock]:
        book, now = self.view.book, self.view.now
        return [found for one in book.contacts.values() if (found := clock(book, one, now))]


@dataclass(frozen=True)
class Uncounted:
    """Entries that some measures leave out, each with its reason; `moves` are the figures in which they do count."""

    written: Callable[[Place], list[Record]]
    left_out: Mapping[str, Why] = field(default_factory=dict)
    moves: tuple[str, ...] = ()
    today: bool = False


ARRANGED = ("as_arranged", "went_ahead")
ASKED_ABOUT = ("knew_latest", "next_known", "listened", "comfortable", "kind", "put_right")
UNCOUNTED = {
    "a visit you cancelled": Uncounted(
        lambda place: place.visit("cancelled_by_me", **BAD), dict.fromkeys(ARRANGED, "cancelled_by_me")
    ),
    "a visit you moved": Uncounted(
        lambda place: place.visit("moved_by_me", **BAD), dict.fromkeys(ARRANGED, "moved_by_me")
    ),
    "a visit you could not go to": Uncounted(
        lambda place: place.visit("i_could_not_go", **BAD), dict.fromkeys(ARRANGED, "could_not_go")
    ),
    "a visit of which nothing is known": Uncounted(
        lambda place: place.visit("planned", **BAD), dict.fromkeys(ARRANGED, "still_planned")
    ),
    "a visit of somebody else": Uncounted(
        lambda place: place.visit("went_ahead", **BAD | {"person_id": place.other_id, "knew_latest": None}),
        {"knew_latest": "not_answered"},
    ),
    "a visit of nobody named": Uncounted(
        lambda place: place.visit("went_ahead", **BAD | {"person_id": None, "knew_latest": None}),
        {"knew_latest": "not_answered"},
    ),
    "a visit you were not asked about": Uncounted(
        lambda place: place.visit("went_ahead"),
        {"on_time": "not_known", "full_time": "not_known", **dict.fromkeys(ASKED_ABOUT, "not_answered")},
        moves=(*ARRANGED, "regular", "followed_up"),
    ),
    "a visit called off, who knows when": Uncounted(
        lambda place: place.visit("cancelled_by_service", **BAD), {"fair_notice": "not_known"}, moves=ARRANGED
    ),
    "a point without outcome": Uncounted(
        lambda place: [new(Point, text="a lift", raised_at=place.at)], {"followed_up": "no_outcome"}
    ),
    "a point raised just now": Uncounted(
        lambda place: [new(Point, text="a lift", raised_at=place.view.now, outcome="not_yet")],
        {"followed_up": "no_visit_since"},
        today=True,
    ),
    "a point raised as the last visit began": Uncounted(Place.point_at_the_last_visit),
    "an open promise without a day": Uncounted(
        lambda place: [new(Promise, text="a form", made_on=place.day)], {"promises_kept": "no_due_date"}
    ),
    "an open promise due today": Uncounted(
        lambda place: [new(Promise, text="a form", made_on=place.day, due_on=place.view.today)],
        {"promises_kept": "not_due_yet"},
        today=True,
    ),
    "a promise somebody else broke": Uncounted(
        lambda place: [new(Promise, text="a form", made_on=place.day, outcome="broken", by_person_id=place.other_id)]
    ),
    "a change of which nothing is said": Uncounted(
        lambda place: [new(Change, what="the day", effective_on=place.day)],
        dict.fromkeys(("told_first", "reason_given", "had_a_say"), "not_said"),
    ),
    "news of which it is not known who knew": Uncounted(
        lambda place: [
            new(Update, what="a dose", told_on=place.day, recipients=(Recipient(person_id=place.other_id),))
        ],
        {"passed_on": "not_known"},
    ),
    "news for nobody": Uncounted(lambda place: [new(Update, what="a dose", told_on=place.day)]),
    "an absence with an answer missing": Uncounted(
        lambda place: [new(Absence, person_id=place.coordinator_id, from_on=place.day, told_before="no")],
        {"cover_when_away": "not_known"},
    ),
    "an absence with an answer between": Uncounted(
        lambda place: [
            new(Absence, person_id=place.coordinator_id, from_on=place.day, told_before="no", cover_named="partly")
        ],
        {"cover_when_away": "not_known"},
    ),
    "an absence of somebody else": Uncounted(
        lambda place: [new(Absence, person_id=place.other_id, from_on=place.day, told_before="no", cover_named="no")]
    ),
    "a contact that reached nobody": Uncounted(
        lambda place: place.contact("no_answer", due_at=place.at),
        {"replied_in_time": "not_started"},
        moves=("got_through",),
    ),
    "a contact not due yet": Uncounted(
        lambda place: place.contact("sent", due_at=place.view.now + HOUR),
        {"replied_in_time": "waiting"},
        moves=("got_through", "response_time"),
    ),
    "a contact with no agreed time": Uncounted(
        lambda place: place.contact("sent"),
        {"replied_in_time": "no_agreed_time"},
        moves=("got_through", "response_time"),
    ),
    "a contact closed before it was due": Uncounted(
        lambda place: place.contact("sent", closed_at=place.at, due_at=place.at + HOUR),
        {"replied_in_time": "closed_before_due"},
        moves=("got_through", "response_time"),
    ),
    "an automatic reply": Uncounted(Place.automatic_replies),
    "a reply that answers nothing": Uncounted(Place.replies_that_answer_nothing),
    "a note": Uncounted(lambda place: [new(Note, at=place.at, text="it was awful", kind="hard")]),
}


def place_in(view: View, *, today: bool) -> Place | None:
    """Today, or a day of the period by chance, on which somebody, or the chosen one, was co-ordinator; if any."""
    book = view.book
    days = [view.today] if today else [view.period.first + timedelta(days=n) for n in range(view.period.days)]
    held = {day: book.coordinator_id_on(day) for day in days if day in view.period and day <= view.today}
    fit = [day for day, who in held.items() if who and view.coordinator_id in (None, who)]
    if not fit:
        return None
    day = view.chance.choice(fit)
    holder = held[day] or ""
    other = next(person for person in book.people if person != holder)
    return Place(view, min(at_wall(day, time(12), book.zone), view.now), day, holder, other)


@of_every_journal(10)
def test_what_the_rules_leave_out_moves_no_other_figure(view: View) -> None:
    before = figures(view.assessed())
    places = {today: place_in(view, today=today) for today in (False, True)}
    for name, uncounted in UNCOUNTED.items():
        if place := places[uncounted.today]:
            added = uncounted.written(place)
            after = view.assessed(book=view.book.keeping(*added))
            moved = {figure for figure, shown in figures(after).items() if shown != before[figure]}
            assert moved <= set(uncounted.moves), name
            for measure, why in uncounted.left_out.items():
                assert (added[0].id, why) in {(key, reason) for key, _, _, reason in excluded(after)[measure]}, name


def entries(found: TraitAssessment) -> dict[str, list[tuple[str, str]]]:
    """What each measure of a trait looks at, counted or not."""
    return {each.id: sorted((one.record.id, one.part or "") for one in every(each)) for each in found.measurements}


def left_out(view: View, trait: str, records: Iterable[Record], **times: datetime) -> list[LeftOut]:
    """Each of them left out of a trait, now unless said otherwise, if it is not already."""
    known = {(one.entry_id, one.trait) for one in view.book.left_out.values() if one.holds_at(view.now)}
    ids = dict.fromkeys(record.id for record in records if (record.id, trait) not in known)
    how = {"left_out_at": view.now} | times
    return [new(LeftOut, entry_id=one, trait=trait, reason="snow", **how) for one in ids]


@of_every_journal(12)
def test_leaving_out_what_does_not_count_moves_no_figure(view: View) -> None:
    found = view.assessed()
    added: list[LeftOut] = []
    for trait in found.traits:
        counting = {one.record.id for each in trait.measurements for one in each.counted}
        idle = (one.record for each in trait.measurements for one in each.excluded if one.record.id not in counting)
        # A contact would take its attempts along, which count.
        added += left_out(view, trait.id, (record for record in idle if not isinstance(record, Contact)))
    after = view.assessed(book=view.book.keeping(*added))
    assert figures(after) == figures(found)
    assert [entries(trait) for trait in after.traits] == [entries(trait) for trait in found.traits]


@of_every_journal(12)
def test_nothing_counts_once_it_is_left_out_and_all_of_it_is_still_listed(view: View) -> None:
    for trait in view.assessed().traits:
        records = [one.record for each in trait.measurements for one in every(each)]
        book = view.book.keeping(*left_out(view, trait.id, records))
        found = view.assessed(book=book, trait=trait.id)
        (after,) = found.traits
        assert not [each.id for each in after.measurements if each.counted]
        assert trait.id != "accessible" or found.response_time.contacts == 0
        assert entries(after) == entries(trait)


@of_every_journal(12)
def test_what_was_put_back_or_is_left_out_later_counts_as_if_it_never_was(view: View) -> None:
    found = view.assessed()
    added: list[LeftOut] = []
    for trait in found.traits:
        records = [one.record for each in trait.measurements for one in every(each)]
        added += left_out(view, trait.id, records, left_out_at=view.now - HOUR, put_back_at=view.now)
        added += left_out(view, trait.id, records, left_out_at=view.now + HOUR)
    after = view.assessed(book=view.book.keeping(*added))
    assert (after.traits, after.response_time) == (found.traits, found.response_time)
