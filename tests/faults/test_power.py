"""The power goes, at any moment: nothing that was acknowledged is lost, and nothing else is found."""

from concurrent.futures import Executor
from pathlib import Path

import pytest

from tests.faults.power import Outcome, power_lost
from tests.faults.table import CARELESS, SCENARIOS
from tests.faults.traced import needs_strace

pytestmark = [pytest.mark.slow, needs_strace]

ENOUGH = 10_000


@pytest.fixture(scope="module")
def outcomes(apart: Executor, place: Path) -> dict[str, Outcome]:
    """What was found in every state of every scenario."""
    folders = {name: place / name for name in (*SCENARIOS, *CARELESS)}
    for folder in folders.values():
        folder.mkdir()
    return dict(zip(folders, apart.map(power_lost, folders, folders.values()), strict=True))


@pytest.mark.parametrize("name", SCENARIOS)
def test_what_was_acknowledged_is_there_after_the_power_went(outcomes: dict[str, Outcome], name: str) -> None:
    assert outcomes[name].states
    assert not outcomes[name].wrong


def test_ten_thousand_states_were_looked_at(outcomes: dict[str, Outcome]) -> None:
    assert sum(outcomes[name].states for name in SCENARIOS) >= ENOUGH


@pytest.mark.parametrize("name", CARELESS)
def test_a_program_that_takes_less_care_is_seen_to_lose_words(outcomes: dict[str, Outcome], name: str) -> None:
    assert outcomes[name].wrong
