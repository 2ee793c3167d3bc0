"""Screens that are styled once: Textual styles a screen as it is made, and by itself twice more before it shows."""

from typing import Any

from textual.app import App
from textual.screen import Screen


class StyledOnce(Screen[Any]):
    """A screen that has its styles for this window and theme once it is made, for as long as these stay."""

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  # Textual's names
        own = self.DEFAULT_CLASSES if classes is None else classes
        super().__init__(name, id, f"{_size_classes(self.app)} {own}".rstrip())
        # styled as things stand now; else Textual reads the whole stylesheet anew, twice, to catch up with the theme
        self._css_update_count = self.app._css_update_count  # noqa: SLF001
        self._styled_for = _outside(self.app)

    def update_node_styles(self, animate: bool = True) -> None:
        """Style everything in it; when it is shown again, so without animation, only for another theme or window."""
        outside = _outside(self.app)
        if animate or outside != self._styled_for:
            self._styled_for = outside
            super().update_node_styles(animate)


def _size_classes(app: App[Any]) -> str:
    """The classes a screen has in this window. Textual gives them once it has drawn a screen, and draws it again."""
    sizes = zip(app.size, (app.HORIZONTAL_BREAKPOINTS, app.VERTICAL_BREAKPOINTS), strict=True)
    return " ".join(max(step for step in steps or () if step[0] <= size)[1] for size, steps in sizes)


def _outside(app: App[Any]) -> tuple[object, ...]:
    """What the styles of a screen follow from, apart from itself."""
    return app._css_update_count, app.classes, app.pseudo_classes, app.size  # noqa: SLF001
