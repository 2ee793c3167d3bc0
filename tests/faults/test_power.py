"""The power goes, at any moment: nothing that was acknowledged is lost, and nothing else is found."""

import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.faults.power import Outcome, power_lost, without_wiping
from tests.faults.scenarios import CARELESS, SCENARIOS
from tests.faults.traced import needs_strace

pytestmark = [pytest.mark.slow, needs_strace]

IN_MEMORY = Path("/dev/shm")  # noqa: S108  # ten thousand small disks are laid out there, each in a folder of our own
ENOUGH = 10_000


@pytest.fixture(scope="module")
def outcomes() -> Iterator[dict[str, Outcome]]:
    """What was found in every state of every scenario, in a process of its own as memory is not wiped in it."""
    with (
        tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as place,
        ProcessPoolExecutor(1, get_context("spawn"), without_wiping) as apart,
    ):
        folders = {name: Path(place) / name for name in (*SCENARIOS, *CARELESS)}
        for folder in folders.values():
            folder.mkdir()
        yield dict(zip(folders, apart.map(power_lost, folders, folders.values()), strict=True))


@pytest.mark.parametrize("name", SCENARIOS)
def test_what_was_acknowledged_is_there_after_the_power_went(outcomes: dict[str, Outcome], name: str) -> None:
    assert outcomes[name].states
    assert not outcomes[name].wrong


def test_ten_thousand_states_were_looked_at(outcomes: dict[str, Outcome]) -> None:
    assert sum(outcomes[name].states for name in SCENARIOS) >= ENOUGH


@pytest.mark.parametrize("name", CARELESS)
def test_a_program_that_takes_less_care_is_seen_to_lose_words(outcomes: dict[str, Outcome], name: str) -> None:
    assert outcomes[name].wrong
