"""A reply with more to say about it than that it came: its kind, whose it was, when, and what it settled."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import ClassVar, get_args

from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import against
from carecompanion.domain.kinds import attempt_word
from carecompanion.domain.lines import first_line
from carecompanion.domain.names import called
from carecompanion.domain.records import Reply
from carecompanion.domain.unanswered import Unanswered, reply_meaning
from carecompanion.domain.vocabulary import ReplyKind, Route
from carecompanion.tui.field import ANSWERS, Asked, Field, Unclear, for_me_only
from carecompanion.tui.form import Form, Written
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.drawing import clipped
from carecompanion.tui.parts.line import Line
from carecompanion.tui.when import When
from carecompanion.tui.who import Who

LONGEST_ABOUT = 60
AHEAD = "That is still ahead. Write it down once it has come."

KINDS = (
    Option("s", "spoke", "we spoke"),
    Option("m", "message", "a message"),
    Option("c", "missed_call", "a call I missed"),
    Option("l", "letter", "a letter"),
    Option("v", "visit", "a visit"),
    Option("a", "automatic", "an automatic reply"),
)
SPOKEN: frozenset[Route] = frozenset({"phone", "mobile", "in_person"})
"""The ways that are answered by talking; the others are answered by a message."""

SENT = {"In person": "request", "Online": "online message"}


class ReplyForm(Form):
    """What came back about one contact; the first states are the likely ones."""

    NAME = "reply"
    was: Reply | None
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", "save"), "next_line", "more")

    def __init__(
        self,
        contact: Unanswered,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
        *,
        was: Reply | None = None,
    ) -> None:
        super().__init__(book, now, draft, trouble, was=was)
        self._contact = contact

    def heading(self) -> str:
        """Which contact it answers."""
        return asked(self._contact, self.book)

    def lines(self) -> ComposeResult:
        """What came, from whom, when; then what it settled."""
        was, attempt = self.was, self._contact.attempt
        yield Field("Kind", Choice(KINDS, was.kind if was else likely_kind(self._contact), id="kind"))
        asked_of = (attempt.to_person_id, attempt.to) if attempt.to_person_id or attempt.to else None
        yield Who("By", self.book, self.now, name="by", whom=(was.by_person_id, was.by) if was else asked_of)
        yield When(self.book, self.now, at=was.at if was else None)
        yield Field("Said", Line((was and was.note) or "", hint="what was said, if you like", id="said"))
        settled = Choice(ANSWERS, (was and was.settled) or "", id="settled")
        yield Field("Settled it?", settled, more=was is None)
        told_next = Choice(ANSWERS, (was and was.told_next) or "", id="told_next")
        yield Asked("Told next?", "Did they say what happens next?", told_next, more=was is None)
        yield from for_me_only(was)

    def half_written(self) -> dict[str, str] | None:
        """What the lines hold, and which contact it is about."""
        values = super().half_written()
        return None if values is None else values | {"contact": self._contact.contact.id}

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """How long it took, and what that means for the clock."""
        at = self.query_one(When).moment_so_far
        if at is None or at > self.now or at < self._contact.clock.first_attempt.at:
            return ()
        person_id, name = self.query_one(Who).chosen
        return (self._meaning(self._reply(at, person_id, name)),)

    def written(self) -> Written:
        """The reply."""
        at = self.query_one(When).moment
        if at > self.now:
            raise Unclear("when", AHEAD)
        reply = self._reply(at, *self.query_one(Who).named())
        for contradiction in against(self.book, reply):
            raise Unclear("when", contradiction.sentence)
        return Written((reply,), self._meaning(reply))

    def _meaning(self, reply: Reply) -> str:
        return reply_meaning(self.book.keeping(reply), reply, self.now)

    def _reply(self, at: datetime, person_id: str | None, name: str | None) -> Reply:
        return self.made(
            Reply,
            contact_id=self._contact.contact.id,
            at=at,
            kind=next(kind for kind in get_args(ReplyKind) if kind == self.value("kind")),
            by_person_id=person_id,
            by=name,
            settled=self.answer("settled"),
            told_next=self.answer("told_next"),
            note=self.words("said", "note"),
        )


def asked(contact: Unanswered, book: Book) -> str:
    """As in "Dana replied to your text about “the letter”?", with the person's own words in quotes."""
    attempt = contact.attempt
    sent = SENT.get(attempt_word(attempt), attempt_word(attempt).lower())
    about = clipped(first_line(contact.contact.about), LONGEST_ABOUT)
    name = called(book, attempt.to_person_id, attempt.to)
    return f"{clipped(name, LONGEST_ABOUT)} replied to your {sent}{f' about “{about}”' if about else ''}?"


def likely_kind(contact: Unanswered) -> ReplyKind:
    """How such a contact is mostly answered."""
    return "spoke" if contact.attempt.route in SPOKEN else "message"
