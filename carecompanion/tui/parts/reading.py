"""Reading: whether the screen is made for a screen reader, and the line of a page that is being read."""

WIDE = 100
_on = False


def use_reading(on: bool) -> None:
    """From now on say where one is, words first and nothing that ticks; or show all there is to see."""
    global _on
    _on = on


def is_reading() -> bool:
    """Whether this is reading mode."""
    return _on


def beside_each_other(width: int) -> bool:
    """Whether a window so wide shows two columns; lines that run through both make no sense when they are read."""
    return width >= WIDE and not _on


class ReadLine:
    """Which line of a long page is in hand. It moves in the window, and moves the window when it would leave it."""

    def __init__(self) -> None:
        self.at = 0

    def move(self, step: int, of: int, top: int, height: int) -> int:
        """Take up the line so many further on, of so many; answers with the line the window is to begin at."""
        self.at = max(0, min(self.at + step, of - 1))
        if self.at < top:
            return self.at
        return max(top, self.at - max(1, height) + 1)
