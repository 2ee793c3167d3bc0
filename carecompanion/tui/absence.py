"""Somebody away: whether the person was told before, who covered, and whether that worked."""

from carecompanion.domain.sheets import absence
from carecompanion.tui.something import Something


class AbsenceSheet(Something):
    """Time away; the first states are the co-ordinator and from today on."""

    NAME = "absence"
    SHEET = absence.AbsenceSheet

    @property
    def first(self) -> str:
        """Who it is."""
        return "away"
