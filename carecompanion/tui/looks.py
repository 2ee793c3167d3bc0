"""Looks: which colours and shapes the program wears: as it was told, else as was chosen, else as the terminal is."""

from collections.abc import Mapping
from typing import get_args

from carecompanion.tui.terminals import Environment, ThemeName, colours, is_light, lacks_shapes

NAMES: tuple[ThemeName, ...] = get_args(ThemeName)
THEME, SHAPES = "theme", "shapes"
"""The names of the choices. What follows the terminal is an empty one."""
ASCII, DRAWN = "ascii", "drawn"


class Looks:
    """What is worn, and why. `told` is a theme named for this run: it holds until another is chosen.

    Where there are no colours, or too few for a theme to look as it is meant to, it is plain.
    """

    def __init__(self, environment: Environment, told: ThemeName | None = None) -> None:
        self.colours = colours(environment)
        self._lacks_shapes = lacks_shapes(environment)
        self._light = is_light(environment)
        self._told = told
        self._chosen: Mapping[str, str] | None = None
        self._tried: Mapping[str, str] | None = None

    @property
    def theme(self) -> ThemeName:
        """The theme, by its name."""
        if self.colours == "none":
            return "plain"
        if self._told is not None and self._tried is None:
            return self._told
        if self.colours == "few" and self._tried is None:
            return "plain"
        return self._named or ("plain" if self.colours == "few" else "paper" if self._light else "dusk")

    @property
    def has_plain_shapes(self) -> bool:
        """Whether shapes are made of what every font has."""
        shapes = self._now.get(SHAPES)
        return shapes == ASCII if shapes in (ASCII, DRAWN) else self._lacks_shapes

    @property
    def follows_background(self) -> bool:
        """Whether the colours depend on whether the terminal's own background is light."""
        told = self._told is not None and self._tried is None
        return self.colours in ("256", "all") and not told and self._named is None

    def choose(self, choices: Mapping[str, str]) -> None:
        """From now on as was chosen in these; nothing is only tried any more."""
        now = {name: choices.get(name, "") for name in (THEME, SHAPES)}
        if self._chosen is not None and self._chosen[THEME] != now[THEME]:
            self._told = None
        self._chosen, self._tried = now, None

    def try_on(self, choices: Mapping[str, str]) -> None:
        """Show these until something is chosen."""
        self._tried = choices

    def hear(self, *, light: bool) -> None:
        """What the terminal said of its background."""
        self._light = light

    @property
    def _now(self) -> Mapping[str, str]:
        return self._tried if self._tried is not None else self._chosen or {}

    @property
    def _named(self) -> ThemeName | None:
        return next((name for name in NAMES if name == self._now.get(THEME)), None)
