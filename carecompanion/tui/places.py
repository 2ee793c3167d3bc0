"""The places of an open journal, in the order of their digits."""

from importlib import import_module
from typing import TYPE_CHECKING

from carecompanion.tui.place import Clock, Place

if TYPE_CHECKING:
    from carecompanion.store import Journal

PLACES = {"today": "Today", "journal": "JournalPlace", "traits": "Traits", "team": "Team", "review": "Review"}
"""Each place's class, in the file of the place's name."""


def make(name: str, journal: "Journal", clock: Clock, label: str) -> Place:
    """The place of that name, imported now."""
    made: Place = getattr(import_module(f"carecompanion.tui.{name}"), PLACES[name])(journal, clock, label)
    return made
