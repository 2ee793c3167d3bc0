"""The review command as a conversation about its points: put in or left out, reworded, moved, added; and who comes."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from carecompanion import options
from carecompanion.asking import Asker, Ended, Say, Stuck, or_declined
from carecompanion.choosing import found
from carecompanion.domain.bringing import there
from carecompanion.domain.periods import Period
from carecompanion.domain.review import usual_days
from carecompanion.domain.review_items import Item
from carecompanion.domain.review_words import GROUPS, figure_words
from carecompanion.domain.shareable import shareable
from carecompanion.domain.sheets.asks import Option
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import Sheet
from carecompanion.domain.wording import trait_words
from carecompanion.filling import COMMANDS, UNCHANGED, kept, write
from carecompanion.going_through import STOPPED, no_file
from carecompanion.language import _
from carecompanion.options import Declined
from carecompanion.reviewing import days_of
from carecompanion.sharing.deciding import Deciding, question
from carecompanion.sharing.plain_lines import stopped
from carecompanion.sharing.review_pages import Prepared, prepared
from carecompanion.sharing.review_words import plain_words
from carecompanion.sharing.sheets.bring import BROUGHT, BringSheet, Thing, bringing
from carecompanion.sharing.sheets.care_review import CareReviewSheet
from carecompanion.sharing.sheets.own_point import OwnPointSheet
from carecompanion.sharing.sheets.reword import RewordSheet

if TYPE_CHECKING:
    from carecompanion.store import Journal

ANYTHING_ELSE = _("Is there anything else to change?")
BEFORE = _("That is about this one: what you changed before it is kept.")
DAYS = _("Nothing was asked: which days it looks at is asked here, and takes no --from and --to.")
DONE = _("carecompanion review says your page as it is now.")
ADD = "add"
AN_ENTRY, A_FIGURE = "entry", "figure"
WHAT = (Option("e", AN_ENTRY, _("Entry")), Option("f", A_FIGURE, _("Figure of a trait")))
THERE = _("This is in your review already, under “{group}”.")
NO_FIGURES = _("Nothing was brought: nothing counts in the days your review looks at yet.")


def about(asked: argparse.Namespace, say: Say) -> str:
    """Who is to be there, which days it looks at, when the copy came. Raises Declined."""
    no_file(asked)
    if asked.first or asked.last:
        raise Declined(DAYS)
    now, asker = options.clock(asked)(), Asker(say)
    with options.unlocked(asked) as journal:
        points = _Points(asker, journal, now, None)
        days = usual_days(points.found.review.book, now)
        return write(asker, journal, CareReviewSheet(points.found, days, journal.book, now, ways=COMMANDS), now)


def bring(asked: argparse.Namespace, say: Say) -> str:
    """Bring an entry or a figure along. Raises Declined."""
    no_file(asked)
    now, asker = options.clock(asked)(), Asker(say)
    with options.unlocked(asked) as journal, or_declined(_("Nothing was brought")):
        return _Points(asker, journal, now, days_of(asked, journal.book, now)).bring()


def change(asked: argparse.Namespace, say: Say) -> str:
    """One point after the other, each change kept at once. Raises Declined."""
    no_file(asked)
    clock, asker = options.clock(asked), Asker(say)
    with options.unlocked(asked) as journal, or_declined(_("Nothing was changed")):
        before, days, more = journal.book, days_of(asked, journal.book, clock()), True
        try:
            while more:
                asker.tell(_Points(asker, journal, clock(), days).change_one())
                more = asker.yes(ANYTHING_ELSE)
        except Ended:
            if journal.book is before:
                raise
            return STOPPED
        except (Stuck, Declined) as refused:
            if journal.book is before:
                raise
            raise Declined(f"{refused} {BEFORE}") from None
    return DONE


@dataclass
class _Points:
    """The points of the review in hand as they stand, and what is asked about them."""

    asker: Asker
    journal: "Journal"
    now: datetime
    days: Period | None
    """The days that were named; None for those of the review."""

    @cached_property
    def found(self) -> Prepared:
        """The review in hand."""
        return prepared(shareable(self.journal.book), self.journal.book, self.days, self.now)

    @property
    def deciding(self) -> Deciding:
        """What is kept with a decision."""
        return Deciding(self.found, self.journal.book, self.now)

    def change_one(self) -> str:
        """Which point, and what is to be done with it; what was done."""
        listed = [Option("", str(number), self._words(item)) for number, item in enumerate(self.found.items)]
        listed.append(Option("a", ADD, _("Add a point of your own")))
        chosen = self.asker.choice(_("Which point?"), listed)
        if chosen == ADD:
            return self._write(OwnPointSheet(self.found, "ask", self.journal.book, self.now, ways=COMMANDS))
        item = self.found.items[int(chosen)]
        ways = dict(self._ways(item))
        offered = [Option("", name, words) for name, words in ways.items()]
        return ACTS[self.asker.choice(_("What is to be done with it?"), offered)](self, item)

    def turn(self, item: Item) -> str:
        """Put it in, or leave it out."""
        return self._keep(self.deciding.turned(item))

    def reword(self, item: Item) -> str:
        """In the person's own words, with what they would like."""
        sheet = RewordSheet(self.found, item, self.journal.book, self.now, ways=COMMANDS)
        return self._write(sheet)

    def up(self, item: Item) -> str:
        """One place further up in its group."""
        return self._keep(self.deciding.moved(item, -1))

    def down(self, item: Item) -> str:
        """One place further down in its group."""
        return self._keep(self.deciding.moved(item, 1))

    def take_back(self, item: Item) -> str:
        """Delete a point of the person's own; or let it stand as the journal brings it."""
        point = self.journal.book.review_points[item.point.id if item.point else ""]
        stays = self.deciding.is_brought_by_itself(item)
        sure = self.asker.yes(question(stays=stays))
        return self._keep(self.deciding.taken_back(point, stays=stays) if sure else None)

    def bring(self) -> str:
        """An entry or a figure: where it is to stand, or that it is there already."""
        is_entry = self.asker.choice(_("What is to be brought along?"), WHAT, AN_ENTRY) == AN_ENTRY
        thing: Thing = found(self.asker, self.journal, "entry", self.now) if is_entry else self._figure()
        brought = bringing(thing, self.found, self.journal.book, self.now)
        if isinstance(brought, str):
            raise Declined(_("Nothing was brought. {why}").format(why=brought))
        item = there(brought.key, self.found.items)
        if item is None:
            return self._write(BringSheet(self.found, brought, self.journal.book, self.now, ways=COMMANDS))
        if item.is_in:
            return THERE.format(group=GROUPS[item.side])
        return self._keep(Written(self.deciding.about(item, taken=True), BROUGHT))

    def _figure(self) -> str:
        """The figure that is chosen, of those that count something in the days of the review."""
        traits = self.found.review.assessment.traits
        counted = {trait: [each for each in trait.measurements if each.tally.of] for trait in traits}
        offered = [Option("", trait.id, trait_words(trait).name) for trait, figures in counted.items() if figures]
        if not offered:
            raise Declined(NO_FIGURES)
        chosen = self.asker.choice(_("Of which trait?"), offered)
        figures = next(figures for trait, figures in counted.items() if trait.id == chosen)
        return self.asker.choice(_("Which figure?"), [Option("", each.id, figure_words(each)) for each in figures])

    def _words(self, item: Item) -> str:
        """As in "Going well: I got through. Left out." """
        words = stopped(f"{GROUPS[item.side]}: {plain_words(item, self.found.review)}")
        return words if item.is_in else _("{words} Left out.").format(words=words)

    def _ways(self, item: Item) -> Iterator[tuple[str, str]]:
        """What can be done with a point, by the name of the act."""
        yield "turn", _("Leave it out") if item.is_in else _("Put it in")
        yield "reword", _("Say it in your own words")
        same = [each for each in self.found.items if each.side == item.side]
        if item is not same[0]:
            yield "up", _("Move it up")
        if item is not same[-1]:
            yield "down", _("Move it down")
        if item.point is not None and item.point.id in self.journal.book.review_points:
            stays = self.deciding.is_brought_by_itself(item)
            yield "take_back", _("Take back what you decided about it") if stays else _("Delete it")

    def _write(self, sheet: Sheet) -> str:
        return write(self.asker, self.journal, sheet, self.now)

    def _keep(self, written: Written | None) -> str:
        if written is None:
            return UNCHANGED
        self.journal.keep(*written.records, without=written.without, at=self.now)
        return kept(written.said, self.journal, self.now)


ACTS: Mapping[str, Callable[[_Points, Item], str]] = {
    "turn": _Points.turn,
    "reword": _Points.reword,
    "up": _Points.up,
    "down": _Points.down,
    "take_back": _Points.take_back,
}
"""What can be done with a point."""
