"""A program killed while it saves, and what is there when the journal is opened again."""

import os
import random
import shutil
import signal
import time
from itertools import count, islice
from pathlib import Path

from carecompanion.store import Journal
from tests.faults.scenarios import a_journal, note
from tests.faults.traced import Say, forked

A_JOURNAL = 20
"""Kills after which another journal is begun, as a longer one takes longer to open."""
FIRST = 1000
LONGEST = 0.01
"""Seconds after an acknowledgement before which the kill comes: the length of a few saves."""


def save_for_ever(folder: Path, say: Say) -> None:
    """Keep one note after the other; each is said once it is kept."""
    journal = Journal.open(folder / "journal", None)
    for number in count(FIRST + len(journal.book.notes)):
        journal.keep(note(number))
        say(str(number))


def killed(place: Path, kills: int, seed: int) -> int:
    """How many notes were acknowledged before so many kills; each is there after every kill that followed."""
    chance = random.Random(seed)
    acknowledged = 0
    for begun in range(0, kills, A_JOURNAL):
        folder = place / "killed"
        folder.mkdir()
        a_journal(folder)
        kept: list[int] = []
        for _ in range(min(A_JOURNAL, kills - begun)):
            kept += _until_killed(folder, chance)
            kept += _found(folder, kept)
        acknowledged += len(kept)
        shutil.rmtree(folder)
    return acknowledged


def _until_killed(folder: Path, chance: random.Random) -> list[int]:
    """What a program acknowledges until it is killed, at any moment of a save."""
    said, child = forked(save_for_ever, folder)
    heard = list(islice(said, chance.randint(1, 12)))
    until = time.monotonic() + chance.random() * LONGEST
    while time.monotonic() < until:
        pass
    os.kill(child, signal.SIGKILL)
    heard += said
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    return [int(number) for number in heard]


def _found(folder: Path, kept: list[int]) -> list[int]:
    """The one note that was kept and not yet acknowledged, if any; the journal is whole, and all others are there."""
    journal = Journal.open(folder / "journal", None)
    notes = journal.book.notes
    journal.close()
    assert [notes.get(note(number).id) for number in kept] == [note(number) for number in kept]
    expected = {note(number).id for number in (*kept, *range(900, 905))}
    more = [int(key.rpartition("-")[2]) for key in notes.keys() - expected]
    assert len(more) <= 1
    assert [notes[note(number).id] for number in more] == [note(number) for number in more]
    return more
