"""The words by which people's own tables say how it was, how it ended and what it was, beside the program's own."""

import re
from collections.abc import Mapping
from typing import TypeVar

from carecompanion.domain.kinds import ATTEMPT_OUTCOMES, ROUTES, VISIT_STATUSES, VISITS

REPLY_KINDS = {
    "spoke": "rang back|called back|call|phone|phoned|rang|spoke|phone call|telephone",
    "message": "message|text|texted|email|emailed|e-mail|sms|voicemail|wrote|online",
    "missed_call": "missed call|missed",
    "letter": "letter|post",
    "visit": "visit|came|came to see me|in person",
    "automatic": "automatic|automatic reply|auto reply|out of office",
}
HOW = {
    "phone": "call|called|phone call|telephone|telephoned|tel|rang|phoned|landline",
    "mobile": "mobile phone|mobile call|cell",
    "text": "sms|texted|text message|whatsapp",
    "email": "e-mail|emailed|e-mailed|mail",
    "letter": "post|posted|wrote",
    "online": "portal|app|teams|zoom|video|video call|web|website|online form",
    "in_person": "face to face|visit|visited|went there|at the desk|f2f|personally",
}
OUTCOME = {
    "spoke": "spoke|spoken|spoke to them|answered|reached|yes|talked",
    "voicemail": "voicemail|left voicemail|answerphone|answering machine",
    "message": "message|left message|message left|message taken",
    "sent": "delivered|emailed|posted|texted",
    "no_answer": "none|no reply|not answered|unanswered|engaged|busy|no",
    "no_message": "no message|no message left|hung up",
    "referred": "referred|sent elsewhere|redirected|passed on",
}
STATUS = {
    "planned": "booked|scheduled|upcoming|confirmed|to come",
    "went_ahead": "attended|happened|done|completed|complete|yes|took place|kept|seen",
    "cancelled_by_service": "cancelled by them|cancelled by service|cancelled by the service|they called it off",
    "moved_by_service": "moved by them|moved by service|rescheduled by them",
    "cancelled_by_me": "cancelled by me|i cancelled|i called it off",
    "moved_by_me": "moved by me|i moved it|rescheduled by me",
    "they_did_not_come": "did not come|no show by them|they did not turn up|they did not attend",
    "i_could_not_go": "i could not go|missed by me|i did not go|i missed it",
}
KIND = {
    "routine": "routine|usual|home visit",
    "review": "review|cpa|cpa review",
    "medical": "medical|medicines review|psychiatrist|doctor",
    "assessment": "assessed",
    "other": "other|something else",
}


K = TypeVar("K", bound=str)


def _table(own: Mapping[K, str], said: Mapping[str, str]) -> dict[str, str]:
    """Every way of saying it, in plain letters, with the word a record holds."""
    found: dict[str, str] = {}
    shown = {str(word): words for word, words in own.items()}
    for word, ways in said.items():
        for way in (word, shown.get(word, word), *ways.split("|")):
            found.setdefault(plain(way), word)
    return found


def plain(words: str) -> str:
    """The words in small letters with single spaces, without the signs between them."""
    return " ".join(re.findall(r"\w+", words.casefold().replace("_", " ")))


WORDS: Mapping[str, Mapping[str, str]] = {
    "how": _table(ROUTES, HOW),
    "outcome": _table(ATTEMPT_OUTCOMES, OUTCOME),
    "status": _table(VISIT_STATUSES, STATUS),
    "kind": _table(VISITS, KIND),
    "replied-how": _table({}, REPLY_KINDS),
}
"""By the field of a table: what may stand in a cell, and the word that a record then holds."""
