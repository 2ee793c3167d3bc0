"""What can be said of each command: its arguments and options, with a word of help for each."""

import argparse
from collections.abc import Mapping

from carecompanion.language import _

THEMES = ("dusk", "paper", "contrast", "contrast-light", "plain")


def common() -> argparse.ArgumentParser:
    """The options of every command; they may stand before it or after it."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--journal", metavar="FOLDER", help=_("where the journal lies (else the place for this user)"))
    common.add_argument(
        "--passphrase-file", metavar="FILE", help=_("read the passphrase from a file only you can read")
    )
    common.add_argument("--as-of", metavar="INSTANT", help=_("see everything as it stood then, as 2026-03-12T14:20"))
    common.add_argument(
        "--theme", choices=THEMES, help=_("dusk (dark), paper (light), contrast, contrast-light or plain (no colour)")
    )
    common.add_argument(
        "--reading", action="store_true", help=_("the screens in reading mode, made for screen readers, this time")
    )
    common.add_argument("--hidden", action="store_true", help=argparse.SUPPRESS)
    return common


def add_journal(parser: argparse.ArgumentParser) -> None:
    """What can be said of the journal in plain lines."""
    parser.add_argument("--last", metavar="LENGTH", help=_("only so far back: 30d, 2w, 3m, 1y or review (everything)"))
    parser.add_argument(
        "--find",
        metavar="WORDS",
        help=_(
            "only entries with all these words; - reads them from standard input, "
            "as other programs can see what a command says"
        ),
    )


def add_waiting(parser: argparse.ArgumentParser) -> None:
    """What can be said of what waits."""
    parser.add_argument(
        "--discreet", action="store_true", help=_("one line that tells nobody what it is about; asks for no passphrase")
    )


def add_traits(parser: argparse.ArgumentParser) -> None:
    """What can be said of the traits in plain lines, or as JSON."""
    days = {"first": ("--from", _("first day, as 2026-01-31, or review (3 months before the last)"))}
    days |= {"last": ("--to", _("last day, as 2026-03-31 (today)"))}
    for name, (option, words) in days.items():
        parser.add_argument(option, dest=name, metavar="DATE", help=words)
    parser.add_argument("--trait", metavar="NAME", help=_("one trait whole, with the entries behind it"))
    parser.add_argument(
        "--whose",
        choices=("now", "before", "everyone"),
        help=_("whose time counts: your co-ordinator's now (when there is one), the one before, or everyone's"),
    )
    parser.add_argument("--json", action="store_true", help=_("as JSON, for scripts (everyone's time unless you say)"))


def add_role(parser: argparse.ArgumentParser) -> None:
    """What can be said of what the role promises."""
    parser.add_argument("number", metavar="NUMBER", type=int, nargs="?", help=_("one thing, as the list has it"))
    parser.add_argument(
        "--answer", action="store_true", help=_("ask about each thing, or about that one and when you asked; keep it")
    )


def add_completion(parser: argparse.ArgumentParser) -> None:
    """What can be said of completions."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help=_("which shell"))


def add_import(parser: argparse.ArgumentParser) -> None:
    """What can be said of a file to read in."""
    parser.add_argument("file", metavar="FILE", help=_("ending in .json, .zip, .csv or .ics"))
    parser.add_argument("--yes", action="store_true", help=_("keep what was understood without asking (.csv, .ics)"))
    parser.add_argument("--kind", choices=("contacts", "appointments"), help=_("what the lines of a .csv are"))
    parser.add_argument(
        "--map",
        metavar="FIELD=COLUMN",
        action="append",
        default=[],
        help=_("which column of a .csv is which, as --map when=Datum; or a word for every line, as --map how=phone"),
    )
    parser.add_argument(
        "--skip-problems",
        action="store_true",
        help=_("leave out what could not be read, and keep the rest (.csv, .ics)"),
    )


