"""An appointment: with whom, when, how long, where and of what kind."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import ClassVar, get_args

from textual.app import ComposeResult

from carecompanion.domain.identity import new_id
from carecompanion.domain.kinds import VISITS
from carecompanion.domain.moments import by_words
from carecompanion.domain.names import at_start, who
from carecompanion.domain.records import Appointment
from carecompanion.domain.vocabulary import AppointmentKind
from carecompanion.tui.field import Field, Unclear, for_me_only
from carecompanion.tui.form import Form, Written
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
A_DAY = 24 * 60
LENGTH = re.compile(r"(?:(?P<hours>\d{1,2}) ?h(?:ours?|rs?)?)? ?(?:(?P<minutes>\d{1,4}) ?(?:m|mins?|minutes)?)?")


class AppointmentSheet(Form):
    """One that comes, or one that has been and was not written down before."""

    NAME = "appointment"
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", "save"), "next_line", "more")

    def heading(self) -> str:
        """What is being written down."""
        return "An appointment"

    def lines(self) -> ComposeResult:
        """With whom, when, how long, where, of what kind."""
        agreement = self.book.agreement_on(self.book.day_of(self.now))
        usual = str(agreement.usual_minutes) if agreement and agreement.usual_minutes else ""
        yield Who("Who", self.book, self.now)
        yield When(self.book, self.now, text="", hint="tomorrow 2pm, Tue 10:15, 5 March 9am", ahead=True)
        yield Field("Minutes", Line(usual, hint="how long, if you know", id="minutes"))
        yield Field("Where", Line(hint="at home, a place, by phone", id="where"))
        yield Field("Kind", Choice(KINDS, "routine", id="kind"))
        yield Field("Note", Line(hint="a few words, if you like", id="note"), more=True)
        yield from for_me_only()

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
        at = self.query_one(When).moment
        appointment = Appointment(
            id=new_id(self.now),
            planned_at=at,
            person_id=person_id,
            with_=name,
            planned_minutes=self._minutes(),
            place=self.words("where"),
            kind=self._kind,
            note=self.words("note"),
            private=self.words("private"),
            keep_out=self.value("keep_out") == "yes",
            written_at=self.now,
        )
        what, when = self._described(at)
        return Written((appointment,), f"{what}: {when}.{self._passed(at)}")

    @property
    def _kind(self) -> AppointmentKind:
        return next(kind for kind in get_args(AppointmentKind) if kind == self.value("kind"))

    def _minutes(self) -> int | None:
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
        kind = at_start(VISITS[self._kind])
        whom = f" with {who(self.book, person_id, name)}" if person_id or name else ""
        return f"{kind}{whom}", f"{by_words(at, self.now, self.book.zone)}{self._until(at)}"

    def _until(self, at: datetime) -> str:
        try:
            minutes = self._minutes()
        except Unclear:
            return ""
        return f" to {self.book.local(at + timedelta(minutes=minutes)):%H:%M}" if minutes else ""

    def _passed(self, at: datetime) -> str:
        return " This has passed; you can say how it went with the key v." if at <= self.now else ""
