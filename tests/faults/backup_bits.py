"""Single bits turned over in a backup, and what the program then finds in it."""

import random
from collections import Counter
from pathlib import Path

from carecompanion.store import Journal, StoreError, keys, leave_unpacked, unpack_backup
from tests.faults.bits import flipped
from tests.faults.scenarios import a_journal
from tests.store.conftest import NOW


def in_a_backup(folder: Path, flips: int, seed: int) -> Counter[str]:
    """How often each answer came, "the same" being one, to a bit of a backup that is another."""
    folder.mkdir()
    a_journal(folder)
    root = keys.unlock(folder / "journal", None)
    journal = Journal.open(folder / "journal", None)
    path, book = journal.back_up(NOW).path, journal.book
    journal.close()
    whole = path.read_bytes()
    found: Counter[str] = Counter()
    for bit in random.Random(seed).sample(range(len(whole) * 8), flips):
        path.write_bytes(flipped(whole, bit))
        try:
            unpacked = unpack_backup(folder / "journal", path, lambda _work: root)
            found["the same" if unpacked.book == book else "another"] += 1
        except StoreError as error:
            found[type(error).__name__] += 1
        leave_unpacked(folder / "journal")
    return found
