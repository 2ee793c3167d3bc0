"""A point of the person's own for their review."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.records import ReviewPoint
from carecompanion.domain.review_words import GROUPS
from carecompanion.domain.vocabulary import ReviewSide
from carecompanion.language import _
from carecompanion.sharing.review_pages import Prepared
from carecompanion.tui.deciding import Deciding
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.form import Form, Written
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.line import Line
from carecompanion.tui.sides import side_line, side_of, wish_line


class OwnPointSheet(Form):
    """In which group, the words, and what they would like."""

    NAME = "own_point"
    HINTS: ClassVar[tuple[Hint, ...]] = (("enter_save", _("save")), "next_line")

    def __init__(
        self,
        found: Prepared,
        side: ReviewSide,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
    ) -> None:
        super().__init__(book, now, draft, trouble)
        self._found, self._side = found, side

    def heading(self) -> str:
        """What is being written down."""
        return _("A point of your own for your review")

    def lines(self) -> ComposeResult:
        """The group, the words, the wish."""
        yield side_line(self._side)
        yield Field(_("In my words"), Line(hint=_("what you want to say or ask"), id="text"))
        yield wish_line()

    def start(self) -> None:
        """Begin with the words; the group is most likely right."""
        self.query_one("#text").focus()

    def outcome(self) -> tuple[str, ...]:
        """Where it will stand."""
        return (_("It stands under “{groups}”, and can be moved.").format(groups=GROUPS[side_of(self.value("side"))]),)

    def written(self) -> Written:
        """The point, and its review when that is new."""
        text, side = self.words("text"), side_of(self.value("side"))
        if text is None:
            raise Unclear("text", _("What do you want to say? A few words are enough."))
        deciding = Deciding(self._found, self.book, self.now)
        made = self.made(ReviewPoint, review_id=deciding.review.id, side=side, text=text, wish=self.words("wish"))
        return Written(deciding.with_review(made), _("It stands under “{groups}”.").format(groups=GROUPS[side]))
