"""News the team needs to know, whom it is for, and whether they knew."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property

from carecompanion.domain.lines import cut
from carecompanion.domain.names import called
from carecompanion.domain.records import Person, Recipient, Update
from carecompanion.domain.sheets.asks import TODAY, Ask, ChoiceAsk, Option, SeveralAsk, written_out
from carecompanion.domain.sheets.people import likely_people, people_options
from carecompanion.domain.sheets.sheet import Pieces
from carecompanion.domain.sheets.something import SomethingSheet
from carecompanion.domain.sources import source_of
from carecompanion.language import _

KNEW = (
    Option("y", "yes", _("Knew")),
    Option("p", "partly", _("In part")),
    Option("n", "no", _("Did not")),
    Option("s", "", _("not known yet")),
)
LONGEST_LABEL = 12


class UpdateSheet(SomethingSheet):
    """News; once it is written down, a line for each person it is for."""

    NAME = "update"
    was: Update | None

    @property
    def later(self) -> str:
        """The first person of whom it is not known yet."""
        unknown = (name for name, each in self.recipients.items() if each.knew is None)
        return next(unknown, next(iter(self.recipients), self.LATER))

    def heading(self) -> str:
        """What is being written down."""
        return _("Something the team needs to know") if self.was is None else _("Who knew it")

    def own_asks(self) -> Iterator[Ask]:
        """The words, since when, what it came from, whom it is for, and who knew."""
        was, more = self.was, self.was is None
        hint = _("such as: my tablets have changed")
        yield Ask(name="text", label=_("What"), held=was.what if was else "", hint=hint)
        people = self._people()
        chosen = [each.person_id for each in was.recipients] if was else [one.id for one in people[:1]]
        held = ",".join(one.id for one in people if one.id in chosen)
        yield SeveralAsk(name="needs_it", label=_("Who needs it"), held=held, options=people_options(people))
        for name, each in self.recipients.items():
            label = cut(called(self.book, each.person_id), LONGEST_LABEL)
            yield ChoiceAsk(name=name, label=label, held=each.knew or "", options=KNEW)
        yield from self.source_ask(source_of(was) if was else None)
        yield self.on("made_on", _("Told on"), was.told_on if was else TODAY, more=more)
        yield self.note_line(was.note if was else None)

    def outcome(self) -> Pieces:
        """What is asked later."""
        return (self._meaning(),)

    def came_on(self, at: datetime) -> Mapping[str, str]:
        """News from the day of the visit it came from."""
        return {"made_on": written_out(self.book.day_of(at))}

    def record(self) -> Update:
        """The news."""
        what = self.what("what", _("What do they need to know? A few words are enough."))
        told_on = self.past_day("made_on") or self.today
        return self.made(
            Update,
            what=what,
            told_on=told_on,
            recipients=tuple(self._for_them()),
            note=self.words("note", "note"),
        )

    def said(self) -> str:
        """What is kept now."""
        return _("The news is in the journal. {meaning}").format(meaning=self._meaning())

    @cached_property
    def recipients(self) -> dict[str, Recipient]:
        """Whom it is for already, by the line on which it is said whether they knew."""
        return {f"knew_{number}": each for number, each in enumerate(self.was.recipients if self.was else ())}

    @property
    def _needs_it(self) -> tuple[str, ...]:
        return tuple(filter(None, self.value("needs_it").split(",")))

    def _people(self) -> tuple[Person, ...]:
        """Whom it is for already, then the likeliest others."""
        theirs = [self.book.people[each.person_id] for each in self.recipients.values()]
        others = (one for one in likely_people(self.book, self.now) if one not in theirs)
        return (*theirs, *others)[: max(8, len(theirs))]

    def _for_them(self) -> Iterator[Recipient]:
        before = {each.person_id: (name, each) for name, each in self.recipients.items()}
        for person_id in self._needs_it:
            name, each = before.get(person_id, ("", Recipient(person_id=person_id)))
            knew = self.answer(name) if name else None
            checked_on = each.checked_on if knew == each.knew else self.today
            yield Recipient(person_id=person_id, knew=knew, checked_on=checked_on if knew else None)

    def _meaning(self) -> str:
        if not self._needs_it:
            return _("Nobody is named, so nothing is counted.")
        known = {each.person_id for name, each in self.recipients.items() if self.value(name)}
        unknown = [person_id for person_id in self._needs_it if person_id not in known]
        if not unknown:
            return _("This counts towards Communicates.")
        names = _(" and ").join(called(self.book, person_id) for person_id in unknown[:2])
        others = _(" and {count} more").format(count=len(unknown) - 2) if len(unknown) > 2 else ""
        return _("After a visit with {names}{others} you are asked whether they knew.").format(
            names=names, others=others
        )
