"""Settings: everything that can be set, a row for each with what it is now and what it is for."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.domain import how_many
from carecompanion.domain.first_week import HINTS_WANTED
from carecompanion.domain.hiding import HideWhen, hiding_words
from carecompanion.domain.kinds import NATIONS
from carecompanion.domain.reading_mode import READING
from carecompanion.domain.wording import at_start, role_word
from carecompanion.language import _
from carecompanion.store import StoreError
from carecompanion.tui.backups import PlaceSheet, second_place_sheet
from carecompanion.tui.chosen import Chosen, chosen_in
from carecompanion.tui.hiding import HidingSheet
from carecompanion.tui.keymap import bind
from carecompanion.tui.look_sheets import SHAPES_OFFERED, THEMES, ShapesSheet, ThemeSheet
from carecompanion.tui.looks import SHAPES, THEME, Wearing
from carecompanion.tui.parts.bare import BareVertical
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import accent, apart, bold, faint, lines, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems, blank, heading
from carecompanion.tui.parts.styled_once import StyledOnce
from carecompanion.tui.setting_sheet import worded
from carecompanion.tui.setting_sheets import (
    HINTS,
    READING_MODE,
    ClosedDaysSheet,
    GapGraceSheet,
    HintsSheet,
    LateGraceSheet,
    NationSheet,
    ReadingSheet,
    RoleWordSheet,
)
from carecompanion.tui.undoing import turned

if TYPE_CHECKING:
    from carecompanion.store import Journal

Clock = Callable[[], datetime]
WIDEST_WORDS = 88
"""Cells beyond which a line is hard to read."""
WORDS = _("Everything here holds at once, and u undoes it, later too.")
UNDO = (muted("   "), accent("u"), muted(_(" undo")))


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be set: its words, what it is now, what it is for, and the sheet that sets it."""

    key: str
    words: str
    now: str
    why: str
    sheet: "Callable[[Journal, Clock], ModalScreen[str | None]]"


class Settings(ModalScreen[None], StyledOnce):
    """A page of rows. A sheet answers with a sentence on what was set, which is then said here."""

    BINDINGS = [
        bind("back", "dismiss"),
        bind("undo", "turn(True)"),
        bind("redo", "turn(False)"),
        bind("hide", "app.hide"),
        bind("help_now", "app.help_now"),
        bind("keys", "app.keys"),
    ]

    def __init__(self, journal: "Journal", clock: Clock, begin: str = "") -> None:
        """`begin`: the row that is opened at once."""
        super().__init__(classes="page")
        self._journal, self._clock, self._begin = journal, clock, begin

    def compose(self) -> ComposeResult:
        """The rows, and what was just set."""
        with BareVertical(classes="body"):
            yield Static(say(bold(_("Settings")), "\n", muted(WORDS)), id="lead", classes="lead")
            yield ItemList(id="rows")
        with BareVertical(id="foot"):
            yield Static(id="saved")
            yield KeyBar((("open", _("change")), "undo", "help_now", ("hide", _("hide"))), ("back", "keys"))

    def on_mount(self) -> None:
        """Show how things are set."""
        self._draw()
        rows = self.query_one(ItemList)
        rows.focus()
        if self._begin and rows.take(self._begin):
            self.call_after_refresh(rows.action_open)

    @on(ItemList.Opened)
    @work(exclusive=True, group="settings")
    async def open_row(self, event: ItemList.Opened) -> None:
        """Show the sheet, and say what was set."""
        row = next(row for row in rows_of(self._journal, self.app) if row.key == event.key)
        done = await self.app.push_screen_wait(row.sheet(self._journal, self._clock))
        self._draw()
        if done is not None:
            self._say(say(done, *UNDO))

    def action_turn(self, back: bool) -> None:
        """Undo what was done last, or do it again, and say what that was."""
        said, act = turned(self._journal, self._clock(), back=back)
        if act is not None and act.settings:
            self.post_message(Chosen())
        self._draw()
        self._say(say(said))

    def redraw(self) -> None:
        """Shown as it is now, in other shapes perhaps."""
        self._draw()

    def _say(self, words: Content) -> None:
        line = self.query_one("#saved", Static)
        line.update(words)
        line.display = True

    def _draw(self) -> None:
        items: list[Item] = []
        for title, rows in _groups(rows_of(self._journal, self.app)):
            items += [*([blank()] if items else []), heading(title)]
            items += [Item(partial(_drawn, row), row.key) for row in rows]
        self.query_one(ItemList).show(ShortItems(items))


