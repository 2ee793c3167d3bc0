"""Choice: up to nine options on a line, each picked by its own letter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import events
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from carecompanion.domain.sheets.asks import Option as Option
from carecompanion.language import _
from carecompanion.tui.parts.drawing import Piece, clipped, drawn, lines, say
from carecompanion.tui.parts.reading import is_reading

MARK, INDENT = 2, 4
"""Columns before an option's letter, ●, and before its words."""
CHOSEN = _(", chosen")


class Choice(Static, can_focus=True):
    """Options side by side, ● on the one chosen; a letter picks and moves on, left and right change it."""

    value: reactive[str | None] = reactive(None)

    @dataclass
    class Picked(Message):
        """An option was picked by its letter."""

        choice: "Choice"

        @property
        def control(self) -> "Choice":
            return self.choice

    @dataclass
    class Changed(Message):
        """The option chosen is another."""

        choice: "Choice"

        @property
        def control(self) -> "Choice":
            return self.choice

    @dataclass
    class Submitted(Message):
        """Enter was pressed on it."""

        choice: "Choice"

        @property
        def control(self) -> "Choice":
            return self.choice

    def __init__(self, options: Sequence[Option], value: str | None = None, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._options = tuple(options)
        self._reach: list[tuple[range, range, Option]] = []
        self.set_reactive(Choice.value, value)

    @property
    def options(self) -> tuple[Option, ...]:
        """What can be chosen."""
        return self._options

    def is_chosen(self, option: Option) -> bool:
        """Whether the option is the one chosen."""
        return option.value == self.value

    @property
    def spot(self) -> Offset:
        """The letter of the option that is chosen; of the first without one."""
        places = [(rows.start, reach.start) for rows, reach, option in self._reach if self.is_chosen(option)]
        row, column = next(iter(places), (0, 0))
        return self.content_region.offset + Offset(column + MARK, row)

    def can_hold(self, text: str) -> bool:
        """Whether this can be its value."""
        return text in {option.value for option in self._options}

    def pick(self, option: Option) -> None:
        """Choose the option whose letter was pressed, and move on."""
        self.value = option.value
        self.post_message(self.Picked(self))

    def offer(self, options: Sequence[Option], value: str | None) -> None:
        """Offer other options."""
        self._options = tuple(options)
        self.value = value
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the options need in this width, whatever they are drawn in now."""
        return self._laid(width).plain.count("\n") + 1

    def render(self) -> Content:
        """The options, as they stand in the width there is."""
        return self._laid(self.content_size.width or self.size.width)

    def _laid(self, width: int) -> Content:
        """Wrapped by hand: a break never parts a letter from its word, nor words from their option."""
        width = max(10, width)
        pieces: list[Piece | Content] = []
        used = row = 0
        self._reach = []
        for option in self._options:
            chosen = self.is_chosen(option)
            named = f"{option.words}{CHOSEN}" if chosen and is_reading() else option.words
            words = say((named, "bold" if chosen else "$st-muted"))
            length = INDENT + words.cell_length
            if used and used + length > width:
                pieces.append("\n")
                used, row = 0, row + 1
            marked = chosen and not is_reading()
            pieces += [*(drawn(("● ", "$st-accent")) if marked else ["  "]), (option.key, "bold $st-accent"), " "]
            hanging = _hanging(words, width - INDENT)
            pieces += [hanging, "  "]
            self._reach.append((range(row, row + hanging.plain.count("\n") + 1), range(used, used + length), option))
            used, row = used + length + 2, row + hanging.plain.count("\n")
        return say(*pieces)

    def watch_value(self) -> None:
        """Say that the choice is another."""
        self.refresh(layout=True)
        self.post_message(self.Changed(self))

    def on_focus(self) -> None:
        """Drawn as the line in hand."""
        self.refresh()

    def on_blur(self) -> None:
        """Drawn as one of the lines."""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """A letter picks; left and right go along; enter saves."""
        picked = next((option for option in self._options if event.character == option.key), None)
        if picked is not None:
            self.pick(picked)
        elif event.key in ("left", "right"):
            self.go_along(1 if event.key == "right" else -1)
        elif event.key == "enter":
            self.post_message(self.Submitted(self))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """A tap takes the line in hand, and picks the option that was tapped."""
        self.focus()
        tapped = (option for rows, reach, option in self._reach if event.y in rows and event.x in reach)
        if (option := next(tapped, None)) is not None:
            self.pick(option)

    def go_along(self, step: int) -> None:
        """Choose the option so many steps along."""
        values = [option.value for option in self._options]
        at = values.index(self.value) + step if self.value in values else 0
        self.value = values[at % len(values)]


def _hanging(words: Content, room: int) -> Content:
    """Words that are too long for one line, below each other."""
    first, *rest = words.wrap(max(1, room))
    return lines(first, *(row.pad_left(INDENT) for row in rest))


def shortened(options: Sequence[Option], cells: int) -> list[Option]:
    """Options whose words are on one line and at most so many cells wide."""
    return [replace(option, words=clipped(option.words, cells)) for option in options]
