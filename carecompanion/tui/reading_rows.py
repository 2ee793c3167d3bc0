"""Rows for a listener: what it is comes first, the time last, and no sign stands for a word."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from carecompanion.domain.moments import full_date
from carecompanion.domain.names import at_start
from carecompanion.domain.timeline import Line
from carecompanion.domain.today import ComingUp
from carecompanion.domain.waiting import Waiting
from carecompanion.language import _
from carecompanion.sharing.plain_lines import stopped
from carecompanion.tui.parts.drawing import Piece, cut, lines, muted, say


def entry_row(said: Line, when: str, width: int, title: Sequence[Piece] = (), *, one_line: bool) -> Content:
    """As in "Text: Dana, the letter. In time. 12 March 14:20", the title giving way; or when and how below it.

    `title` is drawn in place of the line's own.
    """
    what = say(f"{said.kind}: " if said.title else said.kind, *(title or [said.title]))
    outcome = stopped(at_start(said.outcome.replace(" · ", _(" and "))))
    ending = say(muted(" ".join(part for part in (outcome, when) if part)))
    if not one_line:
        return lines(cut(what, width), cut(ending, width))
    room = max(0, width - ending.cell_length - 2)
    if what.cell_length > room:
        return say(cut(what, room), " ", ending)
    return say(what, "" if stopped(what.plain) == what.plain else ".", " ", ending)


def moment_words(day: date, time: str, today: date) -> str:
    """As in "12 March 14:20", "3 February 2025"."""
    return f"{full_date(day, today.year)} {time}".rstrip()


def waiting_words(each: Waiting) -> Content:
    """As in "Text to Dana: The letter to my GP. Due by 22:15."."""
    about = each.about.strip()
    style = "bold $st-attention" if each.late else "bold"
    words = stopped(f"{each.title}: {about}" if about else each.title)
    return say(words, " ", (stopped(at_start(each.left)), style))


def coming_words(each: ComingUp) -> Content:
    """As in "Dr Okafor, medication review, Elm House. Tue 17 March 14:30"."""
    what = stopped(", ".join(part for part in (each.who, each.what, each.note) if part))
    return say(what, " ", muted(f"{each.day} {each.time}"))
