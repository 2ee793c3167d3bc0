"""Day: a line that reads days as people type them, and says below which one it understood."""

from datetime import date, datetime

from textual import on
from textual.widgets import Input

from carecompanion.domain.book import Book
from carecompanion.domain.days import MONTHS
from carecompanion.domain.moments import Unreadable, long_day, read_day, read_nearest_day
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.parts.line import Line

TODAY = "today"


class Day(Field):
    """The line of a day. Its line has the id `name`.

    It is a day that has been; with `ahead` rather one that comes, with `either` rather one that has been. A date
    without a year is the last one, or with one of the two the nearest.
    """

    def __init__(
        self,
        label: str,
        book: Book,
        now: datetime,
        *,
        name: str,
        text: str = "",
        hint: str = "",
        more: bool = False,
        ahead: bool = False,
        either: bool = False,
    ) -> None:
        self._line = Line(text, hint=hint, id=name, stand_in=text == TODAY)
        super().__init__(label, self._line, more=more)
        self._today, self._ahead = book.day_of(now), ahead
        self._read = read_nearest_day if ahead or either else read_day

    @property
    def day(self) -> date | None:
        """The day that is typed; None when nothing is. Raises Unclear."""
        if not self._line.value.strip():
            return None
        try:
            return self._read(self._line.value, self._today, self._ahead)
        except Unreadable as unreadable:
            raise Unclear(self._line.id or "", str(unreadable)) from None

    @property
    def past_day(self) -> date | None:
        """The same, of a day that has come. Raises Unclear."""
        day = self.day
        if day is not None and day > self._today:
            raise Unclear(self._line.id or "", "That day is still ahead.")
        return day

    @property
    def day_so_far(self) -> date | None:
        """The day that is typed; None while there is none, or it cannot be read."""
        try:
            return self.day
        except Unclear:
            return None

    def remark(self, words: str = "", *, trouble: bool = False) -> None:
        """Say something under the line; with nothing to say, what the line was understood as."""
        super().remark(words or self._echo(), trouble=trouble)

    def lasting(self) -> dict[str, str]:
        """The day on the calendar: "today" in a draft would be another day tomorrow."""
        day = self.day_so_far
        return {self._line.id: written_out(day)} if day is not None and self._line.id is not None else {}

    @on(Input.Changed)
    def echo(self) -> None:
        """Say what is understood, as it is typed."""
        self.remark()

    def _echo(self) -> str:
        day = self.day_so_far
        return "" if day is None else f"= {long_day(day, self._today)}"


def written_out(day: date) -> str:
    """A day as a line holds it, with its year: "9 January 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
