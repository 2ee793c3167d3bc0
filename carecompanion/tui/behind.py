"""The entries behind a figure: those that count and those left out with why, newest first, each a row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from textual.content import Content

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import Counted, Excluded, Measurement
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import day_words, long_day, short_date
from carecompanion.domain.outcomes import Mark
from carecompanion.domain.records import Agreement, Record
from carecompanion.domain.remaining import lasting
from carecompanion.domain.replies import ReplyState
from carecompanion.domain.timeline import Line, entry_for, line
from carecompanion.domain.traits import ResponseTime
from carecompanion.domain.wording import CHECKLIST, at_start, called, counted_as, why
from carecompanion.language import _
from carecompanion.tui.parts.drawing import Piece, both_ends, clipped, cut, faint, lines, mark, muted, say
from carecompanion.tui.parts.items import Item, heading
from carecompanion.tui.parts.reading import is_reading
from carecompanion.tui.reading_rows import entry_row, moment_words
from carecompanion.tui.timeline import TWO_LINES_BELOW

WAITS: dict[ReplyState, Mark] = {
    "answered_in_time": "met",
    "answered": "met",
    "answered_late": "missed",
    "overdue": "missed",
    "waiting": "open",
    "closed": "open",
}
"""How a wait is drawn, by the state of its clock: answered, later than agreed, or without an answer."""


NOT_COUNTED = _("not counted: ")
BESIDE = 30
"""Cells of a row that an outcome in the same line leaves to the rest."""
OPEN = "open"
"""The part by which the gap since the last visit counts while it is still open."""


@dataclass(frozen=True, slots=True, repr=False)
class Behind:
    """One entry behind a figure: the record, its day, how it came out (None: as its row in the journal), its mark.

    `found` is how it counts, or why it is left out.
    """

    record: Record
    on: date
    outcome: str | None
    mark: Mark
    found: Counted | Excluded | None = None


def behind_measure(measurement: Measurement, book: Book) -> list[Behind]:
    """What is behind a measure, newest first."""
    counted = measurement.counted
    rows = [Behind(each.record, each.on, _outcome(each, measurement, book), each.verdict, each) for each in counted]
    rows += [Behind(each.record, each.on, f"{NOT_COUNTED}{why(each)}", "open", each) for each in measurement.excluded]
    if measurement.checklist:
        return rows
    return sorted(rows, key=lambda row: (row.on, entry_for(row.record, book).at), reverse=True)


def behind_response(response: ResponseTime, book: Book, now: datetime) -> list[Behind]:
    """Every wait, the longest first."""
    waits = sorted(response.clocks, key=lambda clock: clock.waited(now), reverse=True)
    rows = []
    for clock in waits:
        still = "" if clock.answered_at else _(", you closed it") if clock.closed_at else _(" so far")
        day = book.day_of(clock.started_at or now)
        rows.append(Behind(clock.contact, day, f"{lasting(clock.waited(now))}{still}", WAITS[clock.state]))
    return rows


def rows(behind: Sequence[Behind], book: Book, now: datetime, *, by_day: bool = True) -> Iterator[Item]:
    """A row for each; under the names of their days, or with the day in each."""
    today = book.day_of(now)
    before: date | None = None
    for number, each in enumerate(behind):
        if by_day and each.on != before:
            day = long_day(each.on, today)
            gap = "" if before is None else "\n"
            yield Item(heading(f"{gap}{day}").draw, height=lambda _width, gap=gap: 1 + len(gap))  # type: ignore[misc]  # bound now
            before = each.on
        draw = partial(_draw, each, book, now, "" if by_day else short_date(each.on, today.year))
        yield Item(draw, f"entry:{each.record.id}:{number}", partial(_height, each))


def in_hand(key: str | None, behind: Sequence[Behind]) -> Behind | None:
    """The entry of a row."""
    kind, _between, rest = (key or "").partition(":")
    return behind[int(rest.rpartition(":")[2])] if kind == "entry" else None


def _outcome(each: Counted, measurement: Measurement, book: Book) -> str | None:
    """How an entry counted, where its row does not say it: by its part where it can count more than once."""
    if each.part is None:
        return counted_as(measurement, each.verdict)
    if measurement.checklist:
        return _("agreed") if each.verdict == "met" else _("not yet")
    return _("no visit since") if each.part == OPEN else called(book, each.part)


def _height(each: Behind, width: int) -> int:
    return (1 if _is_one_line(each, width) else 2) + bool(_reason(each))


def _is_one_line(each: Behind, width: int) -> bool:
    long = isinstance(each.found, Excluded)
    return width >= TWO_LINES_BELOW + 20 * long


def _reason(each: Behind) -> str:
    left_out = each.found.left_out if isinstance(each.found, Excluded) else None
    return first_line(left_out.reason) if left_out else ""


def _fitting(outcome: str, cells: int) -> str:
    return outcome if len(outcome) <= cells else clipped(outcome.removeprefix(NOT_COUNTED), cells)


def _said(each: Behind, book: Book, now: datetime) -> Line:
    """The entry's row of the journal; what was agreed has none there, and a gap that is still open began earlier."""
    part = each.found.part if each.found else None
    if isinstance(each.record, Agreement):
        return Line("", _("Agreement"), at_start(CHECKLIST[part or ""]), "", each.mark)
    entry = entry_for(each.record, book)
    said = line(entry, book, now)
    if part != OPEN:
        return said
    return replace(said, time="", title=f"{at_start(day_words(entry.day, book.day_of(now)))}, {said.title}")


def _draw(each: Behind, book: Book, now: datetime, day: str, width: int) -> Content:
    said = _said(each, book, now)
    style = "$st-attention" if each.mark == "missed" else "$st-faint" if each.mark == "open" else "$st-muted"
    one_line = _is_one_line(each, width)
    words = said.outcome if each.outcome is None else each.outcome
    if is_reading():
        at = moment_words(each.on, said.time, book.day_of(now))
        row = entry_row(replace(said, outcome=words), at, width, one_line=one_line)
        return lines(
            row,
            *(
                [cut(say(faint(_("Your reason: {reason}").format(reason=_reason(each)))), width)]
                if _reason(each)
                else []
            ),
        )
    outcome: list[Piece] = [(_fitting(words, width - BESIDE if one_line else width), style)]
    shape = mark(each.mark)
    time = f"{day:<11}  " if day else f"{said.time:<5}  "
    reason = [say(" " * 7, faint(_("Your reason: {reason}").format(reason=_reason(each))))] if _reason(each) else []
    if one_line:
        rows = [both_ends(width, [time, muted(f"{said.kind:<10} "), said.title], [*outcome, "  ", shape])]
    else:
        above, below = ("", time) if day else (time, " " * 7)
        rows = [both_ends(width, [above, said.title], [shape]), both_ends(width, [below, muted(said.kind)], outcome)]
    return lines(*rows, *(cut(row, width) for row in reason))
