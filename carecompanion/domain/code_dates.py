"""When a journal's recovery code was made and last checked, and when it is time to look at the paper again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

AFTER = timedelta(days=30)
"""How long nothing is said after the code was made or checked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CodeDates:
    """The instants of one recovery code."""

    made_at: datetime
    checked_at: datetime | None = None
    """When it was last typed from the paper and was right; None when never."""

    def is_due(self, now: datetime) -> bool:
        """Whether it is worth checking again."""
        return now - (self.checked_at or self.made_at) >= AFTER
