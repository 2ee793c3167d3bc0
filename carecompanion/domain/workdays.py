"""Working days and hours: weekdays less bank holidays and the person's own closed days."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate, count
from zoneinfo import ZoneInfo

from carecompanion.domain.records import Agreement
from carecompanion.domain.settings import Settings
from carecompanion.domain.vocabulary import Nation

OPENS, CLOSES, WEEKDAYS = time(9), time(17), (0, 1, 2, 3, 4)
"""What holds where an agreement does not say: 09:00 to 17:00, Monday to Friday."""

SUBDIVISIONS: dict[Nation, str] = {"england_and_wales": "ENG", "scotland": "SCT", "northern_ireland": "NIR"}

PROCLAIMED: dict[Nation, tuple[date, ...]] = {"scotland": (date(2026, 6, 15),)}
"""Bank holidays that earlier releases of the holidays package do not know (GOV.UK, Bank holidays, Scotland)."""


def at_wall(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """The instant, in UTC, at which clocks in the zone show this time on this day.

    A time that does not exist (spring) is the instant one hour later; of one that occurs twice (autumn) it is the
    first. Both are what PEP 495 makes of `fold=0`. Raises OverflowError beyond the calendar's ends.
    """
    return datetime.combine(day, wall.replace(fold=0), zone).astimezone(UTC)


@lru_cache(maxsize=512)
def bank_holidays(nation: Nation, year: int) -> frozenset[date]:
    """The bank holidays of a year: each with its substitute day, and the day itself when it is at a weekend."""
    from holidays import country_holidays  # importing it costs 80 ms, so not before it is needed

    known = country_holidays("GB", subdiv=SUBDIVISIONS[nation], years=year)
    return frozenset(known) | {day for day in PROCLAIMED.get(nation, ()) if day.year == year}


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are worked, from when to when; it is its own key to the years already worked out."""

    nation: Nation
    closed_days: frozenset[date]
    zone: ZoneInfo
    weekdays: frozenset[int] = frozenset(WEEKDAYS)
    opens: time = OPENS
    closes: time = CLOSES

    @classmethod
    def agreed(cls, settings: Settings, agreement: Agreement) -> "Calendar":
        """The calendar by which this agreement's reply time runs."""
        weekdays = WEEKDAYS if agreement.weekdays is None else agreement.weekdays
        opens, closes = agreement.opens or OPENS, agreement.closes or CLOSES
        closed = frozenset(settings.closed_days)
        return cls(settings.nation, closed, settings.zone, frozenset(weekdays), opens, closes)

    @classmethod
    def usual(cls, settings: Settings) -> "Calendar":
        """Monday to Friday, whatever was agreed."""
        return cls(settings.nation, frozenset(settings.closed_days), settings.zone)

    def last_day_before(self, day: date) -> date:
        """The last working day before this day. Raises OverflowError when the calendar has none."""
        for year in range(day.year, 0, -1):
            days = _year(self, year).days
            place = bisect_left(days, day)
            if place:
                return days[place - 1]
        raise OverflowError

    def after_days(self, started_at: datetime, days: int) -> datetime:
        """Closing time of the last of so many working days, the first being the next after that local day.

        Raises OverflowError beyond the calendar's end.
        """
        today = started_at.astimezone(self.zone).date()
        for number in count(today.year):
            year = _year(self, number)
            place = bisect_right(year.days, today) + days - 1
            if place < len(year.days):
                return at_wall(year.days[place], self.closes, self.zone)
            days = place - len(year.days) + 1
        raise AssertionError

    def after_hours(self, started_at: datetime, hours: int) -> datetime:
        """The instant by which so many elapsed hours have been worked; one that falls on closing stays there.

        Raises OverflowError beyond the calendar's end.
        """
        started_at = started_at.astimezone(UTC)
        needed = timedelta(hours=hours)
        for number in count(started_at.astimezone(self.zone).year):
            year = _year(self, number)
            needed += year.worked_by(started_at)
            if needed <= year.worked[-1]:
                return year.when_worked(needed)
            needed -= year.worked[-1]
        raise AssertionError


@dataclass(frozen=True, slots=True)
class _Year:
    """A year's working days; `worked[i]` is the time worked before the i-th of them, `worked[-1]` in the whole year."""

    days: tuple[date, ...]
    opened: tuple[datetime, ...]
    worked: tuple[timedelta, ...]

    def worked_by(self, instant: datetime) -> timedelta:
        """The time worked in this year up to an instant."""
        place = bisect_right(self.opened, instant) - 1
        if place < 0:
            return timedelta()
        return min(self.worked[place] + (instant - self.opened[place]), self.worked[place + 1])

    def when_worked(self, needed: timedelta) -> datetime:
        """The earliest instant by which this much (above none, within the year) has been worked."""
        place = bisect_left(self.worked, needed) - 1
        return self.opened[place] + (needed - self.worked[place])


@lru_cache(maxsize=512)
def _year(calendar: Calendar, number: int) -> _Year:
    """One year of a calendar, worked out once. Raises OverflowError beyond the calendar's end."""
    if number > date.max.year:
        raise OverflowError
    off = calendar.closed_days | bank_holidays(calendar.nation, number)
    ordinals = range(date(number, 1, 1).toordinal(), date(number, 12, 31).toordinal() + 1)
    every = (date.fromordinal(ordinal) for ordinal in ordinals)
    days = tuple(day for day in every if day.weekday() in calendar.weekdays and day not in off)
    opened = tuple(at_wall(day, calendar.opens, calendar.zone) for day in days)
    closed = (at_wall(day, calendar.closes, calendar.zone) for day in days)
    lengths = (max(shut - open_, timedelta()) for open_, shut in zip(opened, closed, strict=True))
    return _Year(days, opened, tuple(accumulate(lengths, initial=timedelta())))
