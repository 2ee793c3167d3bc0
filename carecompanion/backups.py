"""The commands that make a backup and that put one in the journal's place, each step said before it is done."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

from carecompanion import options
from carecompanion.language import _

if TYPE_CHECKING:
    from carecompanion.store import Journal, Root, Unpacked

Say = Callable[[str], None]

PATIENCE = 1.0
"""Seconds before a wait is spoken of."""
THAT_DAY = _("Passphrase of that day, or the recovery code: ")
NOW_OR_CODE = _("Passphrase, or the recovery code: ")
NOT_ASKED = _(
    "Nothing was restored: there is no terminal to ask at. Look at what the backup holds; --yes restores it "
    "without asking."
)
QUESTION = _("Put this in place of your journal, which is set aside?")
WHOLE = _("Your journal is whole, so there is nothing to read round. It was left as it is.")
LEFT = _("Nothing was restored. Your journal is as it was.")
OPENS_WITH = _("It opens with the passphrase of today, or with the recovery code alone.")
OPEN_TO_ALL = _("Your journal has no passphrase, so anyone who has this file can read it.")


def make(asked: argparse.Namespace) -> str:
    """Make a backup, and copy it to a file that was named; answers with what was made."""
    from carecompanion.domain.copies import held_words
    from carecompanion.store import copy_backup, needs_passphrase

    now = options.clock(asked)()
    with options.unlocked(asked) as journal, patience(_("Making a backup …")):
        backup = journal.back_up(now)
        held = held_words(journal.book, now)
        place = backup.path
        if asked.file is not None:
            place = _target(Path(asked.file), backup.path.name)
            copy_backup(backup.path, place)
    opens = OPENS_WITH if needs_passphrase(options.folder(asked)) else OPEN_TO_ALL
    return _("Backup made: {place}. It holds {held}. {opens}").format(place=place, held=held, opens=opens)


def back_up_daily(journal: "Journal", now: datetime) -> str:
    """Make the backup that follows the first save of a day; answers with why it was not made, else with ""."""
    from carecompanion.store import StoreError

    if any(journal.book.day_of(backup.made_at) == journal.book.day_of(now) for backup in journal.backups()):
        return ""
    try:
        journal.back_up(now)
    except StoreError as error:
        return str(error)
    return ""


def restore(asked: argparse.Namespace, say: Say) -> str:
    """Say what a backup holds, ask, and put it in the journal's place; answers with what was done. Raises Declined."""
    from carecompanion.store import finish_restoring, leave_unpacked

    folder, now = options.folder(asked), options.clock(asked)()
    finish_restoring(folder)
    try:
        secret = Secret(asked)
        unpacked = _unpacked(asked, folder, secret)
        with _present(folder, unpacked.root, secret) as journal:
            if asked.salvage and journal is not None:
                return WHOLE
            say(_preview(unpacked, journal, now))
            if not (asked.yes or options.agreed(QUESTION, NOT_ASKED)):
                return LEFT
            if journal is not None:
                back_up_first(journal, now, _("Nothing was restored."))
        return _put_in_place(unpacked, now)
    finally:
        leave_unpacked(folder)


class Secret:
    """What the person types to open things, asked for once, and only when it is needed."""

    def __init__(self, asked: argparse.Namespace) -> None:
        self._asked = asked
        self.typed: str | None = None

    def ask(self, prompt: str) -> str:
        """The passphrase or the code. Raises Declined."""
        if self.typed is None:
            self.typed = options.passphrase(self._asked, prompt)
        return self.typed


def _unpacked(asked: argparse.Namespace, folder: Path, secret: Secret) -> "Unpacked":
    """What is to be restored: what is read round the damage, the file that was named, or the newest that opens."""
    from carecompanion.store import (
        NoBackup,
        backups_in,
        check_backup,
        exists,
        salvage_journal,
        unpack_backup,
        unpack_newest,
    )

    if asked.salvage:
        root = _root(secret, folder, NOW_OR_CODE)
        with patience(_("Reading what can be read of your journal …")):
            return salvage_journal(folder, root)
    if asked.file is not None:
        check_backup(Path(asked.file))
        return unpack_backup(folder, Path(asked.file), lambda work: _root(secret, work, THAT_DAY))
    made = backups_in(folder)
    if not made:
        raise NoBackup
    if exists(folder):
        return unpack_newest(folder, _root(secret, folder, NOW_OR_CODE))
    return unpack_backup(folder, made[0].path, lambda work: _root(secret, work, THAT_DAY))


