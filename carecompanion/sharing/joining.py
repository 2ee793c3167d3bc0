"""What an import would add to a journal. It never changes what is there."""

from dataclasses import dataclass

from carecompanion.domain import how_many
from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.domain.contradictions import against
from carecompanion.domain.records import Record
from carecompanion.domain.settings import Settings
from carecompanion.language import _


@dataclass(frozen=True, repr=False)
class Joined:
    """The records to keep, the settings to take over (None: keep one's own), or the problems that stand in the way."""

    records: tuple[Record, ...]
    settings: Settings | None
    problems: tuple[str, ...]
    said: str


def join(own: Book, read: Book) -> Joined:
    """What `read` would add to `own`: its new records, and its settings when `own` holds nothing yet."""
    new = tuple(record for record in read.everything() if own.list(LIST_NAMES[type(record)]).get(record.id) != record)
    other = [record for record in new if record.id in own.list(LIST_NAMES[type(record)])]
    problems = [
        _("{list_names}: the entry {id} is in your journal already, in another form.").format(
            list_names=LIST_NAMES[type(record)], id=record.id
        )
        for record in other
    ]
    if not problems:
        problems = [f"{LIST_NAMES[type(each.record)]}: {each.sentence}" for each in against(own, *new)]
    fresh = next(own.everything(), None) is None
    return Joined(new, read.settings if fresh else None, tuple(problems), _said(len(new), read))


def _said(added: int, read: Book) -> str:
    there = sum(1 for _each in read.everything()) - added
    known = _(" {there:,} were there already.").format(there=there) if there else ""
    return _("Read in: {records}.{known}").format(records=how_many.records(added), known=known)
