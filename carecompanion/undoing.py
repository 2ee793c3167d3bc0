"""The undo, redo and trash commands: what was done taken back, and what was deleted put back or deleted for good."""

import argparse
from datetime import datetime
from typing import TYPE_CHECKING

from carecompanion import options
from carecompanion.asking import Asker, Ended, Say, Stuck
from carecompanion.backups import back_up_daily
from carecompanion.domain.acts import the_record, turned_words
from carecompanion.domain.names import at_start
from carecompanion.domain.sections import moment
from carecompanion.domain.sheets.asks import Option
from carecompanion.domain.trash import FOR_GOOD, LEAD, NOTHING, REMADE, REMAKE, Gone, put_back
from carecompanion.filling import kept
from carecompanion.language import _
from carecompanion.options import Declined

if TYPE_CHECKING:
    from carecompanion.store import Journal

LEFT = _("Everything was left as it is.")
REDO = _("carecompanion redo does it again.")
LEAVE = Option("", "", _("Leave it all as it is"))
WHAT = (Option("p", "back", _("Put it back")), Option("d", "for_good", _("Delete it for good")), LEAVE)


def undo(asked: argparse.Namespace, _say: Say) -> str:
    """Undo the last act and say which it was. Raises Declined when there is none."""
    return f"{_turned(asked, back=True)} {REDO}"


def redo(asked: argparse.Namespace, _say: Say) -> str:
    """Do the last undone act again and say which it was. Raises Declined when there is none."""
    return _turned(asked, back=False)


def trash(asked: argparse.Namespace, say: Say) -> str:
    """Say what was deleted; put one of it back, or take it out of the file for good after asking."""
    now, asker = options.clock(asked)(), Asker(say)
    with options.unlocked(asked) as journal:
        gone = journal.trash()
        if not gone:
            return NOTHING
        asker.tell(LEAD)
        try:
            return _with_one(asker, journal, gone, now)
        except Ended:
            return LEFT
        except Stuck as stuck:
            raise Declined(f"{LEFT} {stuck}") from None


def _turned(asked: argparse.Namespace, *, back: bool) -> str:
    now = options.clock(asked)()
    with options.unlocked(asked) as journal:
        act = journal.undo() if back else journal.redo()
        said = turned_words(act, journal.book, now, back=back)
        if act is None:
            raise Declined(said)
        return " ".join(filter(None, (said, back_up_daily(journal, now))))


def _with_one(asker: Asker, journal: "Journal", trash: tuple[Gone, ...], now: datetime) -> str:
    listed = [Option("", str(gone.act_id), _listed(gone, journal, now)) for gone in trash]
    chosen = asker.choice(_("Which one?"), [*listed, LEAVE], "")
    gone = next((gone for gone in trash if str(gone.act_id) == chosen), None)
    what = asker.choice(_("What is to be done with it?"), WHAT, "") if gone else ""
    if gone is None or not what:
        return LEFT
    if what == "back":
        journal.keep(*put_back(gone, trash, journal.book), at=now)
        return kept(_("Put back: {named}.").format(named=_named(gone, journal, now)), journal, now)
    return _for_good(asker, journal, gone, now)


def _for_good(asker: Asker, journal: "Journal", gone: Gone, now: datetime) -> str:
    asker.tell(FOR_GOOD)
    if not asker.yes(_("Delete this for good?")):
        return LEFT
    journal.forget(*gone.records)
    if not journal.backups():
        return _("Deleted for good.")
    asker.tell(_("Deleted for good."), REMAKE)
    try:
        remake = asker.yes(_("Remake the backups?"))
    except (Ended, Stuck):
        remake = False
    if not remake:
        return _("The backups were left as they are.")
    journal.remake_backups(now)
    return REMADE


def _listed(gone: Gone, journal: "Journal", now: datetime) -> str:
    when = moment(gone.at, journal.book, now)
    when = _("Undone {when}").format(when=when) if gone.undone else _("Deleted {when}").format(when=when)
    return f"{at_start(_named(gone, journal, now))}. {when}."


def _named(gone: Gone, journal: "Journal", now: datetime) -> str:
    return the_record(gone.first, journal.book.keeping(*gone.records), now)
