"""Undoing the last act and doing it again, and naming it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompanion.domain.acts import leading, named
from carecompanion.store import StoreError
from carecompanion.tui.keymap import shown

if TYPE_CHECKING:
    from carecompanion.tui.place import Place


def undo(place: Place) -> None:
    """Undo the last act and say which it was; what came back is in hand."""
    _turn(place, back=True)


def redo(place: Place) -> None:
    """Do the last undone act again and say which it was."""
    _turn(place, back=False)


def _turn(place: Place, *, back: bool) -> None:
    try:
        act = place.journal.undo() if back else place.journal.redo()
    except StoreError as error:
        place.say_kept(str(error))
        return
    if act is None:
        place.say_kept("There is nothing to undo." if back else "There is nothing that was undone just now.")
        return
    words = named(act, place.journal.book, place.clock())
    place.redraw()
    place.take(leading([step.record for step in act.steps]))
    said = words if words.endswith("…") else f"{words}."  # what is cut short has stopped already
    place.say_kept(f"Undone: {said}   {shown('redo')} does it again." if back else f"Done again: {said}")
