"""Folders for invented journals, removed when the program ends."""

import shutil
import tempfile
from pathlib import Path

from carecompanion.options import Declined

PREFIX = "carecompanion-demo-"


def folder(again: str | None = None) -> Path:
    """A new folder, or one made earlier; never any other, since it is removed in the end. Raises Declined."""
    if again is None:
        return Path(tempfile.mkdtemp(prefix=PREFIX)) / "journal"
    place = Path(again)
    if place.parent.parent != Path(tempfile.gettempdir()) or not place.parent.name.startswith(PREFIX):
        raise Declined("That is no throw-away place. Nothing was opened or changed.")
    return place


def remove(place: Path) -> None:
    """Remove a folder that `folder` gave, and everything in it."""
    shutil.rmtree(place.parent, ignore_errors=True)
