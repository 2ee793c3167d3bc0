"""The colours: dusk and paper, the two with stronger contrast, and plain (the terminal's own, no colour)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from textual.theme import Theme

from carecompanion.tui.terminals import Colours, ThemeName


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
    "contrast": Palette(
        dark=True,
        page="#000000",
        surface="#121212",
        selected="#262626",
        text="#ffffff",
        muted="#d7d7d7",
        faint="#bcbcbc",
        rule="#8a8a8a",
        accent="#87ffd7",
        attention="#ffd787",
        error="#ffafaf",
    ),
    "contrast-light": Palette(
        dark=False,
        page="#ffffff",
        surface="#eeeeee",
        selected="#e4e4e4",
        text="#000000",
        muted="#303030",
        faint="#444444",
        rule="#767676",
        accent="#004f48",
        attention="#6b3600",
        error="#870000",
    ),
    "paper-256": Palette(
        dark=False,
        page="#ffffff",
        surface="#eeeeee",
        selected="#e4e4e4",
        text="#262626",
        muted="#4e4e4e",
        faint="#585858",
        rule="#c6c6c6",
        accent="#005f5f",
        attention="#5f5f00",
        error="#870000",
    ),
}
PALETTES["dusk-256"] = replace(PALETTES["dusk"], faint="#a3a3a3")
PALETTES["contrast-light-256"] = replace(
    PALETTES["contrast-light"], surface="#f5f5f5", selected="#eeeeee", accent="#000087", attention="#5f0000"
)
"""Those that end in -256 are worn where a terminal has no more colours: the nearest it has still stand out enough."""

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


def worn(name: ThemeName, colours: Colours) -> str:
    """The theme that is worn for a name on a terminal of so many colours."""
    few = f"{name}-256"
    return few if colours == "256" and few in PALETTES else name
