"""Whose time as co-ordinator counts: that of whoever holds the role now, of the one before, or everyone's."""

from datetime import date, timedelta
from typing import Literal, get_args

from carecompanion.domain.book import Book
from carecompanion.domain.lines import first_line
from carecompanion.domain.names import role_word
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Coordination, Person
from carecompanion.language import _

WhoseTime = Literal["now", "before", "everyone"]


def coordinator_for(choice: WhoseTime, book: Book, today: date) -> str | None:
    """The id of the person whose time counts; None when everyone's does, and where the choice names nobody."""
    person = _person(choice, book, today)
    return person.id if person else None


def choices(book: Book, today: date) -> tuple[WhoseTime, ...]:
    """Those that exist: "now" when somebody is co-ordinator today, "before" when somebody else's time has ended."""
    every: tuple[WhoseTime, ...] = get_args(WhoseTime)
    return tuple(each for each in every if each == "everyone" or _person(each, book, today))


def usual(book: Book, today: date) -> WhoseTime:
    """Whose time is looked at when nothing is chosen: that of today's co-ordinator, or everyone's without one."""
    return "now" if book.coordination_on(today) else "everyone"


def whose_words(choice: WhoseTime, book: Book, today: date) -> str:
    """As in "Dana Whitfield, care co-ordinator", "Everyone who was your care co-ordinator"; unstopped."""
    role, person = first_line(role_word(book.settings)), _person(choice, book, today)
    if person is None:
        return (
            _("Everyone who was your {role}").format(role=role)
            if book.coordinations
            else _("No {role} is written down yet").format(role=role)
        )
    said = f"{first_line(person.name)}, {role}"
    return _("{said} before").format(said=said) if choice == "before" else said


def whose_short(choice: WhoseTime, book: Book, today: date) -> str:
    """The same where there is little room: as in "Dana Whitfield", "Everyone"; unstopped."""
    person = _person(choice, book, today)
    if person is None:
        return _("Everyone") if book.coordinations else _("Nobody yet")
    name = first_line(person.name)
    return _("{name}, before").format(name=name) if choice == "before" else name


def time_in_role(choice: WhoseTime, book: Book, today: date) -> tuple[Period, ...]:
    """The days up to today on which the chosen person held the role, the earliest first; () where nobody is chosen."""
    chosen = coordinator_for(choice, book, today)
    held = (one for one in book.coordinations.values() if one.person_id == chosen and one.began_on <= today)
    return tuple(
        Period(one.began_on, min(today, one.ended_on - timedelta(days=1)) if one.ended_on else today)
        for one in sorted(held, key=lambda one: one.began_on)
        if one.ended_on != one.began_on
    )


def _person(choice: WhoseTime, book: Book, today: date) -> Person | None:
    if choice == "now":
        return book.coordinator_on(today)
    before = _before(book, today) if choice == "before" else None
    return book.people.get(before.person_id) if before else None


def _before(book: Book, today: date) -> Coordination | None:
    """The last time as co-ordinator, of somebody else than today's, that was over before today's began, or by today."""
    now = book.coordination_on(today)
    until = now.began_on if now else today
    over = [
        (one.ended_on, one.began_on, one.id)
        for one in book.coordinations.values()
        if one.ended_on and one.began_on < one.ended_on <= until and (now is None or one.person_id != now.person_id)
    ]
    return book.coordinations[max(over)[2]] if over else None
