"""A program in a terminal of its own, and how long it takes to show things there."""

import fcntl
import os
import pty
import queue
import re
import select
import signal
import struct
import sys
import termios
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

WIDTH, HEIGHT = 120, 40
PATIENCE = 60.0
"""Seconds after which something that should show is given up."""

PAUSE, LONGEST_BURST = 0.05, 1.0
"""Seconds without a byte after which what came is read as a screen, and after how many it is in any case."""

SYNCHRONISED_OUTPUT_ASKED, SYNCHRONISED_OUTPUT_KNOWN = b"\x1b[?2026$p", b"\x1b[?2026;2$y"


class NeverShown(Exception):  # noqa: N818  # what happened on the screen
    """Something did not show in time; the text is the screen as it was."""


class Program:
    """A command in a terminal. Times are seconds; bytes are stamped as they come, and read as a screen after."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int] = (WIDTH, HEIGHT)
    ) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._chunks: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        self.started = time.perf_counter()
        self.process, self._terminal = pty.fork()
        if not self.process:
            # before it begins: it may not be listening yet when the size changes
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *reversed(size), 0, 0))
            os.execvpe(command[0], list(command), dict(environment))
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._reader.is_alive():
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        self._reader.join()
        os.close(self._terminal)

    @property
    def text(self) -> str:
        """What the screen says."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def shows(self, pattern: str, since: float | None = None, absent: bool = False) -> float:
        """Seconds from `since` (the start) until the pattern shows, or until it is gone. Raises NeverShown."""
        until = time.perf_counter() + PATIENCE
        stamp = since or self.started
        found = bool(re.search(pattern, self.text)) is not absent
        while not found:
            for at, chunk in self._burst(until, f"{pattern!r}"):
                self._stream.feed(chunk)
                if not found:
                    found, stamp = bool(re.search(pattern, self.text)) is not absent, at
        return stamp - (since or self.started)

    def settle(self, quiet: float = 0.15) -> None:
        """Until nothing has come for a while."""
        while True:
            try:
                _, chunk = self._chunks.get(timeout=quiet)
            except queue.Empty:
                return
            self._stream.feed(chunk)

    def changes(self, key: bytes) -> float:
        """Seconds from a key to the first change of the screen."""
        self.settle()
        before, pressed = self._picture(), self.press(key)
        changed: float | None = None
        while changed is None:
            for at, chunk in self._burst(pressed + PATIENCE, f"a change after {key!r}"):
                self._stream.feed(chunk)
                if changed is None and self._picture() != before:
                    changed = at
        return changed - pressed

    def _burst(self, until: float, awaited: str) -> list[tuple[float, bytes]]:
        """What comes next, up to the first pause, each with when it came. Raises NeverShown when nothing comes.

        It is read as a screen only then: reading is slow, and would keep the bytes that follow waiting.
        """
        came = []
        try:
            came.append(self._chunks.get(timeout=max(0.01, until - time.perf_counter())))
        except queue.Empty:
            raise NeverShown(f"{awaited} in:\n{self.text}") from None
        with suppress(queue.Empty):
            while time.perf_counter() < came[0][0] + LONGEST_BURST:
                came.append(self._chunks.get(timeout=PAUSE))
        return came

    def _picture(self) -> list[dict[int, object]]:
        return [dict(self.screen.buffer[line]) for line in range(HEIGHT)]

    def press(self, key: bytes) -> float:
        """Press a key; answers when."""
        pressed = time.perf_counter()
        os.write(self._terminal, key)
        return pressed

    def leave(self, key: bytes = b"\x11") -> float:
        """Seconds from the key that closes the program until it has ended."""
        self.settle()
        pressed = self.press(key)
        _, status = os.waitpid(self.process, 0)
        ended = time.perf_counter()
        self._reader.join()
        if code := os.waitstatus_to_exitcode(status):
            raise NeverShown(f"it ended with {code}:\n{self.text}")
        return ended - pressed

    @property
    def memory(self) -> float:
        """The memory it holds, MiB. Linux."""
        status = Path(f"/proc/{self.process}/status").read_text(encoding="ascii")
        return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) / 1024

    def _read(self) -> None:
        while True:
            try:
                select.select([self._terminal], [], [])
                chunk = os.read(self._terminal, 1 << 16)
            except OSError:
                return
            if not chunk:
                return
            if SYNCHRONISED_OUTPUT_ASKED in chunk:
                os.write(self._terminal, SYNCHRONISED_OUTPUT_KNOWN)
            self._chunks.put((time.perf_counter(), chunk))


def python(*arguments: str) -> list[str]:
    """A command for this Python."""
    return [sys.executable, *arguments]
