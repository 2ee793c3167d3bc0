"""A journal can be read without this program: by another library, and by a page of plain Python."""

import hashlib
import hmac
import sqlite3
from pathlib import Path

import apsw  # the build with ciphers, which names itself as the usual one does
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from carecompanion.store import files, keys
from carecompanion.store.journal import Journal
from tests.store.conftest import MARKER, NOTE

PAGE = 4096
IV = 16
HMAC = 64


@pytest.fixture
def closed(journal: Journal, folder: Path) -> Path:
    """The file of a journal with one note, closed."""
    journal.keep(NOTE)
    journal.close()
    return folder / files.JOURNAL


def deciphered(written: bytes, key: bytes) -> bytes:
    """The plain SQLite file in a SQLCipher 4 file, every page's checksum compared.

    Its design: www.zetetic.net/sqlcipher/design. The first 16 bytes are the salt, in place of SQLite's own heading.
    """
    salt = written[:16]
    mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    plain = b""
    for start in range(0, len(written), PAGE):
        page = written[start + (16 if start == 0 else 0) : start + PAGE]
        content, iv, mac = page[: -IV - HMAC], page[-IV - HMAC : -HMAC], page[-HMAC:]
        number = (start // PAGE + 1).to_bytes(4, "little")
        assert hmac.digest(mac_key, content + iv + number, "sha512") == mac
        decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        plain += b"SQLite format 3\0" * (start == 0) + decryptor.update(content) + decryptor.finalize()
        plain += bytes(IV + HMAC)
    return plain


def test_plain_python_with_the_key_reads_it(closed: Path, folder: Path) -> None:
    plain = deciphered(closed.read_bytes(), keys.unlock(folder, None).database_key())
    connection = sqlite3.connect(":memory:")
    connection.deserialize(plain)
    assert connection.execute("SELECT text FROM notes").fetchall() == [(MARKER,)]
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_another_library_with_the_key_reads_it(closed: Path, folder: Path) -> None:
    connection = apsw.Connection(str(closed))
    connection.pragma("cipher", "sqlcipher")
    connection.pragma("legacy", 4)
    connection.pragma("key", f"x'{keys.unlock(folder, None).database_key().hex()}'")
    assert list(connection.execute("SELECT text FROM notes")) == [(MARKER,)]
    connection.close()
