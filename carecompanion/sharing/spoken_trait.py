"""One trait whole, in plain lines: all its measures, its months, how it is worked out, and the entries behind it."""

from collections.abc import Iterator
from datetime import datetime
from itertools import dropwhile
from typing import TypeVar

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import Counted, Excluded, Measurement
from carecompanion.domain.moments import long_day, month_words
from carecompanion.domain.tally import Verdict
from carecompanion.domain.timeline import entry_for, line
from carecompanion.domain.traits import Assessment, Month, TraitAssessment
from carecompanion.domain.whose import WhoseTime
from carecompanion.domain.wording import (
    CHECKLIST,
    WRITTEN_DOWN,
    at_start,
    counted,
    how,
    measure_words,
    response_words,
    statement,
    why,
)
from carecompanion.language import _
from carecompanion.sharing.plain_lines import VERDICTS, entry_words, plain, stopped, under
from carecompanion.sharing.spoken_traits import figure_words, headline_words, meaning, named, whose_and_when

Each = TypeVar("Each", Counted, Excluded)


def spoken_trait(assessment: Assessment, book: Book, whose: WhoseTime) -> tuple[str, ...]:
    """The one trait of an assessment, whole."""
    (trait,) = assessment.traits
    now = assessment.as_of
    headline = trait.headline
    replies = [response_words(assessment.response_time)] if trait.id == "accessible" else []
    return plain(
        (
            (f"{named(trait)}: {meaning(trait)}",),
            whose_and_when(assessment.period, book, book.day_of(now), whose),
            _measures(trait),
            under(_("How soon replies came"), replies),
            under(_("By month"), map(_month, dropwhile(lambda month: not month.verdicts, trait.months))),
            (_("How this is worked out"), *map(stopped, how(headline, book, assessment).paragraphs)),
            under(_("Counted: {many}").format(many=_many(headline, headline.counted)), _counted(headline, book, now)),
            under(
                _("Left out: {many}").format(many=_many(headline, headline.excluded)), _left_out(headline, book, now)
            ),
            (WRITTEN_DOWN,),
        )
    )


def _measures(trait: TraitAssessment) -> Iterator[str]:
    """Each measure in a line; the items of a checklist have a line each."""
    for measurement in trait.measurements:
        if measurement is trait.headline:
            yield f"{_subject(measurement)}{headline_words(measurement)}"
        else:
            yield f"{_subject(measurement)}{figure_words(measurement)}"
        if measurement.checklist:
            yield from (_item(item) for item in measurement.counted)


def _subject(measurement: Measurement) -> str:
    """What a measure is about, where its sentence does not say so."""
    said = measure_words(measurement).said
    return "" if statement(measurement).startswith(said) else f"{said}: "


def _item(item: Counted) -> str:
    return f"{at_start(CHECKLIST[item.part or ''])}: {VERDICTS[item.verdict]}."


def _month(month: Month) -> str:
    """As in "January 2026: 3 yes, 1 partly, 1 no." """
    name = month_words(month.first)
    told: dict[Verdict, int] = {verdict: month.verdicts.count(verdict) for verdict in VERDICTS}
    counts = ", ".join(f"{number} {VERDICTS[verdict]}" for verdict, number in told.items() if number)
    return f"{name}: {counts}." if counts else _("{name}: nothing counted.").format(name=name)


def _many(headline: Measurement, found: tuple[Counted, ...] | tuple[Excluded, ...]) -> str:
    return _("{counted}, the newest first").format(counted=counted(headline, len(found)))


def _counted(headline: Measurement, book: Book, now: datetime) -> Iterator[str]:
    for each in _newest_first(headline.counted, book):
        yield f"{at_start(VERDICTS[each.verdict])}. {_entry(each, book, now)}"


def _left_out(headline: Measurement, book: Book, now: datetime) -> Iterator[str]:
    for each in _newest_first(headline.excluded, book):
        reason = each.left_out.reason.strip() if each.left_out else ""
        because = _(" Your reason: {stopped}").format(stopped=stopped(reason)) if reason else ""
        yield f"{at_start(why(each))}.{because} {_entry(each, book, now)}"


def _newest_first(found: tuple[Each, ...], book: Book) -> list[Each]:
    return sorted(found, key=lambda each: (each.on, entry_for(each.record, book).at), reverse=True)


def _entry(each: Counted | Excluded, book: Book, now: datetime) -> str:
    """What the entry is and how it came out, and its day and time last."""
    said = line(entry_for(each.record, book), book, now)
    when = ", ".join(part for part in (long_day(each.on, book.day_of(now)), said.time) if part)
    return entry_words(said, when)
