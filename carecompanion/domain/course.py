"""How a contact's reply clock ran, from its start to its end, with enough to draw it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from carecompanion.domain.book import Book
from carecompanion.domain.remaining import lasting
from carecompanion.domain.replies import ReplyClock
from carecompanion.language import _


@dataclass(frozen=True, slots=True)
class Course:
    """Places lie between 0, where the clock started, and 1, where it ends or the agreed time does, whichever is later.

    `ended` is where the answer came, it was closed, or it is now; `due` None when no reply time was agreed; `tried`
    are the attempts. `said` tells the same in words.
    """

    ended: float
    due: float | None
    tried: tuple[float, ...]
    answered: bool
    late: bool
    said: str


def course(running: ReplyClock, book: Book, now: datetime) -> Course | None:
    """The course of a clock; None when it never started."""
    started_at = running.started_at
    if started_at is None:
        return None
    waited, agreed = running.waited(now), running.agreed
    whole = max(waited, agreed or timedelta(), timedelta(minutes=1))
    began = started_at.astimezone(UTC)
    tries = (attempt.at - began for attempt in book.attempts_of(running.contact.id) if attempt.at <= now)
    return Course(
        ended=waited / whole,
        due=None if agreed is None else agreed / whole,
        tried=tuple(after / whole for after in tries if timedelta() <= after <= whole),
        answered=running.answered_at is not None,
        late=agreed is not None and waited > agreed,
        said=_said(running, book, waited, agreed),
    )


def _said(running: ReplyClock, book: Book, waited: timedelta, agreed: timedelta | None) -> str:
    """As in "answered after 2 h 10 min, agreed 24 h"."""
    if running.answered_at is not None:
        ended = (
            _("answered at once")
            if running.answer is running.started_by
            else _("answered after {lasting}").format(lasting=lasting(waited))
        )
    elif running.closed_at is not None:
        ended = _("you stopped waiting after {lasting}").format(lasting=lasting(waited))
    else:
        ended = (
            _("no answer after {lasting}").format(lasting=lasting(waited)) if book.counts_down else _("no answer yet")
        )
    return _("{ended}, agreed {lasting}").format(ended=ended, lasting=lasting(agreed)) if agreed is not None else ended
