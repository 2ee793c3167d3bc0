"""Journals as they are looked at, generated and known ones, and what is worked out of them in a form to compare."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import Counted, Excluded, Measurement
from carecompanion.domain.periods import Period, PeriodChoice, period
from carecompanion.domain.sample import sample_book
from carecompanion.domain.traits import Assessment, assess
from tests.domain.given import day, utc
from tests.domain.lively import NOW, lively_books
from tests.domain.test_cases import JOURNALS, expected, journal

PERIODS: tuple[Period | PeriodChoice, ...] = (
    "30_days",
    "3_months",
    "everything",
    Period(day("2026-02-01"), day("2026-03-31")),
    Period(day("2026-03-01"), day("2026-05-01")),
)
PHASES = [phase for phase in Phase if phase is not Phase.explain]
"""To explain a failure among so many records takes minutes."""
SAMPLE_NOW = utc("2026-03-12 14:20")

Line = tuple[str, str | None, date, str]
"""An entry behind a figure: its id, its part, its day, and how it counts or why not."""


@dataclass(frozen=True)
class View:
    """A journal, what of it is looked at and from when; `seed` decides whatever a test leaves to chance."""

    book: Book
    period: Period
    now: datetime
    coordinator_id: str | None = None
    seed: int = 0

    @property
    def today(self) -> date:
        """The local day of `now`."""
        return self.book.day_of(self.now)

    @property
    def chance(self) -> Random:
        """The same again each time it is asked for."""
        return Random(self.seed)

    def assessed(
        self, *, book: Book | None = None, period: Period | None = None, trait: str | None = None
    ) -> Assessment:
        """What is worked out of it, or of another book or period seen the same way."""
        return assess(book or self.book, period or self.period, self.now, self.coordinator_id, trait=trait)


def of_every_journal(examples: int) -> Callable[[Callable[[View], None]], Any]:
    """Tests of what holds for every journal: of so many generated ones, and of each known one seen in each way."""

    def as_tests(check: Callable[[View], None]) -> Any:
        patient = settings(
            max_examples=examples, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.too_slow]
        )
        generated = patient(given(views())(check))

        def test(journal: str) -> None:
            if journal == "generated":
                generated()
            for view in known_views(journal):
                check(view)

        return pytest.mark.parametrize("journal", ["generated", "sample", *JOURNALS])(test)

    return as_tests


def shorter(view: View) -> Iterator[View]:
    """It over its period, and over some shorter ones within that, by chance."""
    yield view
    days, chance = range(view.period.days), view.chance
    for _ in range(3):
        first, last = sorted(view.period.first + timedelta(days=chance.choice(days)) for _ in range(2))
        yield replace(view, period=Period(first, last))


def earlier(view: View) -> Iterator[View]:
    """It now, and as it was: shortly before something ended, and at noon of a day of the period, by chance."""
    yield view
    book, chance = view.book, view.chance
    closed = [one.closed_at for one in book.contacts.values() if one.closed_at]
    put_back = [one.put_back_at for one in book.left_out.values() if one.put_back_at]
    noon = datetime.combine(view.period.first, time(12), UTC) + timedelta(days=chance.randrange(view.period.days))
    for ended in (closed, put_back, [noon]):
        if ended:
            yield replace(view, now=chance.choice(ended) - timedelta(hours=1))


@st.composite
def views(draw: st.DrawFn, books: st.SearchStrategy[Book] | None = None) -> View:
    """A generated journal, by default a lively one, over one of several periods, as a whole or of one co-ordinator."""
    book = draw(lively_books() if books is None else books)
    now = draw(st.sampled_from([NOW, NOW - timedelta(days=20)]))
    over = draw(st.sampled_from(PERIODS))
    chosen = draw(st.sampled_from([None, None, *_coordinators(book)]))
    return View(book, _period(over, book, now), now, chosen, draw(st.integers(0, 9999)))


def known_views(name: str) -> Iterator[View]:
    """The sample journal, or one of the worked cases, seen in each of several ways; none of any other name."""
    for seed, (book, over, now) in enumerate(_known(name)):
        coordinators = _coordinators(book)
        for chosen in (None, coordinators[seed % len(coordinators)]):
            yield View(book, _period(over, book, now), now, chosen, seed)


def measurements(found: Assessment) -> list[Measurement]:
    """Every measure of every trait."""
    return [each for trait in found.traits for each in trait.measurements]


def every(measured: Measurement) -> list[Counted | Excluded]:
    """What a measure counts and what it leaves out."""
    return [*measured.counted, *measured.excluded]


def counted(found: Assessment) -> dict[str, list[Line]]:
    """What each measure counts."""
    return {
        each.id: [(one.record.id, one.part, one.on, one.verdict) for one in each.counted]
        for each in measurements(found)
    }


def excluded(found: Assessment) -> dict[str, list[Line]]:
    """What each measure leaves out."""
    return {
        each.id: [(one.record.id, one.part, one.on, one.why) for one in each.excluded] for each in measurements(found)
    }


def figures(found: Assessment) -> dict[str, object]:
    """Whatever is shown of each measure but for what it leaves out, and the figures of the response time."""
    lines = counted(found)
    shown: dict[str, object] = {
        each.id: (lines[each.id], each.before, each.trend, trait.months if each is trait.headline else None)
        for trait in found.traits
        for each in trait.measurements
    }
    times = found.response_time
    return shown | {"response_time": (times.contacts, times.answered, times.waiting, times.median, times.longest)}


def _coordinators(book: Book) -> list[str]:
    return sorted({one.person_id for one in book.coordinations.values()})


def _period(over: Period | PeriodChoice, book: Book, now: datetime) -> Period:
    found = over if isinstance(over, Period) else period(over, book, now)
    assert found is not None
    return found


@cache
def _known(name: str) -> list[tuple[Book, Period | PeriodChoice, datetime]]:
    if name == "sample":
        book = sample_book(SAMPLE_NOW)
        earlier = SAMPLE_NOW - timedelta(days=60)
        return [(book, "everything", SAMPLE_NOW), (book, "3_months", SAMPLE_NOW), (book, "30_days", earlier)]
    if name not in JOURNALS:
        return []
    windows = expected(name)
    cases = [
        (Period(day(window["from"]), day(window["to"])), datetime.fromisoformat(window["as_of"])) for window in windows
    ]
    return [(journal(name), over, now) for over, now in cases]
