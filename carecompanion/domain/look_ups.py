"""Look-ups within a list of records: by what they belong to and in order of time, and both again after a change."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from carecompanion.domain.records import Record

R = TypeVar("R", bound=Record)

MOMENTS = {
    "attempts": "at",
    "replies": "at",
    "appointments": "planned_at",
    "notes": "at",
    "points": "raised_at",
    "promises": "made_on",
    "changes": "effective_on",
    "updates": "told_on",
    "absences": "from_on",
}
"""The lists that have an order of time, each with the field that gives it: an instant or, with "_on", a date."""


GROUPED = {
    "_attempts": ("attempts", ("contact_id",)),
    "_replies": ("replies", ("contact_id",)),
    "_points": ("points", ("appointment_id", "contact_id")),
    "_promises": ("promises", ("appointment_id", "contact_id")),
    "_updates": ("updates", ("appointment_id", "contact_id")),
}
"""The look-ups that group the records of a list, each with the fields that say what a record belongs to."""


def grouped(records: Sequence[R], fields: Iterable[str]) -> dict[str, tuple[R, ...]]:
    """Records by what each of these fields holds, but for None, in the order in which they come."""
    groups: defaultdict[str | None, list[R]] = defaultdict(list)
    for key in map(attrgetter, fields):
        for record in records:
            groups[key(record)].append(record)
    return {key: tuple(group) for key, group in groups.items() if key is not None}


def regrouped(
    before: Mapping[str, tuple[R, ...]], there: Mapping[str, R], changes: Mapping[str, R | None], look_up: str
) -> dict[str, tuple[R, ...]]:
    """The groups once records are put in, or taken out (None); only those they are in are made anew."""
    name, fields = GROUPED[look_up]
    known = [record for record in (*map(there.get, changes), *changes.values()) if record is not None]
    groups = dict(before)
    for key in {key for record in known for key in _keys(record, fields)} - {None}:
        stay = [record for record in groups.pop(key, ()) if record.id not in changes]
        come = [record for record in changes.values() if record is not None and key in _keys(record, fields)]
        if stay or come:
            groups[key] = tuple(in_time(stay + come, MOMENTS[name]))
    return groups


def in_time(records: Iterable[R], moment: str) -> list[R]:
    """Records by the moment that this field of theirs holds, earliest first; of one moment by id."""
    # two sorts by plain keys take half the time of one by pairs
    return sorted(sorted(records, key=attrgetter("id")), key=attrgetter(moment))


def in_time_again(before: Sequence[R], there: Mapping[str, R], changes: Mapping[str, R | None], moment: str) -> list[R]:
    """The same order once records are put in, or taken out (None)."""
    place = attrgetter(moment, "id")
    after = list(before)
    for key, record in changes.items():
        if (was := there.get(key)) is not None:
            del after[bisect_left(after, place(was), key=place)]
        if record is not None:
            insort(after, record, key=place)
    return after


def _keys(record: Record, fields: Iterable[str]) -> tuple[Any, ...]:
    return tuple(getattr(record, field) for field in fields)
