"""What a journal is set to: its nation, time zone, words and graces."""

from dataclasses import dataclass
from datetime import date
from typing import get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from carecompanion.domain.vocabulary import Nation
from carecompanion.language import _


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Settings:
    """`closed_days` are the person's own days off beside the nation's bank holidays.

    `late_grace_minutes` is how late a visit may start and still be on time, `gap_grace_days` how much longer than
    agreed a gap between visits may be. Raises ValueError, with a sentence fit to show, when a value makes no sense.
    """

    nation: Nation = "england_and_wales"
    time_zone: str = "Europe/London"
    role_word: str = _("care co-ordinator")
    closed_days: tuple[date, ...] = ()
    late_grace_minutes: int = 10
    gap_grace_days: int = 3

    def __post_init__(self) -> None:
        if self.nation not in get_args(Nation):
            raise ValueError(_("The nation is england_and_wales, scotland or northern_ireland."))
        if self.late_grace_minutes < 0 or self.gap_grace_days < 0:
            raise ValueError(_("Minutes and days of grace cannot be below 0."))
        try:
            ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(_("This computer does not know that time zone.")) from None

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which days, hours and bank holidays are counted."""
        return ZoneInfo(self.time_zone)
