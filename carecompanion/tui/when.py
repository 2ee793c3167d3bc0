"""When: a line that reads moments as people type them, and says below what it understood."""

from datetime import datetime

from textual import on
from textual.widgets import Input

from carecompanion.domain.book import Book
from carecompanion.domain.sheets.asks import NOW, MomentAsk, moment_text
from carecompanion.tui.field import Field
from carecompanion.tui.parts.line import Line


class When(Field):
    """The line of a moment. Its line has the id that it asks for."""

    def __init__(self, ask: MomentAsk, book: Book, now: datetime) -> None:
        self._line = Line(ask.held, hint=ask.hint, id=ask.name, stand_in=ask.held == NOW)
        super().__init__(ask.label, self._line, more=ask.more)
        self._ask, self._book, self._now = ask, book, now

    @property
    def moment(self) -> datetime:
        """The instant of what is typed, in UTC. Raises Unclear."""
        return self._ask.read(self._line.value, self._book, self._now)

    @property
    def moment_so_far(self) -> datetime | None:
        """The same; None while it cannot be read."""
        return self._ask.so_far(self._line.value, self._book, self._now)

    def remark(self, words: str = "", *, trouble: bool = False) -> None:
        """Say something under the line; with nothing to say, what the line was understood as."""
        super().remark(words or self._ask.echo(self._line.value, self._book, self._now), trouble=trouble)

    def lasting(self) -> dict[str, str]:
        """The moment on the calendar: "just now" in a draft would be another moment on another day."""
        moment = self.moment_so_far
        return {} if moment is None else {self._ask.name: moment_text(moment, self._book)}

    @on(Input.Changed)
    def echo(self) -> None:
        """Say what is understood, as it is typed."""
        self.remark()
