"""Background: asking the terminal whether its own is light, and keeping its answer out of what is typed.

The question is OSC 11 (xterm's control sequences, "Operating System Commands"). Nobody waits for the answer.
"""

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from time import monotonic

from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.message import Message

from carecompanion.tui.looks import Wearing

QUESTION = "\x1b]11;?\x1b\\"
ANSWER = re.compile(
    r"\x1b\]11;rgba?:([\da-f]{1,4})/([\da-f]{1,4})/([\da-f]{1,4})(?:/[\da-f]{1,4})?(?:\a|\x1b\\)", re.IGNORECASE
)
BEGUN = re.compile(r"\x1b(?:\](?:1(?:1(?:;[^\a\x1b]{0,40}\x1b?)?)?)?)?\Z")
"""The first part of an answer, of which the rest may be on its way."""
SURELY_BEGUN = "\x1b]1"
"""No key begins so."""
COUNTS, A_KEY = 2.0, 0.1
"""Seconds: in which an answer counts, and after which an escape is a key."""
HALF_WAY = 0.179
"""The relative luminance from which black stands out better than white (WCAG 2.2, contrast ratio)."""


@dataclass
class BackgroundHeard(Message):
    """The terminal has said whether its background is light."""

    light: bool


class AskingDriver(linux_driver.LinuxDriver):
    """Asks as soon as the terminal is ours, when the colours depend on it and there is one to ask."""

    _asked_at: float | None = None

    def start_application_mode(self) -> None:
        """Take the terminal, and ask."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual gives none
        if isinstance(self._app, Wearing) and self._app.looks.wants_answer:
            self.ask()

    def ask(self) -> None:
        """Ask whether the background is light; the app is sent the answer."""
        if self.input_tty and sys.__stderr__ is not None and sys.__stderr__.isatty():
            self._asked_at = monotonic()
            self.write(QUESTION)
            self.flush()

    def run_input_thread(self) -> None:
        """Listen for answers among the keys."""
        # the thread makes its parser by this name
        linux_driver.XTermParser = partial(Listening, lambda: self._asked_at)  # type: ignore[assignment,attr-defined]  # its name there is private
        super().run_input_thread()


class Listening(XTermParser):
    """Takes answers out of what comes in, whole or in parts, however late; of late ones nothing is said."""

    def __init__(self, asked_at: Callable[[], float | None], debug: bool = False) -> None:
        super().__init__(debug)
        self._asked_at = asked_at
        self._answered: float | None = None
        self._held, self._held_since = "", 0.0

    def feed(self, data: str) -> Iterable[Message]:
        """What was typed and done, and whether the background is light."""
        if not data:  # the end
            yield from super().feed(data)
            return
        data, self._held = self._held + data, ""
        read_to = 0
        for answer in ANSWER.finditer(data):
            yield from self._typed(data[read_to : answer.start()])
            if self._counts:
                yield BackgroundHeard(is_light(*answer.groups()))
            self._answered, read_to = self._asked_at(), answer.end()
        yield from self._typed(self._complete(data[read_to:]))

    def tick(self) -> Iterable[Message]:
        """What was no answer after all is handed on."""
        most = COUNTS if self._held.startswith(SURELY_BEGUN) else A_KEY
        if self._held and monotonic() - self._held_since >= most:
            typed, self._held = self._held, ""
            yield from super().feed(typed)
        yield from super().tick()

    def _typed(self, data: str) -> Iterable[Message]:
        if data:
            yield from super().feed(data)

    def _complete(self, data: str) -> str:
        """What of it is complete; the rest is held while an answer may come."""
        begun = BEGUN.search(data) if self._counts and self._answered != self._asked_at() else None
        if begun is None:
            return data
        self._held, self._held_since = begun[0], monotonic()
        return data[: begun.start()]

    @property
    def _counts(self) -> bool:
        asked_at = self._asked_at()
        return asked_at is not None and monotonic() - asked_at < COUNTS


def is_light(*parts: str) -> bool:
    """Whether black stands out better than white on this colour, given as its red, green and blue in hexadecimal."""
    shares = (int(part, 16) / (16 ** len(part) - 1) for part in parts)
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return bool(0.2126 * red + 0.7152 * green + 0.0722 * blue > HALF_WAY)
