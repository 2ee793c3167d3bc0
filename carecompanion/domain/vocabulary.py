"""The few words that fields of a journal may hold, as in its JSON form."""

from typing import Literal

Nation = Literal["england_and_wales", "scotland", "northern_ireland"]
Answer = Literal["yes", "partly", "no"]
Route = Literal["phone", "mobile", "text", "email", "letter", "online", "in_person"]
ReplyUnit = Literal["hours", "working_hours", "working_days"]
AttemptOutcome = Literal["spoke", "voicemail", "message", "sent", "no_answer", "no_message", "referred"]
ReplyKind = Literal["spoke", "message", "missed_call", "letter", "visit", "automatic"]
AppointmentKind = Literal["routine", "review", "medical", "assessment", "other"]
AppointmentStatus = Literal[
    "planned",
    "went_ahead",
    "cancelled_by_service",
    "moved_by_service",
    "cancelled_by_me",
    "moved_by_me",
    "they_did_not_come",
    "i_could_not_go",
]
PointOutcome = Literal["answered", "acted_on", "not_yet", "no"]
PromiseOutcome = Literal["kept", "late", "broken"]
ChangeKind = Literal["worker", "time", "plan", "medicine", "other"]
NoteKind = Literal["note", "good", "hard"]
TraitId = Literal["communication", "organisation", "listening", "approachable", "accessible"]
