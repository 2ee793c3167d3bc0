"""A damaged journal: left as it is, with the newest good backup offered, or what can still be read of it."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from carecompanion.language import _
from carecompanion.store import JournalDamaged, StoreError
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import bold, lines, muted, say
from carecompanion.tui.parts.styled_once import StyledOnce

if TYPE_CHECKING:
    from carecompanion.store import Journal, Root, Unpacked

ASIDE = _(
    "The damaged file is then set aside in a folder of its own. It is never mended in place, and never thrown away."
)
LOOKING = _("Looking for a good backup …")
READING = _("Reading what can be read …")
PUTTING = _("Putting it in place …")
NOTHING_YET = _("No backup that opens lies beside it. One you keep elsewhere opens with carecompanion restore FILE.")


class Damaged(StyledOnce, Screen["Journal | None"]):
    """Answers with the journal that was put in the damaged one's place, open; None when all was left as it is."""

    AUTO_FOCUS = ""
    BINDINGS = [
        bind("open_this", "put_in_place"),
        bind("read_round", "read_round"),
        bind("newest_backup", "look"),
        bind("leave_damaged", "leave"),
        bind("help_now", "app.help_now"),
    ]

    def __init__(self, folder: Path, unlock: "Callable[[], Root]") -> None:
        super().__init__()
        self._folder, self._unlock = folder, unlock
        self._offered: Unpacked | None = None
        self._busy = False

    def compose(self) -> ComposeResult:
        """What happened, what is offered, what it means."""
        with Vertical(id="door"):
            yield Static(say(bold(_("Your journal file is damaged"))), classes="step")
            yield Static(say(JournalDamaged.sentence), classes="step")
            yield Static(id="offered", classes="step")
            yield Static(say(muted(ASIDE)), classes="step")
            yield Static(id="answer")
        yield KeyBar()

    def on_mount(self) -> None:
        """Look for the newest good backup, unless the program is being closed already."""
        if not self._is_closing:
            self.action_look()

    def on_unmount(self) -> None:
        """What was made ready and not wanted goes."""
        from carecompanion.store import leave_unpacked

        leave_unpacked(self._folder)

    def action_look(self) -> None:
        """Offer the newest backup that is whole and opens."""
        self._begin(LOOKING)
        self._look()

    def action_read_round(self) -> None:
        """Offer what can be read of the damaged file."""
        if not self._busy:
            self._begin(READING)
            self._read_round()

    def action_put_in_place(self) -> None:
        """Set the damaged file aside, put what is offered in its place and open it."""
        if self._offered is not None and not self._busy:
            self._begin(PUTTING)
            self._put_in_place(self._offered)

    def action_leave(self) -> None:
        """Leave everything as it is."""
        if not self._busy:
            self.dismiss(None)

    @work(exclusive=True, group="mending")
    async def _look(self) -> None:
        from carecompanion.store import NoBackup, unpack_newest

        try:
            self._offer(await asyncio.to_thread(lambda: unpack_newest(self._folder, self._unlock())))
        except NoBackup:
            self._offer(None)
            for line in self.query("#offered").results(Static):
                line.update(say(NOTHING_YET))
        except StoreError as error:
            self._complain(str(error))

    @work(exclusive=True, group="mending")
    async def _read_round(self) -> None:
        from carecompanion.store import salvage_journal

        try:
            self._offer(await asyncio.to_thread(lambda: salvage_journal(self._folder, self._unlock())))
        except StoreError as error:
            self._offer(None)
            self._complain(str(error))

    @work(exclusive=True, group="mending")
    async def _put_in_place(self, offered: "Unpacked") -> None:
        try:
            self.dismiss(await asyncio.to_thread(self._put, offered))
        except StoreError as error:
            self._complain(str(error))

    def _put(self, offered: "Unpacked") -> "Journal":
        from carecompanion.store import Journal

        offered.put_in_place()
        return Journal.open_with_root(self._folder, offered.root)

    def _begin(self, words: str) -> None:
        self._busy = True
        self.query_one("#answer", Static).update(say(muted(words)))
        self.query_one(KeyBar).offer(())

    @property
    def _is_closing(self) -> bool:
        """Whether the program is left while something was looked for; the widgets are taken down then."""
        there = all(self.query(part) for part in ("#answer", "#offered", "KeyBar"))  # they go one after the other
        return not (self.app.is_running and self.is_attached and there)

    def _offer(self, offered: "Unpacked | None") -> None:
        self._busy, self._offered = False, offered
        if self._is_closing:
            return
        self.query_one("#answer", Static).update(say(""))
        if offered is not None:
            self.query_one("#offered", Static).update(_words(offered))
        backup = offered is not None and offered.made_at is not None
        ways = ("read_round",) if backup or offered is None else ("newest_backup",)
        self.query_one(KeyBar).offer((("open_this",) if offered else ()) + ways, ("help_now", "leave_damaged"))

    def _complain(self, sentence: str) -> None:
        self._busy = False
        if self._is_closing:
            return
        self.query_one("#answer", Static).update(say(("! ", "bold $st-error"), sentence))
        offered = ("open_this",) if self._offered else ()
        self.query_one(KeyBar).offer((*offered, "read_round", "newest_backup"), ("help_now", "leave_damaged"))


def _words(offered: "Unpacked") -> Content:
    from carecompanion.domain.copies import held_words
    from carecompanion.domain.moments import by_words

    now = datetime.now(offered.book.zone)
    held = held_words(offered.book, now)
    if offered.made_at is None:
        beside = _("What could not be read is missing from it; the words of what lost its place are notes now.")
        return lines(say(bold(_("This could be read: {held}.").format(held=held))), say(beside))
    made = by_words(offered.made_at, now, offered.book.zone)
    after = _("What you wrote after that may be missing from it.")
    return lines(
        say(
            bold(_("The newest good backup was made {made}.").format(made=made)),
            _(" It holds {held}.").format(held=held),
        ),
        say(after),
    )
