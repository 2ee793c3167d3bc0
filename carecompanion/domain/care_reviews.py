"""A care review the person prepares, and what they decided about each of its points."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from carecompanion.domain.record import Record
from carecompanion.domain.vocabulary import ReviewSide
from carecompanion.language import _


@dataclass(frozen=True, kw_only=True, slots=True)
class Brought:
    """An entry that was brought along as evidence."""

    entry_id: str


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class CareReview(Record):
    """A review as it is prepared; when, where and with whom it is stands in its appointment, once there is one.

    `first_day` and `last_day`, both included, are the days it looks at; without them those since the last review.
    """

    appointment_id: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    who_there: str | None = None
    matters_most: str | None = None
    say_first: str | None = None
    copy_received_on: date | None = None

    def _nonsense(self) -> Iterator[str]:
        if (self.first_day is None) is not (self.last_day is None):
            yield _("The days a review looks at need a first and a last one.")
        if self.first_day and self.last_day and self.last_day < self.first_day:
            yield _("This ends before it begins.")


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class ReviewPoint(Record):
    """What the person decided about one point of a review, or a point of their own.

    `drawn_from` is what it was filled in from: a measure's id, that of a trait of one's own, or the name of a question;
    `brought` the entries it rests on. `text` are the person's own words in place of those worked out, `wish` what they
    would like to happen. A point that is not `taken` stays out of the document. `place` is where it was moved to on
    its side, counted from 0; those without one keep the order they come in.
    """

    review_id: str
    side: ReviewSide
    drawn_from: str | None = None
    brought: tuple[Brought, ...] = ()
    text: str | None = None
    wish: str | None = None
    taken: bool = True
    place: int | None = None

    def _nonsense(self) -> Iterator[str]:
        if self.place is not None and self.place < 0:
            yield _("A place is counted from 0.")
        if len(set(self.brought)) < len(self.brought):
            yield _("One entry is brought along twice.")
