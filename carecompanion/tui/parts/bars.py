"""The first and the last line of every screen: the places, and the keys that work here."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Static

from carecompanion.language import _
from carecompanion.tui.keymap import Key, in_use, times_chosen
from carecompanion.tui.parts.drawing import Piece, accent, faint, lines, muted, say
from carecompanion.tui.parts.reading import is_reading
from carecompanion.tui.parts.shapes import ours

PLACES: tuple[tuple[str, str], ...] = (
    ("today", _("Today")),
    ("journal", _("Journal")),
    ("traits", _("Traits")),
    ("team", _("Team")),
    ("review", _("Review")),
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
        wide, numbered, tight = width >= 94, width >= 60, width < 36
        names: list[Piece] = [muted("carecompanion      ")] if wide else []
        at = 19 if wide else 0
        rule = 0
        self._reach = []
        for number, (place, name) in enumerate(PLACES, 1):
            label = f"{number} " if numbered else ""
            here = place == self._place
            rule = at + len(label) if here else rule
            self._reach.append((range(at, at + len(label) + len(name)), place))
            gap = " " * (4 if wide else 3 if numbered else 1 if tight else 2)
            names += [faint(label), (name, "bold $st-accent" if here else "$st-muted"), gap]
            at += len(label) + len(name) + len(gap)
        offered = (self._long, self._short) if wide else (self._short,) if numbered else ()
        when = next((each for each in offered if at + len(each) <= width), "")
        under = (" " if is_reading() else ours("━")) * len(dict(PLACES)[self._place])
        space = " " * max(0, width - at - len(when))
        heavy = (under, "$st-accent")
        return say(*names, space, muted(when), "\n", *self._beside(rule, heavy, width - rule - len(under)))

    def _beside(self, before: int, heavy: Piece, after: int) -> list[Piece]:
        """The rule with the label at the right, or before it where there is more room."""
        for label in (self._label, self._label.partition(",")[0], self._label.partition(" ")[0]):
            words = (label, "$st-attention")
            if len(label) + 2 <= after:
                return [" " * before, heavy, " " * (after - len(label)), words]
            if len(label) + 2 <= before:
                return [words, " " * (before - len(label)), heavy]
        return [" " * before, heavy]

    def on_click(self, event: events.Click) -> None:
        """Go to the place that was tapped."""
        at = event.x - self.styles.padding.left
        for reach, place in self._reach:
            if at in reach:
                self.post_message(self.Chosen(place))


Hint = str | tuple[str, str] | tuple[str, str, str]
"""An act's id, or that with the words it has here, and perhaps those for a narrow window."""

Worded = tuple[Key, str]

GAP, SMALL_GAP = 3, 2
"""Columns between two keys, and in a window of few rows."""
FIRST_TO_GO = ("next_line", "step_back")
"""What a line of a sheet has anyway, and what is left out first where there is one row for all."""
NOWHERE_ELSE = ("more", "skip")
"""What only the keys say, before the words of the way back."""


