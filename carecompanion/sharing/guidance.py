"""Help now: whom to ring, nation by nation, and the month in which that was put together."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from carecompanion.domain.book import Book
from carecompanion.domain.kinds import NATIONS
from carecompanion.domain.moments import month_words
from carecompanion.domain.names import called, role_word, who
from carecompanion.domain.records import Agreement, Person
from carecompanion.domain.vocabulary import Nation
from carecompanion.language import _
from carecompanion.sharing.plain_lines import harmless

TITLE = _("If you need help now")
OWN = _("Your own plan")
GENTLY = _("You do not have to be in crisis to ring.")
ALONE = _("This program cannot contact anyone, and nobody else reads it.")
CANNOT_WAIT = _("If you can’t wait:")
OLDER = _("older source, not checked")

COUNTRIES: dict[str, Nation] = {
    "england": "england_and_wales",
    "wales": "england_and_wales",
    "scotland": "scotland",
    "northern-ireland": "northern_ireland",
}
"""The nation of each country that can be asked for; help by phone is the same in England and in Wales."""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A number to ring or text, and what it is for."""

    ring: str
    what: str


@dataclass(frozen=True, slots=True)
class HelpGroup:
    """Numbers under one heading; "" for those that come first."""

    heading: str
    lines: tuple[HelpLine, ...]


def help_lines(nation: Nation | None) -> tuple[HelpGroup, ...]:
    """The numbers of a nation in one group; with None those of everywhere, then each nation's under its name."""
    first, everywhere = _lines("first"), _lines("everywhere")
    if nation is not None:
        return (HelpGroup("", (*first, *_lines(nation), *everywhere)),)
    each = (HelpGroup(NATIONS[one], _lines(one)) for one in get_args(Nation))
    return (HelpGroup("", (*first, *everywhere)), *each)


def own_help(book: Book, now: datetime) -> tuple[HelpGroup, ...]:
    """What the person's journal has for help now: what was agreed, the co-ordinator, whoever covers; () without any."""
    today = book.day_of(now)
    agreement, coordinator = book.agreement_on(today), book.coordinator_on(today)
    lines: list[HelpLine] = []
    if agreement and (agreed := " ".join((agreement.urgent_route or "").split())):
        lines.append(HelpLine(_("If it is urgent"), agreed))
    if coordinator:
        lines += _reached(coordinator, book, _("your {role_word}").format(role_word=role_word(book.settings)))
    if agreement and (covering := _covering(agreement, book)) and covering != coordinator:
        lines += _reached(covering, book, _("when they are away"))
    return (HelpGroup(OWN, tuple(lines)),) if lines else ()


def checked() -> str:
    """The month in which the numbers were checked, and against what; it does not claim that each was rung."""
    month = date.fromisoformat(f"{_read()['checked']}-01")
    when = month_words(month)
    return _("Checked against public pages in {when}. Numbers can change: check with your service.").format(when=when)


def spoken_help(nation: Nation | None = None, own: tuple[HelpGroup, ...] = ()) -> str:
    """Help now as plain lines, for the command line; the person's own numbers first."""
    rows: list[str] = [TITLE, GENTLY]
    for group in (*own, *help_lines(nation)):
        rows += ["", *([group.heading] if group.heading else [])]
        rows += [harmless(f"{line.ring}: {line.what}") for line in group.lines]
    return "\n".join([*rows, "", ALONE, checked()])


def _covering(agreement: Agreement, book: Book) -> Person | None:
    """The person of the journal who was agreed to stand in."""
    cover = who(book, None, agreement.cover).casefold()
    return next((person for person in book.people.values() if who(book, person.id).casefold() == cover), None)


def _reached(person: Person, book: Book, what: str) -> Iterator[HelpLine]:
    name, ring, text = called(book, person.id), person.phone or "", person.text_number or ""
    if ring.strip():
        yield HelpLine(f"{name} {ring.strip()}", what)
    if text.strip():
        yield HelpLine(_("Text {name} {text}").format(name=name, text=text.strip()), what)


def _lines(name: str) -> tuple[HelpLine, ...]:
    return tuple(_line(**line) for line in _read()[name])


def _line(ring: str, what: str, *, older: bool = False) -> HelpLine:
    return HelpLine(_(ring), f"{_(what)} ({OLDER})" if older else _(what))


@cache
def _read() -> dict[str, Any]:
    written = files("carecompanion.sharing").joinpath("data/help_now.json").read_text(encoding="utf-8")
    read: dict[str, Any] = json.loads(written)
    return read
