"""A letter the person writes to their service, and what came of it step by step."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from carecompanion.domain.care_reviews import Brought
from carecompanion.domain.record import Record
from carecompanion.domain.vocabulary import LetterKind, LetterStepKind, Route, WrittenIn
from carecompanion.language import _


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Letter(Record):
    """A letter, in the person's own words. `written_in` is where its service is, which decides on routes and times.

    `happened_on` is the day it is about, or the first of several. `brought` are the entries it was begun from. Sending
    it begins the contact `contact_id`, which waits for an answer.
    """

    kind: LetterKind
    begun_on: date
    written_in: WrittenIn | None = None
    to: str | None = None
    my_name: str | None = None
    reach_me: str | None = None
    service: str | None = None
    happened_on: date | None = None
    happened: str | None = None
    involved: str | None = None
    affected: str | None = None
    look_into: str | None = None
    wanted: str | None = None
    enclosed: str | None = None
    brought: tuple[Brought, ...] = ()
    sent_at: datetime | None = None
    route: Route | None = None
    contact_id: str | None = None

    def _nonsense(self) -> Iterator[str]:
        if len(set(self.brought)) < len(self.brought):
            yield _("One entry is brought along twice.")


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class LetterStep(Record):
    """One thing that happened after a letter was sent: they wrote back that they have it, answered, met, ..."""

    letter_id: str
    kind: LetterStepKind
    happened_on: date
    note: str | None = None
