"""Working everything out takes no more steps for each entry of a long journal than of a short one."""

from cProfile import Profile
from datetime import UTC, datetime
from pstats import Stats

from carecompanion.domain.periods import period
from carecompanion.domain.sample import sample_book
from carecompanion.domain.traits import assess

NOW = datetime(2026, 3, 12, 14, 20, tzinfo=UTC)


def steps(entries: int) -> int:
    """The calls that every measure over everything makes; the same on any machine, and at any time of day."""
    book = sample_book(NOW, entries)
    everything = period("everything", book, NOW)
    assert everything is not None
    assess(book, everything, NOW)  # what is made once for a book does not belong to it
    with Profile() as profile:
        assess(book, everything, NOW)
    return int(Stats(profile).total_calls)  # type: ignore[attr-defined]  # it is there, and not in the stubs


def test_the_steps_grow_no_faster_than_the_entries() -> None:
    assert steps(8_000) < 8 * steps(1_000)
