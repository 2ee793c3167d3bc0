"""The lines of what was agreed, wherever they are asked for, and what was typed in them as an agreement."""

import re
from datetime import date, time
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from carecompanion.domain.days import WEEKDAYS as WEEKDAY_NAMES
from carecompanion.domain.moments import Unreadable, read_time
from carecompanion.domain.records import Agreement
from carecompanion.domain.vocabulary import ReplyUnit, Route
from carecompanion.domain.wording import ROUTES
from carecompanion.domain.workdays import CLOSES, OPENS, WEEKDAYS
from carecompanion.tui.field import YES_NO, Field, Unclear
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.line import Line
from carecompanion.tui.parts.several import Several

ROUTE_KEYS: dict[Route, str] = {
    "phone": "p",
    "mobile": "m",
    "text": "t",
    "email": "e",
    "letter": "l",
    "online": "o",
    "in_person": "i",
}
WAYS = tuple(Option(key, route, ROUTES[route].capitalize()) for route, key in ROUTE_KEYS.items())
UNITS = (
    Option("h", "hours", "Hours"),
    Option("w", "working_hours", "Working hours"),
    Option("d", "working_days", "Working days"),
    Option("n", "", "Nothing agreed"),
)
WEEK = tuple(Option(key, str(day), WEEKDAY_NAMES[day][:3]) for day, key in enumerate("mtwhfsu"))
WORKING_LINES = ("opens", "closes", "weekdays")
NOTHING = Agreement(id="", starts_on=date.min)
MOST = 999
"""More hours, days or minutes than that are taken for a slip."""

_SPELLED = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_GAPS = {"weekly": 7, "fortnightly": 14, "day": 1, "week": 7, "fortnight": 14}
_GAP = re.compile(r"(?:every )?(?:(\d{1,3}|a|one|two|three|four|five|six) )?(day|week|fortnight)s?", re.ASCII)


class AgreementLines(Vertical):
    """What can be agreed, a line each; the hours and days show only while a reply time is counted in working time."""

    def __init__(self, agreement: Agreement | None = None) -> None:
        super().__init__()
        self._was = agreement or NOTHING

    def compose(self) -> ComposeResult:
        """Filled from the agreement, or empty."""
        was = self._was
        yield Field("Ways", Several(WAYS, was.routes, id="routes"))
        yield Field("Reply within", Line(_number(was.reply_within), hint="a number", id="reply_within"))
        yield Field("counted in", Choice(UNITS, _unit(was), id="reply_unit"))
        yield Field("Day begins", Line(f"{was.opens or OPENS:%H:%M}", id="opens"))
        yield Field("Day ends", Line(f"{was.closes or CLOSES:%H:%M}", id="closes"))
        days = WEEKDAYS if was.weekdays is None else was.weekdays
        yield Field("Days", Several(WEEK, map(str, days), id="weekdays"))
        yield Field("Meet every", Line(_gap(was.meet_every_days), hint="2 weeks", id="meet_every"))
        yield Field("Usual length", Line(_number(was.usual_minutes), hint="in minutes", id="usual_minutes"))
        yield Field("Who covers", Line(was.cover or "", hint="when they are away", id="cover"))
        yield Field("If urgent", Line(was.urgent_route or "", hint="what to do", id="urgent_route"))
        yield Field("Written down", Choice(YES_NO, "yes" if was.written else "", id="written"))

    def on_mount(self) -> None:
        """Only the lines that are needed."""
        self.show_what_is_needed()

    @on(Choice.Changed, "#reply_unit")
    def show_what_is_needed(self) -> None:
        """Hours and days come and go with working time."""
        for name in WORKING_LINES:
            field = next(node for node in self.query_one(f"#{name}").ancestors if isinstance(node, Field))
            field.display = self.counts_working_time

    def agreed(self) -> dict[str, Any]:
        """The fields of an agreement that its lines give. Raises Unclear, naming the line."""
        unit, number = self._reply_time()
        was = self._was
        hidden = (was.opens, was.closes, was.weekdays) if unit == was.reply_unit else (None, None, None)
        opens, closes, weekdays = self._working_time() if self.counts_working_time else hidden
        return {
            "routes": self._routes(),
            "reply_within": number,
            "reply_unit": unit,
            "opens": opens,
            "closes": closes,
            "weekdays": weekdays,
            "meet_every_days": read_gap(self._typed("meet_every")),
            "usual_minutes": _whole(self._typed("usual_minutes"), "usual_minutes"),
            "cover": self._typed("cover") or None,
            "urgent_route": self._typed("urgent_route") or None,
            "written": self.query_one("#written", Choice).value == "yes",
        }

    @property
    def counts_working_time(self) -> bool:
        """Whether the reply time is counted in working hours or days."""
        return self.query_one("#reply_unit", Choice).value in ("working_hours", "working_days")

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Line).value.strip()

    def _routes(self) -> tuple[Route, ...]:
        chosen = self.query_one("#routes", Several).chosen
        return tuple(route for route in ROUTE_KEYS if route in chosen)

    def _reply_time(self) -> tuple[ReplyUnit | None, int | None]:
        number = _whole(self._typed("reply_within"), "reply_within")
        chosen = self.query_one("#reply_unit", Choice).value
        unit = next((unit for unit in _REPLY_UNITS if unit == chosen), None)
        if number is not None and unit is None:
            raise Unclear("reply_unit", "Is that hours, working hours or working days?")
        if number is None and unit is not None:
            raise Unclear("reply_within", "How many? Or choose nothing agreed below.")
        return unit, number

    def _working_time(self) -> tuple[time, time, tuple[int, ...] | None]:
        opens, closes = self._time("opens"), self._time("closes")
        if closes <= opens:
            raise Unclear("closes", "The day ends before it begins. Try 17:00 or 5pm.")
        weekdays = tuple(int(day) for day in self.query_one("#weekdays", Several).chosen)
        if not weekdays:
            raise Unclear("weekdays", "Please choose at least one day.")
        return opens, closes, None if weekdays == WEEKDAYS else weekdays

    def _time(self, name: str) -> time:
        try:
            return read_time(self._typed(name))
        except Unreadable as unreadable:
            raise Unclear(name, str(unreadable)) from None


def read_gap(text: str) -> int | None:
    """Days from one visit to the next: "2 weeks", "14 days", "every fortnight"; None for nothing. Raises Unclear."""
    words = " ".join(text.lower().split())
    if not words:
        return None
    if words in ("weekly", "fortnightly"):
        return _GAPS[words]
    found = _GAP.fullmatch(re.sub(r"(?<=\d)(?=[a-z])", " ", words))
    days = _GAPS[found[2]] * (_SPELLED.get(found[1] or "a") or int(found[1])) if found else 0
    if not 1 <= days <= MOST:
        raise Unclear("meet_every", "I could not read that. Try 2 weeks or 10 days.")
    return days


def _whole(text: str, name: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST):
        raise Unclear(name, f"Please type a number from 1 to {MOST}, as in 24.")
    return int(text)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _gap(days: int | None) -> str:
    if days is None:
        return ""
    weeks, rest = divmod(days, 7)
    number, unit = (days, "day") if rest else (weeks, "week")
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _unit(agreement: Agreement) -> str:
    return "" if agreement.reply_within is None else agreement.reply_unit or "hours"


_REPLY_UNITS: tuple[ReplyUnit, ...] = ("hours", "working_hours", "working_days")
