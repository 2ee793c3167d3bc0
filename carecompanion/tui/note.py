"""A note, a good thing or a hard thing, on a page of its own."""

from collections.abc import Sequence
from typing import ClassVar

from textual.widgets import Static

from carecompanion.domain.moments import long_day
from carecompanion.domain.records import Note
from carecompanion.domain.sheets.note import NoteSheet
from carecompanion.language import _
from carecompanion.tui.form import Form
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.drawing import bold, muted, say


class NotePage(Form):
    """Two boxes: what is so, and what is for the person alone."""

    NAME = "note"
    SHEET = NoteSheet
    was: Note | None
    HINTS: ClassVar[Sequence[Hint]] = ("save", ("step_back", _("what kind"), _("kind")), "more")
    ALWAYS: ClassVar[Sequence[Hint]] = ("back_to_draft",)
    DEFAULT_CLASSES = "page"

    def start(self) -> None:
        """Begin with the words, below the day and time."""
        local = self.book.local(self.was.at if self.was else self.now)
        when = f"{long_day(local.date(), self.book.day_of(self.now))}, {local:%H:%M}"
        self.query_one("#title", Static).update(say(bold(self.heading()), muted(f"   {when}")))
        self.query_one("#text").focus()
