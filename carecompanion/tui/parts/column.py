"""Column: what a sheet is made of, below each other; its lines give way, so that its keys stay in sight."""

from textual.containers import Vertical
from textual.geometry import Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.layouts.vertical import VerticalLayout
from textual.widget import Widget

LEAST = 3
"""Rows that are always left of the lines: the one in hand, and what stands around it."""


class GivingWay(VerticalLayout):
    """From top to bottom; where there are more rows than room, those of the lines are fewer, and they scroll."""

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        """Where each child stands. A height of 0 asks how much room all of them would like."""
        placed = list(super().arrange(parent, children, size, greedy))
        at = next((place for place, each in enumerate(placed) if each.widget.id in ("lines", "offers")), None)
        if at is None or not size.height:
            return placed
        end = placed[-1].region.bottom + placed[-1].margin.bottom
        height = placed[at].region.height
        less = min(end - size.height, height - LEAST)
        if less <= 0:
            return placed
        shrunk = placed[at]._replace(region=placed[at].region.shrink((0, 0, less, 0)))
        return [*placed[:at], shrunk, *(_raised(each, less) for each in placed[at + 1 :])]


def _raised(placement: WidgetPlacement, rows: int) -> WidgetPlacement:
    return placement._replace(region=placement.region.translate((0, -rows)))


class Column(Vertical):
    """The whole of a sheet: what it is, its lines, what saving will mean, the keys."""

    _giving_way = GivingWay()

    @property
    def layout(self) -> Layout:
        """Its lines give way."""
        return self._giving_way
