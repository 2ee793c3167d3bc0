"""A trait whole: its headline, all its other figures, how soon replies came, and the entries behind the headline."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial

from textual import on
from textual.content import Content

from carecompanion.domain.agreed import reply_span
from carecompanion.domain.evidence import Measurement
from carecompanion.domain.traits import ResponseTime, usually_agreed
from carecompanion.domain.wording import (
    CHECKLIST,
    FELT,
    at_start,
    counted,
    lately_words,
    response_words,
    statement,
    trait_words,
)
from carecompanion.language import _
from carecompanion.tui.behind import WAITS, Behind, behind_measure, rows
from carecompanion.tui.card import draw_headline
from carecompanion.tui.evidence import Evidence
from carecompanion.tui.figure import draw_figure
from carecompanion.tui.keymap import shown
from carecompanion.tui.looking import ROOMY, Looking
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.drawing import bold, faint, mark, marks, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, blank, heading
from carecompanion.tui.parts.reading import is_reading
from carecompanion.tui.parts.strip import strip

RESPONSE = "response"
"""Stands in a row's key where a measure has its id."""
NO_ENTRIES = _("There are no entries in this time. {} looks at another.")


class TraitWhole(Looking):
    """One trait. Enter opens what is behind the figure in hand, or the entry in hand."""

    def look_at(self) -> Sequence[Behind]:
        """What is behind the headline."""
        return behind_measure(self.trait.headline, self.journal.book)

    def lead(self) -> Content:
        """Which trait, and what it means."""
        words = trait_words(self.trait)
        meaning = f"{words.meaning} · {FELT}" if words.felt else words.meaning
        return say(bold(words.name), muted(f"   {meaning}" if self.app.size.width >= ROOMY else ""))

    def items(self) -> Iterator[Item]:
        """The headline as a card, the other figures, how soon replies came, and the entries."""
        headline = self.trait.headline
        yield Item(partial(draw_headline, self.trait), f"measure:{headline.id}")
        if said := lately_words(headline):
            yield Item(lambda _width: say(muted(said)))
        for each in self.trait.measurements:
            if each is not headline:
                yield from self._figure(each)
        if self.trait.id == "accessible":
            yield from self._response()
        yield from self._entries()

    @property
    def measure(self) -> Measurement | None:
        """The figure in hand, the headline where an entry is; None for how soon replies came."""
        kind, _between, name = (self.key_in_hand or "").partition(":")
        if kind == "measure" and name == RESPONSE:
            return None
        figures = self.trait.measurements
        return next((each for each in figures if kind == "measure" and each.id == name), self.trait.headline)

    def first_keys(self) -> Sequence[Hint]:
        """An entry can be opened and left out, a figure opened."""
        return super().first_keys() or (("open", _("see the entries"), _("entries")),)

    @on(ItemList.Opened)
    def open(self, event: ItemList.Opened) -> None:
        """What is behind the figure in hand, or the entry in hand whole."""
        if (each := self.in_hand) is not None:
            self.open_entry(each.record)
        else:
            self.app.push_screen(self.deeper(event.key.partition(":")[2]))

    def deeper(self, shows: str) -> Evidence:
        """What is behind that figure."""
        return Evidence(self.journal, self.clock, self.label, (self.trait_id, shows), self.view)

    def _figure(self, measure: Measurement) -> Iterator[Item]:
        yield blank()
        yield Item(partial(draw_figure, measure), f"measure:{measure.id}")
        for item in measure.counted if measure.checklist else ():
            yield Item(partial(_checked, item.part or "", item.verdict == "met"))

    def _response(self) -> Iterator[Item]:
        response, now = self.assessment.response_time, self.clock()
        yield from (blank(), heading(_("How soon replies came")))
        yield Item(lambda _width: say(response_words(response)), f"measure:{RESPONSE}")
        if response.clocks and not is_reading():
            waits = [(clock.waited(now), WAITS[clock.state]) for clock in response.clocks]
            agreed, said = self._agreed(response)
            yield from (blank(), Item(lambda width: strip(width, waits, agreed, said)))
            yield Item(lambda _width: _legend())

    def _agreed(self, response: ResponseTime) -> tuple[timedelta | None, str]:
        """The reply time that most of the contacts had, and what was agreed on the day of one of them."""
        usual, book = usually_agreed(response), self.journal.book
        agreement = book.agreement_on(book.day_of(usual.started_at)) if usual and usual.started_at else None
        said = reply_span(agreement) if agreement else ""
        return (usual.agreed, said) if usual and said else (None, "")

    def _entries(self) -> Iterator[Item]:
        headline = self.trait.headline
        yield blank()
        if not self.behind:
            yield Item(lambda _width: say(muted(NO_ENTRIES.format(shown("period")))))
            return
        behind = counted(headline, headline.tally.of)
        out = _(", and {count} left out").format(count=len(headline.excluded)) if headline.excluded else ""
        yield Item(
            lambda _width: say(
                bold(_("The {behind} behind “{rstrip}”").format(behind=behind, rstrip=statement(headline).rstrip("."))),
                muted(out),
            )
        )
        yield blank()
        yield from rows(self.behind, self.journal.book, self.clock())


def _checked(item: str, met: bool, _width: int) -> Content:
    words = at_start(CHECKLIST[item])
    so = _(": not yet") if not met else _(": agreed") if is_reading() else ""
    return say("  ", mark("met" if met else "missed"), f"  {words}", muted(so))


def _legend() -> Content:
    met, missed, still = marks(("met", "missed", "open"))
    return say(met, faint(_(" answered   ")), missed, faint(_(" later than agreed   ")), still, faint(_(" no answer")))
