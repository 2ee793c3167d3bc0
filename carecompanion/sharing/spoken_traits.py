"""How each trait is met, in plain lines, for screen readers and pipes."""

from collections.abc import Iterator
from datetime import date

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import Measurement
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import long_day
from carecompanion.domain.periods import Period
from carecompanion.domain.search import folded
from carecompanion.domain.traits import Assessment, TraitAssessment
from carecompanion.domain.whose import WhoseTime, time_in_role, whose_words
from carecompanion.domain.wording import (
    FELT,
    TRAITS,
    WRITTEN_DOWN,
    at_start,
    level,
    statement,
    sure,
    trait_words,
    trend,
)
from carecompanion.language import _
from carecompanion.sharing.plain_lines import plain, stopped


def spoken_traits(assessment: Assessment, book: Book, whose: WhoseTime) -> tuple[str, ...]:
    """Each trait: its name and what it means, its figure in a sentence, its word, how sure, and lately."""
    today = book.day_of(assessment.as_of)
    traits = ((f"{named(trait)}: {meaning(trait)}", headline_words(trait.headline)) for trait in assessment.traits)
    return plain(((*whose_and_when(assessment.period, book, today, whose),), *traits, (WRITTEN_DOWN,)))


def traits_named(name: str, book: Book) -> tuple[str, ...]:
    """The ids of the traits that go by a name or an id, or else whose name or id begins so."""
    names: list[tuple[str, tuple[str, str]]] = [(trait, (trait, words.name)) for trait, words in TRAITS.items()]
    names += [(own.id, (own.id, first_line(own.name))) for own in book.own_traits.values()]
    wanted = _fold(name)
    if not wanted:
        return ()
    known = [(trait, [_fold(each) for each in called]) for trait, called in names]
    exactly = tuple(trait for trait, called in known if wanted in called)
    return exactly or tuple(trait for trait, called in known if any(each.startswith(wanted) for each in called))


def named(trait: TraitAssessment) -> str:
    """The name of a trait, and whether it is how things felt."""
    words = trait_words(trait)
    return f"{words.name} ({FELT})" if words.felt else words.name


def meaning(trait: TraitAssessment) -> str:
    """What a trait means; one of the person's own is its question."""
    return stopped(trait_words(trait).meaning)


def figure_words(measurement: Measurement) -> str:
    """A figure in a sentence, and its word: "You felt listened to 8 of 10 times. Usually." """
    word = measurement.word
    said = at_start(level(word)) if word and word not in ("nothing", "too_few") else ""
    return " ".join(stopped(part) for part in (statement(measurement), said) if part)


def headline_words(measurement: Measurement) -> str:
    """The same, and how sure it is, and how it has been lately."""
    parts = [figure_words(measurement)]
    if measurement.sureness and measurement.word not in ("nothing", "too_few"):
        parts.append(_("This is {sure}.").format(sure=sure(measurement.sureness)))
    if measurement.trend:
        lately = trend(measurement.trend)
        as_before = measurement.trend == "about_the_same"
        parts.append(_("{lately} lately.").format(lately=at_start(lately)) if as_before else f"{at_start(lately)}.")
    return " ".join(parts)


def whose_and_when(days: Period, book: Book, today: date, whose: WhoseTime) -> Iterator[str]:
    """Whose time counts and which days, and where none of these days is in that time, when it was."""
    yield stopped(whose_words(whose, book, today))
    yield _("From {first} to {last}.").format(first=long_day(days.first, today), last=long_day(days.last, today))
    held = time_in_role(whose, book, today)
    if held and not any(one.first <= days.last and days.first <= one.last for one in held):
        first, last = (long_day(day, today) for day in (held[-1].first, held[-1].last))
        yield _("None of these days were in their time, which was from {first} to {last}.").format(
            first=first, last=last
        )
        yield _("To choose other days, use --from and --to.")


def _fold(name: str) -> str:
    return " ".join(folded(name).split())
