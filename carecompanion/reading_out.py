"""The entry command: one entry found and said whole, with what it was before it was changed."""

import argparse

from carecompanion import options
from carecompanion.asking import Asker, Say, or_declined
from carecompanion.choosing import found
from carecompanion.language import _
from carecompanion.sharing.spoken_entry import spoken_entry


def entry(asked: argparse.Namespace, say: Say) -> str:
    """Find an entry as `change` does, and say all of it. Raises Declined."""
    now, asker = options.clock(asked)(), Asker(say)
    with options.unlocked(asked) as journal:
        with or_declined(_("Nothing was said")):
            record = found(asker, journal, "entry", now)
        asker.tell("")
        return "\n".join(spoken_entry(record, journal.book, now, journal.earlier))
