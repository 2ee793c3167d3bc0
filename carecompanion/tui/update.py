"""News the team needs to know, whom it is for, and whether they knew."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from textual.app import ComposeResult

from carecompanion.domain.names import called
from carecompanion.domain.records import Person, Recipient, Update
from carecompanion.domain.sources import source_of
from carecompanion.tui.day import Day, written_out
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.drawing import clipped
from carecompanion.tui.parts.line import Line
from carecompanion.tui.parts.several import Several
from carecompanion.tui.something import Something
from carecompanion.tui.who import likely_people, people_options

KNEW = (
    Option("y", "yes", "Knew"),
    Option("p", "partly", "In part"),
    Option("n", "no", "Did not"),
    Option("s", "", "not known yet"),
)
LONGEST_LABEL = 12


class UpdateSheet(Something):
    """News; once it is written down, a line for each person it is for."""

    NAME = "update"
    was: Update | None

    @property
    def more_of_it(self) -> str:
        """The first person of whom it is not known yet."""
        unknown = (name for name, each in self._recipients.items() if each.knew is None)
        return next(unknown, next(iter(self._recipients), self.first))

    def heading(self) -> str:
        """What is being written down."""
        return "Something the team needs to know" if self.was is None else "Who knew it"

    def own_lines(self) -> ComposeResult:
        """The words, since when, what it came from, whom it is for, and who knew."""
        was = self.was
        yield Field("What", Line(was.what if was else "", hint="such as: my tablets have changed", id="text"))
        people = self._people()
        chosen = tuple(each.person_id for each in was.recipients) if was else tuple(one.id for one in people[:1])
        yield Field("Who needs it", Several(people_options(people), chosen, id="needs_it"))
        for name, each in self._recipients.items():
            label = clipped(called(self.book, each.person_id), LONGEST_LABEL)
            yield Field(label, Choice(KNEW, each.knew or "", id=name))
        yield from self.source_line(source_of(was) if was else None)
        told_on = written_out(was.told_on) if was else "today"
        yield Day("Told on", self.book, self.now, name="made_on", text=told_on, more=was is None)
        yield Field("Note", Line((was and was.note) or "", hint="a few words, if you like", id="note"), more=True)

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """What is asked later."""
        return (self._meaning(),)

    def came_on(self, at: datetime) -> None:
        """News from the day of the visit it came from."""
        self.put("made_on", written_out(self.book.day_of(at)))

    def record(self) -> Update:
        """The news."""
        what = self.words("text", "what")
        if what is None:
            raise Unclear("text", "What do they need to know? A few words are enough.")
        told_on = self.line("made_on").past_day or self.today
        return self.made(
            Update,
            what=what,
            told_on=told_on,
            recipients=tuple(self._for_them()),
            note=self.words("note", "note"),
        )

    def said(self) -> str:
        """What is kept now."""
        return f"The news is in the journal. {self._meaning()}"

    @property
    def _recipients(self) -> dict[str, Recipient]:
        """Whom it is for already, by the line on which it is said whether they knew."""
        return {f"knew_{number}": each for number, each in enumerate(self.was.recipients if self.was else ())}

    def _people(self) -> tuple[Person, ...]:
        """Whom it is for already, then the likeliest others."""
        theirs = [self.book.people[each.person_id] for each in self._recipients.values()]
        others = (one for one in likely_people(self.book, self.now) if one not in theirs)
        return (*theirs, *others)[: max(8, len(theirs))]

    def _for_them(self) -> Iterator[Recipient]:
        before = {each.person_id: (name, each) for name, each in self._recipients.items()}
        for person_id in self.query_one("#needs_it", Several).chosen:
            name, each = before.get(person_id, ("", Recipient(person_id=person_id)))
            knew = self.answer(name) if name else None
            checked_on = each.checked_on if knew == each.knew else self.today
            yield Recipient(person_id=person_id, knew=knew, checked_on=checked_on if knew else None)

    def _meaning(self) -> str:
        chosen = self.query_one("#needs_it", Several).chosen
        if not chosen:
            return "Nobody is named, so nothing is counted."
        known = {each.person_id for name, each in self._recipients.items() if self.value(name)}
        unknown = [person_id for person_id in chosen if person_id not in known]
        if not unknown:
            return "This counts towards Communicates."
        names = " and ".join(called(self.book, person_id) for person_id in unknown[:2])
        others = f" and {len(unknown) - 2} more" if len(unknown) > 2 else ""
        return f"After a visit with {names}{others} you are asked whether they knew."
