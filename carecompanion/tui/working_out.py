"""How a figure is worked out, in plain words with the journal's own numbers."""

from collections.abc import Iterable

from textual.content import Content

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import Measurement
from carecompanion.domain.traits import Assessment
from carecompanion.domain.wording import WRITTEN_DOWN, measure_words
from carecompanion.domain.working_out import how, how_soon
from carecompanion.language import _
from carecompanion.tui.parts.drawing import bold, lines, marks, muted, say
from carecompanion.tui.parts.page import Page


def draw_working_out(measurement: Measurement | None, book: Book, assessment: Assessment) -> Content:
    """The rule, what was counted, how sure that makes it, and what the word means; None is how soon replies came."""
    told = how(measurement, book, assessment) if measurement else how_soon(book, assessment)
    counted = [say(told.counted)] if told.counted else []
    return lines(
        say(bold(_("How this is worked out"))),
        say(""),
        *_paragraphs(told.rule),
        *(_counts(measurement) if measurement else ()),
        *counted,
        *([say("")] if counted else []),
        *_paragraphs(told.follows),
        say(muted(WRITTEN_DOWN)),
    )


def working_out_page(measurement: Measurement | None, book: Book, assessment: Assessment) -> Page:
    """The same under the figure's name, on a page of its own."""
    name = measure_words(measurement).said if measurement else _("How soon replies came")
    words = lines(say(bold(name)), say(""), draw_working_out(measurement, book, assessment))
    return Page(lambda _width: words)


def _paragraphs(told: Iterable[str]) -> list[Content]:
    return [row for paragraph in told for row in (say(paragraph), say(""))]


def _counts(measurement: Measurement) -> list[Content]:
    tally = measurement.tally
    return [
        say(*marks(("met",)), _("  yes      {met}").format(met=tally.met)),
        say(*marks(("partly",)), _("  partly   {partly}").format(partly=tally.partly)),
        say(*marks(("missed",)), _("  no       {missed}").format(missed=tally.missed)),
        say(*marks(("open",)), muted(_("  left out {count}").format(count=len(measurement.excluded)))),
        say(""),
    ]
