"""Journal: everything that was written down, newest first, with one entry whole beside it; and finding by words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.timer import Timer
from textual.widgets import Input

from carecompanion.domain.book import Book
from carecompanion.domain.narrowing import EVERYTHING, Narrowing, narrowed, narrowing
from carecompanion.domain.order import Entry
from carecompanion.domain.periods import next_choice
from carecompanion.domain.records import Letter, LetterStep, OwnTrait, Record, RoleAnswer
from carecompanion.domain.timeline import PLACED, groups
from carecompanion.language import _
from carecompanion.tui.detail import CHANGE_WORDS, DetailPane, change_hint
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bare import BareHorizontal, BareVertical
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.find_line import FindLine
from carecompanion.tui.parts.fitted import Fitted
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Items
from carecompanion.tui.parts.reading import beside_each_other
from carecompanion.tui.place import Place
from carecompanion.tui.shown import NARROW, draw_shown, results
from carecompanion.tui.timeline import Results, Timeline

REST = 0.05
"""Seconds after which an entry is looked at, not passed by."""


class JournalPlace(Place):
    """The second place."""

    PLACE = "journal"
    NARROWING: ClassVar[Sequence[Hint]] = (
        "find",
        ("type", _("type"), _("type")),
        ("period", _("period"), _("period")),
        "narrow",
    )
    WRITING: ClassVar[Sequence[Hint]] = ("contact", "reply", "visit", "note", "something")
    FINDING: ClassVar[Sequence[Hint]] = ("to_list", "clear_line")
    BINDINGS = [
        bind("type", "type"),
        bind("period", "period"),
        bind("narrow", "narrow"),
        bind("change", "change"),
        bind("delete", "delete"),
        bind("trash", "trash"),
        Binding("down", "to_list", show=False),
    ]
    _narrowing = EVERYTHING
    _words = ""
    _resting: Timer | None = None
    _let_through: tuple[Book, datetime, Narrowing, list[Entry]] | None = None

    def body(self) -> ComposeResult:
        """What is looked for, what is shown, the list, the entry in hand."""
        with BareVertical(classes="body"):
            yield FindLine(id="finding")
            yield Fitted(id="filter", classes="lead")
            with BareHorizontal(classes="columns"):
                yield ItemList(id="timeline", classes="main")
                yield DetailPane(classes="side")

    def draw(self) -> None:
        """Read the journal and show it."""
        book, now = self.journal.book, self.clock()
        found = self._entries(now)
        self._all = len(found)
        self._more = False
        items: Items
        if self._words.strip():
            rows, self._more = results(self.journal, self._words, found, self._narrowing)
            items = Results(rows, self._words, book, now)
            self._shown = len(rows)
        else:
            items = Timeline(found, book, now)
            self._shown = self._all
        self._list.show(items)
        self.query_one(FindLine).count(self._shown, self._all, more=self._more)
        self._draw_filter()
        if not (self._words.strip() and self._shown):  # else once the hand rests, as more letters may be on their way
            self._draw_detail()
        self._offer()
        if self.focused is None:
            self._list.focus()

    def on_resize(self) -> None:
        """The entry in hand shows beside the list once there is room for it."""
        if self.is_mounted:
            self._draw_detail()

    def begin_finding(self) -> None:
        """The line for what is looked for, in hand."""
        self.query_one(FindLine).begin()
        self._draw_filter()

    def action_to_list(self) -> None:
        """From the line for words to what was found."""
        self._list.focus()

    def action_type(self) -> None:
        """The next type of entry."""
        offered = groups(self.journal.book, self.clock())
        at = offered.index(self._narrowing.group) if self._narrowing.group in offered else -1
        self._narrowing = replace(self._narrowing, group=offered[(at + 1) % len(offered)])
        self.draw()

    def action_period(self) -> None:
        """The next period."""
        later = next_choice(self._narrowing.period, self.journal.book, self.clock())
        self._narrowing = replace(self._narrowing, period=later)
        self.draw()

    @work(exclusive=True, group="writing")
    async def action_narrow(self) -> None:
        """Choose the filters all at once; what has a name is kept."""
        from carecompanion.tui.narrow import choose

        chosen = await choose(self, self._narrowing)
        if chosen is not None:
            self._narrowing = chosen
            self.draw()

    def action_back(self) -> None:
        """Esc stops finding, then clears the filters one by one, then goes back to Today."""
        if self.query_one(FindLine).is_open:
            self._words = ""
            self.query_one(FindLine).end()
            self._list.focus()
            self.draw()
            self.call_after_refresh(self._draw_filter)
        elif (less := self._narrowing.one_less()) is not None:
            self._narrowing = less
            self.draw()
        else:
            super().action_back()

    @on(Input.Changed)
    def find(self, event: Input.Changed) -> None:
        """What is found follows what is typed."""
        if event.value != self._words:
            self._words = event.value
            self.draw()
            self._list.action_first()

    @on(Input.Submitted)
    def go_to_what_was_found(self) -> None:
        """Enter goes to the list."""
        self._list.focus()

    @on(events.DescendantFocus)
    def offer_other_keys(self) -> None:
        """Other keys work in the line than in the list."""
        self._offer()

    @on(ItemList.InHand)
    def look(self) -> None:
        """The entry in hand is shown whole beside the list, once the hand rests on it."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, self.rest)

    @on(ItemList.Opened)
    def open(self) -> None:
        """The entry in hand on a page of its own; what is no entry, in its place."""
        record = self._in_hand
        if record is not None and type(record) in PLACED:
            self.open_entry(record)
        elif isinstance(record, OwnTrait):
            self.show_in("traits", record)
        elif isinstance(record, Letter | LetterStep | RoleAnswer):
            self._open_beside_review(record)
        elif record is not None:
            person = self.journal.book.people.get(getattr(record, "person_id", None) or "")
            self.show_in("team", person or record)

    def _open_beside_review(self, record: Letter | LetterStep | RoleAnswer) -> None:
        """A letter, or what the role promises, on its page."""
        from carecompanion.tui.letter import LetterPage
        from carecompanion.tui.role import RolePage

        if isinstance(record, RoleAnswer):
            self.app.push_screen(RolePage(self.journal, self.clock, self.label))
        else:
            letter_id = record.letter_id if isinstance(record, LetterStep) else record.id
            self.app.push_screen(LetterPage(self.journal, self.clock, letter_id, self.label))

    @work(exclusive=True, group="writing")
    async def action_change(self) -> None:
        """Say more of the entry in hand."""
        from carecompanion.tui.write_down import change

        record = self._in_hand
        if record is not None and type(record) in CHANGE_WORDS:
            await change(self, record)

    @work(exclusive=True, group="writing")
    async def action_delete(self) -> None:
        """Delete the entry in hand, once the key is pressed again."""
        from carecompanion.tui.deleting import delete

        if (record := self._in_hand) is not None:
            await delete(self, record)

    @work(exclusive=True, group="writing")
    async def action_trash(self) -> None:
        """What was deleted."""
        from carecompanion.tui.trash import Trash

        await self.app.push_screen_wait(Trash(self.journal, self.clock()))

    def to_bring(self) -> Record | None:
        """The entry in hand."""
        return self._in_hand

    def take(self, record: Record) -> None:
        """Take an entry in hand, where it is shown."""
        self._list.take(record.id)

    def looked_at(self) -> dict[str, str]:
        """The filters, and what is looked for."""
        finding = {"words": self._words} if self.query_one(FindLine).is_open else {}
        return self._narrowing.chosen() | finding

    def look_again(self, chosen: Mapping[str, str]) -> None:
        """The same filters, and what was looked for."""
        self._narrowing = narrowing(chosen, self.journal.book)
        if "words" in chosen:
            self._words = chosen["words"]
            self.begin_finding()
            self.query_one(FindLine).line.value = self._words
        self.draw()

    def _entries(self, now: datetime) -> list[Entry]:
        """What the filters let through; the list from before while letters are typed and nothing else has changed."""
        book, minute = self.journal.book, now.replace(second=0, microsecond=0)
        before = self._let_through
        if before is not None and before[0] is book and before[1:3] == (minute, self._narrowing):
            return before[3]
        found = narrowed(self._narrowing, book, now)
        self._let_through = book, minute, self._narrowing, found
        return found

    @property
    def _list(self) -> ItemList:
        return self.query_one("#timeline", ItemList)

    @property
    def _in_hand(self) -> Record | None:
        key = self._list.key_in_hand
        return self.journal.book.record(key) if key is not None else None

    def rest(self) -> None:
        """Show at once what follows the entry in hand."""
        self._draw_detail()
        self._offer()

    def _offer(self) -> None:
        """Only the keys that do something here."""
        finding = self.focused is self.query_one(FindLine).line
        always: Sequence[Hint] = ("stop_finding",) if finding else self.ALWAYS
        self.query_one(KeyBar).offer(self.FINDING if finding else self._hints(), always)

    def _hints(self) -> Sequence[Hint]:
        if self._shown:
            record = self._in_hand
            more = (change_hint(record),) if record is not None and type(record) in CHANGE_WORDS else ()
            return ("open", *more, "delete", "undo", *self.NARROWING, "bring", *self.WRITING, "trash")
        return self.WRITING if self.journal.book.empty else (*self.NARROWING, ("back", _("one less")), *self.WRITING)

    def _draw_detail(self) -> None:
        if not beside_each_other(self.app.size.width):
            return
        record = self._in_hand
        shown = record if type(record) in PLACED else None
        self.query_one(DetailPane).show(self.journal.book, shown, self.clock())

    def _draw_filter(self) -> None:
        shown = self.query_one("#filter", Fitted)
        words = partial(draw_shown, self, self._narrowing, self._shown, self._words.strip() or None)
        shown.show(words)
        shown.display = bool(words(NARROW).plain.strip()) or not self.query_one(FindLine).is_open
