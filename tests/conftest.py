"""How the tests are spread over the cores, that none of them uses the network, and how long drawing a case may take."""

import os

from hypothesis import HealthCheck, settings

from carecompanion.hardening import _forbid_the_network

_forbid_the_network()

# how long a case takes to draw says more about what else the machine is doing than about the test
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: a fifth of the time of a test goes by in waiting for the screen."""
    return (os.cpu_count() or 1) + 1
