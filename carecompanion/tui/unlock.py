"""Unlock: the passphrase, or the recovery code."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from carecompanion.language import _
from carecompanion.store import JournalDamaged, StoreError, WrongPassphrase
from carecompanion.tui.door import PATIENCE
from carecompanion.tui.guesses import Guesses
from carecompanion.tui.keymap import BY_ID, bind
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import accent, faint, muted, say
from carecompanion.tui.parts.line import Line, PassphraseLine
from carecompanion.tui.parts.styled_once import StyledOnce
from carecompanion.tui.ready import make_ready

Clock = Callable[[], datetime]

if TYPE_CHECKING:
    from carecompanion.store import Journal  # at run time that would be imported before the first paint


class Unlock(StyledOnce, Screen["Journal"]):
    """Asks for the passphrase, or, when it is forgotten, for the recovery code, and answers with the open journal.

    After the code a new passphrase can be chosen. After a wrong passphrase there is a wait before the next is tried.
    Help now has a key of its own here, as everywhere while typing: a passphrase may hold a "!".
    """

    AUTO_FOCUS = ""
    BINDINGS = [
        bind("show_typed", "show"),
        bind("forgotten", "forgotten", priority=True),
        bind("cancel", "remembered"),
    ]

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__()
        self._folder, self._clock = folder, clock
        self._by_code = False
        self._trying = False
        self._guesses = Guesses(self, self._answer)
        self._unlocked: Journal | None = None

    def compose(self) -> ComposeResult:
        """One thing to do."""
        with Vertical(id="door"):
            yield Static(say((_("Welcome back"), "bold")), classes="step")
            yield Static(id="asked", classes="step")
            yield PassphraseLine(id="passphrase")
            yield Line(id="code", hint=_("seven groups of five"))
            yield Static(id="answer")
            yield Static(
                say(faint(_("If you need help now: ")), accent(BY_ID["help_now_typing"].shown)), id="help_hint"
            )
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask for the passphrase, and make ready to open beside the screen."""
        self._ask(by_code=False)
        make_ready()

    def action_show(self) -> None:
        """Show what is typed, or hide it again."""
        line = self.query_one("#passphrase", PassphraseLine)
        line.password = not line.password

    def action_forgotten(self) -> None:
        """Ask for the recovery code instead."""
        self._ask(by_code=True)

    def action_remembered(self) -> None:
        """Ask for the passphrase again."""
        self._ask(by_code=False)

    @on(Input.Changed, "#code")
    def name_a_slip(self, event: Input.Changed) -> None:
        """Name the first group with a slip, while there is still paper in hand."""
        from carecompanion.store import wrong_group

        group = wrong_group(event.value)
        self._answer(
            _("Group {group} is not right. Look at it once more on your paper.").format(group=group) if group else ""
        )

    @on(Input.Submitted)
    def try_it(self, event: Input.Submitted) -> None:
        """Try what was typed, beside the screen."""
        if event.value and not self._trying and (self._by_code or self._guesses.may_guess):
            self._trying = True
            self._guesses.say_no_more()
            self._answer("")
            self.set_timer(PATIENCE, self._ask_for_patience)
            self._open(event.value)

    @work(thread=True, exclusive=True, group="opening")
    def _open(self, secret: str) -> None:
        from carecompanion.store import Journal

        try:
            journal = (
                Journal.open_with_code(self._folder, secret) if self._by_code else Journal.open(self._folder, secret)
            )
        except JournalDamaged as error:
            self.app.call_from_thread(self._show_damage, error, secret)
        except StoreError as error:
            self.app.call_from_thread(self._complain, error)
        else:
            self.app.call_from_thread(self._opened, journal)

    @work
    async def _show_damage(self, error: StoreError, secret: str) -> None:
        from carecompanion.store import unlock, unlock_with_code
        from carecompanion.tui.damaged import Damaged

        opens = unlock_with_code if self._by_code else unlock
        self._complain(error)
        journal = await self.app.push_screen_wait(Damaged(self._folder, lambda: opens(self._folder, secret)))
        if journal is not None:
            self._opened(journal)

    @work
    async def _opened(self, journal: "Journal") -> None:
        for line in self.query(Line):
            line.value = ""
        if self._by_code:
            from carecompanion.tui.own_keys import ForgottenPassphrase

            self._answer("")
            self._unlocked = journal
            await self.app.push_screen_wait(ForgottenPassphrase(journal, self._clock))
        self._unlocked = None
        self.dismiss(journal)

    def on_unmount(self) -> None:
        """Left before the journal was handed over, it is closed."""
        if self._unlocked is not None:
            self._unlocked.close()

    def _ask(self, *, by_code: bool) -> None:
        self._by_code = by_code
        asked = (
            _("Type your recovery code. Then you can choose a new passphrase.")
            if by_code
            else _("Only you can open it.")
        )
        self.query_one("#asked", Static).update(
            say(muted(asked if by_code else _("Your journal is locked. {asked}").format(asked=asked)))
        )
        passphrase, code = self.query_one("#passphrase", PassphraseLine), self.query_one("#code", Line)
        passphrase.display, code.display = not by_code, by_code
        (code if by_code else passphrase).focus()
        self._guesses.say_no_more()
        self._answer("")
        if by_code:
            self.query_one(KeyBar).offer((("unlock", _("open")),), (("cancel", _("use the passphrase")),))
        else:
            self.query_one(KeyBar).offer((("unlock", _("open")), "show_typed", "close"), ("forgotten",))

    def _complain(self, error: StoreError) -> None:
        self._trying = False
        if isinstance(error, WrongPassphrase):
            self._guesses.was_wrong()
        else:
            self._answer(str(error))
        line = self.query_one("#code" if self._by_code else "#passphrase", Line)
        line.focus()

    def _answer(self, sentence: str) -> None:
        words = say(("○ ", "$st-attention"), sentence) if sentence else say("")
        self.query_one("#answer", Static).update(words)

    def _ask_for_patience(self) -> None:
        if self._trying:
            self.query_one("#answer", Static).update(say(muted(_("Opening your journal …"))))
