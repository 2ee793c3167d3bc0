"""A note, a good thing or a hard thing."""

from collections.abc import Iterator
from typing import get_args

from carecompanion.domain.kinds import NOTES
from carecompanion.domain.records import Note
from carecompanion.domain.sheets.asks import Ask, ChoiceAsk, Option, Unclear, WordsAsk
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import Sheet, shared_or_not
from carecompanion.domain.vocabulary import NoteKind
from carecompanion.language import _

KEYS: dict[NoteKind, str] = {"note": "n", "good": "g", "hard": "h"}
KINDS = tuple(Option(key, kind, NOTES[kind]) for kind, key in KEYS.items())
SAVED: dict[NoteKind, str] = {
    "note": _("Your note is in the journal."),
    "good": _("The good thing is in the journal."),
    "hard": _("The hard thing is in the journal."),
}
AHEAD = _("That is still ahead. A note is about now, or about something that has been.")


class NoteSheet(Sheet):
    """What is so, and what is for the person alone."""

    NAME = "note"
    was: Note | None

    def heading(self) -> str:
        """What is being written down."""
        return _("Note")

    def asks(self) -> Iterator[Ask]:
        """What kind, the words, and what is seldom needed."""
        was = self.was
        yield ChoiceAsk(name="kind", label=_("Kind"), held=was.kind if was else "note", options=KINDS)
        yield WordsAsk(name="text", label="", held=was.text if was else "", asks=_("The words"))
        private = (was and was.private) or ""
        label = _("For me only, never in anything you share")
        yield WordsAsk(name="private", label=label, held=private, more=True)
        yield from shared_or_not(was)
        yield self.when(was.at if was else None, more=True)

    def written(self) -> Written:
        """The note."""
        text = self.what("text", _("There are no words yet."))
        at = self.moment()
        if at > self.now:
            raise Unclear("when", AHEAD)
        kind = next(kind for kind in get_args(NoteKind) if kind == self.value("kind"))
        return Written((self.made(Note, at=at, text=text, kind=kind),), SAVED[kind])
