"""What a file would add to a journal: shown before anything is kept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from carecompanion.domain import how_many
from carecompanion.domain.book import Book
from carecompanion.domain.kinds import ATTEMPT_OUTCOMES, REPLIES, ROUTES, VISIT_STATUSES
from carecompanion.domain.moments import long_day
from carecompanion.domain.names import called, who
from carecompanion.domain.records import Appointment, Attempt, Contact, Record, Reply
from carecompanion.language import _
from carecompanion.sharing.columns_of import Kind
from carecompanion.sharing.quoting import shown

SHOWN = 10
"""Entries, and lines of others, that a preview shows whole."""
LONGEST = 100
"""Characters of an entry in a preview."""

READ_AS: Mapping[Kind, str] = {"contacts": _("Read as contacts"), "appointments": _("Read as appointments")}
HOW_MANY: Mapping[Kind, Callable[[int], str]] = {
    "contacts": how_many.contacts,
    "appointments": how_many.appointments,
}

Same = tuple[object, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """One thing in a file: where, the records it becomes, and what makes another the same (None: its id alone)."""

    place: str
    records: tuple[Record, ...]
    same: Same | None


@dataclass(frozen=True, slots=True, repr=False)
class Reading:
    """A file as it was understood. `how` says in which way; `passed` what was left aside on purpose."""

    kind: Kind
    how: tuple[str, ...]
    found: tuple[Found, ...]
    known: tuple[Found, ...]
    problems: tuple[str, ...]
    passed: tuple[str, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """Everything to keep, in one go."""
        return tuple(record for each in self.found for record in each.records)

    @property
    def counted(self) -> str:
        """As in "42 appointments"."""
        return HOW_MANY[self.kind](len(self.found))


def sift(found: Iterable[Found], book: Book) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """What is new, and what is in the journal already, or earlier in the same file."""
    there = {same_as(visit) for visit in book.appointments.values()}
    there |= {same_as(attempt) for attempt in book.attempts.values()}
    ids = {record.id for record in book.everything()}
    new, known = [], []
    for each in found:
        if any(record.id in ids for record in each.records) or (each.same is not None and each.same in there):
            known.append(each)
        else:
            new.append(each)
            ids |= {record.id for record in each.records}
            there |= {each.same} if each.same is not None else set()
    return tuple(new), tuple(known)


def same_as(record: Appointment | Attempt) -> Same:
    """What makes two entries the same: what they are, their instant, and whoever it was with."""
    if isinstance(record, Appointment):
        return "appointment", record.planned_at.astimezone(UTC), record.person_id or _plain(record.with_)
    return "attempt", record.at.astimezone(UTC), record.to_person_id or _plain(record.to), record.route


def preview(reading: Reading, book: Book, now: datetime) -> str:
    """The lines to look at before anything is kept: how it was read, what there is, and what stands in the way."""
    lines = [f"{READ_AS[reading.kind]}:", *_indented(reading.how, len(reading.how))]
    if reading.found:
        lines += [_("{counted} to keep:").format(counted=reading.counted)]
        lines += _indented([f"{each.place}: {_words(each, book, now)}" for each in reading.found], SHOWN)
    if reading.known:
        lines += [
            _("{many} in your journal already, or twice in the file; left out:").format(
                many=HOW_MANY[reading.kind](len(reading.known))
            )
        ]
        lines += _indented([f"{each.place}: {_words(each, book, now)}" for each in reading.known], SHOWN)
    if reading.passed:
        lines += [_("Left aside:"), *_indented(reading.passed, SHOWN)]
    if reading.problems:
        lines += [f"{how_many.problems(len(reading.problems))}:", *_indented(reading.problems, 10 * SHOWN)]
    return "\n".join(lines)


def _indented(lines: Sequence[str], most: int) -> list[str]:
    more = [_("  … and {count:,} more").format(count=len(lines) - most)] if len(lines) > most else []
    return [f"  {line}" for line in lines[:most]] + more


def _words(each: Found, book: Book, now: datetime) -> str:
    first, *others = each.records
    if isinstance(first, Appointment):
        return shown(_visit(first, book, now), LONGEST)
    said = [first.about] if isinstance(first, Contact) else []
    for other in others:
        if isinstance(other, Attempt):
            way = _("{routes} to {who}").format(routes=ROUTES[other.route], who=who(book, other.to_person_id, other.to))
            said = [_at(other.at, book, now), way, ATTEMPT_OUTCOMES[other.outcome], *said]
        elif isinstance(other, Reply):
            replied = f"{called(book, other.by_person_id, other.by)} {REPLIES[other.kind]}"
            said.append(f"{replied} {_at(other.at, book, now)}")
    return shown(" · ".join(said), LONGEST)


def _visit(visit: Appointment, book: Book, now: datetime) -> str:
    named = (
        _("with {who}").format(who=who(book, visit.person_id, visit.with_)) if visit.person_id or visit.with_ else ""
    )
    length = _("{planned_minutes} min").format(planned_minutes=visit.planned_minutes) if visit.planned_minutes else ""
    parts = (_at(visit.planned_at, book, now), named, length, visit.place, VISIT_STATUSES[visit.status], visit.note)
    return " · ".join(part for part in parts if part)


def _at(instant: datetime, book: Book, now: datetime) -> str:
    local = book.local(instant)
    return f"{long_day(local.date(), book.day_of(now))} {local:%H:%M}"


def _plain(name: str | None) -> str | None:
    return " ".join(name.split()).casefold() if name and name.strip() else None
