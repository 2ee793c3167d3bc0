"""Which visit: a list of those not told of yet and of those still ahead, and a form for one that was never planned."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.domain.book import Book
from carecompanion.domain.moments import day_words
from carecompanion.domain.records import Appointment
from carecompanion.domain.wording import at_start, visit_word, visitor
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.form import Form, Written
from carecompanion.tui.keymap import ANYWHERE, bind, shown
from carecompanion.tui.more_to_say import where
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.drawing import both_ends, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems, blank, heading
from carecompanion.tui.parts.line import Line
from carecompanion.tui.when import When
from carecompanion.tui.who import Who

RECENT = COMING = timedelta(days=30)
ANOTHER = "another"
MOST_MINUTES = 999


def untold(book: Book, now: datetime) -> list[Appointment]:
    """Visits of the last 30 days whose time has come and that are still down as planned, newest first."""
    return sorted(_planned(book, now - RECENT, now), key=lambda visit: visit.planned_at, reverse=True)


def ahead(book: Book, now: datetime) -> list[Appointment]:
    """Visits planned for the next 30 days, soonest first."""
    coming = (visit for visit in _planned(book, now, now + COMING) if visit.planned_at > now)
    return sorted(coming, key=lambda visit: visit.planned_at)


def _planned(book: Book, first: datetime, last: datetime) -> Iterator[Appointment]:
    for visit in book.appointments.values():
        if visit.status == "planned" and first <= visit.planned_at <= last:
            yield visit


class WhichVisit(ModalScreen[str | None]):
    """Answers with a visit's id, or `ANOTHER`."""

    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's list of three forms
        bind("cancel", "dismiss"),
        *ANYWHERE,
    ]

    def __init__(self, book: Book, now: datetime) -> None:
        super().__init__()
        self._book, self._now = book, now

    def compose(self) -> ComposeResult:
        """The list, newest first."""
        with Vertical(id="sheet"):
            yield Static(say(("Which visit?", "bold")), id="title")
            yield ItemList(id="visits")
            yield KeyBar((("open", "this one"),), (("cancel", "cancel"),))

    def on_mount(self) -> None:
        """Fill it."""
        shown = self.query_one(ItemList)
        shown.show(ShortItems(list(self._items())))
        shown.focus()

    @on(ItemList.Opened)
    def choose(self, event: ItemList.Opened) -> None:
        """The one in hand it is."""
        self.dismiss(event.key)

    def _items(self) -> Iterator[Item]:
        yield from self._rows(untold(self._book, self._now))
        yield Item(lambda _width: say("Another visit, not in this list"), ANOTHER)
        coming = ahead(self._book, self._now)
        if coming:
            yield from (blank(), heading("It will not happen after all"))
        yield from self._rows(coming)

    def _rows(self, visits: Sequence[Appointment]) -> Iterator[Item]:
        for visit in visits:
            yield Item(lambda width, visit=visit: self._row(visit, width), visit.id)  # type: ignore[misc]  # bound now

    def _row(self, visit: Appointment, width: int) -> Content:
        local = self._book.local(visit.planned_at)
        when = f"{at_start(day_words(local.date(), self._book.day_of(self._now)))}, {local:%H:%M}"
        named = visit.person_id or (visit.with_ or "").strip()
        whom = at_start(visitor(visit, self._book)) if named else at_start(visit_word(visit))
        return both_ends(width, [f"{when:<22}", whom, muted(f"   {where(visit)}")], [])


class UnplannedVisit(Form):
    """A visit that was not in the journal beforehand."""

    NAME = "unplanned_visit"
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", "next"), "next_line")

    def heading(self) -> str:
        """What is asked."""
        return "Which visit?"

    def lines(self) -> ComposeResult:
        """With whom, when, for how long."""
        yield Who("Who", self.book, self.now)
        yield When(self.book, self.now, text="", hint="yesterday 2pm, mon 10:15")
        agreement = self.book.agreement_on(self.book.day_of(self.now))
        usual = str(agreement.usual_minutes) if agreement and agreement.usual_minutes else ""
        yield Field("How long", Line(usual, hint="as planned, in minutes", id="minutes"))

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """What comes next."""
        return ("Then you are asked how it went.",)

    def written(self) -> Written:
        """The visit, with how it went still to say."""
        person_id, name = self.query_one(Who).named()
        visit = self.made(
            Appointment,
            planned_at=self._planned_at(),
            person_id=person_id,
            with_=name,
            planned_minutes=self._minutes(),
        )
        return Written((visit,), "Now how it went.")

    def _planned_at(self) -> datetime:
        if not self.value("when"):
            raise Unclear("when", "When was it? Try yesterday 2pm.")
        planned_at = self.query_one(When).moment
        if planned_at > self.now:
            raise Unclear("when", f"That is still ahead. The key {shown('appointment')} adds an appointment.")
        return planned_at

    def _minutes(self) -> int | None:
        text = self.value("minutes")
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST_MINUTES):
            raise Unclear("minutes", f"Please type a number of minutes from 1 to {MOST_MINUTES}.")
        return int(text)
