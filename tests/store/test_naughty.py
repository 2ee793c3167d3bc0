"""Every naughty string in every field that holds words: kept, read, found, undone, sent out and read in, exactly."""

from collections.abc import Iterator
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime, time
from pathlib import Path
from types import NoneType
from typing import Any, get_args
from uuid import UUID

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import REFERRING
from carecompanion.domain.records import LISTS, Record
from carecompanion.domain.settings import Settings
from carecompanion.domain.shapes import hints, members
from carecompanion.sharing.document import Document, Paragraph
from carecompanion.sharing.frozen import frozen
from carecompanion.sharing.interchange import read_journal, write_journal
from carecompanion.store import Journal
from tests.naughty import NAUGHTY
from tests.store.conftest import NOW, reopened

NO_WORDS = ("id", "trait", "drawn_from", "document")
PLAIN: dict[type, Any] = {datetime: NOW, date: date(2026, 3, 9), time: time(9), int: 1, bool: False}


def record_of(kind: type[Record], text: str, number: int, ids: dict[str, str]) -> Record:
    """A record of a kind with the string in every field for words, referring to what `ids` names."""
    shapes: type = kind
    values: dict[str, Any] = {}
    for name, hint in hints(shapes).items():
        part = next(part for part in members(hint) if part is not NoneType)
        if name in REFERRING[kind]:
            values[name] = ids[name] if hint is str else None
        elif name == "document":
            values[name] = frozen(Document(text, (Paragraph(text),)))
        elif part is str and name not in NO_WORDS:
            values[name] = text
        elif name in {each.name for each in fields(shapes) if each.default is MISSING is each.default_factory}:
            values[name] = get_args(part)[0] if get_args(part) else PLAIN.get(part, "accessible")  # type: ignore[call-overload]  # a type
    return kind(**values | {"id": _id(number)})


def _id(number: int) -> str:
    return str(UUID(int=number))


def naughty_book() -> Book:
    """Every string in every kind of record."""
    number, records = 1, []
    for place, text in enumerate(NAUGHTY):
        ids: dict[str, str] = {}
        for kind in LISTS.values():
            if kind in (LISTS["coordinations"], LISTS["agreements"]) and place:
                continue  # they hold few words, and only one may begin on a day
            if _list(kind) == "own_traits" and not text.strip():
                continue  # a trait needs a name
            record = record_of(kind, text, number, ids)
            named = {"people": "person_id", "contacts": "contact_id", "reviews": "review_id", "letters": "letter_id"}
            ids |= {named[_list(kind)]: record.id} if _list(kind) in named else {}
            ids |= {"entry_id": record.id} if _list(kind) == "appointments" else {}
            records.append(record)
            number += 1
    return Book().keeping(*records)


def _list(kind: type[Record]) -> str:
    return next(name for name, each in LISTS.items() if each is kind)


@pytest.fixture(scope="module")
def book() -> Book:
    return naughty_book()


@pytest.fixture
def filled(folder: Path, book: Book) -> Iterator[Journal]:
    """A journal with all of them in it from the start."""
    made, _ = Journal.create(folder, None, Settings(), NOW, records=tuple(book.everything()))
    yield made
    made.close()


def test_each_is_kept_and_read_exactly(filled: Journal, folder: Path, book: Book) -> None:
    assert list(reopened(filled, folder).everything()) == list(book.everything())


def test_each_is_kept_comes_back_from_the_history_and_out_of_the_trash(journal: Journal, book: Book) -> None:
    notes = set(book.notes.values())
    journal.keep(*notes)
    journal.undo()
    (gone,) = journal.trash()
    assert set(gone.records) == notes
    journal.redo()
    assert set(journal.book.everything()) == notes


def test_looking_for_each_finds_it_or_nothing_and_never_fails(filled: Journal, book: Book) -> None:
    notes = {note.text: note.id for note in book.notes.values()}
    for text in NAUGHTY:
        found = filled.find(text)
        assert not found.ids or found.more or notes[text] in found.ids, repr(text)[:40]


def test_each_survives_the_json_journal(book: Book) -> None:
    sent = write_journal(book, datetime(2026, 3, 12, tzinfo=UTC))
    assert list(read_journal(sent).everything()) == list(book.everything())
