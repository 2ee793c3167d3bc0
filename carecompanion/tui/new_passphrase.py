"""NewPassphrase: two lines for the same new passphrase, and words to use when they are asked for."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from carecompanion.language import _
from carecompanion.store import offered_passphrase
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.parts.drawing import bold, muted, say
from carecompanion.tui.parts.line import PassphraseLine

LONG_ENOUGH = 8
"""Characters from which nothing is said about the length."""


class NewPassphrase(Vertical):
    """Takes it as it was typed, and says once when it is short. What it offers is on the screen and nowhere else."""

    def __init__(self, label: str, if_none: str) -> None:
        super().__init__()
        self._label, self._if_none = label, if_none
        self._kept_short = ""

    def compose(self) -> ComposeResult:
        """Twice the same, and what is offered."""
        yield Field(self._label, PassphraseLine(id="passphrase"))
        yield Field(_("Once more"), PassphraseLine(id="again"))
        yield Static(id="offered")

    def on_mount(self) -> None:
        """Nothing is offered yet."""
        self.query_one("#offered").display = False

    def chosen(self) -> str:
        """What was typed twice, exactly as it was; "" while it waits for something. Raises Unclear."""
        first, again = (self.query_one(name, PassphraseLine).value for name in ("#passphrase", "#again"))
        if not first:
            raise Unclear("passphrase", self._if_none)
        if not again:
            return self._ask("again", _("The same once more, so that a slip does not lock you out."))
        if first != again:
            raise Unclear("again", _("The two are not the same. Nothing is lost – ctrl+r shows what you typed."))
        if len(first) < LONG_ENOUGH and first != self._kept_short:
            self._kept_short = first
            return self._ask(
                "passphrase", _("A short one is easy to guess. Make it longer, or press enter to keep it.")
            )
        return first

    def offer(self) -> None:
        """Show five words to use, others each time."""
        words = offered_passphrase()
        shown = self.query_one("#offered", Static)
        shown.update(say(muted(_("You could use: ")), bold(words), muted(_("\nWrite it down, then type it twice."))))
        shown.display = True
        self.call_after_refresh(shown.scroll_visible, animate=False)

    def forget(self) -> None:
        """Empty the lines, and show no words."""
        for line in self.query(PassphraseLine):
            line.value = ""
        self._kept_short = ""
        offered = self.query_one("#offered", Static)
        offered.update(say(""))
        offered.display = False

    def _ask(self, name: str, words: str) -> str:
        line = self.query_one(f"#{name}")
        next(node for node in line.ancestors if isinstance(node, Field)).remark(words)
        line.focus()
        return ""
