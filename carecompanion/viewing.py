"""The views command: ways of looking at the journal that have a name, said, looked through, named and forgotten."""

import argparse
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from carecompanion import options
from carecompanion.asking import TOO_EARLY, Asker, Say, or_declined
from carecompanion.domain import how_many
from carecompanion.domain.book import Book
from carecompanion.domain.kinds import PERIODS
from carecompanion.domain.lines import first_line
from carecompanion.domain.narrowing import EVERYTHING, GROUP_NAMES, ONLY_WORDS, Narrowing, narrowed, narrowing
from carecompanion.domain.periods import period
from carecompanion.domain.sheets.asks import Option
from carecompanion.domain.timeline import groups
from carecompanion.domain.trait_words import TRAITS
from carecompanion.language import _
from carecompanion.options import Declined
from carecompanion.sharing.plain_lines import harmless, stopped
from carecompanion.sharing.spoken import spoken_journal

if TYPE_CHECKING:
    from carecompanion.store import Journal

NONE_YET = _("No view has a name yet. carecompanion views --new asks what to show, and for its name.")
HOW = _("carecompanion views NUMBER says what one shows, and with --forget forgets its name.")
NO_SUCH = _("There is no view of that number. carecompanion views lists them all.")
WHICH = _("Nothing was forgotten: say which by its number, as in carecompanion views 1 --forget.")
BOTH = _("--new asks for a name of its own, so it goes without a number and without --forget.")
NAME = _("Which name is it to have?")
NOT_KEPT = _("No name was kept")
NO_NAME = _("{not_kept}: it needs one.").format(not_kept=NOT_KEPT)
ALL_OF_IT = _("everything")


def views(asked: argparse.Namespace, say: Say) -> str:
    """The names, or what one shows; a new one asked line by line, or one forgotten. Raises Declined."""
    if asked.new and (asked.number is not None or asked.forget):
        raise Declined(BOTH)
    if asked.forget and asked.number is None:
        raise Declined(WHICH)
    now = options.clock(asked)()
    with options.unlocked(asked) as journal:
        if asked.new:
            return _named(Asker(say), journal, now)
        there = journal.views()
        if asked.number is None:
            return "\n".join(map(harmless, (*_listed(there, journal.book), HOW))) if there else NONE_YET
        name = _of_number(asked.number, there)
        if asked.forget:
            journal.drop_view(name)
            return harmless(
                _("“{first_line}” is forgotten. What it showed stays in the journal.").format(
                    first_line=first_line(name)
                )
            )
        return "\n".join((harmless(_words(name, there[name], journal.book)), *_shown(there[name], journal.book, now)))


def _listed(there: Mapping[str, Mapping[str, str]], book: Book) -> Iterator[str]:
    for number, (name, kept) in enumerate(there.items(), 1):
        yield f"{number}. {_words(name, kept, book)}"


def _words(name: str, kept: Mapping[str, str], book: Book) -> str:
    """As in "Waiting ones: Contact, last 6 months, waiting for a reply." """
    return stopped(f"{first_line(name)}: {', '.join(narrowing(kept, book).words(book)) or ALL_OF_IT}")


def _shown(kept: Mapping[str, str], book: Book, now: datetime) -> tuple[str, ...]:
    found = narrowed(narrowing(kept, book), book, now)
    return spoken_journal(book, now, holding=frozenset(entry.record.id for entry in found))


def _of_number(number: int, there: Mapping[str, Mapping[str, str]]) -> str:
    if not 1 <= number <= len(there):
        raise Declined(NO_SUCH)
    return list(there)[number - 1]


def _named(asker: Asker, journal: "Journal", now: datetime) -> str:
    """Ask what to show and for a name, and keep it."""
    with or_declined(NOT_KEPT, TOO_EARLY):
        chosen = _asked(asker, journal.book, now)
        many = len(narrowed(chosen, journal.book, now))
        asker.tell(_("Shows {entries}.").format(entries=how_many.entries(many)))
        name = asker.words(NAME).strip()
    if not name:
        raise Declined(NO_NAME)
    journal.keep_view(name, chosen.chosen())
    number = list(journal.views()).index(name) + 1
    return _("Kept by that name. carecompanion views {number} says what it shows.").format(number=number)


def _asked(asker: Asker, book: Book, now: datetime) -> Narrowing:
    """Each filter in turn; an empty line leaves one open."""
    given = EVERYTHING.chosen()
    for field, question, offered in _questions(book, now):
        given[field] = asker.choice(question, offered, given[field])
    return narrowing(given, book)


def _questions(book: Book, now: datetime) -> Iterator[tuple[str, str, list[Option]]]:
    yield "group", _("Which kind?"), [Option("", group, GROUP_NAMES[group]) for group in groups(book, now)]
    people = [Option("", each.id, first_line(each.name)) for each in book.people.values()]
    if people:
        yield "person", _("Naming whom?"), [Option("", "", _("anybody")), *people]
    names = {name: words.name for name, words in TRAITS.items()} | {
        key: first_line(own.name) for key, own in book.own_traits.items()
    }
    yield (
        "trait",
        _("Counting for which trait?"),
        [Option("", "", _("any")), *(Option("", *each) for each in names.items())],
    )
    there = [choice for choice in PERIODS if period(choice, book, now) is not None]
    yield "period", _("From when?"), [Option("", choice, PERIODS[choice]) for choice in there]
    yield "only", _("Only what is open?"), [Option("", only, words) for only, words in ONLY_WORDS.items()]
