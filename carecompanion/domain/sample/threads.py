"""How the contacts of the earlier months went: what was tried, what came back, how it ended."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from carecompanion.domain.records import Attempt, Contact, Person, Reply
from carecompanion.domain.sample.hand import Hand
from carecompanion.domain.sample.team import Team
from carecompanion.domain.sample.words import CLOSED_WHY
from carecompanion.domain.vocabulary import Answer, AttemptOutcome, ReplyKind, Route

Who = str
"""The co-ordinator of the day ("them"), the name of a field of Team, or the words for somebody else."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One attempt: how many days on, the time of day, how, whom and with what outcome."""

    days: int
    wall: str
    route: Route
    who: Who
    outcome: AttemptOutcome


@dataclass(frozen=True, slots=True)
class CameBack:
    """One reply, likewise."""

    days: int
    wall: str
    kind: ReplyKind
    who: Who
    settled: Answer | None = None
    told_next: Answer | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """One contact from its first attempt to its end."""

    tried: tuple[Tried, ...]
    came_back: tuple[CameBack, ...] = ()
    closed: tuple[int, str] | None = None
    urgent: bool = False
    about: str | None = None

    @property
    def lasts(self) -> int:
        """How many weekdays after its first day it ends, whole weeks left out."""
        return max([one.days for one in self.tried] + [one.days for one in self.came_back]) % 7


def text(wall: str, *came_back: CameBack) -> Thread:
    """A text to the co-ordinator, and what came back."""
    return Thread((Tried(0, wall, "text", "them", "sent"),), came_back)


THREADS = (
    text("09:40", CameBack(0, "13:05", "message", "them", "yes", "yes")),
    Thread((Tried(0, "10:15", "phone", "them", "voicemail"),), (CameBack(0, "16:10", "missed_call", "them"),)),
    Thread((Tried(0, "09:05", "phone", "them", "no_answer"), Tried(0, "11:30", "phone", "desk", "spoke"))),
    Thread(
        (Tried(0, "14:20", "email", "them", "sent"), Tried(3, "09:30", "text", "them", "sent")),
        (CameBack(3, "12:45", "message", "them", "partly", "no"),),
    ),
    Thread((Tried(0, "11:50", "phone", "desk", "message"),), (CameBack(0, "15:35", "spoke", "desk", "yes", "yes"),)),
    text("17:25", CameBack(0, "17:25", "automatic", "them"), CameBack(1, "10:50", "message", "them", "yes")),
    Thread((Tried(0, "12:10", "online", "desk", "sent"),), (CameBack(1, "09:20", "message", "desk", "no", "partly"),)),
    Thread((Tried(0, "10:00", "mobile", "them", "spoke"),)),
    Thread((Tried(0, "16:40", "mobile", "them", "voicemail"),), closed=(3, "15:00")),
    text("08:55", CameBack(0, "09:45", "message", "them", "yes", "yes")),
    Thread(
        (Tried(0, "10:30", "letter", "okafor", "sent"),),
        (CameBack(8, "12:00", "letter", "okafor", "partly"),),
        about="A copy of the letter to my GP",
    ),
    Thread(
        (
            Tried(0, "13:15", "phone", "them", "no_message"),
            Tried(0, "14:00", "phone", "the receptionist", "referred"),
            Tried(1, "09:10", "phone", "desk", "spoke"),
        ),
        urgent=True,
    ),
    Thread((Tried(0, "15:30", "in_person", "desk", "message"),), (CameBack(1, "11:00", "visit", "them", "yes"),)),
    text("21:10", CameBack(1, "14:30", "spoke", "them", "yes", "partly")),
    Thread(
        (Tried(0, "09:30", "email", "priya", "sent"),),
        (CameBack(2, "08:50", "message", "priya", "yes"),),
        about="The time of our next session",
    ),
    text("11:20", CameBack(2, "16:15", "message", "them", "no", "no")),
    Thread((Tried(0, "10:45", "phone", "them", "no_answer"),), closed=(0, "19:30")),
)


def contact(hand: Hand, team: Team, thread: Thread, day: date, about: str, **extra: object) -> None:
    """Write a whole contact down, begun on this day."""
    begun = hand.at(day, thread.tried[0].wall)
    closed = hand.at(day + timedelta(days=thread.closed[0]), thread.closed[1]) if thread.closed else None
    ended = {"closed_at": closed, "closed_why": hand.some(CLOSED_WHY)} if closed else {}
    kept = hand.write(Contact, begun, about=about, urgent=thread.urgent, **ended, **extra)
    attempts = []
    for tried in thread.tried:
        at = _instant(hand, day, tried)
        to = _whom(team, tried.who, at, "to_person_id", "to")
        attempts.append(
            hand.write(Attempt, at, contact_id=kept.id, at=at, route=tried.route, outcome=tried.outcome, **to)
        )
    hand.contact(kept, attempts)
    for reply in thread.came_back:
        at = _instant(hand, day, reply)
        said = {"settled": reply.settled, "told_next": reply.told_next}
        by = _whom(team, reply.who, at, "by_person_id", "by")
        hand.write(Reply, at, contact_id=kept.id, at=at, kind=reply.kind, **said, **by)


def _instant(hand: Hand, day: date, event: Tried | CameBack) -> datetime:
    return hand.at(day + timedelta(days=event.days), event.wall)


def _whom(team: Team, who: Who, at: datetime, person: str, words: str) -> dict[str, str]:
    """The field for somebody: a person of the team, or words; without a co-ordinator, the duty desk."""
    somebody = (team.coordinator_on(at.date()) or team.desk) if who == "them" else getattr(team, who, None)
    return {person: somebody.id} if isinstance(somebody, Person) else {words: who}
