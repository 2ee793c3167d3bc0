"""Going through a review together: what is asked, what stands there already, and what an answer keeps."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, TypeVar

from carecompanion.domain.book import Book
from carecompanion.domain.records import CareReview, Record, ReviewPoint
from carecompanion.domain.review import Review
from carecompanion.domain.review_in_hand import points_of, review_to_keep
from carecompanion.domain.review_items import Item, decision, items
from carecompanion.domain.review_sides import Matter
from carecompanion.language import _

Single = Literal["matters_most", "who_there", "say_first"]
Side = Literal["well", "better"]
MOST = 8
"""So many points of one side are gone through; the rest stand on the page of the review."""
R = TypeVar("R", CareReview, ReviewPoint)


@dataclass(frozen=True, slots=True, repr=False)
class Question:
    """One question: its name, its words, what helps to answer it, and what the answer is called once it is there."""

    name: Single | Side | Literal["help"]
    asked: str
    helping: str
    called: str


QUESTIONS: tuple[Question, ...] = (
    Question(
        "matters_most",
        _("What matters most to you?"),
        _("One or two sentences are enough."),
        _("What matters most to you"),
    ),
    Question(
        "well",
        _("What has gone well?"),
        _("Small things count. Write one thing at a time."),
        _("What has gone well"),
    ),
    Question(
        "better",
        _("What could be better?"),
        _("Say what happened, and why it matters to you. Write one thing at a time."),
        _("What could be better"),
    ),
    Question(
        "help",
        _("What would help?"),
        _("Say what you would like to happen. Something that can be done soon works best."),
        _("What would help"),
    ),
    Question(
        "who_there",
        _("Who should be there?"),
        _("You can bring someone you trust, and you can ask for an advocate."),
        _("Who should be there"),
    ),
    Question(
        "say_first",
        _("What will you say first?"),
        _("You can read it out. Nobody minds."),
        _("What you will say first"),
    ),
)


@dataclass(frozen=True, slots=True, repr=False)
class Going:
    """A review as it is gone through: its record, whether that is kept just so, and the points that are in."""

    record: CareReview
    is_kept: bool
    items: tuple[Item, ...]

    def own(self, side: Side) -> tuple[Item, ...]:
        """The last of the person's own points on one side."""
        return tuple(item for item in self.items if item.side == side and _is_own(item))[-MOST:]

    def brought(self, side: Side) -> tuple[Item, ...]:
        """The points that rest on entries of the journal."""
        return tuple(item for item in self.items if item.side == side and not _is_own(item))

    def many(self, side: Side) -> int:
        """How many points there are on one side."""
        return sum(item.side == side for item in self.items)


@dataclass(frozen=True, slots=True, repr=False)
class Slot:
    """Room for one answer: `text` stands in it, `item` is the point that is about; None where there is none yet."""

    question: Question
    text: str = ""
    item: Item | None = None

    @property
    def key(self) -> str:
        """What tells it from the others of its question; "" for something new."""
        if self.item is None:
            return ""
        source, point = self.item.source, self.item.point
        return source.measurement.id if isinstance(source, Matter) else point.id if point else ""


@dataclass(frozen=True, slots=True, repr=False)
class Kept:
    """What an answer comes to: the records to keep, and those that go."""

    records: tuple[Record, ...]
    going: tuple[Record, ...] = ()


def going(review: Review, book: Book, now: datetime, key: str) -> Going:
    """The review in hand as the whole book has it; a new one, with that id, before there is any."""
    record = review_to_keep(book, now, key)
    points = [point for point in points_of(record, book) if not point.keep_out]
    listed = tuple(item for item in items(review, points) if item.is_in)
    return Going(record, book.reviews.get(record.id) == record, listed)


def slots(question: Question, found: Going) -> tuple[Slot, ...]:
    """The room there is for answers to a question, one after the other."""
    match question.name:
        case "well" | "better" as side:
            own = found.own(side)
            return (*(Slot(question, (item.point and item.point.text) or "", item) for item in own), Slot(question))
        case "help":
            better = (*found.brought("better"), *found.own("better"))
            wishes = tuple(Slot(question, (item.point and item.point.wish) or "", item) for item in better)
            return wishes[:MOST] or (Slot(question),)
        case name:
            text: str | None = getattr(found.record, name)
            return (Slot(question, text or ""),)


def first_open(rooms: tuple[Slot, ...]) -> int:
    """Where a question begins: at the first that holds nothing yet, else at the first."""
    return next((place for place, slot in enumerate(rooms) if not slot.text.strip()), 0)


def answer(slot: Slot, text: str, found: Going, now: datetime, keys: Callable[[], str], by: str = "") -> Kept | None:
    """What it means to put this text there; None when it says no more than before. `by` is a supporter's name."""
    words = text if text.strip() else None
    if words == (slot.text or None):
        return None
    record, point, name = found.record, slot.item.point if slot.item else None, slot.question.name
    if name not in ("well", "better", "help"):
        given: dict[str, Any] = {name: words}
        return Kept((_stamped(replace(record, **given), now, by),))
    beside = () if found.is_kept else (_stamped(record, now, by),)
    if name == "help" and slot.item is not None:
        wished = replace(decision(slot.item, record.id, keys()), wish=words)
        return Kept((*beside, _stamped(wished, now, by)))
    if point is None:
        side: Side = "well" if name == "well" else "better"
        return Kept((*beside, _stamped(ReviewPoint(id=keys(), review_id=record.id, side=side, text=words), now, by)))
    if words is None:
        return Kept(beside, (point,))
    return Kept((*beside, _stamped(replace(point, text=words), now, by)))


def _stamped(record: R, now: datetime, by: str) -> R:
    return replace(record, written_at=record.written_at or now, written_by=by or record.written_by)


def _is_own(item: Item) -> bool:
    return item.source is None and not item.brought
