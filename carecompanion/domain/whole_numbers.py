"""A whole number as it is typed."""


def whole_number(text: str, least: int, most: int) -> int | None:
    """The number that is typed in plain digits, from `least` to `most`; None where it is none of these."""
    typed = text.strip()
    if not (typed.isascii() and typed.isdigit()):
        return None
    digits = typed.lstrip("0") or "0"
    if len(digits) > len(str(most)):
        return None
    return int(digits) if least <= int(digits) <= most else None
