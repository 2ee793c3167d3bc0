"""Tally: how often something was met, and what may be said of it: a word, an interval, how sure, and lately."""

from dataclasses import dataclass
from math import sqrt
from typing import Literal

Verdict = Literal["met", "partly", "missed"]
Word = Literal["nothing", "too_few", "almost_always", "usually", "hardly_ever", "less_than_half", "sometimes"]
Sureness = Literal["sure", "fairly_sure", "not_sure_yet"]
Trend = Literal["better", "not_as_good", "about_the_same"]

Z80 = 1.2815515655446004
"""The standard normal deviate of a two-sided 80 % interval."""

ENOUGH = 5
"""Below so many, nothing is said but that they are too few."""


@dataclass(frozen=True, slots=True)
class Tally:
    """So many met and partly met, of how many."""

    met: int
    partly: int
    of: int

    @property
    def missed(self) -> int:
        """How many were neither met nor partly met."""
        return self.of - self.met - self.partly

    @property
    def share(self) -> float:
        """The share met, from 0 to 1, each partly met as a half; 0 when there is nothing to share."""
        return (self.met + self.partly / 2) / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a share, or a difference of shares, may well lie."""

    lower: float
    upper: float

    @property
    def width(self) -> float:
        """How far apart its ends are."""
        return self.upper - self.lower


def interval(tally: Tally, z: float = Z80) -> Interval | None:
    """The Wilson score interval of the share, within 0 to 1; None of nothing.

    Newcombe 1998, Statistics in Medicine 17:857, method 3.
    """
    n = tally.of
    if not n:
        return None
    p = tally.share
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return Interval(max(0.0, centre - half), min(1.0, centre + half))


def word(tally: Tally) -> Word:
    """What may be said of a tally in a word, by its 80 % interval."""
    band = interval(tally)
    if band is None:
        return "nothing"
    if tally.of < ENOUGH:
        return "too_few"
    if band.lower >= 0.75:
        return "almost_always"
    if band.lower > 0.5:
        return "usually"
    if band.upper <= 0.25:
        return "hardly_ever"
    return "less_than_half" if band.upper < 0.5 else "sometimes"


def sureness(interval: Interval) -> Sureness:
    """How sure a word is, by the width of its interval."""
    if interval.width <= 0.25:
        return "sure"
    return "fairly_sure" if interval.width <= 0.4 else "not_sure_yet"


def difference(present: Tally, before: Tally, z: float = Z80) -> Interval | None:
    """Newcombe's hybrid score interval of the present share less the one before; None when either is of nothing.

    Newcombe 1998, Statistics in Medicine 17:873, method 10.
    """
    now, then = interval(present, z), interval(before, z)
    if now is None or then is None:
        return None
    p1, p0 = present.share, before.share
    down = sqrt((p1 - now.lower) ** 2 + (then.upper - p0) ** 2)
    up = sqrt((now.upper - p1) ** 2 + (p0 - then.lower) ** 2)
    return Interval(p1 - p0 - down, p1 - p0 + up)


def lately(present: Tally, before: Tally) -> Trend | None:
    """How the present compares with the time before; None when either has too few to say."""
    band = difference(present, before)
    if band is None or min(present.of, before.of) < ENOUGH:
        return None
    if band.lower > 0:
        return "better"
    return "not_as_good" if band.upper < 0 else "about_the_same"
