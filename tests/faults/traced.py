"""A child of the tests whose calls to the system strace records, or refuses."""

import ctypes
import json
import os
import re
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from carecompanion.store import make_ready

Say = Callable[[str], None]
Act = Callable[[Path, Say], None]

PR_SET_PTRACER, ANYBODY = 0x59616D61, -1
"""linux/prctl.h: where a child may trace nobody but its own children, the tests allow it themselves."""

CHANGES = (
    *("open", "openat", "creat", "close", "dup", "dup2", "lseek"),
    *("write", "pwrite64", "writev", "pwritev", "pwritev2", "copy_file_range", "sendfile"),
    *("truncate", "ftruncate", "fallocate", "fsync", "fdatasync", "sync_file_range"),
    *("mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", "rename", "renameat", "renameat2"),
    *("link", "linkat", "symlink", "symlinkat"),
)
"""Every call that changes a file or a folder, or says which is meant; a machine need not know them all."""

LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")


def _may_watch() -> bool:
    """Whether strace is here, and this machine lets one program watch another."""
    if sys.platform != "linux" or not shutil.which("strace"):
        return False
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE) as watched:
        watching = ["strace", "-o", os.devnull, "-p", str(watched.pid)]
        with subprocess.Popen(watching, stderr=subprocess.PIPE, text=True) as strace:
            assert strace.stderr is not None
            told = strace.stderr.readline()
            watched.communicate()
    return "attached" in told


needs_strace = pytest.mark.skipif(
    not _may_watch(), reason="strace is not here, or this machine lets no program watch another; Linux lets root"
)


@dataclass(frozen=True)
class Call:
    """One call, its arguments as strace writes them, with texts in bytes, and what was answered."""

    name: str
    arguments: tuple[str | bytes, ...]
    answer: int


@dataclass(frozen=True)
class Ran:
    """A child that has ended: what it said as it went, the code it ended with, and its calls."""

    said: tuple[str, ...]
    code: int
    calls: tuple[Call, ...]


def forked(act: Act, folder: Path, ready: Callable[[int], object] = lambda _child: None) -> tuple[Iterator[str], int]:
    """Begin a child that does this in a folder, once `ready` is done; what it says line by line, and its number.

    Begun from here and not afresh, as importing what a save needs takes longer than a hundred saves.
    """
    make_ready()
    (go, going), (heard, saying) = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        os.close(going)
        os.close(heard)
        _do(act, folder, go, saying)
    os.close(go)
    os.close(saying)
    try:
        ready(child)
    finally:
        os.close(going)
    return _lines(heard), child


def _lines(heard: int) -> Iterator[str]:
    with os.fdopen(heard, "rb") as pipe:
        for line in pipe:
            if line.endswith(b"\n"):
                yield json.loads(line)


def _do(act: Act, folder: Path, go: int, saying: int) -> None:
    """The child's whole life."""
    code = 1
    try:
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANYBODY, 0, 0, 0)
        os.read(go, 1)
        act(folder, lambda words: _say(saying, words))
        code = 0
    except BaseException:
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(code)


def _say(saying: int, words: str) -> None:
    os.write(saying, json.dumps(words).encode() + b"\n")


def traced(act: Act, folder: Path, record: Path, *asked: str) -> Ran:
    """Let a child do this in a folder under strace, which is asked for more than a record."""
    watching: list[subprocess.Popen[str]] = []

    def attach(child: int) -> None:
        command = ["strace", "-f", "-xx", "-o", str(record), "-p", str(child), *asked]
        strace = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        watching.append(strace)
        assert strace.stderr is not None
        told = strace.stderr.readline()
        assert "attached" in told, told

    said, child = forked(act, folder, attach)
    heard = tuple(said)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    watching[0].communicate()
    return Ran(heard, code, tuple(_calls(record)))


def recorded(act: Act, folder: Path, record: Path) -> Ran:
    """Let a child do this in a folder, and record each call that changes something, with all that is written."""
    trace = "trace=" + ",".join(f"?{name}" for name in CHANGES)
    ran = traced(act, folder, record, "-s", str(1 << 24), "-e", trace)
    assert ran.code == 0, ran.said
    return ran


def _calls(record: Path) -> Iterator[Call]:
    for line in record.read_text(encoding="ascii").splitlines():
        if "+++" in line or "---" in line:
            continue
        found = LINE.match(line)
        assert found, line[:300]
        yield Call(found[1], tuple(_arguments(found[2])), int(found[3]))


def _arguments(written: str) -> Iterator[str | bytes]:
    """The arguments of a call; no text holds a comma, as each of its bytes is written as a number."""
    for part in written.split(", "):
        quoted = part.startswith('"') and part.endswith('"')
        yield bytes.fromhex(part[1:-1].replace("\\x", "")) if quoted else part
