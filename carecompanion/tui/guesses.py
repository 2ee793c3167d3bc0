"""Guesses: the wait after each wrong one, said in words while typing goes on."""

from collections.abc import Callable
from datetime import timedelta
from time import monotonic
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from carecompanion.domain.guessing import said, wait_after
from carecompanion.tui.parts.reading import is_reading

TICK = 1.0
"""Seconds between two looks at the clock, so that the words change no more often."""


class Guesses:
    """Counts wrong guesses on one screen and says how long to wait for the next.

    Closing the program ends the wait: what slows guessing down is Argon2id, which nobody gets round by starting anew.
    This only keeps somebody at the keyboard from trying one after the other, and locks nobody out.
    """

    def __init__(self, screen: Screen[Any], say: Callable[[str], None]) -> None:
        self._screen, self._say = screen, say
        self._wrong = 0
        self._until = 0.0
        self._timer: Timer | None = None

    @property
    def may_guess(self) -> bool:
        """Whether the wait is over."""
        return self._left <= 0

    def was_wrong(self) -> None:
        """Say so, and how long to wait."""
        self._wrong += 1
        self._until = monotonic() + wait_after(self._wrong).total_seconds()
        self._say_how_long()
        if self._timer is None:
            once = wait_after(self._wrong).total_seconds()  # nothing ticks where somebody listens
            self._timer = self._screen.set_interval(once if is_reading() else TICK, self._say_how_long)

    def say_no_more(self) -> None:
        """Something else is asked or said now; the wait goes on."""
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.stop()

    @property
    def _left(self) -> float:
        return self._until - monotonic()

    def _say_how_long(self) -> None:
        if self.may_guess:
            self.say_no_more()
        self._say(said(timedelta(seconds=self._left)))
