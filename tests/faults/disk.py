"""A disk whose power may go at any moment, and every state in which that may leave it."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""


@dataclass(frozen=True)
class Content:
    """What a file holds, and which file it is: of one with two names both have the same."""

    file: int
    data: bytes


State = dict[PurePosixPath, Content | None]
"""What is on a disk, by its path below the folder that is watched; None is a folder."""


@dataclass(frozen=True)
class Write:
    """Bytes at a place in a file."""

    at: int
    data: bytes

    def onto(self, content: bytearray) -> None:
        """Write them; what lies between the end of the file and them is zeros."""
        content.extend(bytes(max(0, self.at - len(content))))
        content[self.at : self.at + len(self.data)] = self.data

    def sectors(self) -> "Iterator[Write]":
        """The same in the pieces that a disk writes."""
        start = self.at
        while start < self.at + len(self.data):
            end = min((start // SECTOR + 1) * SECTOR, self.at + len(self.data))
            yield Write(start, self.data[start - self.at : end - self.at])
            start = end


@dataclass(frozen=True)
class Cut:
    """A file made so many bytes long."""

    length: int

    def onto(self, content: bytearray) -> None:
        """Cut it, or lengthen it with zeros."""
        content.extend(bytes(max(0, self.length - len(content))))
        del content[self.length :]

    def sectors(self) -> "Iterator[Cut]":
        """It has no pieces."""
        yield self


Change = Write | Cut


@dataclass(eq=False)
class File:
    """What the disk holds of a file for certain, and what has been written since."""

    certain: bytes = b""
    changes: list[Change] = field(default_factory=list)

    def sync(self) -> None:
        """Make all of it certain."""
        self.certain, self.changes = self.now, []

    @property
    def now(self) -> bytes:
        """What the program reads in it."""
        return self.with_changes(self.changes)

    def with_changes(self, changes: Iterable[Change]) -> bytes:
        """What it holds when these of its changes have come to the disk."""
        content = bytearray(self.certain)
        for change in changes:
            change.onto(content)
        return bytes(content)


@dataclass(eq=False)
class Folder:
    """The names in a folder: those the program sees, and those the disk holds for certain."""

    now: dict[str, "Entry"] = field(default_factory=dict)
    certain: dict[str, "Entry"] = field(default_factory=dict)


Entry = File | Folder
Names = dict[str, Entry | None]
"""Names that come, with what they stand for, and with None those that go."""


@dataclass(eq=False)
class Naming:
    """Names that come and go in one step, by folder."""

    parts: list[tuple[Folder, Names]]

    def onto(self, names: dict[int, dict[str, Entry]]) -> None:
        """Do it to what folders hold, by their identity; a folder that is not among them is as is certain."""
        for folder, changes in self.parts:
            _change(names.setdefault(id(folder), dict(folder.certain)), changes)


def _change(names: dict[str, Entry], changes: Names) -> None:
    for name, entry in changes.items():
        names.pop(name, None)
        if entry is not None:
            names[name] = entry


class Disk:
    """The files below a folder: what they are, and what they may be when the power goes."""

    def __init__(self, folder: Path) -> None:
        """As they are now, all of them certain."""
        self.root = _taken_in(folder)
        self._namings: list[Naming] = []

    def name(self, *parts: tuple[Folder, Names]) -> None:
        """Let names come and go in one step, none of them certain yet."""
        for folder, changes in parts:
            _change(folder.now, changes)
        self._namings.append(Naming(list(parts)))

    def sync(self, entry: Entry) -> None:
        """Make certain what a file holds, or which names a folder does."""
        if isinstance(entry, File):
            entry.sync()
            return
        for naming in self._namings:
            for _, changes in (part for part in naming.parts if part[0] is entry):
                _change(entry.certain, changes)
            naming.parts = [part for part in naming.parts if part[0] is not entry]
        self._namings = [naming for naming in self._namings if naming.parts]

    def states(self, chance: random.Random, torn: int) -> Iterator[State]:
        """What may be on the disk when the power goes now; of the states in which any sectors are missing, `torn`."""
        for namings in _some_of(self._namings):
            names: dict[int, dict[str, Entry]] = {}
            for naming in namings:
                naming.onto(names)
            there = dict(_below(self.root, names, PurePosixPath()))
            files = list({id(entry): entry for entry in there.values() if isinstance(entry, File)}.values())
            for contents in _contents(files, chance, torn):
                yield {path: contents.get(id(entry)) for path, entry in there.items()}


def _taken_in(path: Path) -> Folder:
    names: dict[str, Entry] = {
        each.name: _taken_in(each) if each.is_dir() else File(each.read_bytes()) for each in sorted(path.iterdir())
    }
    return Folder(names, dict(names))


def _below(
    folder: Folder, names: dict[int, dict[str, Entry]], at: PurePosixPath
) -> Iterator[tuple[PurePosixPath, Entry]]:
    for name, entry in names.get(id(folder), folder.certain).items():
        yield at / name, entry
        if isinstance(entry, Folder):
            yield from _below(entry, names, at / name)


def _some_of(changes: list[Naming]) -> Iterator[list[Naming]]:
    """None of them, the first so many, and all but one."""
    for end in range(len(changes) + 1):
        yield changes[:end]
    for missing in range(len(changes) - 1):
        yield changes[:missing] + changes[missing + 1 :]


def _contents(files: list[File], chance: random.Random, torn: int) -> Iterator[dict[int, Content]]:
    """What the files may hold, by their identity: whichever of their changes have come to the disk."""
    waiting = [(file, change) for file in files for change in file.changes]
    for came in _which(len(waiting), chance):
        yield _with(files, (waiting[number] for number in came))
    pieces = [(file, piece) for file, change in waiting for piece in change.sectors()]
    for _ in range(torn if len(pieces) > 1 else 0):
        share = chance.choice((0.1, 0.5, 0.9))
        yield _with(files, (piece for piece in pieces if chance.random() < share))


def _which(count: int, chance: random.Random) -> Iterator[Iterable[int]]:
    """None, the first so many, one alone, all but one; of many, some."""
    yield range(0)
    some = range(count) if count <= MANY else sorted(chance.sample(range(count), MANY))
    for number in some:
        yield range(number + 1)
        yield [number]
        yield [other for other in range(count) if other != number]


MANY = 12
"""Changes that wait for the disk at once, of which each is lost or kept alone."""


def _with(files: list[File], came: Iterable[tuple[File, Change]]) -> dict[int, Content]:
    changes: dict[int, list[Change]] = {id(file): [] for file in files}
    for file, change in came:
        changes[id(file)].append(change)
    return {id(file): Content(id(file), file.with_changes(changes[id(file)])) for file in files}
