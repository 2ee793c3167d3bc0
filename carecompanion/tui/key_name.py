"""The name of a key as a person reads it: "k", "?", "page up", "ctrl+t"."""

from textual.keys import key_to_character

from carecompanion.language import _

NAMES = {
    "escape": "esc",
    "pageup": _("page up"),
    "pagedown": _("page down"),
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
SIGNS = {"slash": "/", "backslash": "\\", "plus": "+", "minus": "-"}
"""Those that have another name among keys than among letters."""


def key_name(key: str) -> str:
    """The name, from Textual's own for the key, such as "upper_k", "question_mark" or "ctrl+t"."""
    *held, last = key.split("+")
    named = SIGNS.get(last, last.replace("_", " ")) if held else key_sign(last) or last.replace("_", " ")
    return "+".join((*held, NAMES.get(last, named)))


def key_sign(key: str) -> str | None:
    """The letter or sign that a key types; None for one that types none."""
    if key.startswith("upper_") and len(key) == len("upper_") + 1:
        return key[-1].upper()
    sign = SIGNS.get(key) or key_to_character(key)
    return sign if sign is not None and sign.isprintable() and not sign.isspace() else None
