"""A recovery code on the screen: its groups to be written down, and two of them to be typed back."""

import secrets
from collections.abc import Sequence
from itertools import combinations

from textual.content import Content
from textual.widgets import Static

from carecompanion.language import _
from carecompanion.tui.field import Unclear
from carecompanion.tui.parts.drawing import Piece, bold, faint, say

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
READ_AS = str.maketrans("OIL", "011")
"""Letters that the code never holds, and the digits they are taken for."""

CELL = 14
"""Columns for one group with its number."""


class CodeGroups(Static):
    """The groups of a code, numbered, as many side by side as there is room for."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._groups = code.split("-")

    def render(self) -> Content:
        """The groups in rows with a blank line between them."""
        across = max(1, min(4, self.content_size.width // CELL))
        pieces: list[Piece] = []
        for place, group in enumerate(self._groups):
            pieces += ["\n\n" if place and place % across == 0 else "", faint(f"{place + 1}  "), bold(group)]
            pieces += [" " * (CELL - 3 - len(group))]
        return say(*pieces)


def two_places(groups: Sequence[str]) -> tuple[int, int]:
    """Which two groups to ask for; nobody knows them beforehand, and they are never just the first two."""
    return secrets.choice([pair for pair in combinations(range(len(groups)), 2) if pair != (0, 1)])


def compare(place: int, typed: str, group: str) -> None:
    """Raises Unclear unless what was typed is the group at that place, in any spelling."""
    name = f"group_{place + 1}"
    if not typed:
        raise Unclear(name, _("What is the {ordinals} group?").format(ordinals=ORDINALS[place]))
    if _plain(typed) != group:
        again = _("Type it once more, or look again with shift+tab.")
        raise Unclear(
            name, _("The {ordinals} group does not match. {again}").format(ordinals=ORDINALS[place], again=again)
        )


def _plain(typed: str) -> str:
    return "".join(typed.upper().split()).replace("-", "").translate(READ_AS)
