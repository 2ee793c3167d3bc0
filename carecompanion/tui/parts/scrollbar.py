"""A scrollbar of half a cell, without a track."""

from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBar, ScrollBarRender

from carecompanion.tui.parts.shapes import ours


class ThinScrollBar(ScrollBarRender):
    """Draws the thumb as half cells on the page's own ground."""

    @classmethod
    def render_bar(
        cls,
        size: int = 25,
        virtual_size: float = 50,
        window_size: float = 20,
        position: float = 0,
        thickness: int = 1,
        vertical: bool = True,
        back_color: object = None,
        bar_color: object = None,
    ) -> Segments:
        """The bar as one segment a cell; colours are rich's."""
        ground = Style(bgcolor=back_color)  # type: ignore[arg-type]  # rich's Color, as the caller has it
        cells = [Segment(" ", ground)] * int(size)
        if window_size and size and virtual_size > window_size:
            length = max(1, round(size * window_size / virtual_size))
            start = round((size - length) * position / (virtual_size - window_size))
            ink = Style(color=bar_color, bgcolor=back_color, meta={"@mouse.down": "grab"})  # type: ignore[arg-type]  # as above
            cells[start : start + length] = [Segment(ours("▐" if vertical else "▄"), ink)] * length
        return Segments(cells, new_lines=vertical)


def use_thin_scrollbars() -> None:
    """Draw every scrollbar this way."""
    ScrollBar.renderer = ThinScrollBar
