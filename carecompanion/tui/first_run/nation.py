"""The third step: where the journal is kept."""

from dataclasses import replace
from typing import get_args

from textual.app import ComposeResult

from carecompanion.domain.vocabulary import Nation
from carecompanion.sharing.guidance import NATIONS
from carecompanion.tui.field import Field
from carecompanion.tui.first_run.step import Step
from carecompanion.tui.parts.choice import Choice, Option

KEYS: dict[Nation, str] = {"england_and_wales": "e", "scotland": "s", "northern_ireland": "n"}


class WhichNation(Step):
    """England and Wales, Scotland or Northern Ireland."""

    NUMBER = 3
    SKIPS = 1
    CAN_STOP = True

    def title(self) -> str:
        """What is asked."""
        return "Where do you live?"

    def words(self) -> str:
        """What it is for."""
        return "Bank holidays and the numbers under help now follow it."

    def lines(self) -> ComposeResult:
        """The three."""
        options = [Option(KEYS[nation], nation, NATIONS[nation]) for nation in get_args(Nation)]
        yield Field("Nation", Choice(options, self.setting_up.book.settings.nation, id="nation"))

    def answer(self) -> None:
        """Set the journal to it."""
        chosen = self.query_one("#nation", Choice).value
        nation = next(nation for nation in KEYS if nation == chosen)
        self.setting_up.journal.keep(settings=replace(self.setting_up.book.settings, nation=nation))
