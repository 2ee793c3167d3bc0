"""Writing: a form from its opening to what is kept of it, its half-written words kept every second on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from carecompanion.language import _
from carecompanion.store import StoreError

if TYPE_CHECKING:
    from carecompanion.store import Journal
    from carecompanion.tui.form import Form, Written
    from carecompanion.tui.place import Place

EVERY = 1.0
"""Seconds between two looks whether there is something new to keep: as much is lost at most when all power goes."""
LEFT = _("What you wrote is kept, and will be there when you come back to it.")
CANNOT_BE_KEPT = _("{} What you wrote is still here; esc once more leaves without it.")


class Draft:
    """What stands half-written in one form, as the journal has it."""

    def __init__(self, journal: Journal, name: str) -> None:
        self._journal, self._name = journal, name
        self.offered = self.words = journal.draft(name)

    def keep(self, words: dict[str, str] | None) -> None:
        """Keep these words in place of those that are kept, or none. Raises StoreError."""
        if words == self.words:
            return
        if words is None:
            self._journal.drop_draft(self._name)
        else:
            self._journal.keep_draft(self._name, words)
        self.words = words


async def write(place: Place, form: Callable[..., Form]) -> Written | None:
    """Show a form (made from book, now, draft, trouble), keep what it answers, say so and draw again.

    What could not be saved stays in the form, with the reason; what was half-written is kept as a draft.
    """
    made = form(place.journal.book, place.clock())
    draft = Draft(place.journal, made.draft_name)
    if draft.words is not None:
        made = form(place.journal.book, place.clock(), draft.words)
    unkept: Mapping[str, str] | None = None
    while True:
        written = await _answer(place, made, draft)
        if written is not None or (made.left is not None and made.left == unkept):
            return written
        trouble = _leave(place, made, draft)
        if trouble is None:
            return None
        unkept = made.left
        made = form(place.journal.book, place.clock(), made.left, trouble)


async def _answer(place: Place, form: Form, draft: Draft) -> Written | None:
    """What the form answers; meanwhile what stands in it is kept."""

    def keep_in_passing() -> None:
        if form.has_begun and form.is_running:
            try:
                draft.keep(form.half_written())
            except StoreError:
                timer.pause()  # said when the form is left, or saved

    form.keep = partial(_keep, place, draft)
    timer = place.set_interval(EVERY, keep_in_passing)
    try:
        return await place.app.push_screen_wait(form)
    finally:
        timer.stop()


def _keep(place: Place, draft: Draft, written: Written) -> str | None:
    """Keep what a form answers and draw the place anew behind it, so that closing it shows all at once."""
    trouble = place.try_to_keep(written)
    if trouble is not None:
        return trouble
    with suppress(StoreError):  # then it is offered once more
        draft.keep(None)
    place.say_saved(written.said)
    place.redraw()
    return None


def _leave(place: Place, form: Form, draft: Draft) -> str | None:
    """Keep what is half-written and say so; or answer with why it cannot be kept."""
    had_words = form.left is not None and form.left != draft.offered
    try:
        draft.keep(form.left)
    except StoreError as error:
        return CANNOT_BE_KEPT.format(error)
    if had_words:
        place.say_kept(LEFT)
    return None
