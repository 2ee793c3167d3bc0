"""The power taken away at every moment of an act, and what the program then finds."""

import hashlib
import random
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from carecompanion.store import cipher
from tests.faults.disk import State
from tests.faults.replay import Replay
from tests.faults.table import CARELESS, SCENARIOS
from tests.faults.traced import Call, recorded

SEED = 20260309


def without_wiping() -> None:
    """For the whole process: what was read is not wiped from memory, which makes opening four times slower.

    What is written, and what is found, stay the same.
    """
    pytest.MonkeyPatch().setattr(cipher, "USUAL", cipher.SETTINGS)


@dataclass
class Outcome:
    """How many states there were, and what was found in those that had lost or changed something."""

    states: int = 0
    wrong: Counter[str] = field(default_factory=Counter)


def power_lost(name: str, place: Path) -> Outcome:
    """Each state in which a loss of power may leave the disk during this, opened: what was acknowledged is to be there.

    Of an act under way all may be there or nothing.
    """
    scenario = (SCENARIOS | CARELESS)[name]
    folder = place / "disk"
    folder.mkdir()
    scenario.before(folder)
    first = scenario.found(shutil.copytree(folder, place / "first"))
    replay = Replay(folder)
    ran = recorded(scenario.act, folder, place / "record")
    held = (first, *ran.said, ran.said[-1])
    outcome = Outcome()
    chance = random.Random(SEED)
    for acknowledged, state in _states(replay, ran.calls, scenario.torn):
        if chance.random() > scenario.share:
            continue
        outcome.states += 1
        found = scenario.found(_laid_out(state, place / "found"))
        if found not in held[acknowledged : acknowledged + 2]:
            outcome.wrong[found] += 1
            if name in CARELESS:
                break
    return outcome


def _states(replay: Replay, calls: tuple[Call, ...], torn: int) -> Iterator[tuple[int, State]]:
    """Every state there may be, each once, with how many acts had been acknowledged."""
    chance = random.Random(SEED)
    seen: set[tuple[int, bytes]] = set()
    acknowledged = 0
    for call in calls:
        changed = replay.take(call)
        acknowledged += replay.is_said(call)
        if changed or replay.is_said(call):
            for state in replay.disk.states(chance, torn):
                known = (acknowledged, _digest(state))
                if known not in seen:
                    seen.add(known)
                    yield acknowledged, state


def _digest(state: State) -> bytes:
    digest = hashlib.blake2b()
    for path, content in sorted(state.items(), key=lambda each: each[0]):
        digest.update(f"{path} {content and (content.file, len(content.data))}\n".encode())
        digest.update(content.data if content else b"")
    return digest.digest()


def _laid_out(state: State, folder: Path) -> Path:
    """The folder with these files in it and no others."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    there: dict[int, Path] = {}
    for path, content in sorted(state.items(), key=lambda each: each[0]):
        if content is None:
            (folder / path).mkdir()
        elif content.file in there:
            (folder / path).hardlink_to(there[content.file])
        else:
            there[content.file] = folder / path
            (folder / path).write_bytes(content.data)
    return folder
