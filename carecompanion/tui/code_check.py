"""CodeCheck: the recovery code typed from paper, to see that it is right."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from carecompanion.language import _
from carecompanion.store import StoreError, right_groups, wrong_group
from carecompanion.tui.field import Field
from carecompanion.tui.keymap import ANYWHERE, bind
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.column import Column
from carecompanion.tui.parts.drawing import bold, muted, say
from carecompanion.tui.parts.line import Line
from carecompanion.tui.parts.styled_once import StyledOnce

if TYPE_CHECKING:
    from carecompanion.store import Journal

GROUPS = 7
WORDS = _("Type it from your paper. It is how you can be sure that it opens your journal when you need it.")
RIGHT = _("The code on your paper is right.")
NOTHING_YET = _("There is nothing to check yet. Type the code from your paper.")


class CodeCheck(ModalScreen[str | None], StyledOnce):
    """Answers with a sentence when the code was right; None when it was left."""

    AUTO_FOCUS = "Input"
    BINDINGS = [
        bind("cancel", "dismiss(None)"),
        *ANYWHERE,
        bind("help_now_typing", "app.help_now"),
    ]

    def __init__(self, journal: "Journal", clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._journal, self._clock = journal, clock

    def compose(self) -> ComposeResult:
        """A sheet at the bottom of the screen."""
        with Column(id="sheet"):
            yield Static(say(bold(_("Check the recovery code you wrote down")), "\n", muted(WORDS)), id="title")
            with VerticalScroll(id="lines", can_focus=False):
                yield Field(_("Code"), Line(hint=_("seven groups of five"), id="code"))
            yield Static(id="outcome")
            yield KeyBar((("next_step", _("check it")),), ("cancel",))

    @on(Input.Changed)
    def say_how_far(self, event: Input.Changed) -> None:
        """Name the first group with a slip, or how many are in order, while there is still paper in hand."""
        wrong, right = wrong_group(event.value), right_groups(event.value)
        self._say("")
        if wrong is not None:
            self.query_one(Field).remark(
                _("Group {wrong} is not right. Look at it once more on your paper.").format(wrong=wrong), trouble=True
            )
        else:
            self.query_one(Field).remark(
                _("{right} of {groups} groups are in order.").format(right=right, groups=GROUPS) if right else ""
            )

    @on(Input.Submitted)
    def check(self, event: Input.Submitted) -> None:
        """Whether it is this journal's; that it was is kept."""
        if not event.value.strip():
            self._say(NOTHING_YET)
            return
        try:
            self._journal.prove_code(event.value)
            self._journal.note_code_checked(self._clock())
        except StoreError as trouble:
            self._say(str(trouble))
        else:
            self.dismiss(RIGHT)

    def _say(self, sentence: str) -> None:
        words = say(("○ ", "$st-attention"), sentence) if sentence else say("")
        self.query_one("#outcome", Static).update(words)
