"""Finding entries by words: capitals and accents make no difference, and the beginning of a word is enough."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.details import detail
from carecompanion.domain.timeline import Entry, line


def matching(found: Iterable[Entry], words: str, book: Book, now: datetime) -> list[Entry]:
    """Those entries in whose words every one of these words occurs, in any order; all of them for no words."""
    patterns = [_at_the_start_of_a_word(word) for word in folded(words).split()]
    return [entry for entry in found if _holds(entry, patterns, book, now)]


def folded(text: str) -> str:
    """The text without capitals and accents, and with plain apostrophes."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).replace("’", "'")


def _holds(entry: Entry, patterns: list[re.Pattern[str]], book: Book, now: datetime) -> bool:
    written = folded("\n".join(_words_of(entry, book, now)))
    return all(pattern.search(written) for pattern in patterns)


def _at_the_start_of_a_word(word: str) -> re.Pattern[str]:
    begins = r"(?<!\w)" if re.match(r"\w", word) else ""
    return re.compile(begins + re.escape(word))


def _words_of(entry: Entry, book: Book, now: datetime) -> Iterator[str]:
    """Everything an entry says, in its row and whole."""
    row, whole = line(entry, book, now), detail(entry.record, book, now)
    yield from (row.kind, row.title, row.outcome, whole.title, whole.subtitle)
    for section in whole.sections:
        yield from (fact.text for fact in section.facts)
