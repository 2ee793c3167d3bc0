"""Undoing the last act and doing it again, and naming it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from carecompanion.domain.acts import leading, named
from carecompanion.store import StoreError

if TYPE_CHECKING:
    from carecompanion.domain.records import Record
    from carecompanion.store import Journal


class Turning(Protocol):
    """A screen on which acts are undone: it shows what is there then, and says what was done."""

    journal: Journal
    clock: Callable[[], datetime]

    def redraw(self) -> None:
        """Read the journal and show it."""

    def take(self, record: Record) -> None:
        """Take a record in hand where it shows."""

    def say_kept(self, sentence: str) -> None:
        """Say what was done."""


def undo(place: Turning) -> None:
    """Undo the last act and say which it was; what came back is in hand."""
    _turn(place, back=True)


def redo(place: Turning) -> None:
    """Do the last undone act again and say which it was."""
    _turn(place, back=False)


def _turn(place: Turning, *, back: bool) -> None:
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
    place.say_kept(f"Undone: {said}   ctrl+r does it again." if back else f"Done again: {said}")
