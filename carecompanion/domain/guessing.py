"""How long to wait after a wrong guess at a passphrase, and what is said meanwhile."""

from datetime import timedelta
from math import ceil

from carecompanion.domain import how_many
from carecompanion.language import _

AGAIN = _("That did not open it. Nothing is lost – try again.")
LONGEST = timedelta(seconds=30)


def wait_after(wrong: int) -> timedelta:
    """The wait before the next guess, after so many wrong ones: it doubles up to half a minute, and never locks out."""
    return min(timedelta(seconds=1 << min(wrong - 1, 9)), LONGEST) if wrong else timedelta(0)


def said(left: timedelta) -> str:
    """That it was wrong, and when the next guess can be made."""
    seconds = ceil(left.total_seconds())
    if seconds <= 0:
        return AGAIN
    return _("That did not open it. Nothing is lost – try again in {seconds}.").format(
        seconds=how_many.seconds(seconds)
    )
