"""A place in memory for many small disks, and a process of its own in which thousands of journals are opened."""

import tempfile
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.faults.power import without_wiping

IN_MEMORY = Path("/dev/shm")  # noqa: S108  # a folder of our own is made there


@pytest.fixture(scope="package")
def place() -> Iterator[Path]:
    """A folder in memory, where there is such a place."""
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as named:
        yield Path(named)


@pytest.fixture(scope="package")
def apart() -> Iterator[Executor]:
    """A process of its own in which memory is not wiped; nothing brings wiping to an end where it has begun."""
    with ProcessPoolExecutor(1, get_context("spawn"), without_wiping) as executor:
        yield executor
