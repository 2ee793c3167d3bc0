"""New names for records."""

import secrets
import uuid
from datetime import datetime


def new_id(now: datetime) -> str:
    """A UUID version 7 (RFC 9562, section 5.7): its first 48 bits are `now` in milliseconds, the rest is random."""
    milliseconds = int(now.timestamp() * 1000) & (1 << 48) - 1
    bits = milliseconds << 80 | secrets.randbits(80)
    bits = bits & ~(0xF << 76) | 0x7 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=bits))
