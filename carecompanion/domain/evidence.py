"""Evidence: the entries a figure counts, those it leaves out and why, and the figure they make."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from carecompanion.domain import tally as tallies
from carecompanion.domain.records import LeftOut, OwnTrait, Record
from carecompanion.domain.tally import Interval, Sureness, Tally, Trend, Verdict, Word
from carecompanion.domain.vocabulary import Answer

Why = Literal[
    "not_answered",
    "not_known",
    "not_said",
    "cancelled_by_me",
    "moved_by_me",
    "could_not_go",
    "still_planned",
    "no_agreed_gap",
    "no_due_date",
    "not_due_yet",
    "no_outcome",
    "no_visit_since",
    "not_started",
    "no_agreed_time",
    "waiting",
    "closed_before_due",
    "left_out",
]
"""Why an entry is left out of a figure."""


@dataclass(frozen=True, slots=True)
class Counted:
    """An entry that counts, on its local day.

    `part` names what of it counts where it can count more than once: the person an update was for ("passed_on"), the
    item of the checklist ("set_up"), "open" for the gap that the last visit left open ("regular").
    """

    record: Record
    on: date
    verdict: Verdict
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Excluded:
    """An entry that neither counts for nor against, on its local day; `part` as in Counted.

    `left_out` is how the person left it out, when that is why.
    """

    record: Record
    on: date
    why: Why
    part: str | None = None
    left_out: LeftOut | None = None


Evidence = Iterable[Counted | Excluded]

BY_ANSWER: dict[Answer, Verdict] = {"yes": "met", "partly": "partly", "no": "missed"}


def by_answer(
    record: Record, on: date, answer: Answer | None, why: Why = "not_answered", part: str | None = None
) -> Counted | Excluded:
    """An entry that counts as it was answered, and is left out, for this reason, when it was not."""
    return Counted(record, on, BY_ANSWER[answer], part) if answer else Excluded(record, on, why, part)


@dataclass(frozen=True)
class Measurement:
    """One measure over one period, with the entries behind it, oldest first.

    `trend` is None but for headlines with enough entries now and in the time before, whose tally is `before`. A
    checklist has no word. `own` is the trait of the person's own whose question this is.
    """

    id: str
    counted: tuple[Counted, ...]
    excluded: tuple[Excluded, ...]
    trend: Trend | None = None
    before: Tally | None = None
    checklist: bool = False
    own: OwnTrait | None = None

    @cached_property
    def tally(self) -> Tally:
        """How many were met and partly met, of how many."""
        verdicts = [counted.verdict for counted in self.counted]
        return Tally(verdicts.count("met"), verdicts.count("partly"), len(verdicts))

    @property
    def word(self) -> Word | None:
        """What may be said of it; None for a checklist."""
        return None if self.checklist else tallies.word(self.tally)

    @property
    def interval(self) -> Interval | None:
        """Where its share may well lie, at 80 %; None when nothing counts."""
        return tallies.interval(self.tally)

    @property
    def sureness(self) -> Sureness | None:
        """How sure its word is; None when nothing counts, and for a checklist."""
        band = self.interval
        return None if band is None or self.checklist else tallies.sureness(band)
