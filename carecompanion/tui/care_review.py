"""The review itself: when, where and with whom it is, who is to be there, and the days it looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.periods import Period, period
from carecompanion.domain.records import Appointment, CareReview
from carecompanion.domain.review_words import span_words
from carecompanion.domain.sheets.appointment import ReviewDaySheet
from carecompanion.domain.sheets.asks import DayAsk, written_out
from carecompanion.language import _
from carecompanion.sharing.review_pages import Prepared
from carecompanion.tui.appointment import AppointmentSheet
from carecompanion.tui.day import Day
from carecompanion.tui.deciding import care_review
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.form import Form, Written
from carecompanion.tui.leads_on import LeadsOn, lead_on
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Option
from carecompanion.tui.parts.line import Line
from carecompanion.tui.visit import visit_sheet

if TYPE_CHECKING:
    from carecompanion.tui.place import Place

WHO = Option("w", "who", _("Who and which days"))
WHEN = Option("t", "arranged", _("The day, time and place"))


class CareReviewSheet(LeadsOn):
    """Who is to be there, the days it looks at, and when a copy of what was written down came."""

    NAME = "care_review"
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", _("save")), "next_line")

    def __init__(
        self,
        found: Prepared,
        usual: Period,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
    ) -> None:
        self._review = care_review(found, book, now)
        super().__init__(book, now, draft, trouble, was=book.reviews.get(self._review.id))
        self._usual, self._today = usual, book.day_of(now)
        self._since = span_words(usual)
        self._is_since_review = period("since_review", found.review.book, now) == usual

    @property
    def draft_name(self) -> str:
        """One draft, whichever review is in hand."""
        return self.NAME

    def heading(self) -> str:
        """What is being written down."""
        return _("Your review")

    def lines(self) -> ComposeResult:
        """What else there is to say of it; who, from when to when, the copy."""
        was = self._review
        yield from self.leads(_("About"), (WHO, WHEN), "who")
        who = Line(was.who_there or "", hint=_("names, or who they are to you"), id="who_there")
        yield Field(_("I want there"), who)
        yield self._day(_("Looks from"), "first_day", was.first_day, _("as usual"))
        yield self._day("to", "last_day", was.last_day, "today", either=True)
        yield self._day(_("Copy came"), "copy", was.copy_received_on, _("the day, once it has come"))

    def start(self) -> None:
        """Begin with who is to be there."""
        self.query_one("#who_there").focus()

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """The days it looks at."""
        try:
            days = self._days()
        except Unclear:
            return ()
        if days is None:
            told = _("since the last review") if self._is_since_review else _("the last 3 months")
            return (_("It looks at {since}: {told}.").format(since=self._since, told=told),)
        return (_("It looks at {span_words}.").format(span_words=span_words(days)),)

    def action_save(self) -> None:
        """Nothing to keep while nothing was changed."""
        if self.is_untouched("who_there", "first_day", "last_day", "copy"):
            self.leave(None)
        else:
            super().action_save()

    def written(self) -> Written:
        """The review."""
        days, copy = self._days(), self._line("copy").past_day
        fields = {
            "appointment_id": self._review.appointment_id,
            "first_day": days.first if days else None,
            "last_day": days.last if days else None,
            "who_there": self.words("who_there", "who_there" if self.was else None),
            "copy_received_on": copy,
        }
        made = self.made(CareReview, **fields)
        return Written((made,), _("It looks at {days}.").format(days=span_words(days) if days else self._since))

    def _days(self) -> Period | None:
        """The days that were typed, one filled in where the other was not; None without any. Raises Unclear."""
        first, last = self._line("first_day").past_day, self._line("last_day").day
        if first is None and last is None:
            return None
        first, last = first or self._usual.first, last or self._today
        if last < first:
            raise Unclear("last_day", _("That is before the first day."))
        return Period(first, last)

    def _day(self, label: str, name: str, day: date | None, hint: str, *, either: bool = False) -> Day:
        ask = DayAsk(name=name, label=label, held=written_out(day), hint=hint, either=either)
        return Day(ask, self.book, self.now)

    def _line(self, name: str) -> Day:
        return next(day for day in self.query(Day) if day.query(f"#{name}"))


class ReviewDay(AppointmentSheet):
    """When, where and with whom a review is that has no day yet."""

    NAME = "review_day"
    SHEET = ReviewDaySheet

    def lines(self) -> ComposeResult:
        """What else there is to say of it, and the lines of an appointment."""
        yield from self.leads(_("About"), (WHEN, WHO), "arranged")
        yield from super().lines()

    def start(self) -> None:
        """Begin with when it is."""
        self.query_one("#when").focus()


async def change_review(place: Place, found: Prepared, usual: Period) -> bool:
    """Say more of the review in hand: first its day while it has none, else who and which days; each leads to all."""
    coming = found.review.coming
    return await lead_on(place, "who" if coming else "arranged", partial(_sheet, found, usual, coming))


def _sheet(
    found: Prepared,
    usual: Period,
    coming: Appointment | None,
    about: str,
    book: Book,
    now: datetime,
    draft: Mapping[str, str] | None,
    trouble: str,
) -> Form:
    if about == "who":
        return CareReviewSheet(found, usual, book, now, draft, trouble)
    if coming is None:
        return ReviewDay(book, now, draft, trouble)
    return visit_sheet(coming, about, book, now, draft, trouble)
