"""Days, instants and lengths of time: read as people type them, and said in words."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from carecompanion.domain.days import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    another_weekday,
    typed_days,
)
from carecompanion.domain.times import Half, typed_times
from carecompanion.domain.workdays import at_wall
from carecompanion.language import _

HALF_A_YEAR = timedelta(days=183)
LONGEST = 60
"""Nobody types a moment in more characters."""

NO_MOMENT = _("I could not read that as a time. Try 9:15, yesterday 4pm or 5 March 9am.")
NO_MOMENT_AHEAD = _("I could not read that as a time. Try tomorrow 2pm, next Tue 10:15 or 5 March 9am.")
NO_DAY = _("I could not read that as a day. Try today, Tuesday or 5 March.")
NO_TIME = _("I could not read that as a time. Try 9:15, 4pm or half past 9.")
NO_TIME_YET = _("Please add the time of day, as in tomorrow 2pm.")
OTHER_WEEKDAY = _("That date falls on another day of the week. Try the date alone, as in 5 March.")


class Unreadable(ValueError):  # noqa: N818  # it is said to a person, not an error of the program
    """What was typed names no moment. Its text is a sentence for the person, and never quotes what they typed."""


def read_moment(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The instant, in UTC, of something that has happened; it may lie ahead when that is what was typed.

    No day is today, a weekday or a date without a year the last one, a day without a time its noon, or now when that
    is earlier. Raises Unreadable.
    """
    found = _elapsed(text, now, -1) or _exact(text, zone)
    if found:
        return found
    read = _day_and_time(text, now.astimezone(zone).date(), ahead=False)
    if not read:
        raise Unreadable(_why_not(text, now.astimezone(zone).date(), NO_MOMENT))
    days, times = read
    if not times:
        noon = at_wall(days[0], time(12), zone)
        return min(noon, now.astimezone(UTC)) if days[0] == now.astimezone(zone).date() else noon
    moments = [at_wall(day, at, zone) for at in times for day in days]
    return next((moment for moment in moments if moment <= now), moments[0])


