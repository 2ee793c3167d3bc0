"""The reviews, letters and questions of the invented journal: what was prepared, shared, sent and answered."""

import json
from datetime import date, datetime, timedelta

from carecompanion.domain.records import (
    Appointment,
    Brought,
    CareReview,
    Letter,
    LetterStep,
    ReviewPoint,
    RoleAnswer,
    SharedCopy,
)
from carecompanion.domain.sample.hand import Hand
from carecompanion.domain.vocabulary import LetterStepKind, ReviewSide, RoleItem, RoleWord

KNOWN: tuple[tuple[RoleItem, RoleWord | None, bool], ...] = (
    ("named_person", "yes", False),
    ("how_to_reach", "yes", False),
    ("reply_time", "yes", False),
    ("plan_copy", "no", True),
    ("crisis_plan", "not_sure", False),
    ("advocacy", "not_sure", False),
    ("way_on_record", None, True),
)
"""What the person knows of the role: each thing, whether it is so, and whether they asked about it."""

OWN_POINTS: tuple[tuple[ReviewSide, str, str | None], ...] = (
    ("ask", "Who tells Dana when my medicine changes?", None),
    ("ask", "Can we agree what happens when Dana is away?", "A name and a number I can ring."),
)

STEPS: tuple[tuple[int, LetterStepKind, str | None], ...] = (
    (2, "acknowledged", None),
    (9, "met", "With the team manager. They listened."),
    (18, "answered", None),
    (19, "settled", "Dana will ring on Fridays from now on."),
)
"""What came of a concern: days after it was sent, what, and a note."""


def write_preparing(hand: Hand) -> None:
    """Last time's review and letters, and the one that is being prepared."""
    reviews = sorted(_reviews(hand), key=lambda each: each.planned_at)
    for past in [each for each in reviews if each.status == "went_ahead"][-1:]:
        _last_review(hand, past)
    for coming in [each for each in reviews if each.status == "planned"][:1]:
        _coming_review(hand, coming)
    at = hand.now - timedelta(days=4)
    for item, answer, is_asked in KNOWN:
        asked_on = at.date() if is_asked else None
        hand.write(RoleAnswer, at, item=item, answered_on=at.date(), answer=answer, asked_on=asked_on)
    _letters(hand)


def _reviews(hand: Hand) -> list[Appointment]:
    return [each for each in hand.book().appointments.values() if each.kind == "review"]


def _last_review(hand: Hand, visit: Appointment) -> None:
    before = visit.planned_at - timedelta(days=2)
    received = hand.by_today((visit.planned_at + timedelta(days=12)).date())
    review = hand.write(CareReview, before, appointment_id=visit.id, who_there="Jo", copy_received_on=received)
    hand.write(ReviewPoint, before, review_id=review.id, side="well", text="Dana comes when she says she will.")
    hand.write(ReviewPoint, before, review_id=review.id, side="waiting", text="The form for the bus pass.")
    copy = {
        "document": _document("For my care review", "Dana comes when she says she will."),
        "file_format": "pdf",
        "given_to": "Dana",
    }
    hand.write(SharedCopy, before, at=before, review_id=review.id, **copy)


def _coming_review(hand: Hand, visit: Appointment) -> None:
    at = hand.now - timedelta(days=1)
    words = {"who_there": "Jo, my sister", "matters_most": "That somebody tells Dana when things change."}
    review = hand.write(CareReview, at, appointment_id=visit.id, **words)
    for side, text, wish in OWN_POINTS:
        hand.write(ReviewPoint, at, review_id=review.id, side=side, text=text, wish=wish)
    wish = "That we use the whole hour."
    hand.write(ReviewPoint, at, review_id=review.id, side="better", drawn_from="as_arranged", wish=wish)
    good = sorted((each for each in hand.book().notes.values() if each.kind == "good"), key=lambda each: each.at)
    for note in good[-1:]:
        hand.write(ReviewPoint, at, review_id=review.id, side="well", brought=(Brought(entry_id=note.id),))


def _letters(hand: Hand) -> None:
    sent_at = hand.now - timedelta(days=80)
    where = {"written_in": "england", "service": "Elm House community team"}
    concern = hand.write(
        Letter,
        sent_at,
        kind="concern",
        begun_on=sent_at.date(),
        sent_at=sent_at,
        route="letter",
        to="The team manager, Elm House",
        happened="Three calls in a row were not answered.",
        affected="I did not know if my medicine was coming.",
        wanted="One day a week on which I can count on a call.",
        **where,
    )
    for days, kind, note in STEPS:
        at = sent_at + timedelta(days=days)
        hand.write(LetterStep, at, letter_id=concern.id, kind=kind, happened_on=at.date(), note=note)
    words = "Thank you for ringing the surgery while I was with you."
    _thanks(hand, hand.now - timedelta(days=30), words, where)


def _thanks(hand: Hand, at: datetime, words: str, where: dict[str, str]) -> None:
    begun_on: date = at.date()
    letter = hand.write(Letter, at, kind="thanks", begun_on=begun_on, to="Dana", happened=words, sent_at=at, **where)
    copy = {"document": _document("Thank you", words), "file_format": "html", "given_to": "Dana"}
    hand.write(SharedCopy, at, at=at, letter_id=letter.id, **copy)


def _document(title: str, words: str) -> str:
    """A document of one paragraph, as shared copies keep it."""
    return json.dumps({"title": title, "blocks": [{"kind": "paragraph", "text": words, "quiet": False}]})
