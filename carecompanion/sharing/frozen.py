"""A document kept exactly as it was: as JSON, written whole and read strictly."""

import json
from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import Any, get_type_hints

from carecompanion.language import _
from carecompanion.sharing.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Room, Table

KINDS: dict[str, type[Block]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "bullets": Bullets,
    "table": Table,
    "room": Room,
    "page_break": PageBreak,
}
NAMES = {kind: name for name, kind in KINDS.items()}
LANGUAGE = "en-GB"
LEVELS, LINES = range(2, 7), range(1, 101)
"""The levels a heading can have, and the lines of a room."""


class NotADocument(ValueError):  # noqa: N818  # what the text is not
    """A text that is no document; says which part of it cannot be read."""


def frozen(document: Document) -> str:
    """The document as JSON text: its title, and its blocks with all their fields."""
    held: dict[str, object] = {"title": document.title, "blocks": list(map(_written, document.blocks))}
    if document.language != LANGUAGE:
        held["language"] = document.language
    return json.dumps(held, ensure_ascii=False)


def thawed(text: str) -> Document:
    """The document that a text holds, the same as was written. Raises NotADocument."""
    try:
        held = json.loads(text, object_pairs_hook=_object)
        text.encode()
    except (ValueError, RecursionError):
        raise NotADocument(_("This is not a document: it cannot be read.")) from None
    if not isinstance(held, dict) or not {"title", "blocks"} <= set(held) <= {"title", "blocks", "language"}:
        raise NotADocument(_("This is not a document: a title and its blocks are needed."))
    title, language, blocks = held["title"], held.get("language", LANGUAGE), held["blocks"]
    if not (_is_text(title) and _is_text(language) and isinstance(blocks, list)):
        raise NotADocument(_("This is not a document: its title or its blocks are of another kind."))
    return Document(title, tuple(_read(block, place) for place, block in enumerate(blocks, 1)), language)


def _written(block: Block) -> dict[str, object]:
    return {"kind": NAMES[type(block)]} | {field.name: getattr(block, field.name) for field in fields(block)}


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError(_("a key stands twice"))
    return found


def _read(raw: object, place: int) -> Block:
    name = raw.pop("kind", None) if isinstance(raw, dict) else None
    if not isinstance(raw, dict) or not isinstance(name, str) or name not in KINDS:
        raise NotADocument(
            _("This is not a document: its block {place} is of no kind that this version knows.").format(place=place)
        )
    kind: type = KINDS[name]
    checks = {name: CHECKS[hint] for name, hint in get_type_hints(kind).items()}
    needed = {field.name for field in fields(kind) if field.default is MISSING}
    if not needed <= set(raw) <= set(checks) or not all(checks[name](value) for name, value in raw.items()):
        raise NotADocument(
            _("This is not a document: its block {place} does not hold what it should.").format(place=place)
        )
    block: Block = kind(**{name: _as_tuples(value) for name, value in raw.items()})
    if not _makes_sense(block):
        raise NotADocument(_("This is not a document: its block {place} cannot be drawn.").format(place=place))
    return block


def _as_tuples(value: object) -> object:
    return tuple(map(_as_tuples, value)) if isinstance(value, list) else value


def _makes_sense(block: Block) -> bool:
    match block:
        case Heading(_, level):
            return level in LEVELS
        case Table(heads, rows):
            return bool(heads) and all(len(row) == len(heads) for row in rows)
        case Room(_, lines):
            return lines in LINES
        case _:
            return True


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not any("\ud800" <= sign <= "\udfff" for sign in value)


def _are_all(check: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(map(check, value))


CHECKS: dict[object, Callable[[object], bool]] = {
    str: _is_text,
    int: lambda value: isinstance(value, int) and not isinstance(value, bool),
    bool: lambda value: isinstance(value, bool),
    tuple[str, ...]: _are_all(_is_text),
    tuple[tuple[str, ...], ...]: _are_all(_are_all(_is_text)),
}
"""Whether a JSON value is of the type that a field has."""
