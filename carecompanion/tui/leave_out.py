"""Leaving an entry out of a trait's figures, with a reason, and putting it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.domain.contradictions import COUNTING
from carecompanion.domain.evidence import Excluded
from carecompanion.domain.records import LeftOut
from carecompanion.domain.sheets import leave_out as sheets
from carecompanion.domain.traits import TraitAssessment
from carecompanion.domain.wording import trait_words
from carecompanion.language import _
from carecompanion.tui.behind import Behind
from carecompanion.tui.elsewhere import by_keys
from carecompanion.tui.form import Form
from carecompanion.tui.parts.bars import Hint

if TYPE_CHECKING:
    from carecompanion.tui.place import Place


class LeaveOutSheet(Form):
    """Why one entry is not to count towards a trait; or is not, when it `was` left out already."""

    NAME = "leave_out"
    was: LeftOut | None
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", _("save")),)

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
        called = trait.id, trait_words(trait).name
        self.sheet = sheets.LeaveOutSheet(called, each.record, book, now, was=was, ways=by_keys())


def leave_out_hint(each: Behind) -> Sequence[Hint]:
    """The keys, by what they do to an entry; none for what was agreed."""
    if not _can_be(each):
        return ()
    if left_out_by(each):
        return ("leave_out", _("put back"), _("put back")), ("change", _("change the reason"), _("reason"))
    return (("leave_out", _("leave out"), _("leave out")),)


def leave_out(place: Place, trait: TraitAssessment, each: Behind) -> None:
    """Ask why and leave it out; or put it back at once, which can be undone by the same key."""
    how = left_out_by(each)
    if how is not None:
        place.keep(sheets.put_back(how, trait_words(trait).name, place.clock()))
    elif not _can_be(each):
        place.say_kept(_("What was agreed is a list to look at; nothing of it can be left out."))
    else:
        place.run_worker(place.write(partial(LeaveOutSheet, trait, each)), group="writing", exclusive=True)


def _can_be(each: Behind) -> bool:
    return LIST_NAMES[type(each.record)] in COUNTING


def left_out_by(each: Behind) -> LeftOut | None:
    """What says that an entry is left out, and why; None when nothing does."""
    return each.found.left_out if isinstance(each.found, Excluded) else None
