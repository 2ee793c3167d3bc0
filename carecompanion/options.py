"""What the options of a command say: which folder, what time it is, by which passphrase."""

import argparse
import os
import re
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from carecompanion.paths import journal_folder

if TYPE_CHECKING:
    from carecompanion.domain.periods import Period
    from carecompanion.store import Journal

Clock = Callable[[], datetime]
LOCAL = "Europe/London"
"""Whose time an instant without an offset is in."""
YEARS = range(1900, 3000)
"""The years a day or an instant can lie in."""
LENGTH = re.compile(r"(\d{1,9}) ?([dwmy])", re.ASCII)
"""How far `--last` reaches back: 30d, 2w, 3m, 1y."""
NO_TERMINAL = (
    "There is no terminal to ask for the passphrase at. Nothing was opened or changed – use --passphrase-file FILE."
)


class Declined(Exception):  # noqa: N818  # what happened to the command
    """A command that cannot be done; its text is a sentence for the person."""


def folder(asked: argparse.Namespace) -> Path:
    """Where the journal lies."""
    named = getattr(asked, "journal", None)
    return journal_folder(Path(named) if named else None)


def clock(asked: argparse.Namespace) -> Clock:
    """The clock, stopped where `--as-of` says. Raises Declined."""
    as_of = getattr(asked, "as_of", None)
    if as_of is None:
        return lambda: datetime.now(UTC)
    try:
        instant = datetime.fromisoformat(as_of)
    except ValueError:
        instant = None
    if instant is None or instant.year not in YEARS:
        raise Declined("--as-of could not be read. It looks like 2026-03-12T14:20 or 2026-03-12T14:20:00+00:00.")
    stopped = (instant if instant.tzinfo else instant.replace(tzinfo=ZoneInfo(LOCAL))).astimezone(UTC)
    return lambda: stopped


def day(text: str, option: str) -> date:
    """A day given to an option. Raises Declined."""
    try:
        read = date.fromisoformat(text)
    except ValueError:
        read = None
    if read is None or read.year not in YEARS:
        raise Declined(f"{option} could not be read. A day looks like 2026-03-12.")
    return read


def days(asked: argparse.Namespace, today: date) -> "Period":
    """The days from `--from` to `--to`; else the 3 months up to the last, which else is today. Raises Declined."""
    from carecompanion.domain.periods import Period, months_before

    last = day(asked.last, "--to") if asked.last else today
    first = day(asked.first, "--from") if asked.first else months_before(last, 3)
    if last < first:
        raise Declined("Nothing was worked out: --from is after --to.")
    return Period(first, last)


def back(text: str, today: date) -> "Period | None":
    """The days that `--last` reaches back to, today included; None when it is all there can be. Raises Declined."""
    from carecompanion.domain.periods import Period, months_before

    found = LENGTH.fullmatch(text.strip().lower())
    if found is None or not int(found[1]):
        raise Declined("--last could not be read. It looks like 30d, 2w, 3m or 1y: days, weeks, months or years.")
    number, unit = int(found[1]), found[2]
    try:
        if unit in "dw":
            return Period(today - timedelta(days=number * (7 if unit == "w" else 1) - 1), today)
        return Period(months_before(today, number * (12 if unit == "y" else 1)), today)
    except (OverflowError, ValueError):
        return None


def words(given: str) -> str:
    """The words to find: those given, or for "-" what standard input says, asked for at a terminal. Raises Declined."""
    if given == "-" and sys.stdin.isatty():
        sys.stderr.write("Words: ")
        sys.stderr.flush()
    try:
        found = given if given != "-" else sys.stdin.readline() if sys.stdin.isatty() else sys.stdin.read()
    except (OSError, UnicodeDecodeError):
        raise Declined("Nothing was looked for: the words could not be read.") from None
    if not found.strip():
        raise Declined("Nothing was looked for: there are no words to find.")
    return found


