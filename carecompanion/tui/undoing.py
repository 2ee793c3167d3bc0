"""Undoing the last act and doing it again, and naming it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompanion.domain.acts import leading, named
from carecompanion.store import StoreError
from carecompanion.tui.chosen import Chosen

if TYPE_CHECKING:
    from datetime import datetime

    from carecompanion.domain.acts import Act
    from carecompanion.store import Journal
    from carecompanion.tui.place import Place


def undo(place: Place) -> None:
    """Undo the last act and say which it was; what came back is in hand."""
    _turn(place, back=True)


def redo(place: Place) -> None:
    """Do the last undone act again and say which it was."""
    _turn(place, back=False)


def turned(journal: Journal, now: datetime, *, back: bool) -> tuple[str, Act | None]:
    """Undo the last act, or do the last undone one again: a sentence on which it was, and the act; None for none."""
    try:
        act = journal.undo() if back else journal.redo()
    except StoreError as error:
        return str(error), None
    if act is None:
        return "There is nothing to undo." if back else "There is nothing that was undone just now.", None
    words = named(act, journal.book, now)
    said = words if words.endswith("…") else f"{words}."  # what is cut short has stopped already
    return f"Undone: {said}   ctrl+r does it again." if back else f"Done again: {said}", act


def _turn(place: Place, *, back: bool) -> None:
    said, act = turned(place.journal, place.clock(), back=back)
    if act is not None:
        if act.settings:
            place.post_message(Chosen())
        place.redraw()
    if act is not None and act.steps:
        place.take(leading([step.record for step in act.steps]))
    place.say_kept(said)
