"""Painted: how rows look, by all that they say. What is said again is not drawn, styled and cut anew."""

from collections.abc import Callable, Hashable
from typing import TypeAlias

from textual.strip import Strip
from textual.widget import Widget

KEPT = 150
"""So many looks are kept, some screens full."""

Columns: TypeAlias = tuple[int, int]


class Look:
    """The lines of a row as they were drawn, and those that were painted, styled and cut to some columns."""

    def __init__(self, drawn: list[Strip]) -> None:
        self.drawn = drawn
        self.painted: dict[tuple[int, Columns], Strip] = {}


class Painted:
    """The looks of a widget's rows, for as long as the colours stay."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._looks: dict[Hashable, Look] = {}
        self._colours: tuple[object, ...] = ()
        self._is_styled = False

    def restyle(self) -> None:
        """The widget is styled anew; often nothing has changed."""
        self._is_styled = False

    def has_other_colours(self) -> bool:
        """Whether the colours are others than when this was last asked; then nothing looks as it did."""
        if self._is_styled:
            return False
        self._is_styled = True
        widget = self._widget
        parts = (widget.get_visual_style(name) for name in sorted(widget.COMPONENT_CLASSES))
        colours = (widget.app.theme, widget.background_colors, widget.visual_style, *parts, *widget.get_line_filters())
        if colours == self._colours:
            return False
        self._colours = colours
        self._looks.clear()
        return True

    def look(self, key: Hashable, draw: Callable[[], list[Strip]]) -> Look:
        """How what says this looks, drawn when it is new."""
        if key not in self._looks:
            if len(self._looks) > KEPT:
                self._looks.clear()
            self._looks[key] = Look(draw())
        return self._looks[key]
