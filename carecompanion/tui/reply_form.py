"""A reply with more to say about it than that it came: its kind, whose it was, when, and what it settled."""

from collections.abc import Mapping
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.records import Reply
from carecompanion.domain.sheets.reply import ReplySheet
from carecompanion.domain.unanswered import Unanswered
from carecompanion.tui.elsewhere import by_keys
from carecompanion.tui.form import Form


class ReplyForm(Form):
    """What came back about one contact."""

    NAME = "reply"
    was: Reply | None

    def __init__(
        self,
        contact: Unanswered,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
        *,
        was: Reply | None = None,
    ) -> None:
        super().__init__(book, now, draft, trouble, was=was)
        self._contact = contact
        self.sheet = ReplySheet(contact, book, now, was=was, ways=by_keys())

    def half_written(self) -> dict[str, str] | None:
        """What the lines hold, and which contact it is about."""
        values = super().half_written()
        return None if values is None else values | {"contact": self._contact.contact.id}
