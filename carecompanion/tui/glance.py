"""How each trait is going, at a glance: its name, its scale, its word."""

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from carecompanion.domain import wording
from carecompanion.domain.traits import Assessment, TraitAssessment
from carecompanion.tui.parts.drawing import both_ends, muted, scale
from carecompanion.tui.parts.items import Item
from carecompanion.tui.parts.reading import is_reading


def glance(assessment: Assessment) -> Iterator[Item]:
    """A row for each trait."""
    for trait in assessment.traits:
        yield Item(partial(_at_a_glance, trait), f"trait:{trait.id}")


def _at_a_glance(trait: TraitAssessment, width: int) -> Content:
    name = wording.trait_words(trait).name
    measurement = trait.headline
    word = measurement.word
    level = wording.level(word) if word else ""
    band = measurement.interval
    if band is None or is_reading() or word in ("nothing", "too_few"):
        return both_ends(width, [f"{name:<15}", muted(level)], [])
    cells = max(8, min(18, width - 15 - 16))
    return both_ends(width, [f"{name:<15}", *scale(cells, measurement.tally.share, band), "  ", level], [])
