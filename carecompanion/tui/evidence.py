"""The entries behind a trait: those that count, and those left out, with why."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from carecompanion.domain.evidence import Counted, Excluded
from carecompanion.domain.moments import long_day
from carecompanion.domain.periods import Period, PeriodChoice, next_choice, period
from carecompanion.domain.timeline import entry_for, line
from carecompanion.domain.traits import TraitAssessment, assess
from carecompanion.domain.wording import PERIODS, counted, statement, trait_words, why
from carecompanion.tui.journal import TWO_LINES_BELOW
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import MARKS, bold, both_ends, lines, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems, heading
from carecompanion.tui.place import Clock, Place
from carecompanion.tui.working_out import draw_working_out, working_out_page

if TYPE_CHECKING:
    from carecompanion.store import Journal

Behind = Counted | Excluded


class Evidence(Place):
    """What is behind one trait's headline, newest first, each to be opened."""

    PLACE = "traits"
    HINTS = ("open", ("how", "how this is worked out", "how?"), ("period", "period", "period"))
    ALWAYS = (("back", "back to Traits", "back"),)
    BINDINGS = [
        bind("how", "how"),
        bind("period", "period"),
        Binding("backspace", "back", show=False),
    ]
    _trait: TraitAssessment

    def __init__(self, journal: "Journal", clock: Clock, label: str, trait: str, choice: PeriodChoice) -> None:
        super().__init__(journal, clock, label)
        self._trait_id, self._choice = trait, choice

    def body(self) -> ComposeResult:
        """The statement, the entries, and beside them how it is worked out."""
        with Vertical(classes="body"):
            yield Static(id="statement", classes="lead")
            with Horizontal(classes="columns"):
                yield ItemList(id="behind", classes="main")
                with VerticalScroll(classes="side", can_focus=False):
                    yield Static(id="working-out")

    def draw(self) -> None:
        """Read the journal and show it."""
        book, now = self.journal.book, self.clock()
        chosen = period(self._choice, book, now) or Period(book.day_of(now), book.day_of(now))
        assessment = assess(book, chosen, now, headlines_only=True)
        self._trait = next(trait for trait in assessment.traits if trait.id == self._trait_id)
        self.query_one("#behind", ItemList).show(ShortItems(self._items()))
        self.query_one("#working-out", Static).update(draw_working_out(self._trait, book.settings))
        self.query_one("#statement", Static).update(self._statement())
        self.query_one(KeyBar).offer(self.HINTS if self._newest_first() else self.HINTS[1:])
        self.query_one("#behind").focus()

    def action_back(self) -> None:
        """Back to the five."""
        self.app.pop_screen()

    def action_period(self) -> None:
        """The next period."""
        self._choice = next_choice(self._choice, self.journal.book, self.clock())
        self.redraw()

    def action_how(self) -> None:
        """How it is worked out, on a page of its own."""
        self.app.push_screen(working_out_page(self._trait, self.journal.book.settings))

    @on(ItemList.Opened)
    def open(self, event: ItemList.Opened) -> None:
        """The entry in hand, whole."""
        record_id = event.key.partition(":")[0]
        found = next(each for each in self._newest_first() if each.record.id == record_id)
        self.open_entry(found.record)

    def _statement(self) -> Content:
        measurement = self._trait.headline
        name = bold(trait_words(self._trait).name)
        if not self._newest_first():
            return say(name, muted(f"   {PERIODS[self._choice]}   "), statement(measurement))
        behind = counted(measurement, measurement.tally.of)
        left_out = f", and {len(measurement.excluded)} left out" if measurement.excluded else ""
        return say(
            name,
            muted(f"   {PERIODS[self._choice]}, the {behind} behind "),
            f"“{statement(measurement).rstrip('.')}”",
            muted(left_out),
        )

    def _newest_first(self) -> list[Behind]:
        measurement = self._trait.headline
        found: list[Behind] = [*measurement.counted, *measurement.excluded]
        return sorted(found, key=lambda each: (each.on, entry_for(each.record, self.journal.book).at), reverse=True)

    def _items(self) -> Sequence[Item]:
        book = self.journal.book
        today = book.day_of(self.clock())
        items: list[Item] = []
        before: date | None = None
        for each in self._newest_first():
            if each.on != before:
                day = long_day(each.on, today)
                items.append(heading(f"\n{day}" if items else day))
                before = each.on
            items.append(Item(partial(self._draw, each), f"{each.record.id}:{len(items)}"))
        return items or [Item(lambda _width: say(muted("Nothing in this time.")))]

    def _draw(self, each: Behind, width: int) -> Content:
        book, now = self.journal.book, self.clock()
        said = line(entry_for(each.record, book), book, now)
        if isinstance(each, Counted):
            outcome, mark = (
                (said.outcome, "$st-attention" if each.verdict == "missed" else "$st-muted"),
                MARKS[each.verdict],
            )
        else:
            outcome, mark = (f"not counted: {why(each)}", "$st-faint"), MARKS["open"]
        if width >= TWO_LINES_BELOW + 20 or (width >= TWO_LINES_BELOW and isinstance(each, Counted)):
            left = [f"{said.time:<5}  ", muted(f"{said.kind:<10} "), said.title]
            return both_ends(width, left, [outcome, "  ", mark])
        first = both_ends(width, [f"{said.time:<5}  ", said.title], [mark])
        return lines(first, both_ends(width, ["       ", muted(said.kind)], [outcome]))
