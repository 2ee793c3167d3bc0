"""How long to wait after a wrong guess at a passphrase."""

from datetime import timedelta

LONGEST = timedelta(seconds=30)


def wait_after(wrong: int) -> timedelta:
    """The wait before the next guess, after so many wrong ones: it doubles up to half a minute, and never locks out."""
    return min(timedelta(seconds=1 << min(wrong - 1, 9)), LONGEST) if wrong else timedelta(0)
