"""How the tests are spread over the cores, where they write, no network, and how long drawing a case may take."""

import os
import shutil
from pathlib import Path

from hypothesis import HealthCheck, settings

from carecompanion.hardening import _forbid_the_network

IN_MEMORY, ROOM = Path("/dev/shm"), 1 << 30  # noqa: S108  # pytest makes a folder of its own there
"""Where nothing waits for a disk, and the bytes that have to be free there; the tests of power cuts look at calls."""

_forbid_the_network()
if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))

# how long a case takes to draw says more about what else the machine is doing than about the test
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: a fifth of the time of a test goes by in waiting for the screen."""
    return (os.cpu_count() or 1) + 1
