"""The commands: the one place that joins paths, clock, journal and screen."""

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from carecompanion import __version__, arguments, options, throw_away
from carecompanion.afresh import start_afresh
from carecompanion.examples import example
from carecompanion.options import Declined

if TYPE_CHECKING:
    from textual.screen import Screen

    from carecompanion.store import Journal

DONE, REFUSED, MISUSED = 0, 1, 2
SPOKEN = {
    "today": "say where things stand, in plain lines",
    "waiting": "say what waits for a reply",
    "journal": "say what you wrote down, the newest first",
    "traits": "say how each trait is met, or give it as JSON",
    "role": "say what the role promises, and what you know of it",
}
"""The commands that say what the screens show; plain lines suit screen readers and pipes."""

WITHOUT = "Without a command it opens your journal, or sets one up. Nothing is ever sent anywhere."

Command = Callable[[argparse.Namespace], int]


def main(given: Sequence[str]) -> int:
    """Do what the arguments ask; answers 0 done, 1 refused with a sentence on stderr, 2 wrong usage."""
    from carecompanion.store import StoreError

    try:
        asked = _parser().parse_args(given)
        return int(asked.command(asked))
    except SystemExit as usage:
        return usage.code if isinstance(usage.code, int) else MISUSED
    except (StoreError, Declined) as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    except (KeyboardInterrupt, EOFError, BrokenPipeError):  # whoever asked, or whoever read, has left
        return REFUSED
    except Exception as error:  # whatever it is, no traceback and no text of a person reaches the terminal
        last = traceback.extract_tb(error.__traceback__)[-1]
        print(
            "carecompanion had to stop. Your journal is safe, up to the last thing you saved.\n"
            f"For whoever mends it: {type(error).__name__} in {Path(last.filename).name}, line {last.lineno}.",
            file=sys.stderr,
        )
        return REFUSED


def _parser() -> argparse.ArgumentParser:
    common = arguments.common()
    parser = argparse.ArgumentParser(
        prog="carecompanion",
        description="A private, encrypted journal of how well your care co-ordinator keeps to what makes a good one.",
        epilog=f"{WITHOUT}\n\n{example('')}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common],
    )
    parser.add_argument("--version", action="version", version=f"carecompanion {__version__}")
    parser.set_defaults(command=open_journal)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def add(name: str, command: Command, words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name, help=words, description=f"{words[0].upper()}{words[1:]}.", epilog=example(name), parents=[common]
        )
        made.set_defaults(command=command, named=name)
        return made

    add("demo", demo, "open an invented journal in a throw-away place").add_argument("--again", help=argparse.SUPPRESS)
    add("new", new, "set a journal up without the screens, and print its recovery code once")
    _add_spoken(add)
    arguments.add_import(add("import", read_in, "put what a journal, a table or a calendar holds into yours"))
    arguments.add_export(add("export", write_out, "write your journal, or a calendar of it; the copy is not protected"))
    arguments.add_review(add("review", about_sharing, "say what to bring to a review, or write it, unprotected"))
    arguments.add_shared(add("shared", about_sharing, "say what you shared, or write a copy again, unprotected"))
    arguments.add_letters(add("letters", about_sharing, "say your letters, or one; or write it, unprotected, to FILE"))
    arguments.add_backup(add("backup", about_backups, "make a backup of your journal, verified before it counts"))
    arguments.add_restore(add("restore", about_backups, "put a backup in place of your journal, which is set aside"))
    arguments.add_passphrase(add("passphrase", about_keys, "change the passphrase, or add one"))
    arguments.add_recovery_code(add("recovery-code", about_keys, "make a new recovery code, or check the one on paper"))
    add("check", about_keys, "check the journal from end to end, and its key file")
    add("where", about_keys, "say where the journal lies and what each file is; opens nothing")
    add("privacy", tell, "say what this protects against, and what it does not")
    arguments.add_help_now(add("help-now", tell, "numbers to ring if you need help now"))
    arguments.add_completion(add("completion", teach, "say what teaches a shell to complete these commands"))
    add("man", teach, "say the page for man, in roff")
    return parser


