"""Periods: stretches of whole local days over which the traits are worked out."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from carecompanion.domain.book import Book
from carecompanion.domain.workdays import at_wall
from carecompanion.language import _

PeriodChoice = Literal["30_days", "3_months", "6_months", "12_months", "since_review", "everything"]

CHOICES: tuple[PeriodChoice, ...] = get_args(PeriodChoice)


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days from `first` to `last`, both included. Raises ValueError when it ends before it begins."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(_("This ends before it begins."))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def before(self) -> "Period":
        """The same number of days ending the day before this begins; fewer where the calendar itself begins."""
        last = max(1, self.first.toordinal() - 1)
        return Period(date.fromordinal(max(1, last - self.days + 1)), date.fromordinal(last))

    def bounds(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """The instants at which its first day begins and its last is over; else the first and the last there are."""
        try:
            began = at_wall(self.first, time(), zone)
        except OverflowError:
            began = datetime.min.replace(tzinfo=UTC)
        try:
            ended = at_wall(self.last + timedelta(days=1), time(), zone)
        except OverflowError:
            ended = datetime.max.replace(tzinfo=UTC)
        return began, ended

    def months(self) -> Iterator[date]:
        """The first day of each calendar month it touches, in order."""
        for months in range(self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month):
            yield date(months // 12, months % 12 + 1, 1)


def period(choice: PeriodChoice, book: Book, now: datetime) -> Period | None:
    """The chosen period, ending today; None for "since_review" when no review has gone ahead before today."""
    today = book.day_of(now)
    months = {"3_months": 3, "6_months": 6, "12_months": 12}.get(choice)
    if months:
        return Period(months_before(today, months), today)
    if choice == "30_days":
        return Period(today - timedelta(days=29), today)
    first = latest_review(book, today) if choice == "since_review" else _first_day(book, today)
    return Period(first, today) if first else None


def next_choice(choice: PeriodChoice, book: Book, now: datetime) -> PeriodChoice:
    """The choice after this one, round and round, passing over those that are no period in this book."""
    at = CHOICES.index(choice) + 1
    return next(later for later in (*CHOICES[at:], *CHOICES[:at]) if period(later, book, now) is not None)


def months_before(day: date, months: int) -> date:
    """The same day of the month so many months earlier, or that month's last day when it has none such."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def latest_review(book: Book, today: date) -> date | None:
    """The day of the latest review that went ahead before today; None when there was none."""
    reviews = (visit for visit in book.appointments.values() if visit.kind == "review" and visit.status == "went_ahead")
    days = (book.day_of(review.planned_at) for review in reviews)
    return max((day for day in days if day < today), default=None)


def _first_day(book: Book, today: date) -> date:
    """The day of the earliest entry; today when there is none so early."""
    instants = (
        min((attempt.at for attempt in book.attempts.values()), default=None),
        min((visit.planned_at for visit in book.appointments.values()), default=None),
        min((point.raised_at for point in book.points.values()), default=None),
        min((note.at for note in book.notes.values()), default=None),
    )
    days = (
        min((promise.made_on for promise in book.promises.values()), default=None),
        min((change.effective_on for change in book.changes.values()), default=None),
        min((update.told_on for update in book.updates.values()), default=None),
        min((absence.from_on for absence in book.absences.values()), default=None),
    )
    return min([today, *(book.day_of(at) for at in instants if at), *(day for day in days if day)])