def _root(secret: Secret, folder: Path, prompt: str) -> "Root":
    """The root of the journal in a folder, by what was typed: its passphrase or the recovery code."""
    from carecompanion.store import KeyFileDamaged, WrongCode, WrongPassphrase, needs_passphrase, unlock
    from carecompanion.store import unlock_with_code as by_code

    if not needs_passphrase(folder):
        return unlock(folder, None)
    typed = secret.ask(prompt)
    try:
        return unlock(folder, typed)
    except (WrongPassphrase, KeyFileDamaged) as wrong:
        with suppress(WrongCode):
            return by_code(folder, typed)
        raise wrong from None


@contextmanager
def _present(folder: Path, root: "Root", secret: Secret) -> "Iterator[Journal | None]":
    """The journal that is there, open; None when there is none or nothing that was typed opens it."""
    journal = _opened(folder, root, secret)
    try:
        yield journal
    finally:
        if journal is not None:
            journal.close()


def _opened(folder: Path, root: "Root", secret: Secret) -> "Journal | None":
    """By the backup's own root, or where that is another by the passphrase."""
    from carecompanion.store import Journal, JournalDamaged, KeyFileDamaged, NewerVersion, NoJournal, NotRead
    from carecompanion.store import WrongPassphrase as Wrong

    with suppress(NoJournal, JournalDamaged, NewerVersion, NotRead):
        return Journal.open_with_root(folder, root)
    with suppress(NoJournal, JournalDamaged, NewerVersion, NotRead, KeyFileDamaged, Wrong):
        return Journal.open(folder, secret.typed)
    return None


def _preview(unpacked: "Unpacked", journal: "Journal | None", now: datetime) -> str:
    from carecompanion.domain.copies import compare, compared_words, held_words
    from carecompanion.domain.moments import by_words
    from carecompanion.store import exists

    held = held_words(unpacked.book, now)
    if unpacked.made_at is None:
        return _("Of your journal this could be read: {held}. Words of what lost its place are now notes.").format(
            held=held
        )
    lines = [
        _("This backup was made {by_words}. It holds {held}.").format(
            by_words=by_words(unpacked.made_at, now, unpacked.book.zone), held=held
        )
    ]
    if journal is not None:
        lines += compared_words(compare(journal.book, unpacked.book))
    elif exists(unpacked.folder):
        lines.append(_("The journal that is there now does not open with this, so the two were not compared."))
    return "\n".join(lines)


def back_up_first(journal: "Journal", now: datetime, undone: str) -> None:
    """A backup of the journal as it is; `undone` says what is not done without one. Raises BackupNotMade."""
    from carecompanion.store import BackupNotMade

    try:
        with patience(_("Making a backup of your journal first …")):
            journal.back_up(now)
    except BackupNotMade as error:
        raise error.first(undone) from None


def _put_in_place(unpacked: "Unpacked", now: datetime) -> str:
    from carecompanion.domain.copies import held_words
    from carecompanion.store import Journal

    aside = unpacked.put_in_place(now)
    journal = Journal.open_with_root(unpacked.folder, unpacked.root)
    journal.close()
    said = _("Restored: your journal holds {held_words}.").format(held_words=held_words(journal.book, now))
    return (
        _("{said} What was there before lies in {aside}.").format(said=said, aside=aside) if aside is not None else said
    )


def _target(named: Path, name: str) -> Path:
    return named / name if named.is_dir() else named


@contextmanager
def patience(words: str) -> Iterator[None]:
    """Say what is being waited for, once that takes longer than a moment."""
    timer = Timer(PATIENCE, lambda: sys.stderr.write(f"{words}\n"))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
