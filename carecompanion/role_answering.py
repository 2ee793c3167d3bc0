"""The role command: what the role promises, said; or asked about thing by thing, with each answer kept."""

import argparse
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, get_args

from carecompanion import options, spoken
from carecompanion.asking import Asker, Ended, Say, Stuck
from carecompanion.domain.records import RoleAnswer
from carecompanion.domain.role_promises import ANSWERS, Promised, answer_on, promised, question, said, tally
from carecompanion.domain.sheets.role import RoleSheet
from carecompanion.domain.vocabulary import RoleWord
from carecompanion.filling import COMMANDS, UNCHANGED, kept, write
from carecompanion.language import _
from carecompanion.options import Declined
from carecompanion.sharing.plain_lines import stopped

if TYPE_CHECKING:
    from carecompanion.store import Journal

NO_SUCH = _("Nothing was asked: there is no thing of that number. carecompanion role lists them all.")
TO_ASK = _("Nothing was asked: a number goes with --answer, as in carecompanion role 3 --answer.")
STOPPED = _("Stopped here. What you answered is kept.")


def role(asked: argparse.Namespace, say: Say) -> str:
    """What the role promises, or what was kept of the answers to it. Raises Declined."""
    if not asked.answer and asked.number is None:
        return spoken.role(asked)
    if not asked.answer:
        raise Declined(TO_ASK)
    now, asker = options.clock(asked)(), Asker(say)
    with options.unlocked(asked) as journal:
        if asked.number is not None:
            return _answer_one(asker, journal, asked.number, now)
        answered: list[RoleAnswer] = []
        ended = ""
        try:
            _ask(asker, journal, now, answered)
        except Ended:
            ended = STOPPED
        except Stuck as stuck:
            raise Declined(_("Nothing was kept. {stuck}").format(stuck=stuck)) from None
        if not answered:
            return UNCHANGED
        journal.keep(*answered, at=now)
        so_far = tally(promised(journal.book, now))
        return kept(f"{ended or _('Saved.')} {so_far}", journal, now)


def _answer_one(asker: Asker, journal: "Journal", number: int, now: datetime) -> str:
    """Ask about one thing on its own sheet, which also asks when the person asked about it."""
    there = promised(journal.book, now)
    if not 1 <= number <= len(there):
        raise Declined(NO_SUCH)
    about = there[number - 1]
    sheet = RoleSheet(journal.book, now, item=about.item, was=about.last, ways=COMMANDS)
    return write(asker, journal, sheet, now)


def _ask(asker: Asker, journal: "Journal", now: datetime, answered: list[RoleAnswer]) -> None:
    """Ask about each thing; each answer that is another than before is put with those `answered`."""
    book = journal.book
    there = promised(book, now)
    for number, each in enumerate(there, 1):
        was = (each.last.answer if each.last else None) or ""
        given = asker.choice(
            _("{number} of {count}. {words}").format(number=number, count=len(there), words=_words(each, journal)),
            ANSWERS,
            was,
        )
        if given == "no" or (given == "not_sure" and not each.known):
            asker.tell(_("It becomes a question: {question}").format(question=question(each, book)))
        if given != was:
            word = next((word for word in get_args(RoleWord) if word == given), None)
            answered.append(replace(answer_on(book.day_of(now), each, book, now), answer=word))


def _words(each: Promised, journal: "Journal") -> str:
    """What is promised, where alone it holds, and what the journal knows of it."""
    only = each.words.where or each.words.aside
    known = _("Your journal knows: {stopped}").format(stopped=stopped(each.known)) if each.known else ""
    about = stopped(f"{said(each, journal.book)}{f' ({only})' if only else ''}")
    return " ".join(part for part in (about, known) if part)
