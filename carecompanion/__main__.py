"""python -m carecompanion, and the `carecompanion` command."""

import sys

from carecompanion.hardening import harden


def run() -> int:
    """Make the process safe before anything else is imported, then do what the command line asks."""
    harden()
    from carecompanion.cli import main  # nothing of ours or anybody's runs before the process is safe

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
