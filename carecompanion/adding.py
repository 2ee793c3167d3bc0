"""The add command: one kind of thing asked line by line, and kept."""

import argparse
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from carecompanion import options
from carecompanion.asking import Asker, Say, or_declined
from carecompanion.domain.lines import first_line
from carecompanion.domain.records import Appointment
from carecompanion.domain.sheets.absence import AbsenceSheet
from carecompanion.domain.sheets.agreement import AgreementSheet
from carecompanion.domain.sheets.appointment import AppointmentSheet, UnplannedVisitSheet
from carecompanion.domain.sheets.asked import AskedSheet
from carecompanion.domain.sheets.asks import Option
from carecompanion.domain.sheets.check_in import CheckInSheet, when_and_where
from carecompanion.domain.sheets.contact import ContactSheet
from carecompanion.domain.sheets.did_not_happen import DidNotHappenSheet
from carecompanion.domain.sheets.handover import HandoverSheet
from carecompanion.domain.sheets.note import NoteSheet
from carecompanion.domain.sheets.own_trait import OwnTraitSheet
from carecompanion.domain.sheets.person import PersonSheet
from carecompanion.domain.sheets.promise import PromiseSheet
from carecompanion.domain.sheets.reply import ClosingSheet, ReplySheet
from carecompanion.domain.sheets.service_change import ChangeSheet
from carecompanion.domain.sheets.sheet import Sheet
from carecompanion.domain.sheets.update import UpdateSheet
from carecompanion.domain.unanswered import Unanswered, described, unanswered
from carecompanion.domain.visits import ahead, untold
from carecompanion.domain.wording import at_start, visit_word, visitor
from carecompanion.filling import COMMANDS, fill_in, keep, write
from carecompanion.language import _
from carecompanion.options import Declined

if TYPE_CHECKING:
    from carecompanion.store import Journal

NOTHING_WAITS = _("Nothing is waiting for a reply. carecompanion add contact writes down that you got in touch.")
ANOTHER = "another"
REPLIED = (Option("r", "replied", _("They replied")), Option("x", "closing", _("No reply is waited for any more")))
WENT = (Option("w", "went", _("It went ahead")), Option("x", "not", _("It did not happen")))

SHEETS: Mapping[str, type[Sheet]] = {
    "contact": ContactSheet,
    "note": NoteSheet,
    "appointment": AppointmentSheet,
    "asked": AskedSheet,
    "promise": PromiseSheet,
    "change": ChangeSheet,
    "update": UpdateSheet,
    "absence": AbsenceSheet,
    "person": PersonSheet,
    "agreement": AgreementSheet,
    "handover": HandoverSheet,
    "trait": OwnTraitSheet,
}
"""The kinds of things that are written down at once."""


def add(asked: argparse.Namespace, say: Say) -> str:
    """Ask for one kind of thing and keep it; answers with what was kept. Raises Declined."""
    now, asker = options.clock(asked)(), Asker(say)
    with options.unlocked(asked) as journal, or_declined(_("Nothing was kept")):
        return ADDERS.get(asked.kind, _at_once)(asker, journal, asked.kind, now)


def _at_once(asker: Asker, journal: "Journal", kind: str, now: datetime) -> str:
    return write(asker, journal, SHEETS[kind](journal.book, now, ways=COMMANDS), now)


def _reply(asker: Asker, journal: "Journal", _kind: str, now: datetime) -> str:
    """Which contact is answered, or waited for no more; then the reply."""
    contact = _half_written(journal, now) or _contact(asker, journal, now)
    if asker.choice(_("What came of it?"), REPLIED, "replied") == "closing":
        return write(asker, journal, ClosingSheet(contact, journal.book, now, ways=COMMANDS), now)
    return write(asker, journal, ReplySheet(contact, journal.book, now, ways=COMMANDS), now)


def _half_written(journal: "Journal", now: datetime) -> Unanswered | None:
    """The contact that a reply was begun for."""
    draft = journal.draft(ReplySheet.NAME) or journal.draft(ClosingSheet.NAME) or {}
    return described(journal.book, draft.get("contact", ""), now)


def _contact(asker: Asker, journal: "Journal", now: datetime) -> Unanswered:
    waiting = unanswered(journal.book, now)
    if not waiting:
        raise Declined(NOTHING_WAITS)
    about = {each.contact.id: first_line(each.contact.about) for each in waiting}
    each_one = [
        Option("", each.contact.id, ", ".join(part for part in (each.title, about[each.contact.id]) if part))
        for each in waiting
    ]
    chosen = asker.choice(_("Which reply came?"), each_one, each_one[0].value)
    return next(each for each in waiting if each.contact.id == chosen)


def _visit(asker: Asker, journal: "Journal", _kind: str, now: datetime) -> str:
    """Which visit, whether it went ahead, and how it went or why it did not."""
    visit = _which(asker, journal, now)
    if visit is None:
        unplanned = UnplannedVisitSheet(journal.book, now, ways=COMMANDS)
        written = fill_in(asker, journal, unplanned)
        asker.tell(keep(journal, written, unplanned, now))
        visit = next(record for record in written.records if isinstance(record, Appointment))
    elif visit.planned_at > now or asker.choice(_("Did it go ahead?"), WENT, "went") == "not":
        return write(asker, journal, DidNotHappenSheet(visit, journal.book, now, ways=COMMANDS), now)
    return write(asker, journal, CheckInSheet(visit, journal.book, now, ways=COMMANDS), now)


def _which(asker: Asker, journal: "Journal", now: datetime) -> Appointment | None:
    """A visit of the last days or of those to come; None for one that was never written down."""
    book = journal.book
    recent, coming = untold(book, now), ahead(book, now)
    if not recent and not coming:
        return None

    def said(visit: Appointment) -> str:
        whom = visitor(visit, book) if visit.person_id or (visit.with_ or "").strip() else visit_word(visit)
        return f"{at_start(whom)}, {when_and_where(visit, book, now)}"

    offered = [Option("", visit.id, said(visit)) for visit in recent]
    offered += [Option("", ANOTHER, _("Another visit, not in this list"))]
    offered += [Option("", visit.id, _("It will not happen: {said}").format(said=said(visit))) for visit in coming]
    return book.appointments.get(asker.choice(_("Which visit?"), offered, offered[0].value))


ADDERS: Mapping[str, Callable[[Asker, "Journal", str, datetime], str]] = {"reply": _reply, "visit": _visit}
"""The kinds that belong to something else, which is asked first."""
KINDS = ("contact", "reply", "visit", *(kind for kind in SHEETS if kind != "contact"))
"""Everything that can be added."""
