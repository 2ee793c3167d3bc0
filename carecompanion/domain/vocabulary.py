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
ReviewSide = Literal["well", "better", "waiting", "ask"]
RoleWord = Literal["yes", "no", "not_sure"]
RoleItem = Literal[
    "named_person",
    "how_to_reach",
    "reply_time",
    "cover",
    "plan_copy",
    "plan_looked_at",
    "next_review",
    "crisis_plan",
    "advocacy",
    "way_on_record",
    "after_hospital",
    "stand_in",
    "written_plan",
    "review_when_asked",
]
LetterKind = Literal["change", "concern", "care_plan", "in_touch", "thanks"]
LetterStepKind = Literal["acknowledged", "met", "answered", "settled", "next_stage", "withdrawn", "other"]
WrittenIn = Literal["england", "wales", "scotland", "northern_ireland"]
NamesAs = Literal["written", "roles", "initials"]
DatesAs = Literal["exact", "rough"]
FileFormat = Literal["pdf", "html", "md", "txt"]
