"""The keys a person chose in place of the usual ones: a small readable file beside the journal, with no words in it."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from carecompanion.store.errors import StoreError
from carecompanion.store.files import CHOSEN_KEYS, sync_folder, write_whole

MOST = 50_000
"""Bytes beyond which it is no such file."""


class KeysNotRead(StoreError):  # noqa: N818  # what happened to the file
    """The file is there, and holds no keys that can be used."""

    sentence = (
        f"The keys you chose could not be read, so the usual keys work. The file is {CHOSEN_KEYS}, beside your "
        "journal, which is as it was."
    )


class ChosenKeys:
    """The file in a journal's folder: which key, by the name of the act it is for."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / CHOSEN_KEYS

    def read(self) -> dict[str, str]:
        """What was chosen; nothing when there is no file. Raises KeysNotRead."""
        if not os.path.lexists(self._path):
            return {}
        try:
            chosen = json.loads(self._path.read_bytes()) if self._path.stat().st_size <= MOST else None
        except (OSError, ValueError, RecursionError):
            raise KeysNotRead from None
        if not isinstance(chosen, dict) or not all(isinstance(key, str) for key in chosen.values()):
            raise KeysNotRead
        return chosen

    def keep(self, chosen: Mapping[str, str]) -> None:
        """Keep these in place of those before, whole or not at all; without any there is no file. Raises StoreError."""
        from carecompanion.store.answers import saving  # the database behind it takes long to import

        saving(self._write)(chosen)

    def _write(self, chosen: Mapping[str, str]) -> None:
        if chosen:
            write_whole(self._path, json.dumps(chosen, indent=2).encode() + b"\n")
        elif os.path.lexists(self._path):
            self._path.unlink()
            sync_folder(self._path.parent)
