"""What a program did to its files, done again call by call to a disk whose power may go."""

import os
import re
from pathlib import Path

from tests.faults.disk import Cut, Disk, Entry, File, Folder, Write
from tests.faults.traced import Call


class Replay:
    """Does recorded calls to a disk; files outside of the folder that is watched are passed over."""

    def __init__(self, folder: Path) -> None:
        """The folder as it is before the first call."""
        self.disk = Disk(folder)
        self._folder = folder
        self._open: dict[int, tuple[Path, Entry]] = {}
        self._elsewhere: set[int] = set()
        self._places: dict[int, int] = {}

    def take(self, call: Call) -> bool:
        """Do what a call has done; whether it changed anything, or made it certain."""
        if call.answer < 0:
            return False
        act = getattr(self, f"_{call.name}", None)
        assert act is not None, f"{call.name} is not known here yet"
        return bool(act(call))

    def is_said(self, call: Call) -> bool:
        """Whether a call tells the tests something, and so writes to what was open before."""
        return call.name == "write" and int(call.arguments[0]) not in self._open.keys() | self._elsewhere

    def _openat(self, call: Call) -> bool:
        handle, flags = call.answer, str(call.arguments[2])
        self._forget(handle)
        path = self._path(*call.arguments[:2])
        if path is None:
            self._elsewhere.add(handle)
            return False
        entry, made = self._entry(path), False
        if entry is None:
            entry, made = File(), True
            self.disk.name((self._parent(path), {path.name: entry}))
        self._open[handle], self._places[handle] = (path, entry), 0
        assert "O_APPEND" not in flags
        if "O_TRUNC" in flags and isinstance(entry, File) and not made:
            entry.changes.append(Cut(0))
            return True
        return made

    def _close(self, call: Call) -> bool:
        self._forget(int(call.arguments[0]))
        return False

    def _forget(self, handle: int) -> None:
        self._open.pop(handle, None)
        self._elsewhere.discard(handle)

    def _lseek(self, call: Call) -> bool:
        self._places[int(call.arguments[0])] = call.answer
        return False

    def _write(self, call: Call) -> bool:
        handle = int(call.arguments[0])
        return self._written(handle, self._moved(handle, call.answer), call)

    def _pwrite64(self, call: Call) -> bool:
        return self._written(int(call.arguments[0]), int(call.arguments[3]), call)

    def _written(self, handle: int, place: int, call: Call) -> bool:
        data = call.arguments[1]
        assert isinstance(data, bytes)
        assert len(data) >= call.answer
        return self._change(handle, Write(place, data[: call.answer]))

    def _sendfile(self, call: Call) -> bool:
        target, source = (int(handle) for handle in call.arguments[:2])
        given = re.search(r"\d+", str(call.arguments[2]))  # "[0] => [4096]": a place of its own, or NULL
        place = int(given[0]) if given else self._moved(source, call.answer)
        _, entry = self._open[source]
        assert isinstance(entry, File)
        return self._change(target, Write(self._moved(target, call.answer), entry.now[place : place + call.answer]))

    def _ftruncate(self, call: Call) -> bool:
        return self._change(int(call.arguments[0]), Cut(int(call.arguments[1])))

    def _change(self, handle: int, change: Write | Cut) -> bool:
        _, entry = self._open.get(handle, (None, None))
        if not isinstance(entry, File):
            return False
        entry.changes.append(change)
        return True

    def _fsync(self, call: Call) -> bool:
        _, entry = self._open.get(int(call.arguments[0]), (None, None))
        if entry is None:
            return False
        self.disk.sync(entry)
        return True

    _fdatasync = _fsync

    def _mkdir(self, call: Call) -> bool:
        path = self._path("AT_FDCWD", call.arguments[0])
        return path is not None and self._name(path, Folder())

    def _unlink(self, call: Call) -> bool:
        path = self._path("AT_FDCWD", call.arguments[0])
        return path is not None and self._name(path, None)

    def _unlinkat(self, call: Call) -> bool:
        path = self._path(*call.arguments[:2])
        return path is not None and self._name(path, None)

    _rmdir = _unlink

    def _link(self, call: Call) -> bool:
        return self._named_anew(("AT_FDCWD", call.arguments[0], "AT_FDCWD", call.arguments[1]), stays=True)

    def _linkat(self, call: Call) -> bool:
        return self._named_anew(call.arguments[:4], stays=True)

    def _rename(self, call: Call) -> bool:
        return self._named_anew(("AT_FDCWD", call.arguments[0], "AT_FDCWD", call.arguments[1]), stays=False)

    def _renameat(self, call: Call) -> bool:
        return self._named_anew(call.arguments[:4], stays=False)

    _renameat2 = _renameat

    def _named_anew(self, named: tuple[str | bytes, ...], *, stays: bool) -> bool:
        old, new = self._path(*named[:2]), self._path(*named[2:])
        assert (old is None) == (new is None), "moved in or out of the folder that is watched"
        if old is None or new is None:
            return False
        entry = self._entry(old)
        assert entry is not None
        before, after = self._parent(old), self._parent(new)
        if stays:
            self.disk.name((after, {new.name: entry}))
        elif before is after:
            self.disk.name((after, {old.name: None, new.name: entry}))
        else:
            self.disk.name((before, {old.name: None}), (after, {new.name: entry}))
        return True

    def _name(self, path: Path, entry: Entry | None) -> bool:
        self.disk.name((self._parent(path), {path.name: entry}))
        return True

    def _moved(self, handle: int, by: int) -> int:
        """Where a file stands that is read or written on from there, before it is moved on."""
        place = self._places.get(handle, 0)
        self._places[handle] = place + by
        return place

    def _parent(self, path: Path) -> Folder:
        parent = self._entry(path.parent)
        assert isinstance(parent, Folder)
        return parent

    def _entry(self, path: Path) -> Entry | None:
        entry: Entry | None = self.disk.root
        for name in path.relative_to(self._folder).parts:
            entry = entry.now.get(name) if isinstance(entry, Folder) else None
        return entry

    def _path(self, within: str | bytes, named: str | bytes) -> Path | None:
        """The path that is meant, when it lies in the folder that is watched."""
        path = Path(os.fsdecode(named))
        if not path.is_absolute():
            folder, _ = self._open.get(int(within), (None, None)) if within != "AT_FDCWD" else (None, None)
            if folder is None:
                return None
            path = folder / path
        return path if path.is_relative_to(self._folder) else None
