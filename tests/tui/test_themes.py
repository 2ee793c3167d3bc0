"""Every colour stands out enough from what is behind it (WCAG 2.2, success criteria 1.4.3 and 1.4.6)."""

import pytest

from carecompanion.tui.themes import PALETTES, theme_for

AA, AAA = 4.5, 7.0


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


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("role", ["text", "muted"])
def test_text_of_the_first_two_ranks_is_aaa_on_the_page(name: str, role: str) -> None:
    palette = PALETTES[name]
    assert contrast(getattr(palette, role), palette.page) >= AAA


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("ground", ["page", "surface", "selected"])
@pytest.mark.parametrize("role", ["text", "muted", "faint", "accent", "attention", "error"])
def test_every_text_is_aa_on_every_ground(name: str, role: str, ground: str) -> None:
    palette = PALETTES[name]
    assert contrast(getattr(palette, role), getattr(palette, ground)) >= AA


@pytest.mark.parametrize(
    ("environment", "theme"),
    [
        ({}, "dusk"),
        ({"TERM": "xterm-256color"}, "dusk"),
        ({"NO_COLOR": "1"}, "plain"),
        ({"NO_COLOR": ""}, "dusk"),
        ({"TERM": "linux"}, "plain"),
        ({"COLORFGBG": "0;15"}, "paper"),
        ({"COLORFGBG": "0;default;7"}, "paper"),
        ({"COLORFGBG": "15;0"}, "dusk"),
        ({"COLORFGBG": "0;15", "NO_COLOR": "1"}, "plain"),
    ],
)
def test_a_terminal_gets_the_colours_it_asks_for(environment: dict[str, str], theme: str) -> None:
    assert theme_for(environment) == theme
