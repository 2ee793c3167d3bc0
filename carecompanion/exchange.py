"""What goes into a journal from a file, and out of it to one, each file by the end of its name."""

import argparse
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from carecompanion import files, options
from carecompanion.backups import back_up_first
from carecompanion.domain import how_many
from carecompanion.language import _, ngettext
from carecompanion.options import Declined

if TYPE_CHECKING:
    from carecompanion.domain.book import Book
    from carecompanion.sharing.interchange import Refused
    from carecompanion.sharing.reading import Reading

Say = Callable[[str], None]

FILES = _(".json, .zip, .csv or .ics")
TO_WRITE = _("Nothing was written: the name of the file has to end in {files}.").format(files=FILES)
MANY_TABLES = _("A journal is many tables, one for each list, so they went together into {}.")
NOT_ASKED = _(
    "Nothing was kept: there is no terminal to ask at. Look at what was understood; --yes keeps it without asking."
)
NOTHING_KEPT = _("Nothing of this file was kept.")
NO_EVENTS = _("Nothing was written: nothing is planned ahead. With --all every appointment is written.")
UNCHANGED = _("Your journal is as it was.")


def read_in(asked: argparse.Namespace, say: Say) -> str:
    """Put what a file holds into the journal: all of it, or nothing; answers with what was done. Raises Declined."""
    file = Path(asked.file)
    suffix = file.suffix.lower()
    if suffix in (".csv", ".ics"):
        return _read_entries(asked, suffix, files.bytes_of(file), say)
    return _read_journal(asked, file, suffix)


def write_out(asked: argparse.Namespace) -> str:
    """Write the journal to a new file that only this user can read; answers with what was done. Raises Declined."""
    asked_for = Path(asked.file)
    target = asked_for.with_suffix(".zip") if asked_for.suffix == ".csv" else asked_for
    if target.suffix not in WRITERS:
        raise Declined(TO_WRITE)
    now = options.clock(asked)()
    with options.unlocked(asked) as journal:
        content, words = WRITERS[target.suffix](asked, journal.book, now)
    files.write_private(target, content)
    went = "" if target == asked_for else f" {MANY_TABLES.format(target.name)}"
    return _("Written: {words}.{went} This file is not protected: anyone who has it can read it.").format(
        words=words, went=went
    )


def _read_journal(asked: argparse.Namespace, file: Path, suffix: str) -> str:
    """A whole journal, as JSON or as a zip of tables."""
    from carecompanion.sharing.interchange import Refused, read_journal
    from carecompanion.sharing.joining import join
    from carecompanion.sharing.zipped import read_zip

    try:
        book = read_zip(files.bytes_of(file)) if suffix == ".zip" else read_journal(files.text_of(file))
    except Refused as refused:
        raise _declined(refused) from None
    with options.unlocked(asked) as journal:
        joined = join(journal.book, book)
        if joined.problems:
            raise Declined("\n".join((NOTHING_KEPT, *(f"  {each}" for each in joined.problems))))
        now = options.clock(asked)()
        back_up_first(journal, now, NOTHING_KEPT)
        journal.keep(*joined.records, settings=joined.settings, at=now)
        return joined.said


def _read_entries(asked: argparse.Namespace, suffix: str, content: bytes, say: Say) -> str:
    """Contacts or appointments, shown before they are kept."""
    from carecompanion.sharing.interchange import Refused
    from carecompanion.sharing.reading import preview

    clock = options.clock(asked)
    with options.unlocked(asked) as journal:
        now = clock()
        try:
            reading = _reading(asked, suffix, content, journal.book, now)
        except Refused as refused:
            raise _declined(refused) from None
        say(preview(reading, journal.book, now))
        if reading.problems and not asked.skip_problems:
            stood = how_many.problems(len(reading.problems))
            raise Declined(
                _(
                    "Nothing of this file was kept: {stood} stood in it. {unchanged} Mend the file, "
                    "or leave those out with --skip-problems."
                ).format(stood=stood, unchanged=UNCHANGED)
            )
        if not reading.found:
            return _("Nothing of this file is new. {unchanged}").format(unchanged=UNCHANGED)
        many = len(reading.found)
        question = ngettext("Keep this {counted}?", "Keep these {counted}?", many).format(counted=reading.counted)
        if not (asked.yes or options.agreed(question, NOT_ASKED)):
            return _("Nothing was kept. {unchanged}").format(unchanged=UNCHANGED)
        back_up_first(journal, now, NOTHING_KEPT)
        journal.keep(*reading.records, at=now)
        return _("Kept: {counted}.").format(counted=reading.counted)


def _reading(asked: argparse.Namespace, suffix: str, content: bytes, book: "Book", now: datetime) -> "Reading":
    if suffix == ".ics":
        from carecompanion.sharing.calendar_in import read_events

        if asked.kind == "contacts" or asked.map:
            raise Declined(
                _("Nothing was read in: --kind and --map are for tables, and this is a calendar. {unchanged}").format(
                    unchanged=UNCHANGED
                )
            )
        return read_events(content, book, now)
    from carecompanion.sharing.lines_in import read_lines
    from carecompanion.sharing.table import read_table

    return read_lines(read_table(content), book, now, asked.kind, asked.map)


def _declined(refused: "Refused") -> Declined:
    return Declined("\n".join((str(refused), *(f"  {problem}" for problem in refused.problems))))


def _as_json(_asked: argparse.Namespace, book: "Book", now: datetime) -> tuple[bytes, str]:
    from carecompanion.sharing.interchange import write_journal

    return write_journal(book, now).encode(), _records(book)


def _as_zip(_asked: argparse.Namespace, book: "Book", now: datetime) -> tuple[bytes, str]:
    from carecompanion.sharing.zipped import write_zip

    return write_zip(book, now), _records(book)


def _as_calendar(asked: argparse.Namespace, book: "Book", now: datetime) -> tuple[bytes, str]:
    from carecompanion.sharing.calendar_file import write_calendar
    from carecompanion.sharing.calendar_in import slots_of

    slots = slots_of(book, now, every=asked.every, title=asked.title, say_who=asked.say_who)
    if not slots:
        raise Declined(NO_EVENTS)
    return write_calendar(slots, now), how_many.appointments(len(slots))


def _records(book: "Book") -> str:
    return how_many.records(sum(1 for _each in book.everything()))


WRITERS = {".json": _as_json, ".zip": _as_zip, ".ics": _as_calendar}
