"""The first and the last line of every screen: the places, and the keys that work here."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from carecompanion.tui.keymap import BY_ID, Key
from carecompanion.tui.parts.drawing import Piece, accent, faint, muted, say

PLACES: tuple[tuple[str, str], ...] = (
    ("today", "Today"),
    ("journal", "Journal"),
    ("traits", "Traits"),
    ("team", "Team"),
)


ROOMY = 76
"""From this width keys have their full words."""


class NavBar(Static):
    """The places in one line, the current one bold over a heavy rule; on the right the day and the time."""

    class Chosen(Message):
        """A place was tapped."""

        def __init__(self, place: str) -> None:
            super().__init__()
            self.place = place

    def __init__(self, place: str, label: str = "") -> None:
        super().__init__()
        self._place, self._label = place, label
        self._long = self._short = ""
        self._reach: list[tuple[range, str]] = []

    def say_when(self, long: str, short: str) -> None:
        """The day and time, in a long and a short form."""
        if (long, short) != (self._long, self._short):
            self._long, self._short = long, short
            self.refresh()

    def render(self) -> Content:
        """The places, and the rule under the current one."""
        width = self.content_size.width
        wide, numbered = width >= 94, width >= 60
        names: list[Piece] = [muted("carecompanion      ")] if wide else []
        at = 19 if wide else 0
        rule = 0
        self._reach = []
        for number, (place, name) in enumerate(PLACES, 1):
            label = f"{number} " if numbered else ""
            here = place == self._place
            rule = at + len(label) if here else rule
            self._reach.append((range(at, at + len(label) + len(name)), place))
            gap = " " * (4 if wide else 3 if numbered else 2)
            names += [faint(label), (name, "bold $st-accent" if here else "$st-muted"), gap]
            at += len(label) + len(name) + len(gap)
        when = self._long if wide else self._short if numbered else ""
        under = "━" * len(dict(PLACES)[self._place])
        space = " " * max(0, width - at - len(when))
        label = self._label if width - rule - len(under) - 3 >= len(self._label) else self._label.partition(",")[0]
        between = " " * max(0, width - rule - len(under) - len(label))
        heavy = (under, "$st-accent")
        return say(*names, space, muted(when), "\n", " " * rule, heavy, between, (label, "$st-attention"))

    def on_click(self, event: events.Click) -> None:
        """Go to the place that was tapped."""
        at = event.x - self.styles.padding.left
        for reach, place in self._reach:
            if at in reach:
                self.post_message(self.Chosen(place))


Hint = str | tuple[str, str] | tuple[str, str, str]
"""An act's id, or that with the words it has here, and perhaps those for a narrow window."""


class KeyBar(Static):
    """The keys that work now, most useful first; those that do not fit are left out, those at the end always stay."""

    DEFAULT_CLASSES: ClassVar[str] = "keybar"

    def __init__(self, hints: Sequence[Hint] = (), always: Sequence[Hint] = ()) -> None:
        super().__init__()
        self._hints, self._always = tuple(hints), tuple(always)
        self._reach: list[tuple[range, Key]] = []

    def offer(self, hints: Sequence[Hint], always: Sequence[Hint] | None = None) -> None:
        """Offer these keys from now on."""
        new = tuple(hints), self._always if always is None else tuple(always)
        if new != (self._hints, self._always):
            self._hints, self._always = new
            self.refresh()

    def render(self) -> Content:
        """The keys and their words, short words in a narrow window."""
        width = self.content_size.width
        end = [self._words(hint, width) for hint in self._always]
        room = width - sum(_length(hint) for hint in end) - 3 * max(0, len(end) - 1)
        pieces: list[Piece] = []
        self._reach, at = [], 0
        for key, words in (self._words(hint, width) for hint in self._hints):
            if at + _length((key, words)) + (3 if end else 0) > room:
                continue
            self._reach.append((range(at, at + _length((key, words))), key))
            pieces += [accent(key.shown), " ", muted(words), "   "]
            at += _length((key, words)) + 3
        pieces.append(" " * max(0, room - at))
        at = max(at, room)
        for number, (key, words) in enumerate(end):
            self._reach.append((range(at, at + _length((key, words))), key))
            pieces += ["   " if number else "", accent(key.shown), " ", muted(words)]
            at += _length((key, words)) + 3
        return say(*pieces)

    def on_click(self, event: events.Click) -> None:
        """A tap does what the key does."""
        at = event.x - self.styles.padding.left
        for reach, key in self._reach:
            if at in reach:
                self.app.simulate_key(key.keys.split(",")[0])

    @staticmethod
    def _words(hint: Hint, width: int) -> tuple[Key, str]:
        if isinstance(hint, str):
            key = BY_ID[hint]
            return key, key.words.partition(" (")[0] if width >= ROOMY else key.short
        return BY_ID[hint[0]], hint[1] if width >= ROOMY else hint[-1]


def _length(hint: tuple[Key, str]) -> int:
    return len(hint[0].shown) + 1 + len(hint[1])
