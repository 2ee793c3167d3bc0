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
        self._made: tuple[int, Content] | None = None

    def show(self, words: Words) -> None:
        """Show these words from now on."""
        self._words, self._made = words, None
        self.refresh(layout=True)

    def render(self) -> Content:
        """The words for the width there is."""
        return self._for(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that they come to."""
        return max(1, self._for(width).get_height({}, max(1, width)))

    def _for(self, width: int) -> Content:
        if self._made is None or self._made[0] != width:
            self._made = width, self._words(width)
        return self._made[1]
