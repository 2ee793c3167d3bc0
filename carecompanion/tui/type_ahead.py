"""Keys typed while a form is about to open: they are for the form, and wait for it."""

from collections import deque
from collections.abc import Callable
from typing import Any

from textual import events
from textual.app import App
from textual.timer import Timer
from textual.worker import WorkerState

WRITING = "writing"
"""The group of the workers that open forms."""
ON_ITS_WAY = (WorkerState.PENDING, WorkerState.RUNNING)
LOOK_AGAIN, LONGEST = 0.01, 2.0
"""Seconds between two looks whether the form is there, and after which keys go where they would have gone."""


class TypeAhead:
    """Holds keys back until the form they are for is there, and then lets them go in their order, one by one."""

    def __init__(self, app: App[Any], shows_a_place: Callable[[], bool]) -> None:
        """`shows_a_place`: whether what is on the screen is no form, or a form that has not begun yet."""
        self._app, self._shows_a_place = app, shows_a_place
        self._held: deque[events.Key] = deque()
        self._let_go: events.Key | None = None
        self._looks = 0
        self._timer: Timer | None = None

    def hold(self, key: events.Key) -> bool:
        """Keep a key for the form that is on its way; False when none is, and the key may go on."""
        if key is self._let_go:
            self._let_go = None
            return False
        if self._timer is None and not self._is_on_its_way:
            return False
        self._held.append(key)
        if self._timer is None:
            self._timer = self._app.set_interval(LOOK_AGAIN, self._look)
        return True

    @property
    def is_busy(self) -> bool:
        """Whether a form is on its way, or keys have not reached it yet."""
        return self._timer is not None or self._is_on_its_way

    @property
    def _is_on_its_way(self) -> bool:
        opening = any(worker.group == WRITING and worker.state in ON_ITS_WAY for worker in self._app.workers)
        return opening and self._shows_a_place()

    def _look(self) -> None:
        """Let one key go when the one before has gone and no form is on its way, or it takes too long."""
        self._looks += 1
        if (self._let_go is not None or self._is_on_its_way) and self._looks * LOOK_AGAIN < LONGEST:
            return
        self._looks = 0
        if self._held:
            key = self._held.popleft()
            self._let_go = events.Key(key.key, key.character)
            self._app.post_message(self._let_go)
        elif self._timer is not None:
            self._timer.stop()
            self._timer = None
