"""No longer waiting: why no reply is waited for any more, and since when."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from carecompanion.domain.book import Book
from carecompanion.domain.sheets.reply import ClosingSheet
from carecompanion.domain.unanswered import Unanswered
from carecompanion.language import _
from carecompanion.tui.elsewhere import by_keys
from carecompanion.tui.form import Form
from carecompanion.tui.parts.bars import Hint


class ClosingForm(Form):
    """Closes one contact that nothing has come back to."""

    NAME = "closing"
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", _("save")), "next_line")

    def __init__(
        self,
        contact: Unanswered,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
    ) -> None:
        super().__init__(book, now, draft, trouble)
        self._contact = contact
        self.sheet = ClosingSheet(contact, book, now, ways=by_keys())

    def half_written(self) -> dict[str, str] | None:
        """What the lines hold, and which contact it is about."""
        values = super().half_written()
        return None if values is None else values | {"contact": self._contact.contact.id}
