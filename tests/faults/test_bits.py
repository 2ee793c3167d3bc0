"""A single bit is another: it is seen, and nothing wrong is ever shown."""

from concurrent.futures import Executor
from pathlib import Path

import pytest

from carecompanion.store import files
from tests.faults.backup_bits import in_a_backup
from tests.faults.bits import in_the_journal, in_the_keys

pytestmark = pytest.mark.slow

FLIPS, IN_A_BACKUP, SEED = 1_500, 300, 26


def test_every_one_of_1500_bits_of_the_journal_is_seen(apart: Executor, place: Path) -> None:
    assert apart.submit(in_the_journal, place / "bits", FLIPS, SEED).result() == {"JournalDamaged": FLIPS}


@pytest.mark.parametrize("name", files.KEYS)
def test_any_bit_of_one_copy_of_the_key_file_does_no_harm(place: Path, name: str) -> None:
    assert list(in_the_keys(place / name, (name,))) == ["the same"]


def test_any_bit_of_both_copies_of_the_key_file_is_seen(place: Path) -> None:
    assert list(in_the_keys(place / "both", files.KEYS)) == ["KeyFileDamaged"]


def test_every_one_of_300_bits_of_a_backup_is_seen_or_changes_nothing_that_was_kept(
    apart: Executor, place: Path
) -> None:
    found = apart.submit(in_a_backup, place / "backup", IN_A_BACKUP, SEED).result()
    assert found.keys() <= {"BackupDamaged", "the same"}
    assert found["BackupDamaged"] > IN_A_BACKUP * 0.9
