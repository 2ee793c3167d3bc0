"""The shared command: what was shared, one of it in plain lines, or one written again exactly as it was."""

import argparse
from typing import TYPE_CHECKING

from carecompanion import options
from carecompanion.language import _
from carecompanion.options import Declined
from carecompanion.reviewing import FOR_NOBODY, format_of, note_shared, write

if TYPE_CHECKING:
    from carecompanion.asking import Say
    from carecompanion.domain.book import Book
    from carecompanion.domain.records import SharedCopy

WRITTEN = _("Written, exactly as it was shared. This file is not protected: anyone who has it can read it.")
NO_SUCH = _("Nothing was done: there is no copy of that number. carecompanion shared lists them all.")
WHICH = _("Nothing was deleted: say which by its number alone, as in carecompanion shared 1 --delete.")


def shared(asked: argparse.Namespace) -> str:
    """What was said or done. Raises Declined."""
    from carecompanion.sharing.shared import NOT_SHOWN, document_of, spoken_shared
    from carecompanion.sharing.text import spoken

    if asked.file is not None:
        return _written_again(asked)
    if asked.given_to is not None:
        raise Declined(FOR_NOBODY)
    with options.unlocked(asked) as journal:
        book, now = journal.book, options.clock(asked)()
        if asked.number is None:
            return "\n".join(spoken_shared(book, now))
        document = document_of(numbered_copy(asked.number, book))
        if document is None:
            raise Declined(NOT_SHOWN)
        return "\n".join(spoken(document))


def delete(asked: argparse.Namespace, say: "Say") -> str:
    """Take a copy out of the list, once the person has heard what that changes. Raises Declined."""
    from carecompanion.asking import Asker, or_declined
    from carecompanion.changing import delete_one
    from carecompanion.sharing.plain_lines import stopped
    from carecompanion.sharing.shared import FILE_STAYS, title_of, when_words

    if asked.number is None or asked.file is not None or asked.given_to is not None:
        raise Declined(WHICH)
    now, asker = options.clock(asked)(), Asker(say)
    with options.unlocked(asked) as journal, or_declined(_("Nothing was deleted")):
        copy = numbered_copy(asked.number, journal.book)
        said = f"{title_of(copy)}, {when_words(copy, journal.book, now)}"
        asker.tell(stopped(said), FILE_STAYS)
        return delete_one(asker, journal, copy, now)


def _written_again(asked: argparse.Namespace) -> str:
    """Write a copy again, in the format of the file's name, and note that it was shared once more."""
    from carecompanion.sharing.shared import NOT_SHOWN, document_of, shared_again

    file_format = format_of(asked.file)
    with options.unlocked(asked) as journal:
        now = options.clock(asked)()
        copy = numbered_copy(asked.number, journal.book)
        document = document_of(copy)
        if document is None:
            raise Declined(NOT_SHOWN)
        more = write(asked.file, document, file_format, large_print=copy.large_print)
        once_more = shared_again(copy, now, file_format, large_print=copy.large_print, given_to=asked.given_to)
        return f"{WRITTEN}{more}{note_shared(journal, once_more, now)}"


def numbered_copy(number: int, book: "Book") -> "SharedCopy":
    """The copy of that number: 1 is what was shared first. Raises Declined."""
    from carecompanion.sharing.shared import copies

    found = copies(book)
    if not 1 <= number <= len(found):
        raise Declined(NO_SUCH)
    return found[-number]
