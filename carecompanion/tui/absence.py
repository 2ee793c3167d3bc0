"""Somebody away: whether the person was told before, who covered, and whether that worked."""

from collections.abc import Sequence

from textual.app import ComposeResult

from carecompanion.domain.names import called
from carecompanion.domain.records import Absence
from carecompanion.domain.vocabulary import Answer
from carecompanion.tui.day import Day, written_out
from carecompanion.tui.field import ANSWERS, Field, Unclear
from carecompanion.tui.keymap import shown
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.line import Line
from carecompanion.tui.something import Something
from carecompanion.tui.who import likely_people, people_options

PLAIN = (Option("y", "yes", "Yes"), Option("n", "no", "No"), Option("s", "", "not said"))


class AbsenceSheet(Something):
    """Time away; the first states are the co-ordinator and from today on."""

    NAME = "absence"
    was: Absence | None

    @property
    def first(self) -> str:
        """Who it is."""
        return "away"

    @property
    def more_of_it(self) -> str:
        """What is said later."""
        return "cover_worked"

    def heading(self) -> str:
        """What is being written down."""
        return "Somebody is away" if self.was is None else f"{called(self.book, self.was.person_id)} away"

    def own_lines(self) -> ComposeResult:
        """Who, from when to when, told before or not, and the cover."""
        was = self.was
        people = likely_people(self.book, self.now, was.person_id if was else None)
        first = was.person_id if was else people[0].id if people else None
        yield Field("Who", Choice(people_options(people), first, id="away"))
        from_on = written_out(was.from_on) if was else "today"
        yield Day("From", self.book, self.now, name="from_on", text=from_on, ahead=True)
        to_on = written_out(was.to_on) if was and was.to_on else ""
        yield Day("To", self.book, self.now, name="to_on", text=to_on, hint="the last day, if you know", ahead=True)
        yield Field("Told before?", _plain(was.told_before if was else None, "told"))
        yield Field("Cover named?", _plain(was.cover_named if was else None, "named"))
        worked = Choice(ANSWERS, (was and was.cover_worked) or "", id="cover_worked")
        yield Field("Cover worked?", worked, more=was is None)
        yield Field("Note", Line((was and was.note) or "", hint="a few words, if you like", id="text"), more=True)

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """Whether it counts."""
        return (self._meaning(),)

    def record(self) -> Absence:
        """The time away."""
        person_id = self.value("away")
        if not person_id:
            add = f"The keys {shown('team')} and {shown('add_person')}, outside this sheet, add someone."
            raise Unclear("away", f"Nobody is in your team yet. {add}")
        from_on = self.line("from_on").day or self.today
        to_on = self.line("to_on").day
        if to_on is not None and to_on < from_on:
            raise Unclear("to_on", "That is before it begins.")
        return self.made(
            Absence,
            person_id=person_id,
            from_on=from_on,
            to_on=to_on,
            told_before=self.answer("told"),
            cover_named=self.answer("named"),
            cover_worked=self.answer("cover_worked"),
            note=self.words("text", "note"),
        )

    def said(self) -> str:
        """What is kept now."""
        return f"The time away is in the journal. {self._meaning()}"

    def _meaning(self) -> str:
        from_on = self.line("from_on").day_so_far or self.today
        person_id = self.value("away")
        if person_id != (self.book.coordinator_id_on(from_on) or ""):
            return "Only time away of your co-ordinator counts towards Accessible."
        if not (self.value("told") and self.value("named")):
            return "It counts once you say whether you were told before, and who covers."
        return "This counts towards Accessible."


def _plain(answer: Answer | None, name: str) -> Choice:
    """Yes or no is what counts; a partly that came from elsewhere stays."""
    return Choice(ANSWERS if answer == "partly" else PLAIN, answer or "", id=name)
