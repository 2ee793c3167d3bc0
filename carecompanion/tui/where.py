"""Where a person was: the place, what was in hand, what was open over it; noted on hiding, found again after it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.screen import Screen
from textual.widget import Widget

from carecompanion.store import StoreError
from carecompanion.tui.form import Form
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.line import Line, Words
from carecompanion.tui.place import Place

if TYPE_CHECKING:
    from carecompanion.store import Journal

NAME = "where"
"""Under which name it is kept among the drafts: it is as private as they are."""


def note(journal: Journal, place: str, stack: Sequence[Screen[Any]]) -> None:
    """Keep where this is, in the place of that name."""
    where = _where(place, stack)
    if where:
        with suppress(StoreError):  # it costs the way back, and no words
            journal.keep_draft(NAME, where)


def recall(journal: Journal) -> dict[str, str]:
    """Where this was when it was hidden, which is then forgotten; nothing when that is not known."""
    where = None
    with suppress(StoreError):
        where = journal.draft(NAME)
        journal.drop_draft(NAME)
    return where or {}


def _where(place: str, stack: Sequence[Screen[Any]]) -> dict[str, str]:
    """Where this is; nothing when no place is open. Of a form without words what was chosen is noted too."""
    places = [screen for screen in stack if isinstance(screen, Place)]
    if not places:
        return {}
    above = stack[stack.index(places[-1]) + 1 :]
    where = {"place": place, **{f"at_{name}": text for name, text in places[0].looked_at().items()}}
    for depth, each in enumerate(places):
        where |= {f"row_{depth}": key for key in _row(each)}
        where |= {f"shows_{depth}": each.shows}
    if places[-1].entry_open is not None:
        entry, act = places[-1].entry_open
        where |= {"entry": entry.id, "act": act}
    form = next((screen for screen in above if isinstance(screen, Form)), None)
    return where | _of_line((form or places[-1]).focused) | (_of_form(form) if form else {})


def _row(place: Place) -> Iterator[str]:
    """The key of the row in hand, in the list that has the focus, else in the first."""
    lists = list(place.query(ItemList))
    lists.sort(key=lambda each: each is not place.focused)
    yield from (each.key_in_hand for each in lists[:1] if each.key_in_hand is not None)


def _of_form(form: Form) -> dict[str, str]:
    """Which it is, and what was chosen in it; its words are kept as its draft."""
    if form.half_written() is not None:
        return {"sheet": form.draft_name}
    return {"sheet": form.draft_name, "values": json.dumps(form.values(), ensure_ascii=False)}


def _of_line(line: Widget | None) -> dict[str, str]:
    """The line in hand, and where the cursor stands in it."""
    if line is None or line.id is None or isinstance(line, ItemList):
        return {}
    if isinstance(line, Line):
        cursor: tuple[int, ...] = (line.cursor_position,)
    else:
        cursor = line.cursor_location if isinstance(line, Words) else ()
    return {"line": line.id, "cursor": " ".join(map(str, cursor))}


def put_cursor(line: Widget, cursor: str) -> None:
    """Put the cursor of a line where it was noted to be, as far as the words go."""
    at = [int(number) for number in cursor.split() if number.isdigit()]
    if isinstance(line, Line) and len(at) == 1:
        line.cursor_position = at[0]
    elif isinstance(line, Words) and len(at) == 2:
        line.move_cursor((at[0], at[1]))


def looked_at(where: Mapping[str, str]) -> dict[str, str]:
    """How the place was looked at."""
    return {name.removeprefix("at_"): text for name, text in where.items() if name.startswith("at_")}
