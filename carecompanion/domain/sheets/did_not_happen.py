"""It did not happen: who called a visit off, when the person was told, and what came instead."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.moments import long_day
from carecompanion.domain.records import Appointment
from carecompanion.domain.sheets.asks import Ask, ChoiceAsk, Option, Unclear
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import ANSWERS, Pieces, Sheet
from carecompanion.domain.visit_questions import MORE_ASKED
from carecompanion.domain.visits import CALLED_OFF, is_with_coordinator
from carecompanion.domain.vocabulary import AppointmentStatus
from carecompanion.domain.wording import at_start, visitor
from carecompanion.language import _

BOTH_WAYS = (
    Option("c", "cancelled_by_service", _("They cancelled")),
    Option("m", "moved_by_service", _("They moved it")),
    Option("i", "cancelled_by_me", _("I cancelled")),
    Option("o", "moved_by_me", _("I moved it")),
)
AFTERWARDS = (
    Option("d", "they_did_not_come", _("They did not come")),
    Option("n", "i_could_not_go", _("I could not go")),
)
"""What can only be said once the visit's time has come."""

STATUSES: tuple[AppointmentStatus, ...] = (
    "cancelled_by_service",
    "moved_by_service",
    "they_did_not_come",
    "cancelled_by_me",
    "moved_by_me",
    "i_could_not_go",
)
ELSEWHERE = _("You have said what became of that one. Its own page is where its time is changed.")
MOVED = ("moved_by_service", "moved_by_me")


class DidNotHappenSheet(Sheet):
    """For a visit that did not take place, or that will not; filled in when that is written down already."""

    NAME = "did_not_happen"
    SOMETIMES = ("told", "put_right", "moved_to")

    def __init__(self, visit: Appointment, book: Book, now: datetime, *, ways: Mapping[str, str] | None = None) -> None:
        super().__init__(book, now, was=visit, ways=ways)
        self._visit = visit
        self._instead_of_it = book.appointments.get(visit.moved_to_id or "")

    def heading(self) -> str:
        """Which visit."""
        local = self.book.local(self._visit.planned_at)
        when = f"{long_day(local.date(), self.today)}, {local:%H:%M}"
        named = self._visit.person_id or (self._visit.with_ or "").strip()
        visit = (
            _("The visit with {visitor}").format(visitor=visitor(self._visit, self.book)) if named else _("The visit")
        )
        return (
            _("{visit} did not happen   {when}").format(visit=visit, when=when)
            if self._has_been
            else _("{visit} will not happen   {when}").format(visit=visit, when=when)
        )

    def own_asks(self) -> Iterator[Ask]:
        """Who, when, why, and what came of it."""
        was, moved_to = self._visit, self._instead_of_it
        ways = [*BOTH_WAYS[:2], AFTERWARDS[0], *BOTH_WAYS[2:], AFTERWARDS[1]] if self._has_been else BOTH_WAYS
        status = was.status if was.status in STATUSES else ""
        yield ChoiceAsk(
            name="status", label=_("Who changed it"), held=status, options=ways, must=True, aloud=_("Who changed it?")
        )
        hint = _("empty if not told, or not known")
        yield self.when(
            was.told_at, text="", name="told", label=_("When told"), hint=hint, aloud=_("When were you told?")
        )
        yield Ask(name="reason", label=_("Why"), held=was.reason or "", hint=_("the reason given, if any"))
        at, hint = moved_to.planned_at if moved_to else None, _("empty if there is none yet")
        yield self.when(
            at, text="", name="moved_to", label=_("New time"), hint=hint, ahead=True, aloud=_("What is the new time?")
        )
        put_right, (_name, asks) = was.put_right or "", MORE_ASKED["put_right"]
        yield ChoiceAsk(name="put_right", label=_("Put right"), asks=asks, held=put_right, options=ANSWERS)

    def needed(self, name: str) -> bool:
        """What the service owes is asked only when they changed it, a new time only when it was moved."""
        if name in ("told", "put_right"):
            return self.status in CALLED_OFF
        return name != "moved_to" or self.status in MOVED

    def outcome(self) -> Pieces:
        """What it will count towards."""
        if self.status is None:
            return ()
        if self.status not in CALLED_OFF:
            return (_("You changed it, so this tells against nobody."),)
        if is_with_coordinator(self._visit, self.book):
            return (_("This counts towards Keeps time."),)
        return (_("Kept in your journal. Only visits with your co-ordinator count towards Keeps time."),)

    def written(self) -> Written:
        """The visit as it was called off, and the one it was moved to."""
        status = self.status
        if status is None:
            raise Unclear("status", _("Who changed it? A letter picks."))
        was, service = self._visit, status in CALLED_OFF
        moved_to = self._moved_to() if status in MOVED else None
        kept_id = was.moved_to_id if status == was.status and status not in MOVED else None
        visit = self.made(
            Appointment,
            status=status,
            told_at=self._told() if service else was.told_at,
            reason=self.words("reason", "reason"),
            put_right=self.answer("put_right") if service else was.put_right,
            moved_to_id=moved_to.id if moved_to else kept_id,
        )
        with_whom = at_start(visitor(visit, self.book))
        if moved_to is None:
            return Written((visit,), _("{with_whom}: the visit is down as not happening.").format(with_whom=with_whom))
        said = _("{with_whom}: the new time is {in_words}.").format(
            with_whom=with_whom, in_words=self._in_words(moved_to.planned_at)
        )
        return Written((visit,) if moved_to is self._instead_of_it else (moved_to, visit), said)

    @property
    def status(self) -> AppointmentStatus | None:
        """Who called it off, as far as that is chosen."""
        return self.one_of("status", STATUSES)

    @property
    def _has_been(self) -> bool:
        return self._visit.planned_at <= self.now

    def _told(self) -> datetime | None:
        """When the person was told: after the visit's own time perhaps, but not ahead of now."""
        if not self.value("told"):
            return None
        told_at = self.moment("told")
        if told_at > self.now:
            raise Unclear("told", _("That is still ahead. When were you told?"))
        return told_at

    def _moved_to(self) -> Appointment | None:
        """The new appointment, as it was arranged before but for its time; that of before, where there is one."""
        there = self._instead_of_it
        if not self.value("moved_to"):
            return None
        if there is not None and self.is_untouched("moved_to"):
            return there
        if there is not None and there.status != "planned":
            raise Unclear("moved_to", ELSEWHERE)
        planned_at = self.moment("moved_to")
        if planned_at == self._visit.planned_at:
            raise Unclear("moved_to", _("That is the time it had before. Leave this empty if there is no new one yet."))
        if there is not None:
            return replace(there, planned_at=planned_at)
        was = self._visit
        return self.beside(
            Appointment,
            planned_at=planned_at,
            person_id=was.person_id,
            with_=was.with_,
            planned_minutes=was.planned_minutes,
            place=was.place,
            kind=was.kind,
        )

    def _in_words(self, instant: datetime) -> str:
        local = self.book.local(instant)
        return f"{long_day(local.date(), self.today)}, {local:%H:%M}"
