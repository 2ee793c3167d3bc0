"""Afresh: this program anew in this process's place, so that nothing of the journal stays in its memory."""

import os
import sys


def start_afresh(given: list[str]) -> None:
    """With these arguments."""
    sys.stdout.flush()
    # what happens to lie in the folder one is in is not imported, unless the program was started from there
    way = ["-m"] if "-m" in sys.orig_argv else ["-P", "-m"]
    os.execv(sys.executable, [sys.executable, *way, "carecompanion", *given])  # noqa: S606  # no shell is meant
