"""What traits, measures and their levels are called, and a measure in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from carecompanion.domain.evidence import Excluded, Measurement, Why
from carecompanion.domain.lines import first_line
from carecompanion.domain.tally import Interval, Sureness, Tally, Trend, Verdict, Word
from carecompanion.domain.traits import TraitAssessment
from carecompanion.domain.vocabulary import TraitId
from carecompanion.language import ngettext, plural


@dataclass(frozen=True, slots=True)
class TraitWords:
    """How a trait is shown. `felt`: it rests on how visits felt, and is labelled so."""

    name: str
    meaning: str
    felt: bool = False


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """How a measure is shown: what is said to have been so, and what is counted, one and many."""

    said: str
    things: tuple[str, str]


TRAITS: Mapping[TraitId, TraitWords] = {
    "communication": TraitWords("Communicates", "Keeps everyone up to date"),
    "organisation": TraitWords("Keeps time", "Organised, on time, full length"),
    "listening": TraitWords("Listens", "Hears you, and acts on it", felt=True),
    "approachable": TraitWords("Approachable", "Friendly, easy to be open with", felt=True),
    "accessible": TraitWords("Accessible", "You can reach them, and they reply"),
}

FELT = "how it felt to you"
WRITTEN_DOWN = "This is what you wrote down, not everything that happened."

VISITS = plural("{many} visit", "{many} visits")
ANSWERS = plural("{many} answer", "{many} answers")
CHANGES = plural("{many} change", "{many} changes")
GAPS = plural("{many} gap", "{many} gaps")
PROMISES = plural("{many} promise", "{many} promises")
POINTS = plural("{many} point", "{many} points")
CONTACTS = plural("{many} contact", "{many} contacts")
THINGS = plural("{many} thing", "{many} things")
TRIES = plural("{many} try", "{many} tries")
TIMES_AWAY = plural("{many} time away", "{many} times away")
REPLIES = plural("{many} reply", "{many} replies")

MEASURES: Mapping[str, MeasureWords] = {
    "knew_latest": MeasureWords("Knew the latest about you", VISITS),
    "passed_on": MeasureWords("Your news got through", ANSWERS),
    "told_first": MeasureWords("You heard of a change before it came", CHANGES),
    "reason_given": MeasureWords("You were told why things changed", CHANGES),
    "as_arranged": MeasureWords("Went ahead, on time and in full", VISITS),
    "went_ahead": MeasureWords("The visit went ahead", VISITS),
    "on_time": MeasureWords("The visit began on time", VISITS),
    "full_time": MeasureWords("You got the full time", VISITS),
    "fair_notice": MeasureWords("You were told in good time when a visit was off", VISITS),
    "next_known": MeasureWords("You knew when the next visit was", VISITS),
    "regular": MeasureWords("The next visit came as soon as agreed", GAPS),
    "promises_kept": MeasureWords("A promise was kept", PROMISES),
    "listened": MeasureWords("You felt listened to", VISITS),
    "followed_up": MeasureWords("What you raised was followed up", POINTS),
    "had_a_say": MeasureWords("You had a say when things changed", CHANGES),
    "comfortable": MeasureWords("You felt comfortable", VISITS),
    "kind": MeasureWords("They were friendly", VISITS),
    "put_right": MeasureWords("Someone said sorry or put it right", VISITS),
    "replied_in_time": MeasureWords("Replied in time", CONTACTS),
    "set_up": MeasureWords("Ways to get help are agreed", THINGS),
    "got_through": MeasureWords("You got through", TRIES),
    "cover_when_away": MeasureWords("You knew who to turn to when they were away", TIMES_AWAY),
    "settled": MeasureWords("The reply settled it", REPLIES),
}

OWN = MeasureWords("You said yes", VISITS)
"""How the one measure of a trait of one's own is shown, beside its question."""

CHECKLIST: Mapping[str, str] = {
    "routes": "a way to get in touch",
    "reply_within": "a reply time",
    "cover": "who covers when they are away",
    "urgent_route": "what to do when it is urgent",
}
"""The items of "set_up", by the part of each entry."""

ANSWERED = ("yes", "partly", "no")
COUNTED_AS: Mapping[str, tuple[str, str, str]] = {
    **dict.fromkeys(("knew_latest", "reason_given", "next_known", "listened", "had_a_say"), ANSWERED),
    **dict.fromkeys(("comfortable", "kind", "put_right", "settled"), ANSWERED),
    "fair_notice": ("in good time", "", "at short notice"),
    "regular": ("as agreed", "", "a longer gap"),
    "got_through": ("got through", "sent elsewhere", "not reached"),
}
"""How an entry counted in a measure, in at most 16 characters, where its own row does not say so: yes, partly, no."""

LEVELS: Mapping[Word, str] = {
    "nothing": "nothing recorded yet",
    "too_few": "too few to say",
    "almost_always": "almost always",
    "usually": "usually",
    "hardly_ever": "hardly ever",
    "less_than_half": "less than half the time",
    "sometimes": "sometimes",
}

SURENESS: Mapping[Sureness, str] = {"sure": "sure", "fairly_sure": "fairly sure", "not_sure_yet": "not sure yet"}

