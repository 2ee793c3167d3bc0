"""How long something still has, or is late by; where a book counts down nothing, the moment in its place."""

from datetime import UTC, date, datetime, timedelta

from carecompanion.domain import how_many
from carecompanion.domain.book import Book
from carecompanion.domain.moments import day_words, length_words
from carecompanion.language import _


def remaining(due_at: datetime, book: Book, now: datetime) -> str:
    """As in "7 h 55 min left", "3 h late"; without count-downs "due by 22:15", "late since 09:15 yesterday"."""
    late = due_at <= now
    if book.counts_down:
        span = length(due_at, now)
        return _("{span} late").format(span=span) if late else _("{span} left").format(span=span)
    moment = at_moment(due_at, book, now)
    return _("late since {moment}").format(moment=moment) if late else _("due by {moment}").format(moment=moment)


def remaining_days(due_on: date, book: Book, now: datetime) -> str:
    """As in "3 days left", "due today", "1 day late"; else "due Fri 13 March", "late since yesterday"."""
    today = book.day_of(now)
    days = (due_on - today).days
    if not days:
        return _("due today")
    if book.counts_down:
        span = _days(abs(days))
        return _("{span} late").format(span=span) if days < 0 else _("{span} left").format(span=span)
    day = day_words(due_on, today)
    return _("late since {day}").format(day=day) if days < 0 else _("due {day}").format(day=day)


def at_moment(instant: datetime, book: Book, now: datetime) -> str:
    """As in "22:15" today, "22:15 tomorrow", "22:15 on Mon 16 March"."""
    local = book.local(instant)
    today = book.day_of(now)
    day = day_words(local.date(), today)
    if local.date() == today:
        return f"{local:%H:%M}"
    return (
        f"{local:%H:%M} {day}"
        if abs(local.date() - today) == timedelta(days=1)
        else _("{local:%H:%M} on {day}").format(local=local, day=day)
    )


def length(earlier: datetime, later: datetime) -> str:
    """The time between two instants, whichever comes first, as `lasting` says it."""
    return lasting(later.astimezone(UTC) - earlier.astimezone(UTC))


def lasting(between: timedelta) -> str:
    """A length of time in words that other words may follow: "in under 1 min", "3 h late"."""
    return _("under 1 min") if abs(between) < timedelta(minutes=1) else length_words(between)


def _days(days: int) -> str:
    return how_many.days(1) if days == 1 else length_words(timedelta(days=days))
