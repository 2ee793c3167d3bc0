"""The program in a terminal of its own: what it shows there, what it writes there, and what it leaves behind."""

import fcntl
import os
import queue
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyte

from tests.benchmarks.terminal import (
    PATIENCE,
    SYNCHRONISED_OUTPUT_ASKED,
    SYNCHRONISED_OUTPUT_KNOWN,
    NeverShown,
    Program,
    python,
)

AS_OF = "--as-of=2026-03-12T14:20"
GLANCE = 0.05
"""Seconds between two looks at whether the window is still there."""
TOOK_THE_SCREEN, LEFT_THE_SCREEN, CURSOR_SHOWN = b"\x1b[?1049h", b"\x1b[?1049l", b"\x1b[?25h"
BACKGROUND_ASKED = b"\x1b]11;?\x1b\\"
COLOUR = re.compile(r"(?:3|4|9|10)[0-7]|[34]8")
"""The parameters of an SGR sequence that set a colour (ECMA-48 8.3.117, and aixterm's bright ones)."""


class Recording(pyte.ByteStream):
    """Hands bytes on to a screen, and keeps them."""

    written = b""

    def feed(self, data: bytes) -> None:  # type: ignore[override]  # as pyte's own does
        """Keep these, and show them."""
        self.written += data
        super().feed(data)


class Terminal(Program):
    """A command in a terminal of any size, with all it has written so far.

    `background` is what the terminal answers when it is asked for its own.
    """

    _hung_up = False

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        size: tuple[int, int] = (120, 40),
        background: bytes = b"",
    ) -> None:
        self._background = background
        super().__init__(command, environment, size)
        self._recording = self._stream = Recording(self.screen)

    def resize(self, width: int, height: int) -> None:
        """Make the window another size."""
        self.screen.resize(height, width)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def says(self, words: str) -> None:
        """Wait until these words are on the screen, wherever lines break. Raises NeverShown."""
        self.shows(r"\s+".join(re.escape(word) for word in words.split()))

    def asks(self, key: bytes, words: str) -> None:
        """Press a key, and wait for these words."""
        self.press(key)
        self.says(words)

    def has_page(self, colour: str) -> None:
        """Wait until the page behind the words has this colour, as "1a1d21". Raises NeverShown."""
        while (seen := str(self.screen.buffer[0][0].bg)) != colour:
            try:
                self._stream.feed(self._chunks.get(timeout=PATIENCE)[1])
            except queue.Empty:
                raise NeverShown(f"the page is {seen}, not {colour}") from None

    def stands_on(self, words: str) -> None:
        """Wait until the terminal's own cursor stands where these words begin. Raises NeverShown."""
        while not self.screen.display[self.screen.cursor.y][self.screen.cursor.x :].startswith(words):
            try:
                self._stream.feed(self._chunks.get(timeout=PATIENCE)[1])
            except queue.Empty:
                cursor = self.screen.cursor
                raise NeverShown(f"the cursor is at {cursor.x}, {cursor.y}:\n{self.text}") from None

    def starts_afresh(self, key: bytes, shows: str = r"\d\d:\d\d") -> None:
        """Press a key, and wait until another program shows the time alone where this one was. Raises NeverShown.

        `shows` is the pattern of what it shows in place of the time.
        """
        before = self.written.count(TOOK_THE_SCREEN)
        self.press(key)
        while self.written.count(TOOK_THE_SCREEN) == before:
            try:
                self._stream.feed(self._chunks.get(timeout=PATIENCE)[1])
            except queue.Empty:
                raise NeverShown(f"it never started afresh:\n{self.text}") from None
        self.shows(rf"\A\s*{shows}\s*\Z")

    def ended(self) -> int:
        """The code it ended with, once it has. Raises NeverShown."""
        self._reader.join(PATIENCE)
        if self._reader.is_alive():
            raise NeverShown(f"it never ended:\n{self.text}")
        _, status = os.waitpid(self.process, 0)
        while True:
            try:
                self._stream.feed(self._chunks.get_nowait()[1])
            except queue.Empty:
                return os.waitstatus_to_exitcode(status)

    def closes(self) -> int:
        """The code it ends with when it is closed by its key."""
        self.press(b"\x11")
        return self.ended()

    def is_told(self, number: signal.Signals) -> int:
        """The code it ends with when the system tells it to end."""
        os.kill(self.process, number)
        return self.ended()

    def is_hung_up(self) -> int:
        """The code it ends with when its window is closed."""
        self._hung_up = True
        self._reader.join()
        os.close(self._terminal)
        self._terminal = os.open(os.devnull, os.O_RDONLY)
        with ThreadPoolExecutor() as beside:
            _, status = beside.submit(os.waitpid, self.process, 0).result(PATIENCE)
        return os.waitstatus_to_exitcode(status)

    @property
    def written(self) -> bytes:
        """All it has written and that has been read."""
        return self._recording.written

    @property
    def afterwards(self) -> bytes:
        """What it wrote after it had left the screen."""
        before, left, after = self.written.rpartition(LEFT_THE_SCREEN)
        assert left, "it never left the screen"
        assert CURSOR_SHOWN in before[-200:] + after
        return after

    @property
    def colours(self) -> set[str]:
        """The SGR parameters it has set colours with."""
        sequences = re.findall(r"\x1b\[([\d;:]*)m", self.written.decode("utf-8", "replace"))
        return {one for sequence in sequences for one in re.split("[;:]", sequence) if COLOUR.fullmatch(one)}

    def _read(self) -> None:
        while not self._hung_up:
            if not select.select([self._terminal], [], [], GLANCE)[0]:
                continue
            try:
                chunk = os.read(self._terminal, 1 << 16)
            except OSError:
                return
            if SYNCHRONISED_OUTPUT_ASKED in chunk:
                os.write(self._terminal, SYNCHRONISED_OUTPUT_KNOWN)
            if BACKGROUND_ASKED in chunk and self._background:
                os.write(self._terminal, self._background)
            self._chunks.put((time.perf_counter(), chunk))


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a person whose home and temporary folder are here, in London."""
    temporary = home / "temporary"
    temporary.mkdir(parents=True, exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH", "VIRTUAL_ENV") if name in os.environ}
    places = {"HOME": str(home), "TMPDIR": str(temporary), "PYTHONDONTWRITEBYTECODE": "1"}
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", "TZ": "Europe/London"}
    return kept | places | terminal | more


def carecompanion(*arguments: object) -> list[str]:
    """The program, at the moment of the wireframes."""
    return python("-m", "carecompanion", *(str(argument) for argument in arguments), AS_OF)
