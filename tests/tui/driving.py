"""Driving the real program in tests: press keys, wait until it has settled, read what the screen says."""

import io
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.segment import Segment
from textual import _wait, events
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from carecompanion.domain.book import Book
from carecompanion.domain.first_week import BEGAN_ON
from carecompanion.domain.records import Record
from carecompanion.domain.settings import Settings
from carecompanion.store import ChosenKeys, Journal
from carecompanion.tui.app import CareCompanion, Leaving
from carecompanion.tui.door import Opening
from carecompanion.tui.idle import TICKING, Seconds
from carecompanion.tui.looks import Looks
from carecompanion.tui.parts.reading import use_reading
from carecompanion.tui.terminals import ThemeName
from tests.tui.once import do_once

# how long nothing may happen before a program counts as settled: Textual's own 20 ms make most of a run's time
_wait.SLEEP_GRANULARITY = 0.005
_wait.SLEEP_IDLE = 0.0025
do_once()

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 12, 14, 20, tzinfo=LONDON)
"""Thursday 12 March 2026, 14:20: the moment of the wireframes."""

WIDE, MIDDLE, NARROW = (120, 40), (80, 24), (50, 30)


class Session:
    """A running program with its journal in hand."""

    def __init__(self, app: CareCompanion, pilot: Pilot[Leaving]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def journal(self) -> Journal:
        """The open journal."""
        assert self.app.journal is not None
        return self.app.journal

    @property
    def book(self) -> Book:
        """What is kept now."""
        return self.journal.book

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, until the program has settled."""
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def type(self, words: str) -> None:
        """Type words into the line that has the focus."""
        line = self.app.focused
        if isinstance(line, Input) and len(words) > 200:
            line.insert_text_at_cursor(words)
        else:
            for letter in words:
                await self.pilot.press(_KEY_NAMES.get(letter, letter))
        await self.settle()

    async def paste(self, words: str) -> None:
        """Paste words into the line that has the focus; much faster than typing them."""
        self.app.post_message(events.Paste(words))
        await self.settle()

    async def settle(self) -> None:
        """Until nothing is left to do. Work that waits for the person (an open form) does not count."""
        still = 0
        for _ in range(2000):
            await self.pilot.pause()
            self.app.animator()  # its turn comes by the clock, and a line taken in hand is scrolled into sight with it
            still = still + 1 if self._is_still else 0
            if still == 2:
                return

    @property
    def _is_still(self) -> bool:
        """Whether no key, message, layout, scroll or callback waits; when it is busy Textual's own look misses some."""
        if self.app.type_ahead.is_busy or self.app.animator._animations:
            return False
        screens = self.app.screen_stack[-1:] if self.app.is_running else []
        nodes = [node for screen in screens for node in screen.walk_children(Widget, with_self=True)]
        drawing = any(node._layout_required or node._repaint_required or node._scroll_required for node in nodes)
        waiting = any(screen._callbacks or screen._dirty_widgets for screen in screens)
        return not drawing and not waiting and not any(_has_messages(pump) for pump in (self.app, *nodes))

    async def still(self) -> str:
        """What the screen says once it says the same twice."""
        before = ""
        while (now := self.text) != before:
            before = now
            await self.settle()
        return now

    async def until(self, words: str, *, gone: bool = False) -> None:
        """Until these words are on the screen, or gone from it; for what is done beside it, or once the hand rests."""
        for _ in range(1000):
            if self.says(words) is not gone:
                return
            await self.settle()
        raise AssertionError(f"The screen {'always' if gone else 'never'} said “{words}”:\n{self.text}")

    @property
    def text(self) -> str:
        """What the screen says, line by line, without blanks at the ends."""
        return screen_text(self.app)

    def says(self, words: str) -> bool:
        """Whether these words are on the screen, wherever lines break."""
        return " ".join(words.split()) in " ".join(self.text.split())


def _has_messages(pump: MessagePump) -> bool:
    return bool(pump._message_queue.qsize() or pump._next_callbacks)


_KEY_NAMES = {" ": "space", ",": "comma", ".": "full_stop", "[": "left_square_bracket", "]": "right_square_bracket"}


def screen_text(app: CareCompanion) -> str:
    """What a program's screen says."""
    width, height = app.size
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    assert update is not None
    console = Console(width=width, height=height, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    rows = Segment.split_lines(console.render(update, console.options))
    return "\n".join("".join(part.text for part in row if not part.control).rstrip() for row in list(rows)[:height])


def chosen(journal: Journal) -> dict[str, str]:
    """What was chosen, but for the day on which the first week began, which comes by itself."""
    return {name: value for name, value in journal.choices().items() if name != BEGAN_ON}


def new_journal(folder: Path, book: Book | None = None, now: datetime = NOW) -> Journal:
    """A journal without a passphrase, holding a book."""
    book = book or Book()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, content in _files(book.settings, tuple(book.everything()), now).items():
        (folder / name).touch(mode=0o600)
        (folder / name).write_bytes(content)
    return Journal.open(folder, None)


@cache
def _files(settings: Settings, records: tuple[Record, ...], now: datetime) -> Mapping[str, bytes]:
    """The files of a journal, by their names: made once for all who begin with it."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "journal"
        Journal.create(folder, None, settings, now, records=records)[0].close()
        return {file.name: file.read_bytes() for file in folder.iterdir()}


@asynccontextmanager
async def running(
    folder: Path,
    book: Book | None = None,
    *,
    size: tuple[int, int] = WIDE,
    theme: ThemeName = "dusk",
    looks: Looks | None = None,
    sample: bool = False,
    reading: bool = False,
    clock: Callable[[], datetime] = lambda: NOW,
    ticking: Sequence[Seconds] = TICKING,
) -> AsyncIterator[Session]:
    """The program, running on a journal that holds `book`, waiting on Today; in this theme, or in these looks."""
    app = CareCompanion(
        lambda: Opening(lambda: new_journal(folder, book, clock())),
        clock,
        looks or theme,
        sample=sample,
        reading=reading,
        ticking=ticking,
        keys=ChosenKeys(folder),
    )
    async with _shown(app, size) as pilot:
        session = Session(app, pilot)
        while app.journal is None or app.current_mode != "today":
            assert app._exception is None, "the program ended before Today"
            await pilot.pause()
        await session.settle()
        yield session
    if app.journal is not None:
        app.journal.close()


@asynccontextmanager
async def _shown(app: CareCompanion, size: tuple[int, int]) -> AsyncIterator[Pilot[Leaving]]:
    """A program while it shows; nothing is in reading mode after it."""
    try:
        async with app.run_test(size=size) as pilot:
            yield pilot
    finally:
        use_reading(False)


@asynccontextmanager
async def at_the_door(
    door: Callable[[], Screen[Journal]],
    *,
    size: tuple[int, int] = WIDE,
    theme: ThemeName = "dusk",
    clock: Callable[[], datetime] = lambda: NOW,
    hidden: bool = False,
    reading: bool = False,
) -> AsyncIterator[Session]:
    """The program before a journal is open, as it shows its first screen."""
    app = CareCompanion(door, clock, theme, hidden=hidden, reading=reading)
    async with _shown(app, size) as pilot:
        session = Session(app, pilot)
        await session.settle()
        yield session
    if app.journal is not None:
        app.journal.close()
