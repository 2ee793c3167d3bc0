"""A point of the person's own for their review, drawn."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from carecompanion.domain.book import Book
from carecompanion.domain.vocabulary import ReviewSide
from carecompanion.language import _
from carecompanion.sharing.review_pages import Prepared
from carecompanion.sharing.sheets import own_point
from carecompanion.tui.elsewhere import by_keys
from carecompanion.tui.form import Form
from carecompanion.tui.parts.bars import Hint


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
        self.sheet = own_point.OwnPointSheet(found, side, book, now, ways=by_keys())

    def start(self) -> None:
        """Begin with the words; the group is most likely right."""
        self.query_one("#text").focus()
