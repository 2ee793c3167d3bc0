"""The index of everything that was written, inside the encrypted file: which records hold which words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.domain.book import Book
from carecompanion.domain.records import Contact, Record
from carecompanion.domain.search import alternatives, written_words
from carecompanion.store import cipher

MOST = 200
"""So many are looked at unless more is asked for; one letter may be in 100,000."""

FEW, DEARER = 100, 5
"""To take a row out so that nothing of it stays takes about five times as long as to put one in."""
PUT_WORDS = "INSERT INTO words (rowid, record_id, text) VALUES (?, ?, ?)"
PUT_NUMBER = "INSERT INTO findable (key, number) VALUES (?, ?)"
SECURE = "INSERT INTO words (words, rank) VALUES ('secure-delete', 1)"
LATEST = "SELECT record_id FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?"
BEST = "SELECT record_id FROM words WHERE words MATCH ? ORDER BY rank, rowid DESC"


@dataclass(frozen=True, slots=True)
class Found:
    """The ids of the records that hold the words, best match first, and whether there are more than were looked at."""

    ids: tuple[str, ...]
    more: bool = False


def find(connection: sqlcipher.Connection, words: str, book: Book, most: int) -> Found:
    """The records that hold each of these words, in any order, best match first; none for no words.

    When there are more than `most`, those that were written down last, the latest first.
    """
    asked = alternatives(words, book)
    if not asked:
        return Found(())
    match = " AND ".join(f"({' OR '.join((_quoted(word) + '*' * open_, *marks))})" for word, open_, marks in asked)
    latest = connection.execute(LATEST, (match, most + 1)).fetchall()
    more = len(latest) > most
    best = latest[:most] if more else connection.execute(BEST, (match,)).fetchall()
    return Found(tuple(record_id for (record_id,) in best), more)


def put(connection: sqlcipher.Connection, records: Iterable[Record], book: Book) -> None:
    """Index the words of records as they now are; of a contact, those of its tries and replies too."""
    fresh: list[Record] = []
    for record in _with_threads(records, book):
        number = _number(connection, record.id)
        if number is None:
            fresh.append(record)
        else:
            connection.execute("UPDATE words SET text = ? WHERE rowid = ?", (written_words(record, book), number))
    if fresh:
        first = (connection.execute("SELECT max(number) FROM findable").fetchone()[0] or 0) + 1
        rows = [(number, record.id, written_words(record, book)) for number, record in enumerate(fresh, first)]
        connection.executemany(PUT_WORDS, rows)
        connection.executemany(PUT_NUMBER, [(_key(key), number) for number, key, _words in rows])


def drop(connection: sqlcipher.Connection, records: Sequence[Record], book: Book) -> None:
    """Take the words of records out of the index; when a good part of `book` went with them, make it anew."""
    if len(records) > FEW and len(records) * DEARER > sum(1 for _ in book.everything()):
        _make_anew(connection, book)
        return
    for record in records:
        number = _number(connection, record.id)
        if number is not None:
            connection.execute("DELETE FROM words WHERE rowid = ?", (number,))
            connection.execute("DELETE FROM findable WHERE key = ?", (_key(record.id),))


def fill(connection: sqlcipher.Connection, book: Book) -> None:
    """Index a whole book in a file that has no index yet."""
    rows = [(number, record.id, written_words(record, book)) for number, record in enumerate(book.everything(), 1)]
    if rows:
        connection.executemany(PUT_WORDS, rows)
        connection.executemany(PUT_NUMBER, [(_key(key), number) for number, key, _words in rows])
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")


def fill_missing(connection: sqlcipher.Connection, book: Book) -> None:
    """Index the book of a file that comes from a version without an index."""
    if connection.execute("SELECT 1 FROM findable LIMIT 1").fetchone() is None and any(book.everything()):
        with cipher.transaction(connection):
            fill(connection, book)


def _make_anew(connection: sqlcipher.Connection, book: Book) -> None:
    ((made,),) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'words'").fetchall()
    for statement in ("DROP TABLE words", made, SECURE, "DELETE FROM findable"):
        connection.execute(statement)
    fill(connection, book)


def _with_threads(records: Iterable[Record], book: Book) -> Iterator[Record]:
    each = {record.id: record for record in records}
    for record in list(each.values()):
        if isinstance(record, Contact):
            each |= {other.id: other for other in (*book.attempts_of(record.id), *book.replies_to(record.id))}
    return iter(each.values())


def _number(connection: sqlcipher.Connection, record_id: str) -> int | None:
    row = connection.execute("SELECT number FROM findable WHERE key = ?", (_key(record_id),)).fetchone()
    return None if row is None else int(row[0])


def _key(record_id: str) -> int:
    """63 bits of the id's digest: two of a million records share one about once in 20 million journals."""
    return int.from_bytes(blake2b(record_id.encode(errors="replace"), digest_size=8).digest()) >> 1


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
