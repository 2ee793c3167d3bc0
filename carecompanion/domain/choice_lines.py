"""What is chosen about the program itself, one by one: what each is called, what it is for, how it is read and said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from carecompanion.domain.first_week import HINTS_WANTED, are_wanted
from carecompanion.domain.hiding import HideWhen, read_minutes
from carecompanion.domain.reading_mode import READING
from carecompanion.language import _

Choices = Mapping[str, str]
YES, NO = "yes", "no"
YES_OR_NO = _("Please say yes or no.")


@dataclass(frozen=True, slots=True, repr=False)
class ChoiceLine:
    """`read` answers with what is to be kept, and raises ValueError with a sentence fit to show."""

    name: str
    why: str
    read: Callable[[str, Choices], Choices]
    said: Callable[[Choices], str]
    is_yes_or_no: bool = False


def _yes(typed: str) -> bool:
    word = typed.strip().casefold()
    if word not in (YES, "y", "on", NO, "n", "off"):
        raise ValueError(YES_OR_NO)
    return word in (YES, "y", "on")


def _word(is_so: bool) -> str:
    return YES if is_so else NO


def _minutes(typed: str, chosen: Choices) -> Choices:
    return replace(HideWhen.chosen(chosen), after=read_minutes(typed.strip())).choices()


def _elsewhere(typed: str, chosen: Choices) -> Choices:
    return replace(HideWhen.chosen(chosen), on_leaving=_yes(typed)).choices()


CHOICES: Mapping[str, ChoiceLine] = {
    "hide-minutes": ChoiceLine(
        _("Minutes until the screen hides"),
        _("After so many minutes without a key the screen hides, and no words are lost."),
        _minutes,
        lambda chosen: str(HideWhen.chosen(chosen).after),
    ),
    "hide-elsewhere": ChoiceLine(
        _("Hide when you go to another window"),
        _("Not every terminal can tell."),
        _elsewhere,
        lambda chosen: _word(HideWhen.chosen(chosen).on_leaving),
        is_yes_or_no=True,
    ),
    "reading-mode": ChoiceLine(
        _("Reading mode"),
        _("The screens as a screen reader needs them: the cursor shows where you are, and nothing ticks."),
        lambda typed, _chosen: {READING: YES if _yes(typed) else ""},
        lambda chosen: _word(chosen.get(READING) == YES),
        is_yes_or_no=True,
    ),
    "hints": ChoiceLine(
        _("Hints in the first week"),
        _("Today can say one thing worth knowing a day, in the first week only."),
        lambda typed, _chosen: {HINTS_WANTED: "" if _yes(typed) else NO},
        lambda chosen: _word(are_wanted(chosen)),
        is_yes_or_no=True,
    ),
}
"""The choices by the names a command gives them."""
