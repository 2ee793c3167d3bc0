"""One backup: a single file that holds the journal, its key file and a word about both, and that can be checked."""

import errno
import hashlib
import json
import os
import shutil
import stat
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from carecompanion.store import files
from carecompanion.store.answers import opening, saving
from carecompanion.store.backup_errors import BackupDamaged, NameTaken, NoBackup
from carecompanion.store.errors import NewerVersion

MANIFEST = "manifest.json"
KEYS = files.KEYS[0]
FORMAT = "carecompanion.backup"
VERSION = 1
ALLOWED = {MANIFEST, KEYS, files.JOURNAL}
LARGEST = 64 * 1024
"""Bytes that a manifest or a key file may have; the journal may have as many as the file it lies in."""
CHUNK = 1 << 20
NEWER = (
    "This backup was made by a newer version of this program, so it was not opened. "
    "Nothing was changed – install the newest version, then try again."
)
NO_ZIP = (BadZipFile, struct.error, ValueError, KeyError, TypeError, EOFError, OverflowError, RuntimeError)
"""What reading a hostile zip or manifest may raise; the last when it is nested without end, or asks for a password."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself to anybody: when it was made, of which journal, and of which version.

    How much is in the journal is not in it: that, too, is for its owner alone.
    """

    made_at: datetime
    journal_id: str
    schema: int


def pack(content: Path, target: Path, manifest: Manifest) -> None:
    """Write the journal and the key file in a folder as one file, whole or not at all. Raises OSError, BackupDamaged.

    A backup without a key file opens with the recovery code.
    """
    names = [name for name in (files.JOURNAL, KEYS) if (content / name).exists()]
    with _draft_of(target) as draft:
        with draft.open("r+b") as stream:
            _write(stream, content, names, manifest)
            stream.flush()
            os.fsync(stream.fileno())
        check_backup(draft)
    files.sync_folder(target.parent)


@saving
def copy_backup(backup: Path, target: Path) -> None:
    """Copy a backup to a new file, whole or not at all, and compare what was written.

    Raises NameTaken, BackupDamaged, and whatever the disk answers.
    """
    try:
        files.make_empty(target)
    except FileExistsError:
        raise NameTaken from None
    try:
        _copy(backup, target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _copy(backup: Path, target: Path) -> None:
    with _draft_of(target) as draft:
        with backup.open("rb") as source, draft.open("r+b") as stream:
            shutil.copyfileobj(source, stream, CHUNK)
            stream.flush()
            os.fsync(stream.fileno())
        check_backup(draft)
    with suppress(OSError):  # many a stick knows no such call
        files.sync_folder(target.parent)


def check_backup(path: Path) -> Manifest:
    """What a backup says of itself, once all of it was compared with its checksums; it takes no passphrase.

    Raises BackupDamaged, NoBackup, NewerVersion or NotRead.
    """
    return _look_through(path, None)


def told_by(path: Path) -> str | None:
    """Which journal a file says it is a backup of, with nothing else of it looked at; None for any other file."""
    try:
        with ZipFile(path) as packed:
            if packed.getinfo(MANIFEST).file_size <= LARGEST:
                return str(json.loads(packed.read(MANIFEST))["journal"])
    except (*NO_ZIP, OSError):
        pass
    return None


def unpack(path: Path, into: Path) -> Manifest:
    """Put the journal and the key file of a backup into a new folder. Raises as `check_backup`, or DiskFull."""
    into.mkdir(mode=0o700)
    manifest = _look_through(path, into)
    if (into / KEYS).exists():
        shutil.copyfile(into / KEYS, into / files.KEYS[1])
    files.sync_folder(into)
    return manifest


@contextmanager
def _draft_of(target: Path) -> Iterator[Path]:
    """An empty file beside the target, which takes its place once it is filled, or goes."""
    draft = target.with_name(f"{target.name}.new")
    draft.unlink(missing_ok=True)
    files.make_empty(draft)
    try:
        yield draft
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _write(stream: IO[bytes], content: Path, names: list[str], manifest: Manifest) -> None:
    with ZipFile(stream, "w", ZIP_STORED) as packed:
        digests = {name: _add(packed, name, content / name) for name in names}
        packed.writestr(_member(MANIFEST), _spelt(manifest, digests))


def _add(packed: ZipFile, name: str, source: Path) -> str:
    digest = hashlib.sha256()
    with source.open("rb") as read, packed.open(_member(name), "w", force_zip64=True) as member:
        while chunk := read.read(CHUNK):
            digest.update(chunk)
            member.write(chunk)
    return digest.hexdigest()


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name)
    member.external_attr = (stat.S_IFREG | 0o600) << 16
    return member


def _spelt(manifest: Manifest, digests: dict[str, str]) -> bytes:
    content = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": manifest.made_at.astimezone(UTC).isoformat(),
        "journal": manifest.journal_id,
        "schema": manifest.schema,
        "sha256": digests,
    }
    return json.dumps(content, indent=2).encode() + b"\n"


@opening
def _look_through(path: Path, into: Path | None) -> Manifest:
    if not path.is_file():
        raise NoBackup
    try:
        with ZipFile(path) as packed:
            return _compared(packed, path.stat().st_size, into)
    except NO_ZIP:
        pass
    except OSError as error:
        if error.errno != errno.EINVAL:  # a place before the beginning of the file
            raise
    raise BackupDamaged


def _compared(packed: ZipFile, size: int, into: Path | None) -> Manifest:
    """Raises any of NO_ZIP for what `pack` did not write."""
    members = {member.filename: member for member in packed.infolist()}
    if len(members) != len(packed.infolist()) or not {MANIFEST, files.JOURNAL} <= members.keys() <= ALLOWED:
        raise ValueError("other members than ours")
    for name, member in members.items():
        most = size if name == files.JOURNAL else LARGEST
        if member.compress_type != ZIP_STORED or member.file_size != member.compress_size or member.file_size > most:
            raise ValueError("a member of another size")
    content: dict[str, Any] = json.loads(packed.read(MANIFEST))
    if content["format"] == FORMAT and content["version"] > VERSION:
        raise NewerVersion(NEWER)
    held = {name: _digest(packed, name, into) for name in members if name != MANIFEST}
    if content["format"] != FORMAT or content["sha256"] != held:
        raise ValueError("not what was written")
    made_at = datetime.fromisoformat(content["made_at"]).astimezone(UTC)
    return Manifest(made_at, str(content["journal"]), int(content["schema"]))


def _digest(packed: ZipFile, name: str, into: Path | None) -> str:
    digest = hashlib.sha256()
    with packed.open(name) as member, _sink(name, into) as sink:
        while chunk := member.read(CHUNK):
            digest.update(chunk)
            sink.write(chunk)
        if into is not None:
            sink.flush()
            os.fsync(sink.fileno())
    return digest.hexdigest()


def _sink(name: str, into: Path | None) -> IO[bytes]:
    """Where what is read goes; the name is one of ours, never one from the file."""
    if into is None:
        return Path(os.devnull).open("wb")
    files.make_empty(into / name)
    return (into / name).open("r+b")
