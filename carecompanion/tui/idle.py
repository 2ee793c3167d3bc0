"""Idle: hiding the screen when nobody is there any more, and saying so half a minute before."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.widgets import Static

from carecompanion.domain.hiding import HideWhen
from carecompanion.language import _
from carecompanion.tui.chosen import chosen_in
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import say

if TYPE_CHECKING:
    from carecompanion.store import Journal
    from carecompanion.tui.app import CareCompanion

Seconds = Callable[[], float]
TICKING: Sequence[Seconds] = (time.monotonic, time.time)
"""Two clocks, as each misses something: one stands still while the computer sleeps, the other may be put back."""
WARNED_BEFORE = 30.0
"""Seconds before hiding at which it is said."""
WARNING = _("Hiding in half a minute. Any key keeps it open.")
SOMEBODY = (events.InputEvent, events.Paste)
"""What only a person does: a key, the mouse, a paste."""


class Warned(Static):
    """One still line above the keys."""

    def __init__(self) -> None:
        super().__init__(say(WARNING))


class Idle:
    """How long nobody has been there; hides the screen when that is long enough, from `begin` on."""

    def __init__(self, app: CareCompanion, ticking: Sequence[Seconds] = TICKING) -> None:
        self._app, self._ticking = app, ticking
        self._when: HideWhen | None = None
        self._last = [ticks() for ticks in ticking]
        self._warned: Warned | None = None

    def begin(self, journal: Journal) -> None:
        """From here on hide when that was chosen."""
        self._when = HideWhen.chosen(chosen_in(journal))
        self._is_there()

    def end(self) -> None:
        """From here on hide no more."""
        self._when = None

    def look(self) -> None:
        """Warn or hide, when it is time; a computer that slept through the warning hides without it."""
        if self._when is None:
            return
        left = self._left(self._when)
        if left <= 0:
            self._hide()
        elif left <= WARNED_BEFORE and not self._is_said:
            self._warn()

    def sees(self, event: events.Event) -> bool:
        """Note that somebody is there; answers whether the screen was hidden instead, and the event is for nobody."""
        comes = isinstance(event, SOMEBODY) and not event.is_forwarded
        if self._when is not None:
            leaves = isinstance(event, events.AppBlur) and self._when.on_leaving
            if leaves or (comes and self._left(self._when) <= 0):
                self._hide()
                return True
        if comes:
            self._is_there()
        return False

    @property
    def quiet_for(self) -> float:
        """Seconds since somebody was there, by the clock that has gone furthest."""
        return max(ticks() - last for ticks, last in zip(self._ticking, self._last, strict=True))

    def _is_there(self) -> None:
        self._last = [ticks() for ticks in self._ticking]
        if self._is_said and self._warned is not None:
            self._warned.remove()
        self._warned = None

    @property
    def _is_said(self) -> bool:
        """Whether the line stands there; it goes with its screen."""
        return self._warned is not None and self._warned.is_attached

    def _left(self, when: HideWhen) -> float:
        """Seconds until it hides, by the clock that has gone furthest."""
        return when.after * 60 - self.quiet_for

    def _warn(self) -> None:
        bar = next(iter(self._app.screen.query(KeyBar)), None)
        if bar is not None and bar.parent is not None:
            self._warned = Warned()
            self._app.screen.mount(self._warned, before=bar)

    def _hide(self) -> None:
        self._when = None
        self._app.action_hide()
