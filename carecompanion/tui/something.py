"""What the key s writes down: six kinds of things, each on a sheet of its own, with what has come of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.identity import new_id
from carecompanion.domain.records import Record
from carecompanion.domain.sources import sources
from carecompanion.domain.wording import role_word
from carecompanion.tui.day import Day, written_out
from carecompanion.tui.field import Field, for_me_only
from carecompanion.tui.form import Form, Written
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.drawing import clipped
from carecompanion.tui.parts.line import Line

R = TypeVar("R", bound=Record)

LONGEST_SOURCE = 60
NOT_AT_ONE = Option("n", "", "on its own")


@dataclass(repr=False)
class Turn:
    """From one sheet to the next: which kind of thing it is, the words that go along, and what it came from.

    `by_arrow`: the person went along the kinds, and goes on from there.
    """

    kind: str | None
    carried: dict[str, str] = field(default_factory=dict)
    source: str | None = None
    by_arrow: bool = False


class Kinds(Choice):
    """The kinds of things. Whether one was gone to by an arrow decides where the next sheet begins."""

    by_arrow = False

    def go_along(self, step: int) -> None:
        """Along the kinds."""
        self.by_arrow = True
        super().go_along(step)

    def validate_value(self, value: str | None) -> str | None:
        """Another kind leads to another sheet: what is typed from here on is for that one."""
        if isinstance(self.screen, Something) and value != self.screen.NAME:
            self.screen.has_begun = False
        return value


class Something(Form):
    """One kind of thing: new, its first line leading to the other kinds; or `record`, filled in, to say more of it.

    `NAME` is the kind, `FIRST` the line of a new one to begin with.
    """

    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", "save"), "next_line", "more")
    FIRST: ClassVar[str] = "text"

    def __init__(
        self,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
        *,
        record: Record | None = None,
        turn: Turn | None = None,
    ) -> None:
        super().__init__(book, now, draft, trouble)
        self.today = book.day_of(now)
        self.turn, self.was = turn, record
        self._put_in: dict[str, str] = {}

    @property
    def draft_name(self) -> str:
        """One draft for each kind, and one for each record that is there already."""
        return f"{self.NAME} {self.was.id}" if self.was else self.NAME

    @property
    def more_of_it(self) -> str:
        """The line at which a record that is there already is taken up."""
        return self.FIRST

    def own_lines(self) -> ComposeResult:
        """The lines of this kind."""
        yield from ()

    def lines(self) -> ComposeResult:
        """Which kind; its lines; what is for the person alone."""
        if self.turn is not None:
            yield Field("This is", Kinds(_kinds(self.book), self.NAME, id="kind_of_thing"))
        yield from self.own_lines()
        was = self.was
        yield from for_me_only((was and was.private) or "", bool(was and was.keep_out))

    def start(self) -> None:
        """At the kind, at the words once a letter has chosen it, or at what may have come of it."""
        if self.was is not None:
            self._take_up()
        elif self.turn is not None and (self.turn.by_arrow or not self.turn.carried):
            self.query_one(Kinds).focus()
        else:
            self.query_one(f"#{self.FIRST}").focus()

    def source_line(self, chosen: str | None) -> ComposeResult:
        """Which visit or contact it came from, when there is one to choose."""
        offered = sources(self.book, self.now, chosen or (self.turn.source if self.turn else None))
        options = [
            Option(str(digit), key, clipped(words, LONGEST_SOURCE)) for digit, (key, words) in enumerate(offered, 1)
        ]
        if options:
            first = chosen or (self.turn.source if self.turn else None) or ""
            yield Field("From", Choice([NOT_AT_ONE, *options], first, id="source"))

    def came_from(self) -> dict[str, str | None]:
        """The fields that say which visit or contact it came from."""
        key = self.value("source")
        visit = key if key in self.book.appointments else None
        return {"appointment_id": visit, "contact_id": key if key and not visit else None}

    def record(self) -> Record:
        """The record; raises Unclear, or ValueError with a sentence."""
        raise NotImplementedError

    def said(self) -> str:
        """One sentence on what is kept."""
        raise NotImplementedError

    def written(self) -> Written:
        """The record, and what it means."""
        return Written((self.record(),), self.said())

    def made(self, kind: type[R], /, **fields: Any) -> R:  # noqa: ANN401  # the record checks its own
        """A record of a kind with these fields, with those that every record has, and with what it came from."""
        if self.query("#source"):
            fields |= self.came_from()
        return kind(
            id=self.was.id if self.was else new_id(self.now),
            written_at=self.was.written_at if self.was else self.now,
            written_by=self.was.written_by if self.was else None,
            private=self.words("private"),
            keep_out=self.value("keep_out") == "yes",
            **fields,
        )

    def line(self, name: str) -> Day:
        """The day of that name."""
        return next(day for day in self.query(Day) if day.query(f"#{name}"))

    @on(Choice.Changed, "#kind_of_thing")
    def turn_to_another(self) -> None:
        """Another kind has another sheet; the words go along."""
        chosen = self.query_one(Kinds)
        if self.turn is None or chosen.value in (None, self.NAME):
            return
        self.turn.kind, self.turn.by_arrow = chosen.value, chosen.by_arrow
        self.turn.carried = {name: text for name, text in self.values().items() if name != "kind_of_thing"}
        self.left = None
        self.dismiss(None)

    @on(Choice.Changed, "#source")
    def take_its_day(self) -> None:
        """What came from a visit was said on the day of the visit, as long as no other day is typed."""
        visit = self.book.appointments.get(self.value("source"))
        if visit is not None:
            self.came_on(visit.planned_at)

    def came_on(self, at: datetime) -> None:
        """It came from something of this instant."""

    def put_day(self, name: str, day: date) -> None:
        """A day in its line, unless another than the first one is typed there."""
        line = self.query_one(f"#{name}", Line)
        if line.value in ("today", self._put_in.get(name)):
            line.value = self._put_in[name] = written_out(day)

    def _take_up(self) -> None:
        """Go to what may have come of it; the lines that are seldom needed show when that is one of them."""
        control = self.query_one(f"#{self.more_of_it}")
        if self.field(self.more_of_it).has_class("-more"):
            self.action_more()
        control.focus()


def _kinds(book: Book) -> list[Option]:
    return [
        Option("a", "asked", "Asked for"),
        Option("p", "promise", "Promise"),
        Option("c", "change", "Change"),
        Option("n", "update", "News for the team"),
        Option("w", "absence", "Somebody away"),
        Option("h", "handover", f"New {role_word(book.settings)}"),
    ]
