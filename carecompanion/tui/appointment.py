"""An appointment: with whom, when, how long, where and of what kind."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import ClassVar, get_args

from textual.app import ComposeResult

from carecompanion.domain.kinds import VISITS
from carecompanion.domain.moments import by_words
from carecompanion.domain.names import at_start, who
from carecompanion.domain.records import Appointment
from carecompanion.domain.vocabulary import AppointmentKind, AppointmentStatus
from carecompanion.tui.aspects import aspects
from carecompanion.tui.field import Field, Unclear, for_me_only
from carecompanion.tui.form import Written
from carecompanion.tui.keymap import shown
from carecompanion.tui.leads_on import LeadsOn
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.line import Line
from carecompanion.tui.when import When
from carecompanion.tui.who import Who

KINDS = (
    Option("v", "routine", "Visit"),
    Option("c", "review", "Care review"),
    Option("m", "medical", "Medication review"),
    Option("a", "assessment", "Assessment"),
    Option("o", "other", "Other"),
)
HAS_BEEN: frozenset[AppointmentStatus] = frozenset({"went_ahead", "they_did_not_come", "i_could_not_go"})
"""What is said of a visit only once its time has come."""

STILL_AHEAD = "That is still ahead, and you have said how it went."
A_DAY = 24 * 60
LENGTH = re.compile(r"(?:(?P<hours>\d{1,2}) ?h(?:ours?|rs?)?)? ?(?:(?P<minutes>\d{1,4}) ?(?:m|mins?|minutes)?)?")


class AppointmentSheet(LeadsOn):
    """One that comes, or one that has been and was not written down before; or one that is there, to change."""

    NAME = "appointment"
    FIRST_KIND: ClassVar[AppointmentKind] = "routine"
    was: Appointment | None
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", "save"), "next_line", "more")

    def heading(self) -> str:
        """What is being written down."""
        return "An appointment"

    def lines(self) -> ComposeResult:
        """With whom, when, how long, where, of what kind."""
        was = self.was
        if was is not None:
            yield from self.leads("Change", aspects(was, self.now), "arranged")
        yield Who("Who", self.book, self.now, whom=(was.person_id, was.with_) if was else None)
        at, ahead = (was.planned_at, was.planned_at > self.now) if was else (None, True)
        yield When(self.book, self.now, text="", at=at, hint="tomorrow 2pm, Tue 10:15, 5 March 9am", ahead=ahead)
        minutes = was.planned_minutes if was else self._usual_minutes
        yield Field("Minutes", Line(str(minutes or ""), hint="how long, if you know", id="minutes"))
        place = (was and was.place) or ""
        yield Field("Where", Line(place, hint="at home, a place, by phone", id="where"))
        yield Field("Kind", Choice(KINDS, was.kind if was else self.FIRST_KIND, id="kind"))
        note = Line((was and was.note) or "", hint="a few words, if you like", id="note")
        yield Field("Note", note, more=True)
        yield from for_me_only(was)

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """What it comes to, as far as it can be read."""
        at = self.query_one(When).moment_so_far
        if at is None:
            return ()
        what, when = self._described(at)
        return f"{what}: ", (when, "bold"), self._passed(at)

    def written(self) -> Written:
        """The appointment, planned."""
        person_id, name = self.query_one(Who).named()
        at = self._planned_at()
        appointment = self.made(
            Appointment,
            planned_at=at,
            person_id=person_id,
            with_=name,
            planned_minutes=self._minutes(),
            place=self.words("where", "place"),
            kind=self._kind,
            note=self.words("note", "note"),
        )
        what, when = self._described(at)
        return Written((appointment,), f"{what}: {when}.{self._passed(at)}")

    @property
    def _kind(self) -> AppointmentKind | None:
        return next((kind for kind in get_args(AppointmentKind) if kind == self.value("kind")), None)

    @property
    def _usual_minutes(self) -> int | None:
        agreement = self.book.agreement_on(self.book.day_of(self.now))
        return agreement.usual_minutes if agreement else None

    def _planned_at(self) -> datetime:
        at = self.query_one(When).moment
        if self.was is not None and self.was.status in HAS_BEEN and at > self.now and at != self.was.planned_at:
            raise Unclear("when", STILL_AHEAD)
        return at

    def _minutes(self) -> int | None:
        if self.was is not None and self.is_untouched("minutes"):
            return self.was.planned_minutes
        typed = self.value("minutes").lower()
        if not typed:
            return None
        read = LENGTH.fullmatch(typed)
        minutes = int(read["hours"] or 0) * 60 + int(read["minutes"] or 0) if read else 0
        if not 1 <= minutes <= A_DAY:
            raise Unclear("minutes", "I could not read that as a length. Try 45, 60 or 1 h 30.")
        return minutes

    def _described(self, at: datetime) -> tuple[str, str]:
        person_id, name = self.query_one(Who).chosen
        kind = at_start(VISITS[self._kind or "routine"])
        whom = f" with {who(self.book, person_id, name)}" if person_id or name else ""
        return f"{kind}{whom}", f"{by_words(at, self.now, self.book.zone)}{self._until(at)}"

    def _until(self, at: datetime) -> str:
        try:
            minutes = self._minutes()
        except Unclear:
            return ""
        return f" to {self.book.local(at + timedelta(minutes=minutes)):%H:%M}" if minutes else ""

    def _passed(self, at: datetime) -> str:
        untold = self.was is None or self.was.status == "planned"
        return (
            f" This has passed; you can say how it went with the key {shown('visit')}."
            if untold and at <= self.now
            else ""
        )
