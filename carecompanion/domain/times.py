"""Times of day as people type them."""

import re
from collections.abc import Callable
from datetime import time
from typing import Literal

Half = Literal["am", "pm", "night"]
"""The half of the day that was typed with a time; `night` is the end of a day, not its small hours."""

Clock = tuple[int, int, bool]
"""Hour, minute, and whether it was said as on a dial, where 4 may be either half of the day."""

FIRST_LIKELY_HOUR = 7
"""A time said as on a dial most likely falls in the twelve hours from here: half past 4 is in the afternoon."""


def typed_times(words: str, half: Half | None) -> tuple[time, ...]:
    """Every time of day the plain words may mean, the likeliest first; none when they name no time."""
    for pattern, reader in _FORMS:
        if found := pattern.fullmatch(words):
            read = reader(found)
            return _readings(*read, half) if read else ()
    if half and re.fullmatch(r"\d{1,2}", words):
        return _readings(int(words), 0, False, half)
    if half is None and words in _NAMED:
        return (_NAMED[words],)
    return ()


def _readings(hour: int, minute: int, dial: bool, half: Half | None) -> tuple[time, ...]:
    hours: tuple[int | None, ...]
    if half:
        hours = (_in_half(hour, half),)
    elif dial and hour <= 12:
        morning = hour % 12
        hours = (morning, morning + 12) if morning >= FIRST_LIKELY_HOUR else (morning + 12, morning)
    else:
        hours = (hour,)
    return tuple(time(hour, minute) for hour in hours if hour is not None and hour < 24 and minute < 60)


def _in_half(hour: int, half: Half) -> int | None:
    """The hour of the day; None when the hour cannot be in that half."""
    if half == "am":
        return hour % 12 if hour <= 12 else None
    if half == "night":
        hour = hour + 12 if 5 <= hour <= 11 else hour
        return hour if hour >= 17 else None
    if hour == 0:
        return None
    return hour % 12 + 12 if hour <= 12 else hour


def _written(found: re.Match[str]) -> Clock:
    return int(found[1]), int(found[2]), False


def _on_the_hour(found: re.Match[str]) -> Clock:
    return int(found[1]), 0, True


def _half_hour(found: re.Match[str]) -> Clock:
    return int(found[1]), 30, True


def _past_or_to(found: re.Match[str]) -> Clock | None:
    minutes = {"half": 30, "quarter": 15}.get(found[1]) or int(found[1])
    hour = int(found[3])
    if not 1 <= hour <= 23 or minutes >= 60 or (found[1] == "half" and found[2] == "to"):
        return None
    around = 12 if hour <= 12 else 24
    sign = 1 if found[2] == "past" else -1
    total = (hour % around * 60 + sign * minutes) % (around * 60)
    return total // 60, total % 60, hour <= 12


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Clock | None]], ...] = (
    (re.compile(r"(\d{1,2})[:.](\d{2})(?: h)?"), _written),
    (re.compile(r"(\d{2})(\d{2})(?: h)?"), _written),
    (re.compile(r"(\d)(\d{2})"), _written),
    (re.compile(r"(\d{1,2}) o'?clock"), _on_the_hour),
    (re.compile(r"half (\d{1,2})"), _half_hour),
    (re.compile(r"(half|quarter|\d{1,2})(?: min)? (past|to) (\d{1,2})(?: o'?clock)?"), _past_or_to),
)

_NAMED = {
    "noon": time(12),
    "midday": time(12),
    "12 noon": time(12),
    "12 midday": time(12),
    "midnight": time(0),
    "12 midnight": time(0),
}
