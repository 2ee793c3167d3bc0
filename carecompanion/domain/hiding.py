"""When the screen hides by itself, as it was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carecompanion.domain import how_many
from carecompanion.domain.whole_numbers import whole_number
from carecompanion.language import _

LEAST, USUAL, MOST = 1, 5, 30
"""Minutes without a key, after which the screen hides."""
AFTER, ON_LEAVING = "hide_after", "hide_on_leaving"
"""The names of what is chosen: the minutes, and "yes" to hide whenever another window is gone to."""
NOT_SO_MANY = _("Choose a number of minutes from {least} to {most}.").format(least=LEAST, most=MOST)


@dataclass(frozen=True, slots=True)
class HideWhen:
    """When the screen hides by itself: after so many minutes, and perhaps whenever another window is gone to."""

    after: int = USUAL
    on_leaving: bool = False

    @classmethod
    def chosen(cls, choices: Mapping[str, str]) -> HideWhen:
        """As a person chose it; the usual where nothing was chosen, or nothing that can be."""
        after = choices.get(AFTER, "")
        minutes = int(after) if after.isascii() and after.isdigit() and len(after) <= len(str(MOST)) else USUAL
        return cls(min(MOST, max(LEAST, minutes)), choices.get(ON_LEAVING) == "yes")

    def choices(self) -> dict[str, str]:
        """How it is kept."""
        return {AFTER: str(self.after), ON_LEAVING: "yes" if self.on_leaving else "no"}


def read_minutes(typed: str) -> int:
    """The minutes. Raises ValueError with a sentence fit to show."""
    minutes = whole_number(typed, LEAST, MOST)
    if minutes is None:
        raise ValueError(NOT_SO_MANY)
    return minutes


def hides(choices: Mapping[str, str]) -> bool:
    """Whether somebody has chosen when."""
    return bool(choices.get(AFTER))


def hiding_words(when: HideWhen) -> str:
    """As in "after 5 minutes", "after 1 minute, and when you go elsewhere"."""
    minutes = _("after {minutes}").format(minutes=how_many.minutes(when.after))
    return _("{minutes}, and when you go elsewhere").format(minutes=minutes) if when.on_leaving else minutes
