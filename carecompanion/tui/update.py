"""News the team needs to know, whom it is for, and whether they knew."""

from carecompanion.domain.sheets import update
from carecompanion.tui.something import Something


class UpdateSheet(Something):
    """News; once it is written down, a line for each person it is for."""

    NAME = "update"
    SHEET = update.UpdateSheet
