"""What became of a letter: where it stands, what happened, and what usually comes next."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.details import detail
from carecompanion.domain.letter_course import coming, happened, last_day, standing
from carecompanion.domain.records import Letter, LetterStep
from carecompanion.domain.sending import sent, stepped
from carecompanion.domain.vocabulary import LetterKind, LetterStepKind, WrittenIn
from carecompanion.domain.waiting import waiting
from carecompanion.sharing.routes import route_of
from tests.domain.given import agreed, at, book, day, new, replied

NOW = at("2026-03-12 14:20")
SENT_AT = at("2026-03-12 14:00")


def a_letter(kind: LetterKind = "concern", **fields: Any) -> Letter:
    return new(Letter, kind=kind, begun_on=day("2026-03-10"), to="Duty desk", **fields)


def sent_book(where: WrittenIn = "wales", kind: LetterKind = "concern", **fields: Any) -> tuple[Book, Letter]:
    one = a_letter(kind, written_in=where, **fields)
    whole = book(one)
    whole = whole.keeping(*sent(one, "letter", SENT_AT, route_of(where), whole, NOW))
    return whole, whole.letters[one.id]


def with_steps(whole: Book, letter: Letter, *steps: tuple[LetterStepKind, str]) -> Book:
    for number, (kind, on) in enumerate(steps):
        written_at = NOW + timedelta(days=30, minutes=number)
        step = new(LetterStep, letter_id=letter.id, kind=kind, happened_on=day(on), written_at=written_at)
        whole = whole.keeping(*stepped(step, whole, written_at))
    return whole


def next_of(
    where: WrittenIn, *steps: tuple[LetterStepKind, str], now: str = "2026-03-12 14:20", **fields: Any
) -> tuple[str, ...]:
    whole, letter = sent_book(where, **fields)
    return coming(letter, with_steps(whole, letter, *steps), at(now), route_of(where))


# what comes next


@pytest.mark.parametrize(
    ("where", "said"),
    [
        (
            "england",
            (
                "The service usually says within 3 working days that they have it: by Tuesday 17 March. "
                "This is a guideline.",
                "How long a full answer takes is agreed with you. It is fine to ask: by when?",
            ),
        ),
        (
            "wales",
            (
                "The service usually says within 2 working days that they have it: by Monday 16 March. "
                "This is a guideline.",
                "Most answers come within 30 working days: by Monday 27 April. This is a guideline.",
            ),
        ),
        (
            "scotland",
            (
                "The service usually says within 3 working days that they have it: by Tuesday 17 March. "
                "This is a guideline.",
                "Most answers come within 20 working days: by Friday 10 April. This is a guideline.",
            ),
        ),
        (
            "northern_ireland",
            (
                "The service usually says within 3 working days that they have it: by Wednesday 18 March. "
                "This is a guideline.",
                "Most answers come within 20 working days: by Tuesday 14 April. This is a guideline.",
            ),
        ),
    ],
)
def test_both_answers_are_said_with_their_days(where: WrittenIn, said: tuple[str, ...]) -> None:
    assert next_of(where) == said


def test_once_something_came_back_only_the_full_answer_is_waited_for() -> None:
    (said,) = next_of("wales", ("acknowledged", "2026-03-13"))
    assert said.startswith("Most answers come within 30 working days: by Monday 27 April.")
    whole, letter = sent_book()
    contact = whole.contacts[letter.contact_id or ""]
    for kind, left in (("message", 1), ("automatic", 2)):
        with_reply = whole.keeping(replied(contact, "2026-03-13 10:00", kind))  # type: ignore[arg-type]  # they are ReplyKinds
        assert len(coming(letter, with_reply, at("2026-03-14 10:00"), route_of("wales"))) == left


@pytest.mark.parametrize(
    ("now", "ends"),
    [
        ("2026-03-16 16:59", "This is a guideline."),
        ("2026-03-16 17:00", "This is a guideline."),
        ("2026-03-16 17:01", "That day has passed. It is fine to ask."),
    ],
)
def test_a_day_that_has_passed_is_said_without_blame(now: str, ends: str) -> None:
    assert next_of("wales", now=now)[0].endswith(ends)


def test_after_the_answer_comes_the_next_stage_and_then_nothing() -> None:
    route = route_of("england")
    answered: tuple[LetterStepKind, str] = ("answered", "2026-03-20")
    assert next_of("england", answered) == (
        f"If the answer does not settle it, the next stage is: {route.next_stage.said}.",
    )
    assert next_of("england", answered, ("next_stage", "2026-03-30")) == (
        f"The next stage is: {route.next_stage.said}.",
    )
    assert next_of("england", answered, ("settled", "2026-04-01")) == ()
    assert next_of("england", ("withdrawn", "2026-03-13")) == ()
    assert next_of("wales", answered)[0].endswith("Public Services Ombudsman for Wales (not checked).")


@pytest.mark.parametrize("kind", ["change", "care_plan", "in_touch", "thanks"])
def test_only_a_concern_has_a_course_of_its_own(kind: LetterKind) -> None:
    whole, letter = sent_book(kind=kind)
    assert coming(letter, whole, NOW, route_of("wales")) == ()


@pytest.mark.parametrize(
    ("where", "happened_on", "said"),
    [
        ("england", "2026-03-01", ("12 months of what happened: by Monday 1 March 2027. This is a guideline.",)),
        ("england", "2025-03-12", ("12 months of what happened: by Thursday 12 March. This is a guideline.",)),
        (
            "england",
            "2025-03-11",
            (
                "12 months of what happened: by Wednesday 11 March. This is a guideline.",
                "That day has passed. Ask your service, or free advocacy, whether it can still be raised.",
            ),
        ),
        (
            "northern_ireland",
            "2025-08-31",
            (
                "6 months of what happened: by Saturday 28 February. It can be up to 12 months: by Monday 31 August. "
                "This is a guideline.",
            ),
        ),
        (
            "scotland",
            "2025-09-12",
            (
                "6 months of what happened: by Thursday 12 March. It can be up to 12 months: by Saturday 12 September. "
                "This was not checked. This is a guideline.",
            ),
        ),
        ("england", None, ("12 months of what happened. This is a guideline.",)),
    ],
)
def test_the_last_day_to_raise_it_is_counted_from_when_it_happened(
    where: WrittenIn, happened_on: str | None, said: tuple[str, ...]
) -> None:
    one = a_letter(written_in=where, happened_on=day(happened_on) if happened_on else None)
    first, *rest = coming(one, book(one), NOW, route_of(where))
    assert (first.removeprefix("A concern is usually raised within "), *rest) == said


def test_months_end_where_the_month_has_no_such_day() -> None:
    assert last_day(day("2025-08-31"), 6) == day("2026-02-28")
    assert last_day(day("2024-02-29"), 12) == day("2025-02-28")


def test_waiting_for_word_on_a_concern_is_by_the_usual_time_and_not_by_an_agreed_one() -> None:
    for kind, word in (("concern", "usual"), ("in_touch", "agreed")):
        one = a_letter(kind, written_in="wales")  # type: ignore[arg-type]  # they are kinds
        whole = book(one, agreed(reply_within=2, reply_unit="working_days"))
        whole = whole.keeping(*sent(one, "letter", SENT_AT, route_of("wales"), whole, NOW))
        (row,) = waiting(whole, NOW)
        assert row.by == f"{word} by 17:00, Mon 16 March"
        (contact,) = whole.contacts.values()
        facts = [fact.text for section in detail(contact, whole, NOW).sections for fact in section.facts]
        assert f"{word.capitalize()} by" in facts


# where it stands, and what happened


def test_where_a_letter_stands_follows_what_happened_last() -> None:
    one = a_letter()
    assert standing(one, book(one), NOW) == "Not sent yet"
    whole, letter = sent_book()
    assert standing(letter, whole, NOW) == "Sent today, waiting for an answer"
    told = with_steps(whole, letter, ("acknowledged", "2026-03-13"), ("answered", "2026-04-02"))
    assert standing(letter, told, at("2026-04-20 10:00")) == "They answered in full, Thu 2 April"
    thanked, thanks = sent_book(kind="thanks")
    assert standing(thanks, thanked, NOW) == "Sent today"


def test_replies_and_chasing_stand_among_the_steps_in_order_of_time() -> None:
    whole, letter = sent_book()
    contact = whole.contacts[letter.contact_id or ""]
    first = whole.attempts_of(contact.id)[0]
    chased = replace(first, id="chased", at=at("2026-03-18 10:00"), route="phone", outcome="voicemail")
    told = whole.keeping(chased, replied(contact, "2026-03-19 10:00", "message", by="Jo"))
    told = with_steps(told, letter, ("met", "2026-03-25"))
    assert [(each.on.day, each.what) for each in happened(letter, told)] == [
        (12, "You sent it, by post"),
        (18, "You got in touch again: call"),
        (19, "Jo sent a message"),
        (25, "You met about it"),
    ]


def test_a_reply_that_a_step_made_stands_there_once() -> None:
    whole, letter = sent_book()
    told = with_steps(whole, letter, ("acknowledged", "2026-03-13"))
    assert len(told.replies) == 1
    assert [each.what for each in happened(letter, told)] == ["You sent it, by post", "They said they have it"]
