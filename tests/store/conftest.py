"""A folder for a journal, a small journal in it, and something to keep."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.records import Note
from carecompanion.domain.settings import Settings
from carecompanion.store import Journal

NOW = datetime(2026, 3, 9, 9, 12, tzinfo=UTC)
MARKER = "the words of one person"
NOTE = Note(id="00000000-0000-7000-8000-000000000004", at=NOW, text=MARKER)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a journal may be made; it does not exist yet."""
    return tmp_path / "journal"


@pytest.fixture
def journal(folder: Path) -> Iterator[Journal]:
    """A new journal without a passphrase, open."""
    made, _ = Journal.create(folder, None, Settings(), NOW)
    yield made
    made.close()


def reopened(journal: Journal, folder: Path) -> Book:
    journal.close()
    again = Journal.open(folder, None)
    again.close()
    return again.book
