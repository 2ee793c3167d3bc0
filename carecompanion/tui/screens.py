"""Screens: what the program asks of some of them, whichever they are."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class HalfWritten(Protocol):
    """A screen on which words are being written."""

    @property
    def draft_name(self) -> str:
        """Under which name they are kept."""

    def half_written(self) -> dict[str, str] | None:
        """Them, by line; None when there are none."""


@runtime_checkable
class Answering(Protocol):
    """A screen that sets the journal up."""

    def keep_in_hand(self) -> str | None:
        """Keep what it holds; a sentence when it cannot be kept."""


@runtime_checkable
class Beginning(Protocol):
    """A screen on which keys mean something else once it has begun; a place, from which forms open, never does."""

    has_begun: bool


@runtime_checkable
class Saying(Protocol):
    """A screen with a line on which things are said."""

    def say_kept(self, sentence: str) -> None:
        """Say this for a while."""


@runtime_checkable
class Resuming(Protocol):
    """A screen that draws itself when it is shown again and something has changed."""

    def on_screen_resume(self) -> None:
        """Draw, if so."""


@runtime_checkable
class Timely(Protocol):
    """A screen that shows the time, or something that follows it."""

    def redraw(self) -> None:
        """Show it as it is now."""
