"""What was agreed, in words: reply times, visits, hours, and when a reply is due."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time

from carecompanion.domain.book import Book
from carecompanion.domain.days import SHORT_WEEKDAYS
from carecompanion.domain.kinds import ROUTES
from carecompanion.domain.moments import by_words, full_date
from carecompanion.domain.names import called, who
from carecompanion.domain.records import Agreement, Person
from carecompanion.domain.replies import due_at
from carecompanion.domain.vocabulary import ReplyUnit
from carecompanion.domain.workdays import CLOSES, OPENS
from carecompanion.domain.workdays import WEEKDAYS as WORKING_WEEKDAYS
from carecompanion.language import _, ngettext, plural

UNITS: Mapping[ReplyUnit, tuple[str, str]] = {
    "hours": plural(_("{many} hour"), _("{many} hours")),
    "working_hours": plural(_("{many} working hour"), _("{many} working hours")),
    "working_days": plural(_("{many} working day"), _("{many} working days")),
}

AGREED_ON = _("Agreed on")
NO_REPLY_TIME = _("No reply time agreed yet. It is fine to ask: “How soon will you usually get back to me?”")
NOT_STARTED = _("The reply clock starts when you leave a message or get through.")


def due_sentence(book: Book, to: Person | str | None, started_at: datetime | None, now: datetime) -> tuple[str, str]:
    """What was promised and by when, for somebody got in touch with at `started_at`, None when nothing was left.

    `to` is a person of the book or what they were called. The second part is "" when no reply is due.
    """
    if started_at is None:
        return NOT_STARTED, ""
    agreement, due = book.agreement_on(book.day_of(started_at)), due_at(book, started_at)
    person = to if isinstance(to, Person) else None
    said = to if isinstance(to, str) else None
    if agreement is None or due is None:
        name = who(book, person.id if person else None, said)
        return _("No reply time is agreed{with_whom}, so this will not count as late.").format(
            with_whom=_(" with {name}").format(name=name) if to else ""
        ), ""
    by = _("by {by_words}").format(by_words=by_words(due, now, book.zone))
    if person and person.id == agreement.person_id:
        return _("{called} agreed to reply {within}:").format(
            called=called(book, person.id), within=within(agreement)
        ), by
    return _("A reply {within} was agreed:").format(within=within(agreement)), by


def within(agreement: Agreement) -> str:
    """The agreed reply time: "within 24 hours", "within 1 working day"; "" when there is none."""
    span = reply_span(agreement)
    return _("within {span}").format(span=span) if span else ""


def reply_span(agreement: Agreement) -> str:
    """How soon replies are to come: "24 hours", "1 working day"; "" when that is not agreed."""
    number = agreement.reply_within
    return "" if number is None else ngettext(*UNITS[agreement.reply_unit or "hours"], number).format(many=number)


def agreement_lines(agreement: Agreement, book: Book) -> tuple[tuple[str, str], ...]:
    """What was agreed as (label, text) pairs, in the order in which they are shown; only what is there.

    The reply time always is, also when none was agreed.
    """
    lines = (
        (_("Reply"), _reply(agreement)),
        (_("Visits"), _visits(agreement)),
        (_("When away"), _said(agreement.cover, book)),
        (_("If urgent"), (agreement.urgent_route or "").strip()),
        (_("Ways"), ", ".join(ROUTES[route] for route in agreement.routes)),
        (_("Hours"), _hours(agreement)),
        (AGREED_ON, _agreed_on(agreement)),
    )
    return tuple((label, text) for label, text in lines if text)


def weekdays_words(weekdays: Iterable[int]) -> str:
    """Days of the week, Monday being 0: "Mon to Fri", "every day", "Tue and Thu", "Mon, Wed and Fri"."""
    days = sorted(set(weekdays))
    names = [SHORT_WEEKDAYS[day] for day in days]
    if len(days) == 7:
        return _("every day")
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return _("{first} to {last}").format(first=names[0], last=names[-1])
    return _(" and ").join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def hours_words(opens: time, closes: time) -> str:
    """Opening hours: "9 to 5" where they are daytime and full hours, else "09:30 to 17:00"."""
    full = opens.minute == closes.minute == 0
    if full and 7 <= opens.hour <= 12 < closes.hour <= 21:
        return _("{opens} to {closes}").format(opens=opens.hour, closes=closes.hour - 12)
    return _("{opens:%H:%M} to {closes:%H:%M}").format(opens=opens, closes=closes)


def _reply(agreement: Agreement) -> str:
    if agreement.reply_within is None:
        return _("no reply time agreed")
    straight_through = agreement.reply_unit in (None, "hours")
    return _("{within}, any day").format(within=within(agreement)) if straight_through else within(agreement)


def _visits(agreement: Agreement) -> str:
    length = _("{usual_minutes} min").format(usual_minutes=agreement.usual_minutes) if agreement.usual_minutes else ""
    days = agreement.meet_every_days
    return ", ".join(part for part in (every(days) if days else "", length) if part)


def every(days: int) -> str:
    """How often, in weeks where that is even: "every 2 weeks", "every 10 days"."""
    weeks, rest = divmod(days, 7)
    if rest:
        return ngettext("every day", "every {many} days", days).format(many=days)
    return ngettext("every week", "every {many} weeks", weeks).format(many=weeks)


def _said(text: str | None, book: Book) -> str:
    """Free text as it was written, but for "the" before a duty desk or the like."""
    return who(book, None, text) if text and text.strip() else ""


def _hours(agreement: Agreement) -> str:
    """The hours that were said, or that a reply time in working time is counted in."""
    said = agreement.opens or agreement.closes or agreement.weekdays
    if not said and agreement.reply_unit in (None, "hours"):
        return ""
    weekdays = WORKING_WEEKDAYS if agreement.weekdays is None else agreement.weekdays
    hours = hours_words(agreement.opens or OPENS, agreement.closes or CLOSES)
    return f"{weekdays_words(weekdays)}, {hours}"


def _agreed_on(agreement: Agreement) -> str:
    day = agreement.starts_on
    said = full_date(day)
    return _("{said}, in writing").format(said=said) if agreement.written else said
