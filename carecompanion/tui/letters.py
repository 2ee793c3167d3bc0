"""Letters: those that were begun, each with where it stands, and beginning one."""

from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from carecompanion.domain.letter_course import standing
from carecompanion.domain.letter_words import kind_words, subject, to_whom
from carecompanion.domain.names import at_start
from carecompanion.domain.records import Letter, Record
from carecompanion.language import _
from carecompanion.sharing.sheets.letter import KEYS
from carecompanion.tui.beside_review import BesideReview
from carecompanion.tui.keymap import bind
from carecompanion.tui.letter import LetterPage
from carecompanion.tui.letter_sheet import LetterSheet
from carecompanion.tui.parts.bare import BareVertical
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.drawing import accent, attention, bold, both_ends, lines, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems, blank, heading

LEAD = _("In your own words, and yours until you send them. Nothing is sent from here.")
ONE_LINE_FROM = 72
WITH_LETTERS: tuple[Hint, ...] = ("open", ("change", _("change"), _("change")), "begin_letter", "delete")


class Letters(BesideReview):
    """The latest first."""

    shows = "letters"
    HINTS: ClassVar[tuple[Hint, ...]] = ("begin_letter",)
    BINDINGS: ClassVar[list[Binding]] = [
        bind("begin_letter", "begin_letter"),
        bind("change", "change"),
        bind("delete", "delete"),
    ]

    def body(self) -> ComposeResult:
        """What they are, and the list."""
        with BareVertical(classes="body"):
            yield Static(id="lead", classes="lead")
            yield ItemList(id="letters")

    def draw(self) -> None:
        """Read the journal and show it."""
        found = sorted(self.journal.book.letters.values(), key=lambda each: (each.begun_on, each.id), reverse=True)
        self.query_one("#lead", Static).update(say(bold(_("Letters")), "\n", muted(LEAD)))
        shown = self.query_one(ItemList)
        rows = [Item(partial(self._row, letter), letter.id) for letter in found]
        shown.show(ShortItems(rows or list(self._beginnings())))
        self.query_one(KeyBar).offer(WITH_LETTERS if found else self.HINTS)
        if self.focused is None:
            shown.focus()

    @on(ItemList.Opened)
    def open(self, event: ItemList.Opened) -> None:
        """One whole; or the first of its kind is begun."""
        if event.key in self.journal.book.letters:
            self.app.push_screen(LetterPage(self.journal, self.clock, event.key, self.label))
        else:
            self.begin(event.key)

    def deeper(self, shows: str) -> LetterPage | None:
        """The page of that letter."""
        return LetterPage(self.journal, self.clock, shows, self.label) if shows in self.journal.book.letters else None

    def take(self, record: Record) -> None:
        """Take a letter in hand."""
        self.query_one(ItemList).take(record.id)

    def action_begin_letter(self) -> None:
        """Begin one."""
        self.begin()

    @work(exclusive=True, group="writing")
    async def begin(self, kind: str = "") -> None:
        """Write one, and show it."""
        chosen = {"kind": found} if (found := next((each for each in KEYS if each == kind), None)) else {}
        written = await self.write(partial(LetterSheet, **chosen))  # type: ignore[arg-type]  # it is a kind
        if written is not None:
            self.app.push_screen(LetterPage(self.journal, self.clock, written.records[0].id, self.label))

    @work(exclusive=True, group="writing")
    async def action_change(self) -> None:
        """Change the words of the one in hand."""
        if (letter := self._in_hand) is not None:
            await self.write(partial(LetterSheet, was=letter))

    @work(exclusive=True, group="writing")
    async def action_delete(self) -> None:
        """Delete the one in hand with its steps, once the key is pressed again."""
        from carecompanion.tui.deleting import delete

        if (letter := self._in_hand) is not None:
            await delete(self, letter)

    @property
    def _in_hand(self) -> Letter | None:
        return self.journal.book.letters.get(self.query_one(ItemList).key_in_hand or "")

    def _row(self, letter: Letter, width: int) -> Content:
        book = self.journal.book
        to, title = to_whom(letter), subject(letter.kind, book.settings)
        stands = standing(letter, book, self.clock())
        style = attention(stands) if letter.sent_at is None else muted(stands)
        named = muted(_("   to {to}").format(to=to) if to else "")
        if width >= ONE_LINE_FROM and say(title, named).cell_length + len(stands) + 3 <= width:
            return both_ends(width, [title, named], [style])
        return lines(both_ends(width, [title, named], []), both_ends(width, [style], []))

    def _beginnings(self) -> list[Item]:
        """What can be begun, while there is nothing yet."""
        settings = self.journal.book.settings
        ways = [Item(partial(_way, at_start(kind_words(kind, settings))), kind) for kind in KEYS]
        return [heading(_("Nothing here yet. You can")), blank(), *ways]


def _way(words: str, _width: int) -> Content:
    return say(accent("› "), words)
