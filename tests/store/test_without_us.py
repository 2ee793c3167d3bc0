"""A journal can be read without this program: by another library; test_way_out.py reads it by a page of Python."""

from pathlib import Path

import apsw  # the build with ciphers, which names itself as the usual one does
import pytest

from carecompanion.store import files, keys
from carecompanion.store.journal import Journal
from tests.store.conftest import MARKER, NOTE


@pytest.fixture
def closed(journal: Journal, folder: Path) -> Path:
    """The file of a journal with one note, closed."""
    journal.keep(NOTE)
    journal.close()
    return folder / files.JOURNAL


def test_another_library_with_the_key_reads_it(closed: Path, folder: Path) -> None:
    connection = apsw.Connection(str(closed))
    connection.pragma("cipher", "sqlcipher")
    connection.pragma("legacy", 4)
    connection.pragma("key", f"x'{keys.unlock(folder, None).database_key().hex()}'")
    assert list(connection.execute("SELECT text FROM notes")) == [(MARKER,)]
    connection.close()
