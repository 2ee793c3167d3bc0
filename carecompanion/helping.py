"""What is told without opening anything: numbers to ring (a person's own first, if asked), and what this protects."""

import argparse
from collections.abc import Callable, Mapping

from carecompanion import options
from carecompanion.options import Declined


def help_now(asked: argparse.Namespace, say: Callable[[str], None]) -> None:
    """Say the numbers, whatever else goes wrong. Raises Declined and the store's errors, once they are said."""
    from carecompanion.sharing.guidance import COUNTRIES, spoken_help

    nation = COUNTRIES[asked.nation] if asked.nation else None
    if not asked.own:
        say(spoken_help(nation))
        return
    from carecompanion.sharing.guidance import own_help
    from carecompanion.store import StoreError

    try:
        with options.unlocked(asked) as journal:
            own, lives_in = own_help(journal.book, options.clock(asked)()), journal.book.settings.nation
    except (StoreError, Declined):
        say(spoken_help(nation))
        raise
    say(spoken_help(nation or lives_in, own))


def privacy(_asked: argparse.Namespace, say: Callable[[str], None]) -> None:
    """Say what this protects against, and what it does not."""
    from carecompanion.sharing.privacy import spoken_privacy

    say(spoken_privacy())


TELLS: Mapping[str, Callable[[argparse.Namespace, Callable[[str], None]], None]] = {
    "help-now": help_now,
    "privacy": privacy,
}
"""What is told, by the command."""
