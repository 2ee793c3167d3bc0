"""The document for a review: one page to talk from, then the evidence behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from carecompanion.domain.agreed import AGREED_ON
from carecompanion.domain.book import Book
from carecompanion.domain.days import WEEKDAYS
from carecompanion.domain.lines import first_line
from carecompanion.domain.outcomes import outcome
from carecompanion.domain.periods import Period
from carecompanion.domain.records import CareReview, Promise
from carecompanion.domain.review import Review, prepare, usual_days
from carecompanion.domain.review_in_hand import days_of, points_of, review_in_hand
from carecompanion.domain.review_items import Item, items
from carecompanion.domain.shareable import shareable
from carecompanion.domain.vocabulary import DatesAs, NamesAs, ReviewSide
from carecompanion.domain.wording import agreement_lines, at_start, called, role_word, visitor
from carecompanion.language import _
from carecompanion.sharing.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Room, Table
from carecompanion.sharing.named_as import named_as
from carecompanion.sharing.own_hand import NOT_EVERYTHING, dated
from carecompanion.sharing.plain_lines import stopped
from carecompanion.sharing.review_evidence import evidence
from carecompanion.sharing.review_words import MOST_POINTS, point_words, short

TITLE = _("For my care review")
WISHED = _("What I would like to happen")
OWN_POINTS = _("Nothing stands out in these days. There is room for my own points.")
MORE = _("And {} more, on the pages behind.")
HEADINGS: dict[ReviewSide, str] = {
    "well": _("What is going well"),
    "better": _("What could be better"),
    "waiting": _("What I am still waiting for"),
    "ask": _("Questions to ask"),
}
MOST_AGREED = 3
"""More than so much of last time does not go on the first page."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How names and dates stand in a document."""

    names: NamesAs = "written"
    dates: DatesAs = "exact"


@dataclass(frozen=True, slots=True, repr=False)
class Prepared:
    """A review with what the person decided about it: `record` is what they wrote, None before anything."""

    review: Review
    record: CareReview | None
    items: tuple[Item, ...]

    def on(self, side: ReviewSide) -> tuple[Item, ...]:
        """The points of one side that go into the document."""
        return tuple(item for item in self.items if item.side == side and item.is_in)


def prepared(shared: Book, whole: Book, days: Period | None, now: datetime) -> Prepared:
    """The review in hand, over these days, or those it looks at, or the usual ones; of `shared` words alone."""
    of_record = days_of(review_in_hand(shared, now), shared.day_of(now))
    return decided(prepare(shared, whole, days or of_record or usual_days(shared, now), now), shared)


def decided(review: Review, shared: Book) -> Prepared:
    """A review with what is decided about it in a book; nothing else of the book may be another than the review's."""
    record = review_in_hand(shared, review.now)
    return Prepared(review, record, items(review, points_of(record, shared)))


def review_document(book: Book, days: Period | None, now: datetime, choices: Choices) -> Document:
    """The document of the review in hand; nothing kept out or private is in it. `days` as in prepared()."""
    shared = named_as(shareable(book), choices.names, book.day_of(now))
    return document_of(prepared(shared, book, days, now), choices.dates)


def document_of(found: Prepared, dates: DatesAs) -> Document:
    """The document of what was prepared."""
    return Document(TITLE, (*_first_page(found, dates), PageBreak(), *evidence(found.review, found.items, dates)))


def _first_page(found: Prepared, dates: DatesAs) -> Iterator[Block]:
    review, record = found.review, found.record
    yield from _when_and_who(review, dates)
    yield from _said(_("What matters most to me"), record.matters_most if record else None)
    for side in ("well", "better"):
        yield Heading(HEADINGS[side])
        yield from _points(found, side, dates)
    yield from _listed("waiting", found, dates)
    yield from _agreed(review)
    yield from _listed("ask", found, dates)
    yield Heading(_("How and when we are in touch"))
    yield Paragraph(_in_touch(review))
    yield from _said(_("Who I want there"), record.who_there if record else None) or (Room(_("Who I want there")),)
    yield Heading(_("What we agree to do"))
    yield Table((_("Action"), _("Who"), _("By when")), (("", "", ""),) * 3)


