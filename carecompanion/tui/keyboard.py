"""Keyboard: the keys that are in use, as a person chose them, and how another choice comes into use and is kept."""

from collections.abc import Mapping
from typing import Any, Protocol

from textual.app import App

from carecompanion.language import _
from carecompanion.store import StoreError
from carecompanion.tui.keymap import use

NOT_USED = _(
    "The keys you chose name something that cannot be used, so the usual keys work. The file is keys.json, beside "
    "your journal, which is as it was."
)


class KeepsKeys(Protocol):
    """Where chosen keys are kept."""

    def read(self) -> dict[str, str]:
        """What was chosen, by act. Raises StoreError."""

    def keep(self, chosen: Mapping[str, str]) -> None:
        """Keep these in its place. Raises StoreError."""


class Keyboard:
    """What was chosen in place of the usual keys, by act. `trouble` says why it could not be read, "" when it was."""

    def __init__(self, app: App[Any], kept: KeepsKeys | None) -> None:
        self._app, self._kept = app, kept
        self.chosen: dict[str, str] = {}
        self.trouble = ""
        use({})
        try:
            chosen = kept.read() if kept else {}
        except StoreError as trouble:
            self.trouble = str(trouble)
            return
        if chosen and not _can_be_used(chosen):
            self.trouble = NOT_USED
        elif chosen:
            self._take_up(chosen)

    def change(self, chosen: Mapping[str, str]) -> str | None:
        """Keep these keys and use them from now on; why they could not be kept, None when they were."""
        try:
            if self._kept is not None:
                self._kept.keep(chosen)
        except StoreError as trouble:
            return str(trouble)
        self._take_up(chosen)
        return None

    def _take_up(self, chosen: Mapping[str, str]) -> None:
        self.chosen = dict(chosen)
        self._app.set_keymap(use(chosen))


def _can_be_used(chosen: Mapping[str, str]) -> bool:
    from carecompanion.tui.key_refusal import CHOOSABLE, refusal  # few people choose keys

    acts = {key.id for key in CHOOSABLE}
    return all(act in acts and not refusal(key, act) for act, key in chosen.items())
