"""The five traits, and those of one's own, over a period: their measures, the evidence, and how the months went."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from itertools import pairwise
from typing import get_args

from carecompanion.domain.book import Book
from carecompanion.domain.measures import MEASURES, Measure, Measurement, measurement, own_measure
from carecompanion.domain.periods import Period
from carecompanion.domain.records import OwnTrait, Person
from carecompanion.domain.replies import ReplyClock
from carecompanion.domain.survival import median
from carecompanion.domain.tally import ENOUGH, Verdict, lately
from carecompanion.domain.uncollected import uncollected
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
    """One trait over a period: its headline, all its measures in order (the headline among them), and its months.

    `own` is the trait when it is one of the person's own; its id is that of the trait then.
    """

    id: str
    headline: Measurement
    measurements: tuple[Measurement, ...]
    months: tuple[Month, ...]
    own: OwnTrait | None = None


@dataclass(frozen=True, slots=True)
class ResponseTime:
    """How long the contacts whose clock started have waited; those are `clocks`, in the order in which they started.

    `waiting` are neither answered nor closed. `median` is None under 5 contacts, and when more than half still wait;
    `longest` is the longest wait of all: to the answer, the closing, or now.
    """

    clocks: tuple[ReplyClock, ...]
    answered: int
    waiting: int
    median: timedelta | None
    longest: timedelta | None

    @property
    def contacts(self) -> int:
        """How many there are."""
        return len(self.clocks)


@dataclass(frozen=True)
class Assessment:
    """Everything worked out over a window, as it stood at one instant."""

    window: Window
    traits: tuple[TraitAssessment, ...]

    @property
    def as_of(self) -> datetime:
        """The instant, in UTC."""
        return self.window.now

    @property
    def period(self) -> Period:
        """The days that were looked at."""
        return self.window.period

    @property
    def coordinator(self) -> Person | None:
        """Whose days in the role were looked at; None is whoever held it."""
        return self.window.book.people.get(self.window.coordinator_id or "")

    @cached_property
    def response_time(self) -> ResponseTime:
        """How soon replies came; worked out when it is asked for, as most traits never ask."""
        with uncollected():
            return response_time(self.window)


def assess(
    book: Book,
    period: Period,
    now: datetime,
    coordinator_id: str | None = None,
    *,
    headlines_only: bool = False,
    trait: str | None = None,
) -> Assessment:
    """The five traits and the person's own over a period; with `coordinator_id`, only from their days in the role.

    With `headlines_only` each trait has that one measure: enough for its word, in a fraction of the time. With `trait`
    there is only the one of that id.
    """
    now = now.astimezone(UTC)
    window = Window(book, period, now, coordinator_id)
    before = Window(book, period.before(), now, coordinator_id)
    chosen = tuple(measure for measure in MEASURES if measure.headline or not headlines_only)
    with uncollected():
        traits = tuple(_trait(name, chosen, window, before) for name in TRAITS if trait in (None, name))
        own = tuple(_own(each, window, before) for each in _in_order(book) if trait in (None, each.id))
    shown = tuple(each for each in own if trait or _is_shown(each, window.today))
    return Assessment(window, (*traits, *shown))


def response_time(window: Window) -> ResponseTime:
    """How long it took until somebody answered, over the window's contacts whose clock started.

    A contact that is left out of Accessible is left out here too.
    """
    left_out = window.left_out_of("accessible")
    started = (clock for clock, _ in window.clocks if clock.started_at is not None)
    clocks = tuple(clock for clock in started if clock.contact.id not in left_out)
    answered = [clock.waited(window.now) for clock in clocks if clock.answer is not None]
    censored = [clock.waited(window.now) for clock in clocks if clock.answer is None]
    waiting = sum(1 for clock in clocks if clock.answer is None and clock.closed_at is None)
    typical = median(answered, censored) if len(clocks) >= ENOUGH else None
    return ResponseTime(clocks, len(answered), waiting, typical, max(answered + censored, default=None))


def usually_agreed(response: ResponseTime) -> ReplyClock | None:
    """The clock with the agreed time that most contacts had: the middle one of all; None where nothing was agreed."""
    agreed = [clock for clock in response.clocks if clock.agreed is not None]
    return sorted(agreed, key=lambda clock: clock.agreed or timedelta())[len(agreed) // 2] if agreed else None


def _trait(trait: TraitId, chosen: Sequence[Measure], window: Window, before: Window) -> TraitAssessment:
    measurements = tuple(_measured(measure, window, before) for measure in chosen if measure.trait == trait)
    headlines = {measure.id for measure in MEASURES if measure.headline}
    headline = next(found for found in measurements if found.id in headlines)
    return TraitAssessment(trait, headline, measurements, _months(headline, window.period))


def _own(own: OwnTrait, window: Window, before: Window) -> TraitAssessment:
    found = _measured(own_measure(own), window, before)
    return TraitAssessment(own.id, found, (found,), _months(found, window.period), own)


def _in_order(book: Book) -> list[OwnTrait]:
    return sorted(book.own_traits.values(), key=lambda own: (own.began_on, own.id))


def _is_shown(trait: TraitAssessment, today: date) -> bool:
    """Whether a trait of one's own is still asked about, or was in the period."""
    asked = trait.own is not None and (trait.own.retired_on is None or trait.own.retired_on >= today)
    return asked or bool(trait.headline.counted)


def _measured(measure: Measure, window: Window, before: Window) -> Measurement:
    """The measure over the window; a headline with enough entries is held beside the time before."""
    found = measurement(measure, window)
    if not measure.headline or found.tally.of < ENOUGH:
        return found
    then = measurement(measure, before).tally
    return replace(found, trend=lately(found.tally, then), before=then if then.of >= ENOUGH else None)


def _months(headline: Measurement, period: Period) -> tuple[Month, ...]:
    """The calendar months of the period; what counts towards a headline is in the order of its days."""
    days = [counted.on for counted in headline.counted]
    firsts = list(period.months())
    places = [*(bisect_left(days, first) for first in firsts), len(days)]
    return tuple(
        Month(first, _verdicts(headline, *reach)) for first, reach in zip(firsts, pairwise(places), strict=True)
    )


def _verdicts(headline: Measurement, first: int, last: int) -> tuple[Verdict, ...]:
    return tuple(counted.verdict for counted in headline.counted[first:last])
