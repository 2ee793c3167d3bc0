"""Terminals: what one says of itself in its environment, before anything is drawn on it."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from textual.driver import Driver

ThemeName = Literal["dusk", "paper", "contrast", "contrast-light", "plain"]
Colours = Literal["none", "few", "256", "all"]
"""How many: "few" are 16 or fewer, which are whatever the person has set them to."""

Environment = Mapping[str, str]


def colours(environment: Environment) -> Colours:
    """How many colours it has; none where NO_COLOR is set and not empty (no-color.org).

    Where nothing is said, as on Windows, all of them.
    """
    if environment.get("NO_COLOR"):
        return "none"
    term = _term(environment)
    if term in ("linux", "dumb"):
        return "few"
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit") or not term:
        return "all"
    return "256" if term.endswith(("256color", "kitty")) else "few"


def is_light(environment: Environment) -> bool | None:
    """Whether its background is light, by COLORFGBG; None when that is not said."""
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return background in ("7", "15") if background.isdigit() else None


def lacks_shapes(environment: Environment) -> bool:
    """Whether its font is known to lack what the program draws with, as the Linux console's is."""
    return _term(environment) == "linux"


def shows_screens(environment: Environment) -> bool:
    """Whether it can show more than one line after the other."""
    return _term(environment) not in ("dumb", "unknown")


def _term(environment: Environment) -> str:
    return environment.get("TERM", "").strip().lower()


def asking_driver() -> "type[Driver] | None":
    """What drives a terminal that can be asked for its background; None for Textual's own."""
    if sys.platform == "win32":
        return None
    from carecompanion.tui.background import AskingDriver

    return AskingDriver