GROUPS = {
    _("How it looks"): ("theme", "shapes"),
    _("Your care"): ("role_word", "nation", "closed_days", "late_grace", "gap_grace"),
    _("How it works with you"): ("keyboard", "reading", "hints"),
    _("Kept private, kept safe"): ("hiding", "second_place"),
}


def _groups(rows: Iterator[Row]) -> Iterator[tuple[str, list[Row]]]:
    there = {row.key: row for row in rows}
    for title, keys in GROUPS.items():
        if found := [there[key] for key in keys if key in there]:
            yield title, found


def rows_of(journal: "Journal", app: Any) -> Iterator[Row]:  # noqa: ANN401  # apps differ in what they answer with
    """What can be set. Without colours there are none to choose from."""
    from carecompanion.tui.own_keyboard import TITLE, WHY, OwnKeyboard

    settings, chosen = journal.book.settings, chosen_in(journal)
    if not (isinstance(app, Wearing) and app.looks.colours == "none"):
        yield Row("theme", _("Colours"), worded(THEMES, chosen.get(THEME, "")), ThemeSheet.WHY, ThemeSheet)
    shapes = worded(SHAPES_OFFERED, chosen.get(SHAPES, ""))
    yield Row("shapes", ShapesSheet.TITLE, shapes, ShapesSheet.WHY, ShapesSheet)
    yield Row("role_word", RoleWordSheet.TITLE, at_start(role_word(settings)), RoleWordSheet.WHY, RoleWordSheet)
    yield Row("nation", NationSheet.TITLE, NATIONS[settings.nation], NationSheet.WHY, NationSheet)
    many = len(settings.closed_days)
    closed = how_many.days(many) if many else _("none")
    yield Row("closed_days", ClosedDaysSheet.TITLE, closed, ClosedDaysSheet.WHY, ClosedDaysSheet)
    late = how_many.minutes(settings.late_grace_minutes)
    yield Row("late_grace", LateGraceSheet.TITLE, late, LateGraceSheet.WHY, LateGraceSheet)
    gap = how_many.days(settings.gap_grace_days)
    yield Row("gap_grace", GapGraceSheet.TITLE, gap, GapGraceSheet.WHY, GapGraceSheet)
    many = len(app.keyboard.chosen)
    own = _("{many} of your own").format(many=many) if many else _("the usual ones")
    yield Row("keyboard", TITLE, own, WHY, lambda _journal, _clock: OwnKeyboard(app.keyboard))
    reading = worded(READING_MODE, chosen.get(READING, ""))
    yield Row("reading", ReadingSheet.TITLE, reading, ReadingSheet.WHY, ReadingSheet)
    yield Row("hints", HintsSheet.TITLE, worded(HINTS, chosen.get(HINTS_WANTED, "")), HintsSheet.WHY, HintsSheet)
    hides = hiding_words(HideWhen.chosen(chosen))
    yield Row("hiding", _("When the screen hides by itself"), hides, HidingSheet.WHY, HidingSheet)
    where = _("none")
    with suppress(StoreError):
        where = _("set") if journal.second_place() else _("none")
    yield Row("second_place", PlaceSheet.TITLE, where, PlaceSheet.WHY, second_place_sheet)


def _drawn(row: Row, width: int) -> Content:
    return lines(apart(width, row.words, [faint(row.now)]), *say(muted(row.why)).wrap(min(width, WIDEST_WORDS)))
