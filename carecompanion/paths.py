"""Where a journal and the program's settings lie on this computer."""

from dataclasses import dataclass
from pathlib import Path

NAME = "carecompanion"
SETTINGS = "settings.json"


@dataclass(frozen=True, slots=True)
class Places:
    """`journal` is a folder, `settings` a file; neither need be there."""

    journal: Path
    settings: Path


def places(journal: Path | None = None) -> Places:
    """The usual places or, when a journal's folder is named, everything in that folder.

    The usual ones stay on this computer: they are not those that some networks copy from one to the next.
    """
    if journal is not None:
        folder = journal.expanduser().absolute()
        return Places(folder, folder / SETTINGS)
    from platformdirs import user_config_path, user_data_path  # costs a tenth of a start, for one of the two ways

    return Places(user_data_path(NAME, False), user_config_path(NAME, False) / SETTINGS)
