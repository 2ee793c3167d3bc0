"""They replied: its kind, whose it was, when, and what it settled; or no reply is waited for any more."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import get_args

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import against
from carecompanion.domain.kinds import ATTEMPTS, attempt_word
from carecompanion.domain.lines import cut, first_line
from carecompanion.domain.names import called
from carecompanion.domain.records import Reply
from carecompanion.domain.sheets.asks import Ask, ChoiceAsk, Option, Unclear
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import ANSWERS, Pieces, Sheet
from carecompanion.domain.unanswered import Unanswered, reply_meaning
from carecompanion.domain.vocabulary import ReplyKind, Route
from carecompanion.language import _

LONGEST_ABOUT = 60
AHEAD = _("That is still ahead. Write it down once it has come.")
NOT_STOPPED_YET = _("That is still ahead. A contact can be closed once you have stopped waiting.")

KINDS = (
    Option("s", "spoke", _("we spoke")),
    Option("m", "message", _("a message")),
    Option("c", "missed_call", _("a call I missed")),
    Option("l", "letter", _("a letter")),
    Option("v", "visit", _("a visit")),
    Option("a", "automatic", _("an automatic reply")),
)
SPOKEN: frozenset[Route] = frozenset({"phone", "mobile", "in_person"})
"""The ways that are answered by talking; the others are answered by a message."""

SENT = {ATTEMPTS["in_person"]: _("request"), ATTEMPTS["online"]: _("online message")}


class ReplySheet(Sheet):
    """What came back about one contact; the first states are the likely ones."""

    NAME = "reply"
    was: Reply | None

    def __init__(
        self,
        contact: Unanswered,
        book: Book,
        now: datetime,
        *,
        was: Reply | None = None,
        ways: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(book, now, was=was, ways=ways)
        self.contact = contact

    def heading(self) -> str:
        """Which contact it answers."""
        return asked(self.contact, self.book)

    def own_asks(self) -> Iterator[Ask]:
        """What came, from whom, when; then what it settled."""
        was, attempt = self.was, self.contact.attempt
        kind = was.kind if was else likely_kind(self.contact)
        yield ChoiceAsk(name="kind", label=_("Kind"), held=kind, options=KINDS, aloud=_("What came?"))
        asked_of = (attempt.to_person_id, attempt.to) if attempt.to_person_id or attempt.to else None
        yield self.who(_("By"), (was.by_person_id, was.by) if was else asked_of, name="by", aloud=_("Who was it?"))
        yield self.when(was.at if was else None)
        yield Ask(name="said", label=_("Said"), held=(was and was.note) or "", hint=_("what was said, if you like"))
        more = was is None
        settled = (was and was.settled) or ""
        yield ChoiceAsk(name="settled", label=_("Settled it?"), held=settled, options=ANSWERS, more=more)
        told, asks = (was and was.told_next) or "", _("Did they say what happens next?")
        yield ChoiceAsk(name="told_next", label=_("Told next?"), asks=asks, held=told, options=ANSWERS, more=more)

    def outcome(self) -> Pieces:
        """How long it took, and what that means for the clock."""
        at = self.moment_so_far()
        if at is None or at > self.now or at < self.contact.clock.first_attempt.at:
            return ()
        return (self._meaning(self._reply(at, *self.chosen("by"))),)

    def written(self) -> Written:
        """The reply."""
        at = self.moment()
        if at > self.now:
            raise Unclear("when", AHEAD)
        reply = self._reply(at, *self.named("by"))
        for contradiction in against(self.book, reply):
            raise Unclear("when", contradiction.sentence)
        return Written((reply,), self._meaning(reply))

    def half_written(self) -> dict[str, str] | None:
        """What the lines hold, and which contact it is about."""
        values = super().half_written()
        return None if values is None else values | {"contact": self.contact.contact.id}

    def _meaning(self, reply: Reply) -> str:
        return reply_meaning(self.book.keeping(reply), reply, self.now)

    def _reply(self, at: datetime, person_id: str | None, name: str | None) -> Reply:
        return self.made(
            Reply,
            contact_id=self.contact.contact.id,
            at=at,
            kind=next(kind for kind in get_args(ReplyKind) if kind == self.value("kind")),
            by_person_id=person_id,
            by=name,
            settled=self.answer("settled"),
            told_next=self.answer("told_next"),
            note=self.words("said", "note"),
        )


class ClosingSheet(Sheet):
    """Closes one contact that nothing has come back to."""

    NAME = "closing"

    def __init__(
        self, contact: Unanswered, book: Book, now: datetime, *, ways: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(book, now, ways=ways)
        self.contact = contact

    def heading(self) -> str:
        """Which contact is closed."""
        return _("No longer waiting: {title}").format(title=self.contact.title)

    def asks(self) -> Iterator[Ask]:
        """Why, and since when."""
        yield Ask(name="why", label=_("Why"), hint=_("a few words, if you like"))
        yield self.when(aloud=_("When did you stop waiting?"))

    def outcome(self) -> Pieces:
        """Whether it will count."""
        return (self._meaning(self.moment_so_far() or self.now),)

    def written(self) -> Written:
        """The contact, closed."""
        at = self.moment()
        if at > self.now:
            raise Unclear("when", NOT_STOPPED_YET)
        closed = replace(self.contact.contact, closed_at=at, closed_why=self.words("why"))
        for contradiction in against(self.book, closed):
            raise Unclear("when", contradiction.sentence)
        return Written((closed,), self._meaning(at))

    def _meaning(self, at: datetime) -> str:
        started_at, due_at = self.contact.clock.started_at, self.contact.clock.due_at
        if started_at is None or at < started_at:
            return _("Nothing was left with anybody by then, so this is neither in time nor late.")
        if due_at is None:
            return _("No reply time was agreed, so this will not count as late.")
        if at < due_at:
            return _("It was not due yet, so this is left out of the replies that are counted.")
        return _("The agreed time had passed, so this counts as not replied in time.")


def asked(contact: Unanswered, book: Book) -> str:
    """As in "Dana replied to your text about “the letter”?", with the person's own words in quotes."""
    attempt = contact.attempt
    sent = SENT.get(attempt_word(attempt), attempt_word(attempt).lower())
    about = cut(first_line(contact.contact.about), LONGEST_ABOUT)
    name = cut(called(book, attempt.to_person_id, attempt.to), LONGEST_ABOUT)
    return _("{name} replied to your {sent}{about}?").format(
        name=name, sent=sent, about=_(" about “{about}”").format(about=about) if about else ""
    )


def likely_kind(contact: Unanswered) -> ReplyKind:
    """How such a contact is mostly answered."""
    return "spoke" if contact.attempt.route in SPOKEN else "message"
