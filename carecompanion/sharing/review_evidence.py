"""The pages behind the first one of a review: each matter's entries, all that is open, and every figure."""

from collections.abc import Iterable, Iterator

from carecompanion.domain.evidence import Measurement
from carecompanion.domain.review import Review
from carecompanion.domain.review_items import Item
from carecompanion.domain.review_sides import Matter
from carecompanion.domain.traits import TraitAssessment
from carecompanion.domain.vocabulary import DatesAs, ReviewSide
from carecompanion.domain.whose import whose_words
from carecompanion.domain.wording import WRITTEN_DOWN, at_start, level, trait_words
from carecompanion.domain.working_out import rule
from carecompanion.language import _
from carecompanion.sharing.document import Block, Bullets, Heading, Paragraph, Table
from carecompanion.sharing.own_hand import (
    FELT,
    dated,
    felt,
    figure,
    how_it_came_out,
    recorded,
    what,
)
from carecompanion.sharing.plain_lines import stopped
from carecompanion.sharing.review_words import MOST_POINTS, point_words, short

ALL: dict[ReviewSide, str] = {
    "well": _("All that is going well"),
    "better": _("All that could be better"),
    "waiting": _("All I am still waiting for"),
    "ask": _("All questions"),
}
SHARED = _("Only what may be shared is counted here.")
IN_THE_PROGRAM_S_WORDS = _("In these explanations, “you” is me and “we” is the program.")


def evidence(review: Review, points: Iterable[Item], dates: DatesAs) -> Iterator[Block]:
    """Everything after the first page, of those points that go into the document."""
    chosen = [item for item in points if item.is_in]
    yield Heading(_("The evidence"))
    yield Paragraph(_("The days are those of my journal. {shared}").format(shared=SHARED), quiet=True)
    for item in chosen:
        if isinstance(item.source, Matter):
            so = _("The last times it was so:") if item.side == "well" else _("The last times it was not so:")
            yield from _examples(item.source, so, review, dates)
    for side, heading in ALL.items():
        listed = tuple(point_words(item, review, dates) for item in chosen if item.side == side)
        if len(listed) > MOST_POINTS or (listed and side in ("waiting", "ask")):
            yield Heading(heading)
            yield Bullets(listed, numbered=side == "ask")
    yield from _figures(review)


def _examples(matter: Matter, introduced: str, review: Review, dates: DatesAs) -> Iterator[Block]:
    measurement = matter.measurement
    yield Heading(short(figure(measurement)), 3)
    label = _(" This is {felt}.").format(felt=FELT) if felt(matter.trait.id) else ""
    yield Paragraph(f"{at_start(recorded(measurement.tally))}.{label} {introduced}")
    rows = (
        (
            at_start(dated(each.on, dates)),
            what(each, review.book, review.now),
            how_it_came_out(each, measurement, review.book, review.now),
        )
        for each in matter.examples
    )
    yield Table((_("When"), _("What"), _("How it came out")), tuple(rows))


def _figures(review: Review) -> Iterator[Block]:
    """Every figure that counts something, and how each is worked out."""
    found = [(trait, each) for trait in review.assessment.traits for each in trait.measurements if each.tally.of]
    yield Heading(_("Every figure"))
    today = review.book.day_of(review.now)
    yield Paragraph(f"{stopped(whose_words(review.whose, review.book, today))} {SHARED}", quiet=True)
    if not found:
        yield Paragraph(_("Nothing counts in these days yet."))
        return
    rows = (_row(trait, each) for trait, each in found)
    yield Table((_("What"), _("How often"), _("In a word")), tuple(rows))
    yield Heading(_("How each figure is worked out"), 3)
    yield Paragraph(IN_THE_PROGRAM_S_WORDS)
    settings = review.book.settings
    yield Bullets(tuple(f"{figure(each)}: {rule(each, settings)}" for _between, each in found))
    yield Paragraph(WRITTEN_DOWN)


def _row(trait: TraitAssessment, measurement: Measurement) -> tuple[str, str, str]:
    tally = measurement.tally
    label = f" ({FELT})" if felt(trait.id) else ""
    partly = _(", and {partly} partly").format(partly=tally.partly) if tally.partly else ""
    word = level(measurement.word) if measurement.word else ""
    said = f"{trait_words(trait).name}: {figure(measurement)}{label}"
    return said, _("{met} of {of}{partly}").format(met=tally.met, of=tally.of, partly=partly), at_start(word)
