"""Choosing: things that can be done, narrowed down as words are typed, one of which is done on enter."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from carecompanion.domain.fitting import fitting
from carecompanion.language import _
from carecompanion.tui.door import Hidden, TooSmall
from carecompanion.tui.here import here
from carecompanion.tui.keymap import GO_TO, bind, shown
from carecompanion.tui.offer import HELP, ITS_TRAITS, PEOPLE, SETTINGS, Offer
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.column import Column
from carecompanion.tui.parts.drawing import Piece, accent, bold, both_ends, faint, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems, heading
from carecompanion.tui.parts.line import Line
from carecompanion.tui.parts.styled_once import StyledOnce

if TYPE_CHECKING:
    from carecompanion.tui.app import CareCompanion

NOTHING = _("Nothing is called that. Fewer letters find more.")
AT_ONCE = {"keys": "", "palette": "", "hide": "app.hide", "help_now": "app.help_now"}
"""The acts whose keys, typed first, are no letters of what is looked for; those that open this close it again."""
KEY_COLUMN = 8
WIDEST = 80
"""Cells beyond which what stands at the right of a row would be too far from its words."""
ONE_OF = {
    GO_TO: _("place"),
    PEOPLE: _("person"),
    ITS_TRAITS: _("trait"),
    SETTINGS: _("setting"),
    HELP: _("help"),
}
"""What one of a group is called, beside it."""


class Choosing(ModalScreen[Offer | None], StyledOnce):
    """Answers with what was chosen. What cannot be done now says why, and nothing is chosen by it."""

    AUTO_FOCUS = "#asked"
    BINDINGS = [
        bind("move_up", "move(-1)"),
        bind("move_down", "move(1)"),
        bind("page_up", "page(-1)"),
        bind("page_down", "page(1)"),
        bind("cancel", "dismiss"),
    ]

    def __init__(self, title: str, offers: Sequence[Offer], *, keys_first: bool, first: Content | None = None) -> None:
        """`keys_first`: each row begins with its key; `first` stands above all else while it is true."""
        super().__init__()
        self._title, self._offers, self._keys_first, self._first = title, offers, keys_first, first
        self._shown: Sequence[Offer] = ()
        self._moves = False
        """Whether what was done last was to go along the list, and not to type."""

    def compose(self) -> ComposeResult:
        """What is asked for, what there is, why not."""
        with Column(id="sheet"):
            yield Static(say(bold(self._title)), id="title")
            yield Static(say(self._first or ""), id="just_said")
            yield Line(hint=_("a few letters, or ↑ and ↓"), id="asked")
            yield ItemList(id="offers")
            yield Static(id="outcome")
            yield KeyBar((("open", _("do it")),), (("cancel", _("close")),))

    def on_mount(self) -> None:
        """Everything, the first in hand."""
        self.query_one("#just_said").display = self._first is not None
        self._list.is_led = True
        self._list.can_focus = False
        self._narrow("")

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """What fits the letters that are typed."""
        self._moves = False
        at_once = next((act for act in AT_ONCE if event.value == shown(act)), None)
        if at_once is None:
            self._narrow(event.value)
        elif AT_ONCE[at_once]:
            self.call_later(self.app.run_action, AT_ONCE[at_once])
            self.query_one(Line).value = ""
        else:
            self.dismiss(None)

    @on(Input.Submitted)
    @on(ItemList.Opened)
    def choose(self) -> None:
        """Enter does what is in hand, unless something stands in its way."""
        if (offer := self._in_hand) is not None and not offer.why_not:
            self.dismiss(offer)

    @on(ItemList.InHand)
    def look(self) -> None:
        """Why what is in hand cannot be done now."""
        self._say()

    def action_move(self, step: int) -> None:
        """Another one in hand, while words go on being typed."""
        self._moves = True
        self._list.action_move(step)

    def action_page(self, pages: int) -> None:
        """Further down or up."""
        self._moves = True
        self._list.action_page(pages)

    @property
    def spot(self) -> Offset | None:
        """What is in hand, once it was gone to; the line that is typed in knows its own."""
        return self._list.spot if self._moves else None

    @property
    def _list(self) -> ItemList:
        return self.query_one("#offers", ItemList)

    @property
    def _in_hand(self) -> Offer | None:
        key = self._list.key_in_hand
        return next((offer for offer in self._shown if offer.id == key), None)

    def _narrow(self, asked: str) -> None:
        self._shown = fitting(asked, self._offers, lambda offer: offer.found_by)
        self._list.show(ShortItems(list(self._items(grouped=not asked.strip()))))
        self._list.action_first()
        self._say()

    def _items(self, *, grouped: bool) -> Iterator[Item]:
        before = ""
        for offer in self._shown:
            if grouped and offer.group != before:
                gap = "\n" if before else ""
                yield Item(heading(f"{gap}{offer.group}").draw, height=lambda _width, gap=gap: 1 + len(gap))  # type: ignore[misc]  # bound now
                before = offer.group
            yield Item(partial(self._row, offer), offer.id, height=lambda _width: 1)

    def _row(self, offer: Offer, width: int) -> Content:
        words: Piece = muted(offer.words) if offer.why_not else offer.words
        if self._keys_first:
            return both_ends(width, [accent(f"{offer.key:<{KEY_COLUMN}}"), " ", words], [])
        aside = faint(_("not now") if offer.why_not else ONE_OF.get(offer.group, ""))
        key: tuple[Piece, ...] = (accent(offer.key),) if offer.key else ()
        right = (
            [aside, *([(" " * (KEY_COLUMN - len(offer.key)), ""), *key] if key else [])]
            if offer.why_not or not key
            else key
        )
        return both_ends(min(width, WIDEST), [words], right)

    def _say(self) -> None:
        offer = self._in_hand
        words = offer.why_not if offer else NOTHING
        outcome = self.query_one("#outcome", Static)
        outcome.update(say(muted(words)))
        outcome.display = bool(words)


async def choose_here(app: "CareCompanion") -> None:
    """What can be done on the screen that shows, and doing it."""
    await _choose(app, _("What can be done here"), here(app.screen), keys_first=True)


async def choose_anything(app: "CareCompanion") -> None:
    """Everything there is to do, go to and read, and doing it."""
    from carecompanion.tui.everything import everything

    if isinstance(app.screen, Choosing):
        app.screen.dismiss(None)
        return
    if isinstance(app.screen, Hidden | TooSmall):
        return
    await _choose(app, _("What would you like to do?"), everything(app), keys_first=False)


async def _choose(app: "CareCompanion", title: str, offers: Sequence[Offer], *, keys_first: bool) -> None:
    sheet = Choosing(title, offers, keys_first=keys_first, first=_just_said(app.screen))
    chosen = await app.push_screen_wait(sheet)
    if chosen is not None:
        await chosen.do()


def _just_said(screen: Screen[Any]) -> Content | None:
    """What stands above the keys of a screen for a while: that something was saved, and how to undo it."""
    line = next(iter(screen.query("#saved").results(Static)), None)
    return line.content if line is not None and line.display and isinstance(line.content, Content) else None
