"""Questions for a review, from what is not agreed or not known yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.follow_ups import unknown_recipients
from carecompanion.domain.lines import first_line
from carecompanion.domain.names import role_word, who
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Agreement
from carecompanion.domain.role_promises import role_questions
from carecompanion.language import _

NOT_AGREED = {
    "reply_within": _("How soon will you usually get back to me?"),
    "cover": _("Who can I turn to when you are away?"),
    "urgent_route": _("What should I do when it is urgent?"),
    "routes": _("What is the best way to get in touch?"),
    "meet_every_days": _("How often will we meet?"),
}
"""What to ask where an agreement says nothing, by its field."""


@dataclass(frozen=True, slots=True, repr=False)
class Question:
    """A question, by a name that stays the same; `entry_id` is the entry it is about, if there is one."""

    name: str
    text: str
    entry_id: str | None = None


def questions(shared: Book, whole: Book, days: Period, now: datetime) -> tuple[Question, ...]:
    """What to ask. Nothing is asked that the whole journal knows, nor with words that are not in the shared one."""
    promised = tuple(Question(name, text) for name, text in role_questions(shared, whole, now))
    covered = tuple(each.text for each in promised)
    plain = (*_role(whole, now), *_agreement(whole, now), *_next_review(whole, now))
    # of one that was asked before, it is said so
    asked_once = (each for each in plain if not any(text.endswith(each.text) for text in covered))
    return (*asked_once, *promised, *_news(shared, days, now))


def _role(book: Book, now: datetime) -> Iterator[Question]:
    if book.coordinator_id_on(book.day_of(now)) is None:
        yield Question("role", _("Who is my {first_line}?").format(first_line=first_line(role_word(book.settings))))


def _agreement(book: Book, now: datetime) -> Iterator[Question]:
    agreement = book.agreement_on(book.day_of(now))
    for name, question in NOT_AGREED.items():
        if not _says(agreement, name):
            yield Question(name, question)


def _says(agreement: Agreement | None, name: str) -> bool:
    said = getattr(agreement, name, None)
    return bool(said.strip() if isinstance(said, str) else said)


def _next_review(book: Book, now: datetime) -> Iterator[Question]:
    """The one that comes is what all this is for; it is the one after it that may not be known."""
    ahead = [each for each in book.appointments.values() if each.kind == "review" and each.planned_at > now]
    if sum(1 for each in ahead if each.status == "planned") < 2:
        yield Question("next_review", _("When will my next review be, after this one?"))


def _news(book: Book, days: Period, now: datetime) -> Iterator[Question]:
    today = book.day_of(now)
    for update in sorted(book.updates.values(), key=lambda each: (each.told_on, each.id), reverse=True):
        if update.told_on in days and update.told_on <= today:
            for each in unknown_recipients(update):
                text = _("Has {who} heard this news: {first_line}?").format(
                    who=who(book, each.person_id), first_line=first_line(update.what)
                )
                yield Question(f"heard {each.person_id}", text, update.id)
