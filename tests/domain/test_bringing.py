"""What stands for an entry at a review, in which group, and whether it is there already."""

from datetime import date

import pytest

from carecompanion.domain.bringing import figure_of, side_for, side_of_figure, stands_for, there
from carecompanion.domain.evidence import Measurement
from carecompanion.domain.records import (
    Agreement,
    Appointment,
    Brought,
    CareReview,
    Change,
    Contact,
    Note,
    Person,
    Point,
    Promise,
    Record,
    ReviewPoint,
)
from carecompanion.domain.review import prepare, usual_days
from carecompanion.domain.review_items import items
from carecompanion.domain.sample import sample_book
from carecompanion.domain.shareable import shareable
from carecompanion.domain.vocabulary import ReviewSide
from tests.domain.given import at, book, new, replied, tried, visit

NOW = at("2026-03-12 14:20")
WAITING, ANSWERED = new(Contact, about="The letter"), new(Contact, about="The form")
FIRST, AGAIN = tried(WAITING, "2026-03-09 09:00"), tried(WAITING, "2026-03-10 09:00")
ASKED = tried(ANSWERED, "2026-03-09 09:00")
REPLY = replied(ANSWERED, "2026-03-09 12:00")
NOTE = new(Note, at=NOW, text="x")
PERSON = new(Person, name="Sam", role="")
AGREED = new(Agreement, starts_on=date(2026, 1, 1))
BOOK = book(WAITING, ANSWERED, FIRST, AGAIN, ASKED, REPLY, NOTE, PERSON, AGREED)


@pytest.mark.parametrize(
    ("record", "entry"),
    [
        (WAITING, FIRST),
        (FIRST, FIRST),
        (AGAIN, FIRST),
        (ANSWERED, ASKED),
        (ASKED, ASKED),
        (REPLY, REPLY),
        (NOTE, NOTE),
        (PERSON, None),
        (AGREED, None),
    ],
)
def test_a_contact_that_waits_is_one_thing_however_often_it_was_tried(record: Record, entry: Record | None) -> None:
    assert stands_for(record, BOOK, NOW) == entry


MADE = {"text": "Will ring", "made_on": date(2026, 3, 1)}
ASKED_FOR = {"text": "The plan", "raised_at": at("2026-03-01 10:00")}
SIDES: list[tuple[Record, ReviewSide]] = [
    (FIRST, "waiting"),
    (ASKED, "ask"),
    (new(Promise, **MADE), "waiting"),
    (new(Promise, **MADE, outcome="kept"), "well"),
    (new(Promise, **MADE, outcome="late"), "better"),
    (new(Promise, **MADE, outcome="broken"), "better"),
    (new(Point, **ASKED_FOR), "waiting"),
    (new(Point, **ASKED_FOR, outcome="not_yet"), "waiting"),
    (new(Point, **ASKED_FOR, outcome="answered"), "well"),
    (new(Point, **ASKED_FOR, outcome="no"), "better"),
    (new(Note, at=NOW, text="x", kind="good"), "well"),
    (new(Note, at=NOW, text="x", kind="hard"), "better"),
    (NOTE, "ask"),
    (new(Appointment, planned_at=at("2026-03-20 10:00")), "ask"),
    (visit("2026-03-03 10:00", status="they_did_not_come"), "better"),
    (new(Change, what="Visits move", effective_on=date(2026, 3, 1), never_told=True), "better"),
]


@pytest.mark.parametrize(("record", "side"), SIDES)
def test_the_likeliest_group_follows_how_it_came_out(record: Record, side: ReviewSide) -> None:
    assert side_for(record, BOOK.keeping(record), NOW) == side


def test_a_figure_goes_well_when_it_was_met_more_often_than_not() -> None:
    for answers, side in (("yn", "better"), ("yyn", "well"), ("yp", "well"), ("pn", "better"), ("p", "better")):
        words = {"y": "yes", "n": "no", "p": "partly"}
        visits = [visit(f"2026-03-0{n} 10:00", listened=words[each]) for n, each in enumerate(answers, 1)]
        found = _figure("listened", *visits)
        assert found is not None
        assert side_of_figure(found) == side, answers
    assert _figure("listened") is None


def _figure(name: str, *records: Record) -> Measurement | None:
    whole = book(*records)
    return figure_of(name, prepare(shareable(whole), whole, usual_days(whole, NOW), NOW).assessment)


def test_what_is_there_is_found_by_its_entry_or_its_figure() -> None:
    whole = sample_book(NOW)
    shared = shareable(whole)
    review = prepare(shared, whole, usual_days(shared, NOW), NOW)
    held = CareReview(id="00000000-0000-7000-8000-000000000001")
    good = next(each for each in whole.notes.values() if each.kind == "good" and not each.keep_out)
    brought = new(ReviewPoint, review_id=held.id, side="ask", brought=(Brought(entry_id=good.id),), text="This")
    listed = items(review, [brought])
    assert there(good.id, items(review, ())) is None
    assert (found := there(good.id, listed)) is not None
    assert found.own_words == "This"
    for item in review.sides.well:
        assert there(item.measurement.id, listed) is not None
    for each in review.still_open:
        assert there(each.record.id, listed) is not None
    assert there("put_right", listed) is None
