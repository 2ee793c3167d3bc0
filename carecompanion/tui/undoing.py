"""Undoing the last act and doing it again, and naming it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompanion.domain.acts import leading, turned_words
from carecompanion.store import StoreError

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
    said = turned_words(act, place.journal.book, place.clock(), back=back)
    if act is not None:
        place.redraw()
        place.take(leading([step.record for step in act.steps]))
    place.say_kept(f"{said}   ctrl+r does it again." if act is not None and back else said)
