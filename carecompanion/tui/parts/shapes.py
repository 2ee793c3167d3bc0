"""Shapes: what lines, marks and signs are drawn with, and what stands for each where the font lacks them."""

import re
from collections.abc import Collection

PLAIN = {
    **dict(zip("●○◐·•━─┃┤╍▎›↑↓▐▄", "*o~.*=-||:>>^v|_", strict=True)),
    **dict(zip("–’‘“”", "-''\"\"", strict=True)),
    "…": "...",
}
LETTERS = "".join(PLAIN)
BESIDE = 4
"""How many letters on either side of one of these tell where a person wrote it from where the program did."""
MOST = 300
"""More places than that where one was written are not looked for: then it is drawn as it is everywhere."""

_TABLE = str.maketrans(PLAIN)
_EXACTLY = re.escape
_NO_PLACE = re.compile(f"([{LETTERS}])")
_used: re.Pattern[str] | None = None
"""Finds what is to be drawn otherwise, and where a person wrote the same; None where the font has everything."""


def use_plain(plain: bool) -> None:
    """From now on draw with what every font has, or with everything."""
    global _used
    if plain != are_plain():
        _used = _NO_PLACE if plain else None


def are_plain() -> bool:
    """Whether only what every font has is drawn."""
    return _used is not None


def keep_as_written(places: Collection[str]) -> None:
    """What a person wrote is not changed: these are the places, with the letters beside them."""
    global _used
    if _used is None:
        return
    letters = "".join(letter for letter in LETTERS if sum(letter in place for place in places) <= MOST)
    few = [place for place in places if any(letter in place for letter in letters)]
    whole = map(_EXACTLY, sorted(few, key=len, reverse=True))
    _used = re.compile("|".join((*whole, f"([{letters}])" if letters else "(?!)()")))


def ours(words: str) -> str:
    """What the program alone has put together, as the font can show it."""
    return words if _used is None else words.translate(_TABLE)


def as_shown(words: str) -> str:
    """What may hold words of a person: theirs are left as they are."""
    return words if _used is None else _used.sub(_drawn, words)


def _drawn(found: re.Match[str]) -> str:
    return PLAIN[found[1]] if found[1] else found[0]
