"""How a visit went: which one it is about, and what is asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment
from carecompanion.domain.sheets.aspects import Aspect, aspect_of
from carecompanion.domain.visits import ahead, untold
from carecompanion.tui.appointment import AppointmentSheet
from carecompanion.tui.check_in import CheckIn, Instead
from carecompanion.tui.check_in_again import CheckInAgain
from carecompanion.tui.did_not_happen import DidNotHappen
from carecompanion.tui.form import Form
from carecompanion.tui.leads_on import lead_on
from carecompanion.tui.which_visit import ANOTHER, UnplannedVisit, WhichVisit

if TYPE_CHECKING:
    from carecompanion.tui.place import Place


async def visit(place: Place) -> None:
    """How a visit went: at once when only one can be meant, else after asking which."""
    book, now = place.journal.book, place.clock()
    recent = untold(book, now)
    if len(recent) == 1:
        await check_in(place, recent[0])
    elif recent or ahead(book, now):
        await choose(place)
    else:
        await another(place)


async def choose(place: Place) -> None:
    """Ask which visit, and go on from there."""
    book, now = place.journal.book, place.clock()
    chosen = await place.app.push_screen_wait(WhichVisit(book, now))
    if chosen == ANOTHER:
        await another(place)
    elif chosen is not None:
        appointment = book.appointments[chosen]
        if appointment.planned_at > now:
            await place.write(partial(DidNotHappen, appointment))
        else:
            await check_in(place, appointment)


async def another(place: Place) -> None:
    """Write down a visit that was not planned, then how it went."""
    written = await place.write(UnplannedVisit)
    for record in written.records if written else ():
        if isinstance(record, Appointment):
            await check_in(place, record)


async def check_in(place: Place, appointment: Appointment) -> None:
    """The five questions about a visit, or what is said in their place."""
    while (instead := await _ask(place, appointment)) == "did_not_happen":
        if await place.write(partial(DidNotHappen, appointment)) is not None:
            return
    if instead == "another_visit":
        await choose(place)


async def _ask(place: Place, appointment: Appointment) -> Instead | None:
    """Where the person went in place of answering; None when they answered, or left it for later."""
    pages: list[CheckIn] = []

    def page(book: Book, now: datetime, draft: dict[str, str] | None = None, trouble: str = "") -> CheckIn:
        pages.append(CheckIn(appointment, book, now, draft, trouble))
        return pages[-1]

    await place.write(page)
    return pages[-1].instead


async def change_visit(place: Place, appointment: Appointment, aspect: Aspect | None = None) -> bool:
    """Change how a visit went, why it did not happen, or when and where it is; each leads to the others.

    Begins with the aspect that is most likely meant when none is named. Answers whether something was kept.
    """
    return await lead_on(place, aspect or aspect_of(appointment), partial(visit_sheet, appointment))


def visit_sheet(
    appointment: Appointment,
    aspect: str,
    book: Book,
    now: datetime,
    draft: Mapping[str, str] | None,
    trouble: str,
) -> Form:
    """The form for one aspect of a visit."""
    if aspect == "did_not_happen":
        return DidNotHappen(appointment, book, now, draft, trouble, leads_on=True)
    if aspect == "how_it_went":
        return CheckInAgain(appointment, book, now, draft, trouble)
    return AppointmentSheet(book, now, draft, trouble, was=appointment)
