"""Sending a letter: the contact it begins, by when an answer is due, and steps that are a reply too."""

from dataclasses import replace
from typing import Any

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.concern_routes import country
from carecompanion.domain.contradictions import contradictions
from carecompanion.domain.records import Attempt, Contact, Letter, LetterStep, Note, Record, Reply
from carecompanion.domain.replies import clock, due_again
from carecompanion.domain.sending import letter_due_at, sent, sent_at, stepped
from carecompanion.domain.vocabulary import LetterKind, LetterStepKind, Nation, Route, WrittenIn
from carecompanion.sharing.routes import route_of
from tests.domain.given import DANA, agreed, at, book, day, new

NOW = at("2026-03-12 14:20")


def letter(kind: LetterKind = "concern", **fields: Any) -> Letter:
    return new(Letter, kind=kind, begun_on=day("2026-03-10"), **fields)


def sending(one: Letter, whole: Book, instant: str = "2026-03-12 14:00", how: Route = "letter") -> Book:
    """The book once the letter was sent."""
    where = country(whole, one)
    route = route_of(where) if where else None
    return whole.keeping(*sent(one, how, at(instant), route, whole, NOW))


def only(kind: type[Any], whole: Book) -> Any:
    (found,) = [each for each in whole.everything() if type(each) is kind]
    return found


@pytest.mark.parametrize(
    ("where", "sent_at", "due"),
    [
        ("england", "2026-03-12 14:00", "2026-03-17 17:00"),
        ("england", "2026-03-13 23:59", "2026-03-18 17:00"),  # Friday: Monday is the first
        ("england", "2026-03-14 00:00", "2026-03-18 17:00"),  # Saturday: the same
        ("england", "2026-04-01 10:00", "2026-04-08 17:00"),  # round Good Friday and Easter Monday
        ("england", "2026-04-02 10:00", "2026-04-09 17:00"),
        ("wales", "2026-04-02 10:00", "2026-04-08 17:00"),  # 2 working days
        ("scotland", "2026-04-02 10:00", "2026-04-08 17:00"),  # no Easter Monday
        ("northern_ireland", "2026-04-02 10:00", "2026-04-09 17:00"),
        ("northern_ireland", "2026-03-16 10:00", "2026-03-20 17:00"),  # 17 March
        ("scotland", "2026-03-16 10:00", "2026-03-19 17:00"),
        ("scotland", "2026-07-31 10:00", "2026-08-06 17:00"),  # first Monday of August
        ("england", "2026-07-31 10:00", "2026-08-05 17:00"),
        ("scotland", "2026-06-12 10:00", "2026-06-18 17:00"),  # 15 June 2026
        ("scotland", "2026-11-27 10:00", "2026-12-03 17:00"),  # St Andrew's Day
        ("england", "2026-12-24 10:00", "2026-12-31 17:00"),  # Christmas and its substitute day
    ],
)
def test_a_concern_is_to_be_acknowledged_within_the_working_days_of_its_country(
    where: WrittenIn, sent_at: str, due: str
) -> None:
    assert letter_due_at(book(), letter(), at(sent_at), route_of(where)) == at(due)


def test_closed_days_of_ones_own_are_no_working_days() -> None:
    closed = book(closed_days=(day("2026-03-16"),))
    assert letter_due_at(closed, letter(), NOW, route_of("england")) == at("2026-03-18 17:00")


@pytest.mark.parametrize("kind", ["change", "care_plan", "in_touch"])
def test_other_letters_are_due_by_the_agreed_reply_time_or_not_at_all(kind: LetterKind) -> None:
    assert letter_due_at(book(), letter(kind), NOW, route_of("england")) is None
    with_time = book(agreed(reply_within=24, reply_unit="hours"))
    assert letter_due_at(with_time, letter(kind), NOW, None) == at("2026-03-13 14:20")


def test_sending_begins_a_contact_that_waits() -> None:
    one = letter(to="The team manager\nElm House\n1 High Street", written_in="england")
    after = sending(one, book(one))
    contact, attempt = only(Contact, after), only(Attempt, after)
    assert (contact.about, contact.due_at) == ("raising a concern", at("2026-03-17 17:00"))
    assert (attempt.to, attempt.to_person_id, attempt.route, attempt.outcome) == (
        "the team manager",
        None,
        "letter",
        "sent",
    )
    kept = after.letters[one.id]
    assert (kept.contact_id, kept.sent_at, kept.route) == (contact.id, at("2026-03-12 14:00"), "letter")
    running = clock(after, contact, NOW)
    assert running is not None
    assert running.state == "waiting"
    assert not contradictions(after)


@pytest.mark.parametrize("to", ["Dana", "dana whitfield", "Dana Whitfield\nElm House"])
def test_a_letter_to_somebody_of_the_team_is_an_attempt_to_them(to: str) -> None:
    one = letter("in_touch", to=to)
    attempt = only(Attempt, sending(one, book(one)))
    assert (attempt.to_person_id, attempt.to) == (DANA.id, None)


def test_a_thank_you_waits_for_nothing() -> None:
    one = letter("thanks", to="Dana")
    after = sending(one, book(one))
    assert after.letters[one.id].sent_at is not None
    assert not after.contacts


