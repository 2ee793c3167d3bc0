"""The letters as plain lines: which there are and where each stands, and one of them whole with what comes next."""

from collections.abc import Iterator
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.concern_routes import ConcernRoute, country
from carecompanion.domain.letter_course import coming, happened, standing
from carecompanion.domain.letter_words import subject, to_whom
from carecompanion.domain.moments import long_day
from carecompanion.domain.records import Letter
from carecompanion.language import _
from carecompanion.sharing.document import Document
from carecompanion.sharing.plain_lines import plain, stopped, under
from carecompanion.sharing.routes import checked, route_heading, route_of, route_rows
from carecompanion.sharing.text import spoken

TITLE = _("Letters")
NONE = _("There are no letters yet.")
KEPT_OUT = _("This letter is kept out of anything you share, so there is no copy of it.")
WITH_ROUTE = frozenset({"concern", "change"})
"""The letters beside which the route stands."""


def numbered(book: Book) -> list[Letter]:
    """The letters in the order in which they were begun, so that a number stays what it is."""
    return sorted(book.letters.values(), key=lambda each: (each.begun_on, each.id))


def route_beside(letter: Letter, book: Book) -> ConcernRoute | None:
    """The route that stands beside a letter; None for one that takes none, or where its country is not known."""
    where = country(book, letter)
    return route_of(where) if where and letter.kind in WITH_ROUTE else None


def spoken_letters(book: Book, now: datetime) -> tuple[str, ...]:
    """Each letter by its number, what it is, to whom, and where it stands."""
    found = [_line(number, each, book, now) for number, each in enumerate(numbered(book), 1)]
    return plain([[TITLE], found or [NONE]])


def spoken_letter(letter: Letter, document: Document | None, book: Book, now: datetime) -> tuple[str, ...]:
    """A letter whole, then what happened to it, what usually comes next, and the route."""
    words = spoken(document) if document else (KEPT_OUT,)
    route = route_beside(letter, book)
    return (
        *words,
        "",
        *plain(
            [
                under(_("Where it stands"), (stopped(standing(letter, book, now)),)),
                under(_("What came of it"), map(stopped, _happened(letter, book, now))),
                under(_("What comes next"), coming(letter, book, now, route)),
                [] if route is None else _route(route),
            ]
        ),
    )


def _line(number: int, letter: Letter, book: Book, now: datetime) -> str:
    to = to_whom(letter).rstrip(".")
    said = subject(letter.kind, book.settings)
    said = _("{said}, to {to}").format(said=said, to=to) if to else said
    return f"{number}. {stopped(said)} {stopped(standing(letter, book, now))}"


def _happened(letter: Letter, book: Book, now: datetime) -> Iterator[str]:
    for each in happened(letter, book):
        parts = (each.what, each.note, long_day(each.on, book.day_of(now)))
        yield " ".join(stopped(part) for part in parts if part)


def _route(route: ConcernRoute) -> Iterator[str]:
    yield route_heading(route)
    yield from (stopped(f"{label}: {words}") for label, words in route_rows(route))
    yield checked(route)
