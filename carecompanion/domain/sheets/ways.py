"""The ways to get in touch, and what came of it where the way does not say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.records import Attempt
from carecompanion.domain.sheets.asks import Option
from carecompanion.domain.vocabulary import AttemptOutcome, Route
from carecompanion.language import _


@dataclass(frozen=True, slots=True, repr=False)
class Way:
    """A way to get in touch. `outcome` is None where only the person can say what came of it."""

    key: str
    words: str
    route: Route
    outcome: AttemptOutcome | None


WAYS: Mapping[str, Way] = {
    "text": Way("t", _("Text"), "text", "sent"),
    "call": Way("c", _("Call"), "phone", None),
    "voicemail": Way("v", _("Voicemail"), "phone", "voicemail"),
    "email": Way("e", _("Email"), "email", "sent"),
    "letter": Way("l", _("Letter"), "letter", "sent"),
    "in_person": Way("p", _("In person"), "in_person", None),
}
ONLINE = {"online": Way("o", _("Online"), "online", "sent")}
"""A way that is in journals from elsewhere."""

OUTCOMES = (
    Option("s", "spoke", _("we spoke")),
    Option("m", "message", _("left a message with someone")),
    Option("n", "no_answer", _("no answer")),
    Option("x", "no_message", _("could not leave a message")),
    Option("r", "referred", _("told to try someone else")),
)


def last_way(book: Book, now: datetime) -> str:
    """The way of the last attempt, by its name in WAYS; a text when there is none, or none that is offered."""
    attempts = book.in_time(Attempt, None, now + datetime.resolution)
    way = way_of(attempts[-1]) if attempts else "text"
    return way if way in WAYS else "text"


def way_of(attempt: Attempt) -> str:
    """The way of an attempt, by its name in WAYS or ONLINE."""
    if attempt.route in ("phone", "mobile"):
        return "voicemail" if attempt.outcome == "voicemail" else "call"
    return attempt.route