def _when_and_who(review: Review, dates: DatesAs) -> Iterator[Block]:
    coming, book = review.coming, review.book
    if coming is None:
        yield Room(_("When, and with whom"))
    else:
        local = book.local(coming.planned_at)
        day = dated(local.date(), dates)
        when = (
            _("{weekdays} {day} at {local:%H:%M}").format(weekdays=WEEKDAYS[local.weekday()], day=day, local=local)
            if dates == "exact"
            else at_start(day)
        )
        place = " ".join((coming.place or "").split())
        said = ", ".join(
            part for part in (when, short(place), _("with {short}").format(short=short(visitor(coming, book)))) if part
        )
        yield Paragraph(stopped(said))
    covered = _("It covers {first} to {last}.").format(
        first=dated(review.days.first, dates), last=dated(review.days.last, dates)
    )
    yield Paragraph(
        _("From my own journal. {covered} {not_everything}").format(covered=covered, not_everything=NOT_EVERYTHING),
        quiet=True,
    )


def _said(label: str, text: str | None) -> tuple[Block, ...]:
    """What the person wrote, after a few words that say about what; () for nothing."""
    return (Paragraph(f"{label}: {text.strip()}"),) if text and text.strip() else ()


def _points(found: Prepared, side: ReviewSide, dates: DatesAs) -> Iterator[Block]:
    """Points one by one, each with what the person would like; room for their own where there are none."""
    points = found.on(side)
    for item in points[:MOST_POINTS]:
        yield Bullets((point_words(item, found.review, dates),))
        if item.wish:
            yield Paragraph(f"{WISHED}: {item.wish}")
        elif side == "better":
            yield Room(WISHED)
    if not points:
        yield Paragraph(OWN_POINTS)
        yield Room(lines=2)
    yield from _more(len(points))


def _listed(side: ReviewSide, found: Prepared, dates: DatesAs) -> Iterator[Block]:
    """Points under their heading, as many as go on one page; nothing at all when there are none."""
    points = found.on(side)
    if not points:
        return
    yield Heading(HEADINGS[side])
    words = tuple(_with_wish(short(point_words(each, found.review, dates)), each) for each in points[:MOST_POINTS])
    yield Bullets(words, numbered=side == "ask")
    yield from _more(len(points))


def _with_wish(said: str, item: Item) -> str:
    return f"{stopped(said)} {WISHED}: {item.wish}" if item.wish else said


def _more(many: int) -> Iterator[Block]:
    if many > MOST_POINTS:
        yield Paragraph(MORE.format(f"{many - MOST_POINTS:,}"))


def _agreed(review: Review) -> Iterator[Block]:
    """What was agreed last time, and what came of it."""
    said = []
    for each in review.agreed[:MOST_AGREED]:
        by = (
            _("{called} promised").format(called=called(review.book, each.by_person_id))
            if isinstance(each, Promise)
            else _("I asked for")
        )
        said.append(short(f"{by}: {first_line(each.text)} – {outcome(each, review.book, review.now).text}"))
    if said:
        yield Heading(_("Agreed last time, and what came of it"))
        yield Bullets(tuple(said))


def _in_touch(review: Review) -> str:
    """What is agreed about getting in touch, and whether it is still right."""
    if review.agreement is None:
        return _("Nothing is written down as agreed with my {role_word} yet.").format(
            role_word=role_word(review.book.settings)
        )
    lines = dict(agreement_lines(review.agreement, review.book))
    lines.pop(AGREED_ON, None)
    said = " ".join(stopped(f"{label}: {short(text)}") for label, text in lines.items())
    return _("{said} Is this still right?").format(said=said)
