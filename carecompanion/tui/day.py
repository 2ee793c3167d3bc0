"""Day: a line that reads days as people type them, and says below which one it understood."""

from datetime import date, datetime

from textual import on
from textual.widgets import Input

from carecompanion.domain.book import Book
from carecompanion.domain.sheets.asks import STILL_AHEAD, TODAY, DayAsk, Unclear, written_out
from carecompanion.tui.field import Field
from carecompanion.tui.parts.line import Line


class Day(Field):
    """The line of a day. Its line has the id that it asks for."""

    def __init__(self, ask: DayAsk, book: Book, now: datetime) -> None:
        self._line = Line(ask.held, hint=ask.hint, id=ask.name, stand_in=ask.held == TODAY)
        super().__init__(ask.label, self._line, more=ask.more)
        self._ask, self._book, self._now = ask, book, now

    @property
    def day(self) -> date | None:
        """The day that is typed; None when nothing is. Raises Unclear."""
        return self._ask.read(self._line.value, self._book, self._now)

    @property
    def past_day(self) -> date | None:
        """The same, of a day that has come. Raises Unclear."""
        day = self.day
        if day is not None and day > self._book.day_of(self._now):
            raise Unclear(self._ask.name, STILL_AHEAD)
        return day

    def remark(self, words: str = "", *, trouble: bool = False) -> None:
        """Say something under the line; with nothing to say, what the line was understood as."""
        super().remark(words or self._ask.echo(self._line.value, self._book, self._now), trouble=trouble)

    def lasting(self) -> dict[str, str]:
        """The day on the calendar: "today" in a draft would be another day tomorrow."""
        day = self._ask.so_far(self._line.value, self._book, self._now)
        return {} if day is None else {self._ask.name: written_out(day)}

    @on(Input.Changed)
    def echo(self) -> None:
        """Say what is understood, as it is typed."""
        self.remark()
