"""Undoing the last act and doing it again, and naming it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from carecompanion.domain.acts import leading, turned_words
from carecompanion.language import _
from carecompanion.store import StoreError
from carecompanion.tui.chosen import Chosen
from carecompanion.tui.keymap import shown

if TYPE_CHECKING:
    from datetime import datetime

    from textual.message import Message

    from carecompanion.domain.acts import Act
    from carecompanion.domain.records import Record
    from carecompanion.store import Journal


UNDONE = _("The key {} brings it back, now or at any other time.")


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

    def post_message(self, message: Message) -> bool:
        """Tell whatever the screen stands in."""


def can_come_back() -> str:
    """How what is deleted now comes back."""
    return UNDONE.format(shown("undo"))


def undo(place: Turning) -> None:
    """Undo the last act and say which it was; what came back is in hand."""
    _turn(place, back=True)


def redo(place: Turning) -> None:
    """Do the last undone act again and say which it was."""
    _turn(place, back=False)


def turned(journal: Journal, now: datetime, *, back: bool) -> tuple[str, Act | None]:
    """Undo the last act, or do the last undone one again: a sentence on which it was, and the act; None for none."""
    try:
        act = journal.undo() if back else journal.redo()
    except StoreError as error:
        return str(error), None
    said = turned_words(act, journal.book, now, back=back)
    return (
        _("{said}   {key} does it again.").format(said=said, key=shown("redo")) if act is not None and back else said
    ), act


def _turn(place: Turning, *, back: bool) -> None:
    said, act = turned(place.journal, place.clock(), back=back)
    if act is not None:
        if act.settings:
            place.post_message(Chosen())
        place.redraw()
    if act is not None and act.steps:
        place.take(leading([step.record for step in act.steps]))
    place.say_kept(said)
