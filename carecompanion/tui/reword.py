"""A point of a review in the person's own words, with what was worked out beside it, drawn."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from carecompanion.domain.book import Book
from carecompanion.domain.review_items import Item
from carecompanion.language import _
from carecompanion.sharing.review_pages import Prepared
from carecompanion.sharing.sheets import reword
from carecompanion.tui.elsewhere import by_keys
from carecompanion.tui.form import Form
from carecompanion.tui.parts.bars import Hint


class RewordSheet(Form):
    """The words, which stand as they were worked out while there are none, and what the person would like."""

    NAME = "reword"
    HINTS: ClassVar[tuple[Hint, ...]] = (("enter_save", _("save")), "next_line")

    def __init__(
        self,
        found: Prepared,
        item: Item,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
    ) -> None:
        sheet = reword.RewordSheet(found, item, book, now, ways=by_keys())
        super().__init__(book, now, draft, trouble, was=sheet.was)
        self.sheet = sheet
