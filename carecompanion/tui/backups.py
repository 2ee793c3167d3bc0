"""Backups: when the last good one was made, where they lie, the second place, and making one now."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from carecompanion.domain.moments import by_words
from carecompanion.language import _
from carecompanion.store import StoreError, needs_passphrase
from carecompanion.tui.field import Field
from carecompanion.tui.keymap import ANYWHERE, bind
from carecompanion.tui.parts.bare import BareVertical
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.column import Column
from carecompanion.tui.parts.drawing import bold, lines, muted, say
from carecompanion.tui.parts.line import Line
from carecompanion.tui.parts.styled_once import StyledOnce

if TYPE_CHECKING:
    from carecompanion.store import Backup, Journal, SecondPlace

Clock = Callable[[], datetime]
PATIENCE = 1.0
"""Seconds before a wait is spoken of."""
NONE_YET = _("None has been made yet. One is made by itself after the first save of each day.")
EACH = _("One is made by itself after the first save of each day, and before anything large is changed.")
OPENS = _("Each opens with the passphrase of its day, or with the recovery code alone.")
OPEN_TO_ALL = _("Your journal has no passphrase, so anyone who has a backup can read it.")
NO_SECOND = _(
    "None is set. What lies on this disk alone is lost with it: a stick, or a folder that is copied, is safer."
)
SET, NOT_SET = _("Set. The next backup goes there too."), _("There is no second place now.")
BACK = _("To put one back, close the program and type: carecompanion restore")


class Backups(ModalScreen[None], StyledOnce):
    """What there is, and what can be done about it."""

    AUTO_FOCUS = ""
    BINDINGS = [
        bind("back", "dismiss"),
        bind("move_down", "scroll(3)"),
        bind("move_up", "scroll(-3)"),
        bind("page_down", "scroll(9)"),
        bind("page_up", "scroll(-9)"),
        bind("back_up_now", "back_up"),
        bind("second_place", "second_place"),
        *ANYWHERE,
    ]
    nothing_to_lose = True

    def __init__(self, journal: "Journal", clock: Clock) -> None:
        super().__init__(classes="page")
        self._journal, self._clock = journal, clock
        self._making = False

    def compose(self) -> ComposeResult:
        """The words, what was just done, the keys."""
        with VerticalScroll(classes="body whole", can_focus=False):
            yield Static(id="words")
        with BareVertical(id="foot"):
            yield Static(id="saved")
            yield KeyBar(("back_up_now", "second_place"), ("back",))

    def on_mount(self) -> None:
        """Show how things stand."""
        self._draw()

    def action_scroll(self, step: int) -> None:
        """Further up or down, in a small window."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

    def action_back_up(self) -> None:
        """Make a backup beside the screen."""
        if not self._making:
            self._making = True
            self.set_timer(PATIENCE, self._ask_for_patience)
            self._back_up()

    @work(exclusive=True, group="backing up")
    async def _back_up(self) -> None:
        try:
            backup = await asyncio.to_thread(self._journal.back_up, self._clock())
            self._say(_made(backup, self._journal.second_place()))
        except StoreError as error:
            self._say(str(error))
        self._making = False
        self._draw()

    @work(exclusive=True, group="writing")
    async def action_second_place(self) -> None:
        """Ask for the folder, until there is one or the person leaves it."""
        done = await self.app.push_screen_wait(second_place_sheet(self._journal, self._clock))
        if done is not None:
            self._say(done)
        self._draw()

    def _ask_for_patience(self) -> None:
        if self._making:
            self._say(_("Making a backup …"))

    def _draw(self) -> None:
        try:
            words = _words(self._journal, self._clock())
        except StoreError as error:
            words = say(str(error))
        self.query_one("#words", Static).update(words)

    def _say(self, words: str) -> None:
        line = self.query_one("#saved", Static)
        line.update(say(words))
        line.display = True


