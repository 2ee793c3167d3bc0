"""The look a person chose: a small readable file beside the journal, for the time before that is open, without words.

The journal holds the same; what is in the file is only a copy of it.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from carecompanion.store.errors import StoreError
from carecompanion.store.files import CHOSEN_LOOKS, sync_folder, write_whole

MOST = 1_000
"""Bytes beyond which it is no such file."""


class LooksNotRead(StoreError):  # noqa: N818  # what happened to the file
    """The file is there, and holds no look."""

    sentence = (
        f"The look you chose could not be read from {CHOSEN_LOOKS}, beside your journal, which is as it was. "
        "The terminal’s own was used until now, and the file is written anew."
    )


class ChosenLooks:
    """The file in a journal's folder: what was chosen, by name."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / CHOSEN_LOOKS

    def read(self) -> dict[str, str]:
        """What was chosen; nothing when there is no file. Raises LooksNotRead."""
        if not os.path.lexists(self._path):
            return {}
        import json  # seldom there is a file, and a start need not wait

        try:
            small = self._path.is_file() and self._path.stat().st_size <= MOST
            chosen = json.loads(self._path.read_bytes()) if small else None
        except (OSError, ValueError, RecursionError):
            raise LooksNotRead from None
        if not isinstance(chosen, dict) or not all(isinstance(value, str) for value in chosen.values()):
            raise LooksNotRead
        return chosen

    def keep(self, chosen: Mapping[str, str]) -> None:
        """Keep these in place of those before, whole or not at all; without any there is no file. Raises StoreError."""
        from carecompanion.store.answers import saving  # the database behind it takes long to import

        saving(self._write)(chosen)

    def _write(self, chosen: Mapping[str, str]) -> None:
        import json

        if chosen:
            write_whole(self._path, json.dumps(dict(chosen), indent=2).encode() + b"\n")
        elif os.path.lexists(self._path):
            self._path.unlink()
            sync_folder(self._path.parent)
