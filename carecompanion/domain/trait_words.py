"""What traits, measures and their levels are called, and a measure in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from carecompanion.domain.evidence import Excluded, Measurement, Why
from carecompanion.domain.lines import first_line
from carecompanion.domain.tally import Interval, Sureness, Tally, Trend, Verdict, Word
from carecompanion.domain.traits import TraitAssessment
from carecompanion.domain.vocabulary import TraitId
from carecompanion.language import _, ngettext, plural


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
    "communication": TraitWords(_("Communicates"), _("Keeps everyone up to date")),
    "organisation": TraitWords(_("Keeps time"), _("Organised, on time, full length")),
    "listening": TraitWords(_("Listens"), _("Hears you, and acts on it"), felt=True),
    "approachable": TraitWords(_("Approachable"), _("Friendly, easy to be open with"), felt=True),
    "accessible": TraitWords(_("Accessible"), _("You can reach them, and they reply")),
}

FELT = _("how it felt to you")
WRITTEN_DOWN = _("This is what you wrote down, not everything that happened.")

VISITS = plural(_("{many} visit"), _("{many} visits"))
ANSWERS = plural(_("{many} answer"), _("{many} answers"))
CHANGES = plural(_("{many} change"), _("{many} changes"))
GAPS = plural(_("{many} gap"), _("{many} gaps"))
PROMISES = plural(_("{many} promise"), _("{many} promises"))
POINTS = plural(_("{many} point"), _("{many} points"))
CONTACTS = plural(_("{many} contact"), _("{many} contacts"))
THINGS = plural(_("{many} thing"), _("{many} things"))
TRIES = plural(_("{many} try"), _("{many} tries"))
TIMES_AWAY = plural(_("{many} time away"), _("{many} times away"))
REPLIES = plural(_("{many} reply"), _("{many} replies"))

MEASURES: Mapping[str, MeasureWords] = {
    "knew_latest": MeasureWords(_("Knew the latest about you"), VISITS),
    "passed_on": MeasureWords(_("Your news got through"), ANSWERS),
    "told_first": MeasureWords(_("You heard of a change before it came"), CHANGES),
    "reason_given": MeasureWords(_("You were told why things changed"), CHANGES),
    "as_arranged": MeasureWords(_("Went ahead, on time and in full"), VISITS),
    "went_ahead": MeasureWords(_("The visit went ahead"), VISITS),
    "on_time": MeasureWords(_("The visit began on time"), VISITS),
    "full_time": MeasureWords(_("You got the full time"), VISITS),
    "fair_notice": MeasureWords(_("You were told in good time when a visit was off"), VISITS),
    "next_known": MeasureWords(_("You knew when the next visit was"), VISITS),
    "regular": MeasureWords(_("The next visit came as soon as agreed"), GAPS),
    "promises_kept": MeasureWords(_("A promise was kept"), PROMISES),
    "listened": MeasureWords(_("You felt listened to"), VISITS),
    "followed_up": MeasureWords(_("What you raised was followed up"), POINTS),
    "had_a_say": MeasureWords(_("You had a say when things changed"), CHANGES),
    "comfortable": MeasureWords(_("You felt comfortable"), VISITS),
    "kind": MeasureWords(_("They were friendly"), VISITS),
    "put_right": MeasureWords(_("Someone said sorry or put it right"), VISITS),
    "replied_in_time": MeasureWords(_("Replied in time"), CONTACTS),
    "set_up": MeasureWords(_("Ways to get help are agreed"), THINGS),
    "got_through": MeasureWords(_("You got through"), TRIES),
    "cover_when_away": MeasureWords(_("You knew who to turn to when they were away"), TIMES_AWAY),
    "settled": MeasureWords(_("The reply settled it"), REPLIES),
}

OWN = MeasureWords(_("You said yes"), VISITS)
"""How the one measure of a trait of one's own is shown, beside its question."""

CHECKLIST: Mapping[str, str] = {
    "routes": _("a way to get in touch"),
    "reply_within": _("a reply time"),
    "cover": _("who covers when they are away"),
    "urgent_route": _("what to do when it is urgent"),
}
"""The items of "set_up", by the part of each entry."""

ANSWERED = ("yes", "partly", "no")
COUNTED_AS: Mapping[str, tuple[str, str, str]] = {
    **dict.fromkeys(("knew_latest", "reason_given", "next_known", "listened", "had_a_say"), ANSWERED),
    **dict.fromkeys(("comfortable", "kind", "put_right", "settled"), ANSWERED),
    "fair_notice": (_("in good time"), "", _("at short notice")),
    "regular": (_("as agreed"), "", _("a longer gap")),
    "got_through": (_("got through"), _("sent elsewhere"), _("not reached")),
}
"""How an entry counted in a measure, in at most 16 characters, where its own row does not say so: yes, partly, no."""

