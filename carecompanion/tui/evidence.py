"""The entries behind one figure: those that count, and those left out, with why."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

from carecompanion.domain.evidence import Measurement
from carecompanion.domain.review_words import figure_words
from carecompanion.domain.wording import counted, response_words, trait_words
from carecompanion.language import _
from carecompanion.tui.behind import Behind, behind_measure, behind_response, rows
from carecompanion.tui.looking import Looking
from carecompanion.tui.parts.drawing import bold, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item
from carecompanion.tui.place import Clock
from carecompanion.tui.view import View

if TYPE_CHECKING:
    from carecompanion.store import Journal


class Evidence(Looking):
    """What is behind one figure, newest first; behind how soon replies came every wait, the longest first."""

    def __init__(self, journal: "Journal", clock: Clock, label: str, figure: tuple[str, str], view: View) -> None:
        """`figure` is the id of the trait, and that of a measure or anything else for how soon replies came."""
        super().__init__(journal, clock, label, figure[0], view)
        self._measure_id = self.shows = figure[1]

    def look_at(self) -> Sequence[Behind]:
        """What counts, and what is left out; or every wait."""
        book, now = self.journal.book, self.clock()
        if self.measure is not None:
            return behind_measure(self.measure, book)
        return behind_response(self.assessment.response_time, book, now)

    def lead(self) -> Content:
        """The figure in a sentence."""
        name, measure = bold(trait_words(self.trait).name), self.measure
        if measure is None:
            return say(name, "   ", response_words(self.assessment.response_time))
        if not self.behind:
            return say(name, "   ", figure_words(measure))
        behind = counted(measure, measure.tally.of)
        left_out = _(", and {count} left out").format(count=len(measure.excluded)) if measure.excluded else ""
        return say(
            name,
            muted(_("   the {behind} behind ").format(behind=behind)),
            f"“{figure_words(measure)}”",
            muted(left_out),
        )

    def items(self) -> Iterator[Item]:
        """A row for each."""
        if not self.behind:
            yield Item(lambda _width: say(muted(_("Nothing in this time."))))
        yield from rows(self.behind, self.journal.book, self.clock(), by_day=self.measure is not None)

    @property
    def measure(self) -> Measurement | None:
        """The measure; None for how soon replies came."""
        return next((each for each in self.trait.measurements if each.id == self._measure_id), None)

    @on(ItemList.Opened)
    def open(self) -> None:
        """The entry in hand, whole."""
        if (each := self.in_hand) is not None:
            self.open_entry(each.record)
