from datetime import timedelta

import pytest

from carecompanion.domain.replies import ReplyClock
from carecompanion.domain.response_words import response_words
from carecompanion.domain.survival import median
from carecompanion.domain.tally import ENOUGH
from carecompanion.domain.traits import ResponseTime
from tests.domain.given import book, clock_of, tried
from tests.domain.told import NEED


def a_clock() -> ReplyClock:
    return clock_of(book(NEED, tried(NEED, "2026-03-09 09:00")), NEED, "2026-03-09 10:00")


def timed(answered: list[float], waiting: list[float], closed: int = 0) -> ResponseTime:
    """A response time of these hours to an answer, and these hours of waiting; what was closed waited an hour."""
    came, still = ([timedelta(hours=hours) for hours in lengths] for lengths in (answered, waiting))
    censored = [*still, *[timedelta(hours=1)] * closed]
    number = len(came) + len(censored)
    typical = median(came, censored) if number >= ENOUGH else None
    return ResponseTime((a_clock(),) * number, len(came), len(still), typical, max([*came, *censored], default=None))


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (timed([], []), "Nothing recorded yet."),
        (
            timed([2, 5, 20, 26, 50], [30, 100]),
            "Replies typically came in 26 h. 5 of 7 were answered, 2 are still waiting. The longest wait was 4 days.",
        ),
        (
            timed([1], []),
            "Too few for a typical time – 1 contact so far. 1 of 1 was answered. The longest wait was 1 h.",
        ),
        (
            timed([], [1, 2, 3], closed=1),
            "Too few for a typical time – 4 contacts so far. 0 of 4 were answered, 3 are still waiting, you closed 1. "
            "The longest wait was 3 h.",
        ),
        (
            timed([2, 3], [4, 5, 6]),
            "More than half have no reply yet, so there is no typical time. 2 of 5 were answered, 3 are still waiting. "
            "The longest wait was 6 h.",
        ),
        (
            timed([0, 0, 0, 0.01], [0.5]),
            "Replies typically came in under 1 min. 4 of 5 were answered, 1 is still waiting. "
            "The longest wait was 30 min.",
        ),
    ],
)
def test_how_soon_replies_came_is_said_in_sentences(found: ResponseTime, words: str) -> None:
    assert response_words(found) == words
