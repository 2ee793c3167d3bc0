"""CareCompanion: the program on the screen, from the first key to the last."""

import asyncio
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Literal

from rich.text import Text
from textual import events, work
from textual.geometry import Size
from textual.screen import Screen
from textual.worker import WorkerFailed

from carecompanion.domain.hiding import hides
from carecompanion.language import _
from carecompanion.store import StoreError
from carecompanion.tui.ahead import ShowsAtOnce, lay_out_ahead
from carecompanion.tui.chosen import Tried, chosen_in
from carecompanion.tui.door import Hidden, TooSmall
from carecompanion.tui.idle import TICKING, Idle, Seconds
from carecompanion.tui.keyboard import KeepsKeys, Keyboard
from carecompanion.tui.keymap import bind, keys_of
from carecompanion.tui.looks import Looks
from carecompanion.tui.parts.reading import is_reading
from carecompanion.tui.parts.scrollbar import use_thin_scrollbars
from carecompanion.tui.reading import ReadingApp
from carecompanion.tui.ready import make_ready
from carecompanion.tui.screens import Answering, Beginning, HalfWritten, Saying, Timely
from carecompanion.tui.terminals import ThemeName, asking_driver
from carecompanion.tui.themes import THEMES
from carecompanion.tui.type_ahead import WRITING, TypeAhead
from carecompanion.tui.wearing import wear

if TYPE_CHECKING:
    from carecompanion.store import Journal  # at run time that would be imported before the first paint
    from carecompanion.tui.background import BackgroundHeard

Clock = Callable[[], datetime]
Leaving = Literal["closed", "hidden"]
MOMENT = 0.1
"""Seconds in which Today is painted, before anything else is done."""
LOOK = 1.0
"""Seconds between two looks at the clocks, and whether something was saved."""
SMALLEST_WIDTH, SMALLEST_HEIGHT = 36, 15
AT_ANY_TIME = ("close", "hide_typing", "help_now_typing", "cancel")
"""The acts whose keys never wait for a form."""
LOW = 20
"""Rows below which sheets leave out blank lines, so that their keys stay in sight."""


