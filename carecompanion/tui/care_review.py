"""The review itself: when, where and with whom it is, who is to be there, and the days it looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Appointment
from carecompanion.domain.sheets.appointment import ReviewDaySheet
from carecompanion.language import _
from carecompanion.sharing.review_pages import Prepared
from carecompanion.sharing.sheets import care_review as sheets
from carecompanion.tui.appointment import AppointmentSheet
from carecompanion.tui.elsewhere import by_keys
from carecompanion.tui.form import Form
from carecompanion.tui.leads_on import LeadsOn, lead_on
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Option
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
        sheet = sheets.CareReviewSheet(found, usual, book, now, ways=by_keys())
        super().__init__(book, now, draft, trouble, was=sheet.was)
        self.sheet = sheet

    def lines(self) -> ComposeResult:
        """What else there is to say of it; who, from when to when, the copy."""
        yield from self.leads(_("About"), (WHO, WHEN), "who")
        yield from super().lines()

    def start(self) -> None:
        """Begin with who is to be there."""
        self.query_one("#who_there").focus()


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
