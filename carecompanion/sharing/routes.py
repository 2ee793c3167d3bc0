"""The routes a concern can take, country by country, and the month in which they were looked up."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from carecompanion.domain.concern_routes import COUNTRIES, ConcernRoute, Said
from carecompanion.domain.moments import month_words
from carecompanion.domain.vocabulary import WrittenIn
from carecompanion.language import _

CHANGING = _("How concerns are handled was changing in 2024 and 2025, so ask what holds now.")
CANNOT_CHOOSE = _("You cannot usually choose your {}, but you can ask for a change.")
YOU_CAN = _("You can speak to them, ask the team manager, or use this route.")
FACTS = ("first_help", "time_limit", "acknowledged", "full_answer", "next_stage", "advocacy")
LABELS = (_("First help"), _("Time limit"), _("Says they have it"), _("Full answer"), _("Next"), _("Free advocacy"))


@cache
def route_of(written_in: WrittenIn) -> ConcernRoute:
    """The route of a country."""
    read = _read()
    found = read["routes"][written_in]
    facts: dict[str, Any] = {name: Said(_(found[name][0]), found[name][1] == "read") for name in FACTS}
    rest = {name: value for name, value in found.items() if name not in FACTS}
    return ConcernRoute(written_in=written_in, checked=date.fromisoformat(f"{read['checked']}-01"), **facts, **rest)


def route_rows(route: ConcernRoute) -> Iterator[tuple[str, str]]:
    """Each fact after its name; one that was not read in a public source says so."""
    for name, label in zip(FACTS, LABELS, strict=True):
        fact: Said = getattr(route, name)
        yield label, fact.said


def route_heading(route: ConcernRoute) -> str:
    """As in "The usual way in Wales"."""
    return _("The usual way in {countries}").format(countries=COUNTRIES[route.written_in])


def checked(route: ConcernRoute) -> str:
    """When the route was looked up, that it may be changing, and to check."""
    return _checked(route.checked, CHANGING if route.changing else "")


def role_checked() -> str:
    """When what the role promises was looked up."""
    return _checked(date.fromisoformat(f"{_read()['checked']}-01"), "")


def _checked(month: date, more: str) -> str:
    when = _("Checked in {month}.").format(month=month_words(month))
    return " ".join(part for part in (when, more, _("Check with your service.")) if part)


@cache
def _read() -> dict[str, Any]:
    written = files("carecompanion.sharing").joinpath("data/routes.json").read_text(encoding="utf-8")
    read: dict[str, Any] = json.loads(written)
    return read
