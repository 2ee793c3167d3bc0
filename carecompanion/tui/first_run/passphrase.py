"""The first step: a passphrase typed twice, or, knowingly, none."""

import asyncio
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Input

from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.first_run.setting_up import SettingUp
from carecompanion.tui.first_run.step import Step
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.line import PassphraseLine

LONG_ENOUGH = 8
"""Characters from which nothing is said about the length."""

PROTECTS = (
    "A copied or stolen file shows only its size and dates. Nothing is ever sent.\n\n"
    "It cannot help against someone who watches you type or makes you unlock it, against harmful software or an "
    "administrator on this computer, or for files you save out of it. "
    "If somebody monitors this computer, writing on paper may be safer."
)


class Passphrase(Step):
    """Makes the journal."""

    NUMBER = 1
    RETYPED = True
    BINDINGS = [
        bind("no_passphrase", "without"),
        bind("show_typed", "show"),
    ]

    def __init__(self, setting_up: SettingUp) -> None:
        super().__init__(setting_up)
        self._without = False
        self._kept_short = ""

    def title(self) -> str:
        """A passphrase, or none."""
        return "Go on without a passphrase?" if self._without else "Choose a passphrase for your journal"

    def words(self) -> str:
        """What makes a good one, or what it means to have none."""
        if self._without:
            return "Anyone who can open this computer account can read it."
        return "It locks everything you write here. Three or four ordinary words are good."

    def lines(self) -> ComposeResult:
        """Twice the same."""
        yield Field("Passphrase", PassphraseLine(id="passphrase"))
        yield Field("Once more", PassphraseLine(id="again"))

    def aside(self) -> str:
        """What the lock protects, and what it does not."""
        return "A copied or stolen file can then be read too." if self._without else PROTECTS

    def hints(self) -> Sequence[Hint]:
        """Going on, going without one, seeing what is typed."""
        return (("next_step", "go without"),) if self._without else ("next_step", "no_passphrase", "show_typed")

    def always(self) -> Sequence[Hint]:
        """The way back, and help now."""
        return (("cancel", "choose one"),) if self._without else (("help_now_typing", "help now"),)

    async def keep(self) -> bool:
        """Make the journal, once the passphrase is typed twice or none is wanted."""
        passphrase = None if self._without else self._chosen()
        if passphrase == "":
            return False
        await asyncio.to_thread(self.setting_up.make, passphrase)
        for line in self.query(PassphraseLine):
            line.value = ""
        self._kept_short = ""
        return True

    def cancel(self) -> bool:
        """Back from going without one."""
        if self._without:
            self._turn(without=False)
            self.query_one("#passphrase").focus()
            return True
        return False

    def action_without(self) -> None:
        """Say what it means to go without one."""
        self._turn(without=True)
        self.screen.set_focus(None)

    def action_show(self) -> None:
        """Show what is typed, or hide it again."""
        for line in self.query(PassphraseLine):
            line.password = not line.password

    def _turn(self, *, without: bool) -> None:
        self._without = without
        for field in self.query(Field):
            field.display = not without
        self.say_again()
        self.post_message(self.Turned())

    def _chosen(self) -> str:
        """What was typed twice, exactly as it was; "" while it waits for something. Raises Unclear."""
        first, again = (self.query_one(name, Input).value for name in ("#passphrase", "#again"))
        if not first:
            raise Unclear("passphrase", "Type one, or press ctrl+n to go on without one.")
        if not again:
            return self._ask("again", "The same once more, so that a slip does not lock you out.")
        if first != again:
            raise Unclear("again", "The two are not the same. Nothing is lost – ctrl+r shows what you typed.")
        if len(first) < LONG_ENOUGH and first != self._kept_short:
            self._kept_short = first
            return self._ask("passphrase", "A short one is easy to guess. Make it longer, or press enter to keep it.")
        return first

    def _ask(self, name: str, words: str) -> str:
        line = self.query_one(f"#{name}")
        next(node for node in line.ancestors if isinstance(node, Field)).remark(words)
        line.focus()
        return ""
