"""A point of the person's own for their review."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.records import ReviewPoint
from carecompanion.domain.review_words import GROUPS
from carecompanion.domain.sheets.asks import Ask
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import Pieces, Sheet
from carecompanion.domain.sheets.sides import side_ask, side_of, wish_ask
from carecompanion.domain.vocabulary import ReviewSide
from carecompanion.language import _
from carecompanion.sharing.deciding import Deciding
from carecompanion.sharing.review_pages import Prepared


class OwnPointSheet(Sheet):
    """In which group, the words, and what they would like."""

    NAME = "own_point"

    def __init__(
        self, found: Prepared, side: ReviewSide, book: Book, now: datetime, *, ways: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(book, now, ways=ways)
        self._found, self._side = found, side

    def heading(self) -> str:
        """What is being written down."""
        return _("A point of your own for your review")

    def asks(self) -> Iterator[Ask]:
        """The group, the words, the wish."""
        yield side_ask(self._side)
        yield Ask(name="text", label=_("In my words"), hint=_("what you want to say or ask"))
        yield wish_ask()

    def outcome(self) -> Pieces:
        """Where it will stand."""
        return (_("It stands under “{groups}”, and can be moved.").format(groups=GROUPS[side_of(self.value("side"))]),)

    def written(self) -> Written:
        """The point, and its review when that is new."""
        text, side = (
            self.what("text", _("What do you want to say? A few words are enough.")),
            side_of(self.value("side")),
        )
        deciding = Deciding(self._found, self.book, self.now)
        made = self.made(ReviewPoint, review_id=deciding.review.id, side=side, text=text, wish=self.words("wish"))
        return Written(deciding.with_review(made), _("It stands under “{groups}”.").format(groups=GROUPS[side]))
