"""Traits: the five rows, each a sentence, a word, a scale and its months."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from carecompanion.domain.periods import Period, PeriodChoice, next_choice, period
from carecompanion.domain.traits import Assessment, Month, TraitAssessment, assess
from carecompanion.domain.wording import (
    FELT,
    PERIODS,
    level,
    measure_words,
    role_word,
    statement,
    sure,
    trait_words,
    trend,
)
from carecompanion.tui.evidence import Evidence
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.drawing import Piece, bold, both_ends, faint, lines, marks, muted, say, scale
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems, blank
from carecompanion.tui.place import Place
from carecompanion.tui.working_out import working_out_page

WIDE, MIDDLE = 96, 60
MONTHS_FROM = 76
FIRST_CHOICE: PeriodChoice = "3_months"


class Traits(Place):
    """The third place: how each trait is met, as far as what was written down tells."""

    PLACE = "traits"
    HINTS = (
        ("open", "see the entries", "entries"),
        ("period", "period", "period"),
        ("how", "how this is worked out", "how?"),
    )
    BINDINGS = [
        bind("period", "period"),
        bind("how", "how"),
    ]
    _choice: PeriodChoice = FIRST_CHOICE
    _assessment: Assessment

    def body(self) -> ComposeResult:
        """Whose, and when; then the five."""
        with Vertical(classes="body"):
            yield Static(id="whose", classes="lead")
            yield ItemList(id="five", classes="main")

    def draw(self) -> None:
        """Read the journal and show it."""
        book, now = self.journal.book, self.clock()
        chosen = period(self._choice, book, now) or Period(book.day_of(now), book.day_of(now))
        self._assessment = assess(book, chosen, now, headlines_only=True)
        self._draw_cards()
        if self.focused is None:
            self.query_one("#five").focus()

    def on_resize(self) -> None:
        """The cards have another form in another width."""
        if self.is_mounted:
            self.call_after_refresh(self._draw_cards)

    def action_period(self) -> None:
        """The next period."""
        self._choice = next_choice(self._choice, self.journal.book, self.clock())
        self.redraw()

    def action_how(self) -> None:
        """How the figure in hand is worked out."""
        in_hand = self._in_hand()
        if in_hand is not None:
            self.app.push_screen(working_out_page(in_hand, self.journal.book.settings))

    @on(ItemList.Opened)
    def open(self) -> None:
        """The entries behind the trait in hand."""
        in_hand = self._in_hand()
        if in_hand is not None:
            self.app.push_screen(Evidence(self.journal, self.clock, self.label, in_hand.id, self._choice))

    def _in_hand(self) -> TraitAssessment | None:
        key = self.query_one("#five", ItemList).key_in_hand
        return next((trait for trait in self._assessment.traits if trait.id == key), None)

    def _draw_cards(self) -> None:
        width = self.query_one("#five").size.width - 2
        columns = _columns(self._assessment.traits, width)
        space = [blank()] * (2 if self.app.size.height >= 31 and width > WIDE else 1)
        items: list[Item] = []
        for trait in self._assessment.traits:
            items += [*(space if items else ()), Item(partial(draw_card, trait, columns), trait.id)]
        if width > WIDE:
            items += [*space, Item(lambda _width: _legend())]
        self.query_one("#five", ItemList).show(ShortItems(items))
        self._draw_whose(columns, width)

    def _draw_whose(self, columns: "Columns", width: int) -> None:
        book = self.journal.book
        person = book.coordinator_on(self._assessment.period.last)
        who = f"{person.name}, {role_word(book.settings)}" if person else f"No {role_word(book.settings)} at the moment"
        left: list[Piece] = [who, muted(f"   {PERIODS[self._choice]}")]
        if width > WIDE:
            self.query_one("#whose", Static).update(_at(MONTHS_FROM, left, columns.names()))
        else:
            self.query_one("#whose", Static).update(both_ends(width, [who], [faint(PERIODS[self._choice])]))


@dataclass(frozen=True)
class Columns:
    """The latest months that fit, each with the width its marks need."""

    months: tuple[date, ...]
    widths: tuple[int, ...]
    initials: bool = False

    def names(self) -> list[Piece]:
        """The names of the months, each over its column."""
        return [faint(f"{month:%b}".ljust(width)) for month, width in zip(self.months, self.widths, strict=True)]

    def marks(self, months: Sequence[Month]) -> list[Piece]:
        """A trait's marks, month under month."""
        by_month = {month.first: month.verdicts for month in months}
        pieces: list[Piece] = []
        for month, width in zip(self.months, self.widths, strict=True):
            verdicts = by_month.get(month, ())
            if self.initials:
                pieces.append(faint(f"{month:%b}"[0] + " "))
            pieces += [*marks(verdicts), " " * (width - len(verdicts))]
        return pieces


