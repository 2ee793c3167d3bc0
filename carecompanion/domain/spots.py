"""Spots in what was written where certain letters stand, each with the letters beside it."""

import re
from collections.abc import Iterator
from dataclasses import fields

from carecompanion.domain.book import Book


def places_of(letters: str, book: Book, beside: int) -> frozenset[str]:
    """Where a person wrote one of these, with so many letters on either side, line breaks as blanks."""
    near = f".{{0,{beside}}}"
    place = re.compile(f"{near}[{re.escape(letters)}](?:.{{0,{2 * beside}}}?[{re.escape(letters)}])*{near}")
    written = (" ".join(text.split()) for text in _texts(book))
    return frozenset(found[0] for text in written if not text.isascii() for found in place.finditer(text))


def _texts(book: Book) -> Iterator[str]:
    yield book.settings.role_word
    for record in book.everything():
        values = (getattr(record, field.name) for field in fields(record))
        yield from (value for value in values if isinstance(value, str))
