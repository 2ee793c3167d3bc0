"""The key file: four different answers, two copies, and no passphrase mistaken for damage."""

import json
import os
import random
from dataclasses import replace
from pathlib import Path

import pytest

from carecompanion.store import files, key_file, keys
from carecompanion.store.errors import (
    ForeignCode,
    KeyFileDamaged,
    NewerVersion,
    NoJournal,
    NotEnoughMemory,
    WrongPassphrase,
)
from carecompanion.store.key_file import Argon2Cost, KeyFile, OpenSlot, needs_passphrase, read_newest, write
from carecompanion.store.keys import (
    LITTLE_MEMORY,
    Root,
    Unlocked,
    seal,
    settle,
    unlock,
    unlock_each,
    unlock_with_code,
    vouched_for,
)
from carecompanion.store.keys import (
    sealed as seal_alone,
)

ROOT = Root(bytes(range(16)))
PASSPHRASE = "  four café words here "
CHEAP = LITTLE_MEMORY


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a sealed key file; nobody changes it."""
    folder = tmp_path_factory.mktemp("sealed")
    (folder / files.JOURNAL).touch()
    seal(folder, ROOT, PASSPHRASE, CHEAP)
    return folder


@pytest.fixture
def copied(sealed: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    for file in sealed.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def spoil(path: Path, bit: int = 1234) -> None:
    written = bytearray(path.read_bytes())
    written[bit // 8 % len(written)] ^= 1 << bit % 8
    path.write_bytes(written)


def test_the_passphrase_gives_the_root_back(sealed: Path) -> None:
    assert unlock(sealed, PASSPHRASE) == ROOT


@pytest.mark.parametrize("typed", [PASSPHRASE.strip(), PASSPHRASE.upper(), "", "\ud800"])
def test_another_passphrase_is_a_wrong_one_and_nothing_else(sealed: Path, typed: str) -> None:
    with pytest.raises(WrongPassphrase) as caught:
        unlock(sealed, typed)
    assert str(caught.value) == "That did not open it. Nothing is lost – try again."


def test_no_passphrase_where_there_is_one_is_a_wrong_one(sealed: Path) -> None:
    with pytest.raises(WrongPassphrase):
        unlock(sealed, None)


def test_an_accent_typed_as_a_second_character_opens_all_the_same(sealed: Path) -> None:
    assert unlock(sealed, PASSPHRASE.replace("é", "e\u0301")) == ROOT


def test_one_damaged_copy_of_the_key_file_does_not_matter(copied: Path) -> None:
    for name in files.KEYS:
        before = (copied / name).read_bytes()
        spoil(copied / name)
        assert read_newest(copied).check == ROOT.check()
        (copied / name).unlink()
        assert read_newest(copied).check == ROOT.check()
        (copied / name).write_bytes(before)


def test_two_damaged_copies_are_said_to_be_damaged_before_any_passphrase_is_tried(copied: Path) -> None:
    for name in files.KEYS:
        spoil(copied / name)
    with pytest.raises(KeyFileDamaged):
        unlock(copied, PASSPHRASE)
    assert needs_passphrase(copied)


def test_the_next_write_mends_the_other_copy(copied: Path) -> None:
    spoil(copied / files.KEYS[0])
    seal(copied, ROOT, None)
    assert read_newest(copied).sequence == 2
    assert len({(copied / name).read_bytes() for name in files.KEYS}) == 1


def test_every_flipped_bit_is_seen(sealed: Path, tmp_path: Path) -> None:
    whole = (sealed / files.KEYS[0]).read_bytes()
    path = tmp_path / files.KEYS[0]
    for bit in random.Random(9106).sample(range(len(whole) * 8), 400):
        path.write_bytes(whole)
        spoil(path, bit)
        with pytest.raises((KeyFileDamaged, NewerVersion)):
            read_newest(tmp_path)


@pytest.mark.parametrize("length", [0, 1, 100])
def test_a_key_file_cut_short_is_damaged(sealed: Path, tmp_path: Path, length: int) -> None:
    (tmp_path / files.KEYS[0]).write_bytes((sealed / files.KEYS[0]).read_bytes()[:length])
    with pytest.raises(KeyFileDamaged):
        read_newest(tmp_path)


@pytest.mark.parametrize("written", ["[]", "{}", '{"keys": []}', '{"keys": 1, "sha256": ""}', "[" * 9999])
def test_json_that_is_no_key_file_is_damaged(tmp_path: Path, written: str) -> None:
    (tmp_path / files.KEYS[0]).write_text(written)
    with pytest.raises(KeyFileDamaged):
        read_newest(tmp_path)


def changed(folder: Path, change: dict[str, object]) -> None:
    """Change the slot or the file and put the checksum right, as somebody hostile could."""
    content = json.loads((folder / files.KEYS[0]).read_bytes())["keys"]
    target = content["slot"] if set(change) <= set(content["slot"]) else content
    target |= change
    for name in files.KEYS:
        (folder / name).write_bytes(key_file._checked(content))


@pytest.mark.parametrize(
    "cost",
    [
        {"mebibytes": 63, "passes": 3, "lanes": 4},
        {"mebibytes": 4097, "passes": 3, "lanes": 4},
        {"mebibytes": 64, "passes": 2, "lanes": 4},
        {"mebibytes": 64, "passes": 65, "lanes": 4},
        {"mebibytes": 64, "passes": 3, "lanes": 0},
        {"mebibytes": 64, "passes": 3, "lanes": 17},
    ],
)
def test_work_out_of_bounds_is_never_begun(copied: Path, cost: dict[str, object]) -> None:
    changed(copied, {"argon2id": cost})
    with pytest.raises(KeyFileDamaged):
        unlock(copied, PASSPHRASE)


@pytest.mark.parametrize("change", [{"salt": "00" * 16}, {"sequence": 9}, {"check": "00" * 8}])
def test_nothing_in_the_file_can_be_changed_without_breaking_the_seal(copied: Path, change: dict[str, object]) -> None:
    changed(copied, change)
    with pytest.raises(WrongPassphrase):
        unlock(copied, PASSPHRASE)


def test_a_newer_key_file_asks_for_the_newer_program(copied: Path) -> None:
    changed(copied, {"version": key_file.VERSION + 1})
    with pytest.raises(NewerVersion):
        unlock(copied, PASSPHRASE)


def test_without_a_passphrase_the_root_lies_in_the_open(tmp_path: Path) -> None:
    (tmp_path / files.JOURNAL).touch()
    seal(tmp_path, ROOT, None)
    assert not needs_passphrase(tmp_path)
    assert unlock(tmp_path, None) == ROOT
    assert unlock(tmp_path, "something typed all the same") == ROOT


def test_an_empty_passphrase_is_refused_rather_than_kept(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least one character"):
        seal(tmp_path, ROOT, "", CHEAP)
    assert not list(tmp_path.iterdir())


def test_the_code_of_another_journal_is_told_from_a_damaged_file(sealed: Path) -> None:
    assert unlock_with_code(sealed, ROOT.recovery_code()) == ROOT
    with pytest.raises(ForeignCode):
        unlock_with_code(sealed, Root(bytes(16)).recovery_code())


def test_the_code_needs_no_key_file(copied: Path) -> None:
    for name in files.KEYS:
        (copied / name).unlink()
    assert unlock_with_code(copied, ROOT.recovery_code()) == ROOT


def test_where_there_is_no_journal_nothing_is_unlocked(tmp_path: Path) -> None:
    with pytest.raises(NoJournal):
        unlock(tmp_path, PASSPHRASE)
    with pytest.raises(NoJournal):
        unlock_with_code(tmp_path, ROOT.recovery_code())


def test_key_files_are_for_their_owner_alone(sealed: Path) -> None:
    assert {(sealed / name).stat().st_mode & 0o777 for name in files.KEYS} == {0o600}
    assert {file.name for file in sealed.iterdir()} == {files.JOURNAL, *files.KEYS}


def test_a_write_that_fails_leaves_the_key_file_as_it_was(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {file.name: file.read_bytes() for file in copied.iterdir()}

    def refuse(_handle: int) -> None:
        raise OSError(5, "refused")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="refused"):
        seal(copied, ROOT, None)
    assert {file.name: file.read_bytes() for file in copied.iterdir()} == before


def test_a_link_in_place_of_a_key_file_is_not_written_through(
    copied: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "file"
    elsewhere.write_text("theirs")
    for name in (files.KEYS[0], f"{files.KEYS[0]}.new"):
        (copied / name).unlink(missing_ok=True)
        (copied / name).symlink_to(elsewhere)
    seal(copied, ROOT, None)
    assert elsewhere.read_text() == "theirs"
    assert not (copied / files.KEYS[0]).is_symlink()


def refuse_memory(monkeypatch: pytest.MonkeyPatch, above: int) -> None:
    genuine = keys._stretched

    def stretched(passphrase: str, salt: bytes, cost: Argon2Cost) -> bytes:
        if cost.mebibytes > above:
            raise MemoryError
        return genuine(passphrase, salt, cost)

    monkeypatch.setattr(keys, "_stretched", stretched)


def test_with_little_memory_a_new_passphrase_costs_less(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / files.JOURNAL).touch()
    refuse_memory(monkeypatch, above=64)
    seal(tmp_path, ROOT, PASSPHRASE, Argon2Cost(256))
    assert unlock(tmp_path, PASSPHRASE) == ROOT


def test_with_too_little_memory_to_open_the_person_is_told(sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_memory(monkeypatch, above=0)
    with pytest.raises(NotEnoughMemory):
        unlock(sealed, PASSPHRASE)


def test_nothing_secret_shows() -> None:
    shown = repr([ROOT, KeyFile(1, ROOT.check(), OpenSlot(ROOT.secret)), OpenSlot(ROOT.secret)])
    assert ROOT.secret.hex() not in shown
    assert repr(ROOT.secret) not in shown
    assert ROOT.database_key() != ROOT.secret
    assert ROOT.check() not in ROOT.database_key()


def test_the_keys_are_those_that_files_written_today_need_for_ever() -> None:
    assert ROOT.database_key().hex() == "3dc995d481903d0ec93314fafc2f418735eeda21a5cf5b75583f4e6065b83326"
    assert ROOT.recovery_code() == "000GV-40R4H-0M30P-E209P-185GH-R38E0-1Z4MZ"


GOLDEN = Path(__file__).parent / "golden" / "keys"
COMING = Root(bytes(range(16, 32)))
"""The root that takes the place of ROOT in the golden key file that holds both."""


def golden(folder: Path, name: str) -> bytes:
    """A key file as some version of the program wrote it, put in the folder."""
    (folder / files.JOURNAL).touch()
    content = (GOLDEN / name).read_bytes()
    for twin in files.KEYS:
        (folder / twin).write_bytes(content)
    return content


@pytest.mark.parametrize(("name", "passphrase"), [("version-1-open.keys", None), ("version-1-sealed.keys", PASSPHRASE)])
def test_a_key_file_of_the_first_version_opens_for_ever_and_is_still_written_so(
    tmp_path: Path, name: str, passphrase: str | None
) -> None:
    content = golden(tmp_path, name)
    assert unlock(tmp_path, passphrase) == ROOT
    write(tmp_path, read_newest(tmp_path))
    assert {(tmp_path / twin).read_bytes() for twin in files.KEYS} == {content}


def test_a_key_file_with_a_root_that_is_coming_opens_for_ever(tmp_path: Path) -> None:
    content = golden(tmp_path, "version-2.keys")
    assert unlock_each(tmp_path, PASSPHRASE) == Unlocked((ROOT,), refused=True)
    assert unlock_each(tmp_path, "the one that is coming") == Unlocked((COMING,), refused=True)
    with pytest.raises(WrongPassphrase):
        unlock_each(tmp_path, "neither")
    assert {unlock_with_code(tmp_path, root.recovery_code()) for root in (ROOT, COMING)} == {ROOT, COMING}
    assert not vouched_for(tmp_path, ROOT)
    write(tmp_path, read_newest(tmp_path))
    assert {(tmp_path / twin).read_bytes() for twin in files.KEYS} == {content}


@pytest.mark.parametrize("root", [ROOT, COMING])
def test_of_two_roots_the_one_that_opened_the_journal_stays_and_the_file_is_of_the_first_version(
    tmp_path: Path, root: Root
) -> None:
    golden(tmp_path, "version-2.keys")
    settle(tmp_path, root)
    assert unlock(tmp_path, PASSPHRASE if root == ROOT else "the one that is coming") == root
    for twin in files.KEYS:
        written = (tmp_path / twin).read_text()
        assert '"version": 1,' in written
        assert written.count('"sealed"') == 1


def test_with_two_roots_it_asks_for_a_passphrase_when_either_has_one(tmp_path: Path) -> None:
    (tmp_path / files.JOURNAL).touch()
    in_the_open, under_one = KeyFile(1, ROOT.check(), OpenSlot(ROOT.secret)), seal_alone(COMING, PASSPHRASE, CHEAP, 2)
    for present, coming in ((in_the_open, under_one), (replace(under_one, sequence=1), in_the_open)):
        write(tmp_path, replace(present, coming=coming))
        assert needs_passphrase(tmp_path)


def test_a_second_root_cannot_be_put_in_the_place_of_another(tmp_path: Path) -> None:
    golden(tmp_path, "version-2.keys")
    both = read_newest(tmp_path)
    assert both.coming is not None
    write(tmp_path, replace(both.coming, coming=replace(both.alone, sequence=9)))
    assert unlock_each(tmp_path, "the one that is coming") == Unlocked((COMING,), refused=True)
    with pytest.raises(WrongPassphrase):
        unlock_each(tmp_path, PASSPHRASE)
