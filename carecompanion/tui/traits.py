"""Traits: the five and one's own, each a sentence, a word, a scale and its months."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Static

from carecompanion.domain.traits import Assessment, TraitAssessment
from carecompanion.language import _
from carecompanion.tui.card import MONTHS_FROM, WIDE, Columns, at_column, columns_for, draw_card, legend
from carecompanion.tui.keymap import bind, shown
from carecompanion.tui.parts.bare import BareVertical
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.drawing import muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems, blank
from carecompanion.tui.parts.reading import is_reading
from carecompanion.tui.place import Clock, Place
from carecompanion.tui.trait import TraitWhole
from carecompanion.tui.view import View
from carecompanion.tui.working_out import working_out_page

if TYPE_CHECKING:
    from carecompanion.store import Journal

COUNTED_FROM = _("It is counted from what you write down: {} says how a visit went, {} that you got in touch.")


class Traits(Place):
    """The third place: how each trait is met, as far as what was written down tells."""

    PLACE = "traits"
    HINTS: ClassVar[Sequence[Hint]] = (
        ("open", _("see it whole"), _("whole")),
        ("period", _("period"), _("period")),
        ("whose", _("whose time"), _("whose")),
        ("how", _("how this is worked out"), _("how?")),
        ("own_trait", _("add your own"), _("add")),
        "bring",
    )
    BINDINGS = [
        bind("period", "period"),
        bind("whose", "whose"),
        bind("how", "how"),
        bind("own_trait", "add_own"),
        bind("change", "change_own"),
    ]
    _assessment: Assessment

    def __init__(self, journal: "Journal", clock: Clock, label: str = "") -> None:
        super().__init__(journal, clock, label)
        self._view = View()

    def body(self) -> ComposeResult:
        """Whose, and when; then the five."""
        with BareVertical(classes="body"):
            yield Static(id="whose", classes="lead")
            yield ItemList(id="five", classes="main")

    def draw(self) -> None:
        """Read the journal and show it."""
        self._assessment = self._view.assessment(self.journal.book, self.clock(), headlines_only=True)
        self._draw_cards()
        self._offer_keys()
        if self.focused is None:
            self.query_one("#five").focus()

    def on_resize(self) -> None:
        """The cards have another form in another width."""
        if self.is_mounted:
            self.call_after_refresh(self._draw_cards)

    def action_period(self) -> None:
        """The next period."""
        self._view.next_period(self.journal.book, self.clock())
        self.redraw()

    def action_whose(self) -> None:
        """The time of the co-ordinator now, of the one before, or everyone's."""
        self._view.next_whose(self.journal.book, self.clock())
        self.redraw()

    def action_how(self) -> None:
        """How the figure in hand is worked out."""
        if (trait := self._in_hand) is not None:
            self.app.push_screen(working_out_page(trait.headline, self.journal.book, self._assessment))

    @work(exclusive=True, group="writing")
    async def action_add_own(self) -> None:
        """Add a trait of one's own."""
        from carecompanion.tui.own_trait import OwnTraitSheet

        written = await self.write(OwnTraitSheet)
        if written is not None:
            self.query_one("#five", ItemList).take(written.records[0].id)

    @work(exclusive=True, group="writing")
    async def action_change_own(self) -> None:
        """Rename the trait of one's own in hand, or ask about it no longer."""
        from carecompanion.tui.own_trait import OwnTraitSheet

        trait = self._in_hand
        if trait is not None and trait.own is not None:
            await self.write(partial(OwnTraitSheet, was=trait.own))
        elif trait is not None:
            self.say_kept(
                _("The five are always there, as they are. The key {key} adds a trait of your own.").format(
                    key=shown("own_trait")
                )
            )

    @on(ItemList.InHand)
    def look(self) -> None:
        """What can be done with the trait in hand."""
        self._offer_keys()

    @on(ItemList.Opened)
    def open(self) -> None:
        """The trait in hand, whole."""
        if (trait := self._in_hand) is not None and (whole := self.deeper(trait.id)) is not None:
            self.app.push_screen(whole)

    def to_bring(self) -> str | None:
        """The headline of the trait in hand."""
        trait = self._in_hand
        return trait.headline.id if trait is not None else None

    def deeper(self, shows: str) -> Place | None:
        """That trait whole."""
        there = any(trait.id == shows for trait in self._assessment.traits)
        return TraitWhole(self.journal, self.clock, self.label, shows, self._view) if there else None

    def looked_at(self) -> dict[str, str]:
        """The time, and whose."""
        return self._view.chosen()

    def look_again(self, chosen: Mapping[str, str]) -> None:
        """The same time, and whose."""
        self._view.choose(chosen)
        self.redraw()

    @property
    def _in_hand(self) -> TraitAssessment | None:
        key = self.query_one("#five", ItemList).key_in_hand
        return next((trait for trait in self._assessment.traits if trait.id == key), None)

    def _moment(self) -> tuple[object, ...]:
        return (*super()._moment(), self._view.choice, self._view.whose)

    def _offer_keys(self) -> None:
        trait = self._in_hand
        own: Sequence[Hint] = (
            (("change", _("change"), _("change")),) if trait is not None and trait.own is not None else ()
        )
        self.query_one(KeyBar).offer((self.HINTS[0], *own, *self.HINTS[1:]))

    def _draw_cards(self) -> None:
        width = self.query_one("#five", ItemList).item_width
        columns = columns_for(self._assessment.traits, width)
        roomy = self.app.size.height >= 31 and width > WIDE and len(self._assessment.traits) <= 5
        space = [blank()] * (2 if roomy else 1)
        items: list[Item] = []
        for trait in self._assessment.traits:
            items += [*(space if items else ()), Item(partial(draw_card, trait, columns), trait.id)]
        if self.journal.book.empty:
            items += [*space, Item(lambda _width: say(muted(COUNTED_FROM.format(shown("visit"), shown("contact")))))]
        elif width > WIDE and not is_reading():
            items += [*space, Item(lambda _width: legend())]
        self.query_one("#five", ItemList).show(ShortItems(items))
        self._draw_whose(columns, width)

    def _draw_whose(self, columns: Columns, width: int) -> None:
        book, now = self.journal.book, self.clock()
        if width > WIDE and not is_reading():
            left = [self._view.whose_words(book, now), muted(f"   {self._view.period_words}")]
            words = at_column(MONTHS_FROM, left, columns.names()) if self._assessment.traits else say(*left)
            self.query_one("#whose", Static).update(words)
        else:
            self.query_one("#whose", Static).update(self._view.whose_and_when(width, book, now))
