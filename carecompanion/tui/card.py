"""A trait as a card: name, sentence and word, scale with its band, how sure, lately, and the months."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from carecompanion.domain.days import SHORT_MONTHS
from carecompanion.domain.traits import Month, TraitAssessment
from carecompanion.domain.wording import FELT, at_start, band, counted, level, statement, sure, trait_words, trend
from carecompanion.language import _
from carecompanion.tui.parts.drawing import Piece, apart, bold, both_ends, cut, faint, lines, marks, muted, say, scale
from carecompanion.tui.parts.reading import is_reading

WIDE, MIDDLE = 96, 60
"""Cells from beyond which a card has its months at the side, and below its sentence."""

MONTHS_FROM = 76


@dataclass(frozen=True)
class Columns:
    """The latest months that fit, each with the width its marks need."""

    months: tuple[date, ...]
    widths: tuple[int, ...]
    initials: bool = False

    @property
    def cells(self) -> int:
        """How wide they are together."""
        return sum(self.widths)

    def names(self) -> list[Piece]:
        """The names of the months, each over its column."""
        return [
            faint(SHORT_MONTHS[month.month - 1].ljust(width))
            for month, width in zip(self.months, self.widths, strict=True)
        ]

    def marks(self, months: Sequence[Month]) -> list[Piece]:
        """A trait's marks, month under month."""
        by_month = {month.first: month.verdicts for month in months}
        pieces: list[Piece] = []
        for month, width in zip(self.months, self.widths, strict=True):
            verdicts = by_month.get(month, ())
            if self.initials:
                pieces.append(faint(SHORT_MONTHS[month.month - 1][0] + " "))
            pieces += [*marks(verdicts), " " * (width - len(verdicts))]
        return pieces


def columns_for(traits: Sequence[TraitAssessment], width: int) -> Columns:
    """The latest months that fit beside cards of so many cells, or below them."""
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


def draw_headline(trait: TraitAssessment, width: int) -> Content:
    """A card without the trait's name, where that stands already."""
    if is_reading():
        return lines(*_in_words(trait, ""))
    columns = columns_for((trait,), width)
    how_sure = trait.headline.sureness if _word(trait) else None
    first = apart(width, _sentence(trait), [bold(_word(trait))])
    if not trait.headline.counted:
        return lines(first, say(*_scale(trait, 30)))
    if width <= MIDDLE:
        return lines(first, say(*_scale(trait, min(30, width - 14))), say(*columns.marks(trait.months)))
    return lines(
        first,
        both_ends(width, [faint(sure(how_sure) if how_sure else "")], columns.names()),
        both_ends(width, _scale(trait, min(30, width - columns.cells - 15)), columns.marks(trait.months)),
    )


def draw_card(trait: TraitAssessment, columns: Columns, width: int) -> Content:
    """One trait: name, sentence and word, scale with its band, how sure, lately, and the months."""
    if is_reading():
        lately_so = trend(trait.headline.trend) if trait.headline.trend else ""
        return lines(say(bold(trait_words(trait).name)), *_in_words(trait, lately_so))
    words = trait_words(trait)
    measurement = trait.headline
    meaning = f"{words.meaning} · {FELT}" if words.felt else words.meaning
    said, word = _sentence(trait), _word(trait)
    lately = [faint(trend(measurement.trend))] if measurement.trend else []
    if width > WIDE:
        dash: list[Piece] = [muted(" – "), bold(word)] if word else []
        return lines(
            say(bold(words.name), muted(f"   {meaning}")),
            at_column(MONTHS_FROM, [said, *dash], lately),
            at_column(MONTHS_FROM, _scale(trait, 44, sureness=True), columns.marks(trait.months)),
        )
    first = both_ends(width, [bold(words.name)], [bold(word)])
    if width > MIDDLE:
        beside = columns.names() if trait.headline.counted else lately
        return lines(
            first,
            both_ends(width, [said if len(said) <= width - 22 else statement(trait.headline, partly=False)], beside),
            both_ends(width, _scale(trait, 30), columns.marks(trait.months)),
        )
    rows = [first, say(said), say(*_scale(trait, min(30, width - 14)))]
    return lines(*rows, say(*columns.marks(trait.months)))


def _in_words(trait: TraitAssessment, lately: str) -> Iterator[Content]:
    """A card for a listener: the word first, then the count, then where the true answer probably lies."""
    headline, word = trait.headline, _word(trait)
    yield say(bold(at_start(word)), ". " if word else "", _sentence(trait))
    if headline.interval is None or not word:
        yield say(muted(_nothing_yet(trait)))
        return
    how_sure = sure(headline.sureness) if headline.sureness else ""
    where = _("probably {band}").format(band=band(headline.interval))
    yield say(muted(at_start(", ".join(part for part in (where, how_sure, lately) if part))))


def _sentence(trait: TraitAssessment) -> str:
    return statement(trait.headline)


def _word(trait: TraitAssessment) -> str:
    word = trait.headline.word
    return level(word) if word and word not in ("nothing", "too_few") else ""


def _scale(trait: TraitAssessment, cells: int, *, sureness: bool = False) -> list[Piece]:
    interval = trait.headline.interval
    if interval is None or not _word(trait):
        return [faint(_nothing_yet(trait))]
    how_sure = trait.headline.sureness
    end = faint(_(" always   {sure}").format(sure=sure(how_sure)) if sureness and how_sure else _(" always"))
    return [faint(_("never ")), *scale(cells, trait.headline.tally.share, interval), end]


def _nothing_yet(trait: TraitAssessment) -> str:
    return _("A word shows here once {counted} count.").format(counted=counted(trait.headline, 5))


def at_column(column: int, left: Sequence[Piece], right: Sequence[Piece]) -> Content:
    """`left`, and from a column on `right`; the left gives way, with an ellipsis."""
    start = say(*left)
    if start.cell_length >= column - 1:
        start = cut(start, column - 2)
    return Content.assemble(start, " " * (column - start.cell_length), say(*right))


def legend() -> Content:
    """What the shapes and the heavy line stand for."""
    shapes: list[Piece] = [*marks(("met",)), faint(_(" yes   ")), *marks(("partly",)), faint(_(" partly   "))]
    return say(
        *shapes, *marks(("missed",)), faint(_(" no      The heavy line is where the true answer probably lies."))
    )
