"""A figure in a line or two: what is said to have been so, how often, its word and its scale."""

from textual.content import Content

from carecompanion.domain.evidence import Measurement
from carecompanion.domain.wording import at_start, band, counted, level, measure_words, times
from carecompanion.language import _
from carecompanion.tui.parts.drawing import Piece, apart, bold, both_ends, lines, muted, say, scale
from carecompanion.tui.parts.reading import is_reading

CELLS = 18
"""Cells of the scale beside a figure."""


def draw_figure(measurement: Measurement, width: int) -> Content:
    """One of a trait's other figures."""
    said, tally, word = measure_words(measurement).said, measurement.tally, measurement.word
    if measurement.checklist and tally.of:
        return apart(width, said, [bold(_("{met} of {of}").format(met=tally.met, of=tally.of))])
    if not tally.of:
        return apart(width, said, [muted(_("nothing recorded yet"))])
    if word is None or word == "too_few":
        return apart(
            width, said, [muted(_("too few to say, {counted}").format(counted=counted(measurement, tally.of)))]
        )
    if is_reading():
        where = _(", probably {band}").format(band=band(measurement.interval)) if measurement.interval else ""
        return lines(say(said, ", ", bold(level(word))), say(muted(f"{at_start(times(tally))}{where}")))
    beside: list[Piece] = []
    if measurement.interval is not None and width >= 44:
        beside = scale(CELLS, tally.share, measurement.interval)
    return lines(apart(width, said, [bold(level(word))]), both_ends(width, [muted(times(tally))], beside))
