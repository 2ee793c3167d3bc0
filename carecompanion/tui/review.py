"""Review: what to bring to the next care review, point by point, and beside it how that will read."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Static

from carecompanion.domain.records import Appointment, Record, ReviewPoint
from carecompanion.domain.review import usual_days
from carecompanion.domain.review_items import Item as Point
from carecompanion.domain.review_items import name_of
from carecompanion.domain.review_open import StillOpen
from carecompanion.domain.review_questions import Question
from carecompanion.domain.review_sides import Matter
from carecompanion.domain.review_words import headline
from carecompanion.domain.traits import TraitAssessment
from carecompanion.language import _
from carecompanion.sharing.deciding import Deciding
from carecompanion.sharing.review_pages import Prepared, document_of
from carecompanion.sharing.review_words import point_words
from carecompanion.tui.from_review import FromReview
from carecompanion.tui.keymap import bind, shown
from carecompanion.tui.parts.bare import BareHorizontal, BareVertical
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.drawing import accent, bold, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems, blank
from carecompanion.tui.parts.paper import Paper
from carecompanion.tui.parts.reading import beside_each_other
from carecompanion.tui.place import Clock, Place
from carecompanion.tui.preparing import Preparing
from carecompanion.tui.review_rows import AGREED, ReviewRows, agreed_rows

if TYPE_CHECKING:
    from carecompanion.store import Journal

NOT_KNOWN = _("Your journal does not know this yet. Once it is written down, it is no longer asked.")
OWN_POINTS = _("You can still write your own points. ")
"""Columns from which the document stands beside the points."""


class Review(FromReview):
    """The fifth place."""

    PLACE = "review"
    POINT: ClassVar[Sequence[Hint]] = (("put_in", _("in or out"), _("in/out")), "reword", "move_point")
    HINTS: ClassVar[Sequence[Hint]] = (
        *(
            *POINT,
            ("own_point", _("add"), _("add")),
            ("save_copy", _("save a copy"), _("save")),
            "walk",
            "letters",
            "preview",
            "care_review",
        ),
        *(("role", _("the role"), _("role")), "shared", "rehearse", ("open", _("see behind it"), _("open"))),
    )
    BINDINGS = [
        bind("put_in", "put_in"),
        bind("point_up", "move_point(-1)"),
        bind("point_down", "move_point(1)"),
        bind("preview", "preview"),
        bind("reword", "reword"),
        bind("own_point", "own_point"),
        bind("delete", "take_back"),
        bind("care_review", "care_review"),
    ]
    _found: Prepared

    def __init__(self, journal: "Journal", clock: Clock, label: str = "") -> None:
        super().__init__(journal, clock, label)
        self._preparing, self._rows = Preparing(), ReviewRows()

    def body(self) -> ComposeResult:
        """Which review it is; its points, and the document."""
        with BareVertical(classes="body"):
            yield Static(id="which_review", classes="lead")
            with BareHorizontal(classes="columns"):
                yield ItemList(id="points", classes="main")
                yield Paper(id="paper")

    def draw(self) -> None:
        """Read the journal and show it."""
        book, now = self.journal.book, self.clock()
        self._found = self._preparing.prepared(book, now)
        which, when = headline(self._found.review.coming, book, now)
        beside = (
            [muted(f"   {when}")] if when else [muted("   "), accent(shown("care_review")), muted(_(" adds its day."))]
        )
        self.query_one("#which_review", Static).update(say(bold(which), *beside))
        self._list.show(ShortItems(list(self._items())))
        self._draw_paper()
        self._offer()
        if self.focused is None:
            self._list.focus()

    def on_resize(self) -> None:
        """The document stands beside the points only when there is room."""
        if self.is_mounted:
            self.call_after_refresh(self._draw_paper)

    @on(ItemList.InHand)
    def look(self) -> None:
        """The document shows where the point in hand stands in it."""
        self._look_for_point()
        self._offer()

    def action_put_in(self) -> None:
        """Put the point in hand in, or leave it out."""
        if (point := self.in_hand) is not None:
            self.keep(self._deciding.turned(point))

    def action_move_point(self, by: int) -> None:
        """Move the point in hand within its group."""
        if (point := self.in_hand) is not None and (moved := self._deciding.moved(point, by)) is not None:
            self.keep(moved)

    @work(exclusive=True, group="writing")
    async def action_reword(self) -> None:
        """Say the point in hand in one's own words."""
        from carecompanion.tui.reword import RewordSheet

        if (point := self.in_hand) is not None:
            await self.write(partial(RewordSheet, self._found, point))

    @work(exclusive=True, group="writing")
    async def action_own_point(self) -> None:
        """Add a point of one's own."""
        from carecompanion.tui.own_point import OwnPointSheet

        side = self.in_hand.side if self.in_hand is not None else "ask"
        if (written := await self.write(partial(OwnPointSheet, self._found, side))) is not None:
            self.take(written.records[0])

    @work(exclusive=True, group="writing")
    async def action_take_back(self) -> None:
        """Delete the point in hand when it is one's own; else take back what was decided about it."""
        from carecompanion.tui.taking_back import take_back

        if (point := self.in_hand) is not None:
            await take_back(self, self._found, point)

    @work(exclusive=True, group="writing")
    async def action_care_review(self) -> None:
        """When, where and with whom it is, who is to be there, which days it looks at."""
        from carecompanion.tui.care_review import change_review

        await change_review(self, self._found, usual_days(self._found.review.book, self.clock()))

    @work(exclusive=True, group="writing")
    async def write_agreed(self, visit: Appointment) -> None:
        """Write down what was agreed at the review, as a promise."""
        from carecompanion.tui.write_down import something

        await something(self, visit.id, "promise", settled=True)

    @on(ItemList.Opened)
    async def open(self, event: ItemList.Opened) -> None:
        """What is behind the point in hand, or something that was agreed."""
        kind, _between, key = event.key.partition(":")
        coming = self._found.review.coming
        if kind == AGREED and key and (promise := self.journal.book.record(key)) is not None:
            self.open_entry(promise)
        elif kind == AGREED and coming is not None:
            self.write_agreed(coming)
        elif (point := self.in_hand) is not None:
            await self._open_behind(point)

    def deeper(self, shows: str) -> Place | None:
        """What is behind the figure of that name; or letters, or what the role promises."""
        from carecompanion.tui.evidence import Evidence
        from carecompanion.tui.letters import Letters
        from carecompanion.tui.role import RolePage
        from carecompanion.tui.view import View

        for page in (Letters, RolePage):
            if shows == page.shows:
                return page(self.journal, self.clock, self.label)
        review = self._found.review
        trait = next((each for each in review.assessment.traits if shows in _figures(each)), None)
        if trait is None:
            return None
        view = View().over(review.days, self.journal.book, self.clock())
        return Evidence(self.journal, self.clock, self.label, (trait.id, shows), view)

    def action_preview(self) -> None:
        """How it will read, on the whole screen."""
        from carecompanion.tui.reading_page import ReadingPage

        point = self.in_hand
        beginning = point_words(point, self._found.review, "exact") if point and point.is_in else ""
        self.app.push_screen(ReadingPage(document_of(self._found, "exact"), beginning))

    def take(self, record: Record) -> None:
        """Take the point in hand that a record decides about."""
        if isinstance(record, ReviewPoint):
            self._list.take(name_of(record))

    @property
    def in_hand(self) -> Point | None:
        """The point in hand."""
        key = self._list.key_in_hand
        return next((point for point in self._found.items if name_of(point) == key), None)

    @property
    def _list(self) -> ItemList:
        return self.query_one("#points", ItemList)

    @property
    def _deciding(self) -> Deciding:
        return Deciding(self._found, self.journal.book, self.clock())

    async def _open_behind(self, point: Point) -> None:
        match point.source:
            case Matter() if (figure := self.deeper(point.source.measurement.id)) is not None:
                self.app.push_screen(figure)
                return
            case StillOpen():
                entry: str | None = point.source.record.id
            case Question():
                entry = point.source.entry_id
            case _:
                entry = point.brought[0].id if point.brought else None
        record = self.journal.book.record(entry) if entry else None
        if record is not None:
            self.open_entry(record)
        elif isinstance(point.source, Question):
            self.say_kept(NOT_KNOWN)
        else:
            await self.run_action("reword")

    def _items(self) -> Iterator[Item]:
        if not any(point.side != "ask" for point in self._found.items):
            yield Item(lambda _width: say(muted(OWN_POINTS), accent(shown("own_point")), muted(_(" adds one."))))
            yield blank()
        coming = self._found.review.coming
        if coming is not None and coming.planned_at <= self.clock():
            yield from agreed_rows(coming, self.journal.book)
        yield from self._rows.rows(self._found, self.clock(), gap=True)

    def _draw_paper(self) -> None:
        if beside_each_other(self.app.size.width):
            self.query_one("#paper", Paper).show(document_of(self._found, "exact"))
            self._look_for_point()

    def _look_for_point(self) -> None:
        if beside_each_other(self.app.size.width) and (point := self.in_hand) is not None:
            self.query_one("#paper", Paper).look_for(point_words(point, self._found.review, "exact"))

    def _offer(self) -> None:
        here = self.in_hand is not None
        self.query_one(KeyBar).offer(tuple(hint for hint in self.HINTS if here or hint not in self.POINT))


def _figures(trait: TraitAssessment) -> set[str]:
    return {measurement.id for measurement in trait.measurements}
