"""An appointment: with whom, when, how long, where and of what kind; or a visit that was not planned."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import ClassVar, get_args

from carecompanion.domain.kinds import VISITS
from carecompanion.domain.moments import by_words
from carecompanion.domain.names import at_start, who
from carecompanion.domain.records import Appointment
from carecompanion.domain.sheets.asks import Ask, ChoiceAsk, Option, Unclear
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import Pieces, Sheet
from carecompanion.domain.vocabulary import AppointmentKind, AppointmentStatus
from carecompanion.domain.whole_numbers import whole_number
from carecompanion.language import _

KINDS = (
    Option("v", "routine", _("Visit")),
    Option("c", "review", _("Care review")),
    Option("m", "medical", _("Medication review")),
    Option("a", "assessment", _("Assessment")),
    Option("o", "other", _("Other")),
)
HAS_BEEN: frozenset[AppointmentStatus] = frozenset({"went_ahead", "they_did_not_come", "i_could_not_go"})
"""What is said of a visit only once its time has come."""

STILL_AHEAD = _("That is still ahead, and you have said how it went.")
A_DAY = 24 * 60
MOST_MINUTES = 999
LENGTH = re.compile(r"(?:(?P<hours>\d{1,2}) ?h(?:ours?|rs?)?)? ?(?:(?P<minutes>\d{1,4}) ?(?:m|mins?|minutes)?)?")


class AppointmentSheet(Sheet):
    """One that comes, or one that has been and was not written down before; or one that is there, to change."""

    NAME = "appointment"
    FIRST_KIND: ClassVar[AppointmentKind] = "routine"
    was: Appointment | None

    def heading(self) -> str:
        """What is being written down."""
        return _("An appointment")

    def own_asks(self) -> Iterator[Ask]:
        """With whom, when, how long, where, of what kind."""
        was = self.was
        yield self.who(_("Who"), (was.person_id, was.with_) if was else None)
        hint = _("tomorrow 2pm, Tue 10:15, 5 March 9am")
        ahead = was is None or was.planned_at > self.now
        yield self.when(was.planned_at if was else None, text="", hint=hint, ahead=ahead)
        minutes = was.planned_minutes if was else self._usual_minutes
        yield Ask(name="minutes", label=_("Minutes"), held=str(minutes or ""), hint=_("how long, if you know"))
        place = (was and was.place) or ""
        yield Ask(name="where", label=_("Where"), held=place, hint=_("at home, a place, by phone"))
        kind = (was.kind or "") if was else self.FIRST_KIND
        yield ChoiceAsk(name="kind", label=_("Kind"), held=kind, options=KINDS)
        yield self.note_line(was.note if was else None)

    def outcome(self) -> Pieces:
        """What it comes to, as far as it can be read."""
        at = self.moment_so_far()
        if at is None:
            return ()
        what, when = self._described(at)
        passed = self._passed(at)
        return f"{what}: ", (when, "bold"), f".{passed}" if passed else ""

    def written(self) -> Written:
        """The appointment, planned."""
        person_id, name = self.named()
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
        return self.one_of("kind", get_args(AppointmentKind))

    @property
    def _usual_minutes(self) -> int | None:
        agreement = self.book.agreement_on(self.today)
        return agreement.usual_minutes if agreement else None

    def _planned_at(self) -> datetime:
        at = self.moment()
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
            raise Unclear("minutes", _("I could not read that as a length. Try 45, 60 or 1 h 30."))
        return minutes

    def _described(self, at: datetime) -> tuple[str, str]:
        person_id, name = self.chosen()
        kind = at_start(VISITS[self._kind or "routine"])
        whom = _(" with {who}").format(who=who(self.book, person_id, name)) if person_id or name else ""
        return f"{kind}{whom}", f"{by_words(at, self.now, self.book.zone)}{self._until(at)}"

    def _until(self, at: datetime) -> str:
        try:
            minutes = self._minutes()
        except Unclear:
            return ""
        return _(" to {local:%H:%M}").format(local=self.book.local(at + timedelta(minutes=minutes))) if minutes else ""

    def _passed(self, at: datetime) -> str:
        untold = self.was is None or self.was.status == "planned"
        if not untold or at > self.now:
            return ""
        return _(" This has passed; you can say how it went {ways}.").format(ways=self.ways["how_it_went"])


class ReviewDaySheet(AppointmentSheet):
    """A review that has no day yet."""

    NAME = "review_day"
    FIRST_KIND: ClassVar[AppointmentKind] = "review"

    def heading(self) -> str:
        """What is being written down."""
        return _("When your review is")


class UnplannedVisitSheet(Sheet):
    """A visit that was not in the journal beforehand."""

    NAME = "unplanned_visit"

    def heading(self) -> str:
        """What is asked."""
        return _("Which visit?")

    def asks(self) -> Iterator[Ask]:
        """With whom, when, for how long."""
        yield self.who(_("Who"))
        yield self.when(text="", hint=_("yesterday 2pm, mon 10:15"))
        agreement = self.book.agreement_on(self.today)
        usual = str(agreement.usual_minutes) if agreement and agreement.usual_minutes else ""
        yield Ask(name="minutes", label=_("How long"), held=usual, hint=_("as planned, in minutes"))

    def outcome(self) -> Pieces:
        """What comes next."""
        return (_("Then you are asked how it went."),)

    def written(self) -> Written:
        """The visit, with how it went still to say."""
        person_id, name = self.named()
        visit = self.made(
            Appointment,
            planned_at=self._planned_at(),
            person_id=person_id,
            with_=name,
            planned_minutes=self._minutes(),
        )
        return Written((visit,), _("Now how it went."))

    def _planned_at(self) -> datetime:
        if not self.value("when"):
            raise Unclear("when", _("When was it? Try yesterday 2pm."))
        planned_at = self.moment()
        if planned_at > self.now:
            raise Unclear("when", _("That is still ahead. {ways}").format(ways=self.ways["planned"]))
        return planned_at

    def _minutes(self) -> int | None:
        text = self.value("minutes")
        if not text:
            return None
        minutes = whole_number(text, 1, MOST_MINUTES)
        if minutes is None:
            raise Unclear(
                "minutes",
                _("Please type a number of minutes from 1 to {most_minutes}.").format(most_minutes=MOST_MINUTES),
            )
        return minutes
