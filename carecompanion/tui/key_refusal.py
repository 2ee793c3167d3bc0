"""Why a key cannot be chosen for an act: what a terminal, a line or a list needs it for."""

import re
from collections.abc import Mapping

from carecompanion.language import _
from carecompanion.tui.key_name import key_name, key_sign
from carecompanion.tui.keymap import BY_ID, HERE, KEYS, Key

LETTERS_ONLY_IN_SHEETS = ("hide", "help_now", "keys", "palette")
"""The acts that work on sheets too, where letters and digits pick what is offered."""
BESIDES = ("save", "more", "move_up", "move_down", "beside", "beside_back")
"""The acts within a sheet or a list whose key may be another; an arrow stays beside it."""
FIXED = {"enter", "escape", "tab", "shift+tab", "backspace", "up", "down", "left", "right", "pageup", "pagedown"}
FIXED |= {"home", "end", "space", "delete"}

REASONS: Mapping[str, str] = {
    "ctrl+c": _("Programs are expected to stop at it, and lines copy with it."),
    "ctrl+z": _("It undoes inside a line, and elsewhere it puts a program aside."),
    "ctrl+h": _("To a terminal it is the same as backspace."),
    "ctrl+i": _("To a terminal it is the same as tab."),
    "ctrl+j": _("To a terminal it is the same as enter."),
    "ctrl+m": _("To a terminal it is the same as enter."),
    "ctrl+left_square_bracket": _("To a terminal it is the same as esc."),
    "ctrl+b": _("A terminal inside a terminal takes it for itself."),
    "ctrl+a": _("A terminal inside a terminal takes it for itself."),
}
"""The keys nothing may be put on, and why."""
KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r".*\balt\+"), _("Some terminals never send alt.")),
    (
        re.compile(r"ctrl\+(shift\+|upper_)|ctrl\+[A-Z]$|shift\+ctrl\+"),
        _("Most terminals cannot tell it from ctrl alone."),
    ),
    (re.compile(r"(.*\+)?f\d+$"), _("Many keyboards have no such key, and some terminals take it for themselves.")),
    (re.compile(r"(super|meta|hyper)\+"), _("The computer takes it for itself.")),
)
EDITS = {f"ctrl+{letter}" for letter in "aedfkuwxcvz"}
"""What changes the words in a line."""
IN_LISTS = _("Lists, lines and sheets need it everywhere.")
WHILE_TYPING = _("This has to work while words are typed, so it needs ctrl and a letter.")
IN_A_LINE = _("It changes the words in a line, and this has to work while words are typed.")
ON_SHEETS = _("This works on sheets too, where letters and digits pick what is offered. A sign such as ! or ; does.")
NOT_KNOWN = _("This terminal sends nothing that can be told from other keys.")


def can_be_chosen(key: Key) -> bool:
    """Whether an act may have another key: those of its own, and no answer, arrow, enter or esc."""
    return key.id in BESIDES or (key.group != HERE and not set(key.keys.split(",")) & FIXED)


CHOOSABLE = tuple(key for key in KEYS if can_be_chosen(key))
"""The acts whose key may be another, in their order."""


def refusal(key: str, act: str) -> str:
    """Why this key, as Textual names it, cannot be put on that act; "" when it can."""
    if key in REASONS:
        return REASONS[key]
    if key in FIXED:
        return IN_LISTS
    kind = next((why for pattern, why in KINDS if pattern.match(key)), None)
    if kind is not None:
        return kind
    sign, usual = key_sign(key) if "+" not in key else None, BY_ID[act].keys
    if sign is None and not re.fullmatch(r"ctrl\+[a-z]|ctrl\+[a-z_]+", key):
        return NOT_KNOWN
    if usual.startswith("ctrl+") and act != "redo":
        return WHILE_TYPING if sign is not None else IN_A_LINE if key in EDITS else ""
    if act in LETTERS_ONLY_IN_SHEETS and sign is not None and sign.isalnum() and sign != "0":
        return ON_SHEETS
    return ""


def refused(key: str, act: str) -> str:
    """The same as a sentence that names the key."""
    why = refusal(key, act)
    return _("“{key_name}” cannot be chosen. {why}").format(key_name=key_name(key), why=why) if why else ""
