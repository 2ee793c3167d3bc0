"""The last step: how to begin, and how to hide."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from carecompanion.language import _
from carecompanion.tui.first_run.step import Step
from carecompanion.tui.keymap import BY_ID
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.drawing import accent, lines, muted, say

WORTH_KNOWING = ("contact", "appointment", "note", "hide", "hide_typing", "help_now", "keys")


class Done(Step):
    """Nothing is asked."""

    NUMBER = 6

    def title(self) -> str:
        """That it is over."""
        return _("That is all.")

    def words(self) -> str:
        """What there is now."""
        return _("Your journal is ready, and there is nothing you have to do. A few keys:")

    def lines(self) -> ComposeResult:
        """The keys to begin with."""
        yield Static(_keys())

    def hints(self) -> Sequence[Hint]:
        """Into the journal, or back."""
        return (("next_step", _("open my journal")), "step_back")


def _keys() -> Content:
    keys = [BY_ID[name] for name in WORTH_KNOWING]
    return lines(*(say(accent(f"{key.shown:<9}"), muted(key.words)) for key in keys))
