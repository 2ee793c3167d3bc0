"""The words for what a journal's fields may hold: ways, outcomes, kinds of reply and of visit, periods, nations."""

from collections.abc import Mapping

from carecompanion.domain.periods import PeriodChoice
from carecompanion.domain.records import Appointment, Attempt
from carecompanion.domain.vocabulary import (
    Answer,
    AppointmentKind,
    AppointmentStatus,
    AttemptOutcome,
    ChangeKind,
    LetterKind,
    Nation,
    NoteKind,
    PointOutcome,
    PromiseOutcome,
    ReplyKind,
    Route,
)

ANSWERS: Mapping[Answer, str] = {"yes": "yes", "partly": "partly", "no": "no"}

ROUTES: Mapping[Route, str] = {
    "phone": "phone",
    "mobile": "mobile",
    "text": "text",
    "email": "email",
    "letter": "letter",
    "online": "online",
    "in_person": "in person",
}

ATTEMPTS: Mapping[Route, str] = {
    "phone": "Call",
    "mobile": "Call",
    "text": "Text",
    "email": "Email",
    "letter": "Letter",
    "online": "Online",
    "in_person": "In person",
}

ATTEMPT_OUTCOMES: Mapping[AttemptOutcome, str] = {
    "spoke": "got through",
    "voicemail": "left a voicemail",
    "message": "left a message",
    "sent": "sent",
    "no_answer": "no answer",
    "no_message": "could not leave a message",
    "referred": "told to try someone else",
}

REPLIES: Mapping[ReplyKind, str] = {
    "spoke": "rang back",
    "message": "sent a message",
    "missed_call": "rang, and you missed it",
    "letter": "sent a letter",
    "visit": "came to see you",
    "automatic": "sent an automatic reply",
}
"""What somebody did who replied; their name goes before it."""

VISITS: Mapping[AppointmentKind, str] = {
    "routine": "visit",
    "review": "care review",
    "medical": "medication review",
    "assessment": "assessment",
    "other": "appointment",
}

VISIT_STATUSES: Mapping[AppointmentStatus, str] = {
    "planned": "planned",
    "went_ahead": "went ahead",
    "cancelled_by_service": "they cancelled",
    "moved_by_service": "they moved it",
    "cancelled_by_me": "you cancelled",
    "moved_by_me": "you moved it",
    "they_did_not_come": "they did not come",
    "i_could_not_go": "you could not go",
}

POINT_OUTCOMES: Mapping[PointOutcome, str] = {
    "answered": "answered",
    "acted_on": "acted on",
    "not_yet": "not yet",
    "no": "no",
}

PROMISE_OUTCOMES: Mapping[PromiseOutcome, str] = {"kept": "kept", "late": "kept late", "broken": "not kept"}

CHANGES: Mapping[ChangeKind, str] = {
    "worker": "who you see",
    "time": "a time",
    "plan": "your care plan",
    "medicine": "your medicine",
    "other": "something else",
}

NOTES: Mapping[NoteKind, str] = {"note": "Note", "good": "Good thing", "hard": "Hard thing"}

LETTERS: Mapping[LetterKind, str] = {
    "change": "the letter asking for a change",
    "concern": "the letter raising a concern",
    "care_plan": "the letter asking for your care plan",
    "in_touch": "the letter about getting in touch",
    "thanks": "the thank-you letter",
}
"""What a letter is, inside a sentence."""

PERIODS: Mapping[PeriodChoice, str] = {
    "30_days": "last 30 days",
    "3_months": "last 3 months",
    "6_months": "last 6 months",
    "12_months": "last 12 months",
    "since_review": "since the last review",
    "everything": "everything",
}

NATIONS: Mapping[Nation, str] = {
    "england_and_wales": "England and Wales",
    "scotland": "Scotland",
    "northern_ireland": "Northern Ireland",
}


def attempt_word(attempt: Attempt) -> str:
    """What an attempt was: "Text", "Call", "Voicemail"."""
    return "Voicemail" if attempt.outcome == "voicemail" else ATTEMPTS[attempt.route]


def visit_word(appointment: Appointment) -> str:
    """What an appointment is, inside a sentence: "visit", "care review"."""
    return VISITS[appointment.kind or "routine"]
