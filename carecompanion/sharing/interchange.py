"""The journal as JSON: read whole or refused with every problem at once, and written so that nothing is lost."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import clashes, dangling
from carecompanion.domain.records import LISTS, Attempt, Record, Reply
from carecompanion.domain.replies import with_due
from carecompanion.domain.settings import Settings
from carecompanion.language import _, ngettext
from carecompanion.sharing.fields import NO_DUE_AT, Fault, Unfit, Where, fields_of, read_fields, write_fields
from carecompanion.sharing.quoting import shown

FORMAT = "carecompanion.journal"
VERSION = 1


class Refused(ValueError):  # noqa: N818  # what happened to the file
    """A file nothing is kept of. `problems`: every reason, a sentence each, with its place in the file."""

    def __init__(self, *problems: str) -> None:
        many = len(problems)
        found = ngettext("{many:,} problem was found in it.", "{many:,} problems were found in it.", many)
        super().__init__(_("Nothing of this file was kept: {found}").format(found=found.format(many=many)))
        self.problems = problems


class Doubled(dict[str, Any]):
    """A JSON object in which some keys stand more than once."""

    repeated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """One entry of a file: its values by the record's field names, its faults, and the record when it makes one."""

    kind: type[Record]
    name: str
    number: int
    values: dict[str, Any]
    faults: tuple[Fault, ...]
    record: Record | None
    never_due: bool

    @property
    def place(self) -> str:
        """Where in the file the entry stands."""
        return _("{name}, entry {number}").format(name=self.name, number=self.number)


def read_journal(text: str) -> Book:
    """The journal a JSON text holds. Raises Refused, with every problem of the text."""
    file = _parsed(text)
    problems = list(_problems_of_envelope(file))
    settings, faults = _settings(file.get("settings", {"nation": Settings().nation}))
    problems += [_problem("settings", *fault) for fault in faults]
    entries = [entry for name, kind in LISTS.items() for entry in _entries(name, kind, file)]
    problems += _problems_of(entries)
    if problems:
        raise Refused(*problems)
    return _with_due_times(_book(entries).with_settings(settings), entries)


def write_journal(book: Book, now: datetime) -> str:
    """The whole book as JSON, a full copy: private words and entries kept out of sharing are in it."""
    file: dict[str, Any] = {"format": FORMAT, "version": VERSION, "exported_at": now.astimezone(UTC).isoformat()}
    file["settings"] = write_fields(book.settings)
    for name in LISTS:
        file[name] = [write_fields(record) for record in book.list(name).values()]
    for entry, contact in zip(file["contacts"], book.contacts.values(), strict=True):
        if with_due(book, contact, book.attempts_of(contact.id)).due_at != contact.due_at:
            entry[NO_DUE_AT] = True
    return json.dumps(file, ensure_ascii=False, indent=1) + "\n"


def _parsed(text: str) -> dict[str, Any]:
    """The object a text holds, once it is clear that it is a journal this version can read."""
    try:
        file = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise Refused(
            _("This is not JSON from line {lineno}, column {colno} on.").format(lineno=error.lineno, colno=error.colno)
        ) from None
    except (ValueError, RecursionError):
        raise Refused(_("This cannot be read: it is nested too deeply, or a number in it is too long.")) from None
    if not isinstance(file, dict) or file.get("format") != FORMAT:
        raise Refused(_("This is not a journal: its “format” has to be “{format}”.").format(format=FORMAT))
    version = file.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Refused(_problem("version", (), _("the number {version} is needed here.").format(version=VERSION)))
    if version > VERSION:
        raise Refused(_("This journal was made by a newer version of carecompanion: that version can read it."))
    return file


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    doubled = Doubled(found)
    times = Counter(key for key, _between in pairs)
    doubled.repeated = tuple(key for key in found if times[key] > 1)
    return doubled


