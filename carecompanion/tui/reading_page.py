"""How a document will read, on the whole screen: before it is saved, while it is prepared, or one that was shared."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from carecompanion.language import _
from carecompanion.sharing.document import Document
from carecompanion.sharing.paging import Page
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.paper import HOW, Paper
from carecompanion.tui.parts.styled_once import StyledOnce


class ReadingPage(ModalScreen[bool | None], StyledOnce):
    """A document, to be read and left again. One that `was` shared, as that says, can be saved: then it answers so."""

    AUTO_FOCUS = ""
    BINDINGS = [
        bind("back", "dismiss"),
        bind("preview", "dismiss"),
        bind("look_through", "dismiss"),
        bind("next_page", "turn(1)"),
        bind("page_before", "turn(-1)"),
        bind("save_copy", "save"),
        Binding("space", "on", show=False),
        bind("hide", "app.hide"),
        bind("help_now", "app.help_now"),
    ]

    def __init__(self, document: Document, beginning: str = "", *, was: str = "", pages: Sequence[Page] = ()) -> None:
        """It begins where the document says `beginning`, if it does."""
        super().__init__(classes="page")
        self._document, self._beginning, self._was = document, beginning, was
        self._paper = Paper(document, heading=was or HOW, pages=pages)

    def compose(self) -> ComposeResult:
        """The document, and the way back."""
        yield self._paper
        yield KeyBar(self._hints(), ("help_now", "back"))

    def on_mount(self) -> None:
        """The document has the keys, from where it is to begin."""
        self._paper.focus()
        self._paper.call_after_refresh(self._paper.look_for, self._beginning)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Saved only where that is offered."""
        return bool(self._was) if action == "save" else super().check_action(action, parameters)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show its pages as they are now known to be; perhaps while it is only about to show anything, or goes."""
        self._paper.show(self._document, pages)
        for keys in self.query(KeyBar):
            keys.offer(self._hints())

    def action_on(self) -> None:
        """What fits in the window further down."""
        self._paper.action_page(1)

    def action_turn(self, step: int) -> None:
        """To another page."""
        self._paper.turn(step)

    def action_save(self) -> None:
        """Leave to save it."""
        self.dismiss(True)

    def _hints(self) -> tuple[Hint, ...]:
        saving: tuple[Hint, ...] = (("save_copy", _("save it again"), _("save again")),) if self._was else ()
        turning: tuple[Hint, ...] = ("next_page", "page_before") if self._paper.pages > 1 else ()
        return (*saving, ("move", _("read on")), *turning)
