"""What deleting something changes, said before it is done."""

from collections.abc import Iterator
from datetime import datetime

from carecompanion.domain.acts import the_record
from carecompanion.domain.book import Book
from carecompanion.domain.details import detail
from carecompanion.domain.names import at_start
from carecompanion.domain.records import Contact, Letter, LetterStep, Record, Reply
from carecompanion.domain.removal import Removal, counted_towards, will_wait
from carecompanion.domain.timeline import PLACED
from carecompanion.domain.trait_words import trait_words
from carecompanion.language import _, ngettext


def meaning(removed: Removal, book: Book, now: datetime) -> str:
    """As in "Its reply goes with it. It will no longer count towards Accessible." """
    first, *rest = removed.going
    replies = sum(1 for record in rest if isinstance(record, Reply))
    said = (
        [ngettext("Its reply goes with it.", "Its {many} replies go with it.", replies).format(many=replies)]
        if replies
        else []
    )
    said += _with_a_letter(first, rest)
    names = [trait_words(trait).name for trait in counted_towards(removed, book, now)]
    if names:
        said.append(
            _("{what} will no longer count towards {listed}.").format(
                what=_("They") if replies else _("It"), listed=_listed(names)
            )
        )
    if isinstance(first, Reply) and will_wait(removed, book, now):
        said.append(_("What it answered will wait for a reply again."))
    if removed.mended:
        said.append(_("What came from it stays in your journal."))
    return " ".join(said)


def titled(record: Record, book: Book, now: datetime) -> tuple[str, str]:
    """What it is and when it was, as at the head of its page."""
    if type(record) not in PLACED and not isinstance(record, Contact):
        return at_start(the_record(record, book, now)), ""
    whole = detail(record, book, now)
    return whole.title, whole.subtitle


def _with_a_letter(first: Record, rest: list[Record]) -> Iterator[str]:
    """What goes with a letter, and that what sending it began does not."""
    steps = sum(1 for record in rest if isinstance(record, LetterStep))
    if steps:
        yield ngettext("Its step goes with it.", "Its {many} steps go with it.", steps).format(many=steps)
    if isinstance(first, Letter) and first.contact_id:
        yield _("That you sent it stays in your journal.")


def _listed(names: list[str]) -> str:
    """As in "Listens, Approachable and Accessible"."""
    return (
        names[0] if len(names) == 1 else _("{listed} and {names}").format(listed=", ".join(names[:-1]), names=names[-1])
    )
