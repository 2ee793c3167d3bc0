"""The settings of a journal one by one: what each is called, what it is for, how it is read and how it is said."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from carecompanion.domain import how_many
from carecompanion.domain.days import FIRST_YEAR, LAST_YEAR
from carecompanion.domain.kinds import NATIONS
from carecompanion.domain.moments import Unreadable, long_day, read_nearest_day
from carecompanion.domain.settings import Settings
from carecompanion.domain.whole_numbers import whole_number
from carecompanion.language import _

MOST_MINUTES, MOST_DAYS, MOST_CLOSED = 120, 60, 100
LONGEST_WORD = 40
YEAR = re.compile(r"\d{4}|/\d\d$")
NOT_A_NATION = _("The nation is England and Wales, Scotland or Northern Ireland.")
NO_WORD = _("The word for the role cannot be empty.")
LONG_WORD = _("A few words are enough: up to {longest_word} letters.").format(longest_word=LONGEST_WORD)
FAR = _("That day lies too far away.")
MANY_DAYS = _("That is more than {most_closed} days.").format(most_closed=MOST_CLOSED)


@dataclass(frozen=True, slots=True, repr=False)
class Setting:
    """`field` is its field of Settings; `read` raises ValueError with a sentence fit to show."""

    field: str
    name: str
    why: str
    read: Callable[[str, date], Any]
    said: Callable[[Any], str]


def changed(settings: Settings, name: str, text: str, today: date) -> Settings:
    """The settings with one of them as it is typed. Raises ValueError with a sentence fit to show."""
    setting = SETTINGS[name]
    return replace(settings, **{setting.field: setting.read(text, today)})


def said(settings: Settings, name: str) -> str:
    """What a setting is now, in words."""
    setting = SETTINGS[name]
    return setting.said(getattr(settings, setting.field))


def closed_days(text: str, today: date) -> tuple[date, ...]:
    """Days with commas, in their order. Raises ValueError with a sentence fit to show."""
    if text.strip() in ("", "-"):
        return ()
    days = {_day(part.strip(), today) for part in text.split(",") if part.strip()}
    if len(days) > MOST_CLOSED:
        raise ValueError(MANY_DAYS)
    return tuple(sorted(days))


def _nation(text: str, _today: date) -> str:
    typed = " ".join(text.casefold().replace("_", " ").split())
    found = [nation for nation, words in NATIONS.items() if typed and words.casefold().startswith(typed)]
    if typed == "wales":
        return "england_and_wales"
    if len(found) != 1:
        raise ValueError(NOT_A_NATION)
    return found[0]


def _word(text: str, _today: date) -> str:
    if not text.strip():
        raise ValueError(NO_WORD)
    return " ".join(text.split())


def _role_word(text: str, today: date) -> str:
    word = _word(text, today)
    if len(word) > LONGEST_WORD:
        raise ValueError(LONG_WORD)
    return word


def _whole(most: int, unit: str) -> Callable[[str, date], int]:
    def read(text: str, _today: date) -> int:
        number = whole_number(text, 0, most)
        if number is None:
            raise ValueError(_("Please give a number of {unit} from 0 to {most}.").format(unit=unit, most=most))
        return number

    return read


def _day(text: str, today: date) -> date:
    """The day that is meant; one without a year is the next of that name."""
    try:
        day = read_nearest_day(text, today, True)
    except Unreadable as unreadable:
        raise ValueError(str(unreadable)) from None
    if day < today and not YEAR.search(text):
        with suppress(ValueError):  # a 29 February
            return day.replace(year=day.year + 1)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(FAR)
    return day


def _days(days: Sequence[date]) -> str:
    return ", ".join(f"{long_day(day, date.min)}" for day in days) or _("none")


SETTINGS: Mapping[str, Setting] = {
    "nation": Setting(
        "nation",
        _("Nation"),
        _("Its bank holidays count as days off, and its numbers are in help now."),
        _nation,
        lambda nation: NATIONS[nation],
    ),
    "role-word": Setting(
        "role_word",
        _("Role word"),
        _("What you call whoever co-ordinates your care."),
        _role_word,
        lambda word: str(word),
    ),
    "closed-days": Setting(
        "closed_days",
        _("Closed days"),
        _("Days on which no working time counts, beside bank holidays."),
        closed_days,
        _days,
    ),
    "late-grace": Setting(
        "late_grace_minutes",
        _("Late grace"),
        _("A visit that begins at most so many minutes late is still on time."),
        _whole(MOST_MINUTES, _("minutes")),
        lambda minutes: _("{minutes} min").format(minutes=minutes),
    ),
    "gap-grace": Setting(
        "gap_grace_days",
        _("Gap grace"),
        _("The next visit may come so many days later than agreed."),
        _whole(MOST_DAYS, _("days")),
        how_many.days,
    ),
    "time-zone": Setting(
        "time_zone", _("Time zone"), _("Whose days and hours your journal counts in."), _word, lambda zone: str(zone)
    ),
}
"""The settings by the names a command gives them."""
