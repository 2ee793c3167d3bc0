"""What the options of a command say: which folder, what time it is, by which passphrase."""

import argparse
import os
import re
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from getpass import getpass
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from carecompanion.language import _
from carecompanion.paths import journal_folder
from carecompanion.tui.terminals import shows_screens as can_show_screens

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
SINCE_REVIEW = "review"
"""In place of a day or a length: since the last review that went ahead."""
NO_TERMINAL = _(
    "There is no terminal to ask for the passphrase at. Nothing was opened or changed – use --passphrase-file FILE."
)
NOT_ASKED = _("Nothing was opened: this asks for no passphrase. Use --passphrase-file FILE.")
PROMPT = _("Passphrase: ")
NOT_SET_UP = _("Nothing was set up")
NO_SCREENS = _("The screens need a terminal that can show them, and this is none.")
T = TypeVar("T")
wait = Event().wait
"""For so many seconds, while nothing is typed."""
LOST = _(
    "The journal is no longer in this folder, and backups of it are, so no new one was set up. Nothing was changed. "
    "`carecompanion restore` puts the newest backup in its place; --journal FOLDER begins a new one elsewhere."
)


class Declined(Exception):  # noqa: N818  # what happened to the command
    """A command that cannot be done; its text is a sentence for the person."""


def shows_screens() -> bool:
    """Whether there is a terminal that can show more than one line after the other, and that keys come from."""
    terminal = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    return terminal and can_show_screens(os.environ)


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
        raise Declined(_("--as-of could not be read. It looks like 2026-03-12T14:20 or 2026-03-12T14:20:00+00:00."))
    stopped = (instant if instant.tzinfo else instant.replace(tzinfo=ZoneInfo(LOCAL))).astimezone(UTC)
    return lambda: stopped


def day(text: str, option: str) -> date:
    """A day given to an option. Raises Declined."""
    try:
        read = date.fromisoformat(text)
    except ValueError:
        read = None
    if read is None or read.year not in YEARS:
        raise Declined(_("{option} could not be read. A day looks like 2026-03-12.").format(option=option))
    return read


def days(asked: argparse.Namespace, today: date, review: date | None = None) -> "Period":
    """The days from `--from` to `--to`; else the 3 months up to the last, which else is today. Raises Declined.

    `review` is the day of the last review, from which `--from review` begins.
    """
    from carecompanion.domain.periods import Period, months_before

    last = day(asked.last, "--to") if asked.last else today
    if asked.first == SINCE_REVIEW:
        first = _held(review)
    else:
        first = day(asked.first, "--from") if asked.first else months_before(last, 3)
    if last < first:
        raise Declined(_("Nothing was worked out: --from is after --to."))
    return Period(first, last)


def back(text: str, today: date, review: date | None = None) -> "Period | None":
    """The days that `--last` reaches back to, today included; None when it is all there can be. Raises Declined.

    `review` is the day of the last review, to which `--last review` reaches.
    """
    from carecompanion.domain.periods import Period, months_before

    if text.strip().lower() == SINCE_REVIEW:
        return Period(_held(review), today)
    found = LENGTH.fullmatch(text.strip().lower())
    if found is None or not int(found[1]):
        raise Declined(_("--last could not be read. It looks like 30d, 2w, 3m or 1y: days, weeks, months or years."))
    number, unit = int(found[1]), found[2]
    try:
        if unit in "dw":
            return Period(today - timedelta(days=number * (7 if unit == "w" else 1) - 1), today)
        return Period(months_before(today, number * (12 if unit == "y" else 1)), today)
    except (OverflowError, ValueError):
        return None


def _held(review: date | None) -> date:
    """The day of the last review, when there was one. Raises Declined."""
    if review is None:
        raise Declined(_("Nothing was looked for: no review that went ahead is written down."))
    return review


def words(given: str) -> str:
    """The words to find: those given, or for "-" what standard input says, asked for at a terminal. Raises Declined."""
    if given == "-" and sys.stdin.isatty():
        sys.stderr.write(_("Words: "))
        sys.stderr.flush()
    try:
        found = given if given != "-" else sys.stdin.readline() if sys.stdin.isatty() else sys.stdin.read()
    except (OSError, UnicodeDecodeError):
        raise Declined(_("Nothing was looked for: the words could not be read.")) from None
    if not found.strip():
        raise Declined(_("Nothing was looked for: there are no words to find."))
    return found


