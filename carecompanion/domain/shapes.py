"""What the fields of a record may hold, read once from its annotations."""

import types
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Literal, Union, get_args, get_origin, get_type_hints


@cache
def hints(kind: type) -> dict[str, object]:
    """Each field's annotation, by name, in the order of the fields."""
    named = get_type_hints(kind)
    return {field.name: named[field.name] for field in fields(kind)}


def members(hint: object) -> tuple[object, ...]:
    """The parts of a union; the hint itself when it is none."""
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)


@cache
def choices(kind: type) -> tuple[tuple[str, frozenset[object]], ...]:
    """The fields that hold one of a few words, each with those words, None among them where it may be left out."""
    found = []
    for name, hint in hints(kind).items():
        parts = members(hint)
        words = [word for part in parts if get_origin(part) is Literal for word in get_args(part)]
        if words:
            found.append((name, frozenset(words) | ({None} if types.NoneType in parts else frozenset())))
    return tuple(found)


@cache
def instants(kind: type) -> tuple[str, ...]:
    """The names of the fields that hold an instant."""
    return tuple(name for name, hint in hints(kind).items() if datetime in members(hint))
