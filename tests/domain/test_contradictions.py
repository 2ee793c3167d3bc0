"""Records that cannot all be so are named; what a new record would bring is found without looking at the rest."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import Contradiction, against, contradictions
from carecompanion.domain.records import (
    Agreement,
    Appointment,
    Attempt,
    Contact,
    Coordination,
    LeftOut,
    Person,
    Recipient,
    Record,
    Reply,
    Update,
)
from tests.records import any_book

NINE = datetime(2026, 3, 9, 9, tzinfo=UTC)
DANA, ADE = (
    Person(id="dana", name="Dana Whitfield", role="CPN"),
    Person(id="ade", name="Ade Bello", role="social worker"),
)
LETTER = Contact(id="letter", about="The letter to my GP")
TEXT = Attempt(id="text", contact_id="letter", at=NINE, route="text", outcome="sent")
BOOK = Book().keeping(DANA, ADE, LETTER, TEXT)


def led(key: str, began: str, ended: str | None = None) -> Coordination:
    until = date.fromisoformat(ended) if ended else None
    return Coordination(id=key, person_id="dana", began_on=date.fromisoformat(began), ended_on=until)


def named(found: tuple[Contradiction, ...]) -> list[tuple[str, str | None]]:
    return [(one.record.id, one.field) for one in found]


@pytest.mark.parametrize(
    ("entry", "trait", "after", "named_for_it"),
    [
        ("letter", "accessible", timedelta(hours=3), []),
        ("letter", "accessible", timedelta(hours=2), []),
        ("letter", "accessible", timedelta(hours=1), ["again"]),
        ("letter", "organisation", timedelta(hours=1), []),
        ("text", "accessible", timedelta(hours=1), []),
    ],
)
def test_what_is_left_out_of_a_trait_is_not_left_out_again_before_it_is_put_back(
    entry: str, trait: str, after: timedelta, named_for_it: list[str]
) -> None:
    once = LeftOut(
        id="once",
        entry_id="letter",
        trait="accessible",
        reason="a slip",
        left_out_at=NINE,
        put_back_at=NINE + timedelta(hours=2),
    )
    again = replace(once, id="again", entry_id=entry, trait=trait, left_out_at=NINE + after, put_back_at=None)
    expected = [(key, "left_out_at") for key in named_for_it]
    assert named(against(BOOK.keeping(once), again)) == expected
    assert named(contradictions(BOOK.keeping(once, again))) == expected


@pytest.mark.parametrize(
    ("one", "other", "named_for_it"),
    [
        (led("a", "2026-01-01"), led("b", "2026-02-01"), ["b"]),
        (led("a", "2026-02-01"), led("b", "2026-01-01"), ["a"]),
        (led("a", "2026-01-01", "2026-02-01"), led("b", "2026-02-01"), []),
        (led("a", "2026-01-01", "2026-02-02"), led("b", "2026-02-01"), ["b"]),
        (led("a", "2026-01-01", "2026-02-01"), led("b", "2026-03-01", "2026-03-01"), []),
        (led("a", "2026-01-01"), led("b", "2026-03-01", "2026-03-01"), []),
        (led("a", "2026-01-01"), led("b", "2026-01-01"), ["b"]),
    ],
)
def test_two_people_are_not_co_ordinator_on_one_day(
    one: Coordination, other: Coordination, named_for_it: list[str]
) -> None:
    expected = [(key, "began_on") for key in named_for_it]
    assert named(contradictions(BOOK.keeping(one, other))) == expected
    assert named(against(BOOK, one, other)) == expected
    assert named(against(BOOK.keeping(one), other)) == expected


def test_a_long_time_as_co_ordinator_reaches_past_a_short_one_within_it() -> None:
    book = BOOK.keeping(led("a", "2026-01-01"), led("b", "2026-02-01", "2026-02-03"), led("c", "2026-03-01"))
    assert named(contradictions(book)) == [("b", "began_on"), ("c", "began_on")]


def test_two_agreements_do_not_start_on_one_day() -> None:
    one, other = (Agreement(id=key, starts_on=date(2026, 1, 5)) for key in "ab")
    assert named(contradictions(BOOK.keeping(one, other))) == [("b", "starts_on")]
    assert named(against(BOOK.keeping(one), other)) == [("b", "starts_on")]
    assert not against(BOOK.keeping(one), replace(other, starts_on=date(2026, 1, 6)))


def test_an_agreement_corrected_in_place_does_not_contradict_itself() -> None:
    agreement = Agreement(id="a", starts_on=date(2026, 1, 5))
    assert not against(BOOK.keeping(agreement), replace(agreement, reply_within=24))


@pytest.mark.parametrize(("minutes", "found"), [(-1, True), (0, False), (1, False)])
def test_a_reply_or_a_closing_is_not_from_before_the_first_attempt(minutes: int, found: bool) -> None:
    moment = NINE + timedelta(minutes=minutes)
    reply = Reply(id="reply", contact_id="letter", at=moment, kind="message")
    closed = replace(LETTER, closed_at=moment)
    for record, field in ((reply, "at"), (closed, "closed_at")):
        expected = [(record.id, field)] if found else []
        assert named(contradictions(BOOK.keeping(record))) == expected
        assert named(against(BOOK, record)) == expected


def test_moving_the_first_attempt_past_a_reply_is_found() -> None:
    book = BOOK.keeping(Reply(id="reply", contact_id="letter", at=NINE, kind="message"))
    assert named(against(book, replace(TEXT, at=NINE + timedelta(minutes=1)))) == [("reply", "at")]


def test_a_contact_needs_an_attempt() -> None:
    assert named(contradictions(Book().keeping(LETTER))) == [("letter", None)]
    assert named(against(Book(), LETTER)) == [("letter", None)]
    assert not against(Book(), LETTER, TEXT)


def test_moving_its_only_attempt_away_leaves_a_contact_without_one() -> None:
    visit, call = Contact(id="visit", about="Friday"), replace(TEXT, id="call", contact_id="visit")
    assert named(against(BOOK.keeping(visit, call), replace(TEXT, contact_id="visit"))) == [("letter", None)]


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (led("a", "2026-01-01"), "person_id"),
        (replace(TEXT, id="second", to_person_id="nobody"), "to_person_id"),
        (Appointment(id="visit", planned_at=NINE, moved_to_id="nowhere"), "moved_to_id"),
        (
            Update(id="news", what="A new dose", told_on=date(2026, 3, 9), recipients=(Recipient(person_id="who"),)),
            "recipients",
        ),
    ],
)
def test_a_reference_to_nothing_is_found(record: Record, field: str) -> None:
    book = replace(BOOK, people={})
    assert named(contradictions(book.keeping(record))) == [(record.id, field)]
    assert named(against(book, record)) == [(record.id, field)]


def test_records_kept_together_may_refer_to_one_another() -> None:
    assert not against(Book(), DANA, led("a", "2026-01-01"), LETTER, TEXT)


def test_what_was_wrong_before_does_not_hold_up_a_new_record() -> None:
    book = BOOK.keeping(led("a", "2026-01-01"), led("b", "2026-02-01"))
    assert not against(book, led("c", "2025-01-01", "2025-06-01"))


def test_every_sentence_can_be_shown_as_it_is() -> None:
    book = Book().keeping(led("a", "2026-01-01"), led("b", "2026-02-01"), LETTER)
    for found in contradictions(book):
        assert found.sentence[0].isupper()
        assert found.sentence.endswith(".")


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_book())
def test_keeping_everything_at_once_finds_what_looking_at_the_whole_finds(book: Book) -> None:
    assert not contradictions(book)
    assert not against(Book(), *book.everything())
    emptied: dict[str, Any] = {"people": {}, "attempts": {}}
    torn = replace(book, **emptied)
    assert set(named(contradictions(torn))) == set(named(against(Book(), *torn.everything())))