class KeyBar(Static):
    """The keys that work now, most useful first; those at the end always stay.

    What does not fit is left out where the last key shows all of them, or on a sheet in a window of few rows; else
    it stands on a further line.
    """

    DEFAULT_CLASSES: ClassVar[str] = "keybar"

    def __init__(self, hints: Sequence[Hint] = (), always: Sequence[Hint] = ()) -> None:
        super().__init__()
        self._hints, self._always, self._times_chosen = tuple(hints), tuple(always), times_chosen()
        self._reach: list[tuple[int, range, Key]] = []

    def offer(self, hints: Sequence[Hint], always: Sequence[Hint] | None = None) -> None:
        """Offer these keys from now on."""
        new = tuple(hints), self._always if always is None else tuple(always), times_chosen()
        if new != (self._hints, self._always, self._times_chosen):
            self._hints, self._always, self._times_chosen = new
            self.refresh(layout=True)

    @property
    def offered(self) -> dict[str, str]:
        """The acts whose keys it offers, in their order, and their whole words."""
        worded = (_worded(hint, ROOMY) for hint in (*self._hints, *self._always))
        return {key.id: words for key, words in worded}

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the keys need."""
        return len(self._rows(width)[0])

    def render(self) -> Content:
        """The keys and their words, short words in a narrow window."""
        width = self.content_size.width
        rows, end = self._rows(width)
        self._reach = []
        drawn = [say(*self._draw(row, number, 0)) for number, row in enumerate(rows)]
        gap = max(0, width - drawn[-1].cell_length - _together(end, self._gap))
        at = drawn[-1].cell_length + gap
        drawn[-1] = say(drawn[-1], " " * gap, *self._draw(end, len(rows) - 1, at))
        return lines(*drawn)

    def on_click(self, event: events.Click) -> None:
        """A tap does what the key does."""
        at, line = event.x - self.styles.padding.left, event.y - self.styles.padding.top
        for row, reach, key in self._reach:
            if row == line and at in reach:
                self.app.simulate_key(key.keys.split(",")[0])

    def _rows(self, width: int) -> tuple[list[list[Worded]], list[Worded]]:
        """The keys line by line, and those at the end of the last line."""
        words = [_worded(hint, width) for hint in self._hints]
        end = [_worded(hint, width) for hint in self._always]
        gap = self._gap
        beside = width - _together(end, gap) - (gap if end else 0)
        if _together(words, gap) <= beside:
            return [words], end
        if any(key.id == "keys" for key, _words in end):
            return [_fitting(words, beside, gap)[0]], end
        if gap == SMALL_GAP and self.parent is not None and self.parent.id == "sheet":
            return _on_one_row(words, end, width)
        rows: list[list[Worded]] = []
        while words:
            row, words = _fitting(words, width, gap, in_order=True)
            rows.append(row)
        return rows if _together(rows[-1], gap) <= beside else [*rows, []], end

    @property
    def _gap(self) -> int:
        return SMALL_GAP if self.app.has_class("-low") else GAP

    def _draw(self, row: Sequence[Worded], number: int, at: int) -> list[Piece]:
        pieces: list[Piece] = []
        for key, words in row:
            pieces += [
                " " * self._gap if pieces else "",
                accent(ours(key.shown)),
                *([" ", muted(words)] if words else []),
            ]
            self._reach.append((number, range(at, at + _length((key, words))), key))
            at += _length((key, words)) + self._gap
        return pieces


def _worded(hint: Hint, width: int) -> Worded:
    if isinstance(hint, str):
        key = in_use(hint)
        return key, ours(key.words.partition(" (")[0] if width >= ROOMY else key.short)
    return in_use(hint[0]), ours(hint[1] if width >= ROOMY else hint[-1])


def _on_one_row(words: Sequence[Worded], end: Sequence[Worded], width: int) -> tuple[list[list[Worded]], list[Worded]]:
    """As much as one row has room for: what is known anyway goes first, then words at the end, then what comes last.

    What is said nowhere else stays: without its key further lines could not be gone to, and nothing be left out.
    """
    needed = [each for each in words if each[0].id not in FIRST_TO_GO]
    ends = [list(end)]
    if len(end) == 1:
        ends.append([(key, said.rpartition(" ")[2]) for key, said in end])
        ends += [[(key, "") for key, _said in end]] if any(key.id in NOWHERE_ELSE for key, _said in words) else []
    room = 0
    for shorter in ends:
        room = width - _together(shorter, SMALL_GAP) - SMALL_GAP
        if _together(needed, SMALL_GAP) <= room:
            break
    must = [each for each in needed[1:] if each[0].id in NOWHERE_ELSE]
    kept, _rest = _fitting([*needed[:1], *must, *(each for each in needed[1:] if each not in must)], room, SMALL_GAP)
    return [[each for each in needed if each in kept]], shorter


def _fitting(
    words: Sequence[Worded], room: int, gap: int, *, in_order: bool = False
) -> tuple[list[Worded], list[Worded]]:
    """Those that fit beside each other, and the rest; `in_order` stops at the first that does not."""
    row: list[Worded] = []
    for place, each in enumerate(words):
        if _together([*row, each], gap) <= room or (in_order and not row):
            row.append(each)
        elif in_order:
            return row, list(words[place:])
    return row, []


def _together(row: Sequence[Worded], gap: int) -> int:
    return sum(map(_length, row)) + gap * max(0, len(row) - 1)


def _length(hint: Worded) -> int:
    return len(ours(hint[0].shown)) + (1 + len(hint[1]) if hint[1] else 0)


def undo_hint() -> tuple[Piece, ...]:
    """What stands behind a sentence on something that can be undone."""
    return muted("   "), accent(in_use("undo").shown), muted(_(" undo"))
