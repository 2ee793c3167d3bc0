"""BesideReview: a page that Review leads to: letters, one of them, and what the role promises."""

from typing import ClassVar

from textual.binding import Binding

from carecompanion.language import _
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.place import Place


class BesideReview(Place):
    """A place without a digit of its own; esc leads back to where it was opened from."""

    PLACE = "review"
    ALWAYS: ClassVar[tuple[Hint, ...]] = (("back", _("back"), _("back")),)
    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's list of three forms
        Binding("backspace", "back", show=False),
        bind("back", "back"),
    ]

    def action_back(self) -> None:
        """Back to where it was opened from."""
        self.app.pop_screen()

    def on_resize(self) -> None:
        """Lines break elsewhere in another width."""
        if self._drawn:
            self.call_after_refresh(self.draw)
