"""Hiding: after how long without a key the screen hides by itself, and whether it does when one goes elsewhere."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from carecompanion.domain.hiding import HideWhen, hiding_words, read_minutes
from carecompanion.language import _
from carecompanion.store import StoreError
from carecompanion.tui.chosen import Chosen, chosen_in
from carecompanion.tui.field import Asked, Field
from carecompanion.tui.keymap import ANYWHERE, bind
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.column import Column
from carecompanion.tui.parts.drawing import bold, muted, say
from carecompanion.tui.parts.line import Line
from carecompanion.tui.parts.styled_once import StyledOnce

if TYPE_CHECKING:
    from carecompanion.store import Journal

WORDS = _(
    "After some minutes without a key the screen hides. You are told half a minute before, and no words are lost."
)
ELSEWHERE = (Option("s", "", _("stay open")), Option("h", "yes", _("hide at once")))
ASKED = _("When you go to another window. Not every terminal can tell.")


class HidingSheet(ModalScreen[str | None], StyledOnce):
    """Keeps what is chosen, and answers with a sentence on it; None when nothing was."""

    WHY: ClassVar[str] = _("After some minutes without a key the screen hides, and no words are lost.")
    BINDINGS = [
        bind("save", "save"),
        bind("cancel", "dismiss"),
        *ANYWHERE,
    ]

    def __init__(self, journal: "Journal", clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._journal, self._clock = journal, clock

    def compose(self) -> ComposeResult:
        """A sheet at the bottom of the screen."""
        when = HideWhen.chosen(chosen_in(self._journal))
        with Column(id="sheet"):
            yield Static(say(bold(_("Hiding by itself")), "\n", muted(WORDS)), id="title")
            with VerticalScroll(id="lines", can_focus=False):
                yield Field(_("Minutes"), Line(str(when.after), id="after"))
                yield Asked(_("Elsewhere"), ASKED, Choice(ELSEWHERE, "yes" if when.on_leaving else "", id="elsewhere"))
            yield Static(id="outcome")
            yield KeyBar((("enter_save", _("save")), "next_line"), ("cancel",))

    def on_mount(self) -> None:
        """At the minutes, which the first digit replaces."""
        self.query_one("#outcome").display = False
        for field in self.query(Field):
            field.remark()
        line = self.query_one("#after", Line)
        line.focus()
        line.call_later(line.action_select_all)

    @on(Choice.Picked)
    def go_on(self) -> None:
        """A letter picks and moves on."""
        self.focus_next()

    @on(Input.Submitted)
    @on(Choice.Submitted)
    def action_save(self) -> None:
        """Keep it, or say what stands in the way."""
        line = self.query_one("#after", Line)
        try:
            minutes = read_minutes(line.value.strip())
        except ValueError as unclear:
            self.query_one(Field).remark(str(unclear), trouble=True)
            line.focus()
            line.action_select_all()
            return
        when = HideWhen(minutes, on_leaving=self.query_one(Choice).value == "yes")
        try:
            self._journal.keep(chosen=when.choices(), at=self._clock())
        except StoreError as trouble:
            outcome = self.query_one("#outcome", Static)
            outcome.update(say(("! ", "bold $st-error"), str(trouble)))
            outcome.display = True
        else:
            self.post_message(Chosen())
            self.dismiss(_("The screen hides {hiding_words}.").format(hiding_words=hiding_words(when)))
