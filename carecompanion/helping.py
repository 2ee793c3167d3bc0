"""The command for help now: numbers to ring, without opening anything; a person's own first when they ask for those."""

import argparse
from collections.abc import Callable

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
