"""The second step: the recovery code, to write on paper, and two of its groups typed back."""

import secrets
from collections.abc import Sequence
from itertools import combinations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.first_run.setting_up import SettingUp
from carecompanion.tui.first_run.step import Step
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.drawing import Piece, bold, faint, say
from carecompanion.tui.parts.line import Line

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
READ_AS = str.maketrans("OIL", "011")
"""Letters that the code never holds, and the digits they are taken for."""

CELL = 14
"""Columns for one group with its number."""

GO_WITHOUT = "Press ctrl+s again to go on without writing it down."


class CodeShown(Step):
    """The code, to be written down."""

    NUMBER = 2
    SKIPS = 2

    def title(self) -> str:
        """What it is."""
        return "Your recovery code"

    def words(self) -> str:
        """What it is for."""
        if self.setting_up.without_passphrase:
            return "It opens your journal if the key kept beside it is lost or damaged."
        return "It opens your journal if you forget the passphrase."

    def lines(self) -> ComposeResult:
        """The groups."""
        yield CodeGroups(self.setting_up.code)

    def aside(self) -> str:
        """Where to keep it."""
        return "Write it on paper and keep it somewhere else. Whoever has it and the file can read everything."

    def hints(self) -> Sequence[Hint]:
        """Going on, or putting it off."""
        return (("next_step", "written down"), ("skip_step", "later"))

    def before_skipping(self) -> str:
        """What is lost without it."""
        lost = "the key beside it is lost" if self.setting_up.without_passphrase else "you forget the passphrase"
        return f"It is shown only now. Without it, nobody can open your journal if {lost}. {GO_WITHOUT}"


class CodeTypedBack(Step):
    """Two of the groups, which two nobody knows beforehand."""

    NUMBER = 2
    SKIPS = 1
    RETYPED = True

    def __init__(self, setting_up: SettingUp) -> None:
        super().__init__(setting_up)
        self._groups = setting_up.code.split("-")
        pairs = [pair for pair in combinations(range(len(self._groups)), 2) if pair != (0, 1)]
        self._asked = secrets.choice(pairs)

    def title(self) -> str:
        """What is asked."""
        return "Type two of the groups from your paper"

    def words(self) -> str:
        """What it is for."""
        return "It is how you can be sure that the paper is right."

    def lines(self) -> ComposeResult:
        """A line for each of the two."""
        for place in self._asked:
            yield Field(f"Group {place + 1}", Line(id=f"group_{place + 1}"))

    def hints(self) -> Sequence[Hint]:
        """Going on, putting it off, looking again."""
        return ("next_step", ("skip_step", "later"), ("step_back", "the code"))

    def before_skipping(self) -> str:
        """What is lost when the paper is wrong."""
        return f"If the paper is wrong, it opens nothing. {GO_WITHOUT.replace('writing it down', 'checking it')}"

    def answer(self) -> None:
        """Both must be right; nothing is kept. Raises Unclear, naming the first that is not."""
        for place in self._asked:
            name = f"group_{place + 1}"
            if not self.typed(name):
                raise Unclear(name, f"What is the {ORDINALS[place]} group?")
            if _plain(self.typed(name)) != self._groups[place]:
                again = "Type it once more, or look again with shift+tab."
                raise Unclear(name, f"The {ORDINALS[place]} group does not match. {again}")


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


def _plain(typed: str) -> str:
    return "".join(typed.upper().split()).replace("-", "").translate(READ_AS)
