"""The change and delete commands: an entry is found by words or by its number, then changed or taken out."""

import argparse
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from carecompanion import options
from carecompanion.asking import Asker, Say, or_declined
from carecompanion.choosing import found
from carecompanion.domain.acts import the_record
from carecompanion.domain.book import Book
from carecompanion.domain.records import (
    Absence,
    Agreement,
    Appointment,
    Attempt,
    Change,
    Contact,
    Note,
    OwnTrait,
    Person,
    Point,
    Promise,
    Record,
    Reply,
    Update,
)
from carecompanion.domain.removal import removal
from carecompanion.domain.removal_words import meaning, titled
from carecompanion.domain.sheets.absence import AbsenceSheet
from carecompanion.domain.sheets.agreement import AgreementSheet
from carecompanion.domain.sheets.appointment import AppointmentSheet
from carecompanion.domain.sheets.asked import AskedSheet
from carecompanion.domain.sheets.aspects import aspect_of, aspects
from carecompanion.domain.sheets.check_in import CheckInSheet
from carecompanion.domain.sheets.contact import ContactSheet
from carecompanion.domain.sheets.did_not_happen import DidNotHappenSheet
from carecompanion.domain.sheets.note import NoteSheet
from carecompanion.domain.sheets.own_trait import OwnTraitSheet
from carecompanion.domain.sheets.person import PersonSheet
from carecompanion.domain.sheets.promise import PromiseSheet
from carecompanion.domain.sheets.reply import ReplySheet
from carecompanion.domain.sheets.service_change import ChangeSheet
from carecompanion.domain.sheets.sheet import Sheet
from carecompanion.domain.sheets.update import UpdateSheet
from carecompanion.domain.unanswered import described
from carecompanion.filling import COMMANDS, UNDO, kept, write
from carecompanion.language import _
from carecompanion.options import Declined
from carecompanion.sharing.plain_lines import stopped

if TYPE_CHECKING:
    from carecompanion.store import Journal

NOTHING_THERE = _("Nothing was changed: nothing is left of it.")

CHANGED_ON: Mapping[type[Record], type[Sheet]] = {
    Attempt: ContactSheet,
    Note: NoteSheet,
    Point: AskedSheet,
    Promise: PromiseSheet,
    Change: ChangeSheet,
    Update: UpdateSheet,
    Absence: AbsenceSheet,
    Person: PersonSheet,
    Agreement: AgreementSheet,
    OwnTrait: OwnTraitSheet,
}
"""On which sheet a record is changed, where it has one of its own."""


def change(asked: argparse.Namespace, say: Say) -> str:
    """Find something and ask each of its lines anew; answers with what was kept. Raises Declined."""
    now, asker = options.clock(asked)(), Asker(say)
    with options.unlocked(asked) as journal, or_declined(_("Nothing was changed")):
        record = found(asker, journal, asked.kind, now)
        return write(asker, journal, _sheet(asker, record, journal.book, now), now)


def delete(asked: argparse.Namespace, say: Say) -> str:
    """Find something, say what deleting it changes, ask, and delete it. Raises Declined."""
    now, asker = options.clock(asked)(), Asker(say)
    with options.unlocked(asked) as journal, or_declined(_("Nothing was deleted")):
        return delete_one(asker, journal, found(asker, journal, asked.kind, now), now)


def delete_one(asker: Asker, journal: "Journal", record: Record, now: datetime) -> str:
    """Say what deleting a record changes, ask, and delete it. Raises Declined."""
    book = journal.book
    removed = removal(record, book)
    if removed.why_not:
        raise Declined(_("Nothing was deleted. {why_not}").format(why_not=removed.why_not))
    title, when = titled(removed.going[0], book, now)
    asker.tell(stopped(", ".join(part for part in (title, when) if part)))
    asker.tell(*filter(None, [meaning(removed, book, now)]), UNDO)
    if not asker.yes(_("Delete this?")):
        return _("Nothing was deleted.")
    said = _("Deleted: {stopped}").format(stopped=stopped(the_record(record, book, now)))
    journal.keep(*removed.mended, without=removed.going, at=now)
    return kept(said, journal, now)


def _sheet(asker: Asker, record: Record, book: Book, now: datetime) -> Sheet:
    """The sheet on which a record is changed; a contact by way of the attempt that speaks for it."""
    match record:
        case Appointment():
            return _of_visit(asker, record, book, now)
        case Reply():
            thread = described(book, record.contact_id, now)
            if thread is None:
                raise Declined(NOTHING_THERE)
            return ReplySheet(thread, book, now, was=record, ways=COMMANDS)
        case Contact():
            thread = described(book, record.id, now)
            if thread is None:
                raise Declined(NOTHING_THERE)
            return ContactSheet(book, now, was=thread.attempt, ways=COMMANDS)
        case _:
            return CHANGED_ON[type(record)](book, now, was=record, ways=COMMANDS)


def _of_visit(asker: Asker, visit: Appointment, book: Book, now: datetime) -> Sheet:
    aspect = asker.choice(_("What is to be changed?"), aspects(visit, now), aspect_of(visit))
    if aspect == "did_not_happen":
        return DidNotHappenSheet(visit, book, now, ways=COMMANDS)
    if aspect == "how_it_went":
        return CheckInSheet(visit, book, now, again=True, ways=COMMANDS)
    return AppointmentSheet(book, now, was=visit, ways=COMMANDS)
