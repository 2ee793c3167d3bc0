"""A passphrase to offer: words drawn from a list of our own, as likely one as the other."""

import secrets
from functools import cache
from pathlib import Path

WORDS = 5
LIST = Path(__file__).with_name("words.txt")


def offered_passphrase() -> str:
    """Five words with blanks between them, drawn as keys are; nobody keeps them."""
    return " ".join(secrets.choice(words()) for _ in range(WORDS))


@cache
def words() -> tuple[str, ...]:
    """The list: short, easy to spell, and with no other word that sounds the same."""
    return tuple(LIST.read_text(encoding="ascii").split())
