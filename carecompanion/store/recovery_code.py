"""The recovery code: 16 bytes as seven groups of five characters, in which a slip of the pen is found and named."""

import hashlib
import re
from itertools import takewhile

from carecompanion.store.errors import WrongCode

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32 (crockford.com/base32): no I, L, O or U."""

READ_AS = str.maketrans("OIL", "011")
GROUPS = 7
DATA = 4
SIZE = DATA + 1
SEAL_BITS = GROUPS * DATA * 5 - 128
"""What 28 characters hold beyond 16 bytes is filled from a hash of them, so that two slips are rarely missed."""


def spell(secret: bytes) -> str:
    """The code of 16 bytes, its groups joined by hyphens."""
    number = int.from_bytes(secret) << SEAL_BITS | _seal(secret)
    places = range(GROUPS * DATA - 1, -1, -1)
    values = [number >> 5 * place & 31 for place in places]
    groups = [values[first : first + DATA] for first in range(0, len(values), DATA)]
    return "-".join(_write([*group, _check(place, group)]) for place, group in enumerate(groups))


def read(code: str) -> bytes:
    """The 16 bytes of a code in any spelling: small letters, O for 0, I or L for 1, with or without spaces and hyphens.

    Raises WrongCode, with the first wrong group where one can be told.
    """
    groups = _groups(code)
    wrong = next((place for place, group in enumerate(groups) if not _right(place, group)), None)
    if wrong is not None:
        raise WrongCode(min(wrong, GROUPS - 1) + 1)
    if len(groups) != GROUPS:
        raise WrongCode(min(len(groups), GROUPS - 1) + 1)
    number = 0
    for value in (ALPHABET.index(letter) for group in groups for letter in group[:DATA]):
        number = number << 5 | value
    secret = (number >> SEAL_BITS).to_bytes(16)
    if number & (1 << SEAL_BITS) - 1 != _seal(secret):
        raise WrongCode
    return secret


def wrong_group(code: str) -> int | None:
    """The first wrong group, from 1, of a code still being typed; None while all its finished groups are right."""
    finished = [group for group in _groups(code) if len(group) == SIZE]
    wrong = (place for place, group in enumerate(finished) if not _right(place, group))
    return next((min(place, GROUPS - 1) + 1 for place in wrong), None)


def right_groups(code: str) -> int:
    """How many groups of a code still being typed are finished and right, up to the first that is not."""
    return sum(1 for _ in takewhile(lambda group: _right(*group), enumerate(_groups(code))))


def _groups(code: str) -> list[str]:
    """The groups as the person divided them when that gives seven; otherwise every five characters."""
    written = code.upper().translate(READ_AS)
    divided = [part for part in DIVIDERS.split(written) if part]
    if len(divided) == GROUPS:
        return divided
    letters = "".join(divided)
    return [letters[first : first + SIZE] for first in range(0, len(letters), SIZE)]


DIVIDERS = re.compile(r"[\s\-‐‑‒–—_.,/]+")
"""What people put between groups; any other character is a slip of its group."""


def _right(place: int, group: str) -> bool:
    if place >= GROUPS or len(group) != SIZE or not set(group) <= set(ALPHABET):
        return False
    *values, check = (ALPHABET.index(letter) for letter in group)
    return check == _check(place, values)


def _write(values: list[int]) -> str:
    return "".join(ALPHABET[value] for value in values)


def _check(place: int, values: list[int]) -> int:
    """A weighted sum in the field of 32 elements, plus the group's place.

    Distinct weights other than 0 and 1 catch every single slip and every two characters changed about in a group;
    the place catches every two groups changed about.
    """
    check = place + 1
    for weight, value in enumerate(values, start=2):
        check ^= _times(weight, value)
    return check


def _times(one: int, other: int) -> int:
    """The product of two elements of the field of 32 elements, modulo x^5 + x^2 + 1."""
    product = 0
    for place in range(5):
        product ^= (one << place) * (other >> place & 1)
    for place in range(8, 4, -1):
        product ^= (0b100101 << place - 5) * (product >> place & 1)
    return product


def _seal(secret: bytes) -> int:
    digest = hashlib.sha256(b"carecompanion/1/code" + secret).digest()
    return int.from_bytes(digest[:2]) >> 16 - SEAL_BITS
