"""News the team needs to know, and who of it knew."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from carecompanion.domain.record import Record
from carecompanion.domain.vocabulary import Answer
from carecompanion.language import _


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipient:
    """One person an update was for: did they know it, and when was that asked?"""

    person_id: str
    knew: Answer | None = None
    checked_on: date | None = None

    def __post_init__(self) -> None:
        if self.knew not in (None, *get_args(Answer)):
            raise ValueError(_("“knew” holds a word this journal does not know."))


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Update(Record):
    """News the team needs to know, and who knew it. `appointment_id` or `contact_id`: what it came from."""

    what: str
    told_on: date
    recipients: tuple[Recipient, ...] = ()
    note: str | None = None
    appointment_id: str | None = None
    contact_id: str | None = None

    def _nonsense(self) -> Iterator[str]:
        if len({recipient.person_id for recipient in self.recipients}) < len(self.recipients):
            yield _("Somebody is named twice in one update.")
