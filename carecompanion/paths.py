"""Where a journal lies on this computer."""

from pathlib import Path

NAME = "carecompanion"


def journal_folder(named: Path | None = None) -> Path:
    """The folder that was named, or the usual one, which need not be there.

    The usual one stays on this computer: it is not one of those that some networks copy from one to the next.
    """
    if named is not None:
        return named.expanduser().absolute()
    from platformdirs import user_data_path  # costs a tenth of a start, for one of the two ways

    return user_data_path(NAME, False)
