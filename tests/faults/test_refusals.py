"""The disk refuses a call once, or from then on: a sentence each time, and nothing that was acknowledged is lost."""

import random
from collections import Counter
from concurrent.futures import Executor
from pathlib import Path

import pytest

from tests.faults.refusals import KEPT, NOTES, REFUSED, counted, refused
from tests.faults.traced import needs_strace

pytestmark = [pytest.mark.slow, needs_strace]

ONCE = {
    ("pwrite64", "EIO"): 30,
    ("pwrite64", "ENOSPC"): 31,
    ("fsync", "EIO"): 20,
    ("pread64", "EIO"): 34,
    ("openat", "EIO"): 4,
    ("unlink", "EIO"): 1,
}
"""How many of the calls of each kind are refused, each once and in a run of its own: 120 in all."""

FROM_THEN_ON = {("pwrite64", "ENOSPC"): 5, ("pwrite64", "EIO"): 3, ("fsync", "EIO"): 3, ("pread64", "EIO"): 3}

SAID = {"NotSaved", "DiskFull", "NotRead", "ReadOnly"}
"""What a person may be told; never that the journal is damaged, as it is not."""


@pytest.fixture(scope="module")
def counts(apart: Executor, place: Path) -> Counter[str]:
    """How often each call is made when none is refused."""
    return apart.submit(counted, place / "counted").result()


def some(counts: Counter[str], call: str, error: str, many: int) -> list[int]:
    return random.Random(f"{call} {error}").sample(range(1, counts[call] + 1), many)


def told(said: tuple[str, ...]) -> set[str]:
    return {words.split()[1] for words in said if words.startswith(REFUSED)}


def test_a_hundred_and_twenty_calls_are_refused_once() -> None:
    assert sum(ONCE.values()) == 120


@pytest.mark.parametrize(("call", "error"), ONCE)
def test_a_call_refused_once_loses_nothing_and_trying_again_is_enough(
    apart: Executor, place: Path, counts: Counter[str], call: str, error: str
) -> None:
    answers: set[str] = set()
    for number in some(counts, call, error, ONCE[call, error]):
        said = apart.submit(refused, place / "refused", call, error, str(number)).result()
        answers |= told(said)
        assert {words for words in said if words.startswith(KEPT)} == {f"{KEPT} {each}" for each in range(NOTES)}
    assert answers <= SAID
    # what is left over is taken away at the next opening, and a key file that cannot be read has a twin
    assert answers or call in ("unlink", "openat")


@pytest.mark.parametrize(("call", "error"), FROM_THEN_ON)
def test_a_disk_that_refuses_from_then_on_is_said_to(
    apart: Executor, place: Path, counts: Counter[str], call: str, error: str
) -> None:
    for number in some(counts, call, error, FROM_THEN_ON[call, error]):
        said = apart.submit(refused, place / "refused", call, error, f"{number}+").result()
        assert told(said) <= SAID, number
