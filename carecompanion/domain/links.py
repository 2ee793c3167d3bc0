"""What a record refers to: all of it, what it cannot be without, and the record without some of it."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from carecompanion.domain.contradictions import INSIDE, NEEDED, REFERRING
from carecompanion.domain.records import Record


def links(record: Record) -> set[str]:
    """The ids of everything a record refers to."""
    keys = {getattr(record, name) for name in REFERRING[type(record)]} - {None}
    for name, (part, _lists, _sentence) in INSIDE.items():
        keys |= {getattr(each, part) for each in getattr(record, name, ())}
    return keys


def needed_links(record: Record) -> Iterator[tuple[str, str]]:
    """The ids of the records that this one cannot be without, each after its field."""
    for name in NEEDED[type(record)]:
        yield name, getattr(record, name)


def unlinked(record: Record, gone: Collection[str]) -> Record:
    """The record without its links to these, as far as it can be without them; itself when it has none."""
    changed: dict[str, Any] = {name: None for name in REFERRING[type(record)] if getattr(record, name) in gone}
    for name, (part, _lists, _sentence) in INSIDE.items():
        parts = getattr(record, name, ())
        if any(getattr(each, part) in gone for each in parts):
            changed[name] = tuple(each for each in parts if getattr(each, part) not in gone)
    return replace(record, **changed) if changed else record