def unlocked(asked: argparse.Namespace) -> "closing[Journal]":
    """The journal, open for the length of a command. Raises Declined and the store's errors."""
    from carecompanion.store import Journal, NoJournal, exists, needs_passphrase

    where = folder(asked)
    if not exists(where):
        raise NoJournal
    passphrase = _passphrase(asked) if needs_passphrase(where) else None
    return closing(Journal.open(where, passphrase))


def new_passphrase(asked: argparse.Namespace) -> str:
    """A passphrase for a new journal, from the file or typed twice. Raises Declined."""
    passphrase = _passphrase(asked)
    if not passphrase:
        raise Declined("Nothing was set up: the passphrase is empty.")
    if not hasattr(asked, "passphrase_file") and getpass("The same once more: ") != passphrase:
        raise Declined("Nothing was set up: the two were not the same. Try again.")
    return passphrase


def passphrase_in_file(asked: argparse.Namespace) -> str | None:
    """What the passphrase file holds; None when none is named. Raises Declined."""
    named = getattr(asked, "passphrase_file", None)
    if named is None:
        return None
    try:
        with Path(named).open(encoding="utf-8-sig") as file:
            _only_ours(file.fileno())
            return file.read().removesuffix("\n")
    except (OSError, UnicodeDecodeError):
        raise Declined("The passphrase file could not be read. Nothing was opened or changed.") from None


def _passphrase(asked: argparse.Namespace) -> str:
    given = passphrase_in_file(asked)
    if given is None and not sys.stdin.isatty():
        raise Declined(NO_TERMINAL)
    return getpass("Passphrase: ") if given is None else given


def _only_ours(descriptor: int) -> None:
    if sys.platform == "win32":
        return
    if os.fstat(descriptor).st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise Declined("Others can read the passphrase file, so it was not used. Make it yours alone: chmod 600 FILE.")


def add_import(parser: argparse.ArgumentParser) -> None:
    """What can be said of a file to read in."""
    parser.add_argument("file", metavar="FILE", help="ending in .json, .zip, .csv or .ics")
    parser.add_argument("--yes", action="store_true", help="keep what was understood without asking (.csv, .ics)")
    parser.add_argument("--kind", choices=("contacts", "appointments"), help="what the lines of a .csv are")
    parser.add_argument(
        "--map",
        metavar="FIELD=COLUMN",
        action="append",
        default=[],
        help="which column of a .csv is which, as --map when=Datum; or a word for every line, as --map how=phone",
    )
    parser.add_argument(
        "--skip-problems", action="store_true", help="leave out what could not be read, and keep the rest (.csv, .ics)"
    )


def add_export(parser: argparse.ArgumentParser) -> None:
    """What can be said of a file to write."""
    parser.add_argument(
        "file", metavar="FILE", help="ending in .json, .zip or .csv (a table for each list, together in a .zip) or .ics"
    )
    parser.add_argument(
        "--all", dest="every", action="store_true", help="every appointment, not only those planned ahead (.ics)"
    )
    parser.add_argument("--title", metavar="WORDS", help="what each appointment is called (.ics; else Appointment)")
    parser.add_argument("--say-who", action="store_true", help="add to each title who it is with (.ics)")


def add_review(parser: argparse.ArgumentParser) -> None:
    """What can be said of a review."""
    parser.add_argument("file", metavar="FILE", nargs="?", help="ending in .pdf, .html, .md or .txt; else it is said")
    parser.add_argument("--from", dest="first", metavar="DATE", help="first day, as 2026-01-31 (the last review's)")
    parser.add_argument("--to", dest="last", metavar="DATE", help="last day, as 2026-03-31 (today)")
    parser.add_argument(
        "--names", choices=("written", "roles", "initials"), default="written", help="how people are named (written)"
    )
    parser.add_argument("--dates", choices=("exact", "rough"), default="exact", help="rough is as in early March")
    parser.add_argument("--large-print", action="store_true", help="in large letters (.pdf, .html)")
