"""One entry whole: beside the journal, or as a page of its own."""

from datetime import datetime

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.domain.book import Book
from carecompanion.domain.details import Detail, Fact, detail
from carecompanion.domain.records import Record
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import MARKS, Piece, both_ends, faint, lines, muted, say


class DetailPane(VerticalScroll, can_focus=False):
    """An entry whole, scrolled when it is longer than the window."""

    def compose(self) -> ComposeResult:
        """Its words."""
        yield Static()

    def show(self, book: Book, record: Record | None, now: datetime) -> None:
        """Show a record as it stands now; nothing when there is none."""
        width = max(20, min(86, self.scrollable_content_region.width - 4))
        words = draw(detail(record, book, now), width) if record is not None else say("")
        self.query_one(Static).update(words)
        self.scroll_home(animate=False)


class DetailPage(ModalScreen[None]):
    """An entry on a page of its own."""

    BINDINGS = [
        bind("back", "dismiss"),
        Binding("backspace,left", "dismiss", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        bind("hide", "app.hide"),
        bind("help_now", "app.help_now"),
    ]

    def __init__(self, book: Book, record: Record, now: datetime) -> None:
        super().__init__(classes="page")
        self._book, self._record, self._now = book, record, now

    def compose(self) -> ComposeResult:
        """The entry, and the way back."""
        yield DetailPane(classes="body whole")
        yield KeyBar((("move", "read on"), "hide"), ("help_now", "back"))

    def on_mount(self) -> None:
        """Drawn once its width is known."""
        self.call_after_refresh(self.on_resize)

    def on_resize(self) -> None:
        """Lines break elsewhere in another width."""
        self.query_one(DetailPane).show(self._book, self._record, self._now)

    def action_scroll(self, step: int) -> None:
        """Further up or down."""
        self.query_one(DetailPane).scroll_relative(y=step, animate=False)


def draw(whole: Detail, width: int) -> Content:
    """A detail in words, `width` cells wide."""
    rows = [say((whole.title, "bold")), say(muted(whole.subtitle))]
    for section in whole.sections:
        rows += [say(""), say((section.heading, "bold"))]
        rows += [_fact(fact, width) for fact in section.facts]
    if whole.foot:
        rows += [say(""), say(faint(whole.foot))]
    return lines(*rows)


def _fact(fact: Fact, width: int) -> Content:
    mark: list[Piece] = [MARKS[fact.mark], "  "] if fact.mark != "none" else []
    if not fact.aside:
        return say(*mark, fact.text)
    if say(*mark, fact.text).cell_length + say(fact.aside).cell_length + 2 > width:
        return lines(say(*mark, fact.text), both_ends(width, [], [faint(fact.aside)]))
    return both_ends(width, [*mark, fact.text], [faint(fact.aside)])
