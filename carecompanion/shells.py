"""What a shell can be taught: to complete the commands, and a page for man; both made of the commands themselves."""

import argparse
from collections.abc import Iterator

from carecompanion.language import _

FILES, FOLDERS = ("FILE",), ("FOLDER",)
"""What an argument that takes a file, or a folder, is called in the help."""


def completion(parser: argparse.ArgumentParser, shell: str) -> str:
    """The lines that teach that shell to complete the commands and their options."""
    import shtab

    for action in _actions(parser):
        if action.metavar in FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]  # shtab reads it there
        elif action.metavar in FOLDERS:
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]  # shtab reads it there
    return str(shtab.complete(parser, shell=shell))


def man_page(parser: argparse.ArgumentParser, version: str) -> str:
    """The page for man(1), in roff."""
    from argparse_manpage.manpage import Manpage  # type: ignore[import-untyped]  # it ships no types

    said = {
        "prog": parser.prog,
        "project_name": parser.prog,
        "version": version,
        "description": _("a private journal of how well your care co-ordinator keeps to what makes a good one"),
        "manual_section": 1,
        "manual_title": parser.prog,
        "format": "single-commands-section",
    }
    return str(Manpage(parser, _data=said))


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001  # argparse has no other way to go through them
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001  # nor to tell the commands from the rest
            for command in action.choices.values():
                yield from _actions(command)
