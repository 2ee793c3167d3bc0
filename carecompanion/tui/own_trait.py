"""A trait of one's own: a name and one question that is asked after visits."""

from collections.abc import Sequence
from typing import ClassVar

from carecompanion.domain.sheets import own_trait
from carecompanion.language import _
from carecompanion.tui.form import Form
from carecompanion.tui.parts.bars import Hint


class OwnTraitSheet(Form):
    """A new one, or one as it is, to rename or to ask about no longer."""

    NAME = "own_trait"
    SHEET = own_trait.OwnTraitSheet
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", _("save")), "next_line")