def there(asked: argparse.Namespace) -> Path:
    """The folder of a journal that is there, with what was cut off in it finished. Raises NoJournal."""
    from carecompanion.store import NoJournal, exists, finish_restoring

    where = folder(asked)
    finish_restoring(where)
    if not exists(where):
        raise NoJournal
    return where


def unlocked(asked: argparse.Namespace) -> "closing[Journal]":
    """The journal, open for the length of a command. Raises Declined and the store's errors."""
    from carecompanion.store import Journal, needs_passphrase

    where = there(asked)
    if not needs_passphrase(where):
        return closing(Journal.open(where, None))
    return closing(by_passphrase(asked, partial(Journal.open, where)))


def not_asked_for(asked: argparse.Namespace) -> None:
    """Declined when the journal could only be opened by asking for its passphrase."""
    from carecompanion.store import needs_passphrase

    if needs_passphrase(there(asked)) and getattr(asked, "passphrase_file", None) is None:
        raise Declined(NOT_ASKED)


def by_passphrase(asked: argparse.Namespace, act: Callable[[str], T]) -> T:
    """What the act makes of the passphrase: of the one in the file, or of one typed.

    What is typed may be wrong as often as it will; the next is tried after a wait. Raises Declined.
    """
    from carecompanion.domain.guessing import said, wait_after
    from carecompanion.store import WrongPassphrase

    given = passphrase_in_file(asked)
    if given is not None:
        return act(given)
    wrong, until, prompt = 0, 0.0, PROMPT
    while True:
        typed = _typed(prompt)
        wait(max(0.0, until - monotonic()))
        try:
            return act(typed)
        except WrongPassphrase:
            wrong += 1
            until = monotonic() + wait_after(wrong).total_seconds()
            # in one with the prompt, before which the terminal is told to show nothing that is typed
            prompt = f"{said(wait_after(wrong))}\n{PROMPT}"


def not_lost(where: Path) -> None:
    """Declined when a folder has backups of a journal and the journal itself is gone."""
    from carecompanion.store import exists, files

    if not exists(where) and (where / files.BACKUPS).is_dir():
        from carecompanion.store import backups_in

        if backups_in(where):
            raise Declined(LOST)


def new_passphrase(
    asked: argparse.Namespace, file: str = "passphrase_file", prompt: str = PROMPT, undone: str = NOT_SET_UP
) -> str:
    """A new passphrase, from the file that option names or typed twice. Raises Declined."""
    given = passphrase_in_file(asked, file)
    passphrase = _typed(prompt) if given is None else given
    if not passphrase:
        raise Declined(_("{undone}: the passphrase is empty.").format(undone=undone))
    if given is None and _typed(_("The same once more: ")) != passphrase:
        raise Declined(_("{undone}: the two were not the same. Try again.").format(undone=undone))
    return passphrase


def recovery_code() -> str:
    """A recovery code, typed without being shown or, where there is no terminal, from standard input."""
    return getpass(_("Recovery code: ")) if sys.stdin.isatty() else sys.stdin.readline()


def agreed(question: str, not_asked: str) -> bool:
    """Whether the answer at the terminal is yes; anything else is no. Raises Declined where nobody can be asked."""
    if not sys.stdin.isatty():
        raise Declined(not_asked)
    sys.stderr.write(_("{question} yes/no (no): ").format(question=question))
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in ("yes", "y")


def passphrase_in_file(asked: argparse.Namespace, file: str = "passphrase_file") -> str | None:
    """What the passphrase file of that option holds; None when none is named. Raises Declined."""
    named = getattr(asked, file, None)
    if named is None:
        return None
    try:
        with Path(named).open(encoding="utf-8-sig") as stream:
            _only_ours(stream.fileno())
            return stream.read().removesuffix("\n")
    except (OSError, UnicodeDecodeError):
        raise Declined(_("The passphrase file could not be read. Nothing was opened or changed.")) from None


def passphrase(asked: argparse.Namespace, prompt: str = PROMPT) -> str:
    """The passphrase from the file, else what is typed without an echo. Raises Declined."""
    given = passphrase_in_file(asked)
    return _typed(prompt) if given is None else given


def _typed(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise Declined(NO_TERMINAL)
    return getpass(prompt)


def _only_ours(descriptor: int) -> None:
    if sys.platform == "win32":
        return
    if os.fstat(descriptor).st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise Declined(
            _("Others can read the passphrase file, so it was not used. Make it yours alone: chmod 600 FILE.")
        )
