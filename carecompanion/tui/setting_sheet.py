"""SettingSheet: one thing that can be set, what it is for, and what is said once it is."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from carecompanion.domain.whole_numbers import whole_number
from carecompanion.language import _
from carecompanion.store import StoreError
from carecompanion.tui.chosen import Chosen, chosen_in
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.column import Column
from carecompanion.tui.parts.drawing import bold, muted, say
from carecompanion.tui.parts.line import Line
from carecompanion.tui.parts.styled_once import StyledOnce

if TYPE_CHECKING:
    from carecompanion.store import Journal

Clock = Callable[[], datetime]


class SettingSheet(ModalScreen[str | None], StyledOnce):
    """Keeps what is chosen as one act, and answers with a sentence on it; None when nothing was."""

    TITLE: ClassVar[str]
    WHY: ClassVar[str]
    """One sentence on what it is for."""

    LABEL: ClassVar[str]
    BINDINGS = [
        bind("save", "save"),
        bind("cancel", "cancel"),
        bind("hide_typing", "app.hide", priority=True),
        bind("help_now", "app.help_now"),
    ]

    def __init__(self, journal: "Journal", clock: Clock) -> None:
        super().__init__()
        self.journal, self.clock = journal, clock
        self._control = self.control()

    def control(self) -> Line | Choice:
        """What it is chosen with, as it is now."""
        raise NotImplementedError

    def keep(self, value: str) -> str:
        """Keep it, and say what that means. Raises Unclear, ValueError with a sentence, and what saving does."""
        raise NotImplementedError

    def echo(self, value: str) -> str:
        """What a value is understood as, said while it is chosen."""
        del value
        return ""

    def begin(self) -> None:
        """What shows below the line at first."""
        self.query_one("#outcome").display = False

    def set(self, **settings: Any) -> None:  # noqa: ANN401  # the settings check their own
        """Keep these settings of the journal."""
        self.journal.keep(settings=replace(self.journal.book.settings, **settings), at=self.clock())

    def compose(self) -> ComposeResult:
        """A sheet at the bottom of the screen."""
        with Column(id="sheet"):
            yield Static(say(bold(self.TITLE), "\n", muted(self.WHY)), id="title")
            with VerticalScroll(id="lines", can_focus=False):
                yield Field(self.LABEL, self._control)
            yield Static(id="outcome")
            yield KeyBar((("enter_save", _("save")),), ("cancel",))

    def on_mount(self) -> None:
        """At the one line there is, which the first letter replaces."""
        self.begin()
        self._control.focus()
        self._echo()
        if isinstance(self._control, Line):
            self._control.call_later(self._control.action_select_all)

    @on(Input.Submitted)
    @on(Choice.Submitted)
    @on(Choice.Picked)
    def action_save(self) -> None:
        """Keep it, or say what stands in the way."""
        try:
            said = self.keep((self._control.value or "").strip())
        except (Unclear, ValueError) as unclear:
            self.query_one(Field).remark(str(unclear), trouble=True)
            self._control.focus()
        except StoreError as trouble:
            outcome = self.query_one("#outcome", Static)
            outcome.update(say(("! ", "bold $st-error"), str(trouble)))
            outcome.display = True
        else:
            self.post_message(Chosen())
            self.dismiss(said)

    def action_cancel(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)

    @on(Input.Changed)
    @on(Choice.Changed)
    def _echo(self) -> None:
        self.query_one(Field).remark(self.echo((self._control.value or "").strip()))


class ChoiceSheet(SettingSheet):
    """One of a few options, kept by a name; the first is as nothing was chosen."""

    NAME: ClassVar[str]
    OPTIONS: ClassVar[tuple[Option, ...]]

    def control(self) -> Choice:
        """The options, the one that was chosen first."""
        return Choice(self.OPTIONS, self.choices().get(self.NAME, ""), id="chosen")

    def keep(self, value: str) -> str:
        """Keep it."""
        self.journal.keep(chosen={self.NAME: value}, at=self.clock())
        return f"{self.TITLE}: {worded(self.OPTIONS, value)}."

    def choices(self) -> Mapping[str, str]:
        """What is chosen now."""
        return chosen_in(self.journal)


def number(typed: str, most: int, of: str) -> int:
    """A number from 0 to `most`. Raises Unclear."""
    found = whole_number(typed, 0, most)
    if found is None:
        raise Unclear("", _("Choose a number of {of} from 0 to {most}.").format(of=of, most=most))
    return found


def worded(options: tuple[Option, ...], value: str) -> str:
    """The words of the option with that value; of the first where there is none."""
    return next((option.words for option in options if option.value == value), options[0].words)
