"""The document for a review: one page to talk from, then the evidence behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.days import WEEKDAYS
from carecompanion.domain.lines import first_line
from carecompanion.domain.outcomes import outcome
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Promise
from carecompanion.domain.review import Review, prepare, usual_days
from carecompanion.domain.review_sides import Matter
from carecompanion.domain.shareable import shareable
from carecompanion.domain.vocabulary import DatesAs, NamesAs
from carecompanion.domain.wording import agreement_lines, at_start, called, role_word, visitor
from carecompanion.sharing.document import (
    Block,
    Bullets,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Room,
    Table,
)
from carecompanion.sharing.named_as import named_as
from carecompanion.sharing.own_hand import FELT, NOT_EVERYTHING, dated, felt, figure, recorded
from carecompanion.sharing.plain_lines import stopped
from carecompanion.sharing.review_evidence import evidence
from carecompanion.sharing.review_words import listed, open_words, short

TITLE = "For my care review"
WISHED = "What I would like to happen"
OWN_POINTS = "Nothing stands out in these days. There is room for my own points."
MORE = "And {} more."
MOST_OPEN, MOST_QUESTIONS, MOST_AGREED, MOST_DAYS = 5, 5, 3, 3
"""More than so many do not go on the first page."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How names and dates stand in a document."""

    names: NamesAs = "written"
    dates: DatesAs = "exact"


def review_document(book: Book, days: Period | None, now: datetime, choices: Choices) -> Document:
    """The document of a review over these days, or over the usual ones; nothing kept out or private is in it."""
    shared = named_as(shareable(book), choices.names, book.day_of(now))
    review = prepare(shared, book, days or usual_days(shared, now), now)
    return Document(TITLE, (*_first_page(review, choices.dates), PageBreak(), *evidence(review, choices.dates)))


def _first_page(review: Review, dates: DatesAs) -> Iterator[Block]:
    yield from _when_and_who(review, dates)
    yield Heading("What is going well")
    for matter in review.sides.well:
        yield Bullets((_matter(matter, "So", review, dates),))
    yield from _own_points(review.sides.well)
    yield Heading("What could be better")
    for matter in review.sides.better:
        yield Bullets((_matter(matter, "Not so", review, dates),))
        yield Room(WISHED)
    yield from _own_points(review.sides.better)
    yield from _listed("What I am still waiting for", (open_words(each, review, dates) for each in review.still_open))
    yield from _listed("Agreed last time, and what came of it", _agreed(review), MOST_AGREED)
    yield from _listed("Questions to ask", review.questions, MOST_QUESTIONS, numbered=True)
    yield Heading("How and when we are in touch")
    yield Paragraph(_in_touch(review))
    yield Room("Who I want there")
    yield Heading("What we agree to do")
    yield Table(("Action", "Who", "By when"), (("", "", ""),) * 4)


def _when_and_who(review: Review, dates: DatesAs) -> Iterator[Block]:
    coming, book = review.coming, review.book
    if coming is None:
        yield Room("When, and with whom")
    else:
        local = book.local(coming.planned_at)
        day = dated(local.date(), dates)
        when = f"{WEEKDAYS[local.weekday()]} {day} at {local:%H:%M}" if dates == "exact" else at_start(day)
        place = " ".join((coming.place or "").split())
        said = ", ".join(part for part in (when, short(place), f"with {short(visitor(coming, book))}") if part)
        yield Paragraph(stopped(said))
    covered = f"It covers {dated(review.days.first, dates)} to {dated(review.days.last, dates)}."
    yield Paragraph(f"From my own journal. {covered} {NOT_EVERYTHING}", quiet=True)


def _matter(matter: Matter, so: str, review: Review, dates: DatesAs) -> str:
    """As in "I felt listened to (how it felt to me): recorded 2 of 6 times. Not so on 3 March." """
    label = f" ({FELT})" if felt(matter.trait.id) else ""
    days = list(dict.fromkeys(dated(each.on, dates, review.days.last.year) for each in matter.examples[:MOST_DAYS]))
    partly = ", or only partly," if matter.is_in_part else ""
    when = f"{so}{partly} {'on' if dates == 'exact' else 'in'} {listed(days)}"
    return f"{short(figure(matter.measurement))}{label}: {recorded(matter.measurement.tally)}. {when}."


def _own_points(matters: tuple[Matter, ...]) -> Iterator[Block]:
    """Room for the person's own points where the journal brings none."""
    if not matters:
        yield Paragraph(OWN_POINTS)
        yield Room(lines=2)


def _listed(heading: str, items: Iterable[str], most: int = MOST_OPEN, *, numbered: bool = False) -> Iterator[Block]:
    """Things under a heading, as many as go on one page; nothing at all when there are none."""
    found = tuple(items)
    if not found:
        return
    yield Heading(heading)
    yield Bullets(tuple(map(short, found[:most])), numbered)
    if len(found) > most:
        yield Paragraph(MORE.format(f"{len(found) - most:,}"))


def _agreed(review: Review) -> Iterator[str]:
    for each in review.agreed:
        by = f"{called(review.book, each.by_person_id)} promised" if isinstance(each, Promise) else "I asked for"
        yield f"{by}: {first_line(each.text)} – {outcome(each, review.book, review.now).text}"


def _in_touch(review: Review) -> str:
    """What is agreed about getting in touch, and whether it is still right."""
    if review.agreement is None:
        return f"Nothing is written down as agreed with my {role_word(review.book.settings)} yet."
    lines = dict(agreement_lines(review.agreement, review.book))
    lines.pop("Agreed on", None)
    said = " ".join(stopped(f"{label}: {short(text)}") for label, text in lines.items())
    return f"{said} Is this still right?"
