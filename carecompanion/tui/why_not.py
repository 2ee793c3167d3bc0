"""Why not: what stands in the way of an act on the screen that shows, in a sentence."""

from typing import Any

from textual.screen import Screen

from carecompanion.domain.unanswered import unanswered
from carecompanion.tui.acts import NOTHING_WAITS, ON_AN_ENTRY
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.place import Place

ON_WHAT_IS_IN_HAND = ("open", "change", "delete", "how")


def why_not(name: str, screen: Screen[Any]) -> str:
    """Why an act that has a key here would do nothing now; "" when it does something."""
    if not isinstance(screen, Place):
        return ""
    if name == "reply":
        waits = unanswered(screen.journal.book, screen.clock())
        half_written = any(screen.journal.draft(each) for each in ("reply", "closing"))
        return "" if waits or half_written else NOTHING_WAITS
    lists = list(screen.query(ItemList))
    if name in ON_WHAT_IS_IN_HAND and lists and not any(each.key_in_hand for each in lists):
        return ON_AN_ENTRY
    return ""
