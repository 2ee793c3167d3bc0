"""KeySheet: asks for secrets, does one thing to the journal's keys beside the screen, and says what was done."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from carecompanion.language import _
from carecompanion.store import StoreError, WrongPassphrase
from carecompanion.tui.code_paper import CodePaper
from carecompanion.tui.door import PATIENCE
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.guesses import Guesses
from carecompanion.tui.keymap import ANYWHERE, bind
from carecompanion.tui.new_passphrase import NewPassphrase
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.column import Column
from carecompanion.tui.parts.drawing import bold, muted, say
from carecompanion.tui.parts.line import Line, PassphraseLine
from carecompanion.tui.parts.styled_once import StyledOnce

if TYPE_CHECKING:
    from carecompanion.store import Journal

Clock = Callable[[], datetime]


class KeySheet(ModalScreen[str | None], StyledOnce):
    """Answers with a sentence on what was done, or None. Subclasses say what is asked and what is done with it."""

    TITLE: ClassVar[str]
    WORDS: ClassVar[str]
    DONE: ClassVar[str]
    WAIT: ClassVar[str]
    """Said when it takes a while."""

    ASKS_NEW: ClassVar[bool] = True
    """Whether a new passphrase is asked for."""

    NOW: ClassVar[str] = _("The passphrase you have now, or your recovery code.")
    GO_ON: ClassVar[str]
    LEAVE: ClassVar[str] = _("cancel")
    AUTO_FOCUS = "Input"
    BINDINGS = [
        bind("next_step", "go_on"),
        bind("cancel", "cancel"),
        bind("show_typed", "show"),
        bind("offer", "offer"),
        *ANYWHERE,
        bind("help_now_typing", "app.help_now"),
    ]

    def __init__(self, journal: "Journal", clock: Clock) -> None:
        super().__init__()
        self.journal, self.clock = journal, clock
        self._guesses = Guesses(self, self._say)
        self._asks_now = self.asks_now()
        self._doing = False

    def asks_now(self) -> bool:
        """Whether what opens the journal now is asked for first."""
        return self.journal.has_passphrase

    def prove(self, now: str) -> None:
        """See whether that opens the journal. Raises WrongPassphrase."""
        self.journal.prove(now)

    def act(self, now: str, new: str) -> str | None:
        """Do it; answers with a new recovery code when there is one. Raises one of the StoreError family."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """A sheet at the bottom of the screen."""
        with Column(id="sheet"):
            yield Static(say(bold(self.TITLE), "\n", muted(self.WORDS)), id="title")
            with VerticalScroll(id="lines", can_focus=False):
                if self._asks_now:
                    yield Field(_("Now"), PassphraseLine(id="now"))
                if self.ASKS_NEW:
                    yield NewPassphrase(_("New"), _("Type the new one."))
            yield Static(id="outcome")
            yield KeyBar(self._hints(), (("cancel", self.LEAVE),))

    def on_mount(self) -> None:
        """What each line is for."""
        self._remark_anew()

    def action_cancel(self) -> None:
        """Leave it as it is; what has begun is done first."""
        if not self._doing:
            self.dismiss(None)

    def action_show(self) -> None:
        """Show what is typed, or hide it again."""
        for line in self.query(PassphraseLine):
            line.password = not line.password

    def action_offer(self) -> None:
        """Offer words to use."""
        if self.ASKS_NEW:
            self.query_one(NewPassphrase).offer()

    @on(Input.Submitted)
    def action_go_on(self) -> None:
        """Enter goes on from any line, and where there is none."""
        if self._doing or not self._guesses.may_guess:
            return
        self._remark_anew()
        self._guesses.say_no_more()
        self._say("")
        try:
            now, new = self._typed_now(), self.query_one(NewPassphrase).chosen() if self.ASKS_NEW else ""
        except Unclear as unclear:
            self._complain(unclear)
        else:
            if new or not self.ASKS_NEW:
                self._doing = True
                self._do(now, new)

    @work(exclusive=True, group="keys")
    async def _do(self, now: str, new: str) -> None:
        self.set_timer(PATIENCE, self._ask_for_patience)
        try:
            code = await asyncio.to_thread(self._prove_and_act, now, new)
        except WrongPassphrase:
            self._guesses.was_wrong()
            self.query_one("#now").focus()
        except StoreError as trouble:
            self._say(str(trouble))
        else:
            self._forget()
            if code is not None:
                await self.app.push_screen_wait(CodePaper(self.journal, code, self.clock))
            self.dismiss(self.DONE)
        finally:
            self._doing = False

    def _prove_and_act(self, now: str, new: str) -> str | None:
        if now:
            self.prove(now)
        return self.act(now, new)

    def _typed_now(self) -> str:
        if not self._asks_now:
            return ""
        typed = self.query_one("#now", Line).value
        if not typed:
            raise Unclear("now", self.NOW)
        return typed

    def _forget(self) -> None:
        for line in self.query(Line):
            line.value = ""
        for new in self.query(NewPassphrase):
            new.forget()

    def _remark_anew(self) -> None:
        for field in self.query(Field):
            field.remark(self.NOW if field.control.id == "now" else "")

    def _complain(self, unclear: Unclear) -> None:
        line = self.query_one(f"#{unclear.field}", Line)
        field = next(node for node in line.ancestors if isinstance(node, Field))
        field.remark(str(unclear), trouble=True)
        line.focus()
        line.action_select_all()

    def _hints(self) -> Sequence[Hint]:
        typed = (("show_typed", _("show")),) if self._asks_now or self.ASKS_NEW else ()
        return (("next_step", self.GO_ON), *(("offer",) if self.ASKS_NEW else ()), *typed)

    def _say(self, sentence: str) -> None:
        words = say(("○ ", "$st-attention"), sentence) if sentence else say("")
        self.query_one("#outcome", Static).update(words)

    def _ask_for_patience(self) -> None:
        if self._doing:
            self.query_one("#outcome", Static).update(say(muted(self.WAIT)))
