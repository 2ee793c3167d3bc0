"""What a column holds: every kind of field as text or a whole number, and the way back, read from the annotations."""

import json
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import is_dataclass
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache, partial
from types import NoneType
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

from carecompanion.domain.records import Record
from carecompanion.domain.shapes import choices, hints, members

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Codec(NamedTuple):
    """How one kind of value is written and read; None, for a field left out, is never handed to either."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def _as_it_is(value: T) -> T:
    return value


AS_IT_IS = Codec(_as_it_is, _as_it_is)
CODECS: dict[type, Codec] = {
    bool: Codec(int, bool),
    date: Codec(date.isoformat, lru_cache(maxsize=32_768)(date.fromisoformat)),
    datetime: Codec(lambda instant: instant.astimezone(UTC).isoformat(), datetime.fromisoformat),
    time: Codec(time.isoformat, time.fromisoformat),
}


@cache
def codecs(kind: type) -> dict[str, Codec]:
    """Each field's codec, by name, in the order of the fields."""
    return {name: _codec(hint) for name, hint in hints(kind).items()}


def written(thing: object) -> dict[str, Any]:
    """A record's, settings' or recipient's values as columns hold them."""
    kind: type = type(thing)
    values = ((name, codec, getattr(thing, name)) for name, codec in codecs(kind).items())
    return {name: None if value is None else codec.write(value) for name, codec, value in values}


def read(kind: type[T], values: dict[str, Any]) -> T:
    """The settings or recipient that `written` wrote."""
    named: type = kind
    kept = codecs(named)
    return kind(**{name: None if value is None else kept[name].read(value) for name, value in values.items()})


def read_records(kind: type[R], rows: Iterable[Sequence[Any]], once: dict[Any, Any]) -> dict[str, R]:
    """Rows of a record's columns, in the order of its fields, as records by id; equal texts become the one in `once`.

    Built column by column and past the record's own checks: the file's checksums vouch that each row is as it was when
    it was kept, and it was checked then. Words are looked at once a column, as an older file may hold one we no longer
    know. Raises ValueError for what cannot be read.
    """
    columns = list(zip(*rows, strict=True))
    if not columns:
        return {}
    records = [object.__new__(kind) for _ in columns[0]]
    named: type = kind
    known = dict(choices(named))
    for (name, codec), column in zip(codecs(named).items(), columns, strict=True):
        if name in known and not known[name].issuperset(column):
            raise ValueError("a word this journal does not know")
        if codec is AS_IT_IS:
            values = list(map(once.setdefault, column, column))
        else:
            values = [None if value is None else codec.read(value) for value in column]
        _exhaust(map(getattr(kind, name).__set__, records, values))
    return {record.id: record for record in records}


def _codec(hint: object) -> Codec:
    part = next(part for part in members(hint) if part is not NoneType)
    if get_origin(part) is tuple:
        return _list_codec(_codec(get_args(part)[0]))
    if isinstance(part, type) and is_dataclass(part):
        return Codec(written, partial(read, part))
    return CODECS.get(part, AS_IT_IS) if isinstance(part, type) else AS_IT_IS


def _list_codec(each: Codec) -> Codec:
    def write(values: tuple[Any, ...]) -> str:
        return json.dumps([each.write(value) for value in values], ensure_ascii=False, separators=(",", ":"))

    def read(text: str) -> tuple[Any, ...]:
        return tuple(each.read(value) for value in json.loads(text))

    return Codec(write, read)


_exhaust = deque[Any](maxlen=0).extend