TRENDS: Mapping[Trend, str] = {
    "better": "better lately",
    "not_as_good": "not as good lately",
    "about_the_same": "about the same",
}

WHY: Mapping[Why, str] = {
    "not_answered": "not answered",
    "not_known": "not known",
    "not_said": "not said",
    "cancelled_by_me": "you cancelled",
    "moved_by_me": "you moved it",
    "could_not_go": "you could not go",
    "still_planned": "still marked as planned",
    "no_agreed_gap": "how often to meet was not agreed",
    "no_due_date": "no day was given",
    "not_due_yet": "not due yet",
    "no_outcome": "what came of it is not noted",
    "no_visit_since": "no visit since then",
    "not_started": "nothing was left or sent",
    "no_agreed_time": "no reply time was agreed",
    "waiting": "the reply is not due yet",
    "closed_before_due": "you closed it before it was due",
    "left_out": "you left it out",
}


def trait_words(trait: TraitAssessment) -> TraitWords:
    """How a trait is shown; one of the person's own by the name they gave it, and by its question."""
    if trait.own is not None:
        return TraitWords(first_line(trait.own.name), first_line(trait.own.question))
    return next(words for name, words in TRAITS.items() if name == trait.id)


def measure_words(measurement: Measurement) -> MeasureWords:
    """How a measure is shown; that of a trait of one's own by the answer to its question."""
    if measurement.own is not None:
        return OWN
    return MEASURES[measurement.id]


def level(word: Word) -> str:
    """The word of a level, as it stands in a sentence: "usually"."""
    return LEVELS[word]


def sure(sureness: Sureness) -> str:
    """How sure the level is: "fairly sure"."""
    return SURENESS[sureness]


def trend(lately: Trend) -> str:
    """How it has been lately: "better lately"."""
    return TRENDS[lately]


def counted_as(measurement: Measurement, verdict: Verdict) -> str | None:
    """How an entry counted, in a few words; None where its row in the journal says it best."""
    words = ANSWERED if measurement.own is not None else COUNTED_AS.get(measurement.id)
    verdicts: tuple[Verdict, ...] = ("met", "partly", "missed")
    return words[verdicts.index(verdict)] if words else None


def why(excluded: Excluded) -> str:
    """Why an entry is not counted: "you cancelled"."""
    return WHY[excluded.why]


def statement(measurement: Measurement, *, partly: bool = True) -> str:
    """A measure in one sentence, without its level: "Knew the latest about you 7 of 10 times, and 2 partly".

    Where there is no room for how often it was so in part, not `partly`.
    """
    words, tally = measure_words(measurement), measurement.tally
    if measurement.checklist and tally.of:
        return f"{words.said}: {tally.met} of {tally.of}"
    if measurement.word == "nothing" or not tally.of:
        return "Nothing recorded yet."
    if measurement.word == "too_few":
        return f"Too few to say – {counted(measurement, tally.of)} so far."
    return f"{words.said} {times(tally, partly=partly)}"


def lately_words(measurement: Measurement, before: str = "same time") -> str:
    """How it has been lately, beside the time before: "Better lately: it was 5 of 9 times in the same time before."

    "" when that is not shown.
    """
    if measurement.trend is None or measurement.before is None:
        return ""
    lately = trend(measurement.trend)
    comma = "," * bool(measurement.before.partly)
    return f"{lately[:1].upper()}{lately[1:]}: it was {times(measurement.before)}{comma} in the {before} before."


def times(tally: Tally, *, partly: bool = True) -> str:
    """A tally in words: "7 of 10 times", "7 of 10 times, and 2 partly"."""
    also = f", and {tally.partly} partly" if tally.partly and partly else ""
    return f"{tally.met} of {tally.of} times{also}"


def counted(measurement: Measurement, number: int) -> str:
    """So many of what a measure counts: "1 visit", "12 contacts"."""
    words = measure_words(measurement)
    return ngettext(*words.things, number).format(many=number)


def band(interval: Interval) -> str:
    """Where a figure may lie, in words: "from nearly six in ten to nearly nine in ten", "close to half"."""
    if not is_wide(interval):
        return f"close to {_tenths(round(interval.lower * 10))}"
    return f"from {_share(interval.lower)} to {_share(interval.upper)}"


def is_wide(interval: Interval) -> bool:
    """Whether the two ends of what a figure may be are different tenths."""
    return round(interval.lower * 10) != round(interval.upper * 10)


def _share(share: float) -> str:
    """A share in tenths: "nearly nine in ten"."""
    if share <= 0 or share >= 1:
        return "never" if share <= 0 else "always"
    tenths = round(share * 10)
    if not 0 < tenths < 10:
        return "almost always" if tenths else "almost never"
    if abs(share - tenths / 10) < 0.015:
        return f"about {_tenths(tenths)}"
    near = f"nearly {_tenths(tenths)}", f"just over {_tenths(tenths)}"
    return near[share >= tenths / 10]


def _tenths(tenths: int) -> str:
    return {0: "never", 5: "half", 10: "always"}.get(tenths) or f"{_NUMBERS[tenths - 1]} in ten"


_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