class CareCompanion(ReadingApp[Leaving], ShowsAtOnce[Leaving]):
    """Opens a journal and shows it. Answers "hidden" when the program is to start afresh behind an empty screen."""

    TITLE = "carecompanion"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    ESCAPE_TO_MINIMIZE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-mid"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (31, "-tall")]
    BINDINGS = [
        bind("hide_typing", "hide", priority=True),
        bind("help_now_typing", "help_now", priority=True),
        bind("palette_typing", "palette", priority=True),
        bind("close", "close", priority=True),
        bind("appointment", "screen.appointment"),  # for places where its usual key is one of theirs
    ]

    def __init__(
        self,
        door: "Callable[[], Screen[Journal]]",
        clock: Clock,
        looks: Looks | ThemeName,
        *,
        hidden: bool = False,
        sample: bool = False,
        reading: bool = False,
        keys: KeepsKeys | None = None,
        ticking: Sequence[Seconds] = TICKING,
    ) -> None:
        """`looks` may be a theme's name, for a terminal that shows everything."""
        self.looks = looks if isinstance(looks, Looks) else Looks({}, looks)
        # said before a theme is: without colours Textual would show black on black
        super().__init__(asking_driver(), ansi_color=True if self.looks.colours == "none" else None, reading=reading)
        use_thin_scrollbars()
        self.animation_level = "none"
        for each in THEMES:
            self.register_theme(each)
        wear(self, self.looks)
        self.clock = clock
        self.unkept: str | None = None
        """Why half-written words could not be kept on leaving; None when they were, or there were none."""
        self._minute = clock().replace(second=0, microsecond=0)
        self._door, self._hidden, self._sample = door, hidden, sample
        self.type_ahead = TypeAhead(self, self._shows_a_place)
        self.idle, self.keyboard = Idle(self, ticking), Keyboard(self, keys)

    def on_background_heard(self, heard: "BackgroundHeard") -> None:
        """The terminal has said whether its own background is light."""
        self.looks.hear(light=heard.light)
        wear(self, self.looks)

    def on_mount(self) -> None:
        """Let the system end the program cleanly, and show the door."""
        if sys.platform != "win32":
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, self.action_close)
        self.enter()

    @work
    async def enter(self) -> None:
        """From the door to Today."""
        if self._hidden:
            await self.push_screen_wait(Hidden(self.clock))
        self.journal = journal = await self.push_screen_wait(self._door())
        if self._hidden:
            await self._come_back(journal)
        else:
            await self.show_places(journal, "today")

    async def _come_back(self, journal: "Journal") -> None:
        """To where this was when it was hidden."""
        from carecompanion.tui.where import recall

        where = recall(journal)
        await self.show_places(journal, where.get("place", "today"))
        from carecompanion.tui.coming_back import come_back  # every form comes along, so the place is painted first

        await come_back(self, where)

    async def show_places(self, journal: "Journal", first: str) -> None:
        """Lay out the places of an open journal and go to one."""
        from carecompanion.tui.backing_up import DailyBackup  # imported once the door has been painted
        from carecompanion.tui.places import PLACES, make

        label = _("sample journal, all invented") if self._sample else ""
        choices = chosen_in(journal)
        self.looks.begin(choices)
        self.begin_reading(choices)
        wear(self, self.looks)
        for name in PLACES:
            self.add_mode(name, partial(make, name, journal, self.clock, label))
        await self.switch_mode(first if first in PLACES else "today")
        self._mind_size(self.size)
        if self.keyboard.trouble and isinstance(self.screen, Saying):
            self.screen.say_kept(self.keyboard.trouble)
        self.set_timer(MOMENT, make_ready)
        self.run_worker(lay_out_ahead(self, journal), group="ahead")
        self.call_after_refresh(self._look_after_looks)
        self.daily_backup = DailyBackup(self, journal, self.clock)
        if not self._sample:
            self.idle.begin(journal)
        self.set_interval(LOOK, self._look_at_the_clocks)

    def _look_after_looks(self) -> None:
        """The copy of what was chosen is brought up to date; where it could not be read that is said."""
        if self.looks.trouble and isinstance(self.screen, Saying):
            self.screen.say_kept(self.looks.trouble)
        self.looks.copy()

    def on_resize(self, event: events.Resize) -> None:
        """Say so when the window is too small to show anything; what is underneath stays as it is."""
        self.set_class(event.size.height < LOW, "-low")
        self._mind_size(event.size)

    def _mind_size(self, size: Size) -> None:
        small = size.width < SMALLEST_WIDTH or size.height < SMALLEST_HEIGHT
        if small and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())
        elif not small and isinstance(self.screen, TooSmall):
            self.pop_screen()

    async def on_event(self, event: events.Event) -> None:
        """A key that is typed while a form is about to open is for the form; what works at any time works then too."""
        if self.idle.sees(event):
            return
        key = event if isinstance(event, events.Key) and not event.is_forwarded else None
        if key is None or key.key in keys_of(*AT_ANY_TIME) or not self.type_ahead.hold(key):
            await super().on_event(event)

    def _shows_a_place(self) -> bool:
        return isinstance(self.screen, Beginning) and not self.screen.has_begun

    def action_hide(self) -> None:
        """Blank at once; then keep what is half-written, close the journal and start afresh."""
        self.push_screen(Hidden(self.clock))
        self.call_after_refresh(self._leave, "hidden")

    def on_chosen(self) -> None:
        """From now on it looks and hides as was chosen just now, or before, when that was undone."""
        if self.journal is None:
            return
        choices = chosen_in(self.journal)
        self.looks.choose(choices)
        self.choose_reading(choices)
        wear(self, self.looks)
        self.looks.copy()
        if self._sample and not hides(choices):
            self.idle.end()
        else:
            self.idle.begin(self.journal)

    def on_tried(self, tried: Tried) -> None:
        """Show what is tried, or again what was chosen."""
        self.looks.try_on(tried.choices)
        wear(self, self.looks)

    def action_close(self) -> None:
        """Keep what is half-written, close the journal and leave."""
        self._leave("closed")

    def copy_to_clipboard(self, text: str) -> None:
        """Copied words stay in the program: the system's clipboard keeps a history that others can read."""
        self._clipboard = text

    def bell(self) -> None:
        """No sound, whatever asks for one."""

    def action_help_now(self) -> None:
        """Numbers to ring, from anywhere but a hidden screen."""
        from carecompanion.tui.help_now import HelpNow

        if not isinstance(self.screen, Hidden | TooSmall | HelpNow):
            self.push_screen(HelpNow(self.journal.book if self.journal else None, self.clock()))

    @work(exclusive=True, group=WRITING)
    async def action_keys(self) -> None:
        """What can be done here."""
        from carecompanion.tui.choosing import choose_here

        await choose_here(self)

    @work(exclusive=True, group=WRITING)
    async def action_palette(self) -> None:
        """Everything there is to do, go to and read."""
        from carecompanion.tui.choosing import choose_anything

        await choose_anything(self)

    def _leave(self, how: Leaving) -> None:
        self._keep_half_written()
        if self.journal is not None:
            if how == "hidden":
                self._note_where(self.journal)
            self.journal.close()
        self.exit(how)

    def _note_where(self, journal: "Journal") -> None:
        from carecompanion.tui.where import note

        note(journal, self.current_mode, self.screen_stack)

    def _keep_half_written(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Answering) and (trouble := screen.keep_in_hand()) is not None:
                self.unkept = trouble
            if isinstance(screen, HalfWritten) and (values := screen.half_written()) is not None:
                self._keep_draft(screen.draft_name, values)

    def _keep_draft(self, name: str, values: dict[str, str]) -> None:
        try:
            if self.journal is not None:
                self.journal.keep_draft(name, values)
        except StoreError as error:
            self.unkept = str(error)

    def _look_at_the_clocks(self) -> None:
        if not self.screen_stack:  # it is leaving
            return
        self.idle.look()
        self.daily_backup.look()
        now = self.clock().replace(second=0, microsecond=0)
        if now != self._minute and isinstance(self.screen, Timely) and not is_reading():
            self._minute = now
            self.screen.redraw()

    def _handle_exception(self, error: Exception) -> None:
        """Leave with a sentence and the place in the program; neither the error's text nor what was in memory is shown.

        Textual's own way prints local variables, so what a person wrote. What the disk refused while something was to
        be opened is only said: it was not opened, and all else is as it was.
        """
        cause = error.error if isinstance(error, WorkerFailed) else error
        if cause is not error and isinstance(cause, StoreError) and isinstance(self.screen, Saying):
            self.screen.say_kept(str(cause))
            return
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        from carecompanion.tui.had_to_close import had_to_close

        self.panic(Text(had_to_close(cause)))
