"""The entry command: one entry found and said whole, with what it was before it was changed."""

import argparse

from carecompanion import options
from carecompanion.asking import Asker, Ended, Say, Stuck
from carecompanion.choosing import found
from carecompanion.language import _
from carecompanion.options import Declined
from carecompanion.sharing.spoken_entry import spoken_entry

NOTHING_CHOSEN = _("Nothing was said: nothing was chosen.")


def entry(asked: argparse.Namespace, say: Say) -> str:
    """Find an entry as `change` does, and say all of it. Raises Declined."""
    now, asker = options.clock(asked)(), Asker(say)
    with options.unlocked(asked) as journal:
        try:
            record = found(asker, journal, "entry", now)
        except Ended:
            raise Declined(NOTHING_CHOSEN) from None
        except Stuck as stuck:
            raise Declined(_("Nothing was said. {stuck}").format(stuck=stuck)) from None
        asker.tell("")
        return "\n".join(spoken_entry(record, journal.book, now, journal.earlier))
