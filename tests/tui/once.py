"""What a test's program does less often than a person's: read the look, make ready, and paint what nobody looks at."""

from functools import cache
from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.screen import Screen

from carecompanion.store import Journal
from carecompanion.tui import app
from carecompanion.tui.ready import make_ready

_read: dict[object, list[RuleSet]] = {}
_parse_rules, _refresh = Stylesheet._parse_rules, Screen._compositor_refresh


def _parse_once(sheet: Stylesheet, css: str, read_from: CSSLocation, **how: Any) -> list[RuleSet]:
    key = (css, read_from, tuple(how.items()), tuple(sheet._variables.values()))
    if key not in _read:
        _read[key] = _parse_rules(sheet, css, read_from, **how)
    return _read[key]


def _pass_over(screen: Screen[Any]) -> None:
    """The screen that shows is not painted: a test has all of it drawn when it looks."""
    if screen is not screen.app.screen:
        _refresh(screen)
        return
    screen._dirty_widgets.clear()
    screen._compositor._dirty_regions.clear()


async def _not_ahead(_app: app.CareCompanion, _journal: Journal) -> None:
    """Places are laid out when they are gone to."""


def do_once() -> None:
    """From now on rules that were read are kept for each set of colours, and what comes next is imported once."""
    Screen._compositor_refresh = _pass_over  # type: ignore[assignment]  # what it paints goes nowhere
    Stylesheet._parse_rules = _parse_once  # type: ignore[assignment]  # it keeps rules for one program only
    setattr(app, "make_ready", cache(make_ready))  # noqa: B010  # with it goes a walk through all of memory
    setattr(app, "lay_out_ahead", _not_ahead)  # noqa: B010  # most tests go to one place only
