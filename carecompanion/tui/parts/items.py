"""What a list shows: items of some lines each, made into words only where they show."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from carecompanion.tui.parts.drawing import say


class Items(ABC):
    """What a list shows: items from 0 to `count`, each of some lines; those with a key can be taken in hand."""

    @property
    @abstractmethod
    def count(self) -> int:
        """How many items there are."""

    @abstractmethod
    def heights(self, width: int) -> Sequence[int]:
        """Every item's height in lines when `width` cells wide."""

    @abstractmethod
    def draw(self, place: int, width: int) -> Content:
        """One item's words."""

    @abstractmethod
    def key(self, place: int) -> str | None:
        """What tells an item from the others, also after the list has changed; None for headings and blank lines."""

    def place_of(self, key: str) -> int | None:
        """Where the item with that key is."""
        return next((place for place in range(self.count) if self.key(place) == key), None)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; `draw` gets the width in cells. `height` of that width, where it need not be drawn for it."""

    draw: Callable[[int], Content]
    key: str | None = None
    height: Callable[[int], int] | None = None


class ShortItems(Items):
    """A list short enough to be drawn whole when it is measured, but for items that know their height."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._drawn: dict[tuple[int, int], Content] = {}

    @property
    def count(self) -> int:
        return len(self._items)

    def heights(self, width: int) -> Sequence[int]:
        return [self._height(place, width) for place in range(self.count)]

    def draw(self, place: int, width: int) -> Content:
        if (place, width) not in self._drawn:
            self._drawn[place, width] = self._items[place].draw(width)
        return self._drawn[place, width]

    def key(self, place: int) -> str | None:
        return self._items[place].key

    def _height(self, place: int, width: int) -> int:
        known = self._items[place].height
        if known:
            return known(width)
        words = self.draw(place, width)
        if words.cell_length <= width and "\n" not in words.plain:  # most are; the rest has to be broken into lines
            return 1
        return max(1, words.get_height({}, max(1, width)))


def heading(words: str) -> Item:
    """A section's name."""
    return Item(lambda _width: say((words, "bold")))


def blank() -> Item:
    """An empty line."""
    return Item(lambda _width: Content(""))
