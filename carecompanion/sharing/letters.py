"""The document of a letter: whom it is to, what it asks in the person's own words, and the entries it rests on."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import Counted
from carecompanion.domain.kinds import VISIT_STATUSES
from carecompanion.domain.letter_words import PARTS, opening, parts_of, subject
from carecompanion.domain.lines import NEWLINES, first_line
from carecompanion.domain.names import DETERMINERS, at_start
from carecompanion.domain.records import Attempt, Contact, Letter, Promise, Record, Reply
from carecompanion.domain.sending import sent_at
from carecompanion.domain.shareable import shareable
from carecompanion.domain.timeline import entry_for, line
from carecompanion.domain.vocabulary import DatesAs
from carecompanion.language import _
from carecompanion.sharing.document import Block, Document, Heading, Paragraph, Room, Table
from carecompanion.sharing.named_as import named_as
from carecompanion.sharing.own_hand import NOT_EVERYTHING, dated, what
from carecompanion.sharing.review_pages import Choices

WROTE_DOWN = _("What I wrote down at the time")
PLEASE_ANSWER = _("Please let me know that you have this letter, and by when I can expect an answer.")
PLEASE_REPLY = _("Please let me know by when I can expect a reply.")
SETTING = ("people", "coordinations", "agreements", "own_traits")
"""The lists that say who and what everything else is about."""
MY_OUTCOMES: Mapping[str, str] = {
    VISIT_STATUSES["cancelled_by_me"]: _("I cancelled"),
    VISIT_STATUSES["moved_by_me"]: _("I moved it"),
    VISIT_STATUSES["i_could_not_go"]: _("I could not go"),
}
"""How a visit came out, in the person's own hand."""


def letter_document(book: Book, letter_id: str, now: datetime, choices: Choices) -> Document | None:
    """The document of a letter, with nothing in it that is kept out or private; None when it is kept out itself."""
    whole = book if choices.names != "written" else _around(letter_id, book)
    shared = named_as(shareable(whole), choices.names, book.day_of(now))
    letter = shared.letters.get(letter_id)
    if letter is None:
        return None
    return Document(at_start(subject(letter.kind, shared.settings)), tuple(_blocks(letter, shared, now, choices.dates)))


def _around(letter_id: str, book: Book) -> Book:
    """A small book of a letter and what it rests on, which says of it what the whole would, however large that is.

    To name people otherwise the whole is needed, as their names can stand anywhere.
    """
    letter = book.letters[letter_id]
    rests_on = [record for each in letter.brought if (record := book.record(each.entry_id)) is not None]
    threads = {each.contact_id for each in rests_on if isinstance(each, Attempt | Reply)} | {letter.contact_id or ""}
    contacts = [book.contacts[key] for key in threads if key in book.contacts]
    contacts += [each for each in rests_on if isinstance(each, Contact)]
    told = [each for one in contacts for each in (*book.attempts_of(one.id), *book.replies_to(one.id))]
    listed = {name: book.list(name) for name in SETTING}
    return Book(settings=book.settings, **listed).keeping(letter, *contacts, *told, *rests_on)  # type: ignore[arg-type]  # names are LISTS'


def _blocks(letter: Letter, book: Book, now: datetime, dates: DatesAs) -> Iterator[Block]:
    day = book.day_of(sent_at(letter, book) or now)
    yield from _heads(letter)
    yield Paragraph(dated(day, "exact"))
    yield Paragraph(_greeting(letter))
    yield Paragraph(opening(letter.kind, book.settings))
    yield from _when(letter, dates)
    yield from _parts(letter)
    yield from _evidence(letter, book, now, dates)
    yield from _ending(letter)


def _heads(letter: Letter) -> Iterator[Block]:
    """Whom it is to and from, and how to reach them: a line to each, as lines break elsewhere in every format."""
    named = (
        (_("To"), letter.to),
        (_("From"), letter.my_name),
        (_("How to reach me"), letter.reach_me),
        (_("Service and place"), letter.service),
    )
    for label, text in named:
        if joined := ", ".join(_lines(text or "")):
            yield Paragraph(f"{label}: {at_start(joined) if label == 'To' else joined}")


def _greeting(letter: Letter) -> str:
    """As in "Dear Dana,", "Dear team manager,"; "Hello," where it is to nobody in particular."""
    words = first_line(letter.to or "").partition(",")[0].split()
    if words and words[0].casefold() in DETERMINERS:
        words = words[1:]
    if not words or any(character.isdigit() for word in words for character in word):
        return _("Hello,")
    return _("Dear {listed},").format(listed=" ".join(words))


def _when(letter: Letter, dates: DatesAs) -> Iterator[Block]:
    if letter.happened_on is not None and letter.kind != "thanks":
        yield Paragraph(
            _("This is about what happened from {dated} on.").format(dated=dated(letter.happened_on, dates))
        )


def _parts(letter: Letter) -> Iterator[Block]:
    """Each part under its heading; a thank-you needs none."""
    for name, words in parts_of(letter):
        if letter.kind != "thanks":
            yield Heading(PARTS[name].heading)
        for said in _lines(words):
            yield Paragraph(said)


def _evidence(letter: Letter, book: Book, now: datetime, dates: DatesAs) -> Iterator[Block]:
    """The entries that were brought along, the first first."""
    found = [record for each in letter.brought if (record := book.record(each.entry_id)) is not None]
    entries = sorted((entry_for(record, book) for record in found), key=lambda entry: (entry.at, entry.record.id))
    if not entries:
        return
    yield Heading(WROTE_DOWN)
    rows = (
        (
            at_start(dated(entry.day, dates)),
            what(Counted(entry.record, entry.day, "met"), book, now),
            _came_out(entry.record, book, now),
        )
        for entry in entries
    )
    yield Table((_("When"), _("What"), _("How it came out")), tuple(rows))
    yield Paragraph(NOT_EVERYTHING, quiet=True)


def _came_out(record: Record, book: Book, now: datetime) -> str:
    """How an entry came out. How long something still has is nothing for a letter, which is read later."""
    found = line(entry_for(record, book), book, now)
    is_due = isinstance(record, Attempt) or (isinstance(record, Promise) and record.due_on is not None)
    said = _("waiting") if is_due and found.mark == "open" else found.outcome
    return at_start(MY_OUTCOMES.get(said, said).replace(" · ", _(" and ")))


def _ending(letter: Letter) -> Iterator[Block]:
    if letter.kind != "thanks":
        yield Paragraph(PLEASE_ANSWER if letter.kind == "concern" else PLEASE_REPLY)
    yield Paragraph(_("With kind regards,"))
    name = first_line(letter.my_name or "")
    yield Paragraph(name) if name else Room(_("My name"))


def _lines(text: str) -> list[str]:
    """The lines that say something."""
    return [said for each in NEWLINES.split(text) if (said := each.strip())]
