"""The points of a review as they stand: what the journal brings, decided about, in its order."""

from dataclasses import replace
from itertools import count, pairwise

from carecompanion.domain.book import Book
from carecompanion.domain.records import Brought, CareReview, Note, Point, Record, ReviewPoint
from carecompanion.domain.review import prepare, usual_days
from carecompanion.domain.review_in_hand import points_of
from carecompanion.domain.review_items import SIDES, Item, decision, items, moved
from carecompanion.domain.review_questions import Question
from carecompanion.domain.review_sides import Matter
from carecompanion.domain.sample import sample_book
from carecompanion.domain.shareable import shareable
from tests.domain.given import at, book, new, visit

NOW = at("2026-03-12 14:20")
REVIEW = CareReview(id="00000000-0000-7000-8000-000000000001")
HARD, GOOD = new(Note, at=NOW, text="They forgot"), new(Note, at=NOW, text="They rang", kind="good")
LETTER = new(Point, text="A copy of my plan", raised_at=at("2026-03-01 10:00"))


def found(*records: Record, whole: Book | None = None) -> tuple[Item, ...]:
    whole = (whole or book(LETTER, HARD, GOOD)).keeping(REVIEW, *records)
    shared = shareable(whole)
    return items(prepare(shared, whole, usual_days(shared, NOW), NOW), points_of(REVIEW, shared))


def on(side: str, listed: tuple[Item, ...]) -> list[Item]:
    return [item for item in listed if item.side == side]


def point(**fields: object) -> ReviewPoint:
    return new(ReviewPoint, review_id=REVIEW.id, **fields)


def test_what_the_journal_brings_is_in_until_it_is_left_out() -> None:
    listed = found(whole=sample_book(NOW))
    assert [item.side for item in listed] == sorted((item.side for item in listed), key=SIDES.index)
    assert all(item.is_in and item.point is None for item in listed)
    assert [len(on(side, listed)) for side in SIDES[:2]] == [3, 2]
    for item in listed:
        again = found(new(Note, at=NOW, text="x"), _left_out(item), whole=sample_book(NOW))
        assert [each.is_in for each in again] == [each != item for each in listed]


def _left_out(item: Item) -> ReviewPoint:
    return replace(decision(item, REVIEW.id, "00000000-0000-7000-8000-000000000002"), taken=False)


def test_own_words_and_a_wish_stay_with_what_they_were_given_to() -> None:
    (waiting,) = on("waiting", found())
    said = decision(waiting, REVIEW.id, "00000000-0000-7000-8000-000000000003")
    reworded = point(side=said.side, brought=said.brought, text="My plan, please", wish="By Friday")
    (again,) = on("waiting", found(reworded))
    assert (again.own_words, again.wish, again.source) == ("My plan, please", "By Friday", waiting.source)


def test_own_points_stand_before_what_is_brought_in_the_order_in_which_they_were_written() -> None:
    first, second = point(side="waiting", text="The form"), point(side="waiting", text="The key")
    assert [item.own_words for item in on("waiting", found(second, first))] == ["The form", "The key", ""]


def test_an_entry_that_was_brought_along_stands_as_it_is_and_goes_with_it() -> None:
    brought = point(side="better", brought=(Brought(entry_id=HARD.id),))
    (item,) = on("better", found(brought))
    assert (item.brought, item.source) == ((HARD,), None)
    assert on("better", found(brought, Note(id=HARD.id, at=NOW, text="They forgot", keep_out=True))) == []


def test_a_figure_that_was_brought_along_is_one_as_long_as_it_counts_something() -> None:
    brought = point(side="better", drawn_from="listened")
    assert on("better", found(brought)) == []
    (item,) = on("better", found(brought, visit("2026-03-03 10:00", listened="yes")))
    assert isinstance(item.source, Matter)
    assert (item.source.measurement.id, item.source.examples) == ("listened", ())


def test_what_is_said_in_own_words_stays_when_what_it_was_about_has_gone() -> None:
    reworded = point(side="waiting", brought=(Brought(entry_id=LETTER.id),), text="My plan")
    answered = Point(id=LETTER.id, text="A copy", raised_at=LETTER.raised_at, outcome="answered")
    (item,) = on("waiting", found(reworded, answered))
    assert (item.own_words, item.source) == ("My plan", None)
    left = point(side="waiting", drawn_from="nothing known")
    assert on("waiting", found(left, answered)) == []


def test_a_point_moves_within_its_side_and_no_further() -> None:
    listed = found()
    asked = on("ask", listed)
    assert len(asked) > 3
    keys = (f"00000000-0000-7000-8000-0000000001{n:02}" for n in count())
    assert moved(listed, asked[0], -1, REVIEW.id, keys) == ()
    assert moved(listed, asked[-1], 1, REVIEW.id, keys) == ()
    kept = moved(listed, asked[1], -1, REVIEW.id, keys)
    assert len(kept) == 2
    again = on("ask", found(*kept))
    assert [_name(item) for item in again] == [_name(asked[n]) for n in (1, 0, *range(2, len(asked)))]
    back = moved(tuple(again), again[0], 2, REVIEW.id, keys)
    assert [_name(item) for item in on("ask", found(*kept, *back))][:3] == [_name(asked[n]) for n in (0, 2, 1)]


def _name(item: Item) -> str:
    assert isinstance(item.source, Question)
    return item.source.name


def test_moving_every_point_to_the_top_turns_the_order_round() -> None:
    kept: dict[str, ReviewPoint] = {}
    keys = (f"00000000-0000-7000-8000-0000000002{n:02}" for n in count())
    before = [_name(item) for item in on("ask", found())]
    for place in range(1, len(before)):
        for up in range(place):
            listed = found(*kept.values())
            kept |= {each.id: each for each in moved(listed, on("ask", listed)[place - up], -1, REVIEW.id, keys)}
    after = on("ask", found(*kept.values()))
    assert [_name(item) for item in after] == before[::-1]
    assert all(one.place < other.place for one, other in pairwise(after))
