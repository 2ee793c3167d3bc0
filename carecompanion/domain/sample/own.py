"""What the person of the invented journal added to the five traits, and what they left out of one."""

from dataclasses import replace
from datetime import timedelta

from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment, LeftOut, OwnAnswer, OwnTrait
from carecompanion.domain.sample.hand import Hand
from carecompanion.domain.vocabulary import Answer

ASKED_FOR = timedelta(days=150)
"""How long before today the question was first asked."""

SAID: tuple[Answer | None, ...] = ("yes", "yes", "partly", "yes", None, "yes", "no")
WRONG_NUMBER = "I had written their number down wrong."
SNOW = "Nobody could get here in the snow."


def write_own(hand: Hand) -> None:
    """A trait of one's own with its answers, one contact left out, and one visit left out and put back."""
    asked_at = hand.at(hand.today - ASKED_FOR, "17:30")
    question = "Did they explain things in plain words?"
    own = hand.write(OwnTrait, asked_at, name="Explains", question=question, began_on=asked_at.date())
    book = hand.book()
    for number, visit in enumerate(_went_ahead(book, own)):
        answer = SAID[number % len(SAID)]
        if answer:
            hand.change(replace(visit, own=(OwnAnswer(trait_id=own.id, answer=answer),)))
    _leave_out(hand, book)


def _went_ahead(book: Book, own: OwnTrait) -> list[Appointment]:
    asked = (visit for visit in book.appointments.values() if own.is_asked_on(book.day_of(visit.planned_at)))
    went = (visit for visit in asked if visit.status == "went_ahead")
    return sorted(went, key=lambda visit: visit.planned_at)


def _leave_out(hand: Hand, book: Book) -> None:
    for contact in sorted(book.contacts.values(), key=lambda each: each.written_at or hand.now)[-7:-6]:
        at = hand.now - timedelta(days=2)
        hand.write(LeftOut, at, entry_id=contact.id, trait="accessible", reason=WRONG_NUMBER, left_out_at=at)
    for visit in sorted(book.appointments.values(), key=lambda each: each.planned_at)[:1]:
        at = visit.planned_at + timedelta(days=1)
        back = at + timedelta(days=3)
        hand.write(LeftOut, at, entry_id=visit.id, trait="organisation", reason=SNOW, left_out_at=at, put_back_at=back)
