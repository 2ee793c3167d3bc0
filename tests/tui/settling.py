"""Waiting until a running program has nothing left to do; what waits only for the clock is done at once."""

import asyncio
from collections.abc import Iterator
from time import monotonic, process_time
from typing import Any
from weakref import WeakSet

from textual.screen import Screen

from carecompanion.tui.app import CareCompanion

PATIENCE = 30.0
"""Seconds after which a program that should come to rest is given up."""
GLANCE, STUCK = 0.001, 0.05
"""Seconds between two looks at work beside the screen, and of no work at all after which it waits for something."""

_changed: WeakSet[Screen[Any]] = WeakSet()
_draw = Screen._compositor_refresh


async def settle(app: CareCompanion) -> None:
    """Until no key, message, layout, scroll, callback or work beside the screen is left.

    Work that waits for the person (an open form) does not count, nor does what has got stuck beside the screen.
    """
    end = monotonic() + PATIENCE
    while monotonic() < end:
        await _let_all_run()
        if _catch_up(app):
            continue
        if app.type_ahead.is_busy:
            await asyncio.sleep(GLANCE)
        elif not _works_beside() or await _is_stuck():
            return
    raise AssertionError("The program never came to rest.")


async def _let_all_run() -> None:
    """Until everything in this thread waits for the clock, another thread or the person."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]  # whatever runs next is in it
    await asyncio.sleep(0)
    while ready:
        await asyncio.sleep(0)


def _catch_up(app: CareCompanion) -> bool:
    """Scroll and draw what would come at the clock's next turn. Whether there was anything."""
    scrolls = bool(app.animator._animations)
    if scrolls:
        app.animator()
    behind = [screen for screen in _in_sight(app) if screen._update_timer._active.is_set()]
    for screen in behind:
        screen._on_timer_update()
    return scrolls or bool(behind) or _drawn(app)


def _drawn(app: CareCompanion) -> bool:
    """Draw what has changed, now that nothing else is left to do. Whether anything had."""
    changed = [screen for screen in _in_sight(app) if screen in _changed]
    for screen in changed:
        _changed.discard(screen)
        _draw(screen)
    return bool(changed)


def _note_change(screen: Screen[Any]) -> None:
    screen._dirty_widgets.clear()
    _changed.add(screen)


def draw_once() -> None:
    """From now on screens are drawn when they have settled, and not at each step on the way."""
    Screen._compositor_refresh = _note_change  # type: ignore[method-assign, assignment]  # it would draw at once


def _in_sight(app: CareCompanion) -> Iterator[Screen[Any]]:
    if app.is_running and app.screen_stack and not app._batch_count:
        yield from app._background_screens
        yield app.screen


def _works_beside() -> bool:
    pool = asyncio.get_running_loop()._default_executor  # type: ignore[attr-defined]  # to_thread() runs in it
    return pool is not None and pool._idle_semaphore._value < len(pool._threads)


async def _is_stuck() -> bool:
    """Look again in a moment; whether all that works beside the screen waits for something."""
    until = monotonic() + STUCK
    while _works_beside() and monotonic() < until:
        used = process_time()
        await asyncio.sleep(GLANCE)
        if process_time() - used > GLANCE / 2:
            until = monotonic() + STUCK
    return _works_beside()
