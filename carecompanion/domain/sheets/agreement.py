"""What was agreed from a day on: its lines wherever they are asked for, and what was typed in them."""

import re
from collections.abc import Iterator
from datetime import date, time
from typing import Any

from carecompanion.domain import how_many
from carecompanion.domain.days import SHORT_WEEKDAYS
from carecompanion.domain.moments import Unreadable, day_words, read_time
from carecompanion.domain.records import Agreement
from carecompanion.domain.sheets.asks import TODAY, Ask, ChoiceAsk, Option, SeveralAsk, Unclear
from carecompanion.domain.sheets.filled import Filled, Written
from carecompanion.domain.sheets.sheet import YES_NO, Pieces, Sheet, for_me_only
from carecompanion.domain.vocabulary import ReplyUnit, Route
from carecompanion.domain.whole_numbers import whole_number
from carecompanion.domain.wording import ROUTES
from carecompanion.domain.workdays import CLOSES, OPENS, WEEKDAYS
from carecompanion.language import _

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
    Option("h", "hours", _("Hours")),
    Option("w", "working_hours", _("Working hours")),
    Option("d", "working_days", _("Working days")),
    Option("n", "", _("Nothing agreed")),
)
WEEK = tuple(Option(key, str(day), SHORT_WEEKDAYS[day]) for day, key in enumerate("mtwhfsu"))
WORKING_LINES = ("opens", "closes", "weekdays")
NOTHING = Agreement(id="", starts_on=date.min)
MEASURED = _("What you sent before now stays measured as it was.")
MOST = 999
"""More hours, days or minutes than that are taken for a slip."""

_SPELLED = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_GAPS = {"weekly": 7, "fortnightly": 14, "day": 1, "week": 7, "fortnight": 14}
_GAP = re.compile(r"(?:every )?(?:(\d{1,3}|a|one|two|three|four|five|six) )?(day|week|fortnight)s?", re.ASCII)
_REPLY_UNITS: tuple[ReplyUnit, ...] = ("hours", "working_hours", "working_days")


class AgreementSheet(Sheet):
    """Filled from what is agreed today, for a new agreement; or from what `was` agreed, to put that right."""

    NAME = "agreement"
    SOMETIMES = WORKING_LINES
    was: Agreement | None

    def heading(self) -> str:
        """What is being written down."""
        return _("What was agreed")

    def asks(self) -> Iterator[Ask]:
        """From which day, and what."""
        was = self.was
        yield self.on(
            "starts_on", _("From"), was.starts_on if was else TODAY, either=was is not None, aloud=_("From which day?")
        )
        yield from agreement_asks(was or self.book.agreement_on(self.today))
        yield from for_me_only(was)

    def needed(self, name: str) -> bool:
        """Hours and days come and go with working time."""
        return name not in WORKING_LINES or counts_working_time(self)

    def outcome(self) -> Pieces:
        """What becomes of what was agreed before."""
        starts_on = self.day_so_far("starts_on")
        if self.was is not None:
            return (MEASURED,)
        return (_("What was agreed before stays."),) if starts_on and self.book.agreement_on(starts_on) else ()

    def written(self) -> Written:
        """The new agreement."""
        starts_on = self._free_day()
        with_whom = self.was.person_id if self.was else self.book.coordinator_id_on(starts_on)
        fields = agreed(self, self.was or self.book.agreement_on(self.today))
        agreement = self.made(Agreement, starts_on=starts_on, person_id=with_whom, **fields)
        return Written(
            (agreement,),
            _("What you agreed holds from {day_words}.").format(day_words=day_words(starts_on, self.today)),
        )

    def _free_day(self) -> date:
        day = self.day("starts_on")
        if day is None:
            raise Unclear("starts_on", _("From which day? Today is fine."))
        others = (agreement for agreement in self.book.agreements.values() if agreement != self.was)
        if any(agreement.starts_on == day for agreement in others):
            raise Unclear("starts_on", _("There is already something agreed from that day. Choose another day."))
        return day


def agreement_asks(agreement: Agreement | None = None) -> Iterator[Ask]:
    """What can be agreed, a line each, filled from an agreement or empty."""
    was = agreement or NOTHING
    yield SeveralAsk(name="routes", label=_("Ways"), held=_joined(WAYS, was.routes), options=WAYS)
    yield Ask(name="reply_within", label=_("Reply within"), held=_number(was.reply_within), hint=_("a number"))
    unit = "" if was.reply_within is None else was.reply_unit or "hours"
    yield ChoiceAsk(name="reply_unit", label=_("counted in"), held=unit, options=UNITS, aloud=_("Counted in what?"))
    yield Ask(name="opens", label=_("Day begins"), held=f"{was.opens or OPENS:%H:%M}")
    yield Ask(name="closes", label=_("Day ends"), held=f"{was.closes or CLOSES:%H:%M}")
    days = WEEKDAYS if was.weekdays is None else was.weekdays
    yield SeveralAsk(name="weekdays", label=_("Days"), held=_joined(WEEK, map(str, days)), options=WEEK)
    yield Ask(name="meet_every", label=_("Meet every"), held=_gap(was.meet_every_days), hint=_("2 weeks"))
    yield Ask(name="usual_minutes", label=_("Usual length"), held=_number(was.usual_minutes), hint=_("in minutes"))
    yield Ask(name="cover", label=_("Who covers"), held=was.cover or "", hint=_("when they are away"))
    yield Ask(name="urgent_route", label=_("If urgent"), held=was.urgent_route or "", hint=_("what to do"))
    yield ChoiceAsk(name="written", label=_("Written down"), held="yes" if was.written else "", options=YES_NO)


