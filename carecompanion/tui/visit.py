"""How a visit went: which one it is about, and what is asked of it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment
from carecompanion.tui.appointment import AppointmentSheet
from carecompanion.tui.check_in import CheckIn, Instead
from carecompanion.tui.check_in_again import CheckInAgain
from carecompanion.tui.did_not_happen import DidNotHappen
from carecompanion.tui.form import Form
from carecompanion.tui.which_visit import ANOTHER, UnplannedVisit, WhichVisit, ahead, untold

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


async def change_visit(place: Place, appointment: Appointment) -> bool:
    """Change how a visit went, why it did not happen, or when and where it is; each leads to the others.

    Answers whether something was kept.
    """
    opened = list[AppointmentSheet | CheckIn | DidNotHappen]()
    told = "how_it_went" if appointment.status == "went_ahead" else "did_not_happen"
    aspect: str | None = "arranged" if appointment.status == "planned" else told

    def page(book: Book, now: datetime, draft: dict[str, str] | None = None, trouble: str = "") -> Form:
        opened.append(_about(aspect, appointment, book, now, draft, trouble))
        return opened[-1]

    while aspect is not None:
        if await place.write(page) is not None:
            return True
        aspect = opened[-1].instead
    return False


def _about(
    aspect: str | None,
    appointment: Appointment,
    book: Book,
    now: datetime,
    draft: dict[str, str] | None,
    trouble: str,
) -> AppointmentSheet | CheckIn | DidNotHappen:
    if aspect == "did_not_happen":
        return DidNotHappen(appointment, book, now, draft, trouble, leads_on=True)
    if aspect == "how_it_went":
        again = appointment.status == "went_ahead"
        return (CheckInAgain if again else CheckIn)(appointment, book, now, draft, trouble)
    return AppointmentSheet(book, now, draft, trouble, was=appointment)
