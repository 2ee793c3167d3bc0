"""What the person knows of the things that the role promises."""

from dataclasses import dataclass
from datetime import date

from carecompanion.domain.record import Record
from carecompanion.domain.vocabulary import RoleItem, RoleWord


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class RoleAnswer(Record):
    """Whether one thing that the role promises is so, as known on `answered_on`; of one item the last holds.

    `asked_on` is the day the person asked about it. Without either of the two, nothing is said any more.
    """

    item: RoleItem
    answered_on: date
    answer: RoleWord | None = None
    asked_on: date | None = None
