"""A letter as it is written, drawn: a line or a box to each part, with a hint."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, TextArea

from carecompanion.domain.book import Book
from carecompanion.domain.letter_words import ASKED_IN
from carecompanion.domain.records import Brought, Letter
from carecompanion.domain.sheets.asks import WordsAsk
from carecompanion.domain.vocabulary import LetterKind
from carecompanion.language import _
from carecompanion.sharing.sheets import letter
from carecompanion.tui.drawn import drawn
from carecompanion.tui.elsewhere import by_keys
from carecompanion.tui.field import Box
from carecompanion.tui.form import Form
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Choice
from carecompanion.tui.parts.line import Words


class PartBox(Box):
    """A part of a letter: a box, and under it a hint while it is empty."""

    def __init__(self, label: str, control: Words, hint_words: str) -> None:
        super().__init__(label, control)
        self.hint = hint_words

    def remark(self, words: str = "", *, trouble: bool = False) -> None:
        """Say something under the box; with nothing to say and nothing in it, the hint."""
        empty = isinstance(self.control, Words) and not self.control.text.strip()
        super().remark(words or (self.hint if empty else ""), trouble=trouble)

    @on(TextArea.Changed)
    def follow(self) -> None:
        """The hint goes with the first letter."""
        self.remark()


class LetterSheet(Form):
    """A page. Which parts show follows the kind; one that has words shows in any."""

    NAME = "letter"
    HINTS: ClassVar[Sequence[Hint]] = ("save", "next_line", ("step_back", _("line before"), _("before")), "more")
    ALWAYS: ClassVar[Sequence[Hint]] = ("back_to_draft",)
    DEFAULT_CLASSES = "page"
    was: Letter | None

    def __init__(
        self,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
        *,
        was: Letter | None = None,
        brought: tuple[Brought, ...] = (),
        kind: LetterKind = "change",
    ) -> None:
        super().__init__(book, now, draft, trouble, was=was)
        self.letter = letter.LetterSheet(book, now, was=was, ways=by_keys(), brought=brought, kind=kind)
        self.sheet = self.letter

    def lines(self) -> ComposeResult:
        """Which letter, to and from whom, and its parts."""
        self.letter.begin()
        for ask in self.letter.lines.values():
            if isinstance(ask, WordsAsk):
                yield PartBox(ask.label, Words(ask.held, id=ask.name), self.letter.hint(ask.name))
            else:
                yield from drawn([ask], self.book, self.now)

    def start(self) -> None:
        """At the kind of a new one, or at its words."""
        self.query_one("#kind" if self.was is None else f"#{ASKED_IN[self.was.kind][0]}").focus()

    def fill(self, values: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        super().fill(values)
        self.show_what_is_asked()

    @on(Choice.Changed, "#kind")
    def show_what_is_asked(self) -> None:
        """The parts of this kind, and whoever the last one of it was to."""
        self.show_what_is_needed()
        if (usual := self.letter.usual_to()) is not None:
            self.query_one("#to", Words).load_text(usual)
        self.hint_again()

    @on(Choice.Changed, "#written_in")
    def hint_again(self) -> None:
        """The hints of this kind; the first help is another in another country."""
        sheet = self.filled
        for box in self.query(PartBox):
            box.hint = sheet.hint(box.control.id or "")
            box.remark()

    @on(Input.Submitted)
    @on(Choice.Submitted)
    def go_on_on_enter(self, event: Input.Submitted | Choice.Submitted) -> None:
        """A letter has many lines: enter goes on to the next, and saves nothing."""
        event.prevent_default()
        self.focus_next()
