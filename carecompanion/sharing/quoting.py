"""Words out of a file as they may be printed: a file can hold anything, signs that steer a terminal among it."""

LONGEST = 40
"""Characters of a key or a cell that are enough to find it again."""


def shown(words: str, longest: int = LONGEST) -> str:
    """The words on one line and at most so long, with a mark in the place of whatever is no letter, sign or space."""
    printable = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in words)
    return printable if len(printable) <= longest else f"{printable[: longest - 1]}…"
