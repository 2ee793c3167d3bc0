"""The backup that follows the first save of a day, beside the screen: it never holds up a save or what shows it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from carecompanion.store import Closed, StoreError
from carecompanion.tui.place import Place

if TYPE_CHECKING:
    from textual.app import App

    from carecompanion.store import Journal


class DailyBackup:
    """Makes one backup on each day on which something was saved, once it is asked to look."""

    def __init__(self, app: App[Any], journal: Journal, clock: Callable[[], datetime]) -> None:
        self._app, self._journal, self._clock = app, journal, clock
        self._saved = journal.book
        self._day: date | None = None
        self._trouble: str | None = None

    def look(self) -> None:
        """Begin a backup when one is due, and say why the last one was not made once there is a place to say it."""
        if self._trouble is not None and isinstance(self._app.screen, Place):
            self._app.screen.say_kept(self._trouble)
            self._trouble = None
        book = self._journal.book
        if book is self._saved:
            return
        self._saved, today = book, book.day_of(self._clock())
        if today != self._day:
            self._day = today
            self._app.run_worker(self._back_up(today), group="daily backup", exclusive=True)

    async def _back_up(self, today: date) -> None:
        try:
            await asyncio.to_thread(self._back_up_once, today)
        except Closed:
            pass  # it is made after the first save of the next time
        except StoreError as error:
            self._trouble = str(error)

    def _back_up_once(self, today: date) -> None:
        """Not when one was made today, by another window or a command."""
        if not any(self._journal.book.day_of(backup.made_at) == today for backup in self._journal.backups()):
            self._journal.back_up(self._clock())
