"""Coming back after hiding: to the place a person was in, what was in hand there, and what was open over it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.message_pump import MessagePump
from textual.screen import Screen

from carecompanion.domain.records import Appointment, OwnTrait, Record
from carecompanion.domain.sheets.aspects import Aspect
from carecompanion.store import StoreError
from carecompanion.tui.check_in import CheckIn
from carecompanion.tui.did_not_happen import DidNotHappen
from carecompanion.tui.form import Form
from carecompanion.tui.journal import JournalPlace
from carecompanion.tui.leave_out import LeaveOutSheet, left_out_by
from carecompanion.tui.looking import Looking
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.place import Place
from carecompanion.tui.type_ahead import WRITING
from carecompanion.tui.visit import another, change_visit, check_in
from carecompanion.tui.walk import Walk, walk
from carecompanion.tui.where import looked_at, put_cursor
from carecompanion.tui.which_visit import UnplannedVisit
from carecompanion.tui.write_down import SHEETS, change, something

if TYPE_CHECKING:
    from carecompanion.tui.app import CareCompanion

HELD_BACK = 0.06
"""Seconds after which a place is laid out: for 0.05 Textual holds that back when it switches to one."""
TURNS = 4
"""What follows a row is drawn, has a bar beside it, is drawn in the width that leaves, and may need no bar then."""
SOON, LONGEST = 0.01, 2.0
"""Seconds between two looks whether the form is there, and after which it is not waited for any more."""
ACTS = {
    "contact": "contact",
    "reply": "reply",
    "closing": "reply",
    "which_reply": "reply",
    "note": "note",
    "appointment": "appointment",
    "person": "add_person",
    "agreement": "agreement",
    "own_trait": "add_own",
    "narrow": "narrow",
    "own_point": "own_point",
    "care_review": "care_review",
    "review_day": "care_review",
    "letter": "begin_letter",
}
"""Which act of a place opens a form for something new, by the form's name."""
OF_A_LETTER = {"letter_sent": "was_sent", "letter_step_of": "add_step"}
"""The forms about a letter beside its words, each with the act of its page that opens it."""
ASPECTS: Mapping[str, Aspect] = {
    "appointment": "arranged",
    "check_in": "how_it_went",
    "did_not_happen": "did_not_happen",
}


IN_HAND = ("reword", "bring")
"""The forms that are about whatever is in hand, each opened by the act of its name."""


async def come_back(app: CareCompanion, where: Mapping[str, str]) -> None:
    """From the place that is shown to what was open over it, as far as it is still there."""
    shown = app.screen
    if not where or not isinstance(shown, Place):
        return
    place: Place = shown
    await _until_painted(app)
    place.redraw()
    place.look_again(looked_at(where))
    depth = 0
    await _take(place, where.get("row_0"))
    while (shows := where.get(f"shows_{depth + 1}")) and (deeper := place.deeper(shows)) is not None:
        await app.push_screen(deeper)
        deeper.redraw()
        depth += 1
        await _take(deeper, where.get(f"row_{depth}"))
        place = deeper
    if "values" in where:
        _put_back(place, where["sheet"], where["values"])
    await _open_over(place, where)
    if "line" in where:
        _Cursor(app, where["line"], where.get("cursor", ""))


async def _take(place: Place, row: str | None) -> None:
    """Take the row in hand that was, in whichever list has it, and wait until what follows it stands beside it.

    What is opened over a place is laid out alone: what is still to change below it would look half changed.
    """
    for rows in place.query(ItemList):
        if row is not None and rows.take(row):
            rows.focus()
            await _answered(rows)
            break
    if isinstance(place, JournalPlace):
        place.rest()
    for _turn in range(TURNS):
        await _answered(place)
        await place.wait_for_refresh()


async def _until_painted(app: CareCompanion) -> None:
    painted = asyncio.Event()
    app.set_timer(HELD_BACK, painted.set)
    await painted.wait()


async def _answered(pump: MessagePump) -> None:
    """Until everything that was sent to it so far is answered."""
    done = asyncio.Event()
    pump.call_later(done.set)
    await done.wait()


def _put_back(place: Place, sheet: str, values: str) -> None:
    """What was chosen in a form, for it to begin with; without words it is not kept beyond that."""
    with suppress(StoreError):
        if place.journal.draft(sheet) is None:
            place.journal.keep_draft(sheet, json.loads(values))


async def _open_over(place: Place, where: Mapping[str, str]) -> None:
    """An entry's page, or what it was left for; or a form."""
    book = place.journal.book
    if (entry := book.record(where.get("entry", ""))) is not None:
        place.open_entry(entry, where.get("act", ""))
        return
    name, _, key = where.get("sheet", "").partition(" ")
    record = book.record(key)
    if name in IN_HAND:
        await place.run_action(name)
    elif record is not None:
        await _open_about(place, name, record)
    elif key:
        return
    elif name in ACTS:
        await place.run_action(ACTS[name])
    elif name in SHEETS:
        _do(place, something(place, kind=name))
    elif name == UnplannedVisit.NAME:
        _do(place, another(place))
    elif name == Walk.NAME:
        _do(place, walk(place))


async def _open_about(place: Place, name: str, record: Record) -> None:
    """A form about something that is there already."""
    if isinstance(record, OwnTrait):
        await place.run_action("change_own")
    elif name in OF_A_LETTER:
        await place.run_action(OF_A_LETTER[name])
    elif name == LeaveOutSheet.NAME and isinstance(place, Looking):
        each = place.in_hand
        if each is not None and each.record == record:
            await place.run_action("leave_out" if left_out_by(each) is None else "change")
    elif isinstance(record, Appointment):
        _do(place, _about_visit(place, name, record))
    else:
        _do(place, change(place, record))


def _about_visit(place: Place, name: str, visit: Appointment) -> Awaitable[object]:
    if visit.status != "planned" or name not in (CheckIn.NAME, DidNotHappen.NAME):
        return change_visit(place, visit, ASPECTS.get(name))
    return check_in(place, visit) if name == CheckIn.NAME else place.write(partial(DidNotHappen, visit))


def _do(place: Place, doing: Awaitable[object]) -> None:
    place.run_worker(doing, group=WRITING, exclusive=True)


class _Cursor:
    """Puts the cursor back in its line, once that is there and its form has begun."""

    def __init__(self, app: CareCompanion, line: str, cursor: str) -> None:
        self._app, self._line, self._cursor = app, line, cursor
        self._looks = 0
        self._timer = app.set_interval(SOON, self._look)

    def _look(self) -> None:
        self._looks += 1
        shown = self._app.screen
        lines = list(shown.query(f"#{self._line}")) if isinstance(shown, Place) or _has_begun(shown) else []
        for line in lines:
            shown.set_focus(line)
            line.call_later(put_cursor, line, self._cursor)  # after the focus, which selects what only stands in
        if lines or self._looks * SOON >= LONGEST:
            self._timer.stop()


def _has_begun(shown: Screen[Any]) -> bool:
    return isinstance(shown, Form) and shown.has_begun
