"""Done once in a process, and not anew for every program that a test starts: reading the look, and making ready."""

from functools import cache
from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation

from carecompanion.tui import app
from carecompanion.tui.ready import make_ready

_read: dict[object, list[RuleSet]] = {}
_parse_rules = Stylesheet._parse_rules


def _parse_once(sheet: Stylesheet, css: str, read_from: CSSLocation, **how: Any) -> list[RuleSet]:
    key = (css, read_from, tuple(how.items()), tuple(sheet._variables.values()))
    if key not in _read:
        _read[key] = _parse_rules(sheet, css, read_from, **how)
    return _read[key]


def do_once() -> None:
    """From now on rules that were read are kept for each set of colours, and what comes next is imported once."""
    Stylesheet._parse_rules = _parse_once  # type: ignore[assignment]  # it keeps rules for one program only
    setattr(app, "make_ready", cache(make_ready))  # noqa: B010  # with it goes a walk through all of memory