def _columns(traits: Sequence[TraitAssessment], width: int) -> Columns:
    initials = width <= MIDDLE
    room = width - MONTHS_FROM if width > WIDE else 30 if width > MIDDLE else width
    gap = 2 if width > WIDE else 1
    least = 1 if initials else 3
    months = [month.first for month in traits[0].months]
    needed = [max(least, *(len(trait.months[at].verdicts) for trait in traits)) + gap for at in range(len(months))]
    first, used = len(months), 0
    while first and used + needed[first - 1] + (2 if initials else 0) <= room + gap:
        first -= 1
        used += needed[first] + (2 if initials else 0)
    return Columns(tuple(months[first:]), tuple(needed[first:]), initials)


def draw_card(trait: TraitAssessment, columns: Columns, width: int) -> Content:
    """One trait: name, sentence and word, scale with its band, how sure, lately, and the months."""
    words = trait_words(trait)
    measurement = trait.headline
    meaning = f"{words.meaning} · {FELT}" if words.felt else words.meaning
    said, word = _sentence(trait), _word(trait)
    lately = [faint(trend(measurement.trend))] if measurement.trend else []
    if width > WIDE:
        dash: list[Piece] = [muted(" – "), bold(word)] if word else []
        return lines(
            say(bold(words.name), muted(f"   {meaning}")),
            _at(MONTHS_FROM, [said, *dash], lately),
            _at(MONTHS_FROM, _scale(trait, 44, sureness=True), columns.marks(trait.months)),
        )
    first = both_ends(width, [bold(words.name)], [bold(word)])
    if width > MIDDLE:
        beside = columns.names() if trait.headline.counted else lately
        return lines(
            first,
            both_ends(width, [said if len(said) <= width - 22 else said.partition(", and ")[0]], beside),
            both_ends(width, _scale(trait, 30), columns.marks(trait.months)),
        )
    rows = [first, say(said), say(*_scale(trait, min(30, width - 14)))]
    return lines(*rows, say(*columns.marks(trait.months)))


def _sentence(trait: TraitAssessment) -> str:
    return statement(trait.headline)


def _word(trait: TraitAssessment) -> str:
    word = trait.headline.word
    return level(word) if word and word not in ("nothing", "too_few") else ""


def _scale(trait: TraitAssessment, cells: int, *, sureness: bool = False) -> list[Piece]:
    band = trait.headline.interval
    if band is None or not _word(trait):
        return [faint(_nothing_yet(trait))]
    how_sure = trait.headline.sureness
    end = faint(f" always   {sure(how_sure)}" if sureness and how_sure else " always")
    return [faint("never "), *scale(cells, trait.headline.tally.share, band), end]


def _nothing_yet(trait: TraitAssessment) -> str:
    many = measure_words(trait.headline).many
    return f"A word shows here once 5 {many} count."


def _at(column: int, left: Sequence[Piece], right: Sequence[Piece]) -> Content:
    start = say(*left)
    if start.cell_length >= column - 1:
        start = start.truncate(column - 2, ellipsis=True)
    return Content.assemble(start, " " * (column - start.cell_length), say(*right))


def _legend() -> Content:
    shapes: list[Piece] = [*marks(("met",)), faint(" yes   "), *marks(("partly",)), faint(" partly   ")]
    return say(*shapes, *marks(("missed",)), faint(" no      The heavy line is where the true answer probably lies."))
