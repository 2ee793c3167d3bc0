"""What is before the journal: nothing to see, a window too small, a moment's wait."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual import events, work
from textual.app import ComposeResult
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from carecompanion.language import _
from carecompanion.store import JournalDamaged, StoreError
from carecompanion.tui.keymap import bind, keys_of
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import lines, muted, say
from carecompanion.tui.parts.reading import is_reading
from carecompanion.tui.parts.styled_once import StyledOnce

if TYPE_CHECKING:
    from carecompanion.store import Journal  # at run time that would be imported before the first paint

Clock = Callable[[], datetime]
TOO_SMALL = _(
    "This window is very small. Make it a little bigger, or use carecompanion today, or carecompanion help-now."
)
GO_ON = _("Any key goes on.")
PATIENCE = 0.3
"""Seconds before a wait is spoken of."""


class Hidden(StyledOnce, Screen[None]):
    """Nothing but the time; any key goes on."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    def compose(self) -> ComposeResult:
        """The time."""
        yield Static(id="clock")

    def on_mount(self) -> None:
        """What time it is."""
        self.redraw()
        if not is_reading():
            self.set_interval(1, self.redraw)

    def redraw(self) -> None:
        """The time now, on this computer's clock; to a listener what to do."""
        words = GO_ON if is_reading() else f"{self._clock().astimezone():%H:%M}"
        self.query_one("#clock", Static).update(say(muted(words)))

    def on_key(self, event: events.Key) -> None:
        """Any key but those that close or hide goes on."""
        if event.key not in keys_of("close", "hide_typing"):
            event.stop()
            self.dismiss(None)


class TooSmall(ModalScreen[None], StyledOnce):
    """Said instead of a picture that would not fit."""

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield Static(say(TOO_SMALL))


class Opening(StyledOnce, Screen["Journal"]):
    """Opens a journal that asks for nothing, or says why it cannot be opened."""

    BINDINGS = [bind("unlock", "again", _("try again")), bind("help_now", "app.help_now")]

    def __init__(
        self, open_journal: "Callable[[], Journal]", damaged: "Callable[[], Screen[Journal | None]] | None" = None
    ) -> None:
        """`damaged` makes what is shown when the file is, and answers with another journal or None."""
        super().__init__()
        self._open_journal, self._damaged = open_journal, damaged
        self._trying = False

    def compose(self) -> ComposeResult:
        """A still line, only when it takes a while."""
        yield Static(id="wait")
        yield KeyBar((), ("close",))

    def on_mount(self) -> None:
        """Open it beside the screen."""
        self.action_again()

    def action_again(self) -> None:
        """Try to open it."""
        self.query_one(KeyBar).offer(())
        self._trying = True
        self.set_timer(PATIENCE, self._ask_for_patience)
        self._open()

    @work(thread=True, exclusive=True)
    def _open(self) -> None:
        try:
            journal = self._open_journal()
        except StoreError as error:
            self.app.call_from_thread(self._complain, str(error))
            if isinstance(error, JournalDamaged):
                self.app.call_from_thread(self._mend)
        else:
            self.app.call_from_thread(self.dismiss, journal)

    def _mend(self) -> None:
        if self._damaged is not None:
            self.app.push_screen(self._damaged(), self._mended)

    def _mended(self, journal: "Journal | None") -> None:
        if journal is not None:
            self.dismiss(journal)

    def _ask_for_patience(self) -> None:
        if self._trying:
            self.query_one("#wait", Static).update(say(muted(_("Opening your journal …"))))

    def _complain(self, sentence: str) -> None:
        self._trying = False
        self.query_one("#wait", Static).update(lines(say(("! ", "bold $st-error"), sentence)))
        self.query_one(KeyBar).offer((("unlock", _("try again")), "help_now"))
