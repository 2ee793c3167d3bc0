"""Page: words on a page of their own, to be read and left again, perhaps for an act on what they are about."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.language import _
from carecompanion.tui.keymap import ANYWHERE, bind
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.reading import ReadLine, is_reading
from carecompanion.tui.parts.styled_once import StyledOnce

NARROWEST, WIDEST, MARGINS = 20, 86, 6
"""Cells: what lines are at the least, at the most for reading, and what is beside them."""
READ_ON: Hint = ("move", _("read on"))


class Page(ModalScreen[str | None], StyledOnce):
    """`draw` makes the words for a width in cells. Answers with the id of one of `acts` that the person chose."""

    BINDINGS = [
        bind("back", "dismiss"),
        Binding("backspace,left", "dismiss", show=False),
        bind("move_down", "scroll(1)"),
        bind("move_up", "scroll(-1)"),
        bind("page_down", "scroll(10)"),
        bind("page_up", "scroll(-10)"),
        Binding("space", "scroll(10)", show=False),
        *ANYWHERE,
        bind("change", "act('change')"),
        bind("something", "act('something')"),
        bind("leave_out", "act('leave_out')"),
        bind("delete", "act('delete')"),
        bind("before", "act('before')"),
        bind("bring", "act('bring')"),
    ]
    nothing_to_lose = True

    def __init__(self, draw: Callable[[int], Content], acts: Sequence[Hint] = ()) -> None:
        super().__init__(classes="page")
        self._draw, self._acts = draw, acts
        self._read = ReadLine()

    def compose(self) -> ComposeResult:
        """The words, and the way back."""
        with VerticalScroll(classes="body whole", can_focus=False):
            yield Static(id="words")
        yield KeyBar((*self._acts, "hide"), ("help_now", "back"))

    def on_resize(self) -> None:
        """Lines break elsewhere in another width."""
        width = max(NARROWEST, min(WIDEST, self.app.size.width - MARGINS))
        self.query_one("#words", Static).update(self._draw(width))
        self.call_after_refresh(self._offer)

    @property
    def spot(self) -> Offset:
        """Where the line begins that is being read."""
        window = self.query_one(VerticalScroll)
        line = max(0, min(self._read.at - window.scroll_offset.y, window.size.height - 1))
        return Offset(self.query_one("#words").content_region.x, window.content_region.y + line)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only the acts that there are."""
        if action == "act":
            return any(parameters[0] == (hint if isinstance(hint, str) else hint[0]) for hint in self._acts)
        return super().check_action(action, parameters)

    def action_act(self, act: str) -> None:
        """Leave for an act."""
        self.dismiss(act)

    def action_scroll(self, step: int) -> None:
        """Further up or down."""
        window, words = self.query_one(VerticalScroll), self.query_one("#words", Static)
        if is_reading():
            to = self._read.move(step, words.size.height, window.scroll_offset.y, window.size.height)
            window.scroll_to(y=to, animate=False)
            words.refresh()  # the cursor moves with what is drawn
        else:
            window.scroll_relative(y=step, animate=False)

    def _offer(self) -> None:
        """The keys that do something: reading on, where there is more than shows."""
        further = (READ_ON,) if self.query_one(VerticalScroll).max_scroll_y else ()
        self.query_one(KeyBar).offer((*self._acts, *further, "hide"))
