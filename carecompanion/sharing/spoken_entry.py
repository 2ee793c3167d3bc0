"""An entry whole in plain lines, and what it was before it was changed."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from carecompanion.domain.acts import Earlier
from carecompanion.domain.book import Book
from carecompanion.domain.details import Detail, Fact, detail
from carecompanion.domain.lines import NEWLINES
from carecompanion.domain.names import at_start
from carecompanion.domain.records import Record
from carecompanion.domain.sections import moment
from carecompanion.domain.versions import earlier_versions
from carecompanion.language import _
from carecompanion.sharing.plain_lines import plain, stopped


def spoken_entry(
    record: Record, book: Book, now: datetime, earlier: Callable[[Record], Iterable[Earlier]]
) -> tuple[str, ...]:
    """All there is to say of an entry; then each version it had, the latest first, under until when it stood."""
    blocks = [*_blocks(detail(record, book, now))]
    for each, shown, then in earlier_versions(record, book, earlier):
        blocks.append((_("What it was until {moment}").format(moment=moment(each.until, book, now)),))
        blocks += _blocks(detail(shown, then, now))
    return plain(blocks)


def _blocks(whole: Detail) -> Iterator[Iterable[str]]:
    yield [stopped(part) for part in (whole.title, whole.subtitle) if part]
    if whole.course is not None:
        yield (stopped(at_start(whole.course.said)),)
    for section in whole.sections:
        yield (*filter(None, (section.heading,)), *(line for fact in section.facts for line in _fact(fact)))
    yield map(stopped, filter(None, whole.foot.split("\n")))


def _fact(fact: Fact) -> Iterator[str]:
    """What is so; the trait it counts towards, or the time, last."""
    *first, last = NEWLINES.split(fact.text.replace("\r\n", "\n"))
    yield from first
    yield " ".join(stopped(part) for part in (last, fact.aside) if part)
