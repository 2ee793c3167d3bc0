"""How each field of a record stands in the JSON journal: its key, how it is read and how it is written."""

import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, date, datetime, time
from functools import cache, partial
from types import NoneType
from typing import Any, Literal, TypeVar, get_args, get_origin

from carecompanion.domain.records import Brought, Contact, OwnAnswer, Recipient, Reply, SharedCopy
from carecompanion.domain.settings import Settings
from carecompanion.domain.shapes import hints, members
from carecompanion.language import _
from carecompanion.sharing.frozen import NotADocument, thawed

Where = tuple[str | int, ...]
"""The way to a value inside an entry: keys, and places in a list counted from 1."""
Fault = tuple[Where, str]
D = TypeVar("D", date, datetime)

ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d{1,6})?)?(Z|[+-]\d\d:?\d\d(:?\d\d)?)?", re.ASCII)
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
WALL_TIME = re.compile(r"\d\d:\d\d(:\d\d(\.\d{1,6})?)?", re.ASCII)
HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")
NO_DUE_AT = "no_due_at"
"""Only in the file: a contact that had no due time although the agreements, as they stand, would give it one."""
ADDED_LATER = {"own"}
"""Fields that the first files did not have yet, and that may be missing though they always hold something."""
LARGEST = 100_000
FIRST_YEAR, LAST_YEAR = 1000, 8999


class Unfit(ValueError):  # noqa: N818  # what it is, as Unreadable is
    """A value that cannot be read. `faults`: each with the way to it from that value, and a sentence."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(" ".join(sentence for _between, sentence in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `name` in the record, `key` in the JSON journal; `left_out` is the value that is not written.

    `text` says whether its JSON form is a string.
    """

    name: str
    key: str
    required: bool
    left_out: object
    read: Callable[[object], object]
    write: Callable[[object], object]
    text: bool


@cache
def fields_of(kind: type) -> dict[str, Field]:
    """The fields of a kind of record by their keys, in the JSON journal's order: what every record carries last."""
    defaults = {field.name: field.default for field in fields(kind)}
    found = [_field(kind, name, hint, defaults[name]) for name, hint in hints(kind).items()]
    if kind is Contact:
        found.append(Field(NO_DUE_AT, NO_DUE_AT, False, False, _read_flag, _as_it_is, False))
    carried = ("written_at", "written_by", "keep_out", "private")
    found.sort(key=lambda field: field.name in carried)
    return {field.key: field for field in found}


def read_fields(kind: type, entry: object) -> tuple[dict[str, Any], list[Fault]]:
    """The values of one entry by the names of the record's fields, and what is wrong with the entry."""
    if not isinstance(entry, dict):
        return {}, [((), _("fields and their values, in { }, are needed here."))]
    known = fields_of(kind)
    values: dict[str, Any] = {}
    faults: list[Fault] = [((key,), _("this stands here more than once.")) for key in getattr(entry, "repeated", ())]
    for key, value in entry.items():
        field = known.get(key)
        if field is None:
            faults.append(((key,), _("this version of carecompanion does not know this field.")))
        elif value is not None:
            try:
                values[field.name] = field.read(value)
            except Unfit as unfit:
                faults += [((key, *where), sentence) for where, sentence in unfit.faults]
    faults += [((key,), _("this is missing.")) for key, field in known.items() if _is_missing(field, entry)]
    return values, faults


def write_fields(record: object) -> dict[str, object]:
    """One record, or the settings, as the JSON journal has it."""
    kind: type = type(record)
    written = {}
    for key, field in fields_of(kind).items():
        value = getattr(record, field.name, field.left_out)
        if field.required or value != field.left_out:
            written[key] = field.write(value)
    return written


def _is_missing(field: Field, entry: dict[str, object]) -> bool:
    return field.required and entry.get(field.key) is None


def _field(kind: type, name: str, hint: object, default: object) -> Field:
    (held,) = (part for part in members(hint) if part is not NoneType)
    optional = held is bool or held is not hint or name in ADDED_LATER or (kind is Settings and name != "nation")
    left_out = None if default is MISSING or (kind is Settings and default != ()) else default
    if name == "id" or name.endswith("_id"):
        return Field(name, _key(kind, name), not optional, left_out, _read_id, _as_it_is, True)
    text = held not in (int, bool) and get_origin(held) is not tuple
    read = _read_document if (kind, name) == (SharedCopy, "document") else _reader(held)
    return Field(name, _key(kind, name), not optional, left_out, read, _writer(held), text)


def _key(kind: type, name: str) -> str:
    """In a reply “by” says who replied, so there the writer of the entry keeps a key of its own."""
    if name == "written_by" and kind is not Reply:
        return "by"
    return name.removesuffix("_")


