"""Looking: what a trait whole and the entries behind one of its figures have in common."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from carecompanion.domain.evidence import Measurement
from carecompanion.domain.records import Record
from carecompanion.domain.traits import Assessment, TraitAssessment
from carecompanion.domain.uncollected import uncollected
from carecompanion.language import _
from carecompanion.tui.behind import Behind, in_hand
from carecompanion.tui.keymap import bind
from carecompanion.tui.leave_out import LeaveOutSheet, leave_out, leave_out_hint, left_out_by
from carecompanion.tui.parts.bare import BareHorizontal, BareVertical
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.drawing import faint, lines, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems
from carecompanion.tui.parts.reading import beside_each_other
from carecompanion.tui.place import Clock, Place
from carecompanion.tui.view import View
from carecompanion.tui.working_out import draw_working_out, working_out_page

if TYPE_CHECKING:
    from carecompanion.store import Journal


ROOMY = 64
"""From this width on what is above the list has its full words."""


class Looking(Place):
    """One trait through a view: a list of figures and entries, and beside it how the figure in hand is worked out."""

    PLACE = "traits"
    NARROWING: Sequence[Hint] = (
        ("how", _("how this is worked out"), _("how?")),
        ("period", _("period"), _("period")),
        ("whose", _("whose time"), _("whose")),
        "bring",
    )
    ALWAYS = (("back", _("back"), _("back")), "keys")
    BINDINGS = [
        bind("how", "how"),
        bind("period", "period"),
        bind("whose", "whose"),
        bind("leave_out", "leave_out"),
        bind("change", "change"),
        Binding("backspace", "back", show=False),
    ]
    assessment: Assessment
    trait: TraitAssessment
    behind: Sequence[Behind] = ()

    def __init__(self, journal: "Journal", clock: Clock, label: str, trait: str, view: View) -> None:
        super().__init__(journal, clock, label)
        self.trait_id = self.shows = trait
        self.view = view

    def look_at(self) -> Sequence[Behind]:
        """The entries that are listed."""
        raise NotImplementedError

    def lead(self) -> Content:
        """What is looked at, above whose and when."""
        raise NotImplementedError

    def items(self) -> Iterator[Item]:
        """The list."""
        raise NotImplementedError

    @property
    def measure(self) -> Measurement | None:
        """The figure whose working-out is told; None is how soon replies came."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """What it is; the list, and beside it the working-out."""
        with BareVertical(classes="body"):
            yield Static(id="statement", classes="lead")
            with BareHorizontal(classes="columns"):
                yield ItemList(id="behind", classes="main")
                with VerticalScroll(classes="side", can_focus=False):
                    yield Static(id="working-out")

    def draw(self) -> None:
        """Read the journal and show it."""
        self.assessment = self.view.assessment(self.journal.book, self.clock(), trait=self.trait_id)
        (self.trait,) = self.assessment.traits
        with uncollected():
            self.behind = self.look_at()
            self.query_one("#behind", ItemList).show(ShortItems(list(self.items())))
        self._draw_around()
        self.query_one("#behind").focus()

    def on_resize(self) -> None:
        """What is around the list has another form in another width."""
        if self._drawn:
            self.call_after_refresh(self._draw_around)

    def action_back(self) -> None:
        """Back to where it was opened from."""
        self.app.pop_screen()

    def action_period(self) -> None:
        """The next period."""
        self.view.next_period(self.journal.book, self.clock())
        self.redraw()

    def action_whose(self) -> None:
        """The time of the co-ordinator now, of the one before, or everyone's."""
        self.view.next_whose(self.journal.book, self.clock())
        self.redraw()

    def action_how(self) -> None:
        """How the figure in hand is worked out, on a page of its own."""
        self.app.push_screen(working_out_page(self.measure, self.journal.book, self.assessment))

    def action_leave_out(self) -> None:
        """Leave the entry in hand out of the trait, or put it back."""
        if (each := self.in_hand) is not None:
            leave_out(self, self.trait, each)

    def to_bring(self) -> Record | str | None:
        """The entry in hand, or else the figure."""
        each, measure = self.in_hand, self.measure
        return each.record if each is not None else measure.id if measure is not None else None

    @work(exclusive=True, group="writing")
    async def action_change(self) -> None:
        """Change why the entry in hand is left out; one that is not is changed itself."""
        from carecompanion.tui.write_down import change

        each = self.in_hand
        if each is None:
            return
        if (how := left_out_by(each)) is not None:
            await self.write(partial(LeaveOutSheet, self.trait, each, was=how))
        else:
            await change(self, each.record)

    @on(ItemList.InHand)
    def look(self) -> None:
        """What follows the row in hand."""
        if beside_each_other(self.app.size.width):
            words = draw_working_out(self.measure, self.journal.book, self.assessment)
            self.query_one("#working-out", Static).update(words)
        self.query_one(KeyBar).offer((*self.first_keys(), *self.NARROWING))

    def first_keys(self) -> Sequence[Hint]:
        """The keys for the row in hand."""
        each = self.in_hand
        return ("open", *leave_out_hint(each)) if each else ()

    @property
    def in_hand(self) -> Behind | None:
        """The entry in hand."""
        return in_hand(self.key_in_hand, self.behind)

    @property
    def key_in_hand(self) -> str | None:
        """The key of the row in hand."""
        return self.query_one("#behind", ItemList).key_in_hand

    @property
    def whose_and_when(self) -> Content:
        """Whose time is looked at, and over which days."""
        book, now = self.journal.book, self.clock()
        if self.app.size.width >= ROOMY:
            return say(faint(f"{self.view.whose_words(book, now)}, {self.view.period_words}"))
        return self.view.whose_and_when(self.app.size.width - 3, book, now).stylize("$st-faint")

    def _moment(self) -> tuple[object, ...]:
        return (*super()._moment(), self.view.choice, self.view.whose)

    def _draw_around(self) -> None:
        self.query_one("#statement", Static).update(lines(self.lead(), self.whose_and_when))
        self.look()
