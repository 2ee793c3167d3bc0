"""Fitted: words that are made for the width they have, so that they are right the first time they are painted."""

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from carecompanion.tui.parts.drawing import say

MARGIN = 1
"""Cells that stay free at the end of lines, before a scroll bar."""

Words = Callable[[int], Content]
"""Makes words for a width in cells."""


class Fitted(Widget):
    """Words as high as they come to be in the width there is."""

    DEFAULT_CSS = "Fitted { height: auto; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id, classes=classes)
        self._words: Words = lambda _width: say("")
        self._made: dict[int, tuple[Content, int]] = {}
        """The words and their lines, by width: a layout asks several times."""

    def show(self, words: Words) -> None:
        """Show these words from now on."""
        self._words = words
        self._made.clear()
        self.refresh(layout=True)

    def render(self) -> Content:
        """The words for the width there is."""
        return self._for(self.content_size.width)[0]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that they come to."""
        return self._for(width)[1]

    def _for(self, width: int) -> tuple[Content, int]:
        if width not in self._made:
            words = self._words(width)
            self._made[width] = words, max(1, words.get_height({}, max(1, width)))
        return self._made[width]
