"""What a copy of a journal holds, in words, and what it has that the journal lacks, and the other way round."""

from dataclasses import dataclass
from datetime import datetime

from carecompanion.domain import how_many
from carecompanion.domain.book import Book
from carecompanion.domain.moments import day_words
from carecompanion.domain.timeline import entries
from carecompanion.language import _, ngettext


@dataclass(frozen=True, slots=True)
class Compared:
    """How many records only the journal has, only the copy has, and how many differ."""

    journal_only: int
    copy_only: int
    differing: int


def compare(journal: Book, copy: Book) -> Compared:
    """Compare a journal with a copy of it, record by record."""
    here, there = ({record.id: record for record in book.everything()} for book in (journal, copy))
    differing = sum(1 for key in here.keys() & there.keys() if here[key] != there[key])
    return Compared(len(here.keys() - there.keys()), len(there.keys() - here.keys()), differing)


def held_words(book: Book, now: datetime) -> str:
    """As in "64 entries, from Mon 6 January 2025 to yesterday"; what lies ahead is not among them."""
    found = entries(book, now)
    if not found:
        people = len(book.people)
        return _("no entries, and {people}").format(people=how_many.people(people)) if people else _("nothing yet")
    today = book.day_of(now)
    last, first = day_words(found[0].day, today), day_words(found[-1].day, today)
    if len(found) == 1:
        return _("{entries}, of {first}").format(entries=how_many.entries(1), first=first)
    when = (
        _("all of {first}").format(first=first)
        if first == last
        else _("from {first} to {last}").format(first=first, last=last)
    )
    return f"{how_many.entries(len(found))}, {when}"


def compared_words(compared: Compared) -> tuple[str, ...]:
    """A sentence for each way in which they differ; one that says so when they do not."""
    said = (
        (compared.journal_only, _("Your journal has {} that this copy lacks.")),
        (compared.copy_only, _("This copy has {} that your journal lacks.")),
    )
    found = [sentence.format(how_many.records(number)) for number, sentence in said if number]
    if compared.differing:
        found.append(_differ(compared.differing))
    return tuple(found) or (_("It is the same as your journal."),)


def _differ(many: int) -> str:
    one, more = "{many:,} record differs", "{many:,} records differ"
    return _("{ngettext} from what your journal has now.").format(ngettext=ngettext(one, more, many).format(many=many))
