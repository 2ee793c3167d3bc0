"""python -m carecompanion, and the `carecompanion` command."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from carecompanion.hardening import harden


def run() -> NoReturn:
    """Make the process safe before anything else is imported, then do what the command line asks."""
    harden()
    gc.disable()  # until the first screen has been painted: a start makes much and throws away little
    from carecompanion.cli import main

    code = main(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    # the journal is closed by now; taking the interpreter apart would only make the person wait as long as a start
    os._exit(code)


if __name__ == "__main__":
    run()
