"""Days as people type them: the day before the month, and no year needed."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from carecompanion.language import _

ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)
SHORT_WEEKDAYS = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
SHORT_MONTHS = (
    _("Jan"),
    _("Feb"),
    _("Mar"),
    _("Apr"),
    _("May"),
    _("Jun"),
    _("Jul"),
    _("Aug"),
    _("Sep"),
    _("Oct"),
    _("Nov"),
    _("Dec"),
)
FIRST_YEAR, LAST_YEAR = 1970, 2199
"""Years that are read as years; what lies before is left to be a time, such as 1930."""


def typed_days(words: str, today: date, ahead: bool) -> tuple[date, ...]:
    """Every day the plain words may mean, the likeliest first; none when they name no day.

    What is not said is filled in by looking back from today, or forward when `ahead`. There are several days only
    for the name of today's weekday: today, and the same weekday a week away.
    """
    if words in _NAMED:
        return (today + timedelta(_NAMED[words]),)
    for pattern, reader in _FORMS:
        if found := pattern.fullmatch(words):
            return tuple(reader(found, today, ahead))
    return _with_weekday(words, today, ahead)


def another_weekday(words: str, today: date) -> bool:
    """Whether the plain words name a day of the week and a date that falls on another."""
    first, _between, rest = words.partition(" ")
    named = first in _WEEKDAY and rest != "week" and bool(typed_days(rest, today, False))
    return named and not typed_days(words, today, False)


def _with_weekday(words: str, today: date, ahead: bool) -> tuple[date, ...]:
    """A date with its day of the week before it, which tells the year when none is given."""
    first, _between, rest = words.partition(" ")
    if first not in _WEEKDAY:
        return ()
    either_way = (*typed_days(rest, today, ahead), *typed_days(rest, today, not ahead))
    return tuple(day for day in either_way[:2] if day.weekday() == _WEEKDAY[first])[:1]


def _weekday(found: re.Match[str], today: date, ahead: bool) -> Iterator[date]:
    which, weekday, week = found[1], _WEEKDAY[found[2]], found[3]
    forward, back = (weekday - today.weekday()) % 7, (today.weekday() - weekday) % 7
    if week:
        yield today + timedelta((forward or 7) + 7)
    elif which == "next":
        yield today + timedelta(forward or 7)
    elif which == "last":
        yield today - timedelta(back or 7)
    else:
        yield today + timedelta(forward if ahead else -back)
        if not forward:
            yield today + timedelta(7 if ahead else -7)


def _away(found: re.Match[str], today: date, ahead: bool) -> Iterator[date]:
    into, count, unit, ago = found.groups()
    if into and ago:
        return
    sign = 1 if into or (ahead and not ago) else -1
    if unit == "month":
        yield _months_on(today, sign * int(count))
    else:
        yield today + timedelta(days=sign * int(count) * {"day": 1, "week": 7, "fortnight": 14}[unit])


def _months_on(day: date, months: int) -> date:
    """The same day of the month that many months on; the month's last day when there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _numbers(found: re.Match[str], today: date, ahead: bool) -> Iterator[date]:
    yield from _dated(int(found[1]), int(found[2]), found[3], today, ahead)


def _year_first(found: re.Match[str], today: date, ahead: bool) -> Iterator[date]:
    yield from _dated(int(found[3]), int(found[2]), found[1], today, ahead)


def _day_month(found: re.Match[str], today: date, ahead: bool) -> Iterator[date]:
    yield from _dated(int(found[1]), _MONTH[found[2]], found[3], today, ahead)


def _month_day(found: re.Match[str], today: date, ahead: bool) -> Iterator[date]:
    yield from _dated(int(found[2]), _MONTH[found[1]], found[3], today, ahead)


def _day_of_month(found: re.Match[str], today: date, ahead: bool) -> Iterator[date]:
    for months in range(12):
        first = _months_on(today.replace(day=1), months if ahead else -months)
        day = _real(first.year, first.month, int(found[1]))
        if day and (day >= today if ahead else day <= today):
            yield day
            return


def _dated(day: int, month: int, year: str | None, today: date, ahead: bool) -> Iterator[date]:
    """The date; without a year the last one or the next one, and none if that is a 29 February of no leap year."""
    if year:
        full = int(year) + (2000 if len(year) == 2 else 0)
    elif ahead:
        full = today.year + ((month, day) < (today.month, today.day))
    else:
        full = today.year - ((month, day) > (today.month, today.day))
    found = _real(full, month, day) if FIRST_YEAR <= full <= LAST_YEAR else None
    if found:
        yield found


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _beginnings(names: tuple[str, ...], first: int) -> dict[str, int]:
    """Each name and every beginning of it from three letters on, with its number."""
    return {
        name.lower()[:length]: number for number, name in enumerate(names, first) for length in range(3, len(name) + 1)
    }


# what is typed is read in English, and what the program itself writes in a line in its own language too
_WEEKDAY = _beginnings(WEEKDAYS, 0) | _beginnings(ENGLISH_WEEKDAYS, 0) | {"weds": 2}
_MONTH = _beginnings(MONTHS, 1) | _beginnings(ENGLISH_MONTHS, 1)
_NAMED = {
    _("today").casefold(): 0,
    "today": 0,
    "yesterday": -1,
    "yest": -1,
    "tomorrow": 1,
    "tmrw": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}

_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?: (\d{4}))?"
_ANY_WEEKDAY = "|".join(_WEEKDAY)
_ANY_MONTH = "|".join(_MONTH)
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date, bool], Iterator[date]]], ...] = (
    (re.compile(rf"(?:(last|next|this) )?({_ANY_WEEKDAY})( week)?"), _weekday),
    (re.compile(r"(in )?(\d{1,3}) (day|week|fortnight|month)(?: time)?( ago)?"), _away),
    (re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?"), _numbers),
    (re.compile(r"(\d{1,2})[.-](\d{1,2})[.-](\d{4}|\d{2})"), _numbers),
    (re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})"), _year_first),
    (re.compile(rf"{_DAY} ({_ANY_MONTH}){_YEAR}"), _day_month),
    (re.compile(rf"({_ANY_MONTH}) {_DAY}{_YEAR}"), _month_day),
    (re.compile(r"(\d{1,2})(?:st|nd|rd|th)"), _day_of_month),
)
