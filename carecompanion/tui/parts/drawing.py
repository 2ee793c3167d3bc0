"""Text for the screen: the one place where words become Content, and the shapes that stand for figures."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from carecompanion.tui.parts.reading import is_reading
from carecompanion.tui.parts.shapes import as_shown, ours

if TYPE_CHECKING:
    from carecompanion.domain.tally import Interval  # at run time they would come before the first paint
    from carecompanion.domain.timeline import Mark

Piece = str | tuple[str, str]
"""Words, or words with a style; a style names a theme's variable, as in "bold $st-accent"."""

_CONTROL = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), *range(0x7F, 0xA0)) if code != 0x0A} | {
    9: "  "
}

LETTERS_A_CELL = 8
"""More letters than that, marks above and below them included, do not share one cell of a line."""

_MARKS: "dict[Mark, tuple[str, str]]" = {
    "met": ("●", "$st-accent"),
    "partly": ("◐", "$st-muted"),
    "missed": ("○", "$st-attention"),
    "open": ("·", "$st-faint"),
    "none": (" ", ""),
}


def say(*pieces: Piece | Content) -> Content:
    """Content of these pieces, as typed: no markup is read, and nothing in it can steer the terminal."""
    return Content.assemble(*(_harmless(piece) for piece in pieces))


def muted(words: str) -> Piece:
    """Second-rank text."""
    return (words, "$st-muted")


def faint(words: str) -> Piece:
    """Third-rank text."""
    return (words, "$st-faint")


def bold(words: str) -> Piece:
    """Section names, the level word, what is late or left."""
    return (words, "bold")


def accent(words: str) -> Piece:
    """As agreed, where you are, keys."""
    return (words, "bold $st-accent")


def attention(words: str) -> Piece:
    """Late, or no."""
    return (words, "$st-attention")


def mark(which: "Mark") -> Piece:
    """The shape that stands for it; to a listener the words beside it say it."""
    shape, style = _MARKS[which]
    return (" " if is_reading() else ours(shape), style)


def cut(words: Content, cells: int) -> Content:
    """The words, cut with an ellipsis where they are wider than `cells`."""
    ellipsis = ours("…")
    if len(ellipsis) == 1 or words.cell_length <= cells:
        return words.truncate(cells, ellipsis=True)
    return Content.assemble(words.truncate(max(0, cells - len(ellipsis))), ellipsis[:cells])


def both_ends(width: int, left: Sequence[Piece], right: Sequence[Piece], gap: int = 2) -> Content:
    """`left` and `right` at the ends of one line of `width` cells; the left gives way, with an ellipsis."""
    end = say(*right)
    room = max(0, width - end.cell_length - (gap if end.cell_length else 0))
    start = say(*(_no_longer(piece, LETTERS_A_CELL * width) for piece in left))
    if start.cell_length > room:
        start = cut(start, room)
    return Content.assemble(start, " " * max(0, width - start.cell_length - end.cell_length), end)


def apart(width: int, left: str, right: Sequence[Piece]) -> Content:
    """`left` and `right` at the ends of one line, or below each other where they do not fit: nothing is cut."""
    start, end = say(left), say(*right)
    if not end.cell_length:
        return start
    if start.cell_length + 2 + end.cell_length <= width:
        return both_ends(width, [left], right)
    return lines(start, both_ends(width, [], right))


def clipped(words: str, cells: int) -> str:
    """The words on one line, cut with an ellipsis where they are wider than `cells`."""
    return cut(say(" ".join(words.split())), cells).plain


def lines(*rows: Content) -> Content:
    """Rows below each other."""
    return Content("\n").join(rows)


def hung(mark: Piece, words: Content, width: int) -> Content:
    """Words after a mark of two cells, further lines below their first letter."""
    first, *rest = words.wrap(max(1, width - 2))
    return lines(say(mark, first), *(row.pad_left(2) for row in rest))


def time_bar(cells: int, used: float, over: float, late: bool) -> list[Piece]:
    """How much of an agreed time has gone: heavy is used, thin is left, the tick is the time, dashes go beyond."""
    if not late:
        done = min(cells, round(cells * used))
        line = [("━" * done, "$st-accent"), ("─" * (cells - done), "$st-faint"), ("┤", "$st-faint")]
    else:
        beyond = max(1, min(8, round(over * cells)))
        line = [("━" * cells, "$st-muted"), ("┃", "$st-attention"), ("╍" * beyond, "$st-attention")]
    return drawn(*line)


def scale(cells: int, share: float, interval: "Interval") -> list[Piece]:
    """never ────━━━●━━── always: the dot is what was counted, the heavy line where the true answer probably lies."""
    low, dot, high = (min(cells - 1, max(0, round(at * (cells - 1)))) for at in (interval.lower, share, interval.upper))
    return drawn(
        ("─" * low, "$st-faint"),
        ("━" * (dot - low), "$st-accent"),
        ("●", "bold $st-accent"),
        ("━" * (high - dot), "$st-accent"),
        ("─" * (cells - 1 - high), "$st-faint"),
    )


def marks(given: "Iterable[Mark]") -> list[Piece]:
    """One shape for each, in their order."""
    return [mark(each) for each in given]


def drawn(*pieces: tuple[str, str]) -> list[Piece]:
    """Pieces that are shapes and nothing else."""
    return [(ours(shapes), style) for shapes, style in pieces]


def _no_longer(piece: Piece, most: int) -> Piece:
    """A piece of at most so many letters: what lies beyond the line need not be measured."""
    return piece[:most] if isinstance(piece, str) else (piece[0][:most], piece[1])


def _harmless(piece: Piece | Content) -> Piece | Content:
    if isinstance(piece, str):
        return as_shown(piece.translate(_CONTROL))
    if isinstance(piece, tuple):
        return as_shown(piece[0].translate(_CONTROL)), piece[1]
    return piece
