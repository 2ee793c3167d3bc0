"""FirstRun: the steps, forwards and back. What a step asked is kept as it is passed."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Static

from carecompanion.language import _
from carecompanion.store import StoreError
from carecompanion.tui.door import PATIENCE
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.first_run.agreed import WhatWasAgreed
from carecompanion.tui.first_run.coordinator import Coordinator
from carecompanion.tui.first_run.done import Done
from carecompanion.tui.first_run.nation import WhichNation
from carecompanion.tui.first_run.passphrase import Passphrase
from carecompanion.tui.first_run.recovery import CodeShown, CodeTypedBack
from carecompanion.tui.first_run.setting_up import Clock, SettingUp
from carecompanion.tui.first_run.step import Step
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.choice import Choice
from carecompanion.tui.parts.drawing import drawn, muted, say
from carecompanion.tui.parts.line import Line
from carecompanion.tui.parts.styled_once import StyledOnce
from carecompanion.tui.ready import make_ready

if TYPE_CHECKING:
    from carecompanion.store import Journal  # noqa: F401  # named in quotes below: not imported before the first paint

STEPS: tuple[type[Step], ...] = (
    Passphrase,
    CodeShown,
    CodeTypedBack,
    WhichNation,
    Coordinator,
    WhatWasAgreed,
    Done,
)
OF = STEPS[-1].NUMBER
NOT_KEPT = _("What was typed last could not be read, and is not kept. Everything before it is.")
PART = 4
"""Columns of the progress line for one step."""


class FirstRun(StyledOnce, Screen["Journal"]):
    """Asks for a passphrase, makes the journal, then asks what can be skipped; answers with the open journal."""

    AUTO_FOCUS = ""
    BINDINGS = [
        bind("next_step", "next"),
        bind("skip_step", "skip"),
        bind("step_back", "step_back"),
        bind("cancel", "cancel"),
        bind("help_now", "app.help_now"),
        bind("hide", "app.hide"),
    ]

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__()
        self._setting_up = SettingUp(folder, clock)
        self._steps: dict[int, Step] = {}
        self._at = 0
        self._keeping = self._warned = self._stopping = False

    def compose(self) -> ComposeResult:
        """How far it is, what is asked, what is answered."""
        with VerticalScroll(id="door", can_focus=False):
            yield Static(id="progress", classes="step")
            yield Vertical(id="steps")
            yield Static(id="answer")
        yield KeyBar()

    async def on_mount(self) -> None:
        """The first step; what takes long to import comes in beside it."""
        await self._show(0)
        make_ready()

    def keep_in_hand(self) -> str | None:
        """Keep what the step in hand holds, on leaving from anywhere; a sentence when words in it cannot be kept."""
        step = self._steps[self._at]
        if not step.CAN_STOP or self._keeping:
            return None
        try:
            step.answer()
        except Unclear:
            return NOT_KEPT if any(line.value.strip() for line in step.query(Line)) else None
        except (StoreError, ValueError) as trouble:
            return str(trouble)
        return None

    def on_unmount(self) -> None:
        """Left half-way, it leaves the journal free for the next time."""
        self._setting_up.abandon()

    def action_next(self) -> None:
        """Keep what is answered and go on."""
        self._go_on(1)

    async def action_skip(self) -> None:
        """Go on without an answer, where that can be; twice where it should be thought over."""
        step = self._steps[self._at]
        if not step.SKIPS or self._keeping:
            return
        if step.before_skipping() and not self._warned:
            self._warned = True
            self._say(step.before_skipping())
            return
        await self._show(self._at + step.SKIPS)

    async def action_step_back(self) -> None:
        """To the line before, and from the first line to the step before; a journal once made stays made."""
        chain = self.focus_chain
        if chain and self.focused is not chain[0]:
            self.focus_previous()
        elif self._at > 1 and not self._keeping:
            await self._show(self._at - 1)

    def action_cancel(self) -> None:
        """Back within the step, or stop here."""
        step = self._steps[self._at]
        if self._keeping or step.cancel() or not step.CAN_STOP:
            return
        if self._stopping:
            self._finish()
        else:
            self._stopping = True
            self._go_on(len(STEPS) - self._at)

    @on(Input.Submitted)
    @on(Choice.Submitted)
    def go_on(self) -> None:
        """Enter goes on from any line."""
        self._go_on(1)

    @on(Choice.Picked)
    def next_line(self) -> None:
        """A letter picks and moves on, to a line that the choice may just have brought."""
        self.call_after_refresh(self._next_line)

    @on(Step.Turned)
    def offer_keys(self) -> None:
        """The keys that work now."""
        step = self._steps[self._at]
        self._say("")
        self.query_one(KeyBar).offer(step.hints(), step.always())

    @work
    async def _go_on(self, how_far: int) -> None:
        """Keep what the step holds, and go on by so many steps; past the last one is into the journal."""
        if self._keeping:
            return
        self._keeping = True
        self.set_timer(PATIENCE, self._ask_for_patience)
        try:
            kept = await self._kept()
        finally:
            self._keeping = False
        if kept and self._at + how_far < len(STEPS):
            await self._show(self._at + how_far)
        elif kept:
            self._finish()

    async def _kept(self) -> bool:
        step = self._steps[self._at]
        for field in step.query(Field):
            field.remark()
        self._say("")
        try:
            return await step.keep()
        except Unclear as unclear:
            self._complain(step, unclear)
        except (StoreError, ValueError) as trouble:
            self._say(str(trouble), "! ", "bold $st-error")
        return False

    def _complain(self, step: Step, unclear: Unclear) -> None:
        line = step.query_one(f"#{unclear.field}")
        field = next(node for node in line.ancestors if isinstance(node, Field))
        field.remark(str(unclear), trouble=True)
        line.focus()
        if isinstance(line, Line) and step.RETYPED:
            line.action_select_all()
        self.call_after_refresh(field.scroll_visible, animate=False)
        if self._stopping:
            self._say(_("Press esc again to stop without this step."))

    async def _show(self, at: int) -> None:
        """Show a step, as it was left when it has been shown before."""
        self._at, self._warned, self._stopping = at, False, False
        if at not in self._steps:
            self._steps[at] = STEPS[at](self._setting_up)
            await self.query_one("#steps").mount(self._steps[at])
        for place, step in self._steps.items():
            step.display = place == at
        number = STEPS[at].NUMBER
        line = ("━" * PART * number, "$st-accent"), ("─" * PART * (OF - number), "$st-faint")
        progress = say(muted(_("Step {number} of {of}   ").format(number=number, of=OF)), *drawn(*line))
        self.query_one("#progress", Static).update(progress)
        self.offer_keys()
        self.set_focus(self.focus_chain[0] if self.focus_chain else None, scroll_visible=False)
        self.query_one("#door").scroll_home(animate=False)
        self.call_after_refresh(self._keep_in_sight)

    def _next_line(self) -> None:
        if self.focus_chain and self.focused is not self.focus_chain[-1]:
            self.focus_next()

    def _finish(self) -> None:
        self.dismiss(self._setting_up.hand_over())

    def _say(self, words: str, mark: str = "○ ", style: str = "$st-attention") -> None:
        answer = self.query_one("#answer", Static)
        answer.update(say((mark, style), words) if words else say(""))
        answer.display = bool(words)
        if words:
            self.call_after_refresh(answer.scroll_visible, animate=False)

    def _ask_for_patience(self) -> None:
        if self._keeping and not self._setting_up.made:
            self._say(_("Making your journal …"), "", "$st-muted")

    def on_resize(self, _event: events.Resize) -> None:
        """The line in hand stays in sight."""
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)
