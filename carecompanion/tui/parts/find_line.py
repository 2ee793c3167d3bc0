"""The line for what is looked for: the key that opened it, the words, and how many were found."""

from textual.app import ComposeResult
from textual.widgets import Static

from carecompanion.language import _
from carecompanion.tui.parts.bare import BareHorizontal
from carecompanion.tui.parts.drawing import accent, muted, say
from carecompanion.tui.parts.line import Line


class FindLine(BareHorizontal):
    """Shown from `begin` to `end`."""

    def compose(self) -> ComposeResult:
        """A mark, the line, the count."""
        yield Static(say(accent("/")), id="find_mark")
        line = Line(hint=_("words, in any order"), id="find")
        line.disabled = True  # out of sight it takes no focus
        yield line
        yield Static(id="found")

    @property
    def line(self) -> Line:
        """Where the words are typed."""
        return self.query_one(Line)

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self.has_class("-open")

    def begin(self) -> None:
        """Show it, with its words as they were, in hand."""
        self.add_class("-open")
        self.line.disabled = False
        self.line.focus()

    def end(self) -> None:
        """Hide it, empty."""
        self.remove_class("-open")
        self.line.value = ""
        self.line.disabled = True

    def count(self, shown: int, of: int, *, more: bool = False) -> None:
        """How many were found, of how many; `more` when there are more than those."""
        many = (
            _("more than {shown:,}").format(shown=shown)
            if more
            else _("{shown:,} of {of:,}").format(shown=shown, of=of)
        )
        self.query_one("#found", Static).update(say(muted(many)))
