"""Narrowing: which entries of the journal are shown, one filter on top of the other, each named in a word or two."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Literal

from carecompanion.domain.book import Book
from carecompanion.domain.kinds import PERIODS
from carecompanion.domain.lines import first_line
from carecompanion.domain.links import links
from carecompanion.domain.names import called
from carecompanion.domain.order import Entry
from carecompanion.domain.periods import PeriodChoice, period
from carecompanion.domain.records import Appointment, Attempt, Note, Promise, Record, Reply
from carecompanion.domain.timeline import GROUPS, Group, entries
from carecompanion.domain.trait_words import TRAITS
from carecompanion.domain.traits import assess
from carecompanion.domain.unanswered import unanswered
from carecompanion.language import _

Only = Literal["any", "waiting", "promised", "good", "unsaid"]

GROUP_NAMES: dict[Group, str] = {
    "all": _("All"),
    "contact": _("Contact"),
    "visits": _("Visits"),
    "notes": _("Notes"),
    "asked_for": _("Asked for"),
    "changes": _("Changes"),
}
ONLY_WORDS: dict[Only, str] = {
    "any": _("everything"),
    "waiting": _("waiting for a reply"),
    "promised": _("promised, still open"),
    "good": _("good things"),
    "unsaid": _("what was left unsaid"),
}


@dataclass(frozen=True, slots=True, repr=False)
class Narrowing:
    """What is chosen; everything as it stands here. `person` is a person's id, `trait` a trait's, "" for any."""

    group: Group = "all"
    period: PeriodChoice = "everything"
    person: str = ""
    trait: str = ""
    only: Only = "any"

    @property
    def is_more_than_usual(self) -> bool:
        """Whether more is chosen than what the journal's own two keys choose."""
        return bool(self.person or self.trait or self.only != "any")

    def one_less(self) -> "Narrowing | None":
        """With the last filter cleared; None when there is none."""
        for name in ("only", "period", "trait", "person", "group"):
            if getattr(self, name) != getattr(EVERYTHING, name):
                return replace(self, **{name: getattr(EVERYTHING, name)})
        return None

    def words(self, book: Book) -> tuple[str, ...]:
        """Each filter in words: "Contact", "Dana Whitfield", "Accessible", "last 6 months", "waiting for a reply"."""
        return tuple(self._words(book))

    def chosen(self) -> dict[str, str]:
        """Its fields as text, as a view that has a name is kept."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def _words(self, book: Book) -> Iterator[str]:
        if self.group != "all":
            yield GROUP_NAMES[self.group]
        if self.person:
            yield first_line(called(book, self.person))
        if self.trait:
            yield trait_name(self.trait, book)
        if self.period != "everything":
            yield PERIODS[self.period]
        if self.only != "any":
            yield ONLY_WORDS[self.only]


EVERYTHING = Narrowing()


def narrowing(chosen: Mapping[str, str], book: Book) -> Narrowing:
    """What a view that has a name stands for; without what this journal no longer has."""
    group: Group = next((name for name in GROUPS if name == chosen.get("group")), "all")
    choice: PeriodChoice = next((name for name in PERIODS if name == chosen.get("period")), "everything")
    person, trait = chosen.get("person", ""), chosen.get("trait", "")
    only: Only = next((name for name in ONLY_WORDS if name == chosen.get("only")), "any")
    known = trait in TRAITS or trait in book.own_traits
    return Narrowing(group, choice, person if person in book.people else "", trait if known else "", only)


def narrowed(chosen: Narrowing, book: Book, now: datetime) -> list[Entry]:
    """The entries that all the filters let through, newest first."""
    days = None if chosen.period == "everything" else period(chosen.period, book, now)
    found = entries(book, now, chosen.group, days)
    for passes in _filters(chosen, book, now):
        found = [entry for entry in found if passes(entry.record)]
    return found


def trait_name(trait: str, book: Book) -> str:
    """A trait's name, one of the five or one of the person's own."""
    own = book.own_traits.get(trait)
    return first_line(own.name) if own else next((words.name for name, words in TRAITS.items() if name == trait), "")


def _filters(chosen: Narrowing, book: Book, now: datetime) -> Iterator[Callable[[Record], bool]]:
    if chosen.person:
        yield lambda record: chosen.person in links(record)
    if chosen.trait:
        counting = _counting(chosen.trait, book, now)
        yield (
            lambda record: (
                record.id in counting or (isinstance(record, Attempt | Reply) and record.contact_id in counting)
            )
        )
    if chosen.only == "waiting":
        waits = {each.contact.id for each in unanswered(book, now)}
        yield lambda record: isinstance(record, Attempt | Reply) and record.contact_id in waits
    if chosen.only == "promised":
        yield lambda record: isinstance(record, Promise) and record.outcome is None
    if chosen.only == "good":
        yield lambda record: isinstance(record, Note) and record.kind == "good"
    if chosen.only == "unsaid":
        yield lambda record: isinstance(record, Appointment) and bool((record.did_not_say or "").strip())


def _counting(trait: str, book: Book, now: datetime) -> Collection[str]:
    """The ids of what counts towards a trait, at any time and in anybody's."""
    always = period("everything", book, now)
    traits = assess(book, always, now, trait=trait).traits if always else ()
    return {each.record.id for one in traits for measure in one.measurements for each in measure.counted}
