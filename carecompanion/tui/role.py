"""What the role promises: a list to go through with one key to each answer, and what is left to ask."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from carecompanion.domain.book import Book
from carecompanion.domain.records import RoleAnswer
from carecompanion.domain.role_promises import (
    WORDS,
    Promised,
    answer_on,
    last_answer,
    promised,
    said,
    state_words,
    tally,
)
from carecompanion.domain.vocabulary import RoleWord
from carecompanion.domain.wording import role_word
from carecompanion.language import _
from carecompanion.sharing.routes import role_checked
from carecompanion.tui.beside_review import BesideReview
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bare import BareVertical
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.drawing import Piece, bold, both_ends, faint, lines, mark, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems, blank
from carecompanion.tui.role_sheet import RoleSheet

TWO_LINES_BELOW = 76
LEAD = _("What you can usually expect. Answer what you know; “no” and “not sure” become questions for a review.")
SHORT_LEAD = _("“No” and “not sure” become questions.")


class RolePage(BesideReview):
    """Every thing a row. A key answers it and goes on to the next."""

    shows = "role"
    HINTS: ClassVar[tuple[Hint, ...]] = (
        "yes",
        "no",
        "not_sure",
        "asked_today",
        ("open", _("say more"), _("more")),
    )
    BINDINGS: ClassVar[list[Binding]] = [
        bind("yes", "say('yes')"),
        bind("no", "say('no')"),
        bind("not_sure", "say('not_sure')"),
        bind("asked_today", "ask"),
        bind("change", "change"),
    ]

    def body(self) -> ComposeResult:
        """How many are so, and the list."""
        with BareVertical(classes="body"):
            yield Static(id="lead", classes="lead")
            yield ItemList(id="promises")

    def draw(self) -> None:
        """Read the journal and show it."""
        book, now = self.journal.book, self.clock()
        found = promised(book, now)
        words = LEAD if self.app.size.width >= TWO_LINES_BELOW else SHORT_LEAD
        head = bold(_("What a {role_word} usually promises. ").format(role_word=role_word(book.settings)))
        self.query_one("#lead", Static).update(say(head, tally(found), "\n", muted(words)))
        shown = self.query_one(ItemList)
        rows = [Item(partial(self._row, each), each.item) for each in found]
        shown.show(ShortItems([*rows, blank(), Item(lambda _width: say(faint(role_checked())))]))
        if self.focused is None:
            shown.focus()

    def action_say(self, word: RoleWord) -> None:
        """Answer the one in hand, and go on to the next."""
        each = self._in_hand
        if each is None:
            return
        answer = answer_on(self._today, each, self.journal.book, self.clock())
        if answer.answer == word or self._keep(
            replace(answer, answer=word), f"{said(each, self.journal.book)}: {WORDS[word]}."
        ):
            self.query_one(ItemList).action_move(1)

    def action_ask(self) -> None:
        """The one in hand was asked about today."""
        each = self._in_hand
        if each is None:
            return
        answer = answer_on(self._today, each, self.journal.book, self.clock())
        if answer.asked_on == self._today or self._keep(
            replace(answer, asked_on=self._today), _("You asked about it today.")
        ):
            self.query_one(ItemList).action_move(1)

    @work(exclusive=True, group="writing")
    async def action_change(self) -> None:
        """Say more of the one in hand."""
        each = self._in_hand
        if each is not None:
            was = last_answer(each.item, self.journal.book)
            await self.write(partial(RoleSheet, item=each.item, was=was))

    @on(ItemList.Opened)
    def open(self) -> None:
        """The same on enter."""
        self.action_change()

    @property
    def _in_hand(self) -> Promised | None:
        key = self.query_one(ItemList).key_in_hand
        return next((each for each in promised(self.journal.book, self.clock()) if each.item == key), None)

    @property
    def _today(self) -> date:
        return self.journal.book.day_of(self.clock())

    def _keep(self, answer: RoleAnswer, sentence: str) -> bool:
        from carecompanion.tui.form import Written

        return self.keep(Written((answer,), sentence))

    def _row(self, each: Promised, width: int) -> Content:
        return draw_promised(each, self.journal.book, state_words(each, self.journal.book, self.clock()), width)


def draw_promised(each: Promised, book: Book, state: str, width: int) -> Content:
    """One thing: its mark, its words, where alone it holds, and what is known of it."""
    shape = mark("met" if each.answer == "yes" else "missed" if each.answer == "no" else "open")
    only = each.words.where or each.words.aside
    left: list[Piece] = [shape, "  ", said(each, book), faint(f"   {only}" if only else "")]
    style = "$st-attention" if each.answer == "no" else "$st-muted"
    if say(*left).cell_length + len(state) + 3 <= width:
        return both_ends(width, left, [(state, style)])
    room = max(8, width - 3)
    below = [part for part in (say((state, style)), say(faint(only))) if part.cell_length]
    first, *rest = [row for part in (say(said(each, book)), *below) for row in part.wrap(room)]
    return lines(say(shape, "  ", first), *(row.pad_left(3) for row in rest))
