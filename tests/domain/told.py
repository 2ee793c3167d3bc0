"""Asking for the detail of a record, and for a part of it."""

from carecompanion.domain.book import LIST_NAMES
from carecompanion.domain.details import Detail, Fact, detail
from carecompanion.domain.records import Contact, Record
from tests.domain.given import agreed, at, book, new, with_due_times

WITHIN_A_DAY = agreed(reply_within=24, reply_unit="hours")
NEED = new(Contact, about="The letter to my GP")
STRANGE = "meds [see note] [/] [@click=app.bell]x[/]\n\n👩‍⚕️ smiled\tתודה רבה‏\r\nend"
"""Brackets, emoji, right-to-left and line ends, as a person may type or paste them."""


def told(record: Record, *others: Record, now: str = "2026-03-12 14:20", timed: bool = True) -> Detail:
    """The detail of a record in a book with these others; `timed` says whether a reply within 24 hours was agreed."""
    agreement = (WITHIN_A_DAY,) if timed else ()
    known = with_due_times(book(*agreement, NEED, *others, record))
    return detail(known.list(LIST_NAMES[type(record)])[record.id], known, at(now))


def section(found: Detail, heading: str) -> tuple[Fact, ...]:
    """The facts under a heading; none when it is not there."""
    return next((each.facts for each in found.sections if each.heading == heading), ())
