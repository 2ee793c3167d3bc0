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
from carecompanion.language import _

ANSWERS: Mapping[Answer, str] = {"yes": _("yes"), "partly": _("partly"), "no": _("no")}

ROUTES: Mapping[Route, str] = {
    "phone": _("phone"),
    "mobile": _("mobile"),
    "text": _("text"),
    "email": _("email"),
    "letter": _("letter"),
    "online": _("online"),
    "in_person": _("in person"),
}

ATTEMPTS: Mapping[Route, str] = {
    "phone": _("Call"),
    "mobile": _("Call"),
    "text": _("Text"),
    "email": _("Email"),
    "letter": _("Letter"),
    "online": _("Online"),
    "in_person": _("In person"),
}

ATTEMPT_OUTCOMES: Mapping[AttemptOutcome, str] = {
    "spoke": _("got through"),
    "voicemail": _("left a voicemail"),
    "message": _("left a message"),
    "sent": _("sent"),
    "no_answer": _("no answer"),
    "no_message": _("could not leave a message"),
    "referred": _("told to try someone else"),
}

REPLIES: Mapping[ReplyKind, str] = {
    "spoke": _("rang back"),
    "message": _("sent a message"),
    "missed_call": _("rang, and you missed it"),
    "letter": _("sent a letter"),
    "visit": _("came to see you"),
    "automatic": _("sent an automatic reply"),
}
"""What somebody did who replied; their name goes before it."""

VISITS: Mapping[AppointmentKind, str] = {
    "routine": _("visit"),
    "review": _("care review"),
    "medical": _("medication review"),
    "assessment": _("assessment"),
    "other": _("appointment"),
}

VISIT_STATUSES: Mapping[AppointmentStatus, str] = {
    "planned": _("planned"),
    "went_ahead": _("went ahead"),
    "cancelled_by_service": _("they cancelled"),
    "moved_by_service": _("they moved it"),
    "cancelled_by_me": _("you cancelled"),
    "moved_by_me": _("you moved it"),
    "they_did_not_come": _("they did not come"),
    "i_could_not_go": _("you could not go"),
}

POINT_OUTCOMES: Mapping[PointOutcome, str] = {
    "answered": _("answered"),
    "acted_on": _("acted on"),
    "not_yet": _("not yet"),
    "no": _("no"),
}

PROMISE_OUTCOMES: Mapping[PromiseOutcome, str] = {"kept": _("kept"), "late": _("kept late"), "broken": _("not kept")}

CHANGES: Mapping[ChangeKind, str] = {
    "worker": _("who you see"),
    "time": _("a time"),
    "plan": _("your care plan"),
    "medicine": _("your medicine"),
    "other": _("something else"),
}

NOTES: Mapping[NoteKind, str] = {"note": _("Note"), "good": _("Good thing"), "hard": _("Hard thing")}

LETTERS: Mapping[LetterKind, str] = {
    "change": _("the letter asking for a change"),
    "concern": _("the letter raising a concern"),
    "care_plan": _("the letter asking for your care plan"),
    "in_touch": _("the letter about getting in touch"),
    "thanks": _("the thank-you letter"),
}
"""What a letter is, inside a sentence."""

PERIODS: Mapping[PeriodChoice, str] = {
    "30_days": _("last 30 days"),
    "3_months": _("last 3 months"),
    "6_months": _("last 6 months"),
    "12_months": _("last 12 months"),
    "since_review": _("since the last review"),
    "everything": _("everything"),
}

NATIONS: Mapping[Nation, str] = {
    "england_and_wales": _("England and Wales"),
    "scotland": _("Scotland"),
    "northern_ireland": _("Northern Ireland"),
}


def attempt_word(attempt: Attempt) -> str:
    """What an attempt was: "Text", "Call", "Voicemail"."""
    return _("Voicemail") if attempt.outcome == "voicemail" else ATTEMPTS[attempt.route]


def visit_word(appointment: Appointment) -> str:
    """What an appointment is, inside a sentence: "visit", "care review"."""
    return VISITS[appointment.kind or "routine"]
