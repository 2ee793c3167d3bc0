"""The second step: the recovery code, to write on paper, and two of its groups typed back."""

from collections.abc import Sequence

from textual.app import ComposeResult

from carecompanion.language import _
from carecompanion.tui.code_groups import CodeGroups, compare, two_places
from carecompanion.tui.field import Field
from carecompanion.tui.first_run.setting_up import SettingUp
from carecompanion.tui.first_run.step import Step
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.line import Line

GO_WITHOUT = _("Press ctrl+s again to go on without writing it down.")
UNCHECKED = _("Press ctrl+s again to go on without checking it.")


class CodeShown(Step):
    """The code, to be written down."""

    NUMBER = 2
    SKIPS = 2

    def title(self) -> str:
        """What it is."""
        return _("Your recovery code")

    def words(self) -> str:
        """What it is for."""
        if self.setting_up.without_passphrase:
            return _("It opens your journal if the key kept beside it is lost or damaged.")
        return _("It opens your journal if you forget the passphrase.")

    def lines(self) -> ComposeResult:
        """The groups."""
        yield CodeGroups(self.setting_up.code)

    def aside(self) -> str:
        """Where to keep it."""
        return _("Write it on paper and keep it somewhere else. Whoever has it and the file can read everything.")

    def hints(self) -> Sequence[Hint]:
        """Going on, or putting it off."""
        return (("next_step", _("written down")), ("skip_step", _("later")))

    def before_skipping(self) -> str:
        """What is lost without it."""
        lost = _("the key beside it is lost") if self.setting_up.without_passphrase else _("you forget the passphrase")
        return _("It is shown only now. Without it, nobody can open your journal if {lost}. {go_without}").format(
            lost=lost, go_without=GO_WITHOUT
        )


class CodeTypedBack(Step):
    """Two of the groups, which two nobody knows beforehand."""

    NUMBER = 2
    SKIPS = 1
    RETYPED = True

    def __init__(self, setting_up: SettingUp) -> None:
        super().__init__(setting_up)
        self._groups = setting_up.code.split("-")
        self._asked = two_places(self._groups)

    def title(self) -> str:
        """What is asked."""
        return _("Type two of the groups from your paper")

    def words(self) -> str:
        """What it is for."""
        return _("It is how you can be sure that the paper is right.")

    def lines(self) -> ComposeResult:
        """A line for each of the two."""
        for place in self._asked:
            yield Field(_("Group {place}").format(place=place + 1), Line(id=f"group_{place + 1}"))

    def hints(self) -> Sequence[Hint]:
        """Going on, putting it off, looking again."""
        return ("next_step", ("skip_step", _("later")), ("step_back", _("the code")))

    def before_skipping(self) -> str:
        """What is lost when the paper is wrong."""
        return _("If the paper is wrong, it opens nothing. {unchecked}").format(unchecked=UNCHECKED)

    def answer(self) -> None:
        """Both must be right; that they were is kept. Raises Unclear, naming the first that is not."""
        for place in self._asked:
            compare(place, self.typed(f"group_{place + 1}"), self._groups[place])
        self.setting_up.journal.note_code_checked(self.setting_up.clock())
