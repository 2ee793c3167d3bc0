"""The parts of an entry shown whole: facts under headings, and what stands at its foot."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.course import Course
from carecompanion.domain.evidence import BY_ANSWER
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import long_day
from carecompanion.domain.outcomes import Mark, outcome
from carecompanion.domain.records import Point, Record
from carecompanion.domain.trait_words import TRAITS
from carecompanion.domain.vocabulary import Answer, TraitId
from carecompanion.language import _


@dataclass(frozen=True, slots=True, repr=False)
class Fact:
    """One thing that is so. `aside` stands at the right: the trait it counts towards, or a time."""

    text: str
    mark: Mark = "none"
    aside: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Section:
    """Facts under a heading; "" where the title says enough."""

    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Detail:
    """An entry whole. What the person typed is in its facts, and in the title of a contact, exactly as typed."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    foot: str
    course: Course | None = None
    """How the reply clock of a contact ran."""


KEPT_OUT = _("Kept out of anything you share")
KEPT_OUT_IN_PART = _("Kept out in part of anything you share")


def detail_of(
    record: Record, title: str, subtitle: str, sections: Iterable[Section], book: Book, now: datetime
) -> Detail:
    """The detail of a record that stands alone."""
    kept_out = KEPT_OUT if record.keep_out else ""
    whole = filled(*sections, left_out((record.id,), book, now), private((record,)))
    return Detail(title, subtitle, whole, foot(record, kept_out, book, now))


def filled(*sections: Section) -> tuple[Section, ...]:
    """Those sections that say something."""
    return tuple(section for section in sections if section.facts)


def typed(heading: str, *texts: str | None) -> Section:
    """What the person typed, whole, under a heading."""
    return Section(heading, tuple(Fact(text) for text in texts if text and text.strip()))


def asked_for(points: Iterable[Point], book: Book, now: datetime) -> Section:
    """The points raised by now, each with what came of it."""
    raised = (point for point in points if point.raised_at <= now)
    return Section(
        _("You asked for"), tuple(Fact(point.text, aside=outcome(point, book, now).text) for point in raised)
    )


def came_from_it(source_id: str, book: Book, now: datetime) -> Iterator[Section]:
    """What was asked for, promised or told the team at a visit or in a contact, each with what came of it."""
    today = book.day_of(now)
    yield asked_for(book.points_from(source_id), book, now)
    promises = (each for each in book.promises_from(source_id) if each.made_on <= today)
    yield Section(_("Promised"), tuple(Fact(each.text, aside=outcome(each, book, now).text) for each in promises))
    news = (each for each in book.updates_from(source_id) if each.told_on <= today)
    yield Section(
        _("For the team to know"), tuple(Fact(each.what, aside=outcome(each, book, now).text) for each in news)
    )


def left_out(record_ids: Iterable[str], book: Book, now: datetime) -> Section:
    """The traits an entry is left out of, each with the person's reason."""
    ids = set(record_ids)
    found = [each for each in book.left_out.values() if each.entry_id in ids and each.holds_at(now)]
    facts = (Fact(f"{_trait_name(each.trait, book)}: {each.reason}") for each in found)
    return Section(_("Left out of"), tuple(facts))


def _trait_name(trait: str, book: Book) -> str:
    own = book.own_traits.get(trait)
    return first_line(own.name) if own else next(words.name for name, words in TRAITS.items() if name == trait)


def private(records: Iterable[Record]) -> Section:
    """What is for the person alone."""
    return typed(_("For you only"), *(record.private for record in records))


def foot(record: Record, kept_out: str, book: Book, now: datetime) -> str:
    """When and by whom it was written, and whether it is kept out of anything shared; a line each."""
    when = f" {moment(record.written_at, book, now)}" if record.written_at else ""
    by = _(" by {written_by}").format(written_by=record.written_by) if record.written_by not in (None, "me") else ""
    written = _("Written{when}{by}").format(when=when, by=by) if when or by else ""
    return "\n".join(line for line in (written, kept_out) if line)


def moment(instant: datetime, book: Book, now: datetime) -> str:
    """As in "Wednesday 11 March, 16:32"."""
    local = book.local(instant)
    return f"{long_day(local.date(), book.day_of(now))}, {local:%H:%M}"


def by_answer(answer: Answer | None, words: Mapping[Answer, str], aside: str = "") -> Iterator[Fact]:
    """What an answer says, with its mark; nothing when there is none."""
    if answer:
        yield Fact(words[answer], BY_ANSWER[answer], aside)


def towards(trait: TraitId, counts: bool = True) -> str:
    """The trait a fact counts towards, by name; "" when it counts towards none."""
    return TRAITS[trait].name if counts else ""