class PlaceSheet(ModalScreen[str | None], StyledOnce):
    """Asks for the folder of the second place; `set_it` answers why it cannot be, or None. Answers what was done."""

    TITLE: ClassVar[str] = _("A second place for backups")
    WHY: ClassVar[str] = _("It need not be there all the time. When it is, each backup goes there too.")
    BINDINGS = [
        bind("cancel", "dismiss"),
        bind("hide_typing", "app.hide", priority=True),
        bind("help_now", "app.help_now"),
    ]

    def __init__(self, folder: str, set_it: Callable[[str], str | None]) -> None:
        super().__init__()
        self._folder, self._set_it = folder, set_it

    def compose(self) -> ComposeResult:
        """A sheet at the bottom of the screen."""
        with Column(id="sheet"):
            yield Static(say(bold(self.TITLE)), id="title")
            yield Field(_("Folder"), Line(self._folder, hint=_("as /media/stick; empty for none"), id="folder"))
            yield Static(say(muted(self.WHY)), id="outcome")
            yield KeyBar(("enter_save",), ("cancel",))

    @on(Input.Submitted)
    def set_it(self, event: Input.Submitted) -> None:
        """Set it, or say why it cannot be."""
        trouble = self._set_it(event.value)
        if trouble is None:
            self.dismiss(SET if event.value.strip() else NOT_SET)
        else:
            self.query_one(Field).remark(trouble, trouble=True)


def second_place_sheet(journal: "Journal", _clock: Clock) -> PlaceSheet:
    """The sheet, as the second place is now."""

    def set_it(typed: str) -> str | None:
        try:
            journal.set_second_place(Path(typed.strip()) if typed.strip() else None)
        except StoreError as error:
            return str(error)
        return None

    place = journal.second_place()
    return PlaceSheet(str(place.folder) if place else "", set_it)


def _words(journal: "Journal", now: datetime) -> Content:
    made, place = journal.backups(), journal.second_place()
    return lines(
        say(bold(_("Backups"))),
        say(""),
        *_beside(made, journal, now),
        say(""),
        say(bold(_("A second place"))),
        say(""),
        *_second(place, made, journal, now),
        say(""),
        say(muted(BACK)),
    )


def _beside(made: "tuple[Backup, ...]", journal: "Journal", now: datetime) -> tuple[Content, ...]:
    if not made:
        return (say(NONE_YET),)
    last, first = (by_words(backup.made_at, now, journal.book.zone) for backup in (made[0], made[-1]))
    kept = (
        _("{count} are kept, back to {first}.").format(count=len(made), first=first)
        if len(made) > 1
        else _("It is the only one.")
    )
    return (
        say(_("The last one was made "), bold(last), _(", and looked through. {kept}").format(kept=kept)),
        say(_("They lie in "), str(made[0].path.parent)),
        say(""),
        say(muted(f"{EACH} {OPENS if needs_passphrase(made[0].path.parent.parent) else OPEN_TO_ALL}")),
    )


def _second(
    place: "SecondPlace | None", made: "tuple[Backup, ...]", journal: "Journal", now: datetime
) -> tuple[Content, ...]:
    if place is None:
        return (say(NO_SECOND),)
    return (say(str(place.folder)), say(_reached(place, made, journal, now)))


def _reached(place: "SecondPlace", made: "tuple[Backup, ...]", journal: "Journal", now: datetime) -> str:
    if place.reached_at is None:
        return _("Not reached yet.")
    reached = _("Last reached {by_words}.").format(by_words=by_words(place.reached_at, now, journal.book.zone))
    if made and place.reached_at < made[0].made_at:
        return _("{reached} It was not there when the last one was made.").format(reached=reached)
    return reached


def _made(backup: "Backup", place: "SecondPlace | None") -> str:
    if place is None:
        return _("A backup was made, and looked through.")
    if place.reached_at == backup.made_at:
        return _("A backup was made and looked through, and lies in the second place too.")
    return _("A backup was made, and looked through. The second place was not there.")
