"""The places of an open journal, in the order of their digits."""

from collections.abc import Callable
from importlib import import_module

from carecompanion.tui.place import Place

PLACES = {"today": "Today", "journal": "JournalPlace", "traits": "Traits", "team": "Team"}
"""Each place's class, in the file of the place's name."""


def place(name: str) -> Callable[..., Place]:
    """The place of that name, imported now."""
    found: Callable[..., Place] = getattr(import_module(f"carecompanion.tui.{name}"), PLACES[name])
    return found
