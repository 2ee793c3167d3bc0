"""The places of an open journal, in the order of their digits."""

from carecompanion.tui.journal import JournalPlace
from carecompanion.tui.place import Place
from carecompanion.tui.team import Team
from carecompanion.tui.today import Today
from carecompanion.tui.traits import Traits

PLACES: dict[str, type[Place]] = {"today": Today, "journal": JournalPlace, "traits": Traits, "team": Team}
