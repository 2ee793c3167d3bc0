from collections import Counter
from datetime import UTC, date, datetime
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carecompanion.domain.book import Book
from carecompanion.domain.measures import MEASURES, Counted, Excluded, Measure, Measurement, measurement
from carecompanion.domain.periods import Period
from carecompanion.domain.records import LISTS
from carecompanion.domain.window import Window
from tests.domain.given import TEAM, book
from tests.records import any_book

ALL_TIME = Period(date(1, 1, 1), date(9999, 12, 31))
LATE = datetime(2032, 1, 1, tzinfo=UTC)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    days = st.dates(date(2019, 1, 1), date(2031, 12, 31))
    first, last = sorted((draw(days), draw(days)))
    now = draw(st.datetimes(datetime(2019, 1, 1), datetime(2033, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
    drawn = draw(any_book())
    chosen = draw(st.sampled_from([None, *sorted(drawn.people)]))
    return Window(drawn, draw(st.sampled_from([Period(first, last), ALL_TIME])), now, chosen)


def all_of(found: Measurement) -> list[Counted | Excluded]:
    return [*found.counted, *found.excluded]


def shuffled(book: Book, seed: int) -> Book:
    """The same book, with the records of each list in another order."""
    lists = {}
    for name in LISTS:
        records = list(book.list(name).items())
        Random(seed).shuffle(records)
        lists[name] = dict(records)
    return Book(settings=book.settings, **lists)  # type: ignore[arg-type]  # names are LISTS'


def test_there_are_23_measures_and_a_headline_to_each_trait() -> None:
    assert len({measure.id for measure in MEASURES}) == len(MEASURES) == 23
    headlines = [(measure.trait, measure.id) for measure in MEASURES if measure.headline]
    assert headlines == [
        ("communication", "knew_latest"),
        ("organisation", "as_arranged"),
        ("listening", "listened"),
        ("approachable", "comfortable"),
        ("accessible", "replied_in_time"),
    ]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.id)
def test_an_empty_journal_has_nothing_to_count(measure: Measure) -> None:
    for empty in (Book(), book(team=TEAM)):
        found = measurement(measure, Window(empty, ALL_TIME, LATE))
        assert (found.counted, found.excluded, found.tally.of) == ((), (), 0)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(windows())
def test_a_figure_adds_up_and_no_entry_is_in_it_twice(window: Window) -> None:
    for measure in MEASURES:
        found = measurement(measure, window)
        assert found.tally.met + found.tally.partly <= found.tally.of == len(found.counted)
        entries = Counter((each.record.id, each.part) for each in all_of(found))
        assert not entries or max(entries.values()) == 1, measure.id


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(windows(), st.integers())
def test_the_order_in_which_records_were_written_changes_nothing(window: Window, seed: int) -> None:
    other = Window(shuffled(window.book, seed), window.period, window.now, window.coordinator_id)
    for measure in MEASURES:
        assert measurement(measure, other) == measurement(measure, window), measure.id


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(windows())
def test_what_counts_lies_in_the_period_and_not_after_today(window: Window) -> None:
    elsewhere = {"got_through", "settled", "set_up"}  # go with their contact; in force when the period ends
    for measure in MEASURES:
        for entry in all_of(measurement(measure, window)):
            assert measure.id in elsewhere or entry.on in window.period, measure.id
            assert measure.id == "promises_kept" or entry.on <= window.today, measure.id
