"""What the role promises: each thing in words, what the person or the journal knows of it, and what is left to ask."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from carecompanion.domain.agreed import within
from carecompanion.domain.book import Book
from carecompanion.domain.concern_routes import country
from carecompanion.domain.identity import new_id
from carecompanion.domain.kinds import ROUTES
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import day_words, long_day
from carecompanion.domain.names import called, with_role
from carecompanion.domain.records import RoleAnswer
from carecompanion.domain.sheets.asks import Option
from carecompanion.domain.vocabulary import RoleItem, RoleWord
from carecompanion.language import _

IN_ENGLAND, IN_WALES = _("England"), _("Wales, by law")
"""Where alone a thing is promised."""

WORDS: Mapping[RoleWord, str] = {"yes": _("yes"), "no": _("no"), "not_sure": _("not sure")}
ASKED_ALREADY = _("I have asked this before, and have no answer yet: {}")


@dataclass(frozen=True, slots=True)
class RoleWords:
    """One thing: what is so when it is kept, what to ask when it is not, and where alone it holds.

    `{role}` stands for the person's own word for the role. `aside` names the standard it comes from.
    """

    said: str
    question: str
    where: str = ""
    aside: str = ""


ROLE: Mapping[RoleItem, RoleWords] = {
    "named_person": RoleWords(_("You know who your {role} is"), _("Who is my {role}?")),
    "how_to_reach": RoleWords(_("You know how to reach them"), _("What is the best way to get in touch?")),
    "reply_time": RoleWords(_("A reply time is agreed"), _("How soon will you usually get back to me?")),
    "cover": RoleWords(_("You know who covers when they are away"), _("Who can I turn to when you are away?")),
    "plan_copy": RoleWords(_("You have a copy of your care plan"), _("Could I have a copy of my care plan?")),
    "plan_looked_at": RoleWords(
        _("Your care plan was looked at in the last 12 months"), _("When was my care plan last looked at?")
    ),
    "next_review": RoleWords(_("You know the date of your next review"), _("When will my next review be?")),
    "crisis_plan": RoleWords(_("You have a crisis plan"), _("Could we write down a crisis plan?")),
    "advocacy": RoleWords(_("You were told about advocacy"), _("Where could I get an advocate?")),
    "way_on_record": RoleWords(
        _("Your preferred way of contact is on record"),
        _("Is my preferred way of contact on record?"),
        aside=_("Accessible Information Standard"),
    ),
    "after_hospital": RoleWords(
        _("You are contacted within 72 hours of leaving hospital"),
        _("Who gets in touch within 72 hours when I leave hospital?"),
        IN_ENGLAND,
    ),
    "stand_in": RoleWords(
        _("You get a temporary care coordinator when yours cannot act"),
        _("Who is my care coordinator while mine cannot act?"),
        IN_WALES,
    ),
    "written_plan": RoleWords(_("Your plan is written down"), _("Could I have my plan in writing?"), IN_WALES),
    "review_when_asked": RoleWords(
        _("There is a review within 12 months, or when you ask"), _("Could I have a review?"), IN_WALES
    ),
}
"""Everything on the list, in its order."""


ANSWERS = (
    Option("y", "yes", _("Yes")),
    Option("n", "no", _("No")),
    Option("m", "not_sure", _("Not sure")),
    Option("s", "", _("nothing said")),
)
"""What can be said of one thing."""


@dataclass(frozen=True, slots=True, repr=False)
class Promised:
    """One thing of the list as it stands: the person's last word on it, and what the journal knows, in words or ""."""

    item: RoleItem
    words: RoleWords
    last: RoleAnswer | None
    known: str

    @property
    def answer(self) -> RoleWord | None:
        """What holds: the person's own yes or no, else what the journal knows, else that they are not sure."""
        own = self.last.answer if self.last else None
        return "yes" if self.known and own in (None, "not_sure") else own

    @property
    def is_from_journal(self) -> bool:
        """Whether that comes from the journal, and not from an answer of the person's."""
        return bool(self.known) and (self.last is None or self.last.answer in (None, "not_sure"))

    @property
    def is_asked(self) -> bool:
        """Whether the person asked about it and it is not so yet."""
        return self.last is not None and self.last.asked_on is not None and self.answer != "yes"


