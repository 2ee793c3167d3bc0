"""How the tests are spread over the cores."""

import os


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: a fifth of the time of a test goes by in waiting for the screen."""
    return (os.cpu_count() or 1) + 1
