"""Looking through a document before it is saved, or at one that was shared: its pages, and nothing else."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from carecompanion.sharing.document import Document
from carecompanion.sharing.paging import Page
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.preview import HOW, Preview


class LookThrough(ModalScreen[bool | None]):
    """A document on a page of its own. One that `was` shared, as that says, can be saved: then it answers so."""

    AUTO_FOCUS = ""
    BINDINGS = [
        bind("back", "dismiss"),
        bind("next_page", "turn(1)"),
        bind("page_before", "turn(-1)"),
        bind("save_copy", "save"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        bind("hide", "app.hide"),
        bind("help_now", "app.help_now"),
    ]

    def __init__(self, document: Document, was: str = "", pages: Sequence[Page] = ()) -> None:
        super().__init__(classes="page")
        self._document, self._was, self._pages = document, was, pages

    def compose(self) -> ComposeResult:
        """The pages, and the way back."""
        with Vertical(classes="body", id="pages"):
            yield Preview(self._document, heading=self._was or HOW, pages=self._pages)
        yield KeyBar(self._hints(), ("hide", "back"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Saved only where that is offered."""
        return bool(self._was) if action == "save" else super().check_action(action, parameters)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show its pages as they are now known to be; perhaps while it is only about to show anything."""
        self._pages = pages
        for preview in self.query(Preview):
            preview.show(self._document, pages)
            self.query_one(KeyBar).offer(self._hints())

    def action_turn(self, step: int) -> None:
        """To another page."""
        self.query_one(Preview).turn(step)

    def action_scroll(self, step: int) -> None:
        """Further up or down."""
        self.query_one(Preview).scroll_relative(y=step, animate=False)

    def action_save(self) -> None:
        """Leave to save it."""
        self.dismiss(True)

    def _hints(self) -> tuple[Hint, ...]:
        saving: tuple[Hint, ...] = (("save_copy", "save it again", "save again"),) if self._was else ()
        turning: tuple[Hint, ...] = ("next_page", "page_before") if len(self._pages or self._document.pages) > 1 else ()
        return (*saving, ("move", "read on"), *turning)
