"""Finding by words: capitals and accents make no difference, and the beginning of a word is enough."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from itertools import islice

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import REFERRING
from carecompanion.domain.kinds import NOTES, attempt_word, visit_word
from carecompanion.domain.links import links
from carecompanion.domain.records import Appointment, Attempt, Note, Record, Reply
from carecompanion.domain.shapes import hints, members
from carecompanion.domain.titles import KINDS
from carecompanion.language import _

MOST_WORDS, MOST_LETTERS = 20, 1_000
"""So much of what is typed is looked for: a page may be pasted where a word is meant."""
WORDS = re.compile(r"[^\W_]+|[^\w\s\x00-\x7f\u2000-\u206f]")
NO_WORDS = ("id", "written_by", "trait", "drawn_from", "document")


def written_words(record: Record, book: Book) -> str:
    """Every word somebody wrote in a record, with what it is and a mark for each person it names.

    What a contact is about is in each of its tries and replies.
    """
    return " ".join(
        (*words_in("\n".join(_texts(record, book))), *map(person_mark, sorted(links(record) & book.people.keys())))
    )


def person_mark(person_id: str) -> str:
    """The word that stands for a person wherever they are named, so that a new name changes one record's words."""
    return f"zq{blake2b(person_id.encode(errors='replace'), digest_size=5).hexdigest()}"


def alternatives(words: str, book: Book) -> tuple[tuple[str, bool, tuple[str, ...]], ...]:
    """Each word that is looked for, whether as the beginning of one, and the marks of the people whose names have it.

    Of what is typed without a blank only the last word may go on: "x-ra" is the word x and the beginning ra. Words
    after the twentieth are not looked for.
    """
    names = [(words_in(f"{person.name} {person.role}"), person_mark(key)) for key, person in book.people.items()]
    typed = words[:MOST_LETTERS].split()
    asked = {word: word is group[-1] for each in typed if (group := words_in(each)) for word in group}
    return tuple(
        (word, open_, tuple(mark for name, mark in names if any(each.startswith(word) for each in name)))
        for word, open_ in islice(asked.items(), MOST_WORDS)
    )


def words_in(text: str) -> list[str]:
    """The words of a text, folded; a sign such as £ or an emoji is a word of its own."""
    return WORDS.findall(folded(text))


def folded(text: str) -> str:
    """The text without capitals and accents, and with plain apostrophes."""
    if text.isascii():  # there is nothing to take apart, and most words are
        return text.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).replace("’", "'")


def _texts(record: Record, book: Book) -> Iterator[str]:
    yield _kind(record)
    kind: type = type(record)
    for name in text_fields(kind):
        yield getattr(record, name) or ""
    if isinstance(record, Attempt | Reply) and record.contact_id in book.contacts:
        yield book.contacts[record.contact_id].about


def _kind(record: Record) -> str:
    match record:
        case Attempt():
            return attempt_word(record)
        case Note():
            return NOTES[record.kind]
        case Appointment():
            return _("visit {visit_word}").format(visit_word=visit_word(record))
        case _:
            return KINDS.get(type(record), "")


@cache
def text_fields(kind: type) -> tuple[str, ...]:
    """The fields that hold words of somebody's own."""
    refers = REFERRING[kind]
    texts = (name for name, hint in hints(kind).items() if str in members(hint))
    return tuple(name for name in texts if name not in NO_WORDS and name not in refers)
