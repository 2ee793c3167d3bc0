"""Filled: what the lines of a sheet hold, and the records they come to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar, get_args

from carecompanion.domain.book import Book
from carecompanion.domain.identity import new_id
from carecompanion.domain.record import Record
from carecompanion.domain.vocabulary import Answer

R = TypeVar("R", bound=Record)
W = TypeVar("W", bound=str)


@dataclass(frozen=True, slots=True, repr=False)
class Written:
    """What a sheet answers with: the records to keep, one sentence on what that means, and the records that go."""

    records: tuple[Record, ...]
    said: str = ""
    without: tuple[Record, ...] = ()


class Filled:
    """Lines with words in them. `was` is a record that is there already, `filled_in` what the lines held at first."""

    book: Book
    now: datetime
    was: Record | None
    filled_in: Mapping[str, str]

    def values(self) -> Mapping[str, str]:
        """Everything typed and chosen, by the line's name."""
        raise NotImplementedError

    def has(self, name: str) -> bool:
        """Whether there is such a line."""
        return name in self.values()

    def value(self, name: str) -> str:
        """What one line holds, without blanks around it; "" when there is no such line."""
        return self.values().get(name, "").strip()

    def answer(self, name: str) -> Answer | None:
        """What is answered in a line of yes, partly and no; None when nothing is said."""
        return self.one_of(name, get_args(Answer))

    def one_of(self, name: str, words: Iterable[W]) -> W | None:
        """The one of these words that a line holds; None when it holds none of them."""
        held = self.value(name)
        return next((word for word in words if word == held), None)

    def words(self, name: str, field: str | None = None) -> str | None:
        """What was typed in a line, exactly; None when it is blank.

        While it is as it was filled in, what that field of the record that is there already holds.
        """
        if field is not None and self.was is not None and self.is_untouched(name):
            were: str | None = getattr(self.was, field)
            return were
        text = self.values().get(name, "")
        return text if text.strip() else None

    def is_untouched(self, *names: str) -> bool:
        """Whether these lines hold what they were filled in with."""
        now = self.values()
        return all(now.get(name) == self.filled_in.get(name) for name in names)

    @property
    def is_unchanged(self) -> bool:
        """Whether this is a record that is there already, with nothing changed."""
        return self.was is not None and dict(self.values()) == dict(self.filled_in)

    def made(self, kind: type[R], /, **fields: Any) -> R:  # noqa: ANN401  # the record checks its own
        """The record that is there already with these fields, or a new one; with those that every record has."""
        shared = self.in_every_record()
        if isinstance(self.was, kind):
            return self.was if self.is_unchanged else replace(self.was, **fields, **shared)
        return kind(id=new_id(self.now), written_at=self.now, **fields, **shared)

    def beside(self, kind: type[R], /, **fields: Any) -> R:  # noqa: ANN401  # the record checks its own
        """A new record, written by the same person and kept out like what it goes along with."""
        shared = {name: value for name, value in self.in_every_record().items() if name != "private"}
        return kind(id=new_id(self.now), written_at=self.now, **fields, **shared)

    def in_every_record(self) -> dict[str, Any]:
        """The fields that the lines every entry has give."""
        if not self.has("written_by"):
            return {}
        kept_out = self.value("keep_out") == "yes"
        by = self.was.written_by if self.was and self.is_untouched("written_by") else self.value("written_by")
        return {"private": self.words("private", "private"), "keep_out": kept_out, "written_by": by or None}
