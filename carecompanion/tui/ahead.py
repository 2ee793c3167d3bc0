"""Ahead: what is done once Today shows, while nobody types: the places gone to most are there before their key."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import App, ReturnType
from textual.widget import AwaitMount

from carecompanion.store import StoreError
from carecompanion.tui.screens import Resuming

if TYPE_CHECKING:
    from carecompanion.store import Journal
    from carecompanion.tui.app import CareCompanion

PLACES = ("journal", "traits", "team")
QUIET = 0.4
"""Seconds without a key after which nobody is typing: a place takes about as long as a person needs to see one."""


class ShowsAtOnce(App[ReturnType]):
    """A program whose places show at once when they have been laid out: Textual holds every one back for 50 ms."""

    _holds_back = True

    def switch_mode(self, mode: str) -> AwaitMount:
        """Go to a place; one that there is, is drawn as things stand now before it shows."""
        there = next(reversed(self._screen_stacks.get(mode, ())), None)
        self._holds_back = there is None or not there.is_mounted
        if isinstance(there, Resuming) and not self._holds_back:
            there.on_screen_resume()
        return super().switch_mode(mode)

    def delay_update(self, delay: float = 0.05) -> None:
        """Hold back what is laid out only now."""
        if self._holds_back:
            super().delay_update(delay)


async def lay_out_ahead(app: CareCompanion, journal: Journal) -> None:
    """Give back what only reading the journal needed, then lay the places out one by one, unseen until gone to.

    Each in a moment without keys and with no sheet in front.
    """
    await _a_while(app)  # Today itself comes first
    with suppress(StoreError):  # then it holds what it held
        await asyncio.to_thread(journal.hold_less)
    await _nobody_types(app)
    while "in_order" not in vars(journal.book):  # beside the screen, as a journal may have 100,000 entries
        await asyncio.to_thread(getattr, journal.book, "in_order")
    for place in PLACES:
        await _nobody_types(app)
        await app._init_mode(place)  # noqa: SLF001  # what going there does first, and nothing when it has been done


async def _nobody_types(app: CareCompanion) -> None:
    while app.idle.quiet_for < QUIET or len(app.screen_stack) > 1:
        await _a_while(app)


async def _a_while(app: CareCompanion) -> None:
    later = asyncio.Event()
    app.set_timer(QUIET, later.set)
    await later.wait()