def test_what_a_kept_out_letter_begins_is_kept_out_too() -> None:
    one = letter("change", keep_out=True)
    after = sending(one, book(one))
    assert only(Contact, after).keep_out
    assert only(Attempt, after).keep_out


def test_a_letter_that_turns_out_to_be_sent_otherwise_moves_its_contact_along() -> None:
    one = letter(written_in="wales")
    before = sending(one, book(one))
    after = sending(before.letters[one.id], before, "2026-03-10 10:00", "email")
    contact, attempt = only(Contact, after), only(Attempt, after)
    assert (attempt.at, attempt.route) == (at("2026-03-10 10:00"), "email")
    assert contact.due_at == at("2026-03-12 17:00")
    assert len(after.contacts) == 1


@pytest.mark.parametrize(
    ("where", "due"), [("wales", "2026-04-08 17:00"), ("scotland", "2026-04-08 17:00"), ("england", "2026-04-09 17:00")]
)
def test_a_concern_keeps_its_working_days_when_its_try_is_put_right_elsewhere(where: WrittenIn, due: str) -> None:
    one = letter(written_in=where)
    whole = sending(one, book(one, agreed(reply_within=1, reply_unit="hours")), "2026-03-12 14:00")
    contact, attempt = only(Contact, whole), only(Attempt, whole)
    later = replace(attempt, at=at("2026-04-02 10:00"))
    assert due_again(whole, contact, later).due_at == at(due)
    after = whole.keeping(later)
    assert sent_at(after.letters[one.id], after) == at("2026-04-02 10:00")


def test_a_letter_whose_contact_was_deleted_begins_no_other() -> None:
    one = letter(sent_at=NOW, route="letter", written_in="england")
    assert not sending(one, book(one)).contacts


@pytest.mark.parametrize(
    ("nation", "own", "before", "known"),
    [
        ("scotland", None, None, "scotland"),
        ("northern_ireland", None, None, "northern_ireland"),
        ("england_and_wales", None, None, None),
        ("england_and_wales", "wales", "england", "wales"),
        ("england_and_wales", None, "wales", "wales"),
        ("england_and_wales", None, "scotland", None),
        ("scotland", "england", None, "england"),
    ],
)
def test_where_a_letter_belongs_follows_from_it_the_nation_or_the_last_one(
    nation: Nation, own: WrittenIn | None, before: WrittenIn | None, known: WrittenIn | None
) -> None:
    one = letter(written_in=own)
    earlier = new(Letter, kind="thanks", begun_on=day("2026-01-01"), written_in=before)
    assert country(book(earlier, one, nation=nation), one) == known


def after_step(kind: LetterStepKind, on: str = "2026-03-13", **more: Any) -> tuple[Book, tuple[Record, ...]]:
    one = letter(to="Duty desk", written_in="england", **more)
    whole = sending(one, book(one))
    step = new(LetterStep, letter_id=one.id, kind=kind, happened_on=day(on), written_at=at("2026-03-14 09:00"))
    made = stepped(step, whole, at("2026-03-14 09:00"))
    return whole.keeping(*made), made


@pytest.mark.parametrize(("kind", "reply"), [("acknowledged", "letter"), ("answered", "letter"), ("met", "visit")])
def test_a_step_that_is_an_answer_is_written_down_once_and_ends_the_waiting(kind: LetterStepKind, reply: str) -> None:
    whole, (_step, made) = after_step(kind)
    assert isinstance(made, Reply)
    assert (made.kind, made.at, made.by) == (reply, at("2026-03-13 12:00"), "Duty desk")
    running = clock(whole, only(Contact, whole), at("2026-03-14 10:00"))
    assert running is not None
    assert running.state == "answered_in_time"
    assert not contradictions(whole)


def test_an_answer_on_the_day_of_sending_comes_no_earlier_than_it() -> None:
    whole, (_step, made) = after_step("acknowledged", "2026-03-12")
    assert isinstance(made, Reply)
    assert made.at == at("2026-03-12 14:00")
    assert not contradictions(whole)


@pytest.mark.parametrize(("kind", "why"), [("settled", "It was settled."), ("withdrawn", "You withdrew it.")])
def test_what_is_over_is_not_waited_for_any_more(kind: LetterStepKind, why: str) -> None:
    whole, _made = after_step(kind)
    assert only(Contact, whole).closed_why == why
    assert not only(Contact, whole).closed_at > at("2026-03-14 09:00")
    assert not contradictions(whole)


@pytest.mark.parametrize("kind", ["next_stage", "other"])
def test_any_other_step_answers_nothing(kind: LetterStepKind) -> None:
    assert len(after_step(kind)[1]) == 1


def test_a_step_after_a_reply_makes_no_second_one() -> None:
    whole, _made = after_step("acknowledged")
    one = only(Letter, whole)
    step = new(LetterStep, letter_id=one.id, kind="answered", happened_on=day("2026-03-14"))
    assert stepped(step, whole, at("2026-03-14 12:00")) == (step,)


def test_a_letter_that_brings_a_note_along_makes_sense() -> None:
    note = new(Note, at=NOW, text="x")
    assert not contradictions(book(note, replace(letter(), brought=())))
