"""Single bits turned over in a journal's files, and what the program then finds."""

import random
from collections import Counter
from pathlib import Path

from carecompanion.store import StoreError, files, key_file, keys
from tests.faults.scenarios import a_journal, opened


def flipped(content: bytes, bit: int) -> bytes:
    """The same but for one bit."""
    spoiled = bytearray(content)
    spoiled[bit // 8] ^= 1 << bit % 8
    return bytes(spoiled)


def in_the_journal(folder: Path, flips: int, seed: int) -> Counter[str]:
    """How often each answer came, "the same" being one, to a bit of the journal that is another."""
    folder.mkdir()
    a_journal(folder)
    path = folder / "journal" / files.JOURNAL
    whole, held = path.read_bytes(), opened(folder)
    found: Counter[str] = Counter()
    for bit in random.Random(seed).sample(range(len(whole) * 8), flips):
        path.write_bytes(flipped(whole, bit))
        answer = opened(folder)
        found["the same" if answer == held else answer] += 1
        assert path.read_bytes() == flipped(whole, bit), "a file that is damaged was written to"
    return found


def in_the_keys(folder: Path, names: tuple[str, ...]) -> Counter[str]:
    """How often each answer came, "the same" being one, to every bit of the key file, or of its twin, or of both."""
    folder.mkdir()
    keys.seal(folder, keys.new_root(), "three ordinary words", keys.LITTLE_MEMORY)
    whole, sealed = (folder / files.KEYS[0]).read_bytes(), key_file.read_newest(folder)
    found: Counter[str] = Counter()
    for bit in range(len(whole) * 8):
        for name in files.KEYS:
            (folder / name).write_bytes(flipped(whole, bit) if name in names else whole)
        try:
            found["the same" if key_file.read_newest(folder) == sealed else "another"] += 1
        except StoreError as error:
            found[type(error).__name__] += 1
    return found
