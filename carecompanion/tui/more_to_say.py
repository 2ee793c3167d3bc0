"""What can be said of a visit beside the questions, by those who ask for more lines; and its own words in short."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.moments import long_day
from carecompanion.domain.names import visitor
from carecompanion.domain.records import Appointment
from carecompanion.tui.field import ANSWERS, Asked, Field
from carecompanion.tui.parts.choice import Choice
from carecompanion.tui.parts.line import Line

HOME = frozenset({"home", "my home"})

MORE_ASKED: Mapping[Literal["kind_to_me", "next_known", "put_right"], tuple[str, str]] = {
    "kind_to_me": ("Friendly", "Were they friendly?"),
    "next_known": ("Next one", "Did you know when the next one is?"),
    "put_right": ("Put right", "Did someone say sorry or put it right?"),
}
"""The fields of a visit that hold further answers, each with its name and what it asks."""


def more_to_say(visit: Appointment) -> ComposeResult:
    """Minutes beside an answer in words, further questions, and what was left unsaid."""
    late = _number(visit.minutes_late) if visit.on_time else ""
    given = _number(visit.minutes_given) if visit.full_time else ""
    yield Field("Minutes late", Line(late, hint="how late it started", id="minutes_late"), more=True)
    yield Field("Minutes given", Line(given, hint="how long it lasted", id="minutes_given"), more=True)
    for name, (label, asked) in MORE_ASKED.items():
        yield Asked(label, asked, Choice(ANSWERS, getattr(visit, name) or "", id=name), more=True)
    unsaid = Line(visit.did_not_say or "", hint="what you wanted to say but did not", id="did_not_say")
    yield Field("Left unsaid", unsaid, more=True)


def _number(minutes: int | None) -> str:
    return "" if minutes is None else str(minutes)


def whom(visit: Appointment, book: Book) -> str:
    """Whoever a visit was with, inside a sentence; "" when nobody was named."""
    return visitor(visit, book) if visit.person_id or (visit.with_ or "").strip() else ""


def when_and_where(visit: Appointment, book: Book, now: datetime) -> str:
    """As in "Wednesday 11 March, 14:00, at home"."""
    local = book.local(visit.planned_at)
    day = long_day(local.date(), book.day_of(now))
    return ", ".join(part for part in (day, f"{local:%H:%M}", where(visit)) if part)


def where(visit: Appointment) -> str:
    """Where it is, after a comma: "at home", "Elm House"."""
    place = (visit.place or "").strip()
    return "at home" if place.casefold() in HOME else place