def _reader(held: object) -> Callable[[object], object]:
    if get_origin(held) is Literal:
        return partial(_read_word, get_args(held))
    if get_origin(held) is tuple:
        return partial(_read_list, _reader(get_args(held)[0]))
    return READERS[held]


def _writer(held: object) -> Callable[[object], object]:
    if get_origin(held) is tuple:
        return partial(_write_list, _writer(get_args(held)[0]))
    return WRITERS.get(held, _as_it_is)


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise Unfit(((), _("text in quotes is needed here.")))
    if HALF_A_CHARACTER.search(value):
        raise Unfit(((), _("this text holds half of a character, which nothing can show.")))
    return value


def _read_document(value: object) -> str:
    """What was shared, as JSON in a text: it has to be a document, or it could neither be shown nor shared again."""
    text = _read_text(value)
    try:
        thawed(text)
    except NotADocument as reason:
        raise Unfit(((), str(reason))) from None
    return text


def _read_id(value: object) -> str:
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise Unfit(((), _("an id is a UUID, as in 0195a3f2-5c1e-7b60-8a4d-3f9c2e1b7d05.")))
    return value.lower()


def _read_word(words: tuple[str, ...], value: object) -> str:
    if not isinstance(value, str) or value not in words:
        raise Unfit(((), _("one of these words is needed here: {listed}.").format(listed=", ".join(words))))
    return value


def _read_whole_number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Unfit(((), _("a whole number is needed here.")))
    if abs(value) > LARGEST:
        raise Unfit(((), _("a number here is at most {largest:,}.").format(largest=LARGEST)))
    return value


def _read_flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise Unfit(((), _("true or false is needed here.")))
    return value


def _read_instant(value: object) -> datetime:
    match = INSTANT.fullmatch(value) if isinstance(value, str) else None
    if not match or not isinstance(value, str):
        raise Unfit(((), _("an instant is needed here, as in 2026-03-09T09:12:00+00:00.")))
    if not match[3]:
        raise Unfit(((), _("an instant needs its offset, as in 2026-03-09T09:12:00+00:00.")))
    try:
        instant = datetime.fromisoformat(value)
    except ValueError:
        raise Unfit(((), _("there is no such day or time."))) from None
    return _within_years(instant).astimezone(UTC)


def _within_years(day: D) -> D:
    """Years far from the ends of the calendar, so that no due time or time zone can leave it."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Unfit(
            (
                (),
                _("the year lies between {first_year} and {last_year}.").format(
                    first_year=FIRST_YEAR, last_year=LAST_YEAR
                ),
            )
        )
    return day


def _read_day(value: object) -> date:
    if not isinstance(value, str) or not DAY.fullmatch(value):
        raise Unfit(((), _("a date is needed here, as in 2026-03-09.")))
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise Unfit(((), _("there is no such day."))) from None
    return _within_years(day)


def _read_wall_time(value: object) -> time:
    if not isinstance(value, str) or not WALL_TIME.fullmatch(value):
        raise Unfit(((), _("a time of day is needed here, as in 09:00.")))
    try:
        return time.fromisoformat(value)
    except ValueError:
        raise Unfit(((), _("there is no such time of day."))) from None


def _read_list(read: Callable[[object], object], value: object) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise Unfit(((), _("a list, in [ ], is needed here.")))
    values = []
    faults: list[Fault] = []
    for place, item in enumerate(value, 1):
        try:
            values.append(read(item))
        except Unfit as unfit:
            faults += [((place, *where), sentence) for where, sentence in unfit.faults]
    if faults:
        raise Unfit(*faults)
    return tuple(values)


def _read_part(kind: type, value: object) -> object:
    """A recipient or an answer: something with fields inside an entry."""
    values, faults = read_fields(kind, value)
    if faults:
        raise Unfit(*faults)
    return kind(**values)


def _as_it_is(value: object) -> object:
    return value


def _write_instant(value: datetime) -> str:
    return value.astimezone(UTC).isoformat()


def _write_wall_time(value: time) -> str:
    return value.isoformat() if value.second or value.microsecond else value.isoformat("minutes")


def _write_list(write: Callable[[object], object], values: tuple[object, ...]) -> list[object]:
    return [write(value) for value in values]


READERS: dict[object, Callable[[object], object]] = {
    str: _read_text,
    int: _read_whole_number,
    bool: _read_flag,
    date: _read_day,
    datetime: _read_instant,
    time: _read_wall_time,
    Recipient: partial(_read_part, Recipient),
    OwnAnswer: partial(_read_part, OwnAnswer),
    Brought: partial(_read_part, Brought),
}

WRITERS: dict[object, Callable[..., object]] = {
    date: date.isoformat,
    datetime: _write_instant,
    time: _write_wall_time,
    Recipient: write_fields,
    OwnAnswer: write_fields,
    Brought: write_fields,
}
