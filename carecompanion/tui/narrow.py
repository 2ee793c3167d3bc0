"""What the journal shows: kind, person, trait, period and what is open, together; and giving that a name."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding

from carecompanion.domain import how_many
from carecompanion.domain.book import Book
from carecompanion.domain.kinds import PERIODS
from carecompanion.domain.lines import first_line
from carecompanion.domain.narrowing import GROUP_NAMES, ONLY_WORDS, Narrowing, narrowed, narrowing
from carecompanion.domain.periods import period
from carecompanion.domain.sheets.people import likely_people
from carecompanion.domain.timeline import groups
from carecompanion.domain.trait_words import TRAITS
from carecompanion.language import _
from carecompanion.store import StoreError
from carecompanion.tui.field import Field
from carecompanion.tui.form import Form, Written
from carecompanion.tui.keymap import bind, shown
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.drawing import clipped
from carecompanion.tui.parts.line import Line

if TYPE_CHECKING:
    from carecompanion.tui.place import Place

LONGEST = 28
GROUP_KEYS = {"all": "a", "contact": "c", "visits": "v", "notes": "n", "asked_for": "s", "changes": "h"}
PERIOD_KEYS = dict(zip(PERIODS, "136yre", strict=True))
ONLY_KEYS = {"any": "e", "waiting": "w", "promised": "p", "good": "g", "unsaid": "u"}

Views = Mapping[str, Mapping[str, str]]


class NarrowSheet(Form):
    """The filters, all at once. Saves nothing but a name; `chosen` is what it was left with."""

    NAME = "narrow"
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", _("show these"), _("show")), "next_line")
    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's list of three forms
        bind("forget_view", "forget_view"),
    ]

    def __init__(self, book: Book, now: datetime, chosen: Narrowing, views: Views) -> None:
        super().__init__(book, now)
        self.chosen, self._views = chosen, dict(views)
        self._counts: dict[Narrowing, int] = {}
        self.name_it: str | None = None
        """The name to keep it by."""
        self.forgotten: list[str] = []
        """The names that are to be forgotten."""

    def heading(self) -> str:
        """What is being chosen."""
        return _("What to show")

    def lines(self) -> ComposeResult:
        """What has a name already, then one line for each filter, then a name."""
        if self._views:
            yield Field(_("By name"), Choice(_named(self._views), "", id="view"))
        yield Field(_("Kind"), Choice(_kinds(self.book, self.now), self.chosen.group, id="group"))
        people = likely_people(self.book, self.now, self.chosen.person or None)
        if people:
            options = [
                Option(str(digit), each.id, clipped(first_line(each.name), LONGEST))
                for digit, each in enumerate(people, 1)
            ]
            yield Field(_("Naming"), Choice([Option("a", "", _("anybody")), *options], self.chosen.person, id="naming"))
        yield Field(_("Trait"), Choice(_traits(self.book), self.chosen.trait, id="trait"))
        yield Field(_("When"), Choice(_periods(self.book, self.now), self.chosen.period, id="period"))
        only = [Option(ONLY_KEYS[name], name, words) for name, words in ONLY_WORDS.items()]
        yield Field(_("Only"), Choice(only, self.chosen.only, id="only"))
        yield Field(_("Name it"), Line(hint=_("to come back to it by name, if you like"), id="name_it"))

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """How many entries that shows."""
        chosen = self._so_far()
        if chosen not in self._counts:  # a letter of the name changes nothing
            self._counts[chosen] = len(narrowed(chosen, self.book, self.now))
        many = self._counts[chosen]
        return (_("Shows {entries}.").format(entries=how_many.entries(many)),)

    @property
    def has_words(self) -> bool:
        """A name alone is nothing to be lost."""
        return False

    def written(self) -> Written:
        """No record: what to show is asked of `chosen`."""
        self.chosen, self.name_it = self._so_far(), self.words("name_it")
        return Written(())

    @on(Choice.Changed, "#view")
    def take_view(self) -> None:
        """Choosing a name fills in what it stands for."""
        kept = self._views.get(self.value("view"))
        if kept is None:
            return
        for name, value in narrowing(kept, self.book).chosen().items():
            for control in self.query(f"#{'naming' if name == 'person' else name}").results(Choice):
                control.value = value

    def action_forget_view(self) -> None:
        """The name that is chosen is no longer kept; what it stands for stays chosen."""
        name = self.value("view") if self._views else ""
        if name and name not in self.forgotten:
            self.forgotten.append(name)
            self.field("view").remark(
                _("“{clipped}” is forgotten once this is left by enter.").format(
                    clipped=clipped(first_line(name), LONGEST)
                )
            )

    def _so_far(self) -> Narrowing:
        values = {name: self.value(name) for name in ("group", "trait", "period", "only")}
        person = self.value("naming") if self.query("#naming") else ""
        return narrowing(values | {"person": person}, self.book)


def _named(views: Views) -> list[Option]:
    named = [
        Option(str(digit), name, clipped(first_line(name), LONGEST)) for digit, name in enumerate(list(views)[:8], 1)
    ]
    return [Option("n", "", _("none of these")), *named]


def _kinds(book: Book, now: datetime) -> list[Option]:
    return [Option(GROUP_KEYS[group], group, GROUP_NAMES[group]) for group in groups(book, now)]


def _traits(book: Book) -> list[Option]:
    five = [Option(str(digit), name, words.name) for digit, (name, words) in enumerate(TRAITS.items(), 1)]
    own = [
        Option(str(digit), each.id, clipped(first_line(each.name), LONGEST))
        for digit, each in enumerate(list(book.own_traits.values())[:3], len(five) + 1)
    ]
    return [Option("a", "", _("any")), *five, *own]


def _periods(book: Book, now: datetime) -> list[Option]:
    there = [choice for choice in PERIODS if period(choice, book, now) is not None]
    return [Option(PERIOD_KEYS[choice], choice, PERIODS[choice]) for choice in there]


async def choose(place: "Place", chosen: Narrowing) -> Narrowing | None:
    """Ask what to show, and keep or forget a name; None when nothing was chosen."""
    sheet = NarrowSheet(place.journal.book, place.clock(), chosen, place.journal.views())
    if await place.app.push_screen_wait(sheet) is None:
        return None
    try:
        for name in sheet.forgotten:
            place.journal.drop_view(name)
        if sheet.name_it is not None:
            place.journal.keep_view(sheet.name_it, sheet.chosen.chosen())
            place.say_kept(_("Kept by that name. The key {key} has it.").format(key=shown("narrow")))
    except StoreError as error:
        place.say_kept(str(error))
    return sheet.chosen
