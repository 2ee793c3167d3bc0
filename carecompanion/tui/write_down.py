"""Writing down what the key s is for, and changing whatever is written down already."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from carecompanion.domain.book import Book
from carecompanion.domain.records import (
    Absence,
    Agreement,
    Appointment,
    Attempt,
    Change,
    Contact,
    Letter,
    LetterStep,
    Note,
    Person,
    Point,
    Promise,
    Record,
    Reply,
    RoleAnswer,
    Update,
)
from carecompanion.domain.unanswered import described
from carecompanion.tui.absence import AbsenceSheet
from carecompanion.tui.agreement import agreement
from carecompanion.tui.asked import AskedSheet
from carecompanion.tui.contact import ContactSheet
from carecompanion.tui.form import Form
from carecompanion.tui.handover import HandoverSheet
from carecompanion.tui.note import NotePage
from carecompanion.tui.person import PersonSheet
from carecompanion.tui.promise import PromiseSheet
from carecompanion.tui.reply_form import ReplyForm
from carecompanion.tui.service_change import ChangeSheet
from carecompanion.tui.something import Something, Turn
from carecompanion.tui.update import UpdateSheet
from carecompanion.tui.visit import change_visit

if TYPE_CHECKING:
    from carecompanion.tui.place import Place

SHEETS: Mapping[str, type[Something]] = {
    sheet.NAME: sheet for sheet in (AskedSheet, PromiseSheet, ChangeSheet, UpdateSheet, AbsenceSheet, HandoverSheet)
}
"""The kinds of things, the first being what the key s begins with."""

WORDS = ("text", "note", "private")
"""The lines for words that more than one kind has."""

CHANGED_ON: Mapping[type[Record], Callable[..., Form]] = {
    Attempt: ContactSheet,
    Note: NotePage,
    Point: AskedSheet,
    Promise: PromiseSheet,
    Change: ChangeSheet,
    Update: UpdateSheet,
    Absence: AbsenceSheet,
    Person: PersonSheet,
}
"""On which sheet a record is changed, where it has one of its own."""


async def something(place: Place, source: str | None = None, kind: str | None = None, *, settled: bool = False) -> bool:
    """One of the kinds, going from sheet to sheet as another is chosen; without one what is half-written comes first.

    With `settled` it begins with the words. Answers whether something was kept.
    """
    written = None
    half_written = (each for each in SHEETS if place.journal.draft(each) is not None)
    turn = Turn(kind or next(half_written, next(iter(SHEETS))), source=source, by_letter=settled)
    while turn.kind is not None:
        kind, turn.kind = turn.kind, None
        written = await place.write(partial(_sheet, SHEETS[kind], turn))
    return written is not None


async def change(place: Place, record: Record) -> bool:
    """Change something that is written down, on the sheet it was written with. Answers whether something was kept.

    A contact is changed by way of the attempt that speaks for it.
    """
    if isinstance(record, Appointment):
        return await change_visit(place, record)
    if isinstance(record, Agreement):
        return await agreement(place, record)
    form = CHANGED_ON.get(type(record)) or _changed_seldom(record)
    if isinstance(record, Contact | Reply):
        contact_id = record.id if isinstance(record, Contact) else record.contact_id
        thread = described(place.journal.book, contact_id, place.clock())
        if thread is None:
            return False
        form = partial(ReplyForm, thread) if isinstance(record, Reply) else ContactSheet
        record = record if isinstance(record, Reply) else thread.attempt
    return form is not None and await place.write(partial(form, was=record)) is not None


def _changed_seldom(record: Record) -> Callable[..., Form] | None:
    """The sheets that are imported when they are needed, as few days see one; None for what has none of its own."""
    if isinstance(record, Letter):
        from carecompanion.tui.letter_sheet import LetterSheet

        return LetterSheet
    if isinstance(record, LetterStep):
        from carecompanion.tui.step_sheet import StepSheet

        return StepSheet
    if isinstance(record, RoleAnswer):
        from carecompanion.tui.role_sheet import RoleSheet

        return RoleSheet
    return None


def _sheet(
    sheet: type[Something],
    turn: Turn,
    book: Book,
    now: datetime,
    draft: Mapping[str, str] | None = None,
    trouble: str = "",
) -> Something:
    return sheet(book, now, draft if trouble else _together(turn.carried, draft), trouble, turn=turn)


def _together(carried: Mapping[str, str], draft: Mapping[str, str] | None) -> dict[str, str]:
    """What comes along from another sheet, and what is half-written on this one; none of the words is lost."""
    both = {**carried, **{name: text for name, text in (draft or {}).items() if text or name not in carried}}
    for name in WORDS:
        brought, there = carried.get(name, "").strip(), both.get(name, "").strip()
        if brought and brought != there:
            both[name] = f"{there} {brought}"
    return both