def _problems_of_envelope(file: dict[str, Any]) -> Iterator[str]:
    for key in getattr(file, "repeated", ()):
        yield _problem(_("the journal"), (key,), _("this stands here more than once."))
    for key, value in file.items():
        if key in LISTS and not isinstance(value, list):
            yield _problem(key, (), _("a list, in [ ], is needed here."))
        if key not in (*LISTS, "format", "version", "exported_at", "settings"):
            yield _problem(_("the journal"), (key,), _("this version of carecompanion does not know this list."))
    try:
        fields_of(Record)["written_at"].read(file.get("exported_at") or "2026-01-01T00:00Z")
    except Unfit as unfit:
        yield from (_problem("exported_at", *fault) for fault in unfit.faults)


def _settings(raw: object) -> tuple[Settings, list[Fault]]:
    values, faults = read_fields(Settings, raw)
    settings = Settings()
    for name, value in values.items():
        try:
            settings = replace(settings, **{name: value})
        except ValueError as nonsense:
            faults.append(((name,), str(nonsense)))
    return settings, faults


def _entries(name: str, kind: type, file: dict[str, Any]) -> Iterator[Entry]:
    listed = file.get(name)
    for number, raw in enumerate(listed if isinstance(listed, list) else (), 1):
        values, faults = read_fields(kind, raw)
        never_due = values.pop(NO_DUE_AT, False)
        if never_due and "due_at" in values:
            faults.append(((NO_DUE_AT,), _("this says that there is no due time beside one.")))
        record = None
        if set(values) >= _needed(kind):
            try:
                record = kind(**values)
            except ValueError as nonsense:
                faults.append(((), str(nonsense)))
        yield Entry(kind, name, number, values, tuple(faults), None if faults else record, never_due)


@cache
def _needed(kind: type) -> set[str]:
    return {field.name for field in fields_of(kind).values() if field.required}


def _problems_of(entries: list[Entry]) -> Iterator[str]:
    """What is wrong with each entry, alone and beside the others, in the order of the file."""
    known = {(entry.name, entry.values.get("id")) for entry in entries}
    clashing = _clashing(entries)
    first: dict[str, Entry] = {}
    for entry in entries:
        faults = list(entry.faults)
        key = entry.values.get("id")
        if key is not None and first.setdefault(key, entry) is not entry:
            faults.append((("id",), _("this id already stands at {place}.").format(place=first[key].place)))
        lost = dangling(entry.kind, entry.values.get, lambda name, other: (name, other) in known)
        faults += [((name,), sentence) for name, sentence in lost]
        faults += clashing.get(id(entry.record), ())
        for where, sentence in faults:
            yield _problem(entry.place, where, sentence)


def _clashing(entries: list[Entry]) -> dict[int, list[Fault]]:
    """What each record contradicts, by the record's identity.

    Nothing is said of contacts with an attempt that could not be read: what it holds might settle it.
    """
    book = _book(entries)
    attempts = (entry for entry in entries if entry.kind is Attempt)
    unread = (one for one in attempts if one.record is None or one.record is not book.attempts[one.record.id])
    unsure = {entry.values.get("contact_id") for entry in unread}
    found: dict[int, list[Fault]] = defaultdict(list)
    for clash in clashes(book):
        record = clash.record
        contact = record.contact_id if isinstance(record, Reply) else record.id
        if contact not in unsure:
            found[id(record)].append(((clash.field,) if clash.field else (), clash.sentence))
    return found


def _book(entries: list[Entry]) -> Book:
    """Whatever makes a record; of an id that stands twice, the first."""
    lists: dict[str, dict[str, Any]] = {name: {} for name in LISTS}
    for entry in entries:
        if entry.record is not None:
            lists[entry.name].setdefault(entry.record.id, entry.record)
    return Book(**lists)  # type: ignore[arg-type]  # each list holds what LISTS names


def _with_due_times(book: Book, entries: list[Entry]) -> Book:
    never = {entry.values["id"] for entry in entries if entry.never_due}
    contacts = book.contacts.values()
    due = (one if one.id in never else with_due(book, one, book.attempts_of(one.id)) for one in contacts)
    return replace(book, contacts={contact.id: contact for contact in due})


def _problem(place: str, where: Where, sentence: str) -> str:
    path = ", ".join(str(part) if isinstance(part, int) else f"“{shown(part)}”" for part in where)
    return f"{place}{f' ({path})' if path else ''}: {sentence[0].lower()}{sentence[1:]}"
