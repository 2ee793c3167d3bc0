"""Practise: what is said at a review, one thing at a time, large and quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.domain.shareable import shareable
from carecompanion.domain.walk import going
from carecompanion.language import _
from carecompanion.sharing.practising import END, NOTHING, Card, cards, wish_words
from carecompanion.sharing.review_pages import prepared
from carecompanion.tui.keymap import ANYWHERE, bind
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.drawing import bold, faint, hung, lines, muted, say
from carecompanion.tui.parts.styled_once import StyledOnce

if TYPE_CHECKING:
    from carecompanion.store import Journal
    from carecompanion.tui.place import Clock, Place

WIDEST, MARGINS = 40, 6
"""Columns that lines have at the most, and what is beside them in a small window."""


class Practise(ModalScreen[None], StyledOnce):
    """One thing to say a screen, forwards and back at one's own pace; past the last is the end."""

    AUTO_FOCUS = ""
    BINDINGS = [
        bind("next_point", "on"),
        bind("point_before", "before"),
        bind("rests_on", "rests_on"),
        bind("back", "dismiss"),
        *ANYWHERE,
    ]

    def __init__(self, journal: Journal, clock: Clock) -> None:
        super().__init__(classes="page")
        book, now = journal.book, clock()
        review = prepared(shareable(book), book, None, now).review
        self._cards = cards(going(review, book, now, ""), review)
        self._at = 0
        self._is_open = False

    def compose(self) -> ComposeResult:
        """The words, and the keys."""
        with VerticalScroll(id="practise", can_focus=False):
            yield Static(id="spoken")
        yield KeyBar()

    def on_mount(self) -> None:
        """The first thing to say."""
        self._show(0)

    def action_on(self) -> None:
        """Further down where there is more to read, else to the next; from the end, leave."""
        page = self.query_one("#practise", VerticalScroll)
        if page.scroll_offset.y < page.max_scroll_y:
            page.scroll_page_down(animate=False)
        elif self._card is None:
            self.dismiss(None)
        else:
            self._show(self._at + 1)

    def action_before(self) -> None:
        """Back to the one before."""
        if self._at:
            self._show(self._at - 1)

    def action_rests_on(self) -> None:
        """Show the examples behind it, or put them away."""
        if self._card is not None and self._card.behind:
            self._show(self._at, is_open=not self._is_open)

    def on_resize(self) -> None:
        """Lines break elsewhere in another width."""
        self._draw()

    @property
    def _width(self) -> int:
        return min(WIDEST, self.app.size.width - MARGINS)

    @property
    def _card(self) -> Card | None:
        """What is to be said now; None at the end."""
        return self._cards[self._at] if self._at < len(self._cards) else None

    def _show(self, at: int, *, is_open: bool = False) -> None:
        self._at, self._is_open = at, is_open
        self.query_one("#practise").scroll_home(animate=False)
        self._draw()

    def _draw(self) -> None:
        card = self._card
        words = self._drawn(card) if card else say(END if self._cards else NOTHING)
        self.query_one("#spoken", Static).update(words)
        on: Hint = "next_point" if card else ("next_point", _("done"))
        before: list[Hint] = ["point_before"] if self._at else []
        behind: list[Hint] = []
        if card is not None and card.behind:
            behind = [("rests_on", _("put away") if self._is_open else _("what it rests on"), _("why"))]
        self.query_one(KeyBar).offer((on, *before, *behind, "help_now"), ("back",))

    def _drawn(self, card: Card) -> Content:
        """A thing to say, under its heading, with what would help; and with its examples when they are asked for."""
        rows = [
            say(muted(card.heading), faint(_("   {at} of {count}").format(at=self._at + 1, count=len(self._cards)))),
            say(""),
            say(""),
        ]
        rows.append(say(bold(card.text)))
        if card.wish:
            rows += [say(""), say(wish_words(card))]
        if self._is_open:
            rows += [say(""), *(hung(faint("· "), say(muted(line)), self._width) for line in card.behind)]
        return lines(*rows)


async def practise(place: Place) -> None:
    """Practise what is to be said at the review in hand."""
    await place.app.push_screen_wait(Practise(place.journal, place.clock))
