"""Looks: which colours and shapes the program wears: as it was told, else as was chosen, else as the terminal is."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Protocol, get_args, runtime_checkable

from carecompanion.store import StoreError
from carecompanion.tui.terminals import Environment, ThemeName, colours, is_light, lacks_shapes

NAMES: tuple[ThemeName, ...] = get_args(ThemeName)
THEME, SHAPES = "theme", "shapes"
"""The names of the choices. What follows the terminal is an empty one."""
ASCII, DRAWN = "ascii", "drawn"


class KeepsLooks(Protocol):
    """Where a copy of what was chosen lies, to be read before the journal is open."""

    def read(self) -> dict[str, str]:
        """What was chosen. Raises StoreError."""

    def keep(self, chosen: Mapping[str, str]) -> None:
        """Keep this in its place. Raises StoreError."""


class Looks:
    """What is worn, and why. `told` is a theme named for this run: it holds until another is chosen.

    Where there are no colours, or too few for a theme to look as it is meant to, it is plain. `trouble` says why what
    was chosen could not be read, "" when it was.
    """

    def __init__(self, environment: Environment, told: ThemeName | None = None, kept: KeepsLooks | None = None) -> None:
        self.colours = colours(environment)
        self._lacks_shapes = lacks_shapes(environment)
        self._light, self._heard = is_light(environment), False
        self._told = told
        self._tried: Mapping[str, str] | None = None
        self._kept = kept
        self._chosen: Mapping[str, str] = {}
        self._copied: Mapping[str, str] | None = None
        self.trouble = ""
        try:
            self._chosen = self._copied = _looks(kept.read()) if kept else {}
        except StoreError as trouble:
            self.trouble = str(trouble)

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
    def wants_answer(self) -> bool:
        """Whether the colours depend on whether the terminal's own background is light, and it has not said yet."""
        told = self._told is not None and self._tried is None
        return not self._heard and self.colours in ("256", "all") and not told and self._named is None

    def begin(self, choices: Mapping[str, str]) -> None:
        """As the journal that is open now has it, whatever its copy said."""
        self._chosen = _looks(choices)

    def choose(self, choices: Mapping[str, str]) -> None:
        """From now on as was chosen in these; nothing is only tried any more."""
        now = _looks(choices)
        if self._chosen.get(THEME) != now.get(THEME):
            self._told = None
        self._chosen, self._tried = now, None

    def copy(self) -> None:
        """Bring the copy to what was chosen."""
        if self._kept is not None and self._copied != self._chosen:
            with suppress(StoreError):  # it is right again as soon as the journal is open
                self._kept.keep(self._chosen)
                self._copied = self._chosen

    def try_on(self, choices: Mapping[str, str] | None) -> None:
        """Show these until something is chosen; None: show no more than is."""
        self._tried = choices

    def hear(self, *, light: bool) -> None:
        """What the terminal said of its background."""
        self._light, self._heard = light, True

    @property
    def told(self) -> ThemeName | None:
        """The theme that was named for this run, until another is chosen."""
        return self._told

    @property
    def _now(self) -> Mapping[str, str]:
        return self._tried if self._tried is not None else self._chosen

    @property
    def _named(self) -> ThemeName | None:
        return next((name for name in NAMES if name == self._now.get(THEME)), None)


@runtime_checkable
class Wearing(Protocol):
    """An app that looks like something."""

    looks: Looks


def _looks(choices: Mapping[str, str]) -> dict[str, str]:
    """What of these is about how the program looks."""
    return {name: choices[name] for name in (THEME, SHAPES) if choices.get(name)}
