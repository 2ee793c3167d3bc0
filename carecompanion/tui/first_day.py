"""The first day on Today: three ways to begin, and what will show there."""

from collections.abc import Iterator

from textual.content import Content

from carecompanion.language import _
from carecompanion.tui.keymap import shown
from carecompanion.tui.parts.drawing import accent, muted, say
from carecompanion.tui.parts.items import Item, blank, heading

WAYS = (
    ("contact", _("I got in touch with someone"), _("starts the reply clock")),
    ("appointment", _("I have an appointment coming up"), _("you can say how it went after")),
    ("note", _("I just want to write something down"), ""),
)
WILL_SHOW = _("How well things are going will show here after about five entries.")
PRIVATE = _("Only you can read this. Nothing leaves this computer.")


def first_day() -> Iterator[Item]:
    """Shown while nothing is written down."""
    yield heading(_("Three ways to begin"))
    yield blank()
    for act, words, then in WAYS:

        def draw(width: int, act: str = act, words: str = words, then: str = then) -> Content:
            return say(accent(shown(act)), "  ", words, muted(f"    {then}") if width > 70 else "")

        yield Item(draw, f"act:{act}")
    yield blank()
    yield Item(lambda _width: say(muted(WILL_SHOW)))
    yield Item(lambda _width: say(muted(PRIVATE)))
