"""Survival: how many would still be waiting after so long, when some still are."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from fractions import Fraction

HALF = Fraction(1, 2)


def survival(answered: Iterable[timedelta], censored: Iterable[timedelta]) -> Iterator[tuple[timedelta, Fraction]]:
    """Each length after which answers came, with the share still waiting then; at one length answers come first.

    The product-limit estimate: Kaplan and Meier 1958, J Am Stat Assoc 53:457.
    """
    answers, left = Counter(answered), Counter(censored)
    waiting = answers.total() + left.total()
    share = Fraction(1)
    for length in sorted(answers.keys() | left.keys()):
        if answers[length]:
            share *= Fraction(waiting - answers[length], waiting)
            yield length, share
        waiting -= answers[length] + left[length]


def median(answered: Iterable[timedelta], censored: Iterable[timedelta]) -> timedelta | None:
    """The shortest length after which at most half are still waiting; None while it never comes to that."""
    return next((length for length, share in survival(answered, censored) if share <= HALF), None)
