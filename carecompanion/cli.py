"""The commands: the one place that joins paths, clock, journal and screen."""

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from carecompanion import __version__, options, throw_away
from carecompanion.options import Clock, Declined

if TYPE_CHECKING:
    from textual.screen import Screen

    from carecompanion.store import Journal

DONE, REFUSED, MISUSED = 0, 1, 2
THEMES = ("dusk", "paper", "plain")
SPOKEN = {
    "today": "say where things stand, in plain lines",
    "waiting": "say what waits for a reply",
    "journal": "say what you wrote down, the newest first",
    "traits": "say how each trait is met, or give it as JSON",
}
"""The commands that say what the screens show; plain lines suit screen readers and pipes."""

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask; answers 0 done, 1 refused with a sentence on stderr, 2 wrong usage."""
    from carecompanion.store import StoreError

    try:
        asked = _parser().parse_args(arguments)
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
    common = _common()
    parser = argparse.ArgumentParser(
        prog="carecompanion",
        description="A private, encrypted journal of how well your care co-ordinator keeps to what makes a good one.",
        epilog="Without a command it opens your journal, or sets one up. Nothing is ever sent anywhere.",
        parents=[common],
    )
    parser.add_argument("--version", action="version", version=f"carecompanion {__version__}")
    parser.set_defaults(command=open_journal)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def add(name: str, command: Command, words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.", parents=[common])
        made.set_defaults(command=command)
        return made

    add("demo", demo, "open an invented journal in a throw-away place").add_argument("--again", help=argparse.SUPPRESS)
    add("new", new, "set a journal up without the screens, and print its recovery code once")
    _add_spoken(add)
    options.add_import(add("import", read_in, "put what a journal, a table or a calendar holds into yours"))
    options.add_export(add("export", write_out, "write your journal, or a calendar of it; the copy is not protected"))
    options.add_review(add("review", review, "say what to bring to a review, or write it to FILE; it is not protected"))
    add("help-now", help_now, "numbers to ring if you need help now")
    return parser


def _add_spoken(add: Callable[[str, Command, str], argparse.ArgumentParser]) -> None:
    """The commands that say in plain lines what the screens show."""
    spoken = {name: add(name, say, words) for name, words in SPOKEN.items()}
    for name, made in spoken.items():
        made.set_defaults(says=name)
    journal, traits = spoken["journal"], spoken["traits"]
    journal.add_argument("--last", metavar="LENGTH", help="only so far back: 30d, 2w, 3m or 1y (everything)")
    journal.add_argument(
        "--find",
        metavar="WORDS",
        help="only entries with all these words; - reads them from standard input, "
        "as other programs on this computer can see what stands in a command",
    )
    days = {"first": ("--from", "first day, as 2026-01-31 (3 months before the last)")}
    days |= {"last": ("--to", "last day, as 2026-03-31 (today)")}
    for name, (option, words) in days.items():
        traits.add_argument(option, dest=name, metavar="DATE", help=words)
    traits.add_argument("--trait", metavar="NAME", help="one trait whole, with the entries behind it")
    traits.add_argument(
        "--whose",
        choices=("now", "before", "everyone"),
        help="whose time counts: your co-ordinator's now (when there is one), the one before, or everyone's",
    )
    traits.add_argument("--json", action="store_true", help="as JSON, for scripts (everyone's time unless you say)")


def _common() -> argparse.ArgumentParser:
    """The options of every command; they may stand before it or after it."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--journal", metavar="FOLDER", help="where the journal lies (else the place for this user)")
    common.add_argument("--passphrase-file", metavar="FILE", help="read the passphrase from a file only you can read")
    common.add_argument("--as-of", metavar="INSTANT", help="see everything as it stood then, as 2026-03-12T14:20")
    common.add_argument("--theme", choices=THEMES, help="dusk (dark), paper (light) or plain (no colour)")
    common.add_argument("--hidden", action="store_true", help=argparse.SUPPRESS)
    return common


def open_journal(asked: argparse.Namespace) -> int:
    """Open the journal on the screen; set one up when there is none."""
    from carecompanion.store import exists, needs_passphrase

    folder, clock = options.folder(asked), options.clock(asked)
    passphrase = options.passphrase_in_file(asked)

    def open_it() -> "Journal":
        from carecompanion.store import Journal

        return Journal.open(folder, passphrase)

    def door() -> "Screen[Journal]":
        from carecompanion.tui.door import Opening
        from carecompanion.tui.unlock import Unlock

        if not exists(folder):
            from carecompanion.tui.first_run import FirstRun

            return FirstRun(folder, clock)
        if passphrase is None and needs_passphrase(folder):
            return Unlock(folder)
        return Opening(open_it)

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


def new(asked: argparse.Namespace) -> int:
    """Set a journal up, asking line by line, or nothing at all with a passphrase file."""
    from carecompanion.domain.settings import Settings
    from carecompanion.store import AlreadyThere, Journal, exists

    folder = options.folder(asked)
    if exists(folder):
        raise AlreadyThere
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


def review(asked: argparse.Namespace) -> int:
    """What to bring to a review: its first page on stdout, or all of it in a new file."""
    from carecompanion import reviewing

    words = reviewing.review(asked)
    _forgive_letters()
    print(words)
    return DONE


def help_now(_asked: argparse.Namespace) -> int:
    """The numbers to ring, without opening anything."""
    from carecompanion.sharing.guidance import spoken_help

    print(spoken_help())
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


def _start_afresh(arguments: list[str]) -> None:
    """This program anew in this process's place, so that nothing of the journal stays in its memory."""
    sys.stdout.flush()
    # what happens to lie in the folder one is in is not imported, unless the program was started from there
    way = ["-m"] if "-m" in sys.orig_argv else ["-P", "-m"]
    os.execv(sys.executable, [sys.executable, *way, "carecompanion", *arguments])  # noqa: S606  # no shell is meant
