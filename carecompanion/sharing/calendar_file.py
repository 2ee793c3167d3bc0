"""Calendar files (iCalendar, RFC 5545): written with neutral titles, and read event by event with every repeat."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from carecompanion.language import _
from carecompanion.sharing.interchange import Refused
from carecompanion.sharing.quoting import shown

if TYPE_CHECKING:
    from icalendar import Event

MAKER = "-//calendar//EN"
"""The file must name its maker, and says no more than that: whoever sees the calendar need not know of a journal."""
LARGEST, MOST_LINES = 20_000_000, 300_000
"""Bytes and lines of a file, at most: a line takes about 40 microseconds to read."""
MOST_EVENTS, MOST_REPEATING, MOST = 20_000, 500, 5_000
"""How many events a file holds, how many of them repeat, and how many appointments they make, at most."""
FIRST_YEAR = 1970
OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
WITHIN_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
SMALL_STEPS, BY_THE_YEAR = ("DAILY", "WEEKLY"), ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS")
"""Together they make rules that never come true, each day of which would be tried up to the year 9999."""
TIMES = ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "UID")
NOT_A_CALENDAR = _("This is not a calendar file: it has to begin with BEGIN:VCALENDAR and end with END:VCALENDAR.")
DAMAGED = _("This calendar is damaged: a line of it is none, or something begins and never ends.")
UNREADABLE = _("its repeats cannot be read.")
ROTTEN = (ValueError, KeyError, IndexError, AttributeError, TypeError, OverflowError, RecursionError)
"""What reading a line that is none can raise: the file comes from anywhere."""


@dataclass(frozen=True, slots=True, repr=False)
class Slot:
    """A time in a calendar; `minutes` None: its end is not said."""

    uid: str
    starts_at: datetime
    minutes: int | None = None
    title: str = ""
    place: str = ""
    cancelled: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class Calendar:
    """What a calendar file holds: its times, how many were cancelled, and what could not be read."""

    slots: tuple[Slot, ...]
    cancelled: int
    problems: tuple[str, ...]


def write_calendar(slots: Sequence[Slot], now: datetime) -> bytes:
    """The times as a calendar file, each private, in UTC, and with nothing but its title; read back to be sure."""
    from icalendar import Calendar as File
    from icalendar import Event

    file = File()
    file.add("prodid", MAKER)
    file.add("version", "2.0")
    for slot in slots:
        event = Event()
        event.add("uid", slot.uid)
        event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
        starts_at = slot.starts_at.astimezone(UTC).replace(microsecond=0)
        event.add("dtstart", starts_at)
        if slot.minutes:
            event.add("dtend", starts_at + timedelta(minutes=slot.minutes))
        event.add("summary", slot.title)
        event.add("class", "PRIVATE")
        if slot.cancelled:
            event.add("status", "CANCELLED")
        file.add_component(event)
    content = bytes(file.to_ical())
    back = [(str(event["UID"]), event.decoded("DTSTART")) for event in File.from_ical(content).walk("VEVENT")]
    if back != [(slot.uid, slot.starts_at.astimezone(UTC).replace(microsecond=0)) for slot in slots]:
        raise ValueError
    return content


def read_calendar(content: bytes, first: datetime, last: datetime, zone: ZoneInfo) -> Calendar:
    """The times in a calendar file, those of an event that repeats from `first` to `last`; raises Refused.

    A time without a zone is on the clock of `zone`.
    """
    slots: list[Slot] = []
    problems: list[str] = []
    cancelled = repeating = 0
    for series in _series(_events(content)):
        problem = next((said for number, event in series if (said := _amiss(number, event))), None)
        repeats = any(_repeats(event) for _between, event in series)
        repeating += sum(len(_rules(event)) for _between, event in series)
        if repeating > MOST_REPEATING:
            raise Refused(
                _("More than {most_repeating} events of this calendar repeat. Save fewer of them to a file.").format(
                    most_repeating=MOST_REPEATING
                )
            )
        if problem is None:
            try:
                found = [_slot(each, zone) for each in (_repeated(series, first, last) if repeats else series)]
            except ROTTEN:
                problem = _problem(*series[0], _("its repeats could not be worked out."))
        if problem is not None:
            problems.append(problem)
            continue
        slots += [slot for slot in found if not slot.cancelled]
        cancelled += sum(slot.cancelled for slot in found)
        if len(slots) > MOST:
            raise Refused(
                _("This calendar holds more than {most:,} appointments. Save fewer of them to a file.").format(
                    most=MOST
                )
            )
    return Calendar(tuple(sorted(slots, key=lambda slot: (slot.starts_at, slot.number))), cancelled, tuple(problems))


def _events(content: bytes) -> "list[tuple[int, Event]]":
    """The events of a file, numbered in its order. Raises Refused."""
    from icalendar import Calendar as File
    from icalendar import Event

    if len(content) > LARGEST:
        raise Refused(
            _("This file is larger than {largest} MB. Save fewer events to a file.").format(largest=LARGEST // 1000000)
        )
    try:
        text = content.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise Refused(NOT_A_CALENDAR) from None
    upper = text.upper()
    if not upper.startswith("BEGIN:VCALENDAR") or not upper.endswith("END:VCALENDAR"):
        raise Refused(NOT_A_CALENDAR)
    begun, ended = (len(re.findall(rf"^{end}:VEVENT\s*$", upper, re.MULTILINE)) for end in ("BEGIN", "END"))
    if begun > MOST_EVENTS or content.count(b"\n") > MOST_LINES:
        raise Refused(
            _("This calendar holds more than {most_events:,} events, or too much else. Save fewer to a file.").format(
                most_events=MOST_EVENTS
            )
        )
    try:
        files = File.from_ical(text, multiple=True)
        found = [event for file in files for event in file.walk("VEVENT") if isinstance(event, Event)]
    except ROTTEN:
        raise Refused(DAMAGED) from None
    if not begun == ended == len(found):
        raise Refused(DAMAGED)
    if not found:
        raise Refused(_("There is no event in this calendar."))
    return list(enumerate(found, 1))


def _series(events: "Sequence[tuple[int, Event]]") -> "Iterator[list[tuple[int, Event]]]":
    """The events with one UID together: one that repeats, and its repeats that are otherwise."""
    together: dict[str, list[tuple[int, Event]]] = {}
    for number, event in events:
        together.setdefault(str(event.get("UID") or f"event {number}"), []).append((number, event))
    yield from together.values()


def _amiss(number: int, event: "Event") -> str | None:
    """Why an event cannot be read, if so."""
    broken = next((name for name in TIMES if any(name == where for where, _between in event.errors)), None)
    if broken:
        return _problem(number, event, _("its line {broken} cannot be read.").format(broken=broken))
    try:
        starts = event.decoded("DTSTART")
        named = event["DTSTART"].params.get("TZID")
    except ROTTEN:
        return _problem(number, event, _("it does not say when it begins."))
    if not isinstance(starts, datetime):
        return _problem(number, event, _("it lasts all day, and an appointment needs its time."))
    if starts.tzinfo is None and named is not None:
        return _problem(number, event, _("its time zone is not known here."))
    if starts.year not in range(1000, 8999):
        return _problem(number, event, _("its year is too far away."))
    return _too_often(number, event, starts) if _repeats(event) else None


def _too_often(number: int, event: "Event", starts: datetime) -> str | None:
    """Why the repeats of an event would never end, or fill a day."""
    if starts.year < FIRST_YEAR:
        return _problem(number, event, _("it repeats since before {first_year}.").format(first_year=FIRST_YEAR))
    for rule in _rules(event):
        if not isinstance(rule, dict):
            return _problem(number, event, UNREADABLE)
        often = [each for each in rule.get("FREQ", []) if str(each).upper() in OFTEN]
        if often or any(len(rule.get(name, [])) > 1 for name in WITHIN_A_DAY):
            return _problem(number, event, _("it repeats more than once a day, which no appointment does."))
        if {str(each).upper() for each in rule.get("FREQ", [])} & set(SMALL_STEPS) and set(rule) & set(BY_THE_YEAR):
            return _problem(number, event, _("it repeats by a rule that is not followed here."))
        if _never(rule):
            return _problem(number, event, _("it repeats on a day that never comes."))
        if any(int(step) < 1 for step in rule.get("INTERVAL", [])) or not rule.get("FREQ"):
            return _problem(number, event, UNREADABLE)
    return None


def _never(rule: dict[str, Any]) -> bool:
    """Whether a rule names only days that none of its months has, as 30 February."""
    days = [abs(int(day)) for day in rule.get("BYMONTHDAY", [])]
    months = [int(month) for month in rule.get("BYMONTH", range(1, 13)) if int(month) in range(1, 13)]
    return bool(days) and min(days) > max((monthrange(2024, month)[1] for month in months), default=0)


def _rules(event: "Event") -> list[Any]:
    """The rules of its repeats: dicts, or whatever else a file gives out as one."""
    rules = event.get("RRULE", [])
    return rules if isinstance(rules, list) else [rules]


def _repeats(event: "Event") -> bool:
    return "RRULE" in event or "RDATE" in event


def _repeated(series: "list[tuple[int, Event]]", first: datetime, last: datetime) -> "Iterator[tuple[int, Event]]":
    """Each time of an event that repeats, by its rule, its dates left out and its times moved."""
    from icalendar import Calendar as File
    from recurring_ical_events import of  # type: ignore[import-untyped]  # it brings no types

    file = File()
    for _between, event in series:
        file.add_component(event)
    for event in of(file).between(first, last):
        yield series[0][0], event


def _slot(numbered: "tuple[int, Event]", zone: ZoneInfo) -> Slot:
    number, event = numbered
    starts_at, ends_at = _instant(event.decoded("DTSTART"), zone), _instant(event.end, zone)
    minutes = round((ends_at - starts_at) / timedelta(minutes=1))
    return Slot(
        uid=str(event.get("UID") or ""),
        starts_at=starts_at,
        minutes=minutes if 1 <= minutes <= 24 * 60 else None,
        title=_text(event, "SUMMARY"),
        place=_text(event, "LOCATION"),
        cancelled=_text(event, "STATUS").upper() == "CANCELLED",
        number=number,
    )


def _instant(found: date, zone: ZoneInfo) -> datetime:
    if not isinstance(found, datetime):
        raise TypeError  # an end without a time, or a repeat that is moved to a whole day
    return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)


def _text(event: "Event", name: str) -> str:
    value = event.get(name)
    return str(value[0] if isinstance(value, list) and value else value or "").strip()


def _problem(number: int, event: "Event", sentence: str) -> str:
    try:
        title = shown(_text(event, "SUMMARY"))
    except ROTTEN:
        title = ""
    return _("Event {number}{title}: {sentence}").format(
        number=number, title=f" (“{title}”)" if title else "", sentence=sentence
    )
