"""How a reply clock ran: where on its line the tries, the agreed time and the end lie, and the same in words."""

import pytest

from carecompanion.domain.course import Course, course
from carecompanion.domain.records import Contact, Record
from tests.domain.given import agreed, at, book, clock_of, new, replied, tried

LETTER = Contact(id="letter", about="The letter")
A_DAY = agreed(reply_within=24)


def ran(now: str, *records: Record, contact: Contact = LETTER) -> Course | None:
    """The course of a contact that was begun on 2 March at 09:00."""
    kept = book(contact, tried(contact, "2026-03-02 09:00"), *records)
    return course(clock_of(kept, contact, now), kept, at(now))


@pytest.mark.parametrize(
    ("now", "records", "ended", "due", "answered", "late", "said"),
    [
        ("2026-03-02 15:00", [A_DAY], 0.25, 1, False, False, "no answer after 6 h, agreed 24 h"),
        ("2026-03-03 09:00", [A_DAY], 1, 1, False, False, "no answer after 24 h, agreed 24 h"),
        ("2026-03-04 09:00", [A_DAY], 1, 0.5, False, True, "no answer after 2 days, agreed 24 h"),
        ("2026-03-02 15:00", [], 1, None, False, False, "no answer after 6 h"),
        (
            "2026-03-09 09:00",
            [A_DAY, replied(LETTER, "2026-03-02 21:00")],
            0.5,
            1,
            True,
            False,
            "answered after 12 h, agreed 24 h",
        ),
        (
            "2026-03-09 09:00",
            [A_DAY, replied(LETTER, "2026-03-04 09:00")],
            1,
            0.5,
            True,
            True,
            "answered after 2 days, agreed 24 h",
        ),
    ],
)
def test_the_end_and_the_agreed_time_lie_where_they_belong(
    now: str, records: list[Record], ended: float, due: float | None, answered: bool, late: bool, said: str
) -> None:
    assert ran(now, *records) == Course(ended=ended, due=due, tried=(0,), answered=answered, late=late, said=said)


def test_every_try_lies_where_it_was_made_and_later_ones_are_not_there_yet() -> None:
    chased = (tried(LETTER, "2026-03-02 21:00"), tried(LETTER, "2026-03-03 03:00"), tried(LETTER, "2026-03-20 09:00"))
    found = ran("2026-03-03 09:00", A_DAY, *chased)
    assert found is not None
    assert found.tried == (0, 0.5, 0.75)


def test_a_talk_at_once_is_an_answer_at_once() -> None:
    contact = new(Contact, about="x")
    kept = book(contact, tried(contact, "2026-03-02 09:00", "spoke"))
    found = course(clock_of(kept, contact, "2026-03-05 09:00"), kept, at("2026-03-05 09:00"))
    assert found is not None
    assert (found.ended, found.answered, found.said) == (0, True, "answered at once")


def test_a_contact_that_was_closed_says_so_and_one_that_never_started_has_no_course() -> None:
    closed = Contact(id="letter", about="x", closed_at=at("2026-03-02 12:00"))
    found = ran("2026-03-05 09:00", contact=closed)
    assert found is not None
    assert found.said == "you stopped waiting after 3 h"
    in_vain = new(Contact, about="x")
    kept = book(in_vain, tried(in_vain, "2026-03-02 09:00", "no_answer"))
    assert course(clock_of(kept, in_vain, "2026-03-05 09:00"), kept, at("2026-03-05 09:00")) is None
