"""An entry the person left out of a trait's figures, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from carecompanion.domain.record import Record
from carecompanion.language import _


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class LeftOut(Record):
    """An entry that is not to count towards one trait, from `left_out_at` until it is put back.

    `trait` is the id of one of the five, or of a trait of the person's own. A contact takes its attempts and replies
    along.
    """

    entry_id: str
    trait: str
    reason: str
    left_out_at: datetime
    put_back_at: datetime | None = None

    def _nonsense(self) -> Iterator[str]:
        if self.put_back_at is not None and self.put_back_at < self.left_out_at:
            yield _("This was put back before it was left out.")

    def holds_at(self, now: datetime) -> bool:
        """Whether the entry is left out at that instant."""
        return self.left_out_at <= now and (self.put_back_at is None or now < self.put_back_at)
