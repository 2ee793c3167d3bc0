"""What the role promises as plain lines: each thing with what is known of it, and what is left to ask."""

from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.names import at_start, role_word
from carecompanion.domain.role_promises import Promised, promised, role_questions, said, state_words, tally
from carecompanion.language import _
from carecompanion.sharing.plain_lines import plain, stopped, under
from carecompanion.sharing.routes import role_checked

NOT_SAID = _("nothing said yet")


def spoken_role(book: Book, now: datetime) -> tuple[str, ...]:
    """A line to a thing, each with its number, then the questions, then when it was looked up."""
    found = promised(book, now)
    questions = (text for _name, text in role_questions(book, book, now))
    return plain(
        [
            [_("What a {role_word} usually promises").format(role_word=role_word(book.settings)), tally(found)],
            [_line(number, each, book, now) for number, each in enumerate(found, 1)],
            under(_("To ask"), questions),
            [role_checked()],
        ]
    )


def _line(number: int, each: Promised, book: Book, now: datetime) -> str:
    only = each.words.where or each.words.aside
    words = f"{said(each, book)}{f' ({only})' if only else ''}"
    return f"{number}. {stopped(words)} {stopped(at_start(state_words(each, book, now) or NOT_SAID))}"
