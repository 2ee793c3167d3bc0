"""The five traits over a period: each with its measures, their evidence, and how the months went."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import get_args

from carecompanion.domain.book import Book
from carecompanion.domain.measures import MEASURES, Measure, Measurement, measurement
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Person
from carecompanion.domain.survival import median
from carecompanion.domain.tally import ENOUGH, Verdict, lately
from carecompanion.domain.vocabulary import TraitId
from carecompanion.domain.window import Window

TRAITS: tuple[TraitId, ...] = get_args(TraitId)


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month, by its first day, with the verdicts of the headline in it, earliest first."""

    first: date
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class TraitAssessment:
    """One trait over a period: its headline, all its measures in order (the headline among them), and its months."""

    id: TraitId
    headline: Measurement
    measurements: tuple[Measurement, ...]
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class ResponseTime:
    """How long the contacts whose clock started have waited.

    `waiting` are neither answered nor closed. `median` is None under 5 contacts, and when more than half still wait;
    `longest` is the longest wait of all: to the answer, the closing, or now.
    """

    contacts: int
    answered: int
    waiting: int
    median: timedelta | None
    longest: timedelta | None


@dataclass(frozen=True)
class Assessment:
    """Everything worked out over a period, as it stood at one instant; `coordinator` None is whoever held the role."""

    as_of: datetime
    period: Period
    coordinator: Person | None
    traits: tuple[TraitAssessment, ...]
    response_time: ResponseTime


def assess(
    book: Book, period: Period, now: datetime, coordinator_id: str | None = None, *, headlines_only: bool = False
) -> Assessment:
    """The five traits over a period; with `coordinator_id`, only from the days on which that person held the role.

    With `headlines_only` each trait has that one measure: enough for its word, in a fraction of the time.
    """
    now = now.astimezone(UTC)
    window = Window(book, period, now, coordinator_id)
    before = Window(book, period.before(), now, coordinator_id)
    chosen = tuple(measure for measure in MEASURES if measure.headline or not headlines_only)
    traits = tuple(_trait(trait, chosen, window, before) for trait in TRAITS)
    coordinator = book.people.get(coordinator_id) if coordinator_id else None
    return Assessment(now, period, coordinator, traits, response_time(window))


def response_time(window: Window) -> ResponseTime:
    """How long it took until somebody answered, over the window's contacts whose clock started."""
    clocks = [clock for clock, _ in window.clocks if clock.started_at is not None]
    answered = [clock.waited(window.now) for clock in clocks if clock.answer is not None]
    censored = [clock.waited(window.now) for clock in clocks if clock.answer is None]
    waiting = sum(1 for clock in clocks if clock.answer is None and clock.closed_at is None)
    typical = median(answered, censored) if len(clocks) >= ENOUGH else None
    return ResponseTime(len(clocks), len(answered), waiting, typical, max(answered + censored, default=None))


def _trait(trait: TraitId, chosen: tuple[Measure, ...], window: Window, before: Window) -> TraitAssessment:
    measurements = tuple(_measured(measure, window, before) for measure in chosen if measure.trait == trait)
    headlines = {measure.id for measure in MEASURES if measure.headline}
    headline = next(found for found in measurements if found.id in headlines)
    return TraitAssessment(trait, headline, measurements, _months(headline, window.period))


def _measured(measure: Measure, window: Window, before: Window) -> Measurement:
    """The measure over the window; a headline with enough entries is held beside the time before."""
    found = measurement(measure, window)
    if not measure.headline or found.tally.of < ENOUGH:
        return found
    return replace(found, trend=lately(found.tally, measurement(measure, before).tally))


def _months(headline: Measurement, period: Period) -> tuple[Month, ...]:
    by_month = {
        first: tuple(counted.verdict for counted in group)
        for first, group in groupby(headline.counted, key=lambda counted: counted.on.replace(day=1))
    }
    return tuple(Month(first, by_month.get(first, ())) for first in period.months())
