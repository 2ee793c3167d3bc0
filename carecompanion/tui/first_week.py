"""The hints of the first week on Today: when they begin, which one shows, and putting it off or turning them off."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from carecompanion.domain.first_week import BEGAN_ON, HINTS_WANTED, PUT_OFF_ON, Hint, are_wanted, hint
from carecompanion.store import StoreError
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
        self._chosen: dict[str, str] = {}

    def begin(self) -> bool:
        """Read what was chosen, and begin the week when it is time; answers whether there is a hint today."""
        with suppress(StoreError):
            self._chosen = self._journal.choices()
            if BEGAN_ON not in self._chosen and self._journal.book.empty:
                self._keep(BEGAN_ON, self._today)
        return self.hint is not None

    @property
    def hint(self) -> Hint | None:
        """What is worth knowing today; None once it is over, or put off."""
        return hint(self._chosen, self._journal.book.day_of(self._clock()))

    def put_off(self) -> None:
        """No more of it today."""
        with suppress(StoreError):
            self._keep(PUT_OFF_ON, self._today)

    def turn(self) -> str:
        """Turn the hints off, or on again; answers with what was done, or why it could not be kept."""
        wanted = are_wanted(self._chosen)
        try:
            self._keep(HINTS_WANTED, "no" if wanted else "yes")
        except StoreError as trouble:
            return str(trouble)
        return "The hints of the first week are off." if wanted else "The hints of the first week are on again."

    def _keep(self, name: str, chosen: str) -> None:
        self._journal.keep_choice(name, chosen)
        self._chosen = {**self._chosen, name: chosen}

    @property
    def _today(self) -> str:
        return self._journal.book.day_of(self._clock()).isoformat()


def draw_hint(each: Hint, width: int) -> Content:
    """The hint with its key as it is now, and that it is one where there is room."""
    key, _, words = each.words.partition(" ")
    pieces = (accent(key.format_map({name: shown(name) for name in BY_ID})), f" {words}")
    aside = "worth knowing"
    room = width - say(*pieces).cell_length - len(aside)
    return say(*pieces, " " * room, faint(aside)) if room > 2 else say(*pieces)
