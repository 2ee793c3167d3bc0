"""Your own keys: every act whose key may be another, with the key it has; choosing one, and the usual ones again."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.language import _
from carecompanion.tui.key_clash import key_of, swapped, without_usual
from carecompanion.tui.key_name import key_name
from carecompanion.tui.key_press import PressKey, TryKey, words_of
from carecompanion.tui.key_refusal import CHOOSABLE
from carecompanion.tui.keymap import ANYWHERE, HERE, IN_A_LIST, Key, bind
from carecompanion.tui.parts.asking import Asking
from carecompanion.tui.parts.bare import BareVertical
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import accent, bold, both_ends, faint, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems, blank, heading
from carecompanion.tui.parts.styled_once import StyledOnce

if TYPE_CHECKING:
    from carecompanion.tui.keyboard import Keyboard

TITLE = _("Your own keys")
WHY = _("Any act can have another key, where the usual one is hard to reach.")
WORDS = _("Any act here can have another key. Arrows, enter, esc and the letters inside sheets stay as they are.")
COLUMN = 9


class OwnKeyboard(ModalScreen[str | None], StyledOnce):
    """A page of rows, one for each act."""

    nothing_to_lose = True
    BINDINGS = [
        bind("back", "dismiss(None)"),
        bind("usual_key", "usual_key"),
        bind("usual_keys", "usual_keys"),
        bind("try_key", "try_key"),
        *ANYWHERE,
    ]

    def __init__(self, keyboard: "Keyboard") -> None:
        super().__init__(classes="page")
        self._keyboard = keyboard

    def compose(self) -> ComposeResult:
        """What this is, the rows, what was just done."""
        with BareVertical(classes="body"):
            yield Static(say(bold(TITLE), "\n", muted(WORDS)), id="lead", classes="lead")
            yield ItemList(id="rows")
        with BareVertical(id="foot"):
            yield Static(id="saved")
            yield KeyBar(("press_key", "usual_key", "usual_keys", "try_key"), ("back",))

    def on_mount(self) -> None:
        """Every act, with its key."""
        self._draw()
        self.query_one(ItemList).focus()

    @on(ItemList.Opened)
    @work(exclusive=True, group="keys")
    async def open_row(self, event: ItemList.Opened) -> None:
        """Ask for a key, and put it on the act in hand."""
        chosen = await self.app.push_screen_wait(PressKey(event.key, self._keyboard.chosen))
        if chosen is not None:
            said = _("“{key_name}” is the key for “{words_of}” now.").format(
                key_name=key_name(key_of(chosen, event.key)), words_of=words_of(event.key)
            )
            self._change(chosen, said)

    def action_usual_key(self) -> None:
        """The usual key for the act in hand; what has that key now takes the other."""
        act = self.query_one(ItemList).key_in_hand
        if act is None or act not in self._keyboard.chosen:
            self._say(_("This act has its usual key."))
            return
        self._change(swapped(self._keyboard.chosen, act, key_of({}, act)), _("It has its usual key again."))

    @work(exclusive=True, group="keys")
    async def action_usual_keys(self) -> None:
        """The usual keys for all, once that is asked."""
        if not self._keyboard.chosen:
            self._say(_("Every act has its usual key."))
            return
        words = say(_("What you chose is let go."))
        asked = Asking(_("The usual keys for all?"), words, ("delete", _("the usual keys"), _("usual")))
        if await self.app.push_screen_wait(asked):
            self._change({}, _("Every act has its usual key again."))

    def action_try_key(self) -> None:
        """See what a key sends, and whether it can be chosen."""
        self.app.push_screen(TryKey())

    def _change(self, chosen: dict[str, str], said: str) -> None:
        trouble = self._keyboard.change(without_usual(chosen))
        self._say(trouble or said)
        self._draw()

    def _draw(self) -> None:
        self.query_one(ItemList).show(ShortItems(list(self._items())))
        self.query_one(KeyBar).refresh()

    def _items(self) -> Iterator[Item]:
        before = ""
        for key in CHOOSABLE:
            group = _("On a sheet, in a list") if key.group in (HERE, IN_A_LIST) else key.group
            if group != before:
                yield from (*([blank()] if before else ()), heading(group))
                before = group
            yield Item(partial(self._row, key), key.id)

    def _row(self, key: Key, width: int) -> Content:
        now, usual = key_of(self._keyboard.chosen, key.id), key_of({}, key.id)
        aside = [faint(_("usually {key_name}").format(key_name=key_name(usual)))] if now != usual else []
        return both_ends(width, [accent(f"{key_name(now):<{COLUMN}}"), words_of(key.id)], aside)

    def _say(self, words: str) -> None:
        line = self.query_one("#saved", Static)
        line.update(say(words))
        line.display = True
