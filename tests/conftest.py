"""How the tests are spread over the cores, where they put their files, and that none of them uses the network."""

import os
import shutil
from pathlib import Path

from carecompanion.hardening import _forbid_the_network

IN_MEMORY, ROOM = Path("/dev/shm"), 1 << 30  # noqa: S108  # pytest makes a folder of its own there
"""Where nothing waits for a disk, and the bytes that have to be free there; the tests of power cuts look at calls."""

_forbid_the_network()
if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: a fifth of the time of a test goes by in waiting for the screen."""
    return (os.cpu_count() or 1) + 1
