"""How each trait is going, at a glance: its name, its scale, its word."""

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from carecompanion.domain import wording
from carecompanion.domain.traits import Assessment, TraitAssessment
from carecompanion.tui.parts.drawing import both_ends, cut, muted, say, scale
from carecompanion.tui.parts.items import Item
from carecompanion.tui.parts.reading import is_reading

NAME, LONGEST_NAME, LEVEL = 15, 22, 16
"""Cells for the name of a trait, at least and at most, and for its word."""


def glance(assessment: Assessment) -> Iterator[Item]:
    """A row for each trait."""
    longest = max((say(_name(trait)).cell_length for trait in assessment.traits), default=0)
    column = min(LONGEST_NAME, max(NAME, longest + 1))
    for trait in assessment.traits:
        yield Item(partial(_at_a_glance, trait, column), f"trait:{trait.id}")


def _name(trait: TraitAssessment) -> str:
    return wording.trait_words(trait).name


def _at_a_glance(trait: TraitAssessment, column: int, width: int) -> Content:
    short = cut(say(_name(trait)), column - 1)
    name = short.plain + " " * (column - short.cell_length)
    measurement = trait.headline
    word = measurement.word
    level = wording.level(word) if word else ""
    band = measurement.interval
    if band is None or is_reading() or word in ("nothing", "too_few"):
        return both_ends(width, [name, muted(level)], [])
    cells = max(8, min(18, width - column - LEVEL))
    return both_ends(width, [name, *scale(cells, measurement.tally.share, band), "  ", level], [])
