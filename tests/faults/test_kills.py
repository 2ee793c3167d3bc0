"""The program is killed at its saves: what it acknowledged is there, and the journal is whole."""

from concurrent.futures import Executor
from pathlib import Path

import pytest

from tests.faults.kills import killed

pytestmark = pytest.mark.slow

KILLS, SEED = 200, 9


def test_two_hundred_kills_lose_nothing_that_was_acknowledged(apart: Executor, place: Path) -> None:
    assert apart.submit(killed, place, KILLS, SEED).result() > 5 * KILLS
