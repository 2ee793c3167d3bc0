"""A trait of one's own: a name and one question that is asked after visits."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.names import who
from carecompanion.domain.records import OwnTrait
from carecompanion.domain.wording import TRAITS
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.form import Form, Written
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.line import Line
from carecompanion.tui.who import likely_people, people_options

ANYONE = Option("a", "", "anyone")
STILL = (Option("y", "", "Yes"), Option("n", "no", "No longer"))


class OwnTraitSheet(Form):
    """A new one, or one as it is, to rename or to ask about no longer."""

    NAME = "own_trait"
    was: OwnTrait | None
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", "save"), "next_line")

    def __init__(
        self,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
        *,
        was: OwnTrait | None = None,
    ) -> None:
        super().__init__(book, now, draft, trouble, was=was)
        self._today = book.day_of(now)

    def heading(self) -> str:
        """What is being written down."""
        return "A trait of your own" if self.was is None else "Your own trait"

    def lines(self) -> ComposeResult:
        """Its name, its question, after whose visits, and whether it is still asked."""
        was = self.was
        yield Field("Name", Line(was.name if was else "", hint="such as: Explains", id="name"))
        hint = "such as: Did they explain things in plain words?"
        yield Field("Question", Line(was.question if was else "", hint=hint, id="question"))
        chosen = was.person_id if was else None
        people = people_options(likely_people(self.book, self.now, chosen))
        yield Field("Visits with", Choice([ANYONE, *people], chosen or "", id="asked_of"))
        if was is not None:
            yield Field("Still ask?", Choice(STILL, "no" if was.retired_on else "", id="still"))

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """When the question is asked."""
        if self.was is not None and self.value("still"):
            return ("It is not asked any more. What you answered stays, and is shown where it falls in the time.",)
        person_id = self.value("asked_of")
        whose = f"with {who(self.book, person_id)}" if person_id else "with anyone"
        return (f"After visits {whose} you are asked it, with y, p or n, once the five are answered.",)

    def written(self) -> Written:
        """The trait."""
        was = self.was
        name, question = self.words("name", "name"), self.words("question", "question")
        if name is None:
            raise Unclear("name", "What is it called? A word or two are enough.")
        if any(words.name.casefold() == name.strip().casefold() for words in TRAITS.values()):
            raise Unclear("name", "One of the five has that name. Choose another.")
        if question is None:
            raise Unclear("question", "What should be asked? Something that yes, partly or no can answer.")
        began_on = was.began_on if was else self._today
        retired_on = None if was is None or not self.value("still") else was.retired_on or max(self._today, began_on)
        asked_of = self.value("asked_of") or None
        fields = {"person_id": asked_of, "began_on": began_on, "retired_on": retired_on}
        own = self.made(OwnTrait, name=name, question=question, **fields)
        said = "is asked after your visits." if retired_on is None else "is not asked any more."
        return Written((own,), f"“{name.strip()}” {said}")