def agreed(filled: Filled, before: Agreement | None = None) -> dict[str, Any]:
    """The fields of an agreement that its lines give. Raises Unclear, naming the line."""
    unit, number = _reply_time(filled)
    was = before or NOTHING
    hidden = (was.opens, was.closes, was.weekdays) if unit == was.reply_unit else (None, None, None)
    opens, closes, weekdays = _working_time(filled) if counts_working_time(filled) else hidden
    routes = filled.value("routes").split(",")
    return {
        "routes": tuple(route for route in ROUTE_KEYS if route in routes),
        "reply_within": number,
        "reply_unit": unit,
        "opens": opens,
        "closes": closes,
        "weekdays": weekdays,
        "meet_every_days": read_gap(filled.value("meet_every")),
        "usual_minutes": _whole(filled, "usual_minutes"),
        "cover": filled.value("cover") or None,
        "urgent_route": filled.value("urgent_route") or None,
        "written": filled.value("written") == "yes",
    }


def counts_working_time(filled: Filled) -> bool:
    """Whether the reply time is counted in working hours or days."""
    return filled.value("reply_unit") in ("working_hours", "working_days")


def read_gap(text: str) -> int | None:
    """Days from one visit to the next: "2 weeks", "14 days", "every fortnight"; None for nothing. Raises Unclear."""
    words = " ".join(text.lower().split())
    if not words:
        return None
    if words in ("weekly", "fortnightly"):
        return _GAPS[words]
    found = _GAP.fullmatch(re.sub(r"(?<=\d)(?=[a-z])", " ", words))
    days = _GAPS[found[2]] * (_SPELLED.get(found[1] or "a") or int(found[1])) if found else _as_written(words)
    if not 1 <= days <= MOST:
        raise Unclear("meet_every", _("I could not read that. Try 2 weeks or 10 days."))
    return days


def _as_written(words: str) -> int:
    """The days of so many days or weeks, as the program writes them in its own language; 0 for anything else."""
    found = re.search(r"\b\d{1,3}\b", words, re.ASCII)
    number = int(found[0]) if found else 0
    return next((days for days in (number, 7 * number) if _gap(days).casefold() == words), 0)


def _reply_time(filled: Filled) -> tuple[ReplyUnit | None, int | None]:
    number = _whole(filled, "reply_within")
    unit = filled.one_of("reply_unit", _REPLY_UNITS)
    if number is not None and unit is None:
        raise Unclear("reply_unit", _("Is that hours, working hours or working days?"))
    if number is None and unit is not None:
        raise Unclear("reply_within", _("How many? Or choose nothing agreed below."))
    return unit, number


def _working_time(filled: Filled) -> tuple[time, time, tuple[int, ...] | None]:
    opens, closes = _time(filled, "opens"), _time(filled, "closes")
    if closes <= opens:
        raise Unclear("closes", _("The day ends before it begins. Try 17:00 or 5pm."))
    weekdays = tuple(int(day) for day in filter(None, filled.value("weekdays").split(",")))
    if not weekdays:
        raise Unclear("weekdays", _("Please choose at least one day."))
    return opens, closes, None if weekdays == WEEKDAYS else weekdays


def _time(filled: Filled, name: str) -> time:
    try:
        return read_time(filled.value(name))
    except Unreadable as unreadable:
        raise Unclear(name, str(unreadable)) from None


def _whole(filled: Filled, name: str) -> int | None:
    text = filled.value(name)
    if not text:
        return None
    number = whole_number(text, 1, MOST)
    if number is None:
        raise Unclear(name, _("Please type a number from 1 to {most}, as in 24.").format(most=MOST))
    return number


def _joined(options: tuple[Option, ...], chosen: Iterator[str] | tuple[str, ...]) -> str:
    taken = set(chosen)
    return ",".join(option.value for option in options if option.value in taken)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _gap(days: int | None) -> str:
    if days is None:
        return ""
    weeks, rest = divmod(days, 7)
    return how_many.days(days) if rest else how_many.weeks(weeks)
