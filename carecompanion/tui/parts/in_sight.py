"""In sight: what has the focus shows, and the cursor in it, however much there is around it."""

from typing import Any

from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import TextArea


def bring_into_sight(screen: Screen[Any]) -> None:
    """What has the focus on a screen: scroll whatever it stands in."""
    focused = screen.focused
    if focused is None:
        return
    if isinstance(focused, TextArea):
        focused.scroll_cursor_visible()
    else:
        focused.scroll_visible(animate=False)


def bring_cursor_into_sight(box: TextArea) -> None:
    """Scroll whatever a box stands in to the line with its cursor: a box as tall as its words has nothing to scroll."""
    row = box.cursor_screen_offset.y
    for around in box.ancestors:
        if isinstance(around, Widget) and around.max_scroll_y:
            line = row - around.scrollable_content_region.y + around.scroll_offset.y
            around.scroll_to_region(Region(0, line, 1, 1), animate=False)
            return
