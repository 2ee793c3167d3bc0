"""This journal's own numbers in the rules: what is agreed, which days are looked at, whose they are."""

from collections.abc import Callable, Mapping
from datetime import date

from carecompanion.domain import how_many
from carecompanion.domain.agreed import every, within
from carecompanion.domain.book import Book
from carecompanion.domain.evidence import Measurement
from carecompanion.domain.kinds import NATIONS
from carecompanion.domain.moments import long_day
from carecompanion.domain.names import called, role_word
from carecompanion.domain.trait_words import lately_words
from carecompanion.domain.traits import Assessment
from carecompanion.language import _, ngettext


def looked_at(assessment: Assessment, book: Book) -> str:
    """The days that are looked at, and whose: "From Friday 12 December 2025 to today, while Dana was ..."."""
    today = book.day_of(assessment.as_of)
    period = assessment.period
    last = _("today") if period.last == today else long_day(period.last, today)
    days = _("We look at {days}, from {long_day} to {last}").format(
        days=how_many.days(period.days), long_day=long_day(period.first, today), last=last
    )
    if assessment.coordinator is None:
        return f"{days}."
    name = called(book, assessment.coordinator.id)
    return _("{days}, and of those at the days on which {name} was your {role_word}.").format(
        days=days, name=name, role_word=role_word(book.settings)
    )


def own_numbers(measurement: Measurement, book: Book, assessment: Assessment) -> str:
    """What a rule comes to in this journal; "" where it has no number of its own."""
    tell = OWN_NUMBERS.get(measurement.id)
    return tell(book, min(assessment.period.last, book.day_of(assessment.as_of))) if tell else ""


def lately_told(measurement: Measurement, assessment: Assessment) -> str:
    """How lately was worked out; "" when it is not shown."""
    if measurement.trend is None:
        return ""
    why = {
        "better": _("That is better by more than chance would often bring."),
        "not_as_good": _("That is less good by more than chance would often bring."),
        "about_the_same": _("The difference is one that chance often brings."),
    }[measurement.trend]
    return f"{lately_words(measurement, how_many.days(assessment.period.before().days))} {why}"


def _reply_time(book: Book, day: date) -> str:
    agreement = book.agreement_on(day)
    if agreement is None or agreement.reply_within is None:
        return _("No reply time is agreed now. What you sent before is held to what was agreed on its own day.")
    return _("Agreed now: a reply {within}. What you sent before is held to what was agreed on its own day.").format(
        within=within(agreement)
    )


def _gap(book: Book, day: date) -> str:
    agreement = book.agreement_on(day)
    if agreement is None or agreement.meet_every_days is None:
        return _("How often to meet is not agreed now.")
    most = agreement.meet_every_days + book.settings.gap_grace_days
    return _("Agreed now: {every}, so a gap of up to {most} days is as agreed.").format(
        every=every(agreement.meet_every_days), most=most
    )


def _full_time(book: Book, day: date) -> str:
    agreement = book.agreement_on(day)
    if agreement is None or agreement.usual_minutes is None:
        return ""
    usual = agreement.usual_minutes
    return _("Of the usual {usual} minutes, nine tenths are {enough}.").format(usual=usual, enough=-(-usual * 9 // 10))


def _working_days(book: Book, _day: date) -> str:
    closed = len(book.settings.closed_days)
    own = ngettext(" and your {many} closed day", " and your {many} closed days", closed).format(many=closed)
    days = f"{NATIONS[book.settings.nation]}{own if closed else ''}"
    return _("Working days are Monday to Friday, less the bank holidays of {days}.").format(days=days)


def _checklist_day(book: Book, day: date) -> str:
    agreement = book.agreement_on(day)
    if agreement is None:
        return _("Nothing is agreed yet.")
    return _("It was agreed on {long_day}.").format(long_day=long_day(agreement.starts_on, day))


OWN_NUMBERS: Mapping[str, Callable[[Book, date], str]] = {
    "replied_in_time": _reply_time,
    "regular": _gap,
    "as_arranged": _full_time,
    "full_time": _full_time,
    "fair_notice": _working_days,
    "set_up": _checklist_day,
}
