"""What was typed, on one line."""

import re

NEWLINES = re.compile(r"[\r\n\x85\u2028\u2029]")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def first_line(text: str) -> str:
    """The first line of what was typed, its control characters as spaces."""
    return CONTROLS.sub(" ", NEWLINES.split(text.strip(), maxsplit=1)[0]).strip()


def cut(words: str, most: int) -> str:
    """The words on one line, cut with an ellipsis where there are more than so many characters."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
