"""Something somebody said they would do, by when, and whether they did."""

from carecompanion.domain.sheets import promise
from carecompanion.tui.something import Something


class PromiseSheet(Something):
    """A promise; the first states are the co-ordinator and today."""

    NAME = "promise"
    SHEET = promise.PromiseSheet
