"""The review command as a conversation: the questions of the walk line by line, and the points said in order."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from carecompanion import options
from carecompanion.language import _
from carecompanion.options import Declined
from carecompanion.reviewing import days_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from carecompanion.domain.book import Book
    from carecompanion.domain.review import Review
    from carecompanion.domain.walk import Going, Question, Slot
    from carecompanion.store import Journal

Say = Callable[[str], None]
NO_FILE = _("Nothing was written: this is said and asked here. It takes no file, and no option of one.")
UNREADABLE = _("That line could not be read, so it was not kept. What you answered before it is.")
BEGIN = _("{} questions. Each answer is kept at once. An empty line skips.")
WHO = _("Who is writing? A supporter’s name, or an empty line when it is you.")
ONE_MORE = _("One thing on each line. An empty line goes on.")
REPLACES = _("What you write takes the place of that. An empty line leaves it.")
NO_POINT = _("Nothing is down yet that could be better. What you write here goes there.")
ALL_ASKED = _("That was the last question. carecompanion review says your page, and with --practise what to say.")
STOPPED = _("Stopped here. What you answered is kept.")


def walk(asked: argparse.Namespace, say: Say) -> str:
    """Ask the questions and keep each answer; answers with where it stands. Raises Declined."""
    from carecompanion.domain.walk import QUESTIONS

    clock = options.clock(asked)
    no_file(asked)
    with options.unlocked(asked) as journal:
        review = _review(asked, journal.book, clock())
        say(BEGIN.format(len(QUESTIONS)))
        say(WHO)
        try:
            asking = _Asking(journal, review, clock, say, _line())
            for number, question in enumerate(QUESTIONS, 1):
                asking.ask(question, _("{number} of {count}. ").format(number=number, count=len(QUESTIONS)))
        except EOFError:
            return STOPPED
    say("")
    return ALL_ASKED


def practise(asked: argparse.Namespace, _say: Say) -> str:
    """What is to be said, one thing after the other with a blank line between. Raises Declined."""
    from carecompanion.domain.walk import going
    from carecompanion.sharing.practising import cards, spoken_practice

    clock = options.clock(asked)
    no_file(asked)
    with options.unlocked(asked) as journal:
        book, now = journal.book, clock()
        review = _review(asked, book, now)
        return "\n".join(spoken_practice(cards(going(review, book, now, ""), review)))


class _Asking:
    """Asks for the answers to a question, and keeps them. Raises EOFError when nobody answers any more."""

    def __init__(self, journal: Journal, review: Review, clock: Callable[[], datetime], say: Say, by: str) -> None:
        self._journal, self._review, self._clock, self._by = journal, review, clock, by
        self._print = say

    def ask(self, question: Question, number: str) -> None:
        """All there is to ask about it."""
        from carecompanion.domain.walk import slots

        self._say("", f"{number}{question.asked}", question.helping)
        if question.name in ("well", "better"):
            self._say(*self._there(question), ONE_MORE)
            while words := _line():
                self._keep(slots(question, self._stands())[-1], words)
            return
        for slot in slots(question, self._stands()):
            self._say(*self._about(slot))
            self._keep(slot, _line())

    def _say(self, *lines: str) -> None:
        from carecompanion.sharing.plain_lines import harmless

        for line in lines:
            self._print(harmless(line))

    def _there(self, question: Question) -> Iterator[str]:
        """The points of a side that are there already."""
        from carecompanion.sharing.review_words import plain_words

        for item in self._stands().items:
            if item.side == question.name:
                whose = _("Your own") if item.source is None and not item.brought else _("From your journal")
                yield f"{whose}: {plain_words(item, self._review)}"

    def _about(self, slot: Slot) -> Iterator[str]:
        from carecompanion.sharing.review_words import plain_words

        if slot.item is not None:
            yield _("About: {plain_words}").format(plain_words=plain_words(slot.item, self._review))
        elif slot.question.name == "help":
            yield NO_POINT
        if slot.text.strip():
            yield _("So far: {text}").format(text=slot.text)
            yield REPLACES

    def _keep(self, slot: Slot, words: str) -> None:
        from carecompanion.domain.identity import new_id
        from carecompanion.domain.walk import answer

        now = self._clock()
        kept = answer(slot, words, self._stands(), now, partial(new_id, now), self._by) if words else None
        if kept is not None:
            self._journal.keep(*kept.records, without=kept.going, at=now)

    def _stands(self) -> Going:
        from carecompanion.domain.identity import new_id
        from carecompanion.domain.walk import going

        now = self._clock()
        return going(self._review, self._journal.book, now, new_id(now))


def _review(asked: argparse.Namespace, book: Book, now: datetime) -> Review:
    from carecompanion.domain.shareable import shareable
    from carecompanion.sharing.review_pages import prepared

    return prepared(shareable(book), book, days_of(asked, book, now), now).review


def no_file(asked: argparse.Namespace) -> None:
    """A conversation writes no file, and says nothing in another form. Raises Declined."""
    as_usual = (asked.names, asked.dates, asked.large_print, asked.given_to) == ("written", "exact", False, None)
    if asked.file is not None or not as_usual:
        raise Declined(NO_FILE)


def _line() -> str:
    """The next line that is typed, without blanks around it. Raises EOFError at the end, and Declined."""
    try:
        line = sys.stdin.readline()
    except (OSError, UnicodeDecodeError):
        raise Declined(UNREADABLE) from None
    if not line:
        raise EOFError
    return line.strip()
