"""One thing that the role promises: whether it is so, and when the person asked about it, drawn."""

from collections.abc import Mapping
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.records import RoleAnswer
from carecompanion.domain.sheets import role
from carecompanion.domain.vocabulary import RoleItem
from carecompanion.tui.elsewhere import by_keys
from carecompanion.tui.form import Form


class RoleSheet(Form):
    """Filled in from the last answer, which it changes when that was given today."""

    NAME = "role"

    def __init__(
        self,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
        *,
        item: RoleItem | None = None,
        was: RoleAnswer | None = None,
    ) -> None:
        super().__init__(book, now, draft, trouble, was=was)
        self.sheet = role.RoleSheet(book, now, item=item, was=was, ways=by_keys())
