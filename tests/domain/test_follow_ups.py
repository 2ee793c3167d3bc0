"""What is asked after at a visit: news, promises and points that are still open with whoever came."""

from datetime import timedelta

import pytest

from carecompanion.domain.follow_ups import to_ask_about, unknown_recipients, unsettled_promises
from carecompanion.domain.records import Point, Promise, Recipient, Record, Update
from carecompanion.domain.vocabulary import Answer, PointOutcome, PromiseOutcome
from tests.domain.given import at, book, day, new, visit

VISIT = visit("2026-03-11 10:00", "planned", id="visit")
TODAY = day("2026-03-12")


def news(told_on: str = "2026-03-01", knew: Answer | None = None, person_id: str = "dana", **fields: str) -> Update:
    """News for Dana, of whom it is not known."""
    recipients = (Recipient(person_id="okafor", knew="yes"), Recipient(person_id=person_id, knew=knew))
    return new(Update, what="New tablets", told_on=day(told_on), recipients=recipients, **fields)


def promise(
    made_on: str = "2026-03-01", outcome: PromiseOutcome | None = None, person_id: str | None = "dana", **fields: str
) -> Promise:
    """A promise of Dana's that is open."""
    return new(Promise, text="Will ring", made_on=day(made_on), outcome=outcome, by_person_id=person_id, **fields)


def point(raised_at: str = "2026-03-01 10:00", outcome: PointOutcome | None = None, **fields: str) -> Point:
    """A point that is open."""
    return new(Point, text="A copy", raised_at=at(raised_at), outcome=outcome, **fields)


@pytest.mark.parametrize(
    ("record", "is_asked"),
    [
        (news(), True),
        (news("2026-03-11"), True),
        (news("2026-03-12"), False),
        (news("2025-12-11"), True),  # 90 days before the visit
        (news("2025-12-10"), False),
        (news(knew="no"), False),
        (news(person_id="ade"), False),
        (news(appointment_id="visit"), False),
        (news(appointment_id="earlier"), True),
        (promise(), True),
        (promise("2026-03-11"), True),
        (promise("2026-03-12"), False),
        (promise("2025-12-11"), True),
        (promise("2025-12-10"), False),
        (promise(outcome="broken"), False),
        (promise(person_id="ade"), False),
        (promise(person_id=None), False),
        (promise(appointment_id="visit"), False),
        (point(), True),
        (point("2026-03-11 09:59"), True),
        (point("2026-03-11 10:00"), False),
        (point("2025-12-11 10:00"), True),
        (point("2025-12-11 09:59"), False),
        (point(outcome="not_yet"), True),
        (point(outcome="no"), False),
        (point(outcome="answered"), False),
        (point(appointment_id="visit"), False),
    ],
)
def test_at_a_visit_of_the_coordinator_what_is_open_with_them_is_asked_after(record: Record, is_asked: bool) -> None:
    earlier = visit("2026-02-20 10:00", id="earlier")
    assert to_ask_about(book(VISIT, earlier, record), VISIT) == ((record,) if is_asked else ())


@pytest.mark.parametrize(
    ("raised_with", "is_asked"),
    [("okafor", True), ("dana", False), (None, False)],
)
def test_with_anybody_else_only_what_was_raised_with_them_is_asked_after(
    raised_with: str | None, is_asked: bool
) -> None:
    okafors = visit("2026-03-11 10:00", "planned", "okafor")
    raised = visit("2026-02-20 10:00", person_id=raised_with, id="raised")
    asked = to_ask_about(book(okafors, raised, point(appointment_id="raised"), point(), promise()), okafors)
    assert bool(asked) is is_asked


def test_with_nobody_named_nothing_is_asked_after() -> None:
    nobody = visit("2026-03-11 10:00", "planned", None)
    raised = visit("2026-02-20 10:00", person_id=None, id="raised")
    kept = book(nobody, raised, news(), promise(person_id=None), point(), point(appointment_id="raised"))
    assert to_ask_about(kept, nobody) == ()


def test_at_most_three_are_asked_after_news_before_promises_before_points_and_the_oldest_first() -> None:
    old, older = news("2026-03-02"), news("2026-02-02")
    said, asked = promise("2026-01-01"), point("2026-01-01 10:00")
    assert to_ask_about(book(VISIT, asked, said, old, older), VISIT) == (older, old, said)
    assert to_ask_about(book(VISIT, asked, said, old), VISIT) == (old, said, asked)
    first, second = point("2026-02-01 10:00"), point("2026-02-02 10:00")
    assert to_ask_about(book(VISIT, second, first), VISIT) == (first, second)


def test_only_those_of_whom_it_is_not_known_are_unknown() -> None:
    dana, ade = Recipient(person_id="dana"), Recipient(person_id="ade", knew="partly")
    assert unknown_recipients(new(Update, what="x", told_on=TODAY, recipients=(ade, dana))) == (dana,)


@pytest.mark.parametrize(
    ("due_on", "outcome", "is_unsettled"),
    [
        ("2026-03-12", None, False),
        ("2026-03-11", None, True),
        ("2026-03-11", "kept", False),
        ("2026-02-26", None, True),
        ("2026-02-25", None, False),
        (None, None, False),
    ],
)
def test_a_promise_is_unsettled_from_the_day_after_it_was_due(
    due_on: str | None, outcome: PromiseOutcome | None, is_unsettled: bool
) -> None:
    due = day(due_on) if due_on else None
    one = new(Promise, text="x", made_on=day("2026-01-01"), due_on=due, outcome=outcome)
    assert list(unsettled_promises(book(one), TODAY, timedelta(days=14))) == ([one] if is_unsettled else [])


def test_of_several_unsettled_the_one_due_first_comes_first() -> None:
    later, sooner = (
        new(Promise, text="x", made_on=day("2026-01-01"), due_on=day(due_on)) for due_on in ("2026-03-09", "2026-03-02")
    )
    assert list(unsettled_promises(book(later, sooner), TODAY, timedelta(days=14))) == [sooner, later]
