"""No longer waiting: why no reply is waited for any more, and since when."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import against
from carecompanion.domain.unanswered import Unanswered
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.form import Form, Written
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.line import Line
from carecompanion.tui.when import When

AHEAD = "That is still ahead. A contact can be closed once you have stopped waiting."


class ClosingForm(Form):
    """Closes one contact that nothing has come back to."""

    NAME = "closing"
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", "save"), "next_line")

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

    def heading(self) -> str:
        """Which contact is closed."""
        return f"No longer waiting: {self._contact.title}"

    def lines(self) -> ComposeResult:
        """Why, and since when."""
        yield Field("Why", Line(hint="a few words, if you like", id="why"))
        yield When(self.book, self.now)

    def half_written(self) -> dict[str, str] | None:
        """What the lines hold, and which contact it is about."""
        values = super().half_written()
        return None if values is None else values | {"contact": self._contact.contact.id}

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """Whether it will count."""
        return (self._meaning(self.query_one(When).moment_so_far or self.now),)

    def written(self) -> Written:
        """The contact, closed."""
        at = self.query_one(When).moment
        if at > self.now:
            raise Unclear("when", AHEAD)
        closed = replace(self._contact.contact, closed_at=at, closed_why=self.words("why"))
        for contradiction in against(self.book, closed):
            raise Unclear("when", contradiction.sentence)
        return Written((closed,), self._meaning(at))

    def _meaning(self, at: datetime) -> str:
        started_at, due_at = self._contact.clock.started_at, self._contact.clock.due_at
        if started_at is None or at < started_at:
            return "Nothing was left with anybody by then, so this is neither in time nor late."
        if due_at is None:
            return "No reply time was agreed, so this will not count as late."
        if at < due_at:
            return "It was not due yet, so this is left out of the replies that are counted."
        return "The agreed time had passed, so this counts as not replied in time."
