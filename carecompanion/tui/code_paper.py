"""CodePaper: a new recovery code, to be written on paper, and two of its groups typed back from there."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from carecompanion.language import _
from carecompanion.store import StoreError
from carecompanion.tui.code_groups import CodeGroups, compare, two_places
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.keymap import ANYWHERE, bind
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.column import Column
from carecompanion.tui.parts.drawing import bold, muted, say
from carecompanion.tui.parts.line import Line
from carecompanion.tui.parts.styled_once import StyledOnce

if TYPE_CHECKING:
    from carecompanion.store import Journal

SHOWN = (
    _("Your new recovery code"),
    _(
        "Write it on paper, in place of the old one, and keep it somewhere else. "
        "Whoever has it and the file can read everything."
    ),
)
TYPED = (_("Type two of the groups from your paper"), _("It is how you can be sure that the paper is right."))
LEAVING = _("It is shown only now. Press esc again to go on without it. Then nobody can open your journal if {lost}.")


class CodePaper(ModalScreen[bool], StyledOnce):
    """Answers whether two groups were typed back right. Leaving before that takes two presses."""

    AUTO_FOCUS = ""
    BINDINGS = [
        bind("next_step", "next"),
        bind("step_back", "look_again"),
        bind("cancel", "leave"),
        *ANYWHERE,
        bind("help_now_typing", "app.help_now"),
    ]

    def __init__(self, journal: "Journal", code: str, clock: Callable[[], datetime]) -> None:
        super().__init__(classes="page")
        self._journal, self._clock = journal, clock
        self._code, self._groups = code, code.split("-")
        self._asked = two_places(self._groups)
        self._typing = self._leaving = False

    def compose(self) -> ComposeResult:
        """The code, and the lines that come after it, with nothing else to look at."""
        with Column(id="sheet"):
            yield Static(id="title")
            with VerticalScroll(id="lines", can_focus=False):
                yield CodeGroups(self._code)
                for place in self._asked:
                    yield Field(_("Group {place}").format(place=place + 1), Line(id=f"group_{place + 1}"))
            yield Static(id="outcome")
            yield KeyBar()

    def on_mount(self) -> None:
        """The code first."""
        self._turn(typing=False)

    def action_next(self) -> None:
        """The paper is written."""
        if not self._typing:
            self._turn(typing=True)

    def action_look_again(self) -> None:
        """To the line before, and from the first line to the code."""
        if not self._typing:
            return
        if self.focused is self.focus_chain[0]:
            self._turn(typing=False)
        else:
            self.focus_previous()

    def action_leave(self) -> None:
        """Leave without, once it is clear what that means."""
        if self._leaving:
            self.dismiss(False)
        self._leaving = True
        lost = _("you forget the passphrase") if self._journal.has_passphrase else _("the key file beside it is lost")
        self._say(LEAVING.format(lost=lost))

    @on(Input.Submitted)
    def compare_both(self) -> None:
        """Both must be right; then it is kept that they were."""
        for field in self.query(Field):
            field.remark()
        try:
            for place in self._asked:
                compare(place, self.query_one(f"#group_{place + 1}", Line).value.strip(), self._groups[place])
            self._journal.note_code_checked(self._clock())
        except Unclear as unclear:
            line = self.query_one(f"#{unclear.field}", Line)
            next(node for node in line.ancestors if isinstance(node, Field)).remark(str(unclear), trouble=True)
            line.focus()
            line.action_select_all()
        except StoreError as trouble:
            self._say(str(trouble))
        else:
            self.dismiss(True)

    def _turn(self, *, typing: bool) -> None:
        self._typing, self._leaving = typing, False
        self.query_one(CodeGroups).display = not typing
        for field in self.query(Field):
            field.display = typing
            field.remark()
        title, words = TYPED if typing else SHOWN
        self.query_one("#title", Static).update(say(bold(title), "\n", muted(words)))
        back = ("step_back", _("the code"))
        self.query_one(KeyBar).offer(
            ("next_step", back) if typing else (("next_step", _("written down")),), (("cancel", _("later")),)
        )
        self._say("")
        self.set_focus(self.query_one(f"#group_{self._asked[0] + 1}") if typing else None)

    def _say(self, sentence: str) -> None:
        words = say(("○ ", "$st-attention"), sentence) if sentence else say("")
        self.query_one("#outcome", Static).update(words)
