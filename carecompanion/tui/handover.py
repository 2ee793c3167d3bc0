"""A new co-ordinator: who, from when, when the person was told, and whether old and new met with them."""

from carecompanion.domain.sheets import handover
from carecompanion.tui.something import Something


class HandoverSheet(Something):
    """Ends the time of whoever was co-ordinator before; somebody new is put into the team."""

    NAME = "handover"
    SHEET = handover.HandoverSheet

    @property
    def first(self) -> str:
        """Who it is; by name when there is nobody to choose."""
        return "new_one" if self.book.people else "new_one_else"
