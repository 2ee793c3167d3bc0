"""The third step: where the journal is kept."""

from dataclasses import replace

from textual.app import ComposeResult

from carecompanion.domain.kinds import NATIONS
from carecompanion.language import _
from carecompanion.tui.field import Field
from carecompanion.tui.first_run.step import Step
from carecompanion.tui.nations import OPTIONS
from carecompanion.tui.parts.choice import Choice


class WhichNation(Step):
    """England and Wales, Scotland or Northern Ireland."""

    NUMBER = 3
    SKIPS = 1
    CAN_STOP = True

    def title(self) -> str:
        """What is asked."""
        return _("Where do you live?")

    def words(self) -> str:
        """What it is for."""
        return _("Bank holidays and the numbers under help now follow it.")

    def lines(self) -> ComposeResult:
        """The three."""
        yield Field(_("Nation"), Choice(OPTIONS, self.setting_up.book.settings.nation, id="nation"))

    def answer(self) -> None:
        """Set the journal to it."""
        chosen = self.query_one("#nation", Choice).value
        nation = next(nation for nation in NATIONS if nation == chosen)
        self.setting_up.journal.keep(settings=replace(self.setting_up.book.settings, nation=nation))
