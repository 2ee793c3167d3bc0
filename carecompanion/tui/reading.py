"""Reading mode: the terminal's own cursor stands on what is in hand, and nothing changes by itself."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual.app import App, ReturnType
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

from carecompanion.domain.reading_mode import READING
from carecompanion.tui.parts.reading import is_reading, use_reading
from carecompanion.tui.wearing import draw_all_again

if TYPE_CHECKING:
    from carecompanion.store import Journal  # at run time that would be imported before the first paint

CURSOR_SHOWN, CURSOR_HIDDEN = "\x1b[?25h", "\x1b[?25l"
"""What a terminal is told (DECTCEM, xterm's control sequences)."""


@runtime_checkable
class Pointing(Protocol):
    """What knows which cell of the window stands for what is in hand."""

    @property
    def spot(self) -> Offset | None:
        """That cell; None while something else knows."""


@runtime_checkable
class TypedIn(Protocol):
    """What has a cursor of its own: a line, or a box of words."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the window it stands in."""


class ReadingApp(App[ReturnType]):
    """A program that can be in reading mode: as it was told for this run, until it is chosen otherwise."""

    def __init__(self, *given: Any, reading: bool = False, **named: Any) -> None:  # noqa: ANN401  # what Textual takes
        self._cursor = Offset(0, 0)
        self.journal: Journal | None = None
        super().__init__(*given, **named)
        self._told_to_read, self._reading_chosen = reading, ""
        self._use(reading)

    @property
    def cursor_position(self) -> Offset:
        """Where Textual puts the terminal's own cursor after every frame."""
        return spot_of(self.screen) if is_reading() and self.screen_stack else self._cursor

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        self._cursor = place

    def on_mount(self) -> None:
        """Show the cursor where it is of use."""
        if is_reading():
            self._show_cursor()

    def begin_reading(self, choices: Mapping[str, str]) -> None:
        """As the journal that is open now has it, or as the program was told."""
        self._reading_chosen = choices.get(READING, "")
        self._read()

    def choose_reading(self, choices: Mapping[str, str]) -> None:
        """From now on as was chosen in these."""
        chosen = choices.get(READING, "")
        if chosen != self._reading_chosen:
            self._told_to_read, self._reading_chosen = False, chosen
            self._read()

    def _read(self) -> None:
        reading = self._told_to_read or self._reading_chosen == "yes"
        if self.journal is not None:
            self.journal.count_down(not reading)
        if reading != is_reading():
            self._use(reading)
            self._show_cursor()
            draw_all_again(self)

    def _use(self, reading: bool) -> None:
        use_reading(reading)
        self.set_class(reading, "-reading")

    def _show_cursor(self) -> None:
        if self._driver is not None:
            self._driver.write(CURSOR_SHOWN if is_reading() else CURSOR_HIDDEN)
            self._driver.flush()


def spot_of(screen: Screen[Any]) -> Offset:
    """The cell of the window that stands for what is in hand on a screen: where its first words are without any."""
    if isinstance(screen, Pointing) and (spot := screen.spot) is not None:
        return spot
    focused = screen.focused
    if isinstance(focused, TypedIn):
        return focused.cursor_screen_offset
    if isinstance(focused, Pointing) and (spot := focused.spot) is not None:
        return spot
    first = focused or next((each for each in screen.children if each.display), None)
    return first.content_region.offset if isinstance(first, Widget) else Offset(0, 0)
