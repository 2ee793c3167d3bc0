"""Wearing: bringing everything that shows to the look the program has."""

from typing import Any, Protocol, runtime_checkable

from textual.app import App
from textual.widget import Widget

from carecompanion.tui.looks import Looks
from carecompanion.tui.parts.shapes import are_plain, use_plain
from carecompanion.tui.screens import Timely
from carecompanion.tui.themes import worn


@runtime_checkable
class Asks(Protocol):
    """What drives a terminal that can be asked for its background."""

    def ask(self) -> None:
        """Ask; the app is sent the answer."""


def wear(app: App[Any], looks: Looks) -> None:
    """Look as is chosen, or tried, or as the terminal is."""
    plain = looks.has_plain_shapes
    changes = are_plain() != plain
    use_plain(plain)
    app.theme = worn(looks.theme, looks.colours)
    app.set_class(plain, "-plain-shapes")
    if looks.wants_answer and app.is_running and isinstance(app._driver, Asks):  # noqa: SLF001  # Textual names no other way
        app._driver.ask()  # noqa: SLF001  # as above
    if changes:
        draw_all_again(app)


def draw_all_again(app: App[Any]) -> None:
    """Everything that shows is drawn otherwise now."""
    for screen in app.screen_stack if app.is_running else ():
        if isinstance(screen, Timely):
            screen.redraw()
        for widget in screen.walk_children(Widget):
            widget.refresh(layout=True)
