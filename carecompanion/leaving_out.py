"""The leave-out command: an entry left out of a trait's figures with a reason, or put back."""

import argparse
from datetime import datetime
from typing import TYPE_CHECKING

from carecompanion import options
from carecompanion.asking import Asker, Say, or_declined
from carecompanion.choosing import found
from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import COUNTING
from carecompanion.domain.lines import first_line
from carecompanion.domain.records import LISTS, LeftOut, Record
from carecompanion.domain.sheets.asks import Option
from carecompanion.domain.sheets.leave_out import LeaveOutSheet, put_back
from carecompanion.domain.timeline import PLACED
from carecompanion.domain.trait_words import TRAITS
from carecompanion.filling import COMMANDS, keep, write
from carecompanion.language import _
from carecompanion.sharing.plain_lines import stopped

if TYPE_CHECKING:
    from carecompanion.store import Journal

CAN_BE = frozenset(LISTS[name] for name in COUNTING) & PLACED
"""The kinds of entries that count in a figure."""
INSTEAD = (Option("p", "back", _("Put it back")), Option("r", "reason", _("Change the reason")))


def leave_out(asked: argparse.Namespace, say: Say) -> str:
    """Ask which trait, which entry and why; answers with what no longer counts, or counts again. Raises Declined."""
    now, asker = options.clock(asked)(), Asker(say)
    with options.unlocked(asked) as journal, or_declined(_("Nothing was left out")):
        return _left_out(asker, journal, now)


def _left_out(asker: Asker, journal: "Journal", now: datetime) -> str:
    book = journal.book
    names: dict[str, str] = {trait: words.name for trait, words in TRAITS.items()}
    names |= {own.id: first_line(own.name) for own in book.own_traits.values()}
    trait = asker.choice(_("Of which trait?"), [Option("", each, name) for each, name in names.items()])
    called = names[trait]
    record = found(asker, journal, "entry", now, CAN_BE)
    was = _already(book, trait, record, now)
    sheet = LeaveOutSheet((trait, called), record, book, now, was=was, ways=COMMANDS)
    if was is None:
        asker.tell(*(piece for piece in sheet.outcome() if isinstance(piece, str)))
        return write(asker, journal, sheet, now)
    asker.tell(_("It is left out of {called} {reason}").format(called=stopped(called), reason=stopped(was.reason)))
    if asker.choice(_("What is to be done with it?"), INSTEAD, "back") == "back":
        return keep(journal, put_back(was, called, now), sheet, now)
    return write(asker, journal, sheet, now)


def _already(book: Book, trait: str, record: Record, now: datetime) -> LeftOut | None:
    """What says that an entry is left out of a trait; None when nothing does."""
    holding = (each for each in book.left_out.values() if each.holds_at(now))
    return next((each for each in holding if (each.entry_id, each.trait) == (record.id, trait)), None)
