"""Asking: a sheet that says what a key is about to do, and does it when the key is pressed once more."""

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.language import _
from carecompanion.tui.keymap import ANYWHERE, bind
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.column import Column
from carecompanion.tui.parts.drawing import bold, say
from carecompanion.tui.parts.styled_once import StyledOnce


class Asking(ModalScreen[bool], StyledOnce):
    """Answers whether it is to be done. Without `yes` it only says why it cannot be.

    Keys that come before `reading` seconds are over do nothing: what cannot be undone has to be read first.
    """

    AUTO_FOCUS = ""
    BINDINGS = [
        bind("delete", "yes"),
        bind("cancel", "dismiss(False)"),
        *ANYWHERE,
    ]

    def __init__(self, question: str, words: Content, yes: Hint | None, *, reading: float = 0.0) -> None:
        super().__init__()
        self._question, self._words, self._yes = question, words, yes
        self._reading, self._can_be_read = reading, not reading

    def compose(self) -> ComposeResult:
        """A sheet at the bottom of the screen."""
        with Column(id="sheet"):
            yield Static(say(bold(self._question)), id="title")
            yield Static(say(self._words), id="outcome", classes="-first")
            yield KeyBar((self._yes, ("cancel", _("keep it"))) if self._yes else (("cancel", _("back")),))

    def on_mount(self) -> None:
        """From a moment on it can be answered."""
        if self._reading:
            self.set_timer(self._reading, self._begin)

    def action_yes(self) -> None:
        """Yes, once there was time to read what that is."""
        if self._yes is not None and self._can_be_read:
            self.dismiss(True)

    def _begin(self) -> None:
        self._can_be_read = True
