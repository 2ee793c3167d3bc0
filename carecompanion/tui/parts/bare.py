"""Bare: what holds other widgets and shows nothing itself but its background, of which one line is like another."""

from textual.containers import Container, Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget


class Bare(Widget):
    """Without a border. Its lines are made once, where Textual makes, styles and cuts each of them for itself."""

    _line: tuple[tuple[object, ...], Strip] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """One line, as often as there are lines."""
        below, own = self.background_colors
        filters = self.get_line_filters()
        made_for = crop.width, below, own, *filters
        if self._line is None or self._line[0] != made_for:
            line = Strip.blank(crop.width, Style(background=below + own).rich_style)
            for each in filters:
                line = line.apply_filter(each, own)
            self._line = made_for, line
        return [self._line[1]] * crop.height


class BareContainer(Container, Bare):
    """Its widgets stand as their styles say."""


class BareHorizontal(Horizontal, Bare):
    """Widgets beside each other."""


class BareVertical(Vertical, Bare):
    """Widgets below each other."""
