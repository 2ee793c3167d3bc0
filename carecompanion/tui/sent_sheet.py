"""A letter was sent: how and when, drawn."""

from collections.abc import Sequence
from typing import ClassVar

from carecompanion.language import _
from carecompanion.sharing.sheets import letter_sent
from carecompanion.tui.form import Form
from carecompanion.tui.parts.bars import Hint


class SentSheet(Form):
    """`was` is the letter: the sheet is filled in from how it was sent, if it was."""

    NAME = "letter_sent"
    SHEET = letter_sent.SentSheet
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", _("save")), "next_line")
