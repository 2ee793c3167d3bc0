"""I got in touch: how, with whom, when and about what. Chasing adds to what already waits, and resets no clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, get_args

from textual import on
from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.identity import new_id
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import by_words
from carecompanion.domain.records import Attempt, Contact
from carecompanion.domain.replies import STARTING, with_due
from carecompanion.domain.unanswered import Unanswered, unanswered
from carecompanion.domain.vocabulary import AttemptOutcome, Route
from carecompanion.domain.wording import due_sentence
from carecompanion.tui.field import Field, Unclear, for_me_only
from carecompanion.tui.form import Form, Written
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.drawing import clipped
from carecompanion.tui.parts.line import Line
from carecompanion.tui.when import When
from carecompanion.tui.who import Who

MOST_CHASED = 4
LONGEST_CHASED = 60
AHEAD = "That is still ahead. The key a, outside this sheet, writes down an appointment."


@dataclass(frozen=True, slots=True)
class Way:
    """A way to get in touch. `outcome` is None where only the person can say what came of it."""

    key: str
    words: str
    route: Route
    outcome: AttemptOutcome | None


WAYS: Mapping[str, Way] = {
    "text": Way("t", "Text", "text", "sent"),
    "call": Way("c", "Call", "phone", None),
    "voicemail": Way("v", "Voicemail", "phone", "voicemail"),
    "email": Way("e", "Email", "email", "sent"),
    "letter": Way("l", "Letter", "letter", "sent"),
    "in_person": Way("p", "In person", "in_person", None),
}

OUTCOMES = (
    Option("s", "spoke", "we spoke"),
    Option("m", "message", "left a message with someone"),
    Option("n", "no_answer", "no answer"),
    Option("x", "no_message", "could not leave a message"),
    Option("r", "referred", "told to try someone else"),
)


class ContactSheet(Form):
    """What was tried; the first states are the ways of the last time, the co-ordinator, and just now."""

    NAME = "contact"
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", "save"), "next_line", ("more", "add what was said", "more"))

    def __init__(self, book: Book, now: datetime, draft: Mapping[str, str] | None = None, trouble: str = "") -> None:
        super().__init__(book, now, draft, trouble)
        self._open = {each.contact.id: each for each in unanswered(book, now)[:MOST_CHASED]}

    def heading(self) -> str:
        """What is being written down."""
        return "You got in touch"

    def lines(self) -> ComposeResult:
        """How, what came of it, to whom, when, what it belongs to, and about what."""
        ways = [Option(way.key, name, way.words) for name, way in WAYS.items()]
        yield Field("How", Choice(ways, last_way(self.book, self.now), id="how"))
        yield Field("Outcome", Choice(OUTCOMES, id="outcome_of_it"))
        yield Who("To", self.book, self.now, name="to")
        yield When(self.book, self.now)
        if self._open:
            yield Field("This is", Choice(list(_belongings(self._open)), "", id="chasing"))
        yield Field("About", Line(hint="a few words, if you like", id="about"))
        yield Field("Said", Line(hint="what was said, if you like", id="said"), more=True)
        yield from for_me_only()

    def fill(self, values: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        super().fill(values)
        self.ask_what_came_of_it()

    @on(Choice.Changed, "#how")
    def ask_what_came_of_it(self) -> None:
        """Only where the way does not say it."""
        self.field("outcome_of_it").display = self._way.outcome is None

    def move_on(self, picked: Choice) -> None:
        """From the way straight to what it was about, by what came of it where that is asked."""
        if picked.id == "how" and self._way.outcome is None:
            self.query_one("#outcome_of_it").focus()
        elif picked.id in ("how", "outcome_of_it"):
            self.query_one("#about").focus()
        else:
            super().move_on(picked)

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """When a reply is due, or why none is."""
        before, by = self._meaning()
        return before, " " if by else "", (by, "bold")

    def written(self) -> Written:
        """A contact with its attempt, or an attempt more of one that waits."""
        outcome = self._outcome()
        if outcome is None:
            raise Unclear("outcome_of_it", "What came of it? Choose one, as in s for “we spoke”.")
        person_id, name = self.query_one(Who).named()
        contact = self._contact()
        attempt = Attempt(
            id=new_id(self.now),
            contact_id=contact.id,
            at=self._at(),
            route=self._way.route,
            outcome=outcome,
            to_person_id=person_id,
            to=name,
            note=self._note(),
            private=self.words("private"),
            keep_out=self.value("keep_out") == "yes",
            written_at=self.now,
        )
        said = " ".join(part for part in self._meaning() if part)
        contact = with_due(self.book, contact, [attempt])
        return Written((contact, attempt), said if said.endswith(".") else f"{said}.")

    @property
    def _way(self) -> Way:
        return WAYS[self.value("how")]

    @property
    def _chased(self) -> Unanswered | None:
        return self._open.get(self.value("chasing")) if self._open else None

    def _outcome(self) -> AttemptOutcome | None:
        typed = self.value("outcome_of_it")
        return self._way.outcome or next((one for one in get_args(AttemptOutcome) if one == typed), None)

    def _at(self) -> datetime:
        at = self.query_one(When).moment
        if at > self.now:
            raise Unclear("when", AHEAD)
        if self._chased and at < self._chased.clock.first_attempt.at:
            raise Unclear("when", "That is before you first got in touch about this.")
        return at

    def _contact(self) -> Contact:
        if self._chased:
            return self._chased.contact
        about, keep_out = self.words("about") or "", self.value("keep_out") == "yes"
        return Contact(id=new_id(self.now), about=about, keep_out=keep_out, written_at=self.now)

    def _note(self) -> str | None:
        about = self.words("about") if self._chased else None
        return "\n".join(words for words in (about, self.words("said")) if words) or None

    def _meaning(self) -> tuple[str, str]:
        outcome, chased = self._outcome(), self._chased
        if outcome == "spoke":
            return "You got through, so no reply is waited for.", ""
        if chased and chased.clock.started_at:
            return self._still_due(chased)
        person_id, name = self.query_one(Who).chosen
        at = self.query_one(When).moment_so_far or self.now
        started_at = at if outcome in STARTING else None
        return due_sentence(self.book, self.book.people.get(person_id or "") or name, started_at, self.now)

    def _still_due(self, chased: Unanswered) -> tuple[str, str]:
        due = chased.clock.due_at
        if due is None:
            return "Chasing changes nothing else: no reply time was agreed.", ""
        verb = "was" if due <= self.now else "is still"
        return (
            f"Chasing does not start the clock again: the reply {verb} due",
            f"by {by_words(due, self.now, self.book.zone)}",
        )


def last_way(book: Book, now: datetime) -> str:
    """The way of the last attempt, by its name in WAYS; a text when there is none, or none that is offered."""
    last = max((one for one in book.attempts.values() if one.at <= now), key=lambda one: (one.at, one.id), default=None)
    if last is None:
        return "text"
    if last.route in ("phone", "mobile"):
        return "voicemail" if last.outcome == "voicemail" else "call"
    return last.route if last.route in WAYS else "text"


def _belongings(waiting: Mapping[str, Unanswered]) -> list[Option]:
    chased = [
        Option(str(digit), contact_id, clipped(f"chasing: {_described(each)}", LONGEST_CHASED))
        for digit, (contact_id, each) in enumerate(waiting.items(), 1)
    ]
    return [Option("n", "", "something new"), *chased]


def _described(each: Unanswered) -> str:
    return ", ".join(part for part in (each.title, first_line(each.contact.about)) if part)
