"""What a person brings to a review, filled in from their journal: going well, could be better, open, to ask."""

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from carecompanion.domain.book import Book
from carecompanion.domain.periods import Period, period
from carecompanion.domain.records import Agreement, Appointment, Point, Promise
from carecompanion.domain.review_in_hand import visit_in_hand
from carecompanion.domain.review_open import StillOpen, still_open
from carecompanion.domain.review_questions import Question, questions
from carecompanion.domain.review_sides import Sides, sides
from carecompanion.domain.traits import Assessment, assess
from carecompanion.domain.whose import WhoseTime, coordinator_for, usual
from carecompanion.language import _


@dataclass(frozen=True, repr=False)
class Review:
    """The points of a review, and what it rests on: nothing here is kept out or private.

    `coming` is the review that is prepared for, `agreed` what was promised or asked for at the last one.
    """

    book: Book
    assessment: Assessment
    whose: WhoseTime
    sides: Sides
    still_open: tuple[StillOpen, ...]
    questions: tuple[Question, ...]
    coming: Appointment | None
    agreed: tuple[Promise | Point, ...]
    agreement: Agreement | None

    @property
    def days(self) -> Period:
        """The days it covers."""
        return self.assessment.period

    @property
    def now(self) -> datetime:
        """The instant as of which everything stands."""
        return self.assessment.as_of


def prepare(shared: Book, whole: Book, days: Period, now: datetime) -> Review:
    """A review over these days. All words are the shared book's; of the whole one it is only told what is known."""
    today = shared.day_of(now)
    whose = usual(shared, today)
    assessment = assess(shared, days, now, coordinator_for(whose, shared, today))
    return Review(
        book=shared,
        assessment=assessment,
        whose=whose,
        sides=sides(assessment),
        still_open=still_open(shared, now),
        questions=questions(shared, whole, days, now),
        coming=visit_in_hand(shared, now),
        agreed=_agreed(shared, now),
        agreement=shared.agreement_on(today),
    )


def usual_days(shared: Book, now: datetime) -> Period:
    """The days since the last review, and without one the last 3 months."""
    found = period("since_review", shared, now) or period("3_months", shared, now)
    if found is None:
        raise ValueError(_("Three months are always a period."))
    return found


def _agreed(book: Book, now: datetime) -> tuple[Promise | Point, ...]:
    """What was promised and asked for at the last review that went ahead."""
    reviews = [each for each in book.appointments.values() if each.kind == "review" and each.status == "went_ahead"]
    past = [each for each in reviews if each.planned_at <= now]
    if not past:
        return ()
    last = max(past, key=attrgetter("planned_at", "id"))
    return (*book.promises_from(last.id), *book.points_from(last.id))
