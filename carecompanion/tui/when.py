"""When: a line that reads moments as people type them, and says below what it understood."""

from datetime import datetime

from textual import on
from textual.widgets import Input

from carecompanion.domain.book import Book
from carecompanion.domain.days import MONTHS
from carecompanion.domain.moments import Unreadable, long_day, read_ahead, read_moment
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.parts.line import Line

NOW = "just now"


class When(Field):
    """The line of a moment: one that has been, or one that comes when `ahead`. Its line has the id `name`.

    `at` is the moment it is filled in with; it stays that very instant until something else is typed.
    """

    def __init__(
        self,
        book: Book,
        now: datetime,
        *,
        label: str = "When",
        name: str = "when",
        text: str = NOW,
        at: datetime | None = None,
        hint: str = "",
        ahead: bool = False,
        more: bool = False,
    ) -> None:
        self._text = text if at is None else moment_text(at, book)
        self._line = Line(self._text, hint=hint, id=name, stand_in=self._text == NOW)
        super().__init__(label, self._line, more=more)
        self._book, self._now, self._ahead, self._at = book, now, ahead, at

    @property
    def moment(self) -> datetime:
        """The instant of what is typed, in UTC; of what it was filled in with, as that was. Raises Unclear."""
        if self._at is not None and self._line.value == self._text:
            return self._at
        read = read_ahead if self._ahead else read_moment
        try:
            return read(self._line.value, self._now, self._book.zone)
        except Unreadable as unreadable:
            raise Unclear(self._line.id or "", str(unreadable)) from None

    @property
    def moment_so_far(self) -> datetime | None:
        """The instant of what is typed; None while it cannot be read."""
        try:
            return self.moment
        except Unclear:
            return None

    def remark(self, words: str = "", *, trouble: bool = False) -> None:
        """Say something under the line; with nothing to say, what the line was understood as."""
        super().remark(words or self._echo(), trouble=trouble)

    def lasting(self) -> dict[str, str]:
        """The moment on the calendar: "just now" in a draft would be another moment on another day."""
        moment = self.moment_so_far
        if moment is None or self._line.id is None:
            return {}
        return {self._line.id: moment_text(moment, self._book)}

    @on(Input.Changed)
    def echo(self) -> None:
        """Say what is understood, as it is typed."""
        self.remark()

    def _echo(self) -> str:
        moment = self.moment_so_far
        if moment is None or self._line.value.strip().lower() == NOW:
            return ""
        local = self._book.local(moment)
        return f"= {long_day(local.date(), self._book.day_of(self._now))}, {local:%H:%M}"


def moment_text(moment: datetime, book: Book) -> str:
    """A moment as a line holds it, with its year: "9 January 2026 09:12"."""
    local = book.local(moment)
    return f"{local.day} {MONTHS[local.month - 1]} {local.year} {local:%H:%M}"
