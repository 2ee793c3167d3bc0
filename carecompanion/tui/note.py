"""A note, a good thing or a hard thing, on a page of its own."""

from collections.abc import Sequence
from typing import ClassVar, get_args

from textual.app import ComposeResult
from textual.widgets import Static

from carecompanion.domain.moments import long_day
from carecompanion.domain.records import Note
from carecompanion.domain.vocabulary import NoteKind
from carecompanion.tui.field import Field, Unclear, shared_or_not
from carecompanion.tui.form import Form, Written
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.drawing import bold, muted, say
from carecompanion.tui.parts.line import Words
from carecompanion.tui.when import When

KINDS = (Option("n", "note", "Note"), Option("g", "good", "Good thing"), Option("h", "hard", "Hard thing"))
SAVED: dict[NoteKind, str] = {
    "note": "Your note is in the journal.",
    "good": "The good thing is in the journal.",
    "hard": "The hard thing is in the journal.",
}
AHEAD = "That is still ahead. A note is about now, or about something that has been."


class Box(Field):
    """Words of any length, below their name when they have one."""

    def __init__(self, label: str, control: Words, *, more: bool = False) -> None:
        super().__init__(label, control, more=more)
        self.add_class("-named" if label else "-nameless")


class NotePage(Form):
    """Two boxes: what is so, and what is for the person alone."""

    NAME = "note"
    was: Note | None
    HINTS: ClassVar[Sequence[Hint]] = ("save", ("step_back", "what kind", "kind"), "more")
    ALWAYS: ClassVar[Sequence[Hint]] = ("back_to_draft",)
    DEFAULT_CLASSES = "page"

    def heading(self) -> str:
        """What is being written down."""
        return "Note"

    def lines(self) -> ComposeResult:
        """What kind, the words, and what is seldom needed."""
        was = self.was
        yield Field("Kind", Choice(KINDS, was.kind if was else "note", id="kind"))
        yield Box("", Words(was.text if was else "", id="text"))
        private = Words((was and was.private) or "", id="private")
        yield Box("For me only, never in anything you share", private, more=True)
        yield from shared_or_not(was)
        yield When(self.book, self.now, at=was.at if was else None, more=True)

    def start(self) -> None:
        """Begin with the words, below the day and time."""
        local = self.book.local(self.was.at if self.was else self.now)
        when = f"{long_day(local.date(), self.book.day_of(self.now))}, {local:%H:%M}"
        self.query_one("#title", Static).update(say(bold(self.heading()), muted(f"   {when}")))
        self.query_one("#text").focus()

    def written(self) -> Written:
        """The note."""
        text = self.words("text", "text")
        if text is None:
            raise Unclear("text", "There are no words yet.")
        at = self.query_one(When).moment
        if at > self.now:
            raise Unclear("when", AHEAD)
        kind = next(kind for kind in get_args(NoteKind) if kind == self.value("kind"))
        return Written((self.made(Note, at=at, text=text, kind=kind),), SAVED[kind])
