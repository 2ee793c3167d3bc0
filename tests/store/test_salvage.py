"""Salvage: what one damaged page leaves readable is read, and the damaged file is not touched."""

import os
import statistics
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import dangling
from carecompanion.domain.sample import sample_book
from carecompanion.store import cipher, files
from carecompanion.store.backup_errors import NothingToSalvage
from carecompanion.store.errors import JournalDamaged
from carecompanion.store.journal import Journal
from carecompanion.store.keys import Root
from carecompanion.store.salvage import BLOCK, _copy_what_can_be_read, salvage_journal
from tests.store.conftest import NOTE, NOW

SAMPLE_NOW = datetime(2026, 3, 12, 14, 20, tzinfo=UTC)
SAMPLE = sample_book(SAMPLE_NOW)


def filled(folder: Path, book: Book) -> Root:
    """A closed journal that holds a book, with something done, something deleted and a draft; its root."""
    journal, _ = Journal.create(folder, None, book.settings, NOW, records=tuple(book.everything()))
    journal.keep(NOTE, replace(NOTE, id="gone"))
    journal.keep(without=[replace(NOTE, id="gone")])
    journal.keep_draft("note", {"text": "half written"})
    root = journal._opened.root
    journal.close()
    return root


def flip(path: Path, page: int, at: int = 2000) -> None:
    """Flip one bit in a page of a file."""
    with path.open("r+b") as file:
        file.seek(page * BLOCK + at)
        (byte,) = file.read(1)
        file.seek(page * BLOCK + at)
        file.write(bytes([byte ^ 1]))


def pages_of(folder: Path, root: Root, name: str) -> list[int]:
    """The page, counted from 0, on which a table's tree begins."""
    connection = cipher.connect(folder / files.JOURNAL, root)
    found = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchall()
    connection.close()
    return [number - 1 for (number,) in found]


def refers_to_nothing(book: Book) -> Iterator[object]:
    for record in book.everything():
        yield from dangling(type(record), partial(getattr, record), lambda name, key: key in book.list(name))


def test_a_whole_file_gives_everything_again(folder: Path) -> None:
    root = filled(folder, SAMPLE)
    found = salvage_journal(folder, root, SAMPLE_NOW)
    assert found.book == SAMPLE.keeping(NOTE)
    found.put_in_place(NOW)
    again = Journal.open(folder, None)
    assert again.book == SAMPLE.keeping(NOTE)
    assert again.draft("note") == {"text": "half written"}
    assert [gone.first.id for gone in again.trash()] == ["gone"]
    assert again.undo() is not None
    assert again.book.notes["gone"].text == NOTE.text
    assert again.find("words person").ids
    again.close()


def test_notes_that_cannot_be_read_take_nothing_else_along(folder: Path) -> None:
    root = filled(folder, SAMPLE)
    (page,) = pages_of(folder, root, "notes")
    flip(folder / files.JOURNAL, page)
    damaged = (folder / files.JOURNAL).read_bytes()
    with pytest.raises(JournalDamaged):
        Journal.open(folder, None)
    found = salvage_journal(folder, root, SAMPLE_NOW)
    assert len(found.book.notes) < len(SAMPLE.notes)
    rest: dict[str, Any] = {"notes": {}, "review_points": {}}
    assert replace(found.book, **rest) == replace(SAMPLE, **rest)
    points = found.book.review_points
    assert {key: replace(point, brought=()) for key, point in points.items()} == {
        key: replace(point, brought=()) for key, point in SAMPLE.review_points.items()
    }
    assert (folder / files.JOURNAL).read_bytes() == damaged
    aside = found.put_in_place(NOW)
    assert aside is not None
    assert (aside / files.JOURNAL).read_bytes() == damaged
    Journal.open(folder, None).close()


@pytest.mark.parametrize("table", ["people", "contacts", "attempts", "appointments", "own_traits"])
def test_what_referred_to_something_lost_is_kept_without_it(folder: Path, table: str) -> None:
    root = filled(folder, SAMPLE)
    (page,) = pages_of(folder, root, table)
    flip(folder / files.JOURNAL, page)
    found = salvage_journal(folder, root, SAMPLE_NOW)
    assert not list(refers_to_nothing(found.book))
    words = {record.about for record in SAMPLE.contacts.values()} if table == "attempts" else set()
    texts = {note.text for note in found.book.notes.values()}
    kept = {contact.about for contact in found.book.contacts.values()}
    assert all(word in kept or any(word in text for text in texts) for word in words)
    for name in {"notes", "promises", "absences"} - {table}:
        assert found.book.list(name).keys() >= SAMPLE.list(name).keys()


