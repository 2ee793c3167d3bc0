"""What can be said of the commands that ask line by line; what is written down is never in an argument."""

import argparse

from carecompanion.language import _

ADDED = (
    *("contact", "reply", "visit", "note", "appointment", "asked", "promise", "change", "update", "absence"),
    *("person", "agreement", "handover", "trait"),
)
FOUND = ("entry", "person", "agreement", "trait")
SETTINGS = (
    *("nation", "role-word", "closed-days", "late-grace", "gap-grace", "time-zone"),
    *("hide-minutes", "hide-elsewhere", "reading-mode", "hints", "second-place"),
)
COMMANDS = {
    "add": _("write something down, asked line by line"),
    "change": _("change something that is written down, asked line by line"),
    "delete": _("delete something, once you have heard what that changes"),
    "leave-out": _("leave an entry out of a trait, with your reason, or put it back"),
    "undo": _("undo what was done last, and say what that was"),
    "redo": _("do again what was undone last"),
    "trash": _("say what was deleted, to put it back or delete it for good"),
    "settings": _("say the settings of your journal, or change one"),
    "entry": _("find an entry, and say all of it, with what it was before it was changed"),
    "views": _("say the ways of looking at your journal that have a name, or what one shows"),
}
"""The commands, each with a word of help."""


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of one of these commands."""
    if name == "add":
        parser.add_argument("kind", choices=ADDED, help=_("what it is"))
    elif name in ("change", "delete"):
        parser.add_argument("kind", nargs="?", choices=FOUND, default="entry", help=_("what it is (entry)"))
    elif name == "settings":
        parser.add_argument("name", nargs="?", choices=SETTINGS, help=_("which one"))
        parser.add_argument("value", nargs="?", metavar="VALUE", help=_("what it is to be (else it is asked for)"))
    elif name == "views":
        parser.add_argument("number", metavar="NUMBER", type=int, nargs="?", help=_("which one, as the list has it"))
        parser.add_argument("--new", action="store_true", help=_("ask what to show and for a name, and keep that"))
        parser.add_argument("--forget", action="store_true", help=_("forget the name of that number"))
