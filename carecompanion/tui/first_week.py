"""The hints of the first week on Today: when they begin, which one shows, and putting it off or turning them off."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from carecompanion.domain.first_week import BEGAN_ON, PUT_OFF_ON, Hint, hint
from carecompanion.language import _
from carecompanion.store import StoreError
from carecompanion.tui.chosen import chosen_in
from carecompanion.tui.keymap import BY_ID, shown
from carecompanion.tui.parts.drawing import accent, faint, say

if TYPE_CHECKING:
    from carecompanion.store import Journal

Clock = Callable[[], datetime]
OF_THE_PROGRAM = {act: f"app.{act}" for act in ("hide", "keys", "palette", "help_now")}
"""The acts a hint may be about that are done by the program and not by a place."""


class FirstWeek:
    """What is worth knowing today. It begins in a journal in which nothing is written down yet."""

    def __init__(self, journal: "Journal", clock: Clock) -> None:
        self._journal, self._clock = journal, clock
        self._has_looked = False

    def begin(self) -> bool:
        """Begin the week when it is time; answers whether there is a hint today."""
        self._has_looked = True
        with suppress(StoreError):
            if BEGAN_ON not in self._journal.choices() and self._journal.book.empty:
                self._journal.keep_choice(BEGAN_ON, self._today)
        return self.hint is not None

    @property
    def hint(self) -> Hint | None:
        """What is worth knowing today; None before the first look, once it is over, or put off."""
        chosen = chosen_in(self._journal) if self._has_looked else {}
        return hint(chosen, self._journal.book.day_of(self._clock()))

    def put_off(self) -> None:
        """No more of it today."""
        with suppress(StoreError):
            self._journal.keep_choice(PUT_OFF_ON, self._today)

    @property
    def _today(self) -> str:
        return self._journal.book.day_of(self._clock()).isoformat()


def draw_hint(each: Hint, width: int) -> Content:
    """The hint with its key as it is now, and that it is one where there is room."""
    key, _between, words = each.words.partition(" ")
    pieces = (accent(key.format_map({name: shown(name) for name in BY_ID})), f" {words}")
    aside = _("worth knowing")
    room = width - say(*pieces).cell_length - len(aside)
    return say(*pieces, " " * room, faint(aside)) if room > 2 else say(*pieces)
