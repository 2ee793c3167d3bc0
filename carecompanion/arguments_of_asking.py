"""What can be said of the commands that ask line by line; what is written down is never in an argument."""

import argparse

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
    "add": "write something down, asked line by line",
    "change": "change something that is written down, asked line by line",
    "delete": "delete something, once you have heard what that changes",
    "leave-out": "leave an entry out of a trait, with your reason, or put it back",
    "undo": "undo what was done last, and say what that was",
    "redo": "do again what was undone last",
    "trash": "say what was deleted, to put it back or delete it for good",
    "settings": "say the settings of your journal, or change one",
    "entry": "find an entry, and say all of it, with what it was before it was changed",
    "views": "say the ways of looking at your journal that have a name, or what one shows",
}
"""The commands, each with a word of help."""


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of one of these commands."""
    if name == "add":
        parser.add_argument("kind", choices=ADDED, help="what it is")
    elif name in ("change", "delete"):
        parser.add_argument("kind", nargs="?", choices=FOUND, default="entry", help="what it is (entry)")
    elif name == "settings":
        parser.add_argument("name", nargs="?", choices=SETTINGS, help="which one")
        parser.add_argument("value", nargs="?", metavar="VALUE", help="what it is to be (else it is asked for)")
    elif name == "views":
        parser.add_argument("number", metavar="NUMBER", type=int, nargs="?", help="which one, as the list has it")
        parser.add_argument("--new", action="store_true", help="ask what to show and for a name, and keep that")
        parser.add_argument("--forget", action="store_true", help="forget the name of that number")
