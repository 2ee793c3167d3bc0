"""The first step: a passphrase typed twice, or, knowingly, none."""

import asyncio
from collections.abc import Sequence

from textual.app import ComposeResult

from carecompanion.language import _
from carecompanion.tui.first_run.setting_up import SettingUp
from carecompanion.tui.first_run.step import Step
from carecompanion.tui.keymap import bind
from carecompanion.tui.new_passphrase import NewPassphrase
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.line import PassphraseLine

PROTECTS = _(
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
        bind("offer", "offer"),
    ]

    def __init__(self, setting_up: SettingUp) -> None:
        super().__init__(setting_up)
        self._without = False

    def title(self) -> str:
        """A passphrase, or none."""
        return _("Go on without a passphrase?") if self._without else _("Choose a passphrase for your journal")

    def words(self) -> str:
        """What makes a good one, or what it means to have none."""
        if self._without:
            return _("Anyone who can open this computer account can read it.")
        return _("It locks everything you write here. Three or four ordinary words are good.")

    def lines(self) -> ComposeResult:
        """Twice the same."""
        yield NewPassphrase(_("Passphrase"), _("Type one, or press ctrl+n to go on without one."))

    def aside(self) -> str:
        """What the lock protects, and what it does not."""
        return _("A copied or stolen file can then be read too.") if self._without else PROTECTS

    def hints(self) -> Sequence[Hint]:
        """Going on, going without one, seeing what is typed."""
        return (
            (("next_step", _("go without")),)
            if self._without
            else ("next_step", "offer", "no_passphrase", "show_typed")
        )

    def always(self) -> Sequence[Hint]:
        """The way back, and help now."""
        return (("cancel", _("choose one")),) if self._without else (("help_now_typing", _("help now")),)

    async def keep(self) -> bool:
        """Make the journal, once the passphrase is typed twice or none is wanted."""
        passphrase = None if self._without else self.query_one(NewPassphrase).chosen()
        if passphrase == "":
            return False
        await asyncio.to_thread(self.setting_up.make, passphrase)
        self.query_one(NewPassphrase).forget()
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

    def action_offer(self) -> None:
        """Offer words to use."""
        if not self._without:
            self.query_one(NewPassphrase).offer()

    def _turn(self, *, without: bool) -> None:
        self._without = without
        self.query_one(NewPassphrase).display = not without
        self.say_again()
        self.post_message(self.Turned())
