"""Something that was asked for or raised, and what came of it."""

from carecompanion.domain.sheets import asked
from carecompanion.tui.something import Something


class AskedSheet(Something):
    """A point: what was asked for, when, at which visit or in which contact."""

    NAME = "asked"
    SHEET = asked.AskedSheet
