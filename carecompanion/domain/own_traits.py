"""A trait of the person's own: one question, asked after visits, and what was answered to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from carecompanion.domain.record import Record
from carecompanion.domain.vocabulary import Answer
from carecompanion.language import _


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class OwnTrait(Record):
    """A trait the person added. `question` is asked after visits with one person, or with anyone when that is None.

    It is asked from `began_on` on, up to and including `retired_on`.
    """

    name: str
    question: str
    began_on: date
    person_id: str | None = None
    retired_on: date | None = None

    def _nonsense(self) -> Iterator[str]:
        if not self.name.strip():
            yield _("A trait needs a name.")
        if not self.question.strip():
            yield _("A trait needs a question.")
        if self.retired_on is not None and self.retired_on < self.began_on:
            yield _("This ends before it begins.")

    def is_asked_on(self, day: date) -> bool:
        """Whether the question is asked about a visit of that day."""
        return self.began_on <= day and (self.retired_on is None or day <= self.retired_on)


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnAnswer:
    """What was answered to the question of a trait of one's own."""

    trait_id: str
    answer: Answer

    def __post_init__(self) -> None:
        if self.answer not in get_args(Answer):
            raise ValueError(_("“answer” holds a word this journal does not know."))
