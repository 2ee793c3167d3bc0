"""The commands: the one place that joins paths, clock, journal and screen."""

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from carecompanion import __version__, arguments, arguments_of_asking, options, throw_away
from carecompanion.examples import example
from carecompanion.options import Clock, Declined

if TYPE_CHECKING:
    from textual.screen import Screen

    from carecompanion.store import Journal

DONE, REFUSED, MISUSED = 0, 1, 2
SPOKEN = {
    "today": "say where things stand, in plain lines",
    "waiting": "say what waits for a reply",
    "journal": "say what you wrote down, the newest first",
    "traits": "say how each trait is met, or give it as JSON",
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
    add("new", about_keys, "set a journal up without the screens, and print its recovery code once")
    _add_spoken(add)
    for name, words in arguments_of_asking.COMMANDS.items():
        arguments_of_asking.add_arguments(name, add(name, ask, words))
    arguments.add_import(add("import", read_in, "put what a journal, a table or a calendar holds into yours"))
    arguments.add_export(add("export", write_out, "write your journal, or a calendar of it; the copy is not protected"))
    arguments.add_review(add("review", review, "say what to bring to a review, or write it, unprotected, to FILE"))
    arguments.add_backup(add("backup", about_backups, "make a backup of your journal, verified before it counts"))
    arguments.add_restore(add("restore", about_backups, "put a backup in place of your journal, which is set aside"))
    arguments.add_passphrase(add("passphrase", about_keys, "change the passphrase, or add one"))
    arguments.add_recovery_code(add("recovery-code", about_keys, "make a new recovery code, or check the one on paper"))
    add("check", about_keys, "check the journal from end to end, and its key file")
    add("where", about_keys, "say where the journal lies and what each file is; opens nothing")
    add("privacy", tell, "say what this protects against, and what it does not")
    add("help-now", tell, "numbers to ring if you need help now")
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

    return _run(asked, door, clock, ["--journal", str(folder)])


def demo(asked: argparse.Namespace) -> int:
    """Open the sample journal in a throw-away place, and leave nothing behind."""
    from carecompanion.store import exists

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
        return _run(asked, door, clock, ["demo", "--again", str(folder)], sample=True)
    finally:
        throw_away.remove(folder)


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


def ask(asked: argparse.Namespace) -> int:
    """Ask line by line, in plain lines on stdout, and say what was kept."""
    from carecompanion import asked_for

    _forgive_letters()
    print(asked_for.ANSWERS[asked.named](asked, partial(print, flush=True)))
    return DONE


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


def review(asked: argparse.Namespace) -> int:
    """What to bring to a review: its first page on stdout, or all of it in a new file."""
    from carecompanion import reviewing

    words = reviewing.review(asked)
    _forgive_letters()
    print(words)
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
    """The numbers to ring, or what this protects, without opening anything."""
    from carecompanion.sharing.guidance import spoken_help
    from carecompanion.sharing.privacy import spoken_privacy

    _forgive_letters()
    print(spoken_privacy() if asked.named == "privacy" else spoken_help())
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
    clock: Clock,
    again: list[str],
    *,
    sample: bool = False,
) -> int:
    from carecompanion.tui.app import CareCompanion
    from carecompanion.tui.themes import theme_for

    theme = "plain" if os.environ.get("NO_COLOR") else getattr(asked, "theme", None) or theme_for(os.environ)
    app = CareCompanion(door, clock, theme, hidden=getattr(asked, "hidden", False), sample=sample)
    leaving = app.run()
    if app.unkept is not None:
        print(app.unkept, file=sys.stderr)
    if leaving == "hidden":
        kept = [
            f"--{name}={value}"
            for name in ("theme", "as-of")
            if (value := getattr(asked, name.replace("-", "_"), None))
        ]
        _start_afresh([*again, *kept, "--hidden"])
    return app.return_code or DONE


def _start_afresh(given: list[str]) -> None:
    """This program anew in this process's place, so that nothing of the journal stays in its memory."""
    sys.stdout.flush()
    # what happens to lie in the folder one is in is not imported, unless the program was started from there
    way = ["-m"] if "-m" in sys.orig_argv else ["-P", "-m"]
    os.execv(sys.executable, [sys.executable, *way, "carecompanion", *given])  # noqa: S606  # no shell is meant
