"""Opening a journal on the screen: one's own, or the sample in a throw-away place."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from carecompanion import options, throw_away
from carecompanion.afresh import start_afresh
from carecompanion.language import _
from carecompanion.options import Declined

if TYPE_CHECKING:
    from textual.screen import Screen

    from carecompanion.store import Journal

ALWAYS_READING = "CARECOMPANION_READING"
"""The variable of the environment that asks for reading mode each time, as the option does for once."""


def open_journal(asked: argparse.Namespace) -> int:
    """Open the journal on the screen; set one up when there is none."""
    from carecompanion.store import exists, finish_restoring, needs_passphrase

    folder, clock = options.folder(asked), options.clock(asked)
    passphrase = options.passphrase_in_file(asked)
    finish_restoring(folder)
    options.not_lost(folder)

    def open_it() -> "Journal":
        from carecompanion.store import Journal

        return Journal.open(folder, passphrase)

    def damaged() -> "Screen[Journal | None]":
        from carecompanion.store import unlock
        from carecompanion.tui.damaged import Damaged

        return Damaged(folder, lambda: unlock(folder, passphrase))

    def door() -> "Screen[Journal]":
        from carecompanion.tui.door import Opening
        from carecompanion.tui.unlock import Unlock

        if not exists(folder):
            from carecompanion.tui.first_run import FirstRun

            return FirstRun(folder, clock)
        if passphrase is None and needs_passphrase(folder):
            return Unlock(folder, clock)
        return Opening(open_it, damaged)

    return _run(asked, door, folder, ["--journal", str(folder)])


def demo(asked: argparse.Namespace) -> int:
    """Open the sample journal in a throw-away place, and leave nothing behind."""
    from carecompanion.store import exists

    if not options.shows_screens():
        raise Declined(_("{no_screens} Nothing was opened.").format(no_screens=options.NO_SCREENS))
    clock = options.clock(asked)
    folder = throw_away.folder(getattr(asked, "again", None))

    def make() -> "Journal":
        from carecompanion.domain.sample import sample_book
        from carecompanion.store import Journal

        if exists(folder):
            return Journal.open(folder, None)
        book = sample_book(clock())
        journal, _code = Journal.create(folder, None, book.settings, clock(), records=tuple(book.everything()))
        return journal

    def door() -> "Screen[Journal]":
        from carecompanion.tui.door import Opening

        return Opening(make)

    try:
        return _run(asked, door, folder, ["demo", "--again", str(folder)], sample=True)
    finally:
        throw_away.remove(folder)


def _run(
    asked: argparse.Namespace,
    door: "Callable[[], Screen[Journal]]",
    folder: Path,
    again: list[str],
    *,
    sample: bool = False,
) -> int:
    from carecompanion.store import ChosenKeys, ChosenLooks
    from carecompanion.tui.app import CareCompanion
    from carecompanion.tui.looks import Looks
    from carecompanion.tui.parts.reading import is_reading

    looks = Looks(os.environ, getattr(asked, "theme", None), ChosenLooks(folder))
    hidden, keys, reading = getattr(asked, "hidden", False), ChosenKeys(folder), _reads(asked)
    app = CareCompanion(door, options.clock(asked), looks, hidden=hidden, sample=sample, keys=keys, reading=reading)
    leaving = app.run()
    if app.unkept is not None:
        print(app.unkept, file=sys.stderr)
    if leaving == "hidden":
        named = {"theme": looks.told, "as-of": getattr(asked, "as_of", None)}
        kept = [f"--{name}={value}" for name, value in named.items() if value]
        start_afresh([*again, *kept, *(["--reading"] if is_reading() else []), "--hidden"])
    return app.return_code or 0


def _reads(asked: argparse.Namespace) -> bool:
    """Whether the screens are asked for in reading mode, before the journal can say."""
    return getattr(asked, "reading", False) or bool(os.environ.get(ALWAYS_READING))