def read_ahead(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The instant, in UTC, of something planned.

    No day is today, a weekday or a date without a year the next one; the time of day must be there. Raises Unreadable.
    """
    found = _elapsed(text, now, 1) or _exact(text, zone)
    if found:
        return found
    read = _day_and_time(text, now.astimezone(zone).date(), ahead=True)
    if not read:
        raise Unreadable(_why_not(text, now.astimezone(zone).date(), NO_MOMENT_AHEAD))
    days, times = read
    if not times:
        raise Unreadable(NO_TIME_YET)
    moments = [at_wall(day, at, zone) for at in times for day in days]
    return next((moment for moment in moments if moment >= now), moments[0])


def read_day(text: str, today: date, ahead: bool = False) -> date:
    """The day that was typed: the last such day, today included, or the next one when `ahead`. Raises Unreadable."""
    words, half = _plain(text)
    days = () if half else typed_days(words.replace(".", "/"), today, ahead)
    if not days:
        raise Unreadable(_why_not(text, today, NO_DAY))
    return days[0]


def read_nearest_day(text: str, today: date, ahead: bool = False) -> date:
    """The same of a day that may be either: a date without a year that far away is the one within half a year."""
    days = []
    for way in (ahead, not ahead):
        with suppress(Unreadable):
            days.append(read_day(text, today, way))
    return next((day for day in days if abs(day - today) <= HALF_A_YEAR), days[0] if days else read_day(text, today))


def read_time(text: str) -> time:
    """The time of day that was typed; half past 4 is in the afternoon, 4:30 in the night. Raises Unreadable."""
    words, half = _plain(text)
    times = typed_times(words, half)
    if not times:
        raise Unreadable(NO_TIME)
    return times[0]


def day_words(day: date, today: date) -> str:
    """ "today", "tomorrow", "yesterday", or as in "Thu 12 March", with the year when it is not this one."""
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}.get((day - today).days)
    return near or _dated(SHORT_WEEKDAYS[day.weekday()], day, today)


def long_day(day: date, today: date) -> str:
    """As in "Thursday 12 March", with the year when it is not this one."""
    return _dated(WEEKDAYS[day.weekday()], day, today)


def short_day(day: date) -> str:
    """As in "Thu 12 Mar"."""
    return _("{weekday} {date}").format(weekday=SHORT_WEEKDAYS[day.weekday()], date=short_date(day, day.year))


def full_date(day: date, year: int | None = None) -> str:
    """As in "9 January 2026"; in `year`, where that is known, "9 January"."""
    return _date(day, MONTHS, year)


def short_date(day: date, year: int | None = None) -> str:
    """As in "9 Jan 2026"; in `year`, where that is known, "9 Jan"."""
    return _date(day, SHORT_MONTHS, year)


def month_words(month: date) -> str:
    """As in "January 2026"."""
    return _("{month} {year}").format(month=MONTHS[month.month - 1], year=month.year)


def by_words(instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    """As in "today, 16:30", "tomorrow, 14:20" or "Thu 12 March, 17:00", on the clock of the zone."""
    local = instant.astimezone(zone)
    return f"{day_words(local.date(), now.astimezone(zone).date())}, {local:%H:%M}"


def length_words(length: timedelta) -> str:
    """As in "just now", "40 min", "2 h 10 min", "31 h", "3 days" or "2 weeks"; coarser the longer it is.

    Minutes are never rounded up; hours from a day on, days and weeks go to the nearest.
    """
    minutes = int(abs(length) / timedelta(minutes=1))
    hours, days, weeks = round(minutes / 60), round(minutes / 1440), round(minutes / 10080)
    if minutes < 1:
        return _("just now")
    if minutes < 1440:
        parts = (
            f"{minutes // 60} h" * (minutes >= 60),
            _("{minutes} min").format(minutes=minutes % 60) * (minutes % 60 > 0),
        )
        return " ".join(part for part in parts if part)
    if hours < 48:
        return f"{hours} h"
    return _("{days} days").format(days=days) if days < 14 else _("{weeks} weeks").format(weeks=weeks)


def _dated(weekday: str, day: date, today: date) -> str:
    return _("{weekday} {date}").format(weekday=weekday, date=full_date(day, today.year))


def _date(day: date, months: Sequence[str], year: int | None) -> str:
    said = _("{day} {month}") if day.year == year else _("{day} {month} {year}")
    return said.format(day=day.day, month=months[day.month - 1], year=day.year)


def _why_not(text: str, today: date, otherwise: str) -> str:
    words = _plain(text)[0].split()
    parts = (words[first:last] for first in range(len(words)) for last in range(first + 2, len(words) + 1))
    return OTHER_WEEKDAY if any(another_weekday(" ".join(part), today) for part in parts) else otherwise


def _elapsed(text: str, now: datetime, unsaid: int) -> datetime | None:
    """Now, or hours and minutes away from it; `unsaid` is the way to go, 1 or -1, without an "in" or an "ago"."""
    words, half = _plain(text)
    now = now.astimezone(UTC)
    if text.strip().casefold() == _("just now").casefold() or (words in ("now", "moment ago") and not half):
        return now
    found = _LENGTH.fullmatch(words)
    if not found or half or not (found["hours"] or found["minutes"]) or (found["into"] and found["ago"]):
        return None
    sign = 1 if found["into"] else -1 if found["ago"] else unsaid
    length = timedelta(hours=float(found["hours"] or 0), minutes=int(found["minutes"] or found["rest"] or 0))
    return now + sign * length


def _exact(text: str, zone: ZoneInfo) -> datetime | None:
    """An instant as ISO 8601 writes it, with or without its offset."""
    if not _ISO.fullmatch(text.strip()):
        return None
    try:
        moment = datetime.fromisoformat(text.strip().upper())
    except ValueError:
        return None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)


def _day_and_time(text: str, today: date, ahead: bool) -> tuple[tuple[date, ...], tuple[time, ...]] | None:
    """The days and the times that may be meant, either of which may come first or be left out; None when unreadable."""
    words, half = _plain(text)
    for day, at in _splits(words.split()):
        days = typed_days(day, today, ahead) if day else (today,)
        times = typed_times(at, half) if at else ()
        if days and (times if at else day and not half):
            return days, times
    return None


def _splits(words: list[str]) -> Iterator[tuple[str, str]]:
    """Every way to take the words as a day and a time of day, the longest day first."""
    for length in range(len(words), -1, -1):
        yield " ".join(words[:length]), " ".join(words[length:])
        yield " ".join(words[len(words) - length :]), " ".join(words[: len(words) - length])


def _plain(text: str) -> tuple[str, Half | None]:
    """What was typed in plain words with single spaces, and the half of the day it names; nothing if it names two."""
    if len(text) > LONGEST:
        return "", None
    words = unicodedata.normalize("NFKC", text).lower()
    for pattern, plain in _PHRASES:
        words = pattern.sub(plain, words)
    kept = [_PLAIN_WORDS.get(word, word) for word in words.split() if word not in _IDLE_WORDS]
    halves = {_HALVES[word] for word in kept if word in _HALVES}
    if halves == {"pm", "night"}:
        halves = {"night"}
    if len(halves) > 1:
        return "", None
    return " ".join(word for word in kept if word not in _HALVES), next(iter(halves), None)


_ISO = re.compile(r"\d{4}-\d\d-\d\d[tT]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:[zZ]|[+-]\d\d:?\d\d)?", re.ASCII)

_LENGTH = re.compile(
    r"(?P<into>in )?(?:(?P<hours>\d{1,3}(?:\.\d{1,2})?) h ?(?P<rest>\d{1,2}(?= ago|$))?)?"
    r"(?: ?(?P<minutes>\d{1,3}) min)?(?: time)?(?P<ago> ago)?"
)

_PHRASES = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"[’‘`´]", "'"),
        (r"[–—−]", "-"),
        (r"([ap])\. ?m\b\.?", r"\1m"),
        (r"[,;]|(?<!\d)\.|\.(?!\d)", " "),
        (r"(\d)(?!(?:st|nd|rd|th)\b)([a-z])", r"\1 \2"),
        (r"([a-z])(\d)", r"\1 \2"),
        (r"\s+", " "),
        (r"\b(hour|day|week|month)s' time\b", r"\1s time"),
        (r"\bhalf an? hour\b", "30 min"),
        (r"\ba quarter\b", "quarter"),
        (r"\bquarter of an hour\b", "15 min"),
        (r"\ban hour and a half\b", "90 min"),
        (r"\ba? ?couple (?:of )?", "2 "),
        (r"\btwenty[ -]five\b", "25"),
        (r"\ba moment ago\b", "moment ago"),
        (r"\btonight\b", "today night"),
        (r"\blast night\b", "yesterday night"),
        (r"\b(?:this |in (?:the )?)?(morning|afternoon|evening)\b", r"\1"),
    )
)

_HALVES: dict[str, Half] = {
    "am": "am",
    "morning": "am",
    "pm": "pm",
    "afternoon": "pm",
    "evening": "pm",
    "night": "night",
}

_IDLE_WORDS = {"at", "on", "the", "of", "about", "around", "roughly", "approx", "just", "right", "and", "@", "~"}

_NUMBERS = {
    word: str(number)
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)  # noqa: SIM905
}
_UNITS = {
    "min": ("m", "mins", "minute", "minutes"),
    "h": ("hr", "hrs", "hour", "hours"),
    "day": ("d", "days"),
    "week": ("w", "wk", "wks", "weeks"),
    "fortnight": ("fortnights",),
    "month": ("months",),
}
_PLAIN_WORDS = (
    _NUMBERS
    | {"a": "1", "an": "1", "twenty": "20", "thirty": "30", "forty": "40"}
    | {form: unit for unit, forms in _UNITS.items() for form in forms}
)
