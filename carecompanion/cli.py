"""The commands: the one place that joins paths, clock, journal and screen."""

import argparse
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from io import TextIOWrapper
from pathlib import Path

from carecompanion import __version__, arguments, arguments_of_asking, options
from carecompanion.examples import example
from carecompanion.language import _
from carecompanion.options import Declined

DONE, REFUSED, MISUSED = 0, 1, 2
SPOKEN = {
    "today": _("say where things stand, in plain lines"),
    "waiting": _("say what waits for a reply"),
    "journal": _("say what you wrote down, the newest first"),
    "traits": _("say how each trait is met, or give it as JSON"),
    "role": _("say what the role promises, and what you know of it"),
}
"""The commands that say what the screens show; plain lines suit screen readers and pipes."""

WITHOUT = _("Without a command it opens your journal, or sets one up. Nothing is ever sent anywhere.")

Command = Callable[[argparse.Namespace], int]
Adding = Callable[[str, Command, str], argparse.ArgumentParser]


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
            _(
                "carecompanion had to stop. Your journal is safe, up to the last thing you "
                "saved.\nFor whoever mends it: {error} in {file}, line {line}."
            ).format(error=type(error).__name__, file=Path(last.filename).name, line=last.lineno),
            file=sys.stderr,
        )
        return REFUSED


def _parser() -> argparse.ArgumentParser:
    common = arguments.common()
    parser = argparse.ArgumentParser(
        prog="carecompanion",
        description=_(
            "A private, encrypted journal of how well your care co-ordinator keeps to what makes a good one."
        ),
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

    add("demo", demo, _("open an invented journal in a throw-away place")).add_argument(
        "--again", help=argparse.SUPPRESS
    )
    add("new", about_keys, _("set a journal up without the screens, and print its recovery code once"))
    _add_spoken(add)
    _add_files(add)
    _add_safety(add)
    return parser


def _add_spoken(add: Adding) -> None:
    """The commands that say in plain lines what the screens show, and those that ask line by line."""
    spoken = {name: add(name, say, words) for name, words in SPOKEN.items()}
    for name, made in spoken.items():
        made.set_defaults(says=name)
    arguments.add_journal(spoken["journal"])
    arguments.add_traits(spoken["traits"])
    arguments.add_waiting(spoken["waiting"])
    arguments.add_role(spoken["role"])
    spoken["role"].set_defaults(command=ask)
    for name, words in arguments_of_asking.COMMANDS.items():
        arguments_of_asking.add_arguments(name, add(name, ask, words))


def _add_files(add: Adding) -> None:
    """The commands that read files in and write them."""
    arguments.add_import(add("import", read_in, _("put what a journal, a table or a calendar holds into yours")))
    arguments.add_export(
        add("export", write_out, _("write your journal, or a calendar of it; the copy is not protected"))
    )
    arguments.add_review(add("review", about_sharing, _("say what to bring to a review, or write it, unprotected")))
    arguments.add_shared(add("shared", about_sharing, _("say what you shared, or write a copy again, unprotected")))
    arguments.add_letters(
        add("letters", about_sharing, _("say your letters, or one; or write it, unprotected, to FILE"))
    )


def _add_safety(add: Adding) -> None:
    """The commands about what keeps the journal safe, about help, and about the commands themselves."""
    arguments.add_backup(add("backup", about_backups, _("make a backup of your journal, verified before it counts")))
    arguments.add_restore(add("restore", about_backups, _("put a backup in place of your journal, which is set aside")))
    arguments.add_passphrase(add("passphrase", about_keys, _("change the passphrase, or add one")))
    arguments.add_recovery_code(
        add("recovery-code", about_keys, _("make a new recovery code, or check the one on paper"))
    )
    add("check", about_keys, _("check the journal from end to end, and its key file"))
    add("where", about_keys, _("say where the journal lies and what each file is; opens nothing"))
    add("privacy", tell, _("say what this protects against, and what it does not"))
    arguments.add_help_now(add("help-now", tell, _("numbers to ring if you need help now")))
    arguments.add_completion(add("completion", teach, _("say what teaches a shell to complete these commands")))
    add("man", teach, _("say the page for man, in roff"))


def open_journal(asked: argparse.Namespace) -> int:
    """Open the journal on the screen, or set one up when there is none; without a screen say how to go on."""
    if not options.shows_screens():
        asked.says = "instead of screens"
        return say(asked)
    from carecompanion import opening

    return opening.open_journal(asked)


def demo(asked: argparse.Namespace) -> int:
    """Open the sample journal in a throw-away place, and leave nothing behind."""
    from carecompanion import opening

    return opening.demo(asked)


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


def about_sharing(asked: argparse.Namespace) -> int:
    """What to bring to a review, the letters, or what was shared: said, asked line by line, or in a new file."""
    from carecompanion import letters, reviewing, shared

    _forgive_letters()
    if asked.way is not None:
        from carecompanion import asked_for

        print(asked_for.CONVERSATIONS[asked.named, asked.way](asked, partial(print, flush=True)))
        return DONE
    does = {"review": reviewing.review, "letters": letters.letters, "shared": shared.shared}
    print(does[asked.named](asked))
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