LEVELS: Mapping[Word, str] = {
    "nothing": _("nothing recorded yet"),
    "too_few": _("too few to say"),
    "almost_always": _("almost always"),
    "usually": _("usually"),
    "hardly_ever": _("hardly ever"),
    "less_than_half": _("less than half the time"),
    "sometimes": _("sometimes"),
}

SURENESS: Mapping[Sureness, str] = {
    "sure": _("sure"),
    "fairly_sure": _("fairly sure"),
    "not_sure_yet": _("not sure yet"),
}

TRENDS: Mapping[Trend, str] = {
    "better": _("better lately"),
    "not_as_good": _("not as good lately"),
    "about_the_same": _("about the same"),
}

WHY: Mapping[Why, str] = {
    "not_answered": _("not answered"),
    "not_known": _("not known"),
    "not_said": _("not said"),
    "cancelled_by_me": _("you cancelled"),
    "moved_by_me": _("you moved it"),
    "could_not_go": _("you could not go"),
    "still_planned": _("still marked as planned"),
    "no_agreed_gap": _("how often to meet was not agreed"),
    "no_due_date": _("no day was given"),
    "not_due_yet": _("not due yet"),
    "no_outcome": _("what came of it is not noted"),
    "no_visit_since": _("no visit since then"),
    "not_started": _("nothing was left or sent"),
    "no_agreed_time": _("no reply time was agreed"),
    "waiting": _("the reply is not due yet"),
    "closed_before_due": _("you closed it before it was due"),
    "left_out": _("you left it out"),
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
        return _("{said}: {met} of {of}").format(said=words.said, met=tally.met, of=tally.of)
    if measurement.word == "nothing" or not tally.of:
        return _("Nothing recorded yet.")
    if measurement.word == "too_few":
        return _("Too few to say – {counted} so far.").format(counted=counted(measurement, tally.of))
    return f"{words.said} {times(tally, partly=partly)}"


def lately_words(measurement: Measurement, before: str = "same time") -> str:
    """How it has been lately, beside the time before: "Better lately: it was 5 of 9 times in the same time before."

    "" when that is not shown.
    """
    if measurement.trend is None or measurement.before is None:
        return ""
    lately = trend(measurement.trend)
    comma = "," * bool(measurement.before.partly)
    return _("{lately}: it was {times}{comma} in the {before} before.").format(
        lately=lately[:1].upper() + lately[1:], times=times(measurement.before), comma=comma, before=before
    )


def times(tally: Tally, *, partly: bool = True) -> str:
    """A tally in words: "7 of 10 times", "7 of 10 times, and 2 partly"."""
    also = _(", and {partly} partly").format(partly=tally.partly) if tally.partly and partly else ""
    return _("{met} of {of} times{also}").format(met=tally.met, of=tally.of, also=also)


def counted(measurement: Measurement, number: int) -> str:
    """So many of what a measure counts: "1 visit", "12 contacts"."""
    words = measure_words(measurement)
    return ngettext(*words.things, number).format(many=number)


def band(interval: Interval) -> str:
    """Where a figure may lie, in words: "from nearly six in ten to nearly nine in ten", "close to half"."""
    if not is_wide(interval):
        return _("close to {tenths}").format(tenths=_tenths(round(interval.lower * 10)))
    return _("from {least} to {most}").format(least=_share(interval.lower), most=_share(interval.upper))


def is_wide(interval: Interval) -> bool:
    """Whether the two ends of what a figure may be are different tenths."""
    return round(interval.lower * 10) != round(interval.upper * 10)


def _share(share: float) -> str:
    """A share in tenths: "nearly nine in ten"."""
    if share <= 0 or share >= 1:
        return _("never") if share <= 0 else _("always")
    tenths = round(share * 10)
    if not 0 < tenths < 10:
        return _("almost always") if tenths else _("almost never")
    if abs(share - tenths / 10) < 0.015:
        return _("about {tenths}").format(tenths=_tenths(tenths))
    near = _("nearly {tenths}").format(tenths=_tenths(tenths)), _("just over {tenths}").format(tenths=_tenths(tenths))
    return near[share >= tenths / 10]


def _tenths(tenths: int) -> str:
    return {0: _("never"), 5: _("half"), 10: _("always")}.get(tenths) or _("{numbers} in ten").format(
        numbers=_NUMBERS[tenths - 1]
    )


_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
