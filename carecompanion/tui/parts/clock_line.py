"""The line of a reply clock: how long it ran, the agreed time through it, every try below it, and how it ended."""

from typing import TYPE_CHECKING

from textual.content import Content

from carecompanion.language import _
from carecompanion.tui.parts.drawing import Piece, drawn, faint, lines, muted, say
from carecompanion.tui.parts.reading import is_reading

if TYPE_CHECKING:
    from carecompanion.domain.course import Course  # at run time it would come before the first paint

WIDEST = 48


def clock_line(width: int, course: "Course") -> Content:
    """Heavy is the time that went by, dashes are beyond what was agreed, ┃ or ┤ the agreed time, ● the answer."""
    if is_reading():
        return say(muted(course.said))
    cells = max(8, min(WIDEST, width))
    return lines(say(*_line(cells, course)), say(*_tries(cells, course)), say(muted(course.said)))


def _line(cells: int, course: "Course") -> list[Piece]:
    ended, due = _cell(course.ended, cells), None if course.due is None else _cell(course.due, cells)
    pieces: list[tuple[str, str]] = []
    for cell in range(cells):
        if cell == ended and course.answered:
            pieces.append(("●", "bold $st-attention" if course.late else "bold $st-accent"))
        elif cell == due:
            pieces.append(("┃", "$st-attention") if course.late else ("┤", "$st-faint"))
        elif cell <= ended:
            beyond = due is not None and cell > due
            pieces.append(("╍", "$st-attention") if beyond else ("━", "$st-accent"))
        else:
            pieces.append(("─" if due is not None and cell < due else " ", "$st-faint"))
    return drawn(*pieces)


def _tries(cells: int, course: "Course") -> list[Piece]:
    """An arrow below the line for each try, and how many there were."""
    at = {_cell(place, cells) for place in course.tried}
    count = len(course.tried)
    arrows = "".join("↑" if cell in at else " " for cell in range(cells)).rstrip()
    return [
        *drawn((arrows, "$st-faint")),
        faint(_("  {count} tries").format(count=count)) if count > 1 else faint(_("  you got in touch")),
    ]


def _cell(place: float, cells: int) -> int:
    return min(cells - 1, round(place * (cells - 1)))
