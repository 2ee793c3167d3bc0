"""What the key s writes down: six kinds of things, each on a sheet of its own, with what has come of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from carecompanion.domain.book import Book
from carecompanion.domain.records import Record
from carecompanion.domain.sheets.something import SomethingSheet
from carecompanion.domain.wording import role_word
from carecompanion.language import _
from carecompanion.tui.elsewhere import by_keys
from carecompanion.tui.field import Field
from carecompanion.tui.form import Written
from carecompanion.tui.leads_on import Leads, LeadsOn
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.line import Line

NOT_ON_ALL = ("note", "new_one_else")
"""The lines for words that only some of the kinds have."""


@dataclass(repr=False)
class Turn:
    """From one sheet to the next: which kind of thing it is, what goes along, and what it came from.

    `carried` is what was typed and chosen, by the line's id. `by_letter`: the kind is settled, and the words come next.
    """

    kind: str | None
    carried: dict[str, str] = field(default_factory=dict)
    source: str | None = None
    by_letter: bool = False


class Kinds(Leads):
    """The kinds of things. Another one has another sheet, which takes the keys from here on."""

    def __init__(self, book: Book, kind: str, turn: Turn) -> None:
        super().__init__(_kinds(book), kind, id="kind_of_thing")
        self._turn = turn

    def pick(self, option: Option) -> None:
        """A letter settles the kind."""
        self._turn.by_letter = True
        super().pick(option)

    def go_along(self, step: int) -> None:
        """Along the kinds."""
        self._turn.by_letter = False
        super().go_along(step)


class Something(LeadsOn):
    """One kind of thing: new, its first line leading to the other kinds; or what it `was`, to say more of it.

    `NAME` is the kind. Every kind has a line `text` for words, so that they can go along to any other.
    """

    SHEET: ClassVar[type[SomethingSheet]]
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", _("save")), "next_line", "more")

    def __init__(
        self,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
        *,
        was: Record | None = None,
        turn: Turn | None = None,
    ) -> None:
        super().__init__(book, now, draft, trouble, was=was)
        self.turn = turn
        self._untouched: dict[str, str] = {}
        self.something = self.SHEET(book, now, was=was, ways=by_keys())
        self.something.source = turn.source if turn else None
        self.something.offered = self._draft.get("source")
        self.sheet = self.something

    @property
    def first(self) -> str:
        """The line a new one begins with."""
        return "text"

    @property
    def more_of_it(self) -> str:
        """The line at which a record that is there already is taken up."""
        return self.something.later

    def lines(self) -> ComposeResult:
        """Which kind; its lines; what is for the person alone."""
        if self.turn is not None:
            yield Field(_("This is"), Kinds(self.book, self.NAME, self.turn))
        yield from super().lines()

    def written(self) -> Written:
        """The records, and a note of the words that came along and have no line here."""
        self.something.brought = tuple(self._beside.get(name, "") for name in NOT_ON_ALL)
        return super().written()

    def start(self) -> None:
        """At the kind, at the words once a letter has chosen it, or at what may have come of it."""
        if self.was is None:
            self.take_its_day()
        if self.turn is not None and not self.turn.by_letter:
            control: Widget = self.query_one(Kinds)
        else:
            control = self.query_one(f"#{self.first if self.was is None else self.more_of_it}")
            if self.field(control.id or "").has_class("-more"):
                self.show_more()
        self.call_after_refresh(self._begin_at, control)

    def begin(self) -> None:
        """Keys wait until its first line is in hand."""

    def fill(self, values: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        self._untouched = self.values()
        super().fill(values)

    @property
    def has_words(self) -> bool:
        """What came along and has no line here would be lost too."""
        return super().has_words or any(self._beside.get(name, "").strip() for name in NOT_ON_ALL)

    def half_written(self) -> dict[str, str] | None:
        """What has no line here is kept with the rest."""
        held = super().half_written()
        return None if held is None else self._beside | held

    @on(Choice.Changed, "#kind_of_thing")
    def turn_to_another(self) -> None:
        """Another kind has another sheet; the words go along."""
        if self.turn is None or self.turn.kind is not None or self.value("kind_of_thing") == self.NAME:
            return
        self.turn.kind = self.value("kind_of_thing")
        self.turn.carried = self._beside | self._touched()
        self.left = None
        self.dismiss(None)

    @on(Choice.Changed, "#source")
    def take_its_day(self) -> None:
        """What came from a visit was said on the day of the visit, as long as no other day is typed."""
        self.something.typed = self.values()
        for name, words in self.something.its_day().items():
            self.put(name, words)

    def put(self, name: str, words: str) -> None:
        """What stands in a line until something else is typed there."""
        line = self.query_one(f"#{name}", Line)
        if line.value == self._untouched[name]:
            line.value = self._untouched[name] = self._as_opened[name] = words

    def _begin_at(self, control: Widget) -> None:
        """The line is in sight and in hand."""
        self.set_focus(control)
        self.call_after_refresh(control.scroll_visible, animate=False)
        self.has_begun = True

    @property
    def _beside(self) -> dict[str, str]:
        """What came along and has no line here."""
        return {name: text for name, text in self._draft.items() if not self.query(f"#{name}")}

    def _touched(self) -> dict[str, str]:
        """What was typed and chosen here."""
        return {
            name: text
            for name, text in self.values().items()
            if text != self._untouched[name] and name != "kind_of_thing"
        }


def _kinds(book: Book) -> list[Option]:
    return [
        Option("a", "asked", _("Asked for")),
        Option("p", "promise", _("Promise")),
        Option("c", "change", _("Change")),
        Option("n", "update", _("News for the team")),
        Option("w", "absence", _("Somebody away")),
        Option("h", "handover", _("New {role_word}").format(role_word=role_word(book.settings))),
    ]
