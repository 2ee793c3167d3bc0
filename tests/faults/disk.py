"""A disk whose power may go at any moment, and every state in which that may leave it."""

import os
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.faults.traced import Call

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""

State = dict[PurePosixPath, bytes | None]
"""The files of a disk, by their path below the folder that is watched; None is a folder."""


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
        self.certain, self.changes = self.with_changes(self.changes), []

    def with_changes(self, changes: Iterable[Change]) -> bytes:
        """What it holds when these of its changes have come to the disk."""
        content = bytearray(self.certain)
        for change in changes:
            change.onto(content)
        return bytes(content)


Entry = File | None
"""What a name stands for: a file, or with None a folder."""


@dataclass(frozen=True)
class Naming:
    """Names that come, with what they stand for, and go, in one step."""

    come: dict[PurePosixPath, Entry]
    gone: tuple[PurePosixPath, ...] = ()

    def onto(self, names: dict[PurePosixPath, Entry]) -> None:
        """Do it, as far as what goes is there."""
        for name in self.gone:
            names.pop(name, None)
        names.update(self.come)

    def within(self, folder: PurePosixPath) -> bool:
        """Whether syncing this folder makes it certain."""
        return all(name.parent == folder for name in (*self.come, *self.gone))


class Disk:
    """The files below a folder, as calls to the system change them one by one."""

    def __init__(self, folder: Path) -> None:
        """As they are now, all of them certain."""
        self._folder = folder
        there = sorted(folder.rglob("*"))
        self._certain = {self._below(path): None if path.is_dir() else File(path.read_bytes()) for path in there}
        self._names: dict[PurePosixPath, Entry] = dict(self._certain)
        self._namings: list[Naming] = []
        self._open: dict[int, tuple[PurePosixPath, Entry]] = {}
        self._places: dict[int, int] = {}

    def states(self, chance: random.Random, torn: int) -> Iterator[State]:
        """What may be on the disk when the power goes now; of the states in which any sectors are missing, `torn`."""
        for namings in _some_of(self._namings):
            names = dict(self._certain)
            for naming in namings:
                naming.onto(names)
            there = {name: file for name, file in names.items() if all(up in names for up in _parents(name))}
            files = [file for file in there.values() if file is not None]
            for contents in _contents(files, chance, torn):
                yield {name: None if file is None else contents[id(file)] for name, file in there.items()}

    def take(self, call: Call) -> bool:
        """Do what a call has done; whether it changed anything that a loss of power could undo."""
        if call.answer < 0:
            return False
        act = getattr(self, f"_{call.name}", None)
        assert act is not None, f"{call.name} is not known here yet"
        return bool(act(call))

    def is_said(self, call: Call) -> bool:
        """Whether a call tells the tests something, and so writes to what was open before."""
        return call.name == "write" and int(call.arguments[0]) not in self._open

    def _openat(self, call: Call) -> bool:
        named, flags = call.arguments[1], str(call.arguments[2])
        path = self._path(named)
        if path is None:
            self._open.pop(call.answer, None)
            return False
        entry = self._names.get(path)
        made = "O_CREAT" in flags and path not in self._names
        if made:
            entry = self._name({path: File()})
        self._open[call.answer], self._places[call.answer] = (path, entry), 0
        if "O_TRUNC" in flags and entry is not None:
            entry.changes.append(Cut(0))
            return True
        assert "O_APPEND" not in flags
        return made

    def _open_(self, call: Call) -> bool:
        return self._openat(Call(call.name, ("AT_FDCWD", *call.arguments), call.answer))

    def _close(self, call: Call) -> bool:
        self._open.pop(int(call.arguments[0]), None)
        return False

    def _lseek(self, call: Call) -> bool:
        self._places[int(call.arguments[0])] = call.answer
        return False

    def _write(self, call: Call) -> bool:
        handle = int(call.arguments[0])
        place = self._places.get(handle, 0)
        self._places[handle] = place + call.answer
        return self._written(handle, place, call)

    def _pwrite64(self, call: Call) -> bool:
        return self._written(int(call.arguments[0]), int(call.arguments[3]), call)

    def _written(self, handle: int, place: int, call: Call) -> bool:
        file, data = self._file(handle), call.arguments[1]
        if file is None:
            return False
        assert isinstance(data, bytes)
        assert len(data) >= call.answer
        file.changes.append(Write(place, data[: call.answer]))
        return True

    def _ftruncate(self, call: Call) -> bool:
        file = self._file(int(call.arguments[0]))
        if file is not None:
            file.changes.append(Cut(int(call.arguments[1])))
        return file is not None

    def _fsync(self, call: Call) -> bool:
        path, entry = self._open.get(int(call.arguments[0]), (None, None))
        if path is None:
            return False
        if entry is not None:
            entry.sync()
            return True
        for naming in [naming for naming in self._namings if naming.within(path)]:
            naming.onto(self._certain)
            self._namings.remove(naming)
        return True

    _fdatasync = _fsync

    def _mkdir(self, call: Call) -> bool:
        path = self._path(call.arguments[0])
        return path is not None and self._name({path: None}) is None

    def _unlink(self, call: Call) -> bool:
        path = self._path(call.arguments[0])
        if path is not None:
            self._name({}, path)
        return path is not None

    def _unlinkat(self, call: Call) -> bool:
        return self._unlink(Call(call.name, call.arguments[1:], call.answer))

    _rmdir = _unlink

    def _rename(self, call: Call) -> bool:
        old, new = (self._path(named) for named in call.arguments[:2])
        assert (old is None) == (new is None), "moved in or out of the folder that is watched"
        if old is None or new is None:
            return False
        self._name({new: self._names[old]}, old)
        return True

    def _renameat(self, call: Call) -> bool:
        return self._rename(Call(call.name, (call.arguments[1], call.arguments[3]), call.answer))

    _renameat2 = _renameat

    def _name(self, come: dict[PurePosixPath, Entry], *gone: PurePosixPath) -> Entry:
        naming = Naming(come, gone)
        naming.onto(self._names)
        self._namings.append(naming)
        return next(iter(come.values()), None)

    def _file(self, handle: int) -> Entry:
        return self._open.get(handle, (None, None))[1]

    def _path(self, named: str | bytes) -> PurePosixPath | None:
        path = Path(os.fsdecode(named))
        return self._below(path) if path.is_relative_to(self._folder) else None

    def _below(self, path: Path) -> PurePosixPath:
        return PurePosixPath(path.relative_to(self._folder))


def _parents(path: PurePosixPath) -> Iterable[PurePosixPath]:
    return (up for up in path.parents if up != PurePosixPath())


def _some_of(changes: list[Naming]) -> Iterator[list[Naming]]:
    """None of them, the first so many, and all but one."""
    for end in range(len(changes) + 1):
        yield changes[:end]
    for missing in range(len(changes) - 1):
        yield changes[:missing] + changes[missing + 1 :]


def _contents(files: list[File], chance: random.Random, torn: int) -> Iterator[dict[int, bytes]]:
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


def _with(files: list[File], came: Iterable[tuple[File, Change]]) -> dict[int, bytes]:
    changes: dict[int, list[Change]] = {id(file): [] for file in files}
    for file, change in came:
        changes[id(file)].append(change)
    return {id(file): file.with_changes(changes[id(file)]) for file in files}
