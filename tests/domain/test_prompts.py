"""What Today asks: at most one thing, nothing that is long past, and nothing that was put off."""

from datetime import timedelta

import pytest

from carecompanion.domain.prompts import prompt
from carecompanion.domain.records import Point, Promise, Recipient, Record, Update
from tests.domain.given import at, book, day, new, visit

NOW = at("2026-03-12 14:20")
VISIT = visit("2026-03-11 10:00", "planned")
PROMISE = new(Promise, text="Will ring", made_on=day("2026-03-01"), due_on=day("2026-03-11"), by_person_id="dana")
NEWS = new(Update, what="New tablets", told_on=day("2026-03-05"), recipients=(Recipient(person_id="okafor"),))
POINT = new(Point, text="A copy of my plan", raised_at=at("2026-03-02 10:00"))


def sentence(*records: Record, put_off: tuple[Record, ...] = ()) -> str | None:
    """What is asked on Thursday 12 March 2026 at 14:20."""
    asked = prompt(book(*records), NOW, {record.id for record in put_off})
    return asked.sentence if asked else None


@pytest.mark.parametrize(
    ("planned_at", "asked"),
    [
        ("2026-03-12 14:20", "Say how today's visit with Dana went"),
        ("2026-03-11 14:00", "Say how yesterday's visit with Dana went"),
        ("2026-03-10 14:00", "Say how Tuesday's visit with Dana went"),
        ("2026-03-05 00:00", "Say how last Thursday's visit with Dana went"),
        ("2026-03-04 23:59", None),
        ("2026-03-12 14:21", None),
    ],
)
def test_a_visit_not_yet_told_is_asked_about_for_a_week(planned_at: str, asked: str | None) -> None:
    assert sentence(visit(planned_at, "planned")) == asked


def test_the_oldest_visit_comes_first_and_none_that_is_told() -> None:
    older, newer, told = visit("2026-03-10 09:00", "planned"), VISIT, visit("2026-03-09 09:00")
    asked = prompt(book(told, newer, older), NOW)
    assert asked is not None
    assert (asked.record, asked.aside) == (older, "five quick questions")
    assert sentence(told) is None


@pytest.mark.parametrize(
    ("due_on", "is_asked"),
    [("2026-03-12", False), ("2026-03-11", True), ("2026-02-26", True), ("2026-02-25", False)],
)
def test_a_promise_is_asked_about_once_its_day_has_gone_and_for_two_weeks(due_on: str, is_asked: bool) -> None:
    promise = new(Promise, text="Will ring", made_on=day("2026-02-01"), due_on=day(due_on))
    assert (sentence(promise) is not None) is is_asked


@pytest.mark.parametrize(
    ("told_on", "is_asked"),
    [("2026-03-10", False), ("2026-03-09", True), ("2026-02-19", True), ("2026-02-18", False)],
)
def test_news_is_asked_about_from_the_third_day_on_and_for_three_weeks(told_on: str, is_asked: bool) -> None:
    news = new(Update, what="New tablets", told_on=day(told_on), recipients=(Recipient(person_id="dana"),))
    assert (sentence(news) is not None) is is_asked


@pytest.mark.parametrize(
    ("ago", "is_asked"),
    [
        (timedelta(days=7) - timedelta(seconds=1), False),
        (timedelta(days=7), True),
        (timedelta(days=28), True),
        (timedelta(days=28, seconds=1), False),
    ],
)
def test_a_point_is_asked_about_after_a_week_and_for_four(ago: timedelta, is_asked: bool) -> None:
    assert (sentence(new(Point, text="A copy", raised_at=NOW - ago)) is not None) is is_asked


def test_one_thing_is_asked_at_a_time_and_the_next_once_it_is_put_off() -> None:
    everything = (POINT, NEWS, PROMISE, VISIT)
    asked = [sentence(*everything, put_off=put_off) for put_off in ((), (VISIT,), (VISIT, PROMISE))]
    assert asked == [
        "Say how yesterday's visit with Dana went",
        "Was this kept? Dana said so, for yesterday: “Will ring”",
        "Did Dr Okafor know? “New tablets”",
    ]
    assert sentence(*everything, put_off=(VISIT, PROMISE, NEWS)) == "What came of it? You asked: “A copy of my plan”"
    assert sentence(*everything, put_off=everything) is None


def test_what_was_said_of_is_not_asked_about() -> None:
    knew = new(Update, what="x", told_on=NEWS.told_on, recipients=(Recipient(person_id="dana", knew="no"),))
    done = new(Point, text="x", raised_at=POINT.raised_at, outcome="no")
    kept = new(Promise, text="x", made_on=PROMISE.made_on, due_on=PROMISE.due_on, outcome="broken")
    assert sentence(knew, done, kept) is None


def test_a_promise_of_nobody_named_is_asked_about_in_a_whole_sentence() -> None:
    nobodys = new(Promise, text="Will ring", made_on=PROMISE.made_on, due_on=PROMISE.due_on)
    assert sentence(nobodys) == "Was this kept? The team said so, for yesterday: “Will ring”"
