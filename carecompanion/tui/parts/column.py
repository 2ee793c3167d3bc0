"""Column: what a sheet is made of, below each other; its lines give way, so that its keys stay in sight."""

from textual.containers import Vertical
from textual.geometry import Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.layouts.vertical import VerticalLayout
from textual.widget import Widget

from carecompanion.tui.parts.in_sight import bring_into_sight

LEAST = {"lines": 4, "offers": 4, "title": 2, "outcome": 4}
"""Rows that are left, in this order, of the lines, of what is being written down, and of what saving will mean."""


class GivingWay(VerticalLayout):
    """From top to bottom; where there are more rows than room, those of the lines are fewer, and they scroll."""

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        """Where each child stands. A height of 0 asks how much room all of them would like."""
        placed = list(super().arrange(parent, children, size, greedy))
        if not size.height or not placed:
            return placed
        for name, least in LEAST.items():
            at = next((place for place, each in enumerate(placed) if each.widget.id == name), None)
            beyond = placed[-1].region.bottom + placed[-1].margin.bottom - size.height
            if at is not None and beyond > 0:
                _take(placed, at, max(0, min(beyond, placed[at].region.height - least)))
        return placed


def _take(placed: list[WidgetPlacement], at: int, rows: int) -> None:
    """Rows of one child taken away, and all below it raised by as many."""
    region = placed[at].region
    placed[at] = placed[at]._replace(region=region.shrink((0, 0, rows, 0)))
    for place in range(at + 1, len(placed)):
        lower = placed[place]
        placed[place] = lower._replace(region=lower.region.translate((0, -rows)))


class Column(Vertical):
    """The whole of a sheet: what it is, its lines, what saving will mean, the keys."""

    _giving_way = GivingWay()

    def on_resize(self) -> None:
        """Lines break elsewhere in a window of another size; what has the focus shows, once they are laid out."""
        self.call_after_refresh(self.call_after_refresh, bring_into_sight, self.screen)

    @property
    def layout(self) -> Layout:
        """Its lines give way."""
        return self._giving_way
