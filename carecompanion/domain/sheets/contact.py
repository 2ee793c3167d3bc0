"""I got in touch: how, with whom, when and about what. Chasing adds to what already waits, and resets no clock."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import get_args

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import against
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import by_words
from carecompanion.domain.moving import can_move, moved
from carecompanion.domain.records import Attempt, Contact, Record
from carecompanion.domain.replies import STARTING, clock, due_again, with_due
from carecompanion.domain.sheets.asks import Ask, ChoiceAsk, Option, Unclear
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import Pieces, Sheet
from carecompanion.domain.sheets.ways import ONLINE, OUTCOMES, WAYS, Way, last_way, way_of
from carecompanion.domain.unanswered import Unanswered, unanswered
from carecompanion.domain.vocabulary import AttemptOutcome, Route
from carecompanion.domain.wording import NOT_STARTED, due_sentence
from carecompanion.language import _

MOST_CHASED = 4
APART = "apart"
CAME, STOPPED = _("What came of it?"), _("When did you stop waiting?")
BEFORE = _("That is before you first got in touch about this.")
GOT_THROUGH = _("You got through, so no reply is waited for.")
STILL_WAITING = _("That is still ahead. Leave this empty if you are waiting.")


class ContactSheet(Sheet):
    """What was tried; the first states are the ways of the last time, the co-ordinator, and just now.

    An attempt that is there already is filled in with what its contact is about.
    """

    NAME = "contact"
    SOMETIMES = ("outcome_of_it",)
    was: Attempt | None

    def __init__(
        self, book: Book, now: datetime, *, was: Attempt | None = None, ways: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(book, now, was=was, ways=ways)
        self._thread = book.contacts[was.contact_id] if was else None
        others = (each for each in unanswered(book, now) if each.contact != self._thread)
        movable = was is None or can_move(was, book)
        self._open = {each.contact.id: each for each in islice(others, MOST_CHASED)} if movable else {}
        self._ways = WAYS if was is None or was.route != "online" else {**WAYS, **ONLINE}

    def heading(self) -> str:
        """What is being written down."""
        return _("You got in touch")

    def own_asks(self) -> Iterator[Ask]:
        """How, what came of it, to whom, when, what it belongs to, and about what."""
        was, ways = self.was, [Option(way.key, name, way.words) for name, way in self._ways.items()]
        how = way_of(was) if was else last_way(self.book, self.now)
        yield ChoiceAsk(name="how", label=_("How"), held=how, options=ways, aloud=_("How did you get in touch?"))
        ended = was.outcome if was and any(option.value == was.outcome for option in OUTCOMES) else ""
        yield ChoiceAsk(name="outcome_of_it", label=_("Outcome"), held=ended, options=OUTCOMES, must=True, aloud=CAME)
        yield self.who(_("To"), (was.to_person_id, was.to) if was else None, name="to", aloud=_("Who was it to?"))
        yield self.when(was.at if was else None)
        if len(belongings := list(self._belongings())) > 1:
            yield ChoiceAsk(name="chasing", label=_("This is"), options=belongings, aloud=_("What does it belong to?"))
        about = self._thread.about if self._thread else ""
        yield Ask(name="about", label=_("About"), held=about, hint=_("a few words, if you like"))
        said = (was and was.note) or ""
        yield Ask(name="said", label=_("Said"), held=said, hint=_("what was said, if you like"), more=was is None)
        yield from self._closing_asks()

    def asks(self) -> Iterator[Ask]:
        """With what is for the person alone about the whole contact."""
        yield from super().asks()
        if self._thread and self._thread.private:
            asked = _("For you only, about this contact as a whole.")
            yield Ask(name="private_of_it", label=_("On it all"), held=self._thread.private, asks=asked, more=True)

    def needed(self, name: str) -> bool:
        """What came of it is asked only where the way does not say it."""
        return name != "outcome_of_it" or self._way.outcome is None

    def outcome(self) -> Pieces:
        """When a reply is due, or why none is."""
        try:
            before, by = self._meaning_of(*self._changed()) if self.was else self._meaning()
        except (Unclear, ValueError):
            return ()
        return before, " " if by else "", (by, "bold")

    def written(self) -> Written:
        """A contact with its attempt, or an attempt more of one that waits."""
        gone: tuple[Record, ...] = ()
        if self.was is None:
            contact = self._contact()
            attempt = self._attempt(contact)
            kept: tuple[Record, ...] = (with_due(self.book, contact, [attempt]), attempt)
            meaning = self._meaning()
        else:
            contact, attempt = self._changed()
            kept, meaning = (contact, attempt), self._meaning_of(contact, attempt)
            if contact.id != self.was.contact_id:
                both = moved(attempt, contact, self.book)
                kept, gone = both.kept, both.gone
        for clash in against(self.book.without(*gone), *kept):
            raise Unclear("closed" if clash.field == "closed_at" else "when", clash.sentence)
        said = " ".join(part for part in meaning if part)
        return Written(kept, said if said.endswith(".") else f"{said}.", gone)

    def _belongings(self) -> Iterator[Option]:
        """What it may belong to: what it does first."""
        if self.was is None or self._thread is None or len(self.book.attempts_of(self._thread.id)) == 1:
            yield Option("n", "", _("something new") if self.was is None else _("something of its own"))
        else:
            yield Option("t", "", _("about {what}").format(what=first_line(self._thread.about) or _("the same")))
            if can_move(self.was, self.book):
                yield Option("n", APART, _("something of its own"))
        for digit, (contact_id, each) in enumerate(self._open.items(), 1):
            yield Option(str(digit), contact_id, _("chasing: {described}").format(described=_described(each)))

    def _closing_asks(self) -> Iterator[Ask]:
        """Since when and why no reply is waited for any more, where that was said."""
        if self._thread and self._thread.closed_at:
            hint = _("empty if you are waiting after all")
            yield self.when(self._thread.closed_at, label=_("Stopped"), name="closed", hint=hint, aloud=STOPPED)
            why, hint = self._thread.closed_why or "", _("why you stopped waiting, if you like")
            yield Ask(name="closed_why", label=_("Why"), held=why, hint=hint)

    def _changed(self) -> tuple[Contact, Attempt]:
        """The attempt that is there already, and its contact, as they are typed."""
        contact = self._contact()
        attempt = self._attempt(contact)
        return due_again(self.book, contact, attempt), attempt

    def _attempt(self, contact: Contact) -> Attempt:
        outcome = self._outcome()
        if outcome is None:
            raise Unclear("outcome_of_it", _("What came of it? Choose one, as in s for “we spoke”."))
        person_id, name = self.named("to")
        told = {"to_person_id": person_id, "to": name, "note": self._note()}
        return self.made(Attempt, contact_id=contact.id, at=self._at(), route=self._route, outcome=outcome, **told)

    @property
    def _way(self) -> Way:
        return self._ways[self.value("how")]

    @property
    def _route(self) -> Route:
        """The way that is chosen; a mobile stays one among calls."""
        was, route = self.was.route if self.was else None, self._way.route
        return was if was and (self.is_untouched("how") or (was, route) == ("mobile", "phone")) else route

    @property
    def _chased(self) -> Unanswered | None:
        return self._open.get(self.value("chasing"))

    @property
    def _is_apart(self) -> bool:
        """Whether one of several tries turns out to be about something of its own."""
        return self.value("chasing") == APART

    def _outcome(self) -> AttemptOutcome | None:
        if self.was and self.is_untouched("how", "outcome_of_it"):
            return self.was.outcome
        return self._way.outcome or self.one_of("outcome_of_it", get_args(AttemptOutcome))

    def _at(self) -> datetime:
        at = self.moment()
        if at > self.now:
            raise Unclear("when", _("That is still ahead. {ways}").format(ways=self.ways["appointment"]))
        first = self._first_attempt
        if first and at < first.at:
            raise Unclear("when", BEFORE)
        return at

    @property
    def _first_attempt(self) -> Attempt | None:
        """What came before this one; None when this is the first of its contact."""
        if self.was is None or self._chased or self._is_apart:
            return self._chased.clock.first_attempt if self._chased else None
        first = self.book.attempts_of(self.was.contact_id)[0]
        return first if first.id != self.was.id else None

    def _contact(self) -> Contact:
        if self._chased:
            return self._chased.contact
        if self.was is None or self._thread is None or self._is_apart:
            return self.beside(Contact, about=self.words("about") or "")
        was = self._thread
        alone = self._first_attempt is None and was.keep_out == self.was.keep_out
        return replace(
            was,
            about=was.about if self.is_untouched("about") else self.words("about") or "",
            keep_out=self.value("keep_out") == "yes" if alone else was.keep_out,
            closed_at=self._closed_at(was),
            closed_why=was.closed_why if self.is_untouched("closed_why") else self.words("closed_why"),
            private=was.private if self.is_untouched("private_of_it") else self.words("private_of_it"),
        )

    def _closed_at(self, was: Contact) -> datetime | None:
        if was.closed_at is None or not self.value("closed"):
            return None
        at = self.moment("closed")
        if at > self.now:
            raise Unclear("closed", STILL_WAITING)
        return at

    def _note(self) -> str | None:
        if self.was is not None and (not self._chased or self.is_untouched("about")):
            return self.words("said", "note")
        about = self.words("about") if self._chased else None
        return "\n".join(words for words in (about, self.words("said")) if words) or None

    def _meaning(self) -> tuple[str, str]:
        outcome, chased = self._outcome(), self._chased
        if outcome == "spoke":
            return GOT_THROUGH, ""
        if chased and chased.clock.started_at:
            return self._still_due(chased)
        person_id, name = self.chosen("to")
        at = self.moment_so_far() or self.now
        started_at = at if outcome in STARTING else None
        return due_sentence(self.book, self.book.people.get(person_id or "") or name, started_at, self.now)

    def _meaning_of(self, contact: Contact, attempt: Attempt) -> tuple[str, str]:
        """When a reply was or is due to what is there already."""
        running = clock(self.book.keeping(contact, attempt), contact, self.now)
        if attempt.outcome == "spoke":
            return GOT_THROUGH, ""
        if running is None or running.started_at is None:
            return NOT_STARTED, ""
        if running.due_at is None:
            return _("No reply time was agreed, so this does not count as late."), ""
        verb = _("was") if running.due_at <= self.now else _("is")
        return _("A reply {verb} due").format(verb=verb), _("by {by_words}").format(
            by_words=by_words(running.due_at, self.now, self.book.zone)
        )

    def _still_due(self, chased: Unanswered) -> tuple[str, str]:
        due = chased.clock.due_at
        if due is None:
            return _("Chasing changes nothing else: no reply time was agreed."), ""
        verb = _("was") if due <= self.now else _("is still")
        return (
            _("Chasing does not start the clock again: the reply {verb} due").format(verb=verb),
            _("by {by_words}").format(by_words=by_words(due, self.now, self.book.zone)),
        )


def _described(each: Unanswered) -> str:
    return ", ".join(part for part in (each.title, first_line(each.contact.about)) if part)
