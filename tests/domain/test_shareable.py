"""What of a journal may be shared."""

from dataclasses import replace
from datetime import date

from carecompanion.domain.book import Book
from carecompanion.domain.names import called
from carecompanion.domain.records import (
    Appointment,
    Brought,
    CareReview,
    Contact,
    LeftOut,
    Note,
    Person,
    Point,
    Promise,
    Record,
    ReviewPoint,
)
from carecompanion.domain.shareable import reviewed_again, shareable
from tests.domain.given import DANA, TEAM, new, replied, tried, utc

BEGAN = utc("2026-03-09 09:12")


def shared(*records: Record) -> Book:
    return shareable(Book().keeping(*TEAM, *records))


def test_what_is_kept_out_is_not_there_and_nothing_points_at_it() -> None:
    visit = new(Appointment, planned_at=BEGAN, keep_out=True)
    point = new(Point, text="The letter", raised_at=BEGAN, appointment_id=visit.id)
    book = shared(visit, point, new(Note, at=BEGAN, text="Mine", keep_out=True))
    assert (dict(book.appointments), dict(book.notes)) == ({}, {})
    assert book.points[point.id].appointment_id is None


def test_private_words_are_gone_and_the_entry_stays() -> None:
    promise = new(Promise, text="Will ring", made_on=date(2026, 3, 3), private="Mine")
    assert shared(promise).promises[promise.id].private is None


def test_a_contact_goes_whole_when_a_part_of_it_is_kept_out() -> None:
    contact = new(Contact, about="The letter")
    answer = replied(contact, "2026-03-10 09:12", keep_out=True)
    book = shared(contact, tried(contact, "2026-03-09 09:12"), answer)
    assert [dict(book.contacts), dict(book.attempts), dict(book.replies)] == [{}, {}, {}]


def test_somebody_kept_out_loses_name_and_role_but_not_what_they_did() -> None:
    hidden = Person(id="okafor", name="Dr Okafor", role="psychiatrist", phone="0123", keep_out=True)
    promise = new(Promise, text="Will ring", made_on=date(2026, 3, 3), by_person_id="okafor")
    book = shared(hidden, promise)
    assert called(book, book.promises[promise.id].by_person_id) == "The team"
    assert (book.people["okafor"].role, book.people["okafor"].phone) == ("", None)
    assert book.people["dana"] == DANA


def test_an_entry_left_out_of_a_trait_stays_left_out_without_the_reason() -> None:
    point = new(Point, text="The letter", raised_at=BEGAN)
    out = new(LeftOut, entry_id=point.id, trait="listening", reason="Mine", left_out_at=BEGAN, keep_out=True)
    assert shared(point, out).left_out[out.id].reason == ""


def test_once_only_reviews_are_another_the_rest_need_not_be_looked_through_again() -> None:
    note = new(Note, at=BEGAN, text="They forgot")
    hidden = new(Note, at=BEGAN, text="Mine", keep_out=True)
    review, other = new(CareReview, private="Mine"), new(CareReview, keep_out=True)
    points = [
        new(ReviewPoint, review_id=review.id, side="well", text="One", private="Mine"),
        new(ReviewPoint, review_id=review.id, side="well", brought=brought(note, hidden)),
        new(ReviewPoint, review_id=review.id, side="well", text="Out", keep_out=True),
        new(ReviewPoint, review_id=other.id, side="well", text="With it"),
    ]
    before = Book().keeping(*TEAM, note, hidden, review, other, points[0])
    for after in (
        before.keeping(*points),
        before.without(points[0], review),
        before.keeping(replace(other, keep_out=False), *points),
        before.keeping(replace(review, keep_out=True), *points),
    ):
        assert reviewed_again(shareable(before), after) == shareable(after)


def brought(*records: Record) -> tuple[Brought, ...]:
    return tuple(Brought(entry_id=each.id) for each in records)
