"""Help now: whom to ring, from anywhere, without a passphrase."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.domain.vocabulary import Nation
from carecompanion.sharing.guidance import ALONE, GENTLY, TITLE, HelpGroup, HelpLine, checked, help_lines
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import bold, faint, lines, muted, say

GAP = 3


class HelpNow(ModalScreen[None]):
    """The numbers of a nation, or, before a journal is open, of all of them."""

    BINDINGS = [
        bind("back", "dismiss"),
        bind("hide", "app.hide"),
    ]

    def __init__(self, nation: Nation | None) -> None:
        super().__init__()
        self._groups = help_lines(nation)

    def compose(self) -> ComposeResult:
        """One page, and the way back."""
        with VerticalScroll(id="help"):
            yield Numbers(self._groups)
        yield KeyBar((), ("back",))


class Numbers(Static):
    """Numbers and what they are for: side by side where there is room, else below each other."""

    def __init__(self, groups: tuple[HelpGroup, ...]) -> None:
        super().__init__()
        self._groups = groups

    def render(self) -> Content:
        """A heading, the numbers, when they were checked."""
        every = [line for group in self._groups for line in group.lines]
        column = GAP + max(len(line.ring) for line in every)
        beside = column + max(len(line.what) for line in every) <= self.content_size.width
        rows = [say(bold(TITLE)), say(muted(GENTLY))]
        for group in self._groups:
            rows += [say(""), *([say(bold(group.heading)), *_gap(beside)] if group.heading else [])]
            rows += _below_each_other(_rows(group.lines, column if beside else 0), beside)
        return lines(*rows, say(""), say(faint(ALONE)), say(faint(checked())))


def _rows(numbers: Iterable[HelpLine], column: int) -> list[Content]:
    if column:
        return [say(bold(f"{line.ring:<{column}}"), line.what) for line in numbers]
    return [lines(say(bold(line.ring)), say(muted(line.what))) for line in numbers]


def _below_each_other(rows: list[Content], close: bool) -> list[Content]:
    return rows if close else [part for row in rows for part in (row, say(""))][:-1]


def _gap(close: bool) -> list[Content]:
    return [] if close else [say("")]
