"""What the commands about keys answer: the passphrase, the recovery code, a check of everything, where it all lies."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from carecompanion import options
from carecompanion.language import _
from carecompanion.store import files, key_copies

if TYPE_CHECKING:
    from carecompanion.store import Journal

UNCHANGED = _("Nothing was changed")
ON_PAPER = _(
    "Write it on paper and keep it somewhere else. Without it and the passphrase, nobody can open the journal."
)
OLDER = _("Older copies of your journal still open with what opened them before.")
A_NEW_CODE = _("Make a new recovery code? The one you have then opens nothing but older copies.")
NOT_ASKED = _("{unchanged}: there is no terminal to ask at. --yes makes a new recovery code without asking.").format(
    unchanged=UNCHANGED
)

CUT_OFF = _("what was being made when something cut it off; the next opening takes it away")

OF_A_JOURNAL: Mapping[str, str] = {
    files.JOURNAL: _("the journal, encrypted"),
    files.ROLLBACK: _("what undoes a save that was cut off; there only while the journal is open"),
    **dict.fromkeys((files.UNFINISHED, files.UNFINISHED_ROLLBACK, *files.UNFINISHED_KEYS), CUT_OFF),
    files.KEYS[0]: _("the key file, which opens the journal"),
    files.KEYS[1]: _("the key file once more, in case one is damaged"),
    files.LOCK: _("a lock, so that only one window opens the journal"),
    files.CHOSEN_LOOKS: _("the look you chose, so that it is there before the journal is open; no words of yours"),
    f"{files.CHOSEN_LOOKS}.new": CUT_OFF,
    files.CHOSEN_KEYS: _("the keys you chose for what the program does; no words of yours"),
    files.BACKUPS: _("backups of the journal, encrypted as it is"),
    **dict.fromkeys((files.RESTORING, files.RESTORED, files.SETTING_ASIDE), CUT_OFF),
}
"""What each file in a journal's folder is."""


def new(asked: argparse.Namespace) -> str:
    """Set a journal up, asking line by line, or nothing at all with a passphrase file. Raises Declined."""
    from carecompanion.domain.settings import Settings
    from carecompanion.store import AlreadyThere, Journal, exists

    folder = options.folder(asked)
    if exists(folder):
        raise AlreadyThere
    options.not_lost(folder)
    passphrase = options.new_passphrase(asked)
    journal, code = Journal.create(folder, passphrase, Settings(), datetime.now(UTC))
    journal.close()
    return _("Your journal is ready. This is its recovery code, shown only now:\n\n    {code}\n\n{on_paper}").format(
        code=code, on_paper=ON_PAPER
    )


def passphrase(asked: argparse.Namespace) -> str:
    """Change the passphrase, or add the first. Raises Declined."""
    with options.unlocked(asked) if not asked.forgotten else _by_code(asked) as journal:
        typed = options.new_passphrase(asked, "new_passphrase_file", _("New passphrase: "), UNCHANGED)
        if journal.has_passphrase:
            journal.change_passphrase(typed)
            return _("Your passphrase is changed. Your recovery code stays the same. {older}").format(older=OLDER)
        return _told(_("Your journal has a passphrase now, and a new recovery code"), journal.renew(typed))


def recovery_code(asked: argparse.Namespace) -> str:
    """Make a new recovery code, or say whether one is right. Raises Declined."""
    if asked.check:
        clock = options.clock(asked)
        with _by_code(asked) as journal:
            journal.note_code_checked(clock())
        return _("This recovery code is right: it opens your journal.")
    journal, typed = _with_passphrase(asked)
    with closing(journal):
        if not (asked.yes or options.agreed(A_NEW_CODE, NOT_ASKED)):
            return f"{UNCHANGED}."
        return _told(_("Your journal has a new recovery code"), journal.renew(typed))


def check(asked: argparse.Namespace) -> str:
    """Read everything, and say what was found."""
    folder = options.folder(asked)
    copies = key_copies(folder)
    with options.unlocked(asked) as journal:
        records = sum(1 for _each in journal.book.everything())
        about_code = _about_code(journal, options.clock(asked)())
    whole = _(
        "Your journal is whole: every page of its file was checked, and every record read, {records:,} in all."
    ).format(records=records)
    return "\n".join((whole, _about_copies(copies, key_copies(folder)), about_code))


def where(asked: argparse.Namespace) -> str:
    """The folder and its files, without opening any."""
    folder = options.folder(asked)
    if not folder.is_dir():
        return _("Your journal would lie in {folder}\nThere is nothing there yet.").format(folder=folder)
    return "\n".join((_("Your journal lies in {folder}").format(folder=folder), *_listed(folder)))


ANSWERS: Mapping[str, Callable[[argparse.Namespace], str]] = {
    "new": new,
    "passphrase": passphrase,
    "recovery-code": recovery_code,
    "check": check,
    "where": where,
}
"""The commands by name."""


def _by_code(asked: argparse.Namespace) -> "closing[Journal]":
    from carecompanion.store import Journal

    return closing(Journal.open_with_code(options.there(asked), options.recovery_code()))


def _with_passphrase(asked: argparse.Namespace) -> "tuple[Journal, str | None]":
    """The open journal, and the passphrase that opened it."""
    from carecompanion.store import Journal, needs_passphrase

    folder = options.there(asked)
    if not needs_passphrase(folder):
        return Journal.open(folder, None), None
    return options.by_passphrase(asked, lambda typed: (Journal.open(folder, typed), typed))


def _told(done: str, code: str) -> str:
    return _("{done}, shown only now:\n\n    {code}\n\n{on_paper} {older}").format(
        done=done, code=code, on_paper=ON_PAPER, older=OLDER
    )


def _about_copies(before: int, after: int) -> str:
    """How many copies of the key file were whole, and what opening the journal made of the rest."""
    if before == len(files.KEYS):
        return _("Both copies of the key file are whole.")
    one = _("One copy of the key file was damaged, missing or out of date.")
    if after == len(files.KEYS):
        return _("{one} It was made anew from the other, and both are whole now.").format(one=one)
    return _(
        "{one} It could not be made anew just now. The other is whole – try again when the disk can be written to."
    ).format(one=one)


def _about_code(journal: "Journal", now: datetime) -> str:
    from carecompanion.domain.moments import long_day

    book, dates = journal.book, journal.code_dates()
    made, checked = (
        long_day(book.day_of(at), book.day_of(now)) if at else "" for at in (dates.made_at, dates.checked_at)
    )
    last = _("last checked on {checked}").format(checked=checked) if checked else _("not checked since")
    return _("Your recovery code was made on {made}, and {last}.").format(made=made, last=last)


def _listed(folder: Path) -> Iterator[str]:
    """A line for each file, those of the journal first."""
    names = sorted(path.name for path in folder.iterdir())
    for name in sorted(names, key=lambda name: name not in OF_A_JOURNAL):
        path = folder / name
        size = _("a folder") if path.is_dir() else _size(path.lstat().st_size)
        yield f"{name}: {_what(name)} ({size})"
    if not names:
        yield _("It is empty.")


def _what(name: str) -> str:
    if name.startswith(f"{files.SET_ASIDE}-"):
        return _("a journal that was set aside, encrypted")
    return OF_A_JOURNAL.get(name, _("not one of the journal’s own"))


def _size(size: int) -> str:
    """As in "1.2 MB"."""
    for unit, of in (("MB", 1_000_000), ("kB", 1_000)):
        if size >= of:
            return f"{size / of:.1f} {unit}"
    return _("{size} bytes").format(size=size)
