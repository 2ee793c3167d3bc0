"""Bringing an entry or a figure along to the next review, from wherever it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from carecompanion.domain.book import Book
from carecompanion.domain.bringing import figure_of, side_for, side_of_figure, stands_for, there
from carecompanion.domain.records import Brought, Record, ReviewPoint
from carecompanion.domain.review_words import GROUPS, entry_words, figure_words
from carecompanion.domain.vocabulary import ReviewSide
from carecompanion.language import _
from carecompanion.sharing.review_pages import Prepared
from carecompanion.tui.deciding import Deciding
from carecompanion.tui.field import Field
from carecompanion.tui.form import Form, Written
from carecompanion.tui.keymap import shown
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.drawing import bold, clipped, lines, muted, say
from carecompanion.tui.parts.line import Line
from carecompanion.tui.preparing import Preparing
from carecompanion.tui.sides import side_line, side_of, wish_line

if TYPE_CHECKING:
    from carecompanion.tui.place import Place

LONGEST = 240
BROUGHT = _("Brought to your review.")
THERE = _("This is in your review already, under “{}”. The key {} shows it.")
NOTHING_IN_HAND = _("With an entry or a figure in hand, the key {} brings it to your review.")
NOT_BY_ITSELF = _("This cannot be brought along by itself. An entry or a figure can.")
KEPT_OUT = _("This is kept out of anything you share, so it cannot be brought along. That can be changed on its sheet.")
NOTHING_COUNTS = _("Nothing counts towards this in the days your review looks at, so there is nothing to bring yet.")

Thing = Record | str
"""What is brought along: an entry, or a figure by the id of its measure or trait of one's own."""


@dataclass(frozen=True, slots=True, repr=False)
class Bringing:
    """What is brought along: its id, its words, the group it most likely belongs in, and the entry if it is one."""

    key: str
    words: str
    side: ReviewSide
    entry: Record | None


class BringSheet(Form):
    """In which group, the person's own words, and what they would like."""

    NAME = "bring"
    HINTS: ClassVar[tuple[Hint, ...]] = (("enter_save", _("bring it along"), _("bring")), "next_line")

    def __init__(
        self,
        found: Prepared,
        bringing: Bringing,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
    ) -> None:
        super().__init__(book, now, draft, trouble)
        self._found, self._bringing = found, bringing

    @property
    def draft_name(self) -> str:
        """One draft for each thing."""
        return f"{self.NAME} {self._bringing.key}"

    def heading(self) -> str:
        """What is done."""
        return _("Bring this to your review")

    def lines(self) -> ComposeResult:
        """The group, the words, the wish."""
        yield side_line(self._bringing.side)
        yield Field(_("In my words"), Line(hint=_("as it stands, or a few words of your own"), id="text"))
        yield wish_line()

    def start(self) -> None:
        """What is brought along stands above the lines."""
        words = muted(clipped(self._bringing.words, LONGEST))
        self.query_one("#title", Static).update(lines(say(bold(self.heading())), say(words)))
        super().start()

    def written(self) -> Written:
        """The point, and its review when that is new."""
        deciding, entry = Deciding(self._found, self.book, self.now), self._bringing.entry
        made = self.made(
            ReviewPoint,
            review_id=deciding.review.id,
            side=side_of(self.value("side")),
            drawn_from=None if entry else self._bringing.key,
            brought=(Brought(entry_id=entry.id),) if entry else (),
            text=self.words("text"),
            wish=self.words("wish"),
        )
        return Written(deciding.with_review(made), BROUGHT)


async def bring(place: Place, thing: Thing | None) -> bool:
    """Ask where it is to stand and keep it; or say why it cannot be brought, or that it is there already.

    Answers whether something was said or kept: not when the sheet was left without.
    """
    if thing is None:
        place.say_kept(NOTHING_IN_HAND.format(shown("bring")))
        return True
    book, now = place.journal.book, place.clock()
    found = Preparing().prepared(book, now)
    bringing = _bringing(thing, found, book, now)
    if isinstance(bringing, str):
        place.say_kept(bringing)
        return True
    item = there(bringing.key, found.items)
    if item is None:
        return await place.write(partial(BringSheet, found, bringing)) is not None
    if item.is_in:
        place.say_kept(THERE.format(GROUPS[item.side], shown("review")))
    else:
        place.keep(Written(Deciding(found, book, now).about(item, taken=True), BROUGHT))
    return True


def _bringing(thing: Thing, found: Prepared, book: Book, now: datetime) -> Bringing | str:
    """What is brought along; or why it cannot be."""
    if isinstance(thing, str):
        figure = figure_of(thing, found.review.assessment)
        return Bringing(thing, figure_words(figure), side_of_figure(figure), None) if figure else NOTHING_COUNTS
    entry = stands_for(thing, book, now)
    if entry is None:
        return NOT_BY_ITSELF
    if found.review.book.record(entry.id) is None:
        return KEPT_OUT
    return Bringing(entry.id, entry_words(entry, book, now), side_for(entry, book, now), entry)
