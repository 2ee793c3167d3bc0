"""The rows of Today: what waits, what is coming up, and what was written down lately."""

from textual.content import Content

from carecompanion.domain.today import ComingUp
from carecompanion.domain.waiting import Waiting
from carecompanion.language import _
from carecompanion.tui.parts.drawing import both_ends, faint, lines, muted, say, time_bar
from carecompanion.tui.parts.reading import is_reading
from carecompanion.tui.reading_rows import coming_words, waiting_words


def waiting_row(each: Waiting, width: int) -> Content:
    """A contact that waits, over the bar of its agreed time."""
    if is_reading():
        return waiting_words(each)
    left = "bold $st-attention" if each.late else "bold"
    what = _("{how} to {who}").format(how=each.how, who=each.who)
    if width > 52:
        cells = min(36, max(12, width - 36))
        bar = time_bar(cells, each.used, each.over, each.late) if each.by else []
        first = both_ends(width, [what, muted(f"   {each.about}")], [(each.left, left)])
        return lines(first, both_ends(width, bar, [muted(each.by)])) if each.by else first
    about = [both_ends(width, [muted(each.about)], [])] if each.about.strip() else []
    rows = [both_ends(width, [what], []), *about]
    if each.by:
        rows.append(say(*time_bar(max(4, width - 10), each.used, each.over, each.late)))
    rows.append(both_ends(width, [(each.left, left)], [muted(each.by if width > 44 else each.due)]))
    return lines(*rows)


def coming_row(each: ComingUp, days: int, width: int) -> Content:
    """An appointment that comes, with how long there is to prepare for it, beside it or below.

    `days` are the cells of the longest day it stands among.
    """
    if is_reading():
        return coming_words(each)
    day = f"{each.day:<{days}}  "
    what = muted(f"   {each.what}") if each.what else ""
    beside = len(f"{day}{each.time}   ") if width > 52 else 0
    below = both_ends(width, [" " * beside, faint(each.note)], []) if each.note else None
    if width > 78:
        note = [faint(each.note)] if each.note else []
        return both_ends(width, [day, each.time, "   ", each.who, what], note)
    if width > 52:
        rows = [both_ends(width, [day, each.time, "   ", each.who, what], [])]
    else:
        rows = [both_ends(width, [f"{each.day}  {each.time}"], []), both_ends(width, [each.who, what], [])]
    return lines(*rows, *([below] if below is not None else []))


def lately_row(day: str, sentence: str, width: int) -> Content:
    """Something that was written down lately, after its day."""
    if is_reading():
        return say(sentence, muted(f", {day}"))
    return both_ends(width, [f"{day:<9}", muted(sentence)], [])
