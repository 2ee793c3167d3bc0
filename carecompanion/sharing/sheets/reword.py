"""A point of a review in the person's own words, with what was worked out beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.lines import cut
from carecompanion.domain.records import ReviewPoint
from carecompanion.domain.review_items import Item, decision, name_of
from carecompanion.domain.review_words import worked_out
from carecompanion.domain.sheets.asks import Ask, Unclear
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import Pieces, Sheet
from carecompanion.domain.sheets.sides import wish_ask
from carecompanion.language import _
from carecompanion.sharing.deciding import Deciding
from carecompanion.sharing.review_pages import Prepared
from carecompanion.sharing.review_words import point_words

LONGEST = 240
"""Letters of what was worked out, and of what it will read, that are shown."""


class RewordSheet(Sheet):
    """The words, which stand as they were worked out while there are none, and what the person would like."""

    NAME = "reword"
    was: ReviewPoint | None

    def __init__(
        self, found: Prepared, item: Item, book: Book, now: datetime, *, ways: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(book, now, was=book.review_points.get(item.point.id) if item.point else None, ways=ways)
        self._found, self._item = found, item

    @property
    def draft_name(self) -> str:
        """One draft for each point."""
        return f"{self.NAME} {name_of(self._item)}"

    def heading(self) -> str:
        """What is being written down."""
        return _("In your own words")

    @property
    def lead(self) -> str:
        """What the journal brings it as, in a line; "" for a point of the person's own."""
        words = worked_out(self._item, self._found.review.book, self.now)
        return _("Worked out: {clipped}").format(clipped=cut(words, LONGEST)) if words else ""

    def asks(self) -> Iterator[Ask]:
        """The words, and the wish."""
        was = self.was
        hint = _("as it was worked out") if self.lead else _("what you want to say or ask")
        yield Ask(name="text", label=_("In my words"), held=(was and was.text) or "", hint=hint)
        yield wish_ask((was and was.wish) or "")

    def outcome(self) -> Pieces:
        """How the document will say it."""
        review = self._found.record.id if self._found.record else _("not kept")
        bare = decision(self._item, review, review)
        told = replace(bare, text=self.words("text", "text"), wish=self.words("wish", "wish"))
        words = point_words(replace(self._item, point=told), self._found.review, "exact")
        return (_("It will read: {clipped}").format(clipped=cut(words, LONGEST)),) if words else ()

    @property
    def changes_nothing(self) -> bool:
        """Whether nothing was typed."""
        return self.is_untouched("text", "wish")

    def written(self) -> Written:
        """What is decided now; nothing is left of it when it stands as it was worked out."""
        text, wish, was = self.words("text", "text"), self.words("wish", "wish"), self.was
        if text is None and not self.lead:
            raise Unclear("text", _("There are no words left. {ways}").format(ways=self.ways["no_words"]))
        deciding = Deciding(self._found, self.book, self.now)
        said = _("It stands in your words.") if text else _("It stands as it was worked out.")
        undecided = was is not None and was.taken and was.place is None and text is None and wish is None
        if was is not None and undecided and deciding.is_brought_by_itself(self._item):
            return Written((), said, without=(was,))
        return Written(deciding.about(self._item, text=text, wish=wish), said)
