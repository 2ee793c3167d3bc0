"""What a person brings to a review: what is open, what to ask, which days, and what was agreed last time."""

from datetime import date, timedelta
from typing import Any

from carecompanion.domain.book import Book
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Contact, Point, Promise, Recipient, Record, Update
from carecompanion.domain.review import Review, prepare, usual_days
from carecompanion.domain.review_questions import NOT_AGREED
from carecompanion.domain.shareable import shareable
from tests.domain.given import agreed, at, book, new, replied, tried, visit, with_due_times

NOW = at("2026-03-12 14:20")
DAYS = Period(date(2025, 12, 12), date(2026, 3, 12))
ALL_AGREED: dict[str, Any] = {
    "reply_within": 24,
    "cover": "duty",
    "urgent_route": "111",
    "routes": ("text",),
    "meet_every_days": 14,
}
ROLE = "Who is my care co-ordinator?"
NEXT = "When will my next review be, after this one?"


def review(*records: Record, team: tuple[Record, ...] | None = None) -> Review:
    whole = with_due_times(book(*records) if team is None else book(*records, team=team))
    return prepare(shareable(whole), whole, DAYS, NOW)


def promise(made_on: str, text: str = "Will ring", **fields: object) -> Promise:
    return new(Promise, text=text, made_on=date.fromisoformat(made_on), **fields)


def point(raised_at: str, text: str, **fields: object) -> Point:
    return new(Point, text=text, raised_at=at(raised_at), **fields)


def asked(found: Review) -> tuple[str, ...]:
    return tuple(each.text for each in found.questions)


def open_things(*records: Record) -> list[str]:
    return [each.about for each in review(*records).still_open]


# still waiting for


def test_what_waits_is_replies_then_promises_then_points_each_the_oldest_first() -> None:
    letter, form = new(Contact, about="The letter"), new(Contact, about="The form")
    found = open_things(
        point("2026-02-01 10:00", "A copy of my plan"),
        point("2026-01-01 10:00", "A longer visit", outcome="not_yet"),
        promise("2026-03-03", "Will send the dates"),
        letter,
        tried(letter, "2026-03-11 10:00"),
        form,
        tried(form, "2026-03-10 10:00"),
    )
    assert found == ["The form", "The letter", "Will send the dates", "A longer visit", "A copy of my plan"]


def test_what_has_come_to_an_end_is_not_waited_for() -> None:
    letter = new(Contact, about="The letter")
    assert not open_things(
        letter,
        tried(letter, "2026-03-10 10:00"),
        replied(letter, "2026-03-10 12:00"),
        promise("2026-03-03", outcome="broken"),
        point("2026-02-01 10:00", "A copy", outcome="answered"),
        point("2026-02-01 10:00", "Another", outcome="no"),
    )


def test_what_lies_ahead_or_over_a_year_back_is_not_brought_up() -> None:
    assert open_things(promise("2026-03-13"), point("2026-03-12 14:21", "Later")) == []
    year = timedelta(days=366)
    kept = (promise(str(date(2026, 3, 12) - year), "Just within"), promise(str(date(2026, 3, 11) - year), "Too old"))
    assert open_things(*kept) == ["Just within"]


def test_the_same_words_are_waited_for_only_once() -> None:
    letter = new(Contact, about="The letter to my GP")
    asked = point("2026-03-11 10:00", "the letter to my GP")
    assert open_things(letter, tried(letter, "2026-03-11 10:00"), asked) == ["The letter to my GP"]


# questions


def test_everything_that_is_not_agreed_is_asked() -> None:
    assert asked(review()) == (*NOT_AGREED.values(), NEXT)
    assert asked(review(team=()))[0] == ROLE


def test_what_is_agreed_or_known_is_not_asked() -> None:
    reviews = [visit(f"2026-0{month}-26 10:00", "planned", kind="review") for month in (3, 9)]
    assert review(agreed(**ALL_AGREED), *reviews).questions == ()
    assert asked(review(agreed(**ALL_AGREED), reviews[0])) == (NEXT,)
    assert asked(review(agreed(**(ALL_AGREED | {"cover": " "})), *reviews)) == (NOT_AGREED["cover"],)


def test_what_the_journal_knows_is_not_asked_even_where_it_is_kept_out() -> None:
    reviews = [visit(f"2026-0{month}-26 10:00", "planned", kind="review", keep_out=True) for month in (3, 9)]
    assert review(agreed(**ALL_AGREED, keep_out=True), *reviews).questions == ()


def test_news_of_which_nobody_knows_whether_it_got_through_is_asked_after() -> None:
    def news(told_on: str, *knew: str | None, **fields: object) -> Update:
        people = zip(("dana", "okafor"), knew, strict=False)
        recipients = tuple(Recipient(person_id=who, knew=answer) for who, answer in people)  # type: ignore[arg-type]
        return new(Update, what="One tablet less", told_on=date.fromisoformat(told_on), recipients=recipients, **fields)

    known = (agreed(**ALL_AGREED), *(visit(f"2026-0{month}-26 10:00", "planned", kind="review") for month in (3, 9)))
    heard = review(*known, news("2026-03-01", "yes", None), news("2025-01-01", None))
    assert asked(heard) == ("Has Dr Okafor heard this news: One tablet less?",)
    assert review(*known, news("2026-03-01", None, keep_out=True)).questions == ()


# the review itself


def test_the_days_are_those_since_the_last_review_that_may_be_shared_else_three_months() -> None:
    last = visit("2025-10-10 14:00", kind="review")
    kept_out = visit("2026-01-10 14:00", kind="review", keep_out=True)
    assert usual_days(shareable(book(last, kept_out)), NOW) == Period(date(2025, 10, 10), date(2026, 3, 12))
    assert usual_days(Book(), NOW) == Period(date(2025, 12, 12), date(2026, 3, 12))


def test_what_was_agreed_last_time_comes_from_the_last_review_that_went_ahead() -> None:
    before = visit("2025-10-10 14:00", kind="review")
    last = visit("2026-02-10 14:00", kind="review")
    off = visit("2026-03-01 14:00", "cancelled_by_service", kind="review")
    said = promise("2026-02-10", appointment_id=last.id, outcome="kept")
    raised = point("2026-02-10 14:00", "A longer visit", appointment_id=last.id)
    older = promise("2025-10-10", appointment_id=before.id)
    assert review(before, last, off, said, raised, older).agreed == (said, raised)


def test_the_review_that_comes_is_the_nearest_planned_one() -> None:
    near, far = (visit(f"2026-0{month}-26 10:00", "planned", kind="review") for month in (3, 9))
    past = visit("2026-03-01 10:00", "planned", kind="review")
    assert review(far, past, near).coming == near
    assert review(past).coming is None