def add_export(parser: argparse.ArgumentParser) -> None:
    """What can be said of a file to write."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help=_("ending in .json, .zip or .csv (a table for each list, together in a .zip) or .ics"),
    )
    parser.add_argument(
        "--all", dest="every", action="store_true", help=_("every appointment, not only those planned ahead (.ics)")
    )
    parser.add_argument("--title", metavar="WORDS", help=_("what each appointment is called (.ics; else Appointment)"))
    parser.add_argument("--say-who", action="store_true", help=_("add to each title who it is with (.ics)"))


def add_passphrase(parser: argparse.ArgumentParser) -> None:
    """What can be said of a change of passphrase."""
    parser.add_argument(
        "--new-passphrase-file", metavar="FILE", help=_("read the new one from a file only you can read")
    )
    parser.add_argument("--forgotten", action="store_true", help=_("open the journal by its recovery code instead"))


def add_recovery_code(parser: argparse.ArgumentParser) -> None:
    """What can be said of a recovery code."""
    parser.add_argument("--check", action="store_true", help=_("only say whether a code is right; it is never shown"))
    parser.add_argument("--yes", action="store_true", help=_("make a new one without asking"))


def add_backup(parser: argparse.ArgumentParser) -> None:
    """What can be said of a backup to make."""
    parser.add_argument("file", metavar="FILE", nargs="?", help=_("a copy of it there too; a name, or a folder"))


def add_restore(parser: argparse.ArgumentParser) -> None:
    """What can be said of a backup to restore."""
    parser.add_argument("file", metavar="FILE", nargs="?", help=_("a backup (else the newest one beside your journal)"))
    parser.add_argument("--yes", action="store_true", help=_("restore what the backup holds without asking"))
    parser.add_argument(
        "--salvage", action="store_true", help=_("instead of a backup, what can still be read of a damaged journal")
    )


def add_review(parser: argparse.ArgumentParser) -> None:
    """What can be said of a review."""
    parser.add_argument(
        "file", metavar="FILE", nargs="?", help=_("ending in .pdf, .html, .md or .txt; else it is said")
    )
    parser.add_argument("--from", dest="first", metavar="DATE", help=_("first day, as 2026-01-31 (the last review's)"))
    parser.add_argument("--to", dest="last", metavar="DATE", help=_("last day, as 2026-03-31 (today)"))
    _add_looks(parser)
    _add_ways(
        parser,
        {
            "walk": _("ask what to bring along, one question after the other, and keep each answer"),
            "change": _("put its points in or leave them out, reword, move, add or delete them"),
            "bring": _("bring an entry or a figure along"),
            "about": _("say who is to be there, which days it looks at, and when your copy came"),
            "practise": _("say the points one after the other, to practise them"),
        },
    )


def add_letters(parser: argparse.ArgumentParser) -> None:
    """What can be said of the letters."""
    parser.add_argument("number", metavar="NUMBER", nargs="?", help=_("one letter whole, by its number in the list"))
    parser.add_argument(
        "file", metavar="FILE", nargs="?", help=_("ending in .pdf, .html, .md or .txt; else it is said")
    )
    _add_looks(parser)
    _add_ways(
        parser,
        {
            "new": _("ask what a letter is made of, and keep it"),
            "change": _("ask each line of it anew, or of something that came of it"),
            "sent": _("say how and when it was sent, so that its answer is waited for"),
            "step": _("say what came of it"),
            "bring": _("bring along entries that it rests on, or take them out"),
            "delete": _("delete it, or something that came of it, once you have heard what that changes"),
        },
    )


def _add_looks(parser: argparse.ArgumentParser) -> None:
    """How names, dates and letters look in what is shared, and whom it is for."""
    parser.add_argument(
        "--names", choices=("written", "roles", "initials"), default="written", help=_("how people are named (written)")
    )
    parser.add_argument("--dates", choices=("exact", "rough"), default="exact", help=_("rough is as in early March"))
    parser.add_argument("--large-print", action="store_true", help=_("in large letters (.pdf, .html)"))
    _add_given_to(parser)


def _add_given_to(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--for", dest="given_to", metavar="NAME", help=_("whom the file is for, kept with what you shared")
    )


def _add_ways(parser: argparse.ArgumentParser, ways: Mapping[str, str]) -> None:
    """What is asked line by line, by the option that asks for it; one at a time."""
    group = parser.add_mutually_exclusive_group()
    for way, words in ways.items():
        group.add_argument(f"--{way}", dest="way", action="store_const", const=way, help=words)


def add_shared(parser: argparse.ArgumentParser) -> None:
    """What can be said of what was shared."""
    parser.add_argument("number", metavar="NUMBER", type=int, nargs="?", help=_("which copy, as the list has it"))
    parser.add_argument(
        "file", metavar="FILE", nargs="?", help=_("ending in .pdf, .html, .md or .txt; else it is said")
    )
    _add_given_to(parser)
    _add_ways(parser, {"delete": _("take a copy out of the list; the file you saved stays where it is")})


def add_help_now(parser: argparse.ArgumentParser) -> None:
    """What can be said of help now."""
    countries = ("england", "wales", "scotland", "northern-ireland")
    parser.add_argument("--nation", choices=countries, help=_("only the numbers of that nation (every nation's)"))
    parser.add_argument("--own", action="store_true", help=_("open your journal, and say your own numbers first"))
