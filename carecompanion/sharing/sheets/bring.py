"""Bringing an entry or a figure along to the next review: what can be brought, and where it is to stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.bringing import figure_of, side_for, side_of_figure, stands_for
from carecompanion.domain.lines import cut
from carecompanion.domain.records import Brought, Record, ReviewPoint
from carecompanion.domain.review_words import entry_words, figure_words
from carecompanion.domain.sheets.asks import Ask
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import Sheet
from carecompanion.domain.sheets.sides import side_ask, side_of, wish_ask
from carecompanion.domain.vocabulary import ReviewSide
from carecompanion.language import _
from carecompanion.sharing.deciding import Deciding
from carecompanion.sharing.review_pages import Prepared

LONGEST = 240
"""Letters of what is brought along that are shown."""
BROUGHT = _("Brought to your review.")
NOT_BY_ITSELF = _("This cannot be brought along by itself. An entry or a figure can.")
KEPT_OUT = _("This is kept out of anything you share, so it cannot be brought along. That can be changed.")
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


class BringSheet(Sheet):
    """In which group, the person's own words, and what they would like."""

    NAME = "bring"

    def __init__(
        self, found: Prepared, bringing: Bringing, book: Book, now: datetime, *, ways: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(book, now, ways=ways)
        self._found, self._bringing = found, bringing

    @property
    def draft_name(self) -> str:
        """One draft for each thing."""
        return f"{self.NAME} {self._bringing.key}"

    def heading(self) -> str:
        """What is done."""
        return _("Bring this to your review")

    @property
    def lead(self) -> str:
        """What is brought along."""
        return cut(self._bringing.words, LONGEST)

    def asks(self) -> Iterator[Ask]:
        """The group, the words, the wish."""
        yield side_ask(self._bringing.side)
        yield Ask(name="text", label=_("In my words"), hint=_("as it stands, or a few words of your own"))
        yield wish_ask()

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


def bringing(thing: Thing, found: Prepared, book: Book, now: datetime) -> Bringing | str:
    """What is brought along; or a sentence on why it cannot be."""
    if isinstance(thing, str):
        figure = figure_of(thing, found.review.assessment)
        return Bringing(thing, figure_words(figure), side_of_figure(figure), None) if figure else NOTHING_COUNTS
    entry = stands_for(thing, book, now)
    if entry is None:
        return NOT_BY_ITSELF
    if found.review.book.record(entry.id) is None:
        return KEPT_OUT
    return Bringing(entry.id, entry_words(entry, book, now), side_for(entry, book, now), entry)
