"""The encrypted file: its settings, its guards, and what it answers to files that are no journal."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.store import cipher, files, schema
from carecompanion.store.errors import JournalDamaged, NotEncrypted, NotRead, OpenElsewhere, ReadOnly
from carecompanion.store.keys import Root

ROOT = Root(bytes(16))
MARKER = "the words of one person"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A whole file of 38 pages, with the tables in it and something written."""
    path = tmp_path_factory.mktemp("whole") / files.JOURNAL
    files.make_empty(path)
    connection = cipher.connect(path, ROOT, new=True)
    schema.lay_out(connection)
    values = [(str(number), MARKER * 20) for number in range(60)]
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO notes (id, at, text, kind, keep_out) VALUES (?, '', ?, 'note', 0)", values)
    connection.execute("COMMIT")
    connection.close()
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, whole: bytes) -> Path:
    """The same, to be spoiled."""
    path = tmp_path / files.JOURNAL
    path.write_bytes(whole)
    return path


def opened(path: Path, root: Root = ROOT) -> None:
    """Open, look through and close, as the journal does."""
    connection = cipher.connect(path, root)
    try:
        schema.bring_up_to_date(connection)
        cipher.check_whole(connection)
    finally:
        connection.close()


SETTINGS = {
    "cipher_memory_security": "1",
    "cipher_log_level": "NONE",
    "auto_vacuum": 1,
    "journal_mode": "delete",
    "synchronous": 3,
    "fullfsync": 1,
    "locking_mode": "exclusive",
    "secure_delete": 1,
    "temp_store": 2,
    "foreign_keys": 1,
}


@pytest.mark.parametrize(("pragma", "value"), SETTINGS.items())
def test_the_file_is_set_as_decided(path: Path, pragma: str, value: object) -> None:
    connection = cipher.connect(path, ROOT)
    assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)
    connection.close()


def test_opening_and_checking_changes_nothing_in_the_file(path: Path) -> None:
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    opened(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_another_key_does_not_open_it(path: Path) -> None:
    with pytest.raises(JournalDamaged):
        opened(path, Root(b"\x01" * 16))


def plain(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.close()


def cut(length: int) -> Callable[[Path], None]:
    return lambda path: os.truncate(path, length)


def flipped(place: int) -> Callable[[Path], None]:
    def flip(path: Path) -> None:
        written = bytearray(path.read_bytes())
        written[place] ^= 1
        path.write_bytes(written)

    return flip


SPOILED: dict[str, Callable[[Path], Any]] = {
    "no bytes": cut(0),
    "a few bytes": cut(100),
    "one page": cut(4096),
    "cut in a page": cut(4096 * 20 + 9),
    "pages lost": cut(4096 * 20),
    "a text": lambda path: path.write_text("Dear diary\n" * 1000),
    "plain SQLite": plain,
    "a bit of the salt": flipped(3),
    "a bit of the first page": flipped(2000),
    "a bit of a later page": flipped(4096 * 25 + 7),
    "a bit of the last checksum": flipped(-1),
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_a_file_that_is_damaged_or_no_journal_is_said_to_be(path: Path, spoil: Callable[[Path], Any]) -> None:
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(JournalDamaged):
        opened(path)
    assert path.read_bytes() == before


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NotRead):
        cipher.connect(tmp_path / "none", ROOT)
    assert not list(tmp_path.iterdir())


def test_a_link_to_a_journal_is_not_followed(path: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(path)
    with pytest.raises(JournalDamaged):
        cipher.connect(tmp_path / "link", ROOT)


@pytest.mark.parametrize("make", [Path.touch, lambda path: path.symlink_to(path.with_name("x"))], ids=["file", "link"])
def test_a_new_file_is_never_made_over_another(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "there")
    with pytest.raises(FileExistsError):
        files.make_empty(tmp_path / "there")
    assert not (tmp_path / "x").exists()


def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    files.make_empty(tmp_path / "new")
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600


def test_odd_characters_in_the_path_are_part_of_it(tmp_path: Path) -> None:
    path = tmp_path / "what? 100% #1 é&mode=ro"
    files.make_empty(path)
    cipher.connect(path, ROOT, new=True).close()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_library_that_does_not_encrypt_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Plain(sqlite3.Connection):
        def set_key(self, _key: str) -> None:
            """Taken without a word, as the pragma is."""

    files.make_empty(tmp_path / "j")
    monkeypatch.setattr(sqlcipher, "connect", lambda *args, **named: Plain(*args, **named))
    with pytest.raises(NotEncrypted):
        cipher.connect(tmp_path / "j", ROOT, new=True)
    assert (tmp_path / "j").read_bytes() == b""


def test_a_file_in_use_is_said_to_be_open_elsewhere(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cipher, "WAIT_SECONDS", 0)
    first = cipher.connect(path, ROOT)
    with pytest.raises(OpenElsewhere):
        cipher.connect(path, ROOT)
    first.close()


@pytest.mark.parametrize("refused", [lambda path: path, lambda path: path.parent], ids=["the file", "its folder"])
def test_what_cannot_be_written_to_is_found_out_at_once(
    path: Path, monkeypatch: pytest.MonkeyPatch, refused: Callable[[Path], Path]
) -> None:
    monkeypatch.setattr(os, "access", lambda place, _mode: place != refused(path))
    with pytest.raises(ReadOnly):
        cipher.connect(path, ROOT)


def _change_all(connection: sqlcipher.Connection, then: str) -> None:
    with cipher.transaction(connection):
        connection.execute("UPDATE notes SET text = 'other'")
        connection.execute(then)


def test_what_is_done_in_a_transaction_is_kept_whole_or_not_at_all(path: Path) -> None:
    connection = cipher.connect(path, ROOT)
    with pytest.raises(sqlcipher.Error):
        _change_all(connection, "SELECT nonsense")
    assert not connection.in_transaction
    assert connection.execute("SELECT count(*) FROM notes WHERE text = 'other'").fetchone() == (0,)
    _change_all(connection, "SELECT 1")
    assert not connection.in_transaction
    connection.close()
    again = cipher.connect(path, ROOT)
    assert again.execute("SELECT count(*) FROM notes WHERE text = 'other'").fetchone() > (0,)
    again.close()


def test_the_words_are_in_no_file_in_clear(path: Path) -> None:
    written = path.read_bytes()
    assert MARKER.encode() not in written
    assert MARKER.encode("utf-16-le") not in written
    assert not written.startswith(b"SQLite format 3")
