"""The letters command as a conversation: a letter written or changed, that it was sent, and what came of it."""

import argparse
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from carecompanion import options
from carecompanion.asking import Asker, Ended, Say, or_declined
from carecompanion.changing import delete_one
from carecompanion.choosing import found
from carecompanion.domain.book import Book
from carecompanion.domain.bringing import stands_for
from carecompanion.domain.letter_course import happened
from carecompanion.domain.letter_words import subject
from carecompanion.domain.moments import long_day
from carecompanion.domain.records import Letter, LetterStep, Record
from carecompanion.domain.review_words import entry_words
from carecompanion.domain.shareable import shareable
from carecompanion.domain.sheets.asks import Option
from carecompanion.domain.sheets.letter_step import StepSheet
from carecompanion.filling import COMMANDS, UNCHANGED, kept, write
from carecompanion.going_through import STOPPED, no_file
from carecompanion.language import _
from carecompanion.letters import numbered_letter
from carecompanion.options import Declined
from carecompanion.sharing.sheets.bring import KEPT_OUT, NOT_BY_ITSELF
from carecompanion.sharing.sheets.letter import LetterSheet, are_in, can_rest_on, resting_on
from carecompanion.sharing.sheets.letter_sent import SentSheet

if TYPE_CHECKING:
    from carecompanion.store import Journal

WHICH = _("Nothing was asked: say which letter by its number, as in carecompanion letters 1 --sent.")
NO_NUMBER = _("Nothing was asked: --new begins a letter, and that has no number yet.")
NOT_SENT_YET = _("Nothing was asked: that comes once the letter was sent, and --sent says so.")
BRING, TAKE_OUT, DONE = "bring", "take_out", "done"


def begin(asked: argparse.Namespace, say: Say) -> str:
    """Ask what a new letter is made of, and keep it. Raises Declined."""
    no_file(asked)
    if asked.number is not None:
        raise Declined(NO_NUMBER)
    now, asker = options.clock(asked)(), Asker(say)
    with options.unlocked(asked) as journal:
        return write(asker, journal, LetterSheet(journal.book, now, ways=COMMANDS), now)


def converse(asked: argparse.Namespace, say: Say) -> str:
    """Ask what the option calls for about a letter that is there, and keep it. Raises Declined."""
    no_file(asked)
    if asked.number is None:
        raise Declined(WHICH)
    now, asker = options.clock(asked)(), Asker(say)
    nothing = _("Nothing was deleted") if asked.way == "delete" else _("Nothing was kept")
    with options.unlocked(asked) as journal, or_declined(nothing):
        return WAYS[asked.way](asker, journal, numbered_letter(asked.number, journal.book), now)


def _change(asker: Asker, journal: "Journal", letter: Letter, now: datetime) -> str:
    """Each line of the letter anew, or of something that came of it."""
    record = _which(asker, journal.book, letter, now)
    if isinstance(record, LetterStep):
        return write(asker, journal, StepSheet(journal.book, now, was=record, ways=COMMANDS), now)
    return write(asker, journal, LetterSheet(journal.book, now, was=letter, ways=COMMANDS), now)


def _sent(asker: Asker, journal: "Journal", letter: Letter, now: datetime) -> str:
    """How and when it was sent, which begins to wait for an answer."""
    return write(asker, journal, SentSheet(journal.book, now, was=letter, ways=COMMANDS), now)


def _step(asker: Asker, journal: "Journal", letter: Letter, now: datetime) -> str:
    """What came of it."""
    if letter.sent_at is None:
        raise Declined(NOT_SENT_YET)
    return write(asker, journal, StepSheet(journal.book, now, letter=letter, ways=COMMANDS), now)


def _delete(asker: Asker, journal: "Journal", letter: Letter, now: datetime) -> str:
    """The letter, or something that came of it, once it was said what that changes."""
    return delete_one(asker, journal, _which(asker, journal.book, letter, now), now)


def _bring(asker: Asker, journal: "Journal", letter: Letter, now: datetime) -> str:
    """The entries it rests on: one after the other brought along, or taken out. What is done stays when answers end."""
    book, shared, said = journal.book, shareable(journal.book), _("Saved.")
    brought = {each.entry_id: entry for each in letter.brought if (entry := book.record(each.entry_id)) is not None}
    before = tuple(brought)
    try:
        while (what := asker.choice(are_in(len(brought)), _ways(len(brought)), DONE)) != DONE:
            if what == TAKE_OUT:
                offered = [Option("", key, entry_words(each, book, now)) for key, each in brought.items()]
                del brought[asker.choice(_("Which one is to be taken out?"), offered)]
            else:
                entry = _one_more(asker, journal, shared, now)
                brought |= {entry.id: entry} if entry is not None else {}
    except Ended:
        if tuple(brought) == before:
            raise
        said = STOPPED
    if tuple(brought) == before:
        return UNCHANGED
    journal.keep(resting_on(letter, brought, book, now), at=now)
    return kept(f"{said} {are_in(len(brought))}", journal, now)


def _one_more(asker: Asker, journal: "Journal", shared: Book, now: datetime) -> Record | None:
    """An entry that can stand in a letter; None, once it was said why not, for one that cannot."""
    entry = stands_for(found(asker, journal, "entry", now), journal.book, now)
    if entry is not None and can_rest_on(entry, shared):
        return entry
    asker.again(NOT_BY_ITSELF if entry is None else KEPT_OUT)
    return None


def _which(asker: Asker, book: Book, letter: Letter, now: datetime) -> Record:
    """The letter itself, or one of the steps that came of it where there are some."""
    steps = {each.record.id: each for each in happened(letter, book) if isinstance(each.record, LetterStep)}
    if not steps:
        return letter
    itself = _("The letter itself: {subject}").format(subject=subject(letter.kind, book.settings))
    offered = [Option("", letter.id, itself)]
    for key, each in steps.items():
        when = long_day(each.on, book.day_of(now))
        offered.append(Option("", key, f"{each.what}{f' ({each.note})' if each.note else ''}, {when}"))
    return book.letter_steps.get(asker.choice(_("Which one?"), offered, letter.id), letter)


def _ways(many: int) -> list[Option]:
    take_out = [Option("t", TAKE_OUT, _("Take an entry out"))] if many else []
    return [Option("b", BRING, _("Bring an entry along")), *take_out, Option("d", DONE, _("That is all"))]


WAYS: Mapping[str, Callable[[Asker, "Journal", Letter, datetime], str]] = {
    "change": _change,
    "sent": _sent,
    "step": _step,
    "delete": _delete,
    "bring": _bring,
}
"""What each option asks about a letter that is there."""
