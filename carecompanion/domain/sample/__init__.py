"""The invented journal: for the demo, screenshots, tests and benchmarks, at any size."""

from datetime import datetime, timedelta

from carecompanion.domain.book import Book
from carecompanion.domain.sample.hand import Hand
from carecompanion.domain.sample.months import Fortnight, write_fortnight
from carecompanion.domain.sample.own import write_own
from carecompanion.domain.sample.preparing import write_preparing
from carecompanion.domain.sample.recent import FIRST_DAY, write_recent
from carecompanion.domain.sample.team import meet_the_team

__all__ = ["sample_book"]

USUAL_LENGTH = 29
"""Fortnights before the last three weeks: with them about 14 months."""

RECENT_RECORDS, RECORDS_TO_A_FORTNIGHT = 85, 11.33
MOST_DAYS = 3650
"""A longer journal than this is made denser instead."""


def sample_book(now: datetime, entries: int | None = None) -> Book:
    """An invented journal as it would stand at `now`: about 14 months, or about so many records.

    The same for the same instant and size. A larger one goes back further, at most ten years, and then grows denser.
    """
    length = USUAL_LENGTH if entries is None else max(0, round((entries - RECENT_RECORDS) / RECORDS_TO_A_FORTNIGHT))
    apart = min(1.0, MOST_DAYS / (14 * max(length, 1)))
    hand = Hand(now)
    last = hand.today - FIRST_DAY
    began = last - timedelta(days=int(14 * apart * max(length, USUAL_LENGTH)))
    team = meet_the_team(hand, began)
    for back in reversed(range(length)):
        first = last - timedelta(days=int(14 * apart * (back + 1)))
        write_fortnight(hand, team, Fortnight(back, first, apart))
    write_recent(hand, team)
    write_own(hand)
    write_preparing(hand)
    return hand.book()