def _add_spoken(add: Callable[[str, Command, str], argparse.ArgumentParser]) -> None:
    """The commands that say in plain lines what the screens show."""
    spoken = {name: add(name, say, words) for name, words in SPOKEN.items()}
    for name, made in spoken.items():
        made.set_defaults(says=name)
    arguments.add_journal(spoken["journal"])
    arguments.add_traits(spoken["traits"])
    arguments.add_waiting(spoken["waiting"])


def open_journal(asked: argparse.Namespace) -> int:
    """Open the journal on the screen; set one up when there is none."""
    from carecompanion.store import exists, finish_restoring, needs_passphrase

    folder, clock = options.folder(asked), options.clock(asked)
    if not options.shows_screens():
        asked.says = "instead of screens"
        return say(asked)
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
        raise Declined(f"{options.NO_SCREENS} Nothing was opened.")
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


def new(asked: argparse.Namespace) -> int:
    """Set a journal up, asking line by line, or nothing at all with a passphrase file."""
    from carecompanion.domain.settings import Settings
    from carecompanion.store import AlreadyThere, Journal, exists

    folder = options.folder(asked)
    if exists(folder):
        raise AlreadyThere
    options.not_lost(folder)
    passphrase = options.new_passphrase(asked)
    journal, code = Journal.create(folder, passphrase, Settings(), datetime.now(UTC))
    journal.close()
    print("Your journal is ready. This is its recovery code, shown only now:")
    print(f"\n    {code}\n")
    print("Write it on paper and keep it somewhere else. Without it and the passphrase, nobody can open the journal.")
    return DONE


def say(asked: argparse.Namespace) -> int:
    """What one of the spoken commands says: plain lines on stdout, for screen readers, pipes and scripts."""
    from carecompanion import spoken

    words = spoken.SAYS[asked.says](asked)
    _forgive_letters()
    print(words)
    return DONE


def _forgive_letters() -> None:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a letter the terminal has no code for stops nobody


def read_in(asked: argparse.Namespace) -> int:
    """Put what a file holds into this journal: all of it, or nothing."""
    from carecompanion import exchange

    _forgive_letters()
    print(exchange.read_in(asked, print))
    return DONE


def write_out(asked: argparse.Namespace) -> int:
    """Write the journal to a new file that only this user can read."""
    from carecompanion import exchange

    print(exchange.write_out(asked))
    return DONE


def about_sharing(asked: argparse.Namespace) -> int:
    """What to bring to a review, the letters, or what was shared: said, asked line by line, or in a new file."""
    from carecompanion import going_through, letters, reviewing, shared

    _forgive_letters()
    does = {"review": reviewing.review, "letters": letters.letters, "shared": shared.shared}
    way = going_through.WAYS.get(getattr(asked, "way", None))
    print(way(asked, partial(print, flush=True)) if way else does[asked.named](asked))
    return DONE


def about_backups(asked: argparse.Namespace) -> int:
    """A backup made, or put in the journal's place once the person has seen what it holds."""
    from carecompanion import backups

    print(backups.make(asked) if asked.named == "backup" else backups.restore(asked, print))
    return DONE


def about_keys(asked: argparse.Namespace) -> int:
    """What opens the journal, changed or checked, and where it lies."""
    from carecompanion import key_commands

    print(key_commands.ANSWERS[asked.named](asked))
    return DONE


def tell(asked: argparse.Namespace) -> int:
    """The numbers to ring, or what this protects; nothing is opened unless that is asked for."""
    from carecompanion import helping

    _forgive_letters()
    helping.TELLS[asked.named](asked, print)
    return DONE


def teach(asked: argparse.Namespace) -> int:
    """Completions for a shell, or the page for man."""
    from carecompanion import shells

    parser = _parser()
    print(shells.man_page(parser, __version__) if asked.named == "man" else shells.completion(parser, asked.shell))
    return DONE


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

    looks = Looks(os.environ, getattr(asked, "theme", None), ChosenLooks(folder))
    hidden, keys = getattr(asked, "hidden", False), ChosenKeys(folder)
    app = CareCompanion(door, options.clock(asked), looks, hidden=hidden, sample=sample, keys=keys)
    leaving = app.run()
    if app.unkept is not None:
        print(app.unkept, file=sys.stderr)
    if leaving == "hidden":
        named = {"theme": looks.told, "as-of": getattr(asked, "as_of", None)}
        kept = [f"--{name}={value}" for name, value in named.items() if value]
        start_afresh([*again, *kept, "--hidden"])
    return app.return_code or DONE
