"""Which backups are kept as time goes by."""

from collections.abc import Callable, Iterable
from datetime import datetime

LATEST = 3
"""So many are kept whenever they were made, so that one made just before a change outlives the change."""

KEPT: tuple[tuple[Callable[[datetime], object], int], ...] = (
    (datetime.date, 7),
    (lambda made_at: made_at.isocalendar()[:2], 4),
    (lambda made_at: (made_at.year, made_at.month), 12),
)
"""Of so many days, weeks and months in which any was made, the last one each."""


def kept(made: Iterable[datetime]) -> set[datetime]:
    """Those of these instants, all in one time zone, whose backups are kept: at most 25."""
    newest_first = sorted(made, reverse=True)
    keep = set(newest_first[:LATEST])
    for period, most in KEPT:
        last_of_each: dict[object, datetime] = {}
        for made_at in newest_first:
            last_of_each.setdefault(period(made_at), made_at)
        keep.update(list(last_of_each.values())[:most])
    return keep
