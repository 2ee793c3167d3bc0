"""The first week: at most one thing worth knowing a day, which can be put off for the day or turned off for good."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from carecompanion.language import _

HINTS_WANTED, BEGAN_ON, PUT_OFF_ON = "first_week_hints", "first_week_began", "first_week_put_off"
"""The names of what is chosen: "no" turns the hints off; the day of the first; the day on which one was put off."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What is worth knowing, and the act it is about. A key stands as its act's id in braces."""

    act: str
    words: str


HINTS: tuple[Hint, ...] = (
    Hint("hide", _("{hide} hides the screen at once. Any key leads back.")),
    Hint("keys", _("{keys} shows what can be done where you are.")),
    Hint("undo", _("{undo} takes back what was done last, as far back as you like.")),
    Hint("find", _("{find} finds words in all you wrote.")),
    Hint("something", _("{something} is for what was asked for, promised or changed.")),
    Hint("palette", _("{palette} finds all there is to do, by a few letters.")),
    Hint("help_now", _("{help_now} has numbers to ring, also before your journal is open.")),
)
"""One for each day, from the first on."""


def hint(chosen: Mapping[str, str], today: date) -> Hint | None:
    """What is worth knowing today; None when the week is over or has not begun, or nothing is wanted today."""
    if not are_wanted(chosen) or chosen.get(PUT_OFF_ON) == today.isoformat():
        return None
    try:
        days = (today - date.fromisoformat(chosen.get(BEGAN_ON, ""))).days
    except ValueError:
        return None
    return HINTS[days] if 0 <= days < len(HINTS) else None


def are_wanted(chosen: Mapping[str, str]) -> bool:
    """Whether the hints are not turned off."""
    return chosen.get(HINTS_WANTED) != "no"
