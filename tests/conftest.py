"""How the tests are spread over the cores, and that none of them uses the network."""

import os

from carecompanion.hardening import _forbid_the_network

_forbid_the_network()


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: a fifth of the time of a test goes by in waiting for the screen."""
    return (os.cpu_count() or 1) + 1
