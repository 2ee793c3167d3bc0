"""Journal: everything that was written down, newest first, with one entry whole beside it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from carecompanion.domain.book import Book
from carecompanion.domain.moments import long_day
from carecompanion.domain.periods import PeriodChoice, next_choice, period
from carecompanion.domain.records import Record
from carecompanion.domain.timeline import Entry, Group, entries, groups, line
from carecompanion.domain.wording import PERIODS
from carecompanion.tui.detail import CHANGE_WORDS, DetailPane, change_hint
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.drawing import MARKS, Piece, accent, both_ends, faint, lines, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Items
from carecompanion.tui.place import Place

TWO_LINES_BELOW = 58
REST = 0.05
"""Seconds after which an entry is looked at, not passed by."""
GROUP_NAMES: dict[Group, str] = {
    "all": "All",
    "contact": "Contact",
    "visits": "Visits",
    "notes": "Notes",
    "asked_for": "Asked for",
    "changes": "Changes",
}


class Timeline(Items):
    """Entries under day headings. Only what shows is put into words."""

    def __init__(self, found: Sequence[Entry], book: Book, now: datetime) -> None:
        self._found, self._book, self._now = found, book, now
        self._today = book.day_of(now)
        self._rows: list[Entry | date] = []
        before: date | None = None
        for entry in found:
            if entry.day != before:
                self._rows.append(entry.day)
                before = entry.day
            self._rows.append(entry)

    @property
    def count(self) -> int:
        return len(self._rows)

    def heights(self, width: int) -> Sequence[int]:
        entry_height = 2 if width < TWO_LINES_BELOW else 1
        heights = [entry_height if isinstance(row, Entry) else 2 for row in self._rows]
        if heights:
            heights[0] = 1
        return heights

    def key(self, place: int) -> str | None:
        row = self._rows[place]
        return row.record.id if isinstance(row, Entry) else None

    def entry(self, key: str) -> Entry | None:
        """The entry with that key."""
        place = self.place_of(key)
        row = self._rows[place] if place is not None else None
        return row if isinstance(row, Entry) else None

    def draw(self, place: int, width: int) -> Content:
        row = self._rows[place]
        if not isinstance(row, Entry):
            name = long_day(row, self._today)
            return say("\n" if place else "", (f"Today, {name}" if row == self._today else name, "bold"))
        return draw_line(row, self._book, self._now, width)


def draw_line(entry: Entry, book: Book, now: datetime, width: int) -> Content:
    """An entry in one line, or in two when there is little room."""
    said = line(entry, book, now)
    style = {"missed": "$st-attention", "open": ""}.get(said.mark, "$st-muted")
    outcome: list[Piece] = [(said.outcome, style)] if said.outcome else []
    mark = MARKS[said.mark]
    if width >= TWO_LINES_BELOW:
        kind = muted(f"{said.kind:<10} ")
        return both_ends(width, [f"{said.time:<5}  ", kind, said.title], [*outcome, "  ", mark])
    first = both_ends(width, [f"{said.time:<5}  ", said.title], [mark])
    return lines(first, both_ends(width, ["       ", muted(said.kind)], outcome))


class JournalPlace(Place):
    """The second place."""

    PLACE = "journal"
    NARROWING: ClassVar[Sequence[Hint]] = (("type", "type", "type"), ("period", "period", "period"))
    WRITING: ClassVar[Sequence[Hint]] = ("contact", "reply", "visit", "note", "something")
    BINDINGS = [
        bind("type", "type"),
        bind("period", "period"),
        bind("change", "change"),
        bind("delete", "delete"),
        bind("trash", "trash"),
    ]
    _group: Group = "all"
    _choice: PeriodChoice = "everything"
    _resting: Timer | None = None

    def body(self) -> ComposeResult:
        """What is shown, the list, the entry in hand."""
        with Vertical(classes="body"):
            yield Static(id="filter", classes="lead")
            with Horizontal(classes="columns"):
                yield ItemList(id="timeline", classes="main")
                yield DetailPane(classes="side")

    def draw(self) -> None:
        """Read the journal and show it."""
        book, now = self.journal.book, self.clock()
        chosen = None if self._choice == "everything" else period(self._choice, book, now)
        self._timeline = Timeline(found := entries(book, now, self._group, chosen), book, now)
        self._entries = len(found)
        self.query_one("#timeline", ItemList).show(self._timeline)
        self._draw_filter()
        self._draw_detail()
        self.query_one(KeyBar).offer(self._hints())
        if self.focused is None:
            self.query_one("#timeline").focus()

    def on_resize(self) -> None:
        """The detail and the filter follow the width."""
        if self.is_mounted:
            self.call_after_refresh(self._draw_filter)
            self.call_after_refresh(self._draw_detail)

    def action_type(self) -> None:
        """The next type of entry."""
        offered = groups(self.journal.book, self.clock())
        at = offered.index(self._group) if self._group in offered else -1
        self._group = offered[(at + 1) % len(offered)]
        self.draw()

    def action_period(self) -> None:
        """The next period."""
        self._choice = next_choice(self._choice, self.journal.book, self.clock())
        self.draw()

    def action_back(self) -> None:
        """Esc shows everything again, then goes back to Today."""
        if self._group == "all" and self._choice == "everything":
            super().action_back()
        else:
            self._group, self._choice = "all", "everything"
            self.draw()

    @on(ItemList.InHand)
    def look(self) -> None:
        """The entry in hand is shown whole beside the list, once the hand rests on it."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, self._rest)

    @on(ItemList.Opened)
    def open(self, event: ItemList.Opened) -> None:
        """The entry in hand on a page of its own."""
        entry = self._timeline.entry(event.key)
        if entry is not None:
            self.open_entry(entry.record)

    @work(exclusive=True, group="writing")
    async def action_change(self) -> None:
        """Say more of the entry in hand."""
        from carecompanion.tui.write_down import change

        entry = self._in_hand
        if entry is not None and type(entry.record) in CHANGE_WORDS:
            await change(self, entry.record)

    @work(exclusive=True, group="writing")
    async def action_delete(self) -> None:
        """Delete the entry in hand, once the key is pressed again."""
        from carecompanion.tui.deleting import delete

        if (entry := self._in_hand) is not None:
            await delete(self, entry.record)

    @work(exclusive=True, group="writing")
    async def action_trash(self) -> None:
        """What was deleted."""
        from carecompanion.tui.trash import Trash

        await self.app.push_screen_wait(Trash(self.journal, self.clock()))

    def take(self, record: Record) -> None:
        """Take an entry in hand, where it is shown."""
        self.query_one("#timeline", ItemList).take(record.id)

    @property
    def _in_hand(self) -> Entry | None:
        key = self.query_one("#timeline", ItemList).key_in_hand
        return self._timeline.entry(key) if key is not None else None

    def _rest(self) -> None:
        """What follows the entry in hand."""
        self._draw_detail()
        self.query_one(KeyBar).offer(self._hints())

    def _hints(self) -> Sequence[Hint]:
        """Only the keys that do something here."""
        if self._entries:
            record = self._in_hand.record if self._in_hand else None
            more = (change_hint(record),) if record is not None and type(record) in CHANGE_WORDS else ()
            return ("open", *more, "delete", "undo", *self.NARROWING, *self.WRITING, "trash")
        return self.WRITING if self.journal.book.empty else (*self.NARROWING, ("back", "everything"), *self.WRITING)

    def _draw_detail(self) -> None:
        pane = self.query_one(DetailPane)
        if self.app.size.width < 100:
            return
        entry = self._in_hand
        pane.show(self.journal.book, entry.record if entry else None, self.clock())

    def _draw_filter(self) -> None:
        shown = self.query_one("#filter", Static)
        width = max(20, shown.size.width)
        names: list[Piece] = []
        for group in groups(self.journal.book, self.clock()):
            name = GROUP_NAMES[group]
            names += ["   " if width > 55 else "  "] if names else []
            names.append(accent(name) if group == self._group else muted(name))
        count = f"{self._entries:,} {'entry' if self._entries == 1 else 'entries'}"
        words = PERIODS[self._choice]
        right = [muted(words), faint(f"   {count}")] if width > 86 else [faint(words)] if width > 55 else []
        first = both_ends(width, names, right)
        if not self._entries:
            nothing = (
                "Nothing here yet."
                if self.journal.book.empty
                else "Nothing of this kind in this time. esc shows everything."
            )
            first = lines(first, say("\n", muted(nothing)))
        shown.update(first)
