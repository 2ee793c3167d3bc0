"""The points of a review as they stand: what the journal brings, and what the person decided about each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from carecompanion.domain.records import Brought, Record, ReviewPoint
from carecompanion.domain.review import Review
from carecompanion.domain.review_open import StillOpen
from carecompanion.domain.review_questions import Question
from carecompanion.domain.review_sides import Matter, matter_of
from carecompanion.domain.vocabulary import ReviewSide

SIDES: tuple[ReviewSide, ...] = ("well", "better", "waiting", "ask")
"""The groups of points, in the order in which they are talked about: what is going well comes first, always."""

Source = Matter | StillOpen | Question


@dataclass(frozen=True, slots=True, repr=False)
class Item:
    """One point. `source` is what the journal brings, None for a point of the person's own.

    `point` is what they decided, None where nothing was; `brought` are the entries they brought along for it.
    `is_in` says whether it goes into the document, `place` where it stands on its side.
    """

    side: ReviewSide
    source: Source | None
    point: ReviewPoint | None
    brought: tuple[Record, ...]
    is_in: bool
    place: int

    @property
    def own_words(self) -> str:
        """The person's own words; "" where it stands as it was worked out."""
        return (self.point.text or "").strip() if self.point else ""

    @property
    def wish(self) -> str:
        """What they would like to happen; "" when that is not said."""
        return (self.point.wish or "").strip() if self.point else ""


def items(review: Review, points: Iterable[ReviewPoint]) -> tuple[Item, ...]:
    """Every point, side by side in the order of SIDES; on each side those of the person's own first, unless moved."""
    decided = {_key_of(point): point for point in sorted(points, key=_by_id, reverse=True)}
    found: defaultdict[ReviewSide, list[Item]] = defaultdict(list)
    suggested = [(side, source, decided.pop(_key(side, source), None)) for side, source in _suggested(review)]
    for own in sorted(decided.values(), key=_by_id):
        item = _of_their_own(own, review, len(found[own.side]))
        if item is not None:
            found[own.side].append(item)
    for side, source, point in suggested:
        found[side].append(Item(side, source, point, (), point is None or point.taken, _place(point, len(found[side]))))
    return tuple(item for side in SIDES for item in sorted(found[side], key=attrgetter("place")))


def name_of(point: Item | ReviewPoint) -> str:
    """What a point is known by, whatever is decided about it."""
    key: Key | str = ""
    if isinstance(point, Item) and point.source is not None:
        key = _key(point.side, point.source)
    elif (decided := point.point if isinstance(point, Item) else point) is not None:
        key = _key_of(decided)
    return key if isinstance(key, str) else ":".join((key[0], key[1] or "", *sorted(key[2])))


def decision(item: Item, review_id: str, key: str) -> ReviewPoint:
    """The record that holds what is decided about a point; a new one, with that id, where there was none."""
    if item.point is not None:
        return item.point
    _side, drawn_from, brought = _key(item.side, item.source) if item.source else (item.side, None, frozenset())
    entries = tuple(Brought(entry_id=each) for each in sorted(brought))
    return ReviewPoint(
        id=key, review_id=review_id, side=item.side, drawn_from=drawn_from, brought=entries, taken=item.is_in
    )


def moved(
    listed: tuple[Item, ...], item: Item, by: int, review_id: str, keys: Iterator[str]
) -> tuple[ReviewPoint, ...]:
    """What to keep so that a point stands so many places further down (or up, below 0) on its side; () at its end.

    The point itself comes first.
    """
    same = [each for each in listed if each.side == item.side]
    here = same.index(item)
    there = here + by
    if not 0 <= there < len(same):
        return ()
    same.insert(there, same.pop(here))
    places = {there: item} | {place: each for place, each in enumerate(same) if each.place != place}
    return tuple(replace(decision(each, review_id, next(keys)), place=place) for place, each in places.items())


Key = tuple[ReviewSide, str | None, frozenset[str]]


def _suggested(review: Review) -> Iterator[tuple[ReviewSide, Source]]:
    for side in SIDES:
        suggested: dict[ReviewSide, tuple[Source, ...]] = {
            "well": review.sides.well,
            "better": review.sides.better,
            "waiting": review.still_open,
            "ask": review.questions,
        }
        yield from ((side, source) for source in suggested[side])


def _key(side: ReviewSide, source: Source) -> Key:
    match source:
        case Matter():
            return side, source.measurement.id, frozenset()
        case StillOpen():
            return side, None, frozenset({source.record.id})
        case Question():
            return side, source.name, frozenset({source.entry_id} if source.entry_id else ())


def _key_of(point: ReviewPoint) -> Key | str:
    """What a point is about; one that is about nothing but its own words is only itself."""
    if point.drawn_from is None and not point.brought:
        return point.id
    return point.side, point.drawn_from, frozenset(each.entry_id for each in point.brought)


def _of_their_own(point: ReviewPoint, review: Review, number: int) -> Item | None:
    """A point that the journal does not bring by itself; None when there is nothing left that it says."""
    brought = tuple(record for each in point.brought if (record := review.book.record(each.entry_id)) is not None)
    source = _matter(point, review)
    if source is None and not (point.text or "").strip() and not (brought and point.drawn_from is None):
        return None
    return Item(point.side, source, point, brought, point.taken, _place(point, number))


def _matter(point: ReviewPoint, review: Review) -> Matter | None:
    """The figure that was brought along, as long as it counts something."""
    for trait in review.assessment.traits:
        for measurement in trait.measurements:
            if measurement.id == point.drawn_from and measurement.tally.of:
                return matter_of(trait, measurement, "met" if point.side == "well" else "missed")
    return None


def _place(point: ReviewPoint | None, number: int) -> int:
    """Where a point stands: where it was moved to, else as it comes."""
    return point.place if point is not None and point.place is not None else number


def _by_id(point: ReviewPoint) -> str:
    return point.id
