"""What the kinds of things have in common that were asked for, promised, changed or the like."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, ClassVar, TypeVar

from carecompanion.domain.book import Book
from carecompanion.domain.records import Note, Point, Promise, Record
from carecompanion.domain.sheets.asks import Ask, ChoiceAsk, Option, Unclear
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import Sheet
from carecompanion.domain.sources import sources
from carecompanion.language import _

R = TypeVar("R", bound=Record)

NOT_AT_ONE = Option("n", "", _("on its own"))


class SomethingSheet(Sheet):
    """One kind of thing. Every kind has a line `text` for words, so that they can go along to any other.

    `source` is the visit or contact it came from, unless another is chosen; `brought` are words from elsewhere that
    have no line here, and become a note of their own.
    """

    LATER: ClassVar[str] = "text"
    """The line of what is said later."""

    def __init__(
        self, book: Book, now: datetime, *, was: Record | None = None, ways: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(book, now, was=was, ways=ways)
        self.source: str | None = None
        self.offered: str | None = None
        """A source that is to be among those to choose from, whatever happened since."""
        self.brought: tuple[str, ...] = ()

    @property
    def later(self) -> str:
        """The line at which a record that is there already is taken up."""
        return self.LATER

    def record(self) -> Record:
        """The record; raises Unclear, or ValueError with a sentence."""
        raise NotImplementedError

    def said(self) -> str:
        """One sentence on what is kept."""
        raise NotImplementedError

    def written(self) -> Written:
        """The record, a note of the words that have no line here, and what it means."""
        return Written((self.record(), *self.note_of()), self.said())

    def came_on(self, at: datetime) -> Mapping[str, str]:  # noqa: ARG002  # for those that need it
        """What its lines hold when it came from something of this instant."""
        return {}

    def its_day(self) -> Mapping[str, str]:
        """What came from a visit was said on the day of the visit, as long as no other day is typed."""
        visit = self.book.appointments.get(self.value("source"))
        return self.came_on(visit.planned_at) if self.was is None and visit is not None else {}

    def follow(self, name: str) -> None:
        """The day of a visit, once that is said to be where it came from."""
        for line, words in (self.its_day() if name == "source" else {}).items():
            if self.is_untouched(line):
                self.typed = {**self.typed, line: words}
                self.filled_in = {**self.filled_in, line: words}

    def note_of(self, *words: str | None) -> Iterator[Note]:
        """These words, and those that have no line here, as a note of their own; none is lost."""
        text = "\n".join(each for each in (*words, *self.brought) if each and each.strip())
        if text:
            yield self.beside(Note, at=self.now, text=text)

    def made(self, kind: type[R], /, **fields: Any) -> R:  # noqa: ANN401  # the record checks its own
        """The same, and what it came from."""
        return super().made(kind, **fields, **(self._came_from() if self.has("source") else {}))

    def source_ask(self, chosen: str | None) -> Iterator[Ask]:
        """Which visit or contact it came from, when there is one to choose."""
        first = chosen or self.source or ""
        kept = self.offered or first
        known = kept in self.book.appointments or kept in self.book.contacts
        offered = sources(self.book, self.now, kept if known else None)
        options = [Option(str(digit), key, words) for digit, (key, words) in enumerate(offered, 1)]
        if options:
            aloud = _("Which visit or contact did it come from?")
            options = [NOT_AT_ONE, *options]
            yield ChoiceAsk(name="source", label=_("From"), held=first, options=options, aloud=aloud)

    def came_of_it(self, options: Sequence[Option], was: Point | Promise | None) -> Iterator[Ask]:
        """What came of it, and on which day."""
        came, on, more = (was and was.outcome) or "", was.outcome_on if was else None, was is None
        yield ChoiceAsk(name="outcome_of_it", label=_("Came of it"), held=came, options=options, more=more)
        yield self.on("outcome_on", _("On"), on, hint=_("the day, if you like"), more=more, aloud=_("On which day?"))

    def outcome_on(self, began_on: date, before: str) -> date | None:
        """The day on which something came of it; None while nothing did. Raises Unclear, with `before` as why."""
        day = self.past_day("outcome_on") if self.value("outcome_of_it") else None
        if day is not None and day < began_on:
            raise Unclear("outcome_on", before)
        return day

    def _came_from(self) -> dict[str, str | None]:
        """The fields that say which visit or contact it came from."""
        key = self.value("source")
        visit = key if key in self.book.appointments else None
        return {"appointment_id": visit, "contact_id": key if key and not visit else None}
