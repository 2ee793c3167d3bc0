"""Every colour stands out enough from what is behind it (WCAG 2.2, success criteria 1.4.3 and 1.4.6)."""

from dataclasses import replace
from typing import Any

import pytest
from rich.color import Color, ColorSystem

from carecompanion import arguments
from carecompanion.tui.looks import NAMES, Looks
from carecompanion.tui.terminals import ThemeName
from carecompanion.tui.themes import PALETTES, THEMES, Palette, worn

AA, AAA = 4.5, 7.0
ROLES = ("text", "muted", "faint", "accent", "attention", "error")
GROUNDS = ("page", "surface", "selected")


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_21_and_a_published_grey_4_54() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)  # WebAIM's contrast checker


def squeezed(palette: Palette) -> Palette:
    """The palette in the nearest colours of 256, as they are sent to a terminal that has no more."""
    nearest: dict[str, Any] = {
        role: Color.parse(getattr(palette, role)).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex
        for role in (*ROLES, *GROUNDS)
    }
    return replace(palette, **nearest)


SHOWN = {name: palette for name, palette in PALETTES.items() if not name.endswith("-256")} | {
    f"{name} in 256 colours": squeezed(PALETTES[worn(name, "256")]) for name in NAMES if name != "plain"
}
"""Every theme as it is seen, where there are all colours and where there are 256."""


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("role", ["text", "muted"])
def test_text_of_the_first_two_ranks_is_aaa_on_the_page(name: str, role: str) -> None:
    assert contrast(getattr(SHOWN[name], role), SHOWN[name].page) >= AAA


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("role", ROLES)
def test_every_text_is_aa_on_every_ground_and_aaa_with_stronger_contrast(name: str, role: str, ground: str) -> None:
    least = AAA if name.startswith("contrast") else AA
    assert contrast(getattr(SHOWN[name], role), getattr(SHOWN[name], ground)) >= least


@pytest.mark.parametrize("name", SHOWN)
def test_the_bar_beside_what_is_in_hand_stands_out(name: str) -> None:
    palette = SHOWN[name]
    assert contrast(palette.accent, palette.page) >= AAA  # 1.4.11 asks for 3: the ground alone would not do


@pytest.mark.parametrize("name", PALETTES)
def test_a_form_for_256_colours_is_not_that_of_another(name: str) -> None:
    told_apart = {getattr(squeezed(PALETTES[name]), role) for role in ("accent", "attention", "error", "text", "faint")}
    assert len(told_apart) == 5


def test_every_theme_has_a_name_one_can_ask_for() -> None:
    assert set(NAMES) == {theme.name for theme in THEMES if not theme.name.endswith("-256")} == set(arguments.THEMES)


@pytest.mark.parametrize(
    ("environment", "theme"),
    [
        ({}, "dusk"),
        ({"TERM": "xterm-256color"}, "dusk-256"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "dusk"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "dusk"),
        ({"TERM": "xterm", "COLORTERM": "24bit", "COLORFGBG": "0;15"}, "paper"),
        ({"TERM": "xterm"}, "plain"),
        ({"TERM": "xterm-16color"}, "plain"),
        ({"TERM": "screen"}, "plain"),
        ({"NO_COLOR": "1"}, "plain"),
        ({"NO_COLOR": ""}, "dusk"),
        ({"TERM": "linux"}, "plain"),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, "plain"),
        ({"COLORFGBG": "0;15"}, "paper"),
        ({"COLORFGBG": "0;default;7"}, "paper"),
        ({"COLORFGBG": "15;0"}, "dusk"),
        ({"COLORFGBG": "default;default"}, "dusk"),
        ({"COLORFGBG": "0;15", "NO_COLOR": "1"}, "plain"),
        ({"COLORFGBG": "0;15", "TERM": "screen-256color"}, "paper-256"),
        ({"TERM": "xterm-kitty"}, "dusk-256"),
    ],
)
def test_a_terminal_gets_the_colours_it_asks_for(environment: dict[str, str], theme: str) -> None:
    looks = Looks(environment)
    assert worn(looks.theme, looks.colours) == theme


def theme(looks: Looks) -> str:
    """The name of the theme that is worn now."""
    return looks.theme


LIGHT = {"TERM": "xterm", "COLORTERM": "truecolor", "COLORFGBG": "0;15"}
CONSOLE = {"TERM": "linux"}


@pytest.mark.parametrize(
    ("environment", "told", "chosen", "seen", "follows"),
    [
        (LIGHT, None, {}, "paper", True),
        (LIGHT, None, {"theme": ""}, "paper", True),
        (LIGHT, None, {"theme": "contrast"}, "contrast", False),
        (LIGHT, "dusk", {"theme": "contrast"}, "dusk", False),
        (LIGHT, None, {"theme": "mauve"}, "paper", True),
        (LIGHT | {"NO_COLOR": "1"}, "dusk", {"theme": "contrast"}, "plain", False),
        (CONSOLE, None, {"theme": "paper"}, "plain", False),
        (CONSOLE, "paper", {}, "paper", False),
    ],
)
def test_what_is_told_comes_before_what_is_chosen_and_that_before_what_the_terminal_says(
    environment: dict[str, str], told: ThemeName | None, chosen: dict[str, str], seen: str, follows: bool
) -> None:
    looks = Looks(environment, told)
    looks.begin(chosen)
    assert (theme(looks), looks.wants_answer) == (seen, follows)


def test_what_is_chosen_later_comes_before_what_was_told() -> None:
    looks = Looks(LIGHT, "dusk")
    looks.begin({"theme": "plain"})
    looks.choose({"theme": "plain", "shapes": "ascii"})
    assert theme(looks) == "dusk"
    looks.choose({"theme": "contrast"})
    assert theme(looks) == "contrast"


def test_what_is_only_tried_is_shown_until_something_is_chosen() -> None:
    looks = Looks(LIGHT, "dusk")
    looks.choose({})
    looks.try_on({"theme": "contrast", "shapes": "ascii"})
    assert (theme(looks), looks.has_plain_shapes) == ("contrast", True)
    looks.try_on({"theme": ""})
    assert theme(looks) == "paper"
    looks.choose({})
    assert (theme(looks), looks.has_plain_shapes) == ("dusk", False)


@pytest.mark.parametrize(
    ("environment", "shapes", "plain"),
    [({}, "", False), (CONSOLE, "", True), (CONSOLE, "drawn", False), ({}, "ascii", True), ({}, "round", False)],
)
def test_shapes_follow_the_font_until_they_are_chosen(environment: dict[str, str], shapes: str, plain: bool) -> None:
    looks = Looks(environment)
    looks.choose({"shapes": shapes})
    assert looks.has_plain_shapes is plain


def test_the_background_the_terminal_answers_with_counts_before_what_it_was_started_with() -> None:
    looks = Looks(LIGHT)
    looks.hear(light=False)
    assert theme(looks) == "dusk"
    assert not looks.wants_answer
    looks.hear(light=True)
    assert theme(looks) == "paper"
