"""The colours: dusk (dark), paper (light), plain (the terminal's own, no colour)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from textual.theme import Theme

ThemeName = Literal["dusk", "paper", "plain"]


@dataclass(frozen=True, slots=True)
class Palette:
    """The roles of colour: grounds, text of three ranks, decoration, as agreed, worth attention, not saved."""

    dark: bool
    page: str
    surface: str
    selected: str
    text: str
    muted: str
    faint: str
    rule: str
    accent: str
    attention: str
    error: str


PALETTES: dict[str, Palette] = {
    "dusk": Palette(
        dark=True,
        page="#1a1d21",
        surface="#22262b",
        selected="#2a3036",
        text="#e2dfd8",
        muted="#b1b4b2",
        faint="#979c9e",
        rule="#3c4247",
        accent="#8cc7ba",
        attention="#e3b27a",
        error="#e79a94",
    ),
    "paper": Palette(
        dark=False,
        page="#faf7f1",
        surface="#f1ede4",
        selected="#e8e6da",
        text="#26292b",
        muted="#4b5053",
        faint="#5f6466",
        rule="#cdc8bc",
        accent="#125a51",
        attention="#7c4206",
        error="#932a26",
    ),
}

_TERMINAL = "ansi_default"
_UNCOLOURED = (
    "cc-text",
    "cc-muted",
    "cc-faint",
    "cc-rule",
    "cc-accent",
    "cc-attention",
    "cc-error",
    "cc-selected",
    "ansi-background",
    "ansi-foreground",
    "border",
    "border-blurred",
    "block-cursor-background",
    "block-cursor-foreground",
    "input-cursor-background",
    "input-cursor-foreground",
    "input-selection-background",
    "screen-selection-background",
    "screen-selection-foreground",
    "scrollbar",
    "scrollbar-hover",
    "scrollbar-active",
    "scrollbar-background",
    "scrollbar-background-hover",
    "scrollbar-background-active",
    "scrollbar-corner-color",
)


def _coloured(name: str, palette: Palette) -> Theme:
    return Theme(
        name=name,
        dark=palette.dark,
        primary=palette.accent,
        secondary=palette.accent,
        accent=palette.accent,
        warning=palette.attention,
        error=palette.error,
        success=palette.accent,
        foreground=palette.text,
        background=palette.page,
        surface=palette.surface,
        panel=palette.surface,
        text_alpha=1.0,
        variables=_variables(palette),
    )


def _variables(palette: Palette) -> dict[str, str]:
    return {
        "text": palette.text,
        "text-muted": palette.muted,
        "text-disabled": palette.faint,
        "cc-text": palette.text,
        "cc-muted": palette.muted,
        "cc-faint": palette.faint,
        "cc-rule": palette.rule,
        "cc-accent": palette.accent,
        "cc-attention": palette.attention,
        "cc-error": palette.error,
        "cc-selected": palette.selected,
        "st-muted": palette.muted,
        "st-faint": palette.faint,
        "st-accent": palette.accent,
        "st-attention": palette.attention,
        "st-error": palette.error,
        "border": palette.accent,
        "border-blurred": palette.rule,
        "scrollbar": palette.rule,
        "scrollbar-hover": palette.faint,
        "scrollbar-active": palette.faint,
        "scrollbar-background": palette.page,
        "scrollbar-background-hover": palette.page,
        "scrollbar-background-active": palette.page,
        "scrollbar-corner-color": palette.page,
        "input-cursor-background": palette.accent,
        "input-cursor-foreground": palette.page,
        "input-selection-background": f"{palette.accent} 30%",
    }


def _plain() -> Theme:
    words: Mapping[str, str] = {
        "block-cursor-text-style": "bold",
        "input-cursor-text-style": "reverse",
        "st-muted": "dim",
        "st-faint": "dim",
        "st-accent": "bold",
        "st-attention": "bold",
        "st-error": "bold",
    }
    return Theme(
        name="plain",
        dark=True,
        ansi=True,
        primary=_TERMINAL,
        secondary=_TERMINAL,
        accent=_TERMINAL,
        warning=_TERMINAL,
        error=_TERMINAL,
        success=_TERMINAL,
        foreground=_TERMINAL,
        background=_TERMINAL,
        surface=_TERMINAL,
        panel=_TERMINAL,
        boost=_TERMINAL,
        variables=dict.fromkeys(_UNCOLOURED, _TERMINAL) | dict(words),
    )


THEMES: tuple[Theme, ...] = (*(_coloured(name, palette) for name, palette in PALETTES.items()), _plain())


def theme_for(environment: Mapping[str, str]) -> ThemeName:
    """The theme a terminal asks for: plain by NO_COLOR (no-color.org) or few colours, paper by COLORFGBG."""
    if environment.get("NO_COLOR") or environment.get("TERM") in ("linux", "xterm", "vt100", "dumb"):
        return "plain"
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return "paper" if background in ("7", "15") else "dusk"
