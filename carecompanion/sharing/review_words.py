"""Sentences that stand on several pages of a review."""

from carecompanion.domain.lines import first_line
from carecompanion.domain.records import Attempt, Promise
from carecompanion.domain.review import Review
from carecompanion.domain.review_open import StillOpen
from carecompanion.domain.vocabulary import DatesAs
from carecompanion.domain.waiting import addressed
from carecompanion.domain.wording import attempt_word, called, who
from carecompanion.sharing.own_hand import dated

LONGEST = 110
"""Characters of one thing on the first page."""


def open_words(each: StillOpen, review: Review, dates: DatesAs) -> str:
    """What is still open: "A reply: Text to Dana – The letter – 11 March, due by 12 March"."""
    book, record, year = review.book, each.record, review.days.last.year
    due = f", due by {dated(each.due_on, dates, year)}" if each.due_on else ""
    match record:
        case Attempt():
            to = addressed(attempt_word(record), first_line(who(book, record.to_person_id, record.to)))
            said = f"A reply: {to}{f' – {each.about}' if each.about else ''}"
        case Promise():
            said = f"{called(book, record.by_person_id)} promised: {each.about}"
        case _:
            said = f"I asked for: {each.about}"
    return f"{said} – {dated(each.since, dates, year)}{due}"


def short(text: str) -> str:
    """The text on one line, cut where it is too long for the first page."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def listed(words: list[str]) -> str:
    """As in "3 March 2026, 6 March 2026 and 9 March 2026"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
