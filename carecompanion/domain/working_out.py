"""How each figure is worked out, told in plain paragraphs with the journal's own numbers in them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from carecompanion.domain import how_many
from carecompanion.domain.book import Book
from carecompanion.domain.evidence import Measurement
from carecompanion.domain.lines import first_line
from carecompanion.domain.measures import MEASURES
from carecompanion.domain.names import role_word
from carecompanion.domain.own_numbers import lately_told, looked_at, own_numbers
from carecompanion.domain.response_words import response_words
from carecompanion.domain.settings import Settings
from carecompanion.domain.tally import ENOUGH, Word
from carecompanion.domain.trait_words import FELT, LEVELS, TRAITS, band, is_wide, why
from carecompanion.domain.traits import Assessment
from carecompanion.language import _, ngettext

RULES: Mapping[str, str] = {
    "knew_latest": _(
        "We look at each visit that went ahead, with anyone in the team, where you said whether they knew "
        "the latest about you."
    ),
    "passed_on": _(
        "We look at each piece of news and each person who needed to know it, once you know whether they did."
    ),
    "told_first": _("We look at each change. It is a yes when you were told on an earlier day than it came in."),
    "reason_given": _("We look at each change where you said whether you were told why."),
    "as_arranged": _(
        "We look at each visit planned with your {role}. It is a yes when it went ahead, began no more than "
        "{late} late, and you got at least nine tenths of the time. What you did not note does not "
        "tell against a visit. "
        "A visit they called off is a no. One that you called off is left out."
    ),
    "went_ahead": _("We look at each visit planned with your {role}. One that you called off is left out."),
    "on_time": _(
        "We look at each visit with your {role} that went ahead. It is a yes when it began no more than {late} "
        "late. If you did not note the minutes, your own answer counts."
    ),
    "full_time": _(
        "We look at each visit with your {role} that went ahead. It is a yes when you got at least nine "
        "tenths of the time. If you did not note the minutes, your own answer counts."
    ),
    "fair_notice": _(
        "We look at each visit that was called off or that they did not come to. It is a yes when you were "
        "told by the same time on the last working day before it."
    ),
    "next_known": _(
        "We look at each visit with your {role} that went ahead, where you said whether you knew when the next one was."
    ),
    "regular": _(
        "We look at the days between one visit and the next. It is a yes when there were no more of them than "
        "agreed, with {gap} to spare. A gap still open counts once it is too long."
    ),
    "promises_kept": _(
        "We look at each promise that was due, or that you have noted an end for. Kept is a yes, kept "
        "late is a partly, and not kept by its day is a no."
    ),
    "listened": _(
        "We look at each visit with your {role} that went ahead, where you said whether you felt listened to."
    ),
    "followed_up": _(
        "We look at what you raised. Answered or acted on is a yes. It is a no when nothing came of it, or "
        "nothing had by the next visit."
    ),
    "had_a_say": _("We look at each change where you said whether you had a say."),
    "comfortable": _(
        "We look at each visit with your {role} that went ahead. It counts once you said whether you felt comfortable."
    ),
    "kind": _("We look at each visit with your {role} that went ahead, where you said whether they were friendly."),
    "put_right": _("We look at each visit with your {role} where you said whether someone said sorry or put it right."),
    "replied_in_time": _(
        "We look at each time you got in touch and a reply time was agreed. It is a yes when an answer "
        "came in that time. It is a no when it came later, or when the time ran out without one."
    ),
    "set_up": _(
        "We look at what is agreed now: how to get in touch, how soon they reply, who covers, and what to do "
        "when it is urgent."
    ),
    "got_through": _(
        "We look at each try to get in touch. It is a yes when you spoke or left word. Being told to try "
        "someone else is a partly."
    ),
    "cover_when_away": _(
        "We look at each time your {role} was away. It is a yes when you were told before and knew who "
        "covers, and a partly when it was one of the two."
    ),
    "settled": _("We look at each reply where you said whether it settled things."),
}

MEANINGS: Mapping[Word, str] = {
    "almost_always": _("means that even the low end is three in four or more."),
    "usually": _("means that even the low end is more than half."),
    "sometimes": _("means that it could be more than half or less than half."),
    "less_than_half": _("means that even the high end is less than half."),
    "hardly_ever": _("means that even the high end is one in four or less."),
}

WAITS_RULE = _(
    "We look at each time you got in touch and left word with somebody. The wait runs from then to the first answer, "
    "through nights and weekends. Chasing does not start it again."
)
"""What is looked at for how soon replies came."""

FEW = 20
"""Below so many entries, the sentence about the range says that they are few."""


@dataclass(frozen=True, slots=True, repr=False)
class WorkingOut:
    """How a figure was worked out: the rule with the journal's own numbers, what was counted, and what follows."""

    rule: tuple[str, ...]
    counted: str
    follows: tuple[str, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All of it in order."""
        return tuple(told for told in (*self.rule, self.counted, *self.follows) if told)


def how(measurement: Measurement, book: Book, assessment: Assessment) -> WorkingOut:
    """What counts, which days and whose, how many, the range, the word, and how it was in the time before."""
    told = (
        _felt(measurement),
        rule(measurement, book.settings),
        own_numbers(measurement, book, assessment),
        looked_at(assessment, book),
    )
    follows = (_range(measurement), _meaning(measurement), lately_told(measurement, assessment))
    return WorkingOut(_said(told), _count(measurement), _said(follows))


def how_soon(book: Book, assessment: Assessment) -> WorkingOut:
    """The same of how soon replies came: the typical time is the Kaplan-Meier median."""
    response = assessment.response_time
    rule = (WAITS_RULE, looked_at(assessment, book))
    closed = response.contacts - response.answered - response.waiting
    counted = _("{counts}: {answered} answered, ").format(counts=_counts(response.contacts), answered=response.answered)
    counted += _("{waiting} still waiting, {closed} that you closed without an answer.").format(
        waiting=response.waiting, closed=closed
    )
    follows = (
        _(
            "A wait without an answer is not left out: we know that it was at least so long. The typical time is the "
            "shortest after which at most half are still waiting."
        ),
        response_words(response),
    )
    return WorkingOut(_said(rule), counted, follows)


def rule(measurement: Measurement, settings: Settings) -> str:
    """What a figure counts, in a sentence or two."""
    if measurement.own is not None:
        question = first_line(measurement.own.question)
        return _("We look at each visit that went ahead, where you answered your own question: “{question}”").format(
            question=question
        )
    return rule_of(measurement.id, settings)


def rule_of(figure: str, settings: Settings) -> str:
    """What the figure of that name counts, in a sentence or two."""
    late, gap = settings.late_grace_minutes, settings.gap_grace_days
    return RULES[figure].format(
        role=role_word(settings),
        late=how_many.minutes(late),
        gap=how_many.days(gap),
    )


def _said(told: Iterable[str]) -> tuple[str, ...]:
    return tuple(paragraph for paragraph in told if paragraph)


def _felt(measurement: Measurement) -> str:
    trait = next((measure.trait for measure in MEASURES if measure.id == measurement.id), "")
    felt = any(words.felt for name, words in TRAITS.items() if name == trait)
    return _("This is {felt}.").format(felt=FELT) if felt else ""


def _count(measurement: Measurement) -> str:
    tally, left_out = measurement.tally, len(measurement.excluded)
    partly = _(", {partly} partly").format(partly=tally.partly) if tally.partly else ""
    told = []
    if tally.of:
        told.append(
            _("{counts}: {met} yes{partly}, {missed} no.").format(
                counts=_counts(tally.of), met=tally.met, partly=partly, missed=tally.missed
            )
        )
    if left_out:
        reasons = Counter(why(each) for each in measurement.excluded)
        each = (f"{reason} ({number})" if len(reasons) > 1 else reason for reason, number in reasons.most_common())
        named = ", ".join(each)
        told.append(f"{_left_out(left_out)}: {named}.")
    return " ".join(told)


def _counts(many: int) -> str:
    return ngettext("{many} counts", "{many} count", many).format(many=many)


def _left_out(many: int) -> str:
    return ngettext("{many} is left out", "{many} are left out", many).format(many=many)


def _range(measurement: Measurement) -> str:
    if measurement.interval is None or measurement.word not in MEANINGS:
        return ""
    only = _("only ") * (measurement.tally.of < FEW)
    half = _(" Partly counts as half.") if measurement.tally.partly else ""
    where = band(measurement.interval)
    lies = _("could be anywhere") if is_wide(measurement.interval) else _("is most likely")
    return _("With {only}{of}, the true figure {lies} {where}.{half}").format(
        only=only, of=measurement.tally.of, lies=lies, where=where, half=half
    )


def _meaning(measurement: Measurement) -> str:
    word = measurement.word
    if word is None:
        return ""
    if word not in MEANINGS:
        return _("We choose no word until there are at least {enough}.").format(enough=ENOUGH)
    return f"“{LEVELS[word].capitalize()}” {MEANINGS[word]}"
