"""Team: the people, how to reach them, what was agreed, and who was co-ordinator when."""

from datetime import date
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from carecompanion.domain.book import Book
from carecompanion.domain.records import Person, Record
from carecompanion.domain.wording import role_line, role_word
from carecompanion.language import _
from carecompanion.tui.about_person import draw_person
from carecompanion.tui.agreement import agreement
from carecompanion.tui.keymap import bind, shown
from carecompanion.tui.parts.bare import BareContainer, BareVertical
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import accent, bold, both_ends, cut, lines, muted, say
from carecompanion.tui.parts.fitted import MARGIN, Fitted
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems
from carecompanion.tui.person import PersonSheet
from carecompanion.tui.place import Place

TWO_LINES_BELOW = 45
NAME = 16
WILL_SHOW = _("How to reach them, and what was agreed, will stand here.")
NO_TEAM = ("open", ("change", _("change"), _("change")), "delete")
"""The keys that do nothing while there are no people."""


class Team(Place):
    """The fourth place."""

    PLACE = "team"
    HINTS = (
        "open",
        ("change", _("change"), _("change")),
        ("add_person", _("add someone"), _("add")),
        "agreement",
        "delete",
    )
    ALWAYS = ("help_now", "keys")
    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's list of three forms
        bind("change", "change"),
        bind("add_person", "add_person"),
        bind("agreement", "agreement"),
        bind("delete", "delete"),
    ]

    def body(self) -> ComposeResult:
        """The people, and the one in hand."""
        with BareContainer(id="team", classes="body"):
            with BareVertical(id="people"):
                yield Static(id="team_lead")
                yield ItemList()
            with VerticalScroll(id="person", can_focus=False):
                yield Fitted()

    def draw(self) -> None:
        """Read the journal and show it."""
        book = self.journal.book
        people = in_order(book, book.day_of(self.clock()))
        lead = self.query_one("#team_lead", Static)
        lead.update(_lead(book))
        lead.set_class(bool(people), "-heading")
        shown = self.query_one(ItemList)
        shown.show(ShortItems([Item(partial(self._row, person), person.id) for person in people]))
        shown.display = bool(people)
        self.query_one(KeyBar).offer(tuple(hint for hint in self.HINTS if people or hint not in NO_TEAM))
        self._draw_person()
        if self.focused is None and people:
            shown.focus()

    @on(ItemList.InHand)
    def look(self) -> None:
        """The person in hand is shown."""
        self._draw_person()

    @on(ItemList.Opened)
    def open(self) -> None:
        """The person in hand on a page of their own."""
        if (person := self._in_hand) is not None:
            self.open_entry(person)

    @work(exclusive=True, group="writing")
    async def action_add_person(self) -> None:
        """Write down somebody new."""
        written = await self.write(PersonSheet)
        if written is not None:
            self.query_one(ItemList).take(written.records[0].id)
            self.query_one(ItemList).focus()

    @work(exclusive=True, group="writing")
    async def action_change(self) -> None:
        """Change what is written down of the person in hand."""
        if (person := self._in_hand) is not None:
            await self.write(partial(PersonSheet, was=person))

    @work(exclusive=True, group="writing")
    async def action_agreement(self) -> None:
        """Write down what was agreed from a day on, or put right what was agreed before."""
        await agreement(self)

    @work(exclusive=True, group="writing")
    async def action_delete(self) -> None:
        """Delete the person in hand, when nothing names them."""
        from carecompanion.tui.deleting import delete

        if (person := self._in_hand) is not None:
            await delete(self, person)

    def take(self, record: Record) -> None:
        """Take somebody in hand."""
        self.query_one(ItemList).take(record.id)

    @property
    def _in_hand(self) -> Person | None:
        return self.journal.book.people.get(self.query_one(ItemList).key_in_hand or "")

    def _row(self, person: Person, width: int) -> Content:
        role = role_line(person, self.journal.book, self.journal.book.day_of(self.clock()))
        if width < TWO_LINES_BELOW:
            return lines(both_ends(width, [person.name], []), both_ends(width, [muted(role)], []))
        return both_ends(width, [_to_role(person.name), muted(role)], [])

    def _draw_person(self) -> None:
        person, pane = self._in_hand, self.query_one("#person")
        pane.display = person is not None
        if person is not None:
            book, today = self.journal.book, self.journal.book.day_of(self.clock())
            pane.query_one(Fitted).show(lambda width: draw_person(person, book, today, max(20, width - MARGIN)))
            pane.scroll_home(animate=False)


def in_order(book: Book, today: date) -> list[Person]:
    """The people: the co-ordinator, then by name."""
    coordinator = book.coordinator_on(today)
    return sorted(book.people.values(), key=lambda person: (person != coordinator, person.name.casefold(), person.id))


def _lead(book: Book) -> Content:
    if book.people:
        return say(bold(_("Your care team")))
    adds = _(" adds your {role_word}, or anybody you see or ring. {will_show}").format(
        role_word=role_word(book.settings), will_show=WILL_SHOW
    )
    return say(bold(_("Nobody is written down yet. ")), accent(shown("add_person")), adds)


def _to_role(name: str) -> str:
    """A name and the blanks after it, so that roles stand below each other."""
    words = say(" ".join(name.split()))
    if words.cell_length > NAME * 2:
        words = cut(words, NAME * 2)
    return words.plain + " " * max(2, NAME - words.cell_length)