def promised(book: Book, now: datetime) -> tuple[Promised, ...]:
    """The list for this nation, each thing as it stands."""
    known = known_from_journal(book, now)
    last: dict[RoleItem, RoleAnswer] = {}
    for each in sorted(book.role_answers.values(), key=lambda one: (one.answered_on, one.id)):
        last[each.item] = each
    return tuple(
        Promised(item, words, last.get(item), known.get(item, ""))
        for item, words in ROLE.items()
        if _holds(words, book)
    )


def role_questions(shared: Book, whole: Book, now: datetime) -> tuple[tuple[str, str], ...]:
    """What is left to ask, each under its name: "role cover", "Who can I turn to when you are away?".

    Only answers that may be shared lead to a question, and nothing is asked that the whole journal knows.
    """
    known = known_from_journal(whole, now)
    found = []
    for each in promised(shared, now):
        one = Promised(each.item, each.words, each.last, known.get(each.item, ""))
        if one.is_asked:
            found.append((f"role {one.item}", ASKED_ALREADY.format(question(one, whole))))
        elif one.answer in ("no", "not_sure"):
            found.append((f"role {one.item}", question(one, whole)))
    return tuple(found)


def said(each: Promised, book: Book) -> str:
    """What is so when it is kept, with the person's own word for the role."""
    return with_role(each.words.said, book.settings)


def question(each: Promised, book: Book) -> str:
    """What to ask about it."""
    return with_role(each.words.question, book.settings)


def known_from_journal(book: Book, now: datetime) -> dict[RoleItem, str]:
    """What the journal has written down already, in a few words."""
    return dict(_known(book, now))


def _known(book: Book, now: datetime) -> Iterator[tuple[RoleItem, str]]:
    today = book.day_of(now)
    if (coordinator_id := book.coordinator_id_on(today)) is not None:
        yield "named_person", first_line(called(book, coordinator_id))
    agreement = book.agreement_on(today)
    if agreement is not None:
        if agreement.routes:
            yield "how_to_reach", ", ".join(ROUTES[route] for route in agreement.routes)
        if agreement.reply_within is not None:
            yield "reply_time", within(agreement)
        if cover := first_line(agreement.cover or ""):
            yield "cover", cover
    ahead = [each for each in book.appointments.values() if each.kind == "review" and each.status == "planned"]
    coming = min((each.planned_at for each in ahead if each.planned_at > now), default=None)
    if coming is not None:
        yield "next_review", long_day(book.day_of(coming), today)


def _holds(words: RoleWords, book: Book) -> bool:
    """Whether it holds in this nation: of England and Wales both, until a letter says which it is."""
    if not words.where:
        return True
    if book.settings.nation != "england_and_wales":
        return False
    where = country(book)
    return where is None or words.where.startswith(where.capitalize())


def state_words(each: Promised, book: Book, now: datetime) -> str:
    """What is known of one thing: "not sure, asked yesterday", "yes, from your journal: Dana"; "" for nothing."""
    parts = [WORDS[each.answer]] if each.answer else []
    if each.is_from_journal:
        parts = [_("yes, from your journal: {known}").format(known=each.known)]
    elif each.is_asked and each.last is not None and each.last.asked_on is not None:
        parts.append(_("asked {day_words}").format(day_words=day_words(each.last.asked_on, book.day_of(now))))
    return ", ".join(parts)


def tally(found: tuple[Promised, ...]) -> str:
    """How many are so: "5 of 14 are so."."""
    return _("{many} of {count} are so.").format(
        many=sum(1 for each in found if each.answer == "yes"), count=len(found)
    )


def last_answer(item: RoleItem, book: Book) -> RoleAnswer | None:
    """The last answer to one thing."""
    found = (each for each in book.role_answers.values() if each.item == item)
    return max(found, key=lambda each: (each.answered_on, each.id), default=None)


def answer_on(today: date, each: Promised, book: Book, now: datetime) -> RoleAnswer:
    """The answer that was given today, to be changed; or a new one that begins as the last one was."""
    last = last_answer(each.item, book)
    if last is not None and last.answered_on >= today:
        return last
    if last is not None:
        return replace(last, id=new_id(now), written_at=now, answered_on=today)
    return RoleAnswer(id=new_id(now), written_at=now, item=each.item, answered_on=today)
