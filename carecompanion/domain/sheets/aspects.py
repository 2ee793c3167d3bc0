"""What can be changed of a visit: when and where it is, how it went, or that it did not happen; a sheet for each."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from carecompanion.domain.records import Appointment
from carecompanion.domain.sheets.asks import Option
from carecompanion.language import _

Aspect = Literal["arranged", "how_it_went", "did_not_happen"]


def aspects(visit: Appointment, now: datetime) -> Sequence[Option]:
    """Those there are, by their letters; how it went only once its time has come."""
    has_been = visit.planned_at <= now
    how = (Option("h", "how_it_went", _("How it went")),) if has_been else ()
    not_at_all = Option("x", "did_not_happen", _("It did not happen") if has_been else _("It will not happen"))
    return Option("w", "arranged", _("When and where")), *how, not_at_all


def aspect_of(visit: Appointment) -> Aspect:
    """The one that is most likely meant."""
    if visit.status == "planned":
        return "arranged"
    return "how_it_went" if visit.status == "went_ahead" else "did_not_happen"
