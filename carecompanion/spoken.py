"""What the spoken commands say, as text; the commands print it."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from carecompanion import options
from carecompanion.language import _
from carecompanion.options import Declined

if TYPE_CHECKING:
    from carecompanion.domain.book import Book
    from carecompanion.domain.whose import WhoseTime

EVERY = 1_000_000
"""More entries than anybody has: what is spoken is not cut short."""

NOBODY: "Mapping[WhoseTime, str]" = {
    "now": _("Nothing was worked out: nobody is down as your co-ordinator today. Try --whose everyone."),
    "before": _("Nothing was worked out: nobody is down as your co-ordinator before. Try --whose everyone."),
}


def today(asked: argparse.Namespace) -> str:
    """Where things stand, what waits, what is coming up, and how it is going."""
    from carecompanion.sharing.spoken import spoken_today

    clock = options.clock(asked)
    with options.unlocked(asked) as journal:
        return _text(spoken_today(journal.book, clock()))


def instead_of_screens(asked: argparse.Namespace) -> str:
    """Where things stand, where no screens can be shown. Raises Declined where there is no journal."""
    from carecompanion.store import exists

    if not exists(options.folder(asked)):
        options.not_lost(options.folder(asked))
        raise Declined(
            _("{no_screens} carecompanion new sets a journal up, asking line by line.").format(
                no_screens=options.NO_SCREENS
            )
        )
    more = _("carecompanion --help names the commands that say the rest in plain lines.")
    return f"{today(asked)}\n\n{options.NO_SCREENS} {more}"


def waiting(asked: argparse.Namespace) -> str:
    """What waits for a reply; or one line of it that tells nobody what it is about. Raises Declined."""
    from carecompanion.sharing.spoken import discreet, spoken_waiting

    clock = options.clock(asked)
    if asked.discreet:
        options.not_asked_for(asked)
        with options.unlocked(asked) as journal:
            return discreet(journal.book, clock())
    with options.unlocked(asked) as journal:
        return _text(spoken_waiting(journal.book, clock()))


def journal(asked: argparse.Namespace) -> str:
    """The entries, all or only the last, or only those with some words. Raises Declined."""
    from carecompanion.domain.periods import latest_review
    from carecompanion.sharing.spoken import spoken_journal

    clock = options.clock(asked)
    words = options.words(asked.find) if asked.find is not None else ""
    with options.unlocked(asked) as journal:
        book, now = journal.book, clock()
        day = book.day_of(now)
        days = options.back(asked.last, day, latest_review(book, day)) if asked.last is not None else None
        holding = frozenset(journal.find(words, EVERY).ids) if words else None
        return _text(spoken_journal(book, now, days, holding))


def traits(asked: argparse.Namespace) -> str:
    """Every trait, or one whole; as sentences or as JSON. Raises Declined."""
    from carecompanion.domain.periods import latest_review
    from carecompanion.domain.traits import assess
    from carecompanion.domain.whose import coordinator_for
    from carecompanion.sharing.figures import figures
    from carecompanion.sharing.spoken_trait import spoken_trait
    from carecompanion.sharing.spoken_traits import spoken_traits

    clock = options.clock(asked)
    with options.unlocked(asked) as journal:
        book, now = journal.book, clock()
        day = book.day_of(now)
        days, whose = options.days(asked, day, latest_review(book, day)), _whose(asked, book, day)
        trait = _trait(asked.trait, book) if asked.trait is not None else None
        brief = trait is None and not asked.json
        assessment = assess(book, days, now, coordinator_for(whose, book, day), headlines_only=brief, trait=trait)
        if asked.json:
            return figures(assessment)
        return _text((spoken_traits if trait is None else spoken_trait)(assessment, book, whose))


def role(asked: argparse.Namespace) -> str:
    """What the role promises, what is known of it, and what is left to ask."""
    from carecompanion.sharing.spoken_role import spoken_role

    clock = options.clock(asked)
    with options.unlocked(asked) as journal:
        return _text(spoken_role(journal.book, clock()))


SAYS: Mapping[str, Callable[[argparse.Namespace], str]] = {
    "today": today,
    "waiting": waiting,
    "journal": journal,
    "traits": traits,
    "role": role,
    "instead of screens": instead_of_screens,
}
"""The commands by name, and what is said where no screens can be shown."""


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _whose(asked: argparse.Namespace, book: "Book", day: date) -> "WhoseTime":
    """Whose time was chosen; else the usual in sentences, and everyone's in JSON."""
    from carecompanion.domain.whose import choices, usual

    chosen: WhoseTime | None = asked.whose
    if chosen is None:
        return "everyone" if asked.json else usual(book, day)
    if chosen not in choices(book, day):
        raise Declined(NOBODY[chosen])
    return chosen


def _trait(name: str, book: "Book") -> str:
    """The id of the trait of that name."""
    from carecompanion.domain.wording import TRAITS
    from carecompanion.sharing.spoken_traits import traits_named

    found = traits_named(name, book)
    if len(found) == 1:
        return found[0]
    *first, last = (words.name.lower() for words in TRAITS.values())
    there = _("There are {listed} and {last}").format(listed=", ".join(first), last=last)
    own = _(", and those of your own: carecompanion traits says them all") if book.own_traits else ""
    begins = _("More than one trait begins like that.") if found else _("There is no trait of that name.")
    raise Declined(f"{begins} {there}{own}.")
