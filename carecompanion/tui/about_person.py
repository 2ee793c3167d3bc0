"""Somebody of the team whole: how to reach them, what was agreed with them, and who was co-ordinator when."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from textual.content import Content

from carecompanion.domain.book import Book
from carecompanion.domain.moments import month_words, short_date
from carecompanion.domain.records import Agreement, Coordination, Person
from carecompanion.domain.sheets.asks import written_out
from carecompanion.domain.wording import NO_REPLY_TIME, agreement_lines, at_start, called, role_word
from carecompanion.language import _
from carecompanion.tui.parts.drawing import bold, lines, muted, say

LABEL = 12
"""Cells for the name of a line."""


def draw_agreement(agreement: Agreement, book: Book, width: int) -> Content:
    """What was agreed on one day, `width` cells wide."""
    return lines(say(bold(_("What you agreed"))), say(""), *_rows(agreement, book, width))


def draw_person(person: Person, book: Book, today: date, width: int) -> Content:
    """Everything there is to say of a person, `width` cells wide."""
    rows = [say(bold(person.name)), say(muted(_subtitle(person, book, today)))]
    rows += [say(muted(at_start(earlier))) for earlier in _other_times(person, book, today)]
    ways = list(_ways(person, width))
    rows += [say(""), *ways] if ways else []
    coordinator = book.coordinator_on(today)
    if coordinator is None or coordinator.id == person.id:
        rows += _agreed(book, today, width)
        rows += _who_when(book, today)
    return lines(*rows)


def _subtitle(person: Person, book: Book, today: date) -> str:
    """ "CPN, care co-ordinator since January 2025", or only their role."""
    role, own = person.role.strip(), role_word(book.settings)
    held = book.coordination_on(today)
    if held is None or held.person_id != person.id:
        return at_start(role)
    if role.casefold() == own.casefold():
        role = ""
    since = _("{own} since {month}").format(own=own, month=month_words(held.began_on))
    return at_start(", ".join(part for part in (role, since) if part))


def _other_times(person: Person, book: Book, today: date) -> Iterator[str]:
    held = book.coordination_on(today)
    for each in _in_order(book):
        if each.person_id == person.id and each is not held and each.ended_on != each.began_on:
            yield f"{role_word(book.settings)} {_span(each.began_on, each.ended_on)}"


def _ways(person: Person, width: int) -> Iterator[Content]:
    named = (
        (_("Text"), person.text_number),
        (_("Phone"), person.phone),
        (_("Email"), person.email),
        (_("Address"), person.address),
        (_("Note"), person.note),
        (_("For me only"), person.private),
        (_("Keep out"), _("kept out of anything you share") if person.keep_out else None),
    )
    for label, text in named:
        if text and text.strip():
            yield _row(label, text, width)


def _agreed(book: Book, today: date, width: int) -> Iterator[Content]:
    """What is agreed, what will be, and what was agreed before, newest first."""
    in_force = book.agreement_on(today)
    in_order = sorted(book.agreements.values(), key=lambda agreement: agreement.starts_on, reverse=True)
    yield from (say(""), say(bold(_("What you agreed"))), say(""))
    yield from _rows(in_force, book, width) if in_force else (say(muted(_("Nothing yet. g writes it down."))),)
    if in_force is None or in_force.reply_within is None:
        yield from (say(""), say(muted(NO_REPLY_TIME)))
    for agreement in in_order:
        if agreement.starts_on > today:
            yield from (
                say(""),
                say(bold(_("Agreed from {written_out} on").format(written_out=written_out(agreement.starts_on)))),
                say(""),
            )
            yield from _rows(agreement, book, width)
    earlier = [agreement for agreement in in_order if in_force and agreement.starts_on < in_force.starts_on]
    if in_force is None or not earlier:
        return
    yield from (say(""), say(bold(_("Agreed before"))))
    for later, agreement in pairwise([in_force, *earlier]):
        span = _("{first} to {last}").format(
            first=written_out(agreement.starts_on), last=written_out(later.starts_on - timedelta(days=1))
        )
        yield from (say(""), say(muted(span)), *_rows(agreement, book, width))
    began = written_out(in_force.starts_on)
    yield say("")
    yield say(
        muted(
            _("Replies to what you sent before {began} are measured against what was agreed then.").format(began=began)
        )
    )


def _rows(agreement: Agreement, book: Book, width: int) -> Iterator[Content]:
    for label, text in agreement_lines(agreement, book):
        yield _row(label, text, width)
    if agreement.private and agreement.private.strip():
        yield _row(_("For me only"), agreement.private, width)


def _who_when(book: Book, today: date) -> Iterator[Content]:
    """Each time somebody was co-ordinator, newest first, and the days without one between them."""
    times = [each for each in _in_order(book) if each.ended_on != each.began_on]
    if not times:
        return
    yield from (say(""), say(bold(_("Who was {role_word} when").format(role_word=role_word(book.settings)))), say(""))
    spans = list(_spans(times, book, today))
    told = {each.began_on: each for each in times}
    for name, began, ended in reversed(spans):
        yield say(name, muted(f"   {_span(began, ended)}"))
        if began in told and (words := ", ".join(_handed_over(told[began]))):
            yield say(muted(f"  {at_start(words)}"))


def _handed_over(held: Coordination) -> Iterator[str]:
    """When the person was told of a new co-ordinator, and whether old and new met with them."""
    if held.told_on is not None:
        yield _("you were told on {written_out}").format(written_out=written_out(held.told_on))
    if held.handover is not None:
        yield {
            "yes": _("both met with you"),
            "partly": _("they partly handed over"),
            "no": _("they did not meet with you"),
        }[held.handover]


def _spans(times: Iterable[Coordination], book: Book, today: date) -> Iterator[tuple[str, date, date | None]]:
    until: date | None = None
    for each in times:
        if until is not None and until < each.began_on:
            yield _("Nobody"), until, each.began_on
        yield called(book, each.person_id), each.began_on, each.ended_on
        until = each.ended_on
    if until is not None and until <= today:
        yield _("Nobody"), until, None


def _in_order(book: Book) -> list[Coordination]:
    return sorted(book.coordinations.values(), key=lambda each: each.began_on)


def _span(began: date, ended: date | None) -> str:
    if ended is None:
        return _("from {first}").format(first=short_date(began))
    return _("{first} to {last}").format(first=short_date(began), last=short_date(ended))


def _row(label: str, text: str, width: int) -> Content:
    """A named line, whose words go on below themselves when there are many."""
    words = say(text.strip()).wrap(max(8, width - LABEL))
    first, *rest = words or [say("")]
    return lines(say(muted(label.ljust(LABEL)), first), *(say(" " * LABEL, more) for more in rest))
