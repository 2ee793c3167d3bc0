"""Names in what is shared: as written, as roles, or as initials."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from carecompanion.domain.book import Book
from carecompanion.domain.lines import first_line
from carecompanion.domain.names import DETERMINERS, PLACES, TITLES, role_word
from carecompanion.domain.records import (
    Agreement,
    Appointment,
    Attempt,
    CareReview,
    Change,
    Contact,
    Letter,
    Note,
    OwnTrait,
    Person,
    Point,
    Promise,
    Record,
    Reply,
    ReviewPoint,
    Update,
)
from carecompanion.domain.vocabulary import NamesAs
from carecompanion.language import _

SOMEONE = _("a team member")
NAMING: dict[type[Record], str] = {Attempt: "to", Reply: "by", Appointment: "with_"}
"""The field that names somebody who is not among the people."""
TEXTS: dict[type[Record], tuple[str, ...]] = {
    Agreement: ("cover", "urgent_route"),
    OwnTrait: ("name", "question"),
    Contact: ("about",),
    Appointment: ("place",),
    Point: ("text",),
    Note: ("text",),
    Promise: ("text",),
    Change: ("what",),
    Update: ("what",),
    CareReview: ("who_there", "matters_most", "say_first"),
    ReviewPoint: ("text", "wish"),
    Letter: ("to", "service", "happened", "involved", "affected", "look_into", "wanted", "enclosed"),
}
"""The fields of free words that a document shows, in which names can stand."""
SHORTEST = 2
"""A part of a name with fewer letters is not looked for by itself."""


def named_as(book: Book, names: NamesAs, today: date) -> Book:
    """The book with everybody named so, in what they are called and wherever their names stand in free words.

    A part of a name is enough there, capitals or not: it is better that a sentence reads oddly than that a name stays.
    """
    if names == "written":
        return book
    calling = {person.name: _person(person, names, book, today) for person in book.people.values()}
    others = {name: _other(name, names) for name in _others(book) if name not in calling}
    parts = _parts(others) | _parts(calling)
    whole = sorted(parts, key=len, reverse=True)
    standing = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, whole))})(?!\w)", re.IGNORECASE) if whole else None

    def without_names(text: str) -> str:
        return standing.sub(lambda found: parts[found[0].casefold()], text) if standing else text

    def renamed(record: Record) -> Record:
        changed: dict[str, Any] = {}
        for name in TEXTS.get(type(record), ()):
            changed[name] = without_names(text) if (text := getattr(record, name)) else text
        name = NAMING.get(type(record), "")
        if name and (said := getattr(record, name)):
            changed[name] = others.get(_one_line(said)) or calling.get(_one_line(said), SOMEONE)
        if isinstance(record, Person):
            changed |= {"name": calling[record.name], "role": "" if names == "initials" else record.role}
        return replace(record, **changed) if changed else record

    return book.keeping(*map(renamed, book.everything()))


def _others(book: Book) -> set[str]:
    """Those who are named but are not among the people."""
    found = (getattr(each, NAMING[type(each)]) for each in book.everything() if type(each) in NAMING)
    return {_one_line(name) for name in found if name and name.strip()}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _person(person: Person, names: NamesAs, book: Book, today: date) -> str:
    words = person.name.split()
    if not words or _plain(words[-1]) in PLACES:
        return person.name
    if names == "initials":
        return _initials(person.name)
    held = [one for one in book.coordinations.values() if one.person_id == person.id and one.began_on <= today]
    if held:
        before = "" if book.coordinator_id_on(today) == person.id else _(" before")
        return _("my {first_line}{before}").format(first_line=first_line(role_word(book.settings)), before=before)
    role = _lowered(first_line(person.role))
    named = {part for other in book.people.values() for part in _telling(other.name)}
    return _("the {role}").format(role=role) if role and not named & set(map(_plain, role.split())) else SOMEONE


def _lowered(role: str) -> str:
    """A role inside a sentence: "psychiatrist", "CPN"."""
    return " ".join(word if word.isupper() else word.lower() for word in role.split())


def _other(name: str, names: NamesAs) -> str:
    """A desk or a team stays what it is; anybody else becomes nobody in particular, or initials."""
    words = name.split()
    if _plain(words[-1]) in PLACES:
        return name
    return _initials(name) if names == "initials" else SOMEONE


def _initials(name: str) -> str:
    """As in "D.W."; a title stays: "Dr O."."""
    words = name.split()
    title = f"{words[0]} " if len(words) > 1 and _plain(words[0]) in TITLES else ""
    letters = [word[0].upper() for word in (words[1:] if title else words)]
    return f"{title}{''.join(f'{letter}.' for letter in letters)}"


def _parts(calling: dict[str, str]) -> dict[str, str]:
    """What each name and each telling part of it becomes, by its letters in lower case."""
    changed = {name: called for name, called in calling.items() if name != called}
    parts = {part: called for name, called in changed.items() for part in _telling(name)}
    return parts | {_one_line(name).casefold(): called for name, called in changed.items()}


def _telling(name: str) -> Iterator[str]:
    for word in name.split():
        plain = word.strip(".,").casefold()
        if len(plain) >= SHORTEST and plain not in TITLES | PLACES | DETERMINERS:
            yield plain


def _plain(word: str) -> str:
    return word.strip(".,").casefold()