def test_a_file_whose_beginning_is_damaged_gives_nothing_and_is_left(folder: Path) -> None:
    root = filled(folder, Book())
    flip(folder / files.JOURNAL, 0)
    damaged = (folder / files.JOURNAL).read_bytes()
    with pytest.raises(NothingToSalvage):
        salvage_journal(folder, root, NOW)
    assert (folder / files.JOURNAL).read_bytes() == damaged
    assert not (folder / "restoring").exists()


def test_a_file_that_was_cut_short_gives_what_is_left(folder: Path) -> None:
    root = filled(folder, SAMPLE)
    size = (folder / files.JOURNAL).stat().st_size
    os.truncate(folder / files.JOURNAL, size - 10 * BLOCK)
    found = salvage_journal(folder, root, SAMPLE_NOW)
    assert sum(1 for _ in found.book.everything()) > 100


def test_a_save_that_was_cut_off_is_undone_in_the_copy_and_not_in_the_file(folder: Path) -> None:
    root = filled(folder, SAMPLE)
    (folder / files.ROLLBACK).write_bytes(b"of no use")
    before = (folder / files.JOURNAL).read_bytes()
    salvage_journal(folder, root, SAMPLE_NOW).put_in_place(NOW)
    (aside,) = folder.glob("set-aside-*")
    assert (aside / files.JOURNAL).read_bytes() == before
    assert (aside / files.ROLLBACK).read_bytes() == b"of no use"


def test_a_disk_that_refuses_some_of_a_file_gives_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bad").write_bytes(bytes(range(1, 256)) * 100)
    real = Path.open

    class Refusing:
        def __init__(self, *arguments: object, **options: object) -> None:
            self.file = real(*arguments, **options)  # type: ignore[call-overload]

        def __enter__(self) -> "Refusing":
            return self

        def __exit__(self, *_error: object) -> None:
            self.file.close()

        def __getattr__(self, name: str) -> object:
            return getattr(self.file, name)

        def read(self, size: int) -> bytes:
            if self.file.tell() == 2 * BLOCK:
                raise OSError(5, "a bad place")
            return bytes(self.file.read(size))

    monkeypatch.setattr(Path, "open", lambda *given, **options: Refusing(*given, **options))
    _copy_what_can_be_read(tmp_path / "bad", tmp_path / "copy")
    monkeypatch.undo()
    bad, copy = (tmp_path / "bad").read_bytes(), (tmp_path / "copy").read_bytes()
    assert copy.rstrip(b"\0") == bad[: 2 * BLOCK] + bytes(BLOCK) + bad[3 * BLOCK :]


@pytest.mark.slow
def test_whichever_page_is_damaged_most_is_read_again(folder: Path) -> None:
    root = filled(folder, SAMPLE)
    whole = (folder / files.JOURNAL).read_bytes()
    expected = SAMPLE.keeping(NOTE)
    recovered = []
    for page in range(len(whole) // BLOCK):
        (folder / files.JOURNAL).write_bytes(whole)
        flip(folder / files.JOURNAL, page)
        try:
            book = salvage_journal(folder, root, SAMPLE_NOW).book
        except NothingToSalvage:
            recovered.append(0)
            continue
        assert not list(refers_to_nothing(book))
        recovered.append(sum(1 for record in book.everything() if expected.record(record.id) == record))
    records = sum(1 for _ in expected.everything())
    assert statistics.median(recovered) >= 0.95 * records
    assert sum(1 for number in recovered if number < records // 2) <= 5


@pytest.mark.slow
def test_in_a_large_journal_one_damaged_page_costs_a_page_of_rows(folder: Path) -> None:
    notes = [replace(NOTE, id=f"note {n:05}", at=NOW + timedelta(minutes=n), text="word " * 20) for n in range(2000)]
    journal, _ = Journal.create(folder, None, SAMPLE.settings, NOW, records=notes)
    root = journal._opened.root
    journal.close()
    whole = (folder / files.JOURNAL).read_bytes()
    recovered = []
    for page in range(0, len(whole) // BLOCK, 9):
        (folder / files.JOURNAL).write_bytes(whole)
        flip(folder / files.JOURNAL, page)
        try:
            recovered.append(len(salvage_journal(folder, root, NOW).book.notes))
        except NothingToSalvage:
            recovered.append(0)
    assert statistics.median(recovered) >= 1980
