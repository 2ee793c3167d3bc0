"""Leaving an entry out of a trait's figures, with a reason, and putting it back."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import against
from carecompanion.domain.identity import new_id
from carecompanion.domain.lines import cut
from carecompanion.domain.records import LeftOut, Record
from carecompanion.domain.sheets.asks import Ask, Unclear
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import Pieces, Sheet
from carecompanion.domain.timeline import entry_for, line
from carecompanion.language import _

LONGEST_TITLE = 60


class LeaveOutSheet(Sheet):
    """Why one entry is not to count towards a trait; or is not, when it `was` left out already."""

    NAME = "leave_out"
    was: LeftOut | None

    def __init__(
        self,
        trait: tuple[str, str],
        record: Record,
        book: Book,
        now: datetime,
        *,
        was: LeftOut | None = None,
        ways: Mapping[str, str] | None = None,
    ) -> None:
        """`trait` is its id and its name."""
        super().__init__(book, now, was=was, ways=ways)
        (self._trait_id, self._called), self._record = trait, record

    @property
    def draft_name(self) -> str:
        """One draft for each entry."""
        return f"{self.NAME} {self._record.id}"

    def heading(self) -> str:
        """What is left out, and of what."""
        said = line(entry_for(self._record, self.book), self.book, self.now)
        what = _("Leave out") if self.was is None else _("Left out")
        return _("{what} of {called}: {cut}").format(
            what=what, called=self._called, cut=cut(f"{said.kind}, {said.title}", LONGEST_TITLE)
        )

    def asks(self) -> Iterator[Ask]:
        """The reason."""
        reason = self.was.reason if self.was else ""
        yield Ask(name="reason", label=_("Why"), held=reason, hint=_("a few words, such as: my own mistake"))

    def outcome(self) -> Pieces:
        """What leaving out means."""
        if self.was is not None:
            return (_("It stays left out. {ways}").format(ways=self.ways["put_back"]),)
        return (
            _(
                "It stays in your journal and no longer counts towards {called}. It is listed there "
                "as left out, with your reason. {ways}"
            ).format(called=self._called, ways=self.ways["put_back"]),
        )

    def written(self) -> Written:
        """What is left out, why and since when."""
        reason = self.what("reason", _("Please say why in a few words: it stands beside the figure."), name="reason")
        left_out = replace(self.was, reason=reason) if self.was else self._new(reason)
        for clash in against(self.book, left_out):
            raise Unclear("reason", clash.sentence)
        said = (
            _("It no longer counts towards")
            if self.was is None
            else _("Your reason stands beside it. It is left out of")
        )
        return Written((left_out,), f"{said} {self._called}.")

    def _new(self, reason: str) -> LeftOut:
        return LeftOut(
            id=new_id(self.now),
            written_at=self.now,
            entry_id=self._record.id,
            trait=self._trait_id,
            reason=reason,
            left_out_at=self.now,
        )


def put_back(left_out: LeftOut, called: str, now: datetime) -> Written:
    """What is left out of a trait of that name, counting again."""
    return Written((replace(left_out, put_back_at=now),), _("It counts towards {called} again.").format(called=called))
