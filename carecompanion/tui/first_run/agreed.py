"""The fifth step: what was agreed about getting in touch and meeting."""

from textual.app import ComposeResult

from carecompanion.domain.identity import new_id
from carecompanion.domain.records import Agreement
from carecompanion.domain.sheets.asks import TODAY, DayAsk
from carecompanion.language import _
from carecompanion.tui.agreement_lines import AgreementLines
from carecompanion.tui.day import Day
from carecompanion.tui.field import Unclear
from carecompanion.tui.first_run.setting_up import SettingUp
from carecompanion.tui.first_run.step import Step

AGREED_ON = DayAsk(name="starts_on", label=_("Agreed on"), held=TODAY)


class WhatWasAgreed(Step):
    """Any of it, or none."""

    NUMBER = 5
    SKIPS = 1
    CAN_STOP = True

    def __init__(self, setting_up: SettingUp) -> None:
        super().__init__(setting_up)
        self._agreement_id = new_id(setting_up.clock())

    def title(self) -> str:
        """What is asked."""
        return _("What was agreed?")

    def words(self) -> str:
        """That any of it will do."""
        return _("How and how soon you get in touch, how often you meet. Leave out what you do not know.")

    def lines(self) -> ComposeResult:
        """What can be agreed, and from which day."""
        yield AgreementLines()
        yield Day(AGREED_ON, self.setting_up.book, self.setting_up.clock())

    def aside(self) -> str:
        """That nothing agreed is an answer too."""
        return _("If nothing was agreed, that is worth knowing too. You can ask at your next visit.")

    def answer(self) -> None:
        """Keep what was agreed; nothing at all is not kept. Raises Unclear."""
        today = self.setting_up.today
        starts_on = self.query_one(Day).day or today
        if starts_on > today:
            raise Unclear("starts_on", _("That day has not come yet. Type the day it was agreed, or leave this empty."))
        coordinator = self.setting_up.book.coordinator_on(today)
        now = self.setting_up.clock()
        agreed = Agreement(
            id=self._agreement_id,
            written_at=now,
            starts_on=starts_on,
            person_id=coordinator.id if coordinator else None,
            **self.query_one(AgreementLines).agreed(),
        )
        if _says_something(agreed):
            self.setting_up.journal.keep(agreed)


def _says_something(agreed: Agreement) -> bool:
    told = (agreed.routes, agreed.reply_within, agreed.meet_every_days, agreed.usual_minutes)
    return any((*told, agreed.cover, agreed.urgent_route, agreed.written))
