"""What was chosen about the program, and what it is told when that is another, or something is only tried."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from carecompanion.store import StoreError

if TYPE_CHECKING:
    from carecompanion.store import Journal


@dataclass
class Chosen(Message):
    """Something is set otherwise now; it holds at once."""


@dataclass
class Tried(Message):
    """This is to be looked at before it is chosen; None: no longer."""

    choices: Mapping[str, str] | None


def chosen_in(journal: "Journal") -> dict[str, str]:
    """What was chosen, by name; nothing where that cannot be read now."""
    with suppress(StoreError):
        return journal.choices()
    return {}
