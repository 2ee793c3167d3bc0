"""Step: one thing asked at a time when a journal is set up."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from carecompanion.tui.field import Field
from carecompanion.tui.first_run.setting_up import SettingUp
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.drawing import bold, faint, muted, say
from carecompanion.tui.parts.line import Line


class Step(Vertical):
    """What is asked, in words and lines, and what answering it keeps."""

    NUMBER: ClassVar[int]
    SKIPS: ClassVar[int] = 0
    """How many screens skipping goes past; 0 where it cannot be skipped."""

    RETYPED: ClassVar[bool] = False
    """Whether a line that is not right is typed anew, rather than mended."""

    CAN_STOP: ClassVar[bool] = False
    """Whether esc ends the setting up here."""

    class Turned(Message):
        """The step asks something else now, and other keys work."""

    def __init__(self, setting_up: SettingUp) -> None:
        super().__init__()
        self.setting_up = setting_up

    def title(self) -> str:
        """What is asked."""
        raise NotImplementedError

    def words(self) -> str:
        """What it is for."""
        return ""

    def lines(self) -> ComposeResult:
        """Where the answer goes."""
        yield from ()

    def aside(self) -> str:
        """What is worth knowing beside it."""
        return ""

    def hints(self) -> Sequence[Hint]:
        """The keys that work."""
        return ("next_step", *(("skip_step",) if self.SKIPS else ()), "step_back")

    def always(self) -> Sequence[Hint]:
        """The keys at the end of the last line."""
        return ("stop_here",) if self.CAN_STOP else ()

    def before_skipping(self) -> str:
        """What to know before skipping; "" when there is nothing."""
        return ""

    def answer(self) -> None:
        """Keep the answer. Raises Unclear, or one of the StoreError family."""

    async def keep(self) -> bool:
        """Keep the answer; False to stay, with something said. Raises Unclear, or one of the StoreError family."""
        self.answer()
        return True

    def cancel(self) -> bool:
        """Go back within the step; False when there is nothing to go back from."""
        return False

    def compose(self) -> ComposeResult:
        """The title, the words, the lines, the aside."""
        yield Static(id="title_words", classes="step")
        yield Static(id="what_for", classes="step")
        yield from self.lines()
        yield Static(id="aside")

    def on_mount(self) -> None:
        """In its first state."""
        self.say_again()
        for field in self.query(Field):
            field.remark()

    def say_again(self) -> None:
        """Say the title, the words and the aside as they are now."""
        self.query_one("#title_words", Static).update(say(bold(self.title())))
        for place, piece in (("#what_for", muted(self.words())), ("#aside", faint(self.aside()))):
            shown = self.query_one(place, Static)
            shown.update(say(piece))
            shown.display = bool(piece[0])

    def typed(self, name: str) -> str:
        """What one line holds, without blanks around it."""
        return self.query_one(f"#{name}", Line).value.strip()
