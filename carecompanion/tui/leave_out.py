"""Leaving an entry out of a trait's figures, with a reason, and putting it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.domain.contradictions import COUNTING, against
from carecompanion.domain.evidence import Excluded
from carecompanion.domain.identity import new_id
from carecompanion.domain.records import LeftOut, Record
from carecompanion.domain.timeline import entry_for, line
from carecompanion.domain.traits import TraitAssessment
from carecompanion.domain.wording import trait_words
from carecompanion.tui.behind import Behind
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.form import Form, Written
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.drawing import clipped
from carecompanion.tui.parts.line import Line

if TYPE_CHECKING:
    from carecompanion.tui.place import Place

LONGEST_TITLE = 60


class LeaveOutSheet(Form):
    """Why one entry is not to count towards a trait."""

    NAME = "leave_out"
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", "leave it out", "leave out"),)

    def __init__(
        self,
        trait: TraitAssessment,
        each: Behind,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
    ) -> None:
        super().__init__(book, now, draft, trouble)
        self._trait, self._each = trait, each

    @property
    def draft_name(self) -> str:
        """One draft for each entry."""
        return f"{self.NAME} {self._each.record.id}"

    def heading(self) -> str:
        """What is left out, and of what."""
        said = line(entry_for(self._each.record, self.book), self.book, self.now)
        return f"Leave out of {self._called}: {clipped(f'{said.kind}, {said.title}', LONGEST_TITLE)}"

    def lines(self) -> ComposeResult:
        """The reason."""
        yield Field("Why", Line(hint="a few words, such as: my own mistake", id="reason"))

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """What leaving out means."""
        return (
            f"It stays in your journal and no longer counts towards {self._called}. It is listed there as left out, "
            "with your reason. The key o puts it back.",
        )

    def written(self) -> Written:
        """What is left out, why and since when."""
        reason = self.words("reason")
        if reason is None:
            raise Unclear("reason", "Please say why in a few words: it stands beside the figure.")
        left_out = LeftOut(
            id=new_id(self.now),
            written_at=self.now,
            entry_id=self._each.record.id,
            trait=self._trait.id,
            reason=reason,
            left_out_at=self.now,
        )
        for clash in against(self.book, left_out):
            raise Unclear("reason", clash.sentence)
        return Written((left_out,), f"It no longer counts towards {self._called}.")

    @property
    def _called(self) -> str:
        return trait_words(self._trait).name


def leave_out_hint(each: Behind) -> Sequence[Hint]:
    """The key, by what it does to an entry; none for what was agreed."""
    if not _can_be(each):
        return ()
    return (("leave_out", "put back", "put back") if _how(each) else ("leave_out", "leave out", "leave out"),)


def leave_out(place: Place, trait: TraitAssessment, each: Behind) -> None:
    """Ask why and leave it out; or put it back at once, which can be undone by the same key."""
    how = _how(each)
    if how is not None:
        back = replace(how, put_back_at=place.clock())
        place.keep(Written((back,), f"It counts towards {trait_words(trait).name} again."))
    elif not _can_be(each):
        place.say_kept("What was agreed is a list to look at; nothing of it can be left out.")
    else:
        place.run_worker(place.write(partial(LeaveOutSheet, trait, each)), group="writing", exclusive=True)


def leave_out_again(place: Place, trait: TraitAssessment, each: Behind | None, record: Record) -> None:
    """Ask once more why this entry is to be left out, if it is the one in hand and still counts."""
    if each is not None and each.record == record and _how(each) is None:
        leave_out(place, trait, each)


def _can_be(each: Behind) -> bool:
    return LIST_NAMES[type(each.record)] in COUNTING


def _how(each: Behind) -> LeftOut | None:
    return each.found.left_out if isinstance(each.found, Excluded) else None
