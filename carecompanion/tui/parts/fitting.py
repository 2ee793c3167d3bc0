"""The size of the window, told to a screen before it is drawn for the first time."""

from typing import Any

from textual.app import App


def size_classes(app: App[Any]) -> str:
    """The classes a screen has in this window. Textual gives them once it has drawn a screen, and draws it again."""
    sizes = zip(app.size, (app.HORIZONTAL_BREAKPOINTS, app.VERTICAL_BREAKPOINTS), strict=True)
    return " ".join(max(step for step in steps or () if step[0] <= size)[1] for size, steps in sizes)
