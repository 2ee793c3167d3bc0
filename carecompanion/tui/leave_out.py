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
from carecompanion.domain.records import LeftOut
from carecompanion.domain.timeline import entry_for, line
from carecompanion.domain.traits import TraitAssessment
from carecompanion.domain.wording import trait_words
from carecompanion.tui.behind import Behind
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.form import Form, Written
from carecompanion.tui.keymap import shown
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.drawing import clipped
from carecompanion.tui.parts.line import Line

if TYPE_CHECKING:
    from carecompanion.tui.place import Place

LONGEST_TITLE = 60


class LeaveOutSheet(Form):
    """Why one entry is not to count towards a trait; or is not, when it `was` left out already."""

    NAME = "leave_out"
    was: LeftOut | None
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", "save"),)

    def __init__(
        self,
        trait: TraitAssessment,
        each: Behind,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
        *,
        was: LeftOut | None = None,
    ) -> None:
        super().__init__(book, now, draft, trouble, was=was)
        self._trait, self._each = trait, each

    @property
    def draft_name(self) -> str:
        """One draft for each entry."""
        return f"{self.NAME} {self._each.record.id}"

    def heading(self) -> str:
        """What is left out, and of what."""
        said = line(entry_for(self._each.record, self.book), self.book, self.now)
        what = "Leave out" if self.was is None else "Left out"
        return f"{what} of {self._called}: {clipped(f'{said.kind}, {said.title}', LONGEST_TITLE)}"

    def lines(self) -> ComposeResult:
        """The reason."""
        reason = self.was.reason if self.was else ""
        yield Field("Why", Line(reason, hint="a few words, such as: my own mistake", id="reason"))

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """What leaving out means."""
        if self.was is not None:
            return (f"It stays left out. The key {shown('leave_out')} puts it back.",)
        return (
            f"It stays in your journal and no longer counts towards {self._called}. It is listed there as left out, "
            f"with your reason. The key {shown('leave_out')} puts it back.",
        )

    def written(self) -> Written:
        """What is left out, why and since when."""
        reason = self.words("reason", "reason")
        if reason is None:
            raise Unclear("reason", "Please say why in a few words: it stands beside the figure.")
        left_out = replace(self.was, reason=reason) if self.was else self._new(reason)
        for clash in against(self.book, left_out):
            raise Unclear("reason", clash.sentence)
        said = "It no longer counts towards" if self.was is None else "Your reason stands beside it. It is left out of"
        return Written((left_out,), f"{said} {self._called}.")

    def _new(self, reason: str) -> LeftOut:
        return LeftOut(
            id=new_id(self.now),
            written_at=self.now,
            entry_id=self._each.record.id,
            trait=self._trait.id,
            reason=reason,
            left_out_at=self.now,
        )

    @property
    def _called(self) -> str:
        return trait_words(self._trait).name


def leave_out_hint(each: Behind) -> Sequence[Hint]:
    """The keys, by what they do to an entry; none for what was agreed."""
    if not _can_be(each):
        return ()
    if left_out_by(each):
        return ("leave_out", "put back", "put back"), ("change", "change the reason", "reason")
    return (("leave_out", "leave out", "leave out"),)


def leave_out(place: Place, trait: TraitAssessment, each: Behind) -> None:
    """Ask why and leave it out; or put it back at once, which can be undone by the same key."""
    how = left_out_by(each)
    if how is not None:
        back = replace(how, put_back_at=place.clock())
        place.keep(Written((back,), f"It counts towards {trait_words(trait).name} again."))
    elif not _can_be(each):
        place.say_kept("What was agreed is a list to look at; nothing of it can be left out.")
    else:
        place.run_worker(place.write(partial(LeaveOutSheet, trait, each)), group="writing", exclusive=True)


def _can_be(each: Behind) -> bool:
    return LIST_NAMES[type(each.record)] in COUNTING


def left_out_by(each: Behind) -> LeftOut | None:
    """What says that an entry is left out, and why; None when nothing does."""
    return each.found.left_out if isinstance(each.found, Excluded) else None
