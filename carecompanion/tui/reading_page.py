"""How a document will read, on the whole screen."""

from textual.app import ComposeResult
from textual.screen import ModalScreen

from carecompanion.sharing.document import Document
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.paper import Paper


class ReadingPage(ModalScreen[None]):
    """A document, to be read and left again."""

    BINDINGS = [
        bind("back", "dismiss"),
        bind("preview", "dismiss"),
        bind("hide", "app.hide"),
        bind("help_now", "app.help_now"),
    ]

    def __init__(self, document: Document, beginning: str = "") -> None:
        """It begins where the document says `beginning`, if it does."""
        super().__init__(classes="page")
        self._document, self._beginning = document, beginning

    def compose(self) -> ComposeResult:
        """The document, and the way back."""
        yield Paper(self._document)
        yield KeyBar((("move", "read on"), ("page", "a page, first, last", "page")), ("help_now", "back"))

    def on_mount(self) -> None:
        """The document has the keys, from where it is to begin."""
        shown = self.query_one(Paper)
        shown.focus()
        shown.call_after_refresh(shown.look_for, self._beginning)
