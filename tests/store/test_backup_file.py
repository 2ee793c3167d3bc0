"""One backup as a file: what is in it, and that nothing but what was written comes out of it."""

import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carecompanion.store import backup_file, files
from carecompanion.store.backup_errors import BackupDamaged, NoBackup
from carecompanion.store.backup_file import KEYS, MANIFEST
from carecompanion.store.errors import NewerVersion, StoreError
from carecompanion.store.journal import Journal
from tests.store.conftest import MARKER, NOTE, NOW

Members = list[tuple[zipfile.ZipInfo | str, bytes]]


@pytest.fixture
def backup(journal: Journal) -> Path:
    """A backup of a journal with one note."""
    journal.keep(NOTE)
    return journal.back_up(NOW).path


def rewritten(backup: Path, change: Callable[[dict[str, Any], Members], None]) -> Path:
    """Another file with what a backup holds, changed."""
    with zipfile.ZipFile(backup) as packed:
        members: Members = [(name, packed.read(name)) for name in packed.namelist() if name != MANIFEST]
        manifest = json.loads(packed.read(MANIFEST))
    change(manifest, members)
    other = backup.with_name("other")
    with zipfile.ZipFile(other, "w") as packed:
        for name, content in members:
            packed.writestr(name, content)
        packed.writestr(MANIFEST, json.dumps(manifest))
    return other


def test_it_is_one_file_of_three_plain_members_for_its_owner_alone(backup: Path) -> None:
    with zipfile.ZipFile(backup) as packed:
        assert sorted(packed.namelist()) == [files.JOURNAL, KEYS, MANIFEST]
        assert {member.compress_type for member in packed.infolist()} == {zipfile.ZIP_STORED}
    assert backup.stat().st_mode & 0o777 == 0o600
    assert backup.parent.stat().st_mode & 0o777 == 0o700


def test_it_tells_nobody_what_is_in_the_journal_nor_how_much(backup: Path) -> None:
    with zipfile.ZipFile(backup) as packed:
        manifest = json.loads(packed.read(MANIFEST))
    assert manifest.keys() == {"format", "version", "made_at", "journal", "schema", "sha256"}
    assert manifest["made_at"] == "2026-03-09T09:12:00+00:00"
    for encoding in ("utf-8", "utf-16-le"):
        assert MARKER.encode(encoding) not in backup.read_bytes()


def test_checking_and_unpacking_need_no_passphrase(backup: Path, tmp_path: Path) -> None:
    manifest = backup_file.check_backup(backup)
    assert backup_file.unpack(backup, tmp_path / "unpacked") == manifest
    assert {path.name for path in (tmp_path / "unpacked").iterdir()} == {files.JOURNAL, *files.KEYS}
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "unpacked").iterdir()} <= {0o600, 0o644}
    again = Journal.open(tmp_path / "unpacked", None)
    assert again.book.notes == {NOTE.id: NOTE}
    again.close()


def add(name: zipfile.ZipInfo | str) -> Callable[[dict[str, Any], Members], None]:
    return lambda _manifest, members: members.append((name, b"x"))


def squeezed(_manifest: dict[str, Any], members: Members) -> None:
    name, content = members[0]
    member = zipfile.ZipInfo(str(name))
    member.compress_type = zipfile.ZIP_DEFLATED
    members[0] = member, content


HOSTILE: dict[str, Callable[[dict[str, Any], Members], None]] = {
    "a path out of the folder": add("../journal.keys"),
    "an absolute path": add("/journal.keys"),
    "another member": add("journal.db-journal"),
    "no journal": lambda _manifest, members: members.clear(),
    "a compressed journal": squeezed,
    "a large key file": lambda _manifest, members: members.__setitem__(1, (KEYS, bytes(100_000))),
    "another journal": lambda _manifest, members: members.__setitem__(0, (files.JOURNAL, bytes(4096))),
    "no checksums": lambda manifest, _members: manifest.__setitem__("sha256", {}),
    "no instant": lambda manifest, _members: manifest.__setitem__("made_at", 7),
    "another format": lambda manifest, _members: manifest.__setitem__("format", "zip"),
    "a version that is no number": lambda manifest, _members: manifest.__setitem__("version", "2"),
    "a version that is nothing": lambda manifest, _members: manifest.clear(),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused_with_a_sentence(
    backup: Path, tmp_path: Path, change: Callable[[dict[str, Any], Members], None]
) -> None:
    other = rewritten(backup, change)
    with pytest.raises(BackupDamaged, match="or is not a backup"):
        backup_file.check_backup(other)
    with pytest.raises(BackupDamaged):
        backup_file.unpack(other, tmp_path / "unpacked")
    assert {path.name for path in (tmp_path / "unpacked").iterdir()} <= {files.JOURNAL, KEYS}


def test_two_members_of_one_name_are_refused(backup: Path) -> None:
    with zipfile.ZipFile(backup, "a") as packed, pytest.warns(UserWarning, match="Duplicate"):
        packed.writestr(KEYS, b"x")
    with pytest.raises(BackupDamaged):
        backup_file.check_backup(backup)


def test_a_manifest_nested_without_end_is_refused(backup: Path) -> None:
    with zipfile.ZipFile(backup) as packed:
        journal = packed.read(files.JOURNAL)
    with zipfile.ZipFile(backup, "w") as packed:
        packed.writestr(files.JOURNAL, journal)
        packed.writestr(MANIFEST, "[" * 60_000)
    with pytest.raises(BackupDamaged):
        backup_file.check_backup(backup)


def test_one_of_a_newer_program_is_left_alone(backup: Path) -> None:
    newer = rewritten(backup, lambda manifest, _members: manifest.__setitem__("version", 2))
    with pytest.raises(NewerVersion, match="This backup was made by a newer version"):
        backup_file.check_backup(newer)


@pytest.mark.parametrize("content", [b"", b"PK", b"text", bytes(5000)], ids=["empty", "cut", "text", "zeros"])
def test_what_is_no_backup_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(BackupDamaged):
        backup_file.check_backup(tmp_path / "file")


def test_where_no_file_is_there_is_no_backup(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(NoBackup):
            backup_file.check_backup(path)


@pytest.mark.slow
def test_no_flipped_bit_and_no_cut_gets_other_content_accepted(backup: Path, tmp_path: Path) -> None:
    whole, chance = backup.read_bytes(), random.Random(1)
    with zipfile.ZipFile(backup) as packed:
        content = {name: packed.read(name) for name in (files.JOURNAL, KEYS)}
    refused = 0
    for number in range(300):
        spoilt = bytearray(whole)
        if number % 10:
            spoilt[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        else:
            del spoilt[chance.randrange(len(whole)) :]
        backup.write_bytes(spoilt)
        try:
            backup_file.unpack(backup, into := tmp_path / str(number))
        except StoreError:
            refused += 1
        else:
            assert {name: (into / name).read_bytes() for name in content} == content
    assert refused > 250
