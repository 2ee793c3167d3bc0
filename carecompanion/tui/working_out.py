"""How a figure is worked out, in plain words with the journal's own numbers."""

from textual.content import Content

from carecompanion.domain.settings import Settings
from carecompanion.domain.traits import TraitAssessment
from carecompanion.domain.wording import WRITTEN_DOWN, trait_words
from carecompanion.domain.working_out import how
from carecompanion.tui.parts.drawing import bold, lines, marks, muted, say
from carecompanion.tui.parts.page import Page


def draw_working_out(trait: TraitAssessment, settings: Settings) -> Content:
    """The rule, what was counted, how sure that makes it, and what the word means."""
    measurement = trait.headline
    tally = measurement.tally
    counts = (
        say(*marks(("met",)), f"  yes      {tally.met}"),
        say(*marks(("partly",)), f"  partly   {tally.partly}"),
        say(*marks(("missed",)), f"  no       {tally.missed}"),
        say(*marks(("open",)), muted(f"  left out {len(measurement.excluded)}")),
    )
    paragraphs = how(measurement, settings)
    rows = [say(bold("How this is worked out")), say("")]
    for paragraph in paragraphs[:2]:
        rows += [say(paragraph), say("")]
    rows += [*counts, say("")]
    for paragraph in paragraphs[2:]:
        rows += [say(paragraph), say("")]
    return lines(*rows, say(muted(WRITTEN_DOWN)))


def working_out_page(trait: TraitAssessment, settings: Settings) -> Page:
    """The same under the trait's name, on a page of its own."""
    words = lines(say(bold(trait_words(trait).name)), say(""), draw_working_out(trait, settings))
    return Page(lambda _width: words)
