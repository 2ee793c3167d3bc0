"""Today, what waits and the journal in plain lines, for screen readers and pipes."""

from collections.abc import Collection, Iterator
from datetime import date, datetime

from carecompanion.domain import how_many, today
from carecompanion.domain.book import Book
from carecompanion.domain.moments import long_day
from carecompanion.domain.order import Entry
from carecompanion.domain.periods import Period, PeriodChoice, period
from carecompanion.domain.prompts import prompt
from carecompanion.domain.timeline import entries, line
from carecompanion.domain.traits import assess
from carecompanion.domain.waiting import Waiting, waiting
from carecompanion.domain.whose import coordinator_for, usual
from carecompanion.domain.wording import PERIODS, WRITTEN_DOWN, at_start
from carecompanion.language import _
from carecompanion.sharing.guidance import CANNOT_WAIT
from carecompanion.sharing.plain_lines import entry_words, plain, stopped, under
from carecompanion.sharing.spoken_traits import figure_words, named

HELP = _("{cannot_wait} carecompanion help-now says whom to ring.").format(cannot_wait=CANNOT_WAIT)
GLANCE_PERIOD: PeriodChoice = "3_months"
BEGIN = (
    _("To begin, type carecompanion: that opens the screens."),
    _("There press c when you got in touch with someone, a when a visit is coming up, or n to write something down."),
    _("Without the screens, carecompanion add contact, add appointment or add note asks line by line."),
)


def spoken_today(book: Book, now: datetime) -> tuple[str, ...]:
    """What the first screen says: where things stand, what waits, what is coming up, and how it is going."""
    waits = waiting(book, now)
    headline = (" ".join(part for part in today.headline(book, now, waits) if part),)
    if book.empty:
        return plain((headline, BEGIN))
    return plain(
        (
            headline,
            under(_("Waiting for a reply"), (*map(_waiting, waits), *((HELP,) if waits else ()))),
            (_("Coming up"), *_coming_up(book, now)),
            under(_("When you feel like it"), _prompt(book, now)),
            (_("How it is going, {periods}").format(periods=PERIODS[GLANCE_PERIOD]), *_going(book, now)),
            (WRITTEN_DOWN,),
        )
    )


def spoken_waiting(book: Book, now: datetime) -> tuple[str, ...]:
    """The contacts that wait for a reply, late ones first."""
    return plain((tuple(map(_waiting, waiting(book, now))) or (_("Nothing is waiting."),),))


def discreet(book: Book, now: datetime) -> str:
    """How much waits, in a line that tells nobody what it is about: "2 open, 1 of them late"."""
    waits = waiting(book, now)
    late = sum(1 for each in waits if each.late)
    if not waits:
        return _("Nothing open")
    return _("{count} open{late}").format(
        count=len(waits), late=_(", {late} of them late").format(late=late) if late else ""
    )


def spoken_journal(
    book: Book, now: datetime, days: Period | None = None, holding: Collection[str] | None = None
) -> tuple[str, ...]:
    """The entries, the newest first, day by day; those of `days`, and those with these ids."""
    found = entries(book, now, period=days)
    if holding is not None:
        found = [entry for entry in found if entry.record.id in holding]
    since = _(" since {long_day}").format(long_day=long_day(days.first, book.day_of(now))) if days else ""
    if not found:
        nothing = _("Nothing was found") if holding is not None else _("Nothing") if days else _("Nothing here yet")
        return plain(((f"{nothing}{since}.",),))
    many = how_many.entries(len(found))
    many = _("{many} found{since}").format(many=many, since=since) if holding is not None else f"{many}{since}"
    return plain(((_("{many}, the newest first.").format(many=many),), *_days(found, book, now)))


def _waiting(each: Waiting) -> str:
    """As in "Text to Dana: The letter to my GP. 7 h 55 min left, agreed by 22:15 tonight." """
    about = each.about.strip()
    how_long = at_start(", ".join(part for part in (each.left, each.by) if part))
    return f"{stopped(f'{each.title}: {about}' if about else each.title)} {how_long}."


def _coming_up(book: Book, now: datetime) -> Iterator[str]:
    coming = today.coming_up(book, now)
    for each in coming:
        what = ", ".join(part for part in (each.who, each.what) if part)
        note = f"{stopped(at_start(each.note))} " if each.note else ""
        yield _("{stopped} {note}{day} at {time}.").format(
            stopped=stopped(what), note=note, day=each.day, time=each.time
        )
    if not coming:
        yield _("No visits written down.")


def _prompt(book: Book, now: datetime) -> Iterator[str]:
    asked = prompt(book, now)
    if asked is not None:
        yield stopped(asked.sentence)


def _going(book: Book, now: datetime) -> Iterator[str]:
    chosen = period(GLANCE_PERIOD, book, now)
    if chosen is not None:
        day = book.day_of(now)
        coordinator_id = coordinator_for(usual(book, day), book, day)
        for trait in assess(book, chosen, now, coordinator_id, headlines_only=True).traits:
            yield f"{named(trait)}: {figure_words(trait.headline)}"


def _days(found: list[Entry], book: Book, now: datetime) -> Iterator[list[str]]:
    """The entries of each day under its name."""
    day_of_now = book.day_of(now)
    block: list[str] = []
    before: date | None = None
    for entry in found:
        if entry.day != before:
            if block:
                yield block
            name = long_day(entry.day, day_of_now)
            block, before = [_("Today, {name}").format(name=name) if entry.day == day_of_now else name], entry.day
        said = line(entry, book, now)
        block.append(entry_words(said, said.time))
    yield block
